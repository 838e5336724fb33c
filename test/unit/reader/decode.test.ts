import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperLetters } from '../../../src/shared/domain/vocabulary.ts'
import { writeTd1, writeTd2, writeTd3 } from '../../../src/shared/mrz/write.ts'
import { decodeBurst } from '../../../src/shared/reader/decode.ts'
import { characterOf, chordFor, type ReaderLayout, readerLayouts } from '../../../src/shared/reader/layouts.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { keysOf, mrzContent, type ReaderSetting } from '../../support/reader.ts'

const td3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']
const td2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']
const td1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']
const visa = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<']

const sent = (lines: readonly string[], setting: ReaderSetting) =>
  keysOf(lines, setting).map((key, at) => ({ ...key, at: at * 8 }))
const pairs = readerLayouts.flatMap((reader) => readerLayouts.map((computer) => ({ reader, computer })))

describe('the layouts', () => {
  it.each([
    ['us', 'Comma', true, false, '<'],
    ['canadian_french', 'Backslash', false, false, '<'],
    ['canadian_french', 'Comma', true, false, "'"],
    ['canadian_french_legacy', 'Comma', false, true, '<'],
    ['canadian_french_legacy', 'Backslash', false, false, 'à'],
    ['csa', 'Comma', false, true, '<'],
    ['csa', 'Comma', true, false, "'"],
    ['csa', 'Backquote', false, false, '/'],
    ['us', 'Comma', false, true, ''],
  ] as const)('%s: %s, shift %s, AltGr %s types %s', (layout, code, shift, altGr, character) => {
    expect(characterOf(layout, { code, shift, altGr })).toBe(character)
  })

  it('every character of a zone and of a number has a key that types it, under each', () => {
    for (const layout of readerLayouts)
      for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<- ') {
        const chord = chordFor(layout, character)
        expect(chord && characterOf(layout, chord)).toBe(character)
      }
  })
})

describe.each(pairs)('a reader set for $reader on a computer with $computer', (setting) => {
  it.each([
    ['TD3', td3],
    ['TD2', td2],
    ['TD1', td1],
    ['visa', visa],
  ])('%s: the lines come back as they are in the document', (_, lines) => {
    const scan = decodeBurst(sent(lines, setting))
    expect(scan).toMatchObject({ kind: 'passport', text: lines.join('\n'), broken: false })
    expect(scan.reader).toContain(setting.reader)
    expect(scan.computer).toContain(setting.computer)
  })

  it.each([
    ['Enter and Enter', ['Enter', 'Enter']],
    ['Tab', ['Tab']],
    ['the Enter of the number pad', ['NumpadEnter']],
    ['nothing', []],
  ] as const)('lines ended by %s', (_, lineEnd) => {
    expect(decodeBurst(sent(td3, { ...setting, lineEnd })).text).toBe(td3.join('\n'))
    expect(decodeBurst(sent(td1, { ...setting, lineEnd })).text).toBe(td1.join('\n'))
  })

  it('with Caps Lock on', () => {
    expect(decodeBurst(sent(td3, { ...setting, capsLock: true })).text).toBe(td3.join('\n'))
    expect(decodeBurst(sent(['R000100001'], { ...setting, capsLock: true }))).toMatchObject({ text: 'R000100001' })
  })

  it('the number of a sheet, of a document, of a client', () => {
    for (const [typed, meant] of [
      ['A0001001', 'A0001001'],
      ['R000100001', 'R000100001'],
      ['11-0000-1234', '1100001234'],
      ['E000482193S1', 'E000482193S1'],
    ] as const)
      expect(decodeBurst(sent([typed], setting))).toMatchObject({ kind: 'number', text: meant })
  })

  it.each(Object.entries(paperLetters))('the number of a paper on a plain sheet: %s', (_, letter) => {
    const number = `E000482193${letter}12`
    expect(decodeBurst(sent([number], setting))).toMatchObject({ kind: 'number', text: number })
  })
})

describe('every zone', () => {
  const layout = fc.constantFrom<ReaderLayout[]>(...readerLayouts)
  const lineEnd = fc.constantFrom<ReaderSetting['lineEnd'][]>(['Enter'], ['Tab'], [], ['Enter', 'Enter'])
  it.each([
    ['TD3', 'P', writeTd3],
    ['TD2', 'I', writeTd2],
    ['TD1', 'I', writeTd1],
  ] as const)('%s typed by a reader on any layout decodes back', (_, code, write) => {
    fc.assert(
      fc.property(mrzContent(code), layout, layout, lineEnd, (content, reader, computer, ends) => {
        const { lines } = unwrap(write(content))
        const scan = decodeBurst(sent(lines, { reader, computer, ...(ends && { lineEnd: ends }) }))
        expect(scan).toMatchObject({ kind: 'passport', text: lines.join('\n') })
        expect(scan.reader).toContain(reader)
      }),
      { numRuns: 300 },
    )
  })
})

describe('what is no whole zone', () => {
  it('half of one says so', () => {
    expect(decodeBurst(sent([td3[0] ?? ''], { reader: 'csa', computer: 'us' }))).toMatchObject({
      kind: 'text',
      broken: true,
    })
  })
  it('anything else is text as this computer types it', () => {
    expect(decodeBurst(sent(['HELLO'], { reader: 'us', computer: 'csa' }))).toMatchObject({
      kind: 'text',
      text: 'HELLO',
      broken: false,
    })
  })
  it('a zone with a wrong check digit is still a zone: false and damaged documents are expected', () => {
    const wrong = [td3[0] ?? '', (td3[1] ?? '').replace('L898902C36', 'L898902C37')]
    for (const setting of pairs) expect(decodeBurst(sent(wrong, setting)).text).toBe(wrong.join('\n'))
  })
  it('a reader that knows no layout of ours but agrees with its computer is read as typed', () => {
    const azerty = sent(td3, { reader: 'us', computer: 'us' }).map((key) => ({ ...key, code: `Other${key.code}` }))
    expect(decodeBurst(azerty)).toMatchObject({ kind: 'passport', text: td3.join('\n'), reader: [] })
  })
  it('nothing at all', () => {
    expect(decodeBurst([])).toMatchObject({ kind: 'text', text: '' })
  })
})
