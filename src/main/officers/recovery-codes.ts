import type { SecondFactorRecord } from '../../shared/officers/second-factor.ts'
import type { Random } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { authenticate, sameText } from './seal.ts'

/**
 * Ten codes that each stand in once for a lost telephone. Sixty random bits a code: even somebody inside the database
 * cannot search them through their HMAC, so no slow derivation is needed.
 */
export const recoveryCodeCount = 10
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 3
const groupLength = 4

type Kept = SecondFactorRecord['recovery']

/** Ten new codes `XXXX-XXXX-XXXX` (Crockford base32) and what is kept of them. */
export function newRecoveryCodes(random: Random): { readonly codes: readonly string[]; readonly kept: Kept } {
  const codes = Array.from({ length: recoveryCodeCount }, () => writeCode(random.bytes(groups * groupLength)))
  const key = Buffer.from(random.bytes(32)).toString('hex')
  return { codes, kept: { key, unused: codes.map((code) => hashCode(key, code)) } }
}

/** The record with ten new codes; the old ones are dead. */
export function renewRecoveryCodes(
  record: SecondFactorRecord,
  random: Random,
): { readonly record: SecondFactorRecord; readonly recoveryCodes: readonly string[] } {
  const { codes, kept } = newRecoveryCodes(random)
  return { record: { ...record, recovery: kept }, recoveryCodes: codes }
}

/** Uses up a recovery code. Gives back the record to keep. Error: officers.recovery_code_wrong. */
export function acceptRecoveryCode(record: SecondFactorRecord, code: string): Result<SecondFactorRecord> {
  const { key, unused } = record.recovery
  const hash = hashCode(key, code)
  // Every hash is compared, so that the time does not say which code was near.
  const left = unused.filter((other) => !sameText(other, hash))
  if (left.length === unused.length) return fail('officers.recovery_code_wrong')
  return ok({ ...record, recovery: { key, unused: left } })
}

export const recoveryCodesLeft = (record: SecondFactorRecord): number => record.recovery.unused.length

/** Does this look like a recovery code rather than six digits? */
export const looksLikeRecoveryCode = (code: string): boolean => tidy(code).length > 8

/** One byte a symbol: 256 is a multiple of 32, so that every symbol is equally likely. */
function writeCode(bytes: Uint8Array): string {
  const symbols = [...bytes].map((byte) => alphabet[byte % 32]).join('')
  return Array.from({ length: groups }, (_, i) => symbols.slice(i * groupLength, (i + 1) * groupLength)).join('-')
}

const hashCode = (key: string, code: string) => authenticate(Buffer.from(key, 'hex'), tidy(code))

const tidy = (code: string) =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
