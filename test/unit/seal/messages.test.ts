import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unwrap } from '../../../src/shared/result.ts'
import {
  digestLength,
  readMessages,
  type SealFlags,
  sealedZone,
  writeMessages,
} from '../../../src/shared/seal/messages.ts'
import { frameOfWebp, frameSize, webpOfFrame } from '../../../src/shared/seal/portrait.ts'
import { profileOf, profiles } from '../../../src/shared/seal/profiles.ts'
import { claimantHeader, claimantZone } from '../../support/seals.ts'

const profile = profileOf(claimantHeader)
const values = (content: Parameters<typeof writeMessages>[0], kind = profile) =>
  Object.fromEntries(readMessages(unwrap(writeMessages(content)), kind).map(({ tag, value }) => [tag, value]))

test('a claimant document tells its zone, client, sheet, particulars and digest', () => {
  const digest = new Uint8Array(32).fill(0xab)
  const content = {
    zone: claimantZone,
    clientId: '11-2048-1930',
    sheet: 'BP7100000',
    flags: { ifhp: true, replacement: true },
    digest,
  }
  expect(values(content)).toEqual({
    2: claimantZone.join(''),
    3: '1120481930',
    4: 'BP7100000',
    5: { ifhp: true, replacement: true },
    8: 'ab'.repeat(digestLength),
  })
  expect(sealedZone(readMessages(unwrap(writeMessages(content)), profile))).toBe(claimantZone.join(''))
})

describe('particulars', () => {
  const flags = fc.record<SealFlags>(
    { ifhp: fc.boolean(), replacement: fc.boolean(), eligible: fc.boolean() },
    { requiredKeys: ['ifhp', 'replacement'] },
  )

  test('come back as they were written, and say nothing of a decision that the paper does not show', () => {
    fc.assert(
      fc.property(flags, (given) => {
        expect(values({ flags: given })).toEqual({ 5: given })
      }),
    )
  })

  test('a paper without a decision has neither bit of it', () => {
    const [message] = unwrap(writeMessages({ flags: { ifhp: true, replacement: true } }))
    expect((message?.value[0] ?? 255) & 0b1010).toBe(0)
  })
})

test('an appointment comes back', () => {
  const appointment = { date: '2026-12-14', minutes: 570, office: 'ETOBICOKE' }
  const notice = profiles.find(({ id }) => id === 'interview_notice')
  expect(values({ appointment }, notice)).toEqual({ 7: appointment })
  const late = writeMessages({ appointment: { ...appointment, minutes: 1440 } })
  expect(late.ok ? 'written' : late.failure.params.reason).toBe('appointment')
})

test('text that has no place in a seal is refused by its part', () => {
  const wrong = writeMessages({ sheet: 'BÉ7' })
  expect(wrong.ok ? 'written' : wrong.failure.params.reason).toBe('sheet')
})

test('the papers of others are read with their own words', () => {
  const insured = profiles.find(({ id }) => id === 'de_social_insurance')
  const [name, broken] = readMessages(
    [
      { tag: 2, value: new TextEncoder().encode('Perschweiß') },
      { tag: 3, value: Uint8Array.of(0xff) },
    ],
    insured,
  )
  expect([name?.value, broken?.value]).toEqual(['Perschweiß', undefined])
})

test('no two profiles claim the same kind of document', () => {
  const kinds = profiles.map(({ category, feature }) => category * 256 + feature)
  expect(new Set(kinds).size).toBe(kinds.length)
})

describe('the portrait', () => {
  const frame = Uint8Array.of(0x10, 0, 0, 0x9d, 0x01, 0x2a, 56, 0, 72, 0, 7)
  test('leaves its container and comes back into one', () => {
    expect(frameOfWebp(webpOfFrame(frame))).toEqual(frame)
    expect(webpOfFrame(frame)).toHaveLength(32) // padded to an even length
    expect(frameSize(frame)).toEqual({ width: 56, height: 72 })
  })
  test('is found behind chunks that a browser adds', () => {
    const file = webpOfFrame(frame)
    const icc = Uint8Array.from([...Buffer.from('ICCP'), 3, 0, 0, 0, 1, 2, 3, 0])
    expect(frameOfWebp(Uint8Array.from([...file.subarray(0, 12), ...icc, ...file.subarray(12)]))).toEqual(frame)
  })
  test('is no other kind of picture', () => {
    expect(frameOfWebp(Uint8Array.from(Buffer.from('RIFFxxxxWEBPVP8L')))).toBeUndefined()
    expect(frameOfWebp(new Uint8Array(3))).toBeUndefined()
    expect(frameOfWebp(webpOfFrame(frame).subarray(0, 25))).toBeUndefined()
    expect(frameSize(Uint8Array.of(1, 2, 3))).toBeUndefined()
  })
})
