import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unwrap } from '../../../src/shared/result.ts'
import { readC40, writeC40 } from '../../../src/shared/seal/c40.ts'
import { readSealDate, writeSealDate } from '../../../src/shared/seal/dates.ts'
import { readSeal } from '../../../src/shared/seal/read.ts'
import { writeSeal } from '../../../src/shared/seal/write.ts'
import { claimantHeader, testKey, unsigned } from '../../support/seals.ts'

const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex')
const bytes = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'))
const reason = (seal: Uint8Array) => {
  const read = readSeal(seal)
  return read.ok ? 'read' : read.failure.params.reason
}

describe('text in C40 (Doc 9303-13, 2.3.1 and appendix C)', () => {
  // Worked by hand from the table of values: (1600a + 40b + c + 1), and an unlatched last letter.
  test.each([
    ['UTO', 'd9c5'],
    ['D<<', '6abc'],
    ['XKCD', 'eb11fe45'],
    ['XK<CD', 'eb0466a9'],
    ['VISA01', 'de515826'],
  ])('%s', (text, expected) => {
    expect(hex(writeC40(text))).toBe(expected)
    expect(readC40(bytes(expected))).toBe(text.replaceAll('<', ' '))
  })

  test('every text comes back, in two bytes for each three letters begun', () => {
    const text = fc.string({ unit: fc.constantFrom(...'<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'), maxLength: 90 })
    fc.assert(
      fc.property(text, (written) => {
        const encoded = writeC40(written)
        expect(encoded).toHaveLength(2 * Math.ceil(written.length / 3))
        expect(encoded && readC40(encoded)).toBe(written.replaceAll('<', ' '))
      }),
    )
  })

  test('a letter outside the table is not written', () => {
    for (const text of ['é', 'a', 'A-B', '\u{1f600}']) expect(writeC40(text)).toBeUndefined()
  })

  test('what no writer gives is not read', () => {
    // Odd length; zero; past the last value; shift in the middle; an unlatched pair that is not the last; no letter.
    for (const wrong of ['eb', '0000', 'fa01', 'fe45eb11', 'fe00', '0002'])
      expect(readC40(bytes(wrong))).toBeUndefined()
  })
})

describe('dates', () => {
  test.each([
    ['1957-03-25', '319ef5'], // the example of the standard
    ['2020-01-01', '0f7134'],
    ['2024-02-29', hex(Uint8Array.of(2292024 >> 16, (2292024 >> 8) & 255, 2292024 & 255))],
  ])('%s', (date, expected) => {
    expect(hex(writeSealDate(date))).toBe(expected)
    expect(readSealDate(bytes(expected ?? ''))).toBe(date)
  })

  test('no date outside the calendar is read or written', () => {
    expect(['2025-02-29', '2026-13-01', '2026-1-1', ''].map(writeSealDate)).toEqual(Array(4).fill(undefined))
    expect(['ffffff', '000000', '1a2b3c'].map((text) => readSealDate(bytes(text)))).toEqual(Array(3).fill(undefined))
  })
})

test('every seal comes back as it was written', async () => {
  const { sign } = testKey()
  await fc.assert(
    fc.asyncProperty(unsigned, async ({ header, messages }) => {
      const written = unwrap(await writeSeal(header, messages, sign))
      const read = unwrap(readSeal(written))
      expect(read.header).toEqual(header)
      expect(read.messages).toEqual(messages)
      expect(read.signature).toHaveLength(64)
    }),
  )
})

test('the header of a claimant document, byte by byte', async () => {
  const seal = unwrap(await writeSeal(claimantHeader, [], testKey().sign))
  expect(hex(seal)?.slice(0, 40)).toBe('dc03664c66351fe72239ab3c0aab3c0a0152ff40')
})

test('a signature of P-384 and of P-521 finds its length', async () => {
  for (const [curve, length] of [
    ['P-384', 96],
    ['P-521', 132],
  ] as const) {
    const seal = unwrap(await writeSeal(claimantHeader, [], testKey(curve).sign))
    expect(unwrap(readSeal(seal)).signature).toHaveLength(length)
  }
})

describe('a seal is refused', () => {
  const head = 'dc03 664c 66351fe7 2239 ab3c0a ab3c0a 01 52'
  const signature = `ff40${'11'.repeat(64)}`
  const seal = (message: string, end = signature) => bytes(`${head} ${message} ${end}`)

  test('when it is whole it is read', () => expect(reason(seal('0201aa'))).toBe('read'))

  test.each<[string, Uint8Array, string]>([
    ['without its mark', bytes('dd03'), 'mark'],
    ['of an older or a newer version', bytes('dc01'), 'version'],
    ['of no country', bytes('dc03 133c'), 'country'],
    ['with a date outside the calendar', bytes('dc03 664c 66351fe7 2239 ffffff'), 'date'],
    ['with a length of no definite form', seal('0280 00'), 'length'],
    ['with a length longer than it must be', seal('0281 01 aa'), 'length'],
    ['with a length of two bytes that needs one', seal('0282 0001 aa'), 'length'],
    ['that ends within a value', bytes(`${head} 0205aa`), 'truncated'],
    ['with something after the signature', seal('0201aa', `${signature}00`), 'trailing'],
    ['with half a signature', seal('0201aa', 'ff03111111'), 'signature'],
    ['with an empty signature', seal('0201aa', 'ff00'), 'signature'],
    ['longer than any symbol holds', new Uint8Array(4096).fill(0xdc), 'too_long'],
    ['of no bytes', new Uint8Array(), 'truncated'],
  ])('%s', (_, wrong, expected) => expect(reason(wrong)).toBe(expected))
})

test('only the one signer that does so writes the length of its reference in decimal', async () => {
  const reference = '00112233445566778899AABBCCDDEEFF00112233'
  const { sign } = testKey()
  for (const [signer, digits] of [
    ['DEZV', '40'],
    ['DEZW', '28'],
  ] as const) {
    const header = { ...claimantHeader, signer, reference }
    const seal = unwrap(await writeSeal(header, [], sign))
    expect(readC40(seal.subarray(4, 8))).toBe(signer + digits)
    expect(unwrap(readSeal(seal)).header).toEqual(header)
  }
})

test('what cannot be written is said by its part', async () => {
  const { sign } = testKey()
  const why = async (change: object, messages: { tag: number; value: Uint8Array }[] = []) => {
    const written = await writeSeal({ ...claimantHeader, ...change }, messages, sign)
    return written.ok ? 'written' : written.failure.params.reason
  }
  expect(await why({})).toBe('written')
  expect(await why({ country: 'CANA' })).toBe('country')
  expect(await why({ signer: 'CA1' })).toBe('signer')
  expect(await why({ reference: '1f' })).toBe('reference')
  expect(await why({ version: 3, reference: '123456' })).toBe('reference')
  expect(await why({ issued: '2026-02-30' })).toBe('date')
  expect(await why({ feature: 255 })).toBe('feature')
  expect(await why({}, [{ tag: 255, value: new Uint8Array() }])).toBe('tag')
  expect(await why({ version: 3 }, [{ tag: 1, value: new Uint8Array(256) }])).toBe('length')
  expect(await why({}, [{ tag: 1, value: new Uint8Array(2048) }])).toBe('too_long')
})
