import { fail, ok, type Result } from '../result.ts'
import { checkDigit } from './check-digit.ts'
import { type MrzDate, writeDate } from './dates.ts'
import { nameField } from './name-field.ts'
import { type CountryCode, isCountryCode, mrzOfCountry } from './states.ts'
import { transliterate } from './transliterate.ts'

/** What a zone is written from. Names as the person writes them, in any script. */
export interface MrzContent {
  /** `P`, `PR` ... on TD3; `A`, `C` or `I` and a second letter (not V; not AC) on TD1 and TD2. */
  readonly documentCode: string
  readonly issuer: CountryCode
  /** Letters A-Z and digits; up to 9 on TD3, 14 on TD2, 22 on TD1 (beyond 9 it runs on into the optional data). */
  readonly documentNumber: string
  /** Either may be empty, not both. */
  readonly familyName: string
  readonly givenNames: string
  readonly nationality: CountryCode
  /** Null: unknown. */
  readonly birthDate: MrzDate | null
  readonly sex: 'M' | 'F' | 'X'
  /** Null: none. */
  readonly expiryDate: MrzDate | null
  readonly optionalData?: string
}

/** What an officer should see before the document is issued. */
export type MrzNote = 'name_truncated' | 'name_romanized' | 'name_characters_dropped'

export interface MrzWritten {
  readonly lines: readonly string[]
  readonly notes: readonly MrzNote[]
}

/**
 * The two lines of 44 of a passport (ICAO Doc 9303-4).
 * Errors of all three writers: `mrz.code_unwritable`, `mrz.state_unwritable`, `mrz.name_unwritable`,
 * `mrz.number_unwritable` (limit), `mrz.date_unwritable`, `mrz.optional_unwritable` (limit).
 */
export function writeTd3(content: MrzContent): Result<MrzWritten> {
  return write(content, { code: /^P[A-Z]?$/, name: 39, number: 9, optional: 14 }, (parts) => {
    const optional = parts.optional.padEnd(14, '<')
    const optionalDigit = parts.optional === '' ? '<' : checkDigit(optional)
    const start = parts.number + checkDigit(parts.number)
    const dates = [parts.birth, parts.expiry + optional + optionalDigit] as const
    const composite = checkDigit(start + dates.join(''))
    return [parts.head + parts.name, `${start}${parts.nationality}${dates[0]}${parts.sex}${dates[1]}${composite}`]
  })
}

/** The two lines of 36 of a TD2 document (ICAO Doc 9303-6), such as the claimant document (`IR`, `CAN`). */
export function writeTd2(content: MrzContent): Result<MrzWritten> {
  return write(content, { code: otherCode, name: 31, number: 14, optional: 7 }, (parts) => {
    const start = parts.number + parts.numberDigit
    const end = parts.expiry + parts.optional.padEnd(7, '<')
    const composite = checkDigit(start + parts.birth + end)
    return [parts.head + parts.name, `${start}${parts.nationality}${parts.birth}${parts.sex}${end}${composite}`]
  })
}

/** The three lines of 30 of a card (ICAO Doc 9303-5). Optional data goes to the first line. */
export function writeTd1(content: MrzContent): Result<MrzWritten> {
  return write(content, { code: otherCode, name: 30, number: 22, optional: 15 }, (parts) => {
    const upper = parts.number + parts.numberDigit + parts.optional.padEnd(15, '<')
    const second = '<'.repeat(11)
    const composite = checkDigit(upper + parts.birth + parts.expiry + second)
    const middle = `${parts.birth}${parts.sex}${parts.expiry}${parts.nationality}${second}${composite}`
    return [parts.head + upper, middle, parts.name]
  })
}

/** V is for visas, AC for crew certificates (9303-5 and -6, 4.2.2.2 note k). */
const otherCode = /^(?!AC|.V)[ACI][A-Z]?$/

interface Limits {
  readonly code: RegExp
  readonly name: number
  readonly number: number
  readonly optional: number
}

/** Fields at their full width; dates with their check digits; the optional data with the rest of a long number. */
interface Parts {
  readonly head: string
  readonly name: string
  readonly number: string
  readonly numberDigit: string
  readonly nationality: string
  readonly birth: string
  readonly sex: string
  readonly expiry: string
  readonly optional: string
}

function write(content: MrzContent, limits: Limits, arrange: (parts: Parts) => readonly string[]): Result<MrzWritten> {
  const { documentCode, issuer, documentNumber, nationality } = content
  if (!limits.code.test(documentCode)) return fail('mrz.code_unwritable')
  if (!isCountryCode(issuer) || !isCountryCode(nationality)) return fail('mrz.state_unwritable')
  if (!/^[A-Z0-9]+$/.test(documentNumber) || documentNumber.length > limits.number)
    return fail('mrz.number_unwritable', { limit: limits.number })
  const long = longNumber(documentNumber)
  const optional = long.rest + (content.optionalData ?? '')
  const limit = limits.optional - long.rest.length
  if (!/^[A-Z0-9<]*$/.test(optional) || optional.length > limits.optional)
    return fail('mrz.optional_unwritable', { limit })
  const birth = writeDate(content.birthDate)
  const expiry = writeDate(content.expiryDate)
  if (birth === null || expiry === null) return fail('mrz.date_unwritable')
  const names = writeNames(content, limits.name)
  if (!names) return fail('mrz.name_unwritable')
  const lines = arrange({
    head: documentCode.padEnd(2, '<') + mrzOfCountry(issuer).padEnd(3, '<'),
    name: names.text,
    number: long.first,
    numberDigit: long.digit,
    nationality: mrzOfCountry(nationality).padEnd(3, '<'),
    birth: birth + checkDigit(birth),
    sex: content.sex === 'X' ? '<' : content.sex,
    expiry: expiry + checkDigit(expiry),
    optional,
  })
  return ok({ lines, notes: names.notes })
}

/** Beyond nine characters: a filler for the check digit; the rest, the check digit and a filler in the optional data. */
function longNumber(number: string): { first: string; digit: string; rest: string } {
  const first = number.slice(0, 9).padEnd(9, '<')
  if (number.length <= 9) return { first, digit: checkDigit(first), rest: '' }
  return { first, digit: '<', rest: `${number.slice(9)}${checkDigit(number)}<` }
}

function writeNames({ familyName, givenNames }: MrzContent, width: number) {
  const family = transliterate(familyName)
  const given = transliterate(givenNames)
  if (family.words.length + given.words.length === 0) return null
  const { text, truncated } = nameField(family.words, given.words, width)
  const notes: readonly (MrzNote | false)[] = [
    truncated && 'name_truncated',
    (family.romanized || given.romanized) && 'name_romanized',
    (family.dropped || given.dropped) && 'name_characters_dropped',
  ]
  return { text, notes: notes.filter((note) => note !== false) }
}
