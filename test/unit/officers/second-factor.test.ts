import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import {
  acceptRecoveryCode,
  looksLikeRecoveryCode,
  recoveryCodesLeft,
  renewRecoveryCodes,
} from '../../../src/main/officers/recovery-codes.ts'
import { acceptCode, codeAt, enrolmentUri, newSecondFactor, qrMatrix } from '../../../src/main/officers/totp.ts'
import {
  defaultSecondFactorPolicy,
  secondFactorDue,
  secondFactorRecord,
} from '../../../src/shared/officers/second-factor.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { random } from './support.ts'

const now = 1_790_000_010_000 // ten seconds into a step
const code = (result: { ok: boolean; failure?: { code: string } }) => (result.ok ? 'ok' : result.failure?.code)

describe('the code', () => {
  // RFC 6238, appendix B, SHA-1 column: eight digits of the ASCII secret; ours are the last six.
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('is that of RFC 6238 at %i s', (seconds, expected) => {
    const secret = Secret.fromUTF8('12345678901234567890').base32
    const record = { ...newSecondFactor(random).record, secret }
    expect(codeAt(record, seconds * 1000)).toBe(expected.slice(2))
    expect(acceptCode(record, expected.slice(2), seconds * 1000).ok).toBe(true)
  })

  test('is taken one step early and late, and no further', () => {
    const { record } = newSecondFactor(random)
    for (const [seconds, expected] of [
      [-60, false],
      [-30, true],
      [0, true],
      [30, true],
      [60, false],
    ] as const)
      expect(acceptCode(record, codeAt(record, now + seconds * 1000), now).ok).toBe(expected)
  })

  test('is taken once, and none before it afterwards', () => {
    const { record } = newSecondFactor(random)
    const current = codeAt(record, now)
    const after = unwrap(acceptCode(record, current, now))
    expect(code(acceptCode(after, current, now))).toBe('officers.code_replayed')
    expect(code(acceptCode(after, codeAt(record, now - 30_000), now))).toBe('officers.code_replayed')
    expect(acceptCode(after, codeAt(record, now + 30_000), now + 30_000).ok).toBe(true)
  })

  test('is never accepted twice, whatever the clock does', () => {
    const jumps = fc.array(fc.integer({ min: -3_600_000, max: 3_600_000 }), { maxLength: 20 })
    fc.assert(
      fc.property(jumps, (steps) => {
        let { record } = newSecondFactor(random)
        let time = now
        const used = new Set<number>()
        for (const step of steps) {
          time += step
          const accepted = acceptCode(record, codeAt(record, time), time)
          if (!accepted.ok) continue
          const counter = Math.floor(time / 30_000)
          expect(used.has(counter)).toBe(false)
          used.add(counter)
          record = accepted.value
        }
      }),
    )
  })

  test('with the clock set back an hour is refused in words of its own', () => {
    const { record } = newSecondFactor(random)
    const after = unwrap(acceptCode(record, codeAt(record, now), now))
    const earlier = now - 3_600_000
    expect(code(acceptCode(after, codeAt(record, earlier), earlier))).toBe('officers.code_clock_behind')
  })

  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '123456; DROP TABLE', ' '])(
    '%j is not a code',
    (typed) => {
      expect(code(acceptCode(newSecondFactor(random).record, typed, now))).toBe('officers.code_wrong')
    },
  )

  test('may be typed in two groups', () => {
    const { record } = newSecondFactor(random)
    const digits = codeAt(record, now)
    expect(acceptCode(record, `${digits.slice(0, 3)} ${digits.slice(3)}`, now).ok).toBe(true)
  })
})

describe('enrolment', () => {
  test('the secret has 160 bits and the record is what the database keeps', () => {
    const { record } = newSecondFactor(random)
    expect(Secret.fromBase32(record.secret).bytes.length).toBe(20)
    expect(secondFactorRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record)
  })

  test('a scanner reads the QR code, and an authenticator made from it gives our codes', async () => {
    prepareZXingModule({ overrides: { wasmBinary: scannerProgram() } })
    const { record } = newSecondFactor(random)
    const uri = enrolmentUri(record, { office: 'Saint-Bernard-de-Lacolle', userName: 'zoé.o’neil' })
    const [read] = await readBarcodes(picture(qrMatrix(uri)), { formats: ['QRCode'] })
    expect(read?.text).toBe(uri)
    const phone = new URL(read?.text ?? '')
    const totp = new TOTP({ secret: phone.searchParams.get('secret') ?? '' })
    expect(totp.generate({ timestamp: now })).toBe(codeAt(record, now))
    expect(phone.searchParams.get('issuer')).toContain('Lacolle')
  })
})

describe('recovery codes', () => {
  test('each of the ten works once, in any case and with look-alike letters', () => {
    let { record, recoveryCodes } = newSecondFactor(random)
    expect(new Set(recoveryCodes).size).toBe(10)
    for (const [used, written] of recoveryCodes.entries()) {
      const typed = written.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ')
      expect(looksLikeRecoveryCode(typed)).toBe(true)
      record = unwrap(acceptRecoveryCode(record, typed))
      expect(recoveryCodesLeft(record)).toBe(9 - used)
      expect(code(acceptRecoveryCode(record, typed))).toBe('officers.recovery_code_wrong')
    }
  })

  test('new codes end the old ones', () => {
    const first = newSecondFactor(random)
    const second = renewRecoveryCodes(first.record, random)
    expect(code(acceptRecoveryCode(second.record, first.recoveryCodes[0] ?? ''))).toBe('officers.recovery_code_wrong')
    expect(acceptRecoveryCode(second.record, second.recoveryCodes[0] ?? '').ok).toBe(true)
  })

  test('the record holds none of them', () => {
    const { record, recoveryCodes } = newSecondFactor(random)
    for (const written of recoveryCodes) expect(JSON.stringify(record)).not.toContain(written.replaceAll('-', ''))
  })
})

describe('once a shift', () => {
  const due = (lastAt: number | null, at: number) => secondFactorDue(lastAt, at, defaultSecondFactorPolicy)
  test('is due at first, after twelve hours, and when the clock stands well before the last time', () => {
    expect(due(null, now)).toBe(true)
    expect(due(now, now)).toBe(false)
    expect(due(now, now + 12 * 3_600_000 - 1)).toBe(false)
    expect(due(now, now + 12 * 3_600_000)).toBe(true)
    expect(due(now, now - 60_000)).toBe(false)
    expect(due(now, now - 3_600_000)).toBe(true)
  })
  test('no clock can make it last longer than a shift and the tolerance', () => {
    const { shiftMs, toleranceMs } = defaultSecondFactorPolicy
    fc.assert(fc.property(fc.integer(), (away) => due(now, now + away) || (away < shiftMs && away >= -toleranceMs)))
  })
})

/** The scanner's WebAssembly from node_modules: left alone it would fetch it. */
function scannerProgram(): ArrayBuffer {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  return new Uint8Array(readFileSync(path)).buffer
}

/** Four pixels a module and the quiet zone of four modules that the standard asks for. */
function picture(matrix: readonly (readonly boolean[])[]): ImageData {
  const size = (matrix.length + 8) * 4
  const data = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (matrix[Math.floor(y / 4) - 4]?.[Math.floor(x / 4) - 4])
        data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
  return { data, width: size, height: size, colorSpace: 'srgb' } as ImageData
}
