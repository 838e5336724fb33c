import fc from 'fast-check'
import { type ParseResult, parse } from 'mrz'
import { describe, expect, it } from 'vitest'
import { nameField } from '../../../src/shared/mrz/name-field.ts'
import { readMrz } from '../../../src/shared/mrz/read.ts'
import { selectableStates } from '../../../src/shared/mrz/states.ts'
import { transliterate } from '../../../src/shared/mrz/transliterate.ts'
import { type MrzContent, writeTd1, writeTd2, writeTd3 } from '../../../src/shared/mrz/write.ts'
import { unwrap } from '../../../src/shared/result.ts'

const specimen: MrzContent = {
  documentCode: 'I',
  issuer: 'UTO',
  documentNumber: 'D23145890',
  familyName: 'Eriksson',
  givenNames: 'Anna Maria',
  nationality: 'UTO',
  birthDate: '1974-08-12',
  sex: 'F',
  expiryDate: '2012-04-15',
}

describe('writing the specimens of ICAO', () => {
  it('TD3', () => {
    const content = { ...specimen, documentCode: 'P', documentNumber: 'L898902C3', optionalData: 'ZE184226B' }
    expect(unwrap(writeTd3(content)).lines).toEqual([
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
    ])
  })
  it('TD2', () => {
    expect(unwrap(writeTd2(specimen)).lines).toEqual([
      'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<',
      'D231458907UTO7408122F1204159<<<<<<<6',
    ])
  })
  it('TD1', () => {
    expect(unwrap(writeTd1(specimen)).lines).toEqual([
      'I<UTOD231458907<<<<<<<<<<<<<<<',
      '7408122F1204159UTO<<<<<<<<<<<6',
      'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ])
  })
  it('a long number of a TD2 (9303-11, appendix D.2)', () => {
    const content = {
      ...specimen,
      documentNumber: 'D23145890734',
      familyName: 'Stevenson',
      givenNames: 'Peter John',
      birthDate: '1934-07-12',
      sex: 'M' as const,
      expiryDate: '1995-07-12',
    }
    expect(unwrap(writeTd2(content)).lines[1]).toBe('D23145890<UTO3407127M95071227349<<<8')
  })
  it('the claimant document of a refugee of unknown birthday and unspecified sex', () => {
    const content: MrzContent = {
      ...specimen,
      documentCode: 'IR',
      issuer: 'CAN',
      nationality: 'XXA',
      birthDate: '1990',
      sex: 'X',
    }
    const { lines } = unwrap(writeTd2(content))
    expect(lines[0]).toMatch(/^IRCANERIKSSON<<ANNA/)
    expect(lines[1]).toMatch(/^D231458907XXA90<<<<\d<120415/)
  })
  it('Germany and Kosovo by the codes of the zone', () => {
    const { lines } = unwrap(writeTd2({ ...specimen, issuer: 'DEU', nationality: 'XKX' }))
    expect(lines[0]).toMatch(/^I<D<<ERIK/)
    expect(lines[1]).toMatch(/^D231458907RKS74/)
  })
})

describe('truncating names', () => {
  const bennelong = ['BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL', 'DINGO POTOROO'] as const
  const krasuang = ['NILAVADHANANANDA', 'CHAYAPA DEJTHAMRONG KRASUANG'] as const
  it.each([
    [39, krasuang, 'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K'],
    [31, krasuang, 'NILAVADHANANANDA<<CHAYAPA<DEJ<K'],
    [30, krasuang, 'NILAVADHANANANDA<<CHAYAPA<DE<K'],
    [39, ['NILAVADHANANANDA', 'ARNPOL PETCH CHARONGUANG'], 'NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU'],
    [39, bennelong, 'BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI'],
    [31, bennelong, 'BENNELONG<WOOLOOMOOLOO<W<W<<D<P'],
    [30, bennelong, 'BENNELONG<WOOLOOMOOLOO<W<W<<DI'],
  ])('to %i as the examples of 9303-4, -5 and -6 do', (width, [family, given], text) => {
    expect(nameField(family.split(' '), given.split(' '), width)).toEqual({ text, truncated: true })
  })

  it('keeps what fits to the last letter', () => {
    expect(nameField(['PAPANDROPOULOUS'], ['JONATHOON', 'ALEC'], 31)).toEqual({
      text: 'PAPANDROPOULOUS<<JONATHOON<ALEC',
      truncated: false,
    })
  })

  it('cuts one very long name, with or without given names, and says so', () => {
    expect(nameField(['X'.repeat(200)], [], 31).text).toBe('X'.repeat(31))
    expect(nameField(['X'.repeat(200)], ['Y', 'Z'], 31).text).toBe(`${'X'.repeat(28)}<<Y`)
    const { notes } = unwrap(writeTd2({ ...specimen, familyName: 'X'.repeat(200) }))
    expect(notes).toEqual(['name_truncated'])
  })

  it('always fills the field exactly, keeps a letter of a given name, ends in a letter when cut', () => {
    const word = fc.stringMatching(/^[A-Z]{2,20}$/)
    const words = (minLength: number) => fc.array(word, { minLength, maxLength: 25 })
    fc.assert(
      fc.property(words(1), words(0), fc.constantFrom(30, 31, 39), (family, given, width) => {
        const { text, truncated } = nameField(family, given, width)
        expect(text).toHaveLength(width)
        expect(text).toMatch(/^[A-Z]+(<[A-Z]+)*(<<[A-Z]+(<[A-Z]+)*)?<*$/)
        if (truncated) expect(text).toMatch(/[A-Z]$/)
        if (given.length > 0) expect(text).toMatch(/<<[A-Z]/)
      }),
    )
  })
})

describe('transliteration', () => {
  it.each([
    ['Müller-Lüdenscheidt', 'MUELLER LUEDENSCHEIDT'],
    ['Großmann', 'GROSSMANN'],
    ['Håkon Ødegård', 'HAAKON OEDEGAARD'],
    ['Þórður Æsir', 'THORDUR AESIR'],
    ["D'Artagnan O’Connor", 'DARTAGNAN OCONNOR'],
    ['Nguyễn Thị Đào', 'NGUYEN THI DAO'],
    ['Łukasz Żółć', 'LUKASZ ZOLC'],
    ['İnan Çığ', 'INAN CIG'],
    ['Núñez, José', 'NUNEZ JOSE'],
    ['St. John', 'ST JOHN'],
    ['Mu\u0308ller', 'MUELLER'],
  ])('%s', (name, words) => {
    expect(transliterate(name)).toEqual({ words: words.split(' '), romanized: false, dropped: false })
  })

  it.each([
    ['Чайковский', 'CHAYKOVSKIY'],
    ['Θεόδωρος', 'THEODOROS'],
    ['თბილელი', 'TBILELI'],
  ])('another script is romanized, and said to be: %s', (name, words) => {
    expect(transliterate(name)).toEqual({ words: [words], romanized: true, dropped: false })
    const written = unwrap(writeTd2({ ...specimen, familyName: name, givenNames: '' }))
    expect(written.notes).toEqual(['name_romanized'])
  })

  it('digits and pictures are dropped, and said to be', () => {
    expect(transliterate('Anna 😀 2')).toEqual({ words: ['ANNA'], romanized: false, dropped: true })
  })
})

describe('what cannot be written', () => {
  it.each([
    ['mrz.name_unwritable', { familyName: '😀', givenNames: ' - ' }],
    ['mrz.number_unwritable', { documentNumber: 'D23145890734567' }],
    ['mrz.number_unwritable', { documentNumber: 'd-1' }],
    ['mrz.number_unwritable', { documentNumber: '' }],
    ['mrz.code_unwritable', { documentCode: 'AC' }],
    ['mrz.code_unwritable', { documentCode: 'IV' }],
    ['mrz.code_unwritable', { documentCode: 'P' }],
    ['mrz.state_unwritable', { nationality: 'QQQ' }],
    ['mrz.date_unwritable', { birthDate: '1990-13-01' }],
    ['mrz.date_unwritable', { expiryDate: '2030-02-30' }],
    ['mrz.optional_unwritable', { optionalData: '12345678' }],
    ['mrz.optional_unwritable', { documentNumber: 'D231458901', optionalData: '12345' }],
  ])('%s', (code, change) => {
    expect(writeTd2({ ...specimen, ...change })).toMatchObject({ ok: false, failure: { code } })
  })

  it('a name in one field only takes the first place', () => {
    const { lines } = unwrap(writeTd2({ ...specimen, familyName: '', givenNames: 'Suharto' }))
    expect(lines[0]).toBe(`I<UTOSUHARTO${'<'.repeat(24)}`)
  })
})

const country = fc.constantFrom(...selectableStates('en').map((state) => state.code))
const word = fc.stringMatching(/^[A-Z]{1,12}$/)
const date = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const birth = fc.oneof(
  date,
  date.map((d) => d.slice(0, 7)),
  date.map((d) => d.slice(0, 4)),
)
const content = (number: RegExp, optional: RegExp, documentCode: fc.Arbitrary<string>): fc.Arbitrary<MrzContent> =>
  fc.record({
    optionalData: fc.stringMatching(optional),
    documentCode,
    issuer: country,
    documentNumber: fc.stringMatching(number),
    familyName: fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' ')),
    givenNames: fc.array(word, { maxLength: 2 }).map((words) => words.join(' ')),
    nationality: country,
    birthDate: birth,
    sex: fc.constantFrom('M', 'F', 'X'),
    expiryDate: fc.oneof(
      fc.constant(null),
      date.map((d) => `${Number(d.slice(0, 4)) + 47}${d.slice(4, 8)}01`),
    ),
  })
const other = fc.constantFrom('I', 'IR', 'ID', 'A', 'C', 'CR')
const kinds = [
  ['TD3', writeTd3, content(/^[A-Z0-9]{1,9}$/, /^[A-Z0-9]{0,14}$/, fc.constantFrom('P', 'PR', 'PS')), 39],
  ['TD2', writeTd2, content(/^[A-Z0-9]{1,11}$/, /^[A-Z0-9]{0,3}$/, other), 31],
  ['TD1', writeTd1, content(/^[A-Z0-9]{1,15}$/, /^[A-Z0-9]{0,7}$/, other), 30],
] as const

describe.each(kinds)('%s', (format, write, contents, width) => {
  it('what we write is read back the same', () => {
    fc.assert(
      fc.property(contents, (given) => {
        const { lines, notes } = unwrap(write(given))
        const record = unwrap(readMrz(lines.join('\n'), '2026-11-22'))
        expect(record.checks.every((check) => check.ok)).toBe(true)
        expect(record).toMatchObject({
          format,
          documentCode: given.documentCode,
          issuer: { country: given.issuer },
          documentNumber: given.documentNumber,
          nationality: { country: given.nationality },
          birthDate: { value: given.birthDate },
          sex: given.sex,
          expiryDate: { value: given.expiryDate },
          optionalData: given.optionalData,
        })
        if (notes.length > 0) return
        expect(record).toMatchObject({ familyName: given.familyName, givenNames: given.givenNames })
        expect(record.nameMayBeTruncated).toBe(`${given.familyName}  ${given.givenNames}`.trim().length === width)
      }),
    )
  })

  it('another reader finds it valid', () => {
    fc.assert(
      fc.property(contents, (given) => {
        // The other reader knows ISO codes only, and no unknown expiry.
        const known = { ...given, issuer: 'CAN', nationality: 'SYR', expiryDate: given.expiryDate ?? '2031-01-01' }
        const found: ParseResult = parse([...unwrap(write(known)).lines])
        expect(found.details.filter((detail) => !detail.valid)).toEqual([])
        expect(found).toMatchObject({ format, valid: true, documentNumber: given.documentNumber })
      }),
    )
  })
})
