import bwip from 'bwip-js/generic'
import { Secret, TOTP } from 'otpauth'
import type { SecondFactorRecord } from '../../shared/officers/second-factor.ts'
import type { Random } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { newRecoveryCodes } from './recovery-codes.ts'

/**
 * The second factor: RFC 6238 with SHA-1, six digits, 30 s, one step of tolerance to either side, each code once.
 * Pure functions over a record that the caller keeps inside the encrypted database.
 */
export const totpPeriodSeconds = 30
const window = 1
const secretBytes = 20

/** A new second factor and the ten recovery codes, which are shown once and kept only as HMAC values. */
export interface NewSecondFactor {
  readonly record: SecondFactorRecord
  readonly recoveryCodes: readonly string[]
}

export function newSecondFactor(random: Random): NewSecondFactor {
  const secret = toBase32(random.bytes(secretBytes))
  const { codes, kept } = newRecoveryCodes(random)
  return { record: { version: 1, secret, lastCounter: -1, recovery: kept }, recoveryCodes: codes }
}

/**
 * Checks a code at `now` (ms). Gives back the record to keep, which refuses this code and all before it.
 * Errors: officers.code_wrong, officers.code_replayed, officers.code_clock_behind (no code can be right: the clock
 * stands before the last accepted one).
 */
export function acceptCode(record: SecondFactorRecord, code: string, now: number): Result<SecondFactorRecord> {
  const current = counterAt(now)
  if (current + window < record.lastCounter) return fail('officers.code_clock_behind')
  const token = code.replace(/[\s-]/g, '')
  const delta = /^\d{6}$/.test(token) ? totpOf(record).validate({ token, timestamp: now, window }) : null
  if (delta === null) return fail('officers.code_wrong')
  const counter = current + delta
  if (counter <= record.lastCounter) return fail('officers.code_replayed')
  return ok({ ...record, lastCounter: counter })
}

/** The code of a record at `now` (ms): for the demonstration, the tour and tests; an officer's comes from a phone. */
export const codeAt = (record: SecondFactorRecord, now: number): string => totpOf(record).generate({ timestamp: now })

/** Who an authenticator application says that the code is for. */
export interface CodeLabel {
  /** Name or code of the office. */
  readonly office: string
  readonly userName: string
}

/** `otpauth://totp/...` as authenticator applications read it. */
export const enrolmentUri = (record: SecondFactorRecord, label: CodeLabel): string =>
  new TOTP({ ...totpSettings(record), issuer: `Passerelle ${label.office}`, label: label.userName }).toString()

/** A QR code (error correction M) of the text: rows of modules, true = dark, without the quiet zone of four. */
export function qrMatrix(text: string): readonly (readonly boolean[])[] {
  const [symbol] = bwip.raw('qrcode', text, 'eclevel=M')
  if (!symbol || !('pixs' in symbol)) throw new Error('The barcode library gave no matrix')
  const { pixs, pixx, pixy } = symbol
  return Array.from({ length: pixy }, (_, y) => pixs.slice(y * pixx, (y + 1) * pixx).map((pixel) => pixel === 1))
}

const counterAt = (now: number) => Math.floor(now / 1000 / totpPeriodSeconds)

const totpSettings = (record: SecondFactorRecord) => ({
  secret: Secret.fromBase32(record.secret),
  algorithm: 'SHA1',
  digits: 6,
  period: totpPeriodSeconds,
})

const totpOf = (record: SecondFactorRecord) => new TOTP(totpSettings(record))

/** The library's base32 of our own random bytes; it would otherwise make the secret from a global. */
const toBase32 = (bytes: Uint8Array) => new Secret({ buffer: new Uint8Array(bytes).buffer }).base32
