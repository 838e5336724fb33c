import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unwrap } from '../../../src/shared/result.ts'
import { sealFinding } from '../../../src/shared/seal/findings.ts'
import { judgeSeal, withFindings } from '../../../src/shared/seal/judge.ts'
import { writeMessages } from '../../../src/shared/seal/messages.ts'
import { writeSeal } from '../../../src/shared/seal/write.ts'
import { claimantHeader, claimantZone, testKey, trustIn, unsigned } from '../../support/seals.ts'

const today = '2026-11-26'
const key = testKey()
const content = unwrap(
  writeMessages({ zone: claimantZone, clientId: '11-2048-1930', flags: { ifhp: true, replacement: false } }),
)
const seal = unwrap(await writeSeal(claimantHeader, content, key.sign))
const statusOf = (bytes: Uint8Array, ...trust: Parameters<typeof trustIn>) =>
  judgeSeal(bytes, trustIn(...trust), today).status

test('a seal of a trusted signer is valid, and says that it stops no photocopy', () => {
  const judged = judgeSeal(seal, trustIn(key.certificate), today)
  expect(judged.status).toBe('VALID')
  expect(judged.findings).toEqual([sealFinding('COPY_NOT_DETECTED')])
  expect(judged.profile?.id).toBe('claimant_document')
})

test('every change of one byte is refused, at every place and by every value', () => {
  const trust = trustIn(key.certificate)
  for (let at = 0; at < seal.length; at++)
    for (let value = 0; value < 256; value += at < 20 ? 1 : 85) {
      if (value === seal[at]) continue
      const changed = Uint8Array.from(seal)
      changed[at] = value
      expect(judgeSeal(changed, trust, today).status, `byte ${at} as ${value}`).not.toBe('VALID')
    }
})

test('no seal whatever survives the change of a byte, the loss of its end or an addition', async () => {
  const change = fc.record({
    at: fc.nat(),
    by: fc.integer({ min: 1, max: 255 }),
    cut: fc.nat(),
    add: fc.uint8Array({ minLength: 1, maxLength: 9 }),
  })
  await fc.assert(
    fc.asyncProperty(unsigned, change, async ({ header, messages }, { at, by, cut, add }) => {
      const whole = unwrap(await writeSeal({ ...header, signed: today }, messages, key.sign))
      const changed = Uint8Array.from(whole)
      const place = at % whole.length
      changed[place] = (whole[place] ?? 0) ^ by
      for (const wrong of [changed, whole.subarray(0, cut % whole.length), Uint8Array.from([...whole, ...add])])
        expect(['WRONG_FORMAT', 'INVALID_SIGNATURE']).toContain(statusOf(wrong, key.certificate))
    }),
  )
})

describe('the verdict', () => {
  test('nobody knows the signer', () => expect(statusOf(seal)).toBe('UNKNOWN_CERTIFICATE'))
  test('another key signed', () => expect(statusOf(seal, testKey().certificate)).toBe('INVALID_SIGNATURE'))
  test('this computer cannot calculate on the curve', () =>
    expect(statusOf(seal, { ...key.certificate, verify: () => undefined })).toBe('UNKNOWN_CERTIFICATE'))
  test('no root stands behind the signer', () =>
    expect(statusOf(seal, { ...key.certificate, untrusted: 'chain' })).toBe('UNTRUSTED_CERTIFICATE'))
  test('signed before the certificate was valid', () =>
    expect(statusOf(seal, { ...key.certificate, validFrom: '2026-11-23' })).toBe('UNTRUSTED_CERTIFICATE'))
  test('the key was revoked', () =>
    expect(statusOf(seal, { ...key.certificate, revokedOn: '2026-11-25' })).toBe('REVOKED_CERTIFICATE'))
  test('the certificate has expired', () =>
    expect(statusOf(seal, { ...key.certificate, validTo: '2026-11-25' })).toBe('EXPIRED_CERTIFICATE'))
  test('the signer may not issue such papers', () =>
    expect(statusOf(seal, { ...key.certificate, categories: [2] })).toBe('INVALID_DOCUMENTTYPE'))
  test('the document was revoked', () => {
    const isRevoked = ({ country, number }: { country: string; number: string }) =>
      `${country}${number}` === 'CANR48219370'
    expect(statusOf(seal, key.certificate, { isRevoked })).toBe('REVOKED_DOCUMENT')
  })
  test('a check digit of the sealed zone is wrong', async () => {
    const zone = [claimantZone[0], claimantZone[1].replace('7001017', '7001018')]
    const wrong = unwrap(await writeSeal(claimantHeader, unwrap(writeMessages({ zone })), key.sign))
    expect(statusOf(wrong, key.certificate)).toBe('INVALID_SEAL_MRZ')
  })
  test('the gravest finding wins, and a finding of the paper counts as one of the seal', () => {
    const expired = judgeSeal(seal, trustIn({ ...key.certificate, validTo: '2026-11-25' }), today)
    expect(withFindings(expired, [sealFinding('SEAL_DOCUMENT_MISMATCH')]).status).toBe('SEAL_DOCUMENT_MISMATCH')
    expect(withFindings(expired, [sealFinding('ZONE_NOT_READ')]).status).toBe('EXPIRED_CERTIFICATE')
  })
})

test('unknown kinds and unknown entries are told and change no verdict', async () => {
  const strange = unwrap(await writeSeal(claimantHeader, [...content, { tag: 99, value: Uint8Array.of(1) }], key.sign))
  const told = judgeSeal(strange, trustIn(key.certificate), today)
  expect([told.status, told.findings[0]]).toEqual(['VALID', sealFinding('UNKNOWN_FEATURE', { tag: 99 })])
  const other = unwrap(await writeSeal({ ...claimantHeader, category: 0x60 }, content, key.sign))
  const unknown = judgeSeal(other, trustIn(key.certificate), today)
  expect([unknown.status, unknown.findings[0]?.code]).toEqual(['VALID', 'UNKNOWN_PROFILE'])
})

test('a bundle past its date is told and keeps verifying', () => {
  const late = judgeSeal(seal, trustIn(key.certificate, { renewBy: '2026-11-01' }), today)
  expect([late.status, late.findings[0]?.code]).toEqual(['VALID', 'TRUST_OUT_OF_DATE'])
})

test('a seal that was never signed is not valid', () => {
  expect(statusOf(seal.subarray(0, seal.length - 66), key.certificate)).toBe('WRONG_FORMAT')
})
