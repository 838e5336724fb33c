import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigit } from '../../../src/shared/mrz/check-digit.ts'
import { layouts } from '../../../src/shared/mrz/layout.ts'
import { type MrzRecord, readMrz } from '../../../src/shared/mrz/read.ts'
import { explainMrzWarning } from '../../../src/shared/mrz/warnings.ts'
import { unwrap } from '../../../src/shared/result.ts'

const today = '2026-11-22'
const read = (text: string): MrzRecord => unwrap(readMrz(text, today))
const warned = (record: MrzRecord) => record.warnings.map((warning) => `${warning.code} ${warning.field}`)

const td3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']
const td2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']
const td1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']
const visaA = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<']
const visaB = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<']

describe('check digit', () => {
  it.each([
    ['520727', '3'],
    ['AB2134<<<', '5'],
    ['HA672242<658022549601086<<<<<<<<<<<<<<0', '8'],
    ['D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<<', '2'],
  ])('agrees with the examples of 9303-3 appendix A: %s', (field, digit) => {
    expect(checkDigit(field)).toBe(digit)
  })

  it('detects every substitution of one character that changes its value modulo 10', () => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'
    const value = (c: string) => (c === '<' ? 0 : Number.parseInt(c, 36)) % 10
    const letter = fc.constantFrom(...alphabet)
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: 40 }), fc.nat(), letter, (field, at, other) => {
        const place = at % field.length
        fc.pre(value(field[place] as string) !== value(other))
        expect(checkDigit(field.with(place, other).join(''))).not.toBe(checkDigit(field.join('')))
      }),
    )
  })
})

describe('reading the specimens of ICAO', () => {
  it.each([
    ['TD3', td3, 'P', 'L898902C3', 'ZE184226B', 5],
    ['TD2', td2, 'I', 'D23145890', '', 4],
    ['TD1', td1, 'I', 'D23145890', '', 4],
  ])('%s: every field, every check digit', (format, lines, documentCode, documentNumber, optionalData, checks) => {
    const record = read(lines.join('\n'))
    expect(record).toMatchObject({
      format,
      documentCode,
      documentNumber,
      optionalData,
      familyName: 'ERIKSSON',
      givenNames: 'ANNA MARIA',
      nameMayBeTruncated: false,
      issuer: { raw: 'UTO', country: 'UTO' },
      nationality: { raw: 'UTO', country: 'UTO' },
      birthDate: { raw: '740812', value: '1974-08-12' },
      sex: 'F',
      expiryDate: { raw: '120415', value: '2012-04-15' },
      warnings: [],
    })
    expect(record.checks).toHaveLength(checks)
    expect(record.checks.every((check) => check.ok)).toBe(true)
  })

  it('visas A and B, which have no composite check digit', () => {
    for (const [lines, format, optionalData] of [
      [visaA, 'MRV-A', '6ZE184226B'],
      [visaB, 'MRV-B', ''],
    ] as const) {
      expect(read(lines.join('\n'))).toMatchObject({
        format,
        documentCode: 'V',
        documentNumber: 'L8988901C',
        nationality: { country: 'XXX' },
        birthDate: { value: '1940-09-07' },
        optionalData,
        warnings: [],
      })
    }
  })

  it.each([
    ['number with the filler left out of its check digit', 'I<UTOD23145890<7349<<<<<<<<<<<', 'D23145890734'],
    ['Belgian card, filler counted', 'IDBEL000590240<6013<<<<<<<<<<<', '000590240601'],
    ['Belgian card, filler not counted', 'IDBEL600001795<0152<<<<<<<<<<<', '600001795015'],
  ])('joins a long document number of a card: %s', (_, upper, documentNumber) => {
    const record = read([upper, td1[1], td1[2]].join('\n'))
    expect(record.documentNumber).toBe(documentNumber)
    expect(record.optionalData).toBe('')
    expect(record.checks[0]).toMatchObject({ field: 'documentNumber', ok: true })
  })

  it('a card with both optional fields filled, as Belgium issues it', () => {
    const lines = ['IDBEL000590240<6013<<<<<<<<<<<', '8512017F1311048BEL851201002007', 'REINARTZ<<ULRIKE<KATIA<E<<<<<<']
    const record = read(lines.join('\n'))
    expect(record).toMatchObject({ documentNumber: '000590240601', optionalData: '85120100200', warnings: [] })
    expect(record.checks).toHaveLength(4)
  })

  it('joins a long document number of a TD2', () => {
    const record = read('I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<\nD23145890<UTO3407127M95071227349<<<8')
    expect(record).toMatchObject({ documentNumber: 'D23145890734', optionalData: '', warnings: [] })
  })
})

describe('what a reader or a hand may send', () => {
  const [upper = '', lower = ''] = td3
  it.each([
    ['Windows line ends and a last carriage return', `${upper}\r\n${lower}\r`],
    ['old Macintosh line ends', `${upper}\r${lower}`],
    ['no line end at all', upper + lower],
    ['lower case', td3.join('\n').toLowerCase()],
    ['spaces between groups', `${upper}\nL898902C3 6 UTO 740812 2 F 120415 9 ZE184226B<<<<< 1 0`],
    ['fillers typed as spaces', td3.join('\n').replaceAll('<', ' ')],
    [
      'fillers typed as spaces, none at the end of the line',
      td3.map((l) => l.replaceAll('<', ' ').trimEnd()).join('\n'),
    ],
    ['fillers left out at the end of the name', `${upper.replace(/<+$/, '')}\n${lower}`],
    ['a filler too many at the end of the name', `${upper}<<\n${lower}`],
    ['guillemets for two fillers', td3.join('\n').replaceAll('<<', '«')],
    ['tabs, blank lines and control characters', `\u0002\t${upper}\n\n \n\t${lower}\u0003`],
    ['full-width characters', `${upper}\n${lower.replace('UTO', 'ＵＴＯ')}`],
    ['broken in four', `${upper.slice(0, 20)}\n${upper.slice(20)}\n${lower.slice(0, 22)}\n${lower.slice(22)}`],
    ['a page heading above', `PASSPORT\n${upper}\n${lower}`],
  ])('%s', (_, text) => {
    expect(read(text).lines).toEqual(td3)
  })

  it('three lines of a card with fillers as spaces and none at the ends', () => {
    expect(read(td1.map((line) => line.replaceAll('<', ' ').trimEnd()).join('\n')).lines).toEqual(td1)
    expect(read(td1.join('')).lines).toEqual(td1)
  })

  it('a character of another alphabet is read as a filler and reported', () => {
    const record = read(td3.join('\n').replace('ANNA', 'АNNA'))
    expect(record.givenNames).toBe('NNA MARIA')
    expect(warned(record)).toContain('foreign_character zone')
  })

  it('nothing, and what is no zone, are refused with what was counted', () => {
    expect(readMrz(' \r\n\t', today)).toMatchObject({ ok: false, failure: { code: 'mrz.empty' } })
    expect(readMrz('hello\nworld', today)).toMatchObject({
      failure: { code: 'mrz.unrecognized', params: { lines: 2, characters: 10 } },
    })
    expect(readMrz('P<'.repeat(5000), today).ok).toBe(false)
  })

  it('never throws, whatever the string, and returns lines of the width of the format', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'P<V0O1I8B\n\r \tA«Ж😀é'), minLength: 60, maxLength: 100 })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), nearly), (text) => {
        const result = readMrz(text, today)
        if (!result.ok) return
        const { width, lineCount } = layouts[result.value.format]
        expect(result.value.lines).toHaveLength(lineCount)
        for (const line of result.value.lines) expect(line).toMatch(new RegExp(`^[A-Z0-9<]{${width}}$`))
      }),
    )
  })
})

describe('names', () => {
  const named = (field: string) => read(`P<UTO${field.padEnd(39, '<')}\n${td3[1]}`)
  it.each([
    ['ARKFREITH', 'ARKFREITH', ''],
    ['SATRIYA<SUDARPA', 'SATRIYA SUDARPA', ''],
    ['AL<BASRI<<HUDA<MUHAMMAD<JAWAD', 'AL BASRI', 'HUDA MUHAMMAD JAWAD'],
    ['NG<<A', 'NG', 'A'],
    ['O<<Y', 'O', 'Y'],
    ['ERIKSSON<<ANNA<<MARIA', 'ERIKSSON', 'ANNA MARIA'],
  ])('%s', (field, familyName, givenNames) => {
    expect(named(field)).toMatchObject({ familyName, givenNames, warnings: [] })
  })

  it('a field filled to its last letter may be cut, also where it is not', () => {
    const record = named('PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR')
    expect(record.nameMayBeTruncated).toBe(true)
    expect(warned(record)).toEqual(['name_truncated name'])
  })

  it('a digit in the name is reported with the letter it looks like', () => {
    const [warning] = named('ER1KSS0N<<ANNA').warnings
    expect(warning?.code).toBe('digit_in_name')
    expect(read(warning?.suggestions[0]?.text ?? '').familyName).toBe('ERIKSSON')
  })

  it('an empty name is reported', () => {
    expect(warned(named(''))).toEqual(['name_missing name'])
  })
})

/** A TD3 lower line with right check digits. */
function lower(change: {
  number?: string
  nationality?: string
  birth?: string
  sex?: string
  expiry?: string
}): string {
  const number = (change.number ?? 'L898902C3').padEnd(9, '<')
  const [birth, expiry] = [change.birth ?? '740812', change.expiry ?? '120415']
  const first = number + checkDigit(number)
  const second = birth + checkDigit(birth)
  const third = `${expiry}${checkDigit(expiry)}${'<'.repeat(15)}`
  return `${first}${(change.nationality ?? 'UTO').padEnd(3, '<')}${second}${change.sex ?? 'F'}${third}${checkDigit(first + second + third)}`
}
const withLower = (change: Parameters<typeof lower>[0]) => read(`${td3[0]}\n${lower(change)}`)

describe('nationalities', () => {
  it.each([
    ['XXA', 'XXA'],
    ['XXB', 'XXB'],
    ['XXC', 'XXC'],
    ['XXX', 'XXX'],
    ['XPO', 'XPO'],
    ['UNO', 'UNO'],
    ['UNA', 'UNA'],
    ['UNK', 'UNK'],
    ['EUE', 'EUE'],
    ['XBA', 'XBA'],
    ['XEC', 'XEC'],
    ['XKX', 'XKX'],
    ['RKS', 'XKX'],
    ['D', 'DEU'],
    ['SYR', 'SYR'],
  ])('%s', (raw, country) => {
    expect(withLower({ nationality: raw })).toMatchObject({ nationality: { raw, country }, warnings: [] })
  })

  it('an unknown code is kept and reported, with the code it looks like if that one is known', () => {
    const record = withLower({ nationality: 'QQQ' })
    expect(record.nationality).toEqual({ raw: 'QQQ', country: null })
    expect(record.warnings).toEqual([{ code: 'unknown_state', field: 'nationality', suggestions: [] }])
    const misread = withLower({ nationality: 'UT0' }).warnings[0]
    expect(read(misread?.suggestions[0]?.text ?? '').nationality.country).toBe('UTO')
  })
})

describe('dates', () => {
  it.each([
    ['740812', '1974-08-12'],
    ['7408<<', '1974-08'],
    ['74<<<<', '1974'],
    ['261122', '2026-11-22'],
    ['261123', '1926-11-23'],
    ['2612<<', '1926-12'],
    ['2611<<', '2026-11'],
    ['26<<<<', '2026'],
    ['27<<<<', '1927'],
    ['000229', '2000-02-29'],
    ['<<<<<<', null],
  ])('birth %s is %s: what is unknown stays unknown, the century is the latest that is past', (birth, value) => {
    expect(withLower({ birth })).toMatchObject({ birthDate: { raw: birth, value }, warnings: [] })
  })

  it.each(['741312', '740230', '740000', '74<<12', '290229', '7A0812'])(
    'an impossible birth date is kept as it stands and reported: %s',
    (birth) => {
      const record = withLower({ birth })
      expect(record.birthDate).toEqual({ raw: birth, value: null })
      expect(warned(record)).toEqual(['impossible_date birthDate'])
    },
  )

  it.each([
    ['310101', '2031-01-01'],
    ['990101', '1999-01-01'],
    ['750101', '2075-01-01'],
    ['760101', '1976-01-01'],
    ['<<<<<<', null],
  ])('expiry %s is %s', (expiry, value) => {
    expect(withLower({ expiry })).toMatchObject({ expiryDate: { value }, warnings: [] })
  })

  it('accepts fillers for the check digit of an unknown date', () => {
    const line = lower({ expiry: '<<<<<<' })
    const record = read(`${td3[0]}\n${line.slice(0, 27)}<${line.slice(28)}`)
    expect(record.warnings).toEqual([])
  })
})

describe('sex', () => {
  it.each([
    ['M', 'M'],
    ['F', 'F'],
    ['<', 'X'],
    ['X', 'X'],
  ])('%s is %s', (sex, value) => {
    expect(withLower({ sex })).toMatchObject({ sex: value, warnings: [] })
  })
  it('anything else is reported', () => {
    expect(warned(withLower({ sex: 'H' }))).toEqual(['unknown_sex sex'])
  })
})

describe('a wrong check digit', () => {
  it.each([
    ['0 for O in a number', 'documentNumber', { number: 'L8O89O2C3' }, 'L8O89O2C3', 'L8089O2C3'],
    ['letters in a date of birth', 'birthDate', { birth: '500812' }, '500812', 'SOO8I2'],
    ['S for 5 in the expiry date', 'expiryDate', { expiry: '350415' }, '350415', '3S0415'],
  ])('never bars, and the reading that agrees is suggested first: %s', (_, field, right, printed, misread) => {
    const record = read(`${td3[0]}\n${lower(right).replace(printed, misread)}`)
    const warning = record.warnings.find(({ code }) => code === 'check_digit')
    expect(warning?.field).toBe(field)
    expect(warning?.suggestions[0]?.text).toBe(`${td3[0]}\n${lower(right)}`)
  })

  it('says what was expected and what was found', () => {
    const record = read(`${td3[0]}\n${td3[1]?.replace('C36UTO', 'C37UTO')}`)
    expect(record.checks[0]).toEqual({ field: 'documentNumber', expected: '6', found: '7', ok: false })
    expect(record.documentNumber).toBe('L898902C3')
  })

  it('each of its suggestions mends the check without breaking another', () => {
    const swap: Record<string, string> = {
      O: '0',
      I: '1',
      B: '8',
      S: '5',
      Z: '2',
      0: 'O',
      1: 'I',
      8: 'B',
      5: 'S',
      2: 'Z',
    }
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{9}$/), fc.nat(8), (number, at) => {
        const other = swap[number[at] as string]
        fc.pre(other !== undefined)
        const right = lower({ number })
        const record = read(`${td3[0]}\n${right.slice(0, at)}${other}${right.slice(at + 1)}`)
        const warning = record.warnings.find(({ field }) => field === 'documentNumber')
        expect(warning?.suggestions.map(({ text }) => text)).toContain(`${td3[0]}\n${right}`)
        for (const { text } of warning?.suggestions ?? [])
          expect(
            read(text).checks.filter((check, place) => !check.ok && (place === 0 || record.checks[place]?.ok)),
          ).toEqual([])
      }),
    )
  })

  it('is not mended by breaking a check that agrees, as on a document made up with a wrong digit', () => {
    const misread = lower({ number: 'L8O89O2C3' }).replace('L8O89O2C3', 'L8089O2C3')
    const consistent =
      misread.slice(0, 43) + checkDigit(misread.slice(0, 10) + misread.slice(13, 20) + misread.slice(21, 43))
    const record = read(`${td3[0]}\n${consistent}`)
    expect(record.warnings).toEqual([{ code: 'check_digit', field: 'documentNumber', suggestions: [] }])
  })

  it('of the whole document is mended first by what mends most', () => {
    const letters = 'OIBSZ01852'
    for (const optional of [...letters].flatMap((a) => [...letters].map((b) => (a + b).padEnd(15, '<')))) {
      const upper = `I<UTOD231458907${optional}`
      const middle = '5408122F1204159UTO<<<<<<<<<<<'
      const birth = middle.slice(0, 6) + checkDigit(middle.slice(0, 6))
      const composite = checkDigit(upper.slice(5) + birth + middle.slice(8, 15) + middle.slice(18))
      const printed = `${birth}${middle.slice(7)}${composite}`
      const record = read([upper, printed.replace('5', 'S'), td1[2]].join('\n'))
      const warning = record.warnings.find(({ field }) => field === 'composite')
      expect(warning?.suggestions[0]?.text).toBe([upper, printed, td1[2]].join('\n'))
    }
  })

  it('is explained in both languages', () => {
    const warning = { code: 'check_digit', field: 'birthDate', suggestions: [] } as const
    expect(explainMrzWarning(warning, 'en')).toMatch(/^Date of birth: the check digit/)
    expect(explainMrzWarning(warning, 'fr')).toMatch(/^Date de naissance\u00A0: le chiffre/)
  })
})
