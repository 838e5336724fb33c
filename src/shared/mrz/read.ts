import { fail, ok, type Result } from '../result.ts'
import { applyChanges, letterFor, longNumber, type MrzChange, type MrzCheck, runChecks, suggestFor } from './checks.ts'
import { isUnknown, type ReadDate, readBirthDate, readExpiryDate } from './dates.ts'
import { cut, type MrzFormat, type MrzLayout, type Span, unfill } from './layout.ts'
import { findLines, type MrzLines, shapeOf } from './lines.ts'
import { type CountryCode, countryOfMrz } from './states.ts'
import type { MrzField, MrzSuggestion, MrzWarning, MrzWarningCode } from './warnings.ts'

/** An issuer or nationality: the letters as they stand, and the country we know by them. */
export interface ReadState {
  readonly raw: string
  readonly country: CountryCode | null
}

/** What a machine readable zone says. Names are in capitals without accents, as they stand. */
export interface MrzRecord {
  readonly format: MrzFormat
  readonly lines: readonly string[]
  /** One or two letters: `P` passport, `V` visa, `A`, `C` or `I` other; the second is the issuer's. */
  readonly documentCode: string
  readonly issuer: ReadState
  /** Whole, also where it runs on into the optional data. */
  readonly documentNumber: string
  readonly familyName: string
  /** Empty for a person with one name. */
  readonly givenNames: string
  /** The name fills its field to the last letter, so that more may have been cut off (9303-4, 4.2.3). */
  readonly nameMayBeTruncated: boolean
  readonly nationality: ReadState
  readonly birthDate: ReadDate
  /** X: unspecified. Null: something else stands there. */
  readonly sex: 'M' | 'F' | 'X' | null
  readonly expiryDate: ReadDate
  /** As they stand, without the fillers; on TD1 two fields, parted by a space. */
  readonly optionalData: string
  readonly checks: readonly MrzCheck[]
  /** What an officer should look at; nothing of it bars. */
  readonly warnings: readonly MrzWarning[]
}

/**
 * Reads a machine readable zone (ICAO Doc 9303, TD1, TD2, TD3, MRV-A, MRV-B) from what a passport reader or a hand
 * typed; see findLines for what is forgiven. `today` (`2026-11-22`) decides the century of two-digit years.
 * A wrong check digit is reported and never bars. Never throws.
 * Errors: `mrz.empty`, `mrz.unrecognized` (lines, characters).
 */
export function readMrz(text: string, today: string): Result<MrzRecord> {
  const shape = shapeOf(text)
  if (shape.characters === 0) return fail('mrz.empty')
  const found = findLines(text)
  if (!found) return fail('mrz.unrecognized', { ...shape })
  return ok(readLines(found, today))
}

function readLines(found: MrzLines, today: string): MrzRecord {
  const { layout, lines } = found
  const field = (span: Span) => cut(lines, span)
  const record = {
    format: layout.format,
    lines,
    documentCode: unfill(field(layout.documentCode)),
    issuer: readState(field(layout.issuer)),
    ...readNumber(layout, lines),
    ...readName(field(layout.name)),
    nationality: readState(field(layout.nationality)),
    birthDate: readBirthDate(field(layout.birthDate), today),
    sex: readSex(field(layout.sex)),
    expiryDate: readExpiryDate(field(layout.expiryDate), today),
    checks: runChecks(layout, lines),
  }
  return { ...record, warnings: warningsOf(record, found) }
}

function readNumber(layout: MrzLayout, lines: readonly string[]) {
  const long = longNumber(layout, lines)
  const optional = layout.optionalData.map((span, at) =>
    cut(lines, at === 0 && long ? { ...span, start: long.digit.end } : span),
  )
  return {
    documentNumber: unfill(cut(lines, layout.documentNumber) + (long ? cut(lines, long.rest) : '')),
    optionalData: optional.map(unfill).filter(Boolean).join(' '),
  }
}

/** Primary and secondary identifier are parted by two fillers; one name alone stands first (9303-3, 4.6). */
function readName(name: string) {
  const [primary = '', ...rest] = name.split('<<')
  const words = (part: string) => part.split('<').filter(Boolean).join(' ')
  return {
    familyName: words(primary),
    givenNames: words(rest.join('<')),
    nameMayBeTruncated: /[A-Z]$/.test(name),
  }
}

function readState(letters: string): ReadState {
  const raw = unfill(letters)
  return { raw, country: countryOfMrz(raw) }
}

function readSex(letter: string): MrzRecord['sex'] {
  if (letter === 'M' || letter === 'F') return letter
  return letter === '<' || letter === 'X' ? 'X' : null
}

function warningsOf(record: Omit<MrzRecord, 'warnings'>, { layout, lines, foreign }: MrzLines): readonly MrzWarning[] {
  const warnings: MrzWarning[] = []
  const warn = (code: MrzWarningCode, field: MrzField, suggestions: readonly MrzSuggestion[] = []) =>
    warnings.push({ code, field, suggestions })
  if (foreign > 0) warn('foreign_character', 'zone')
  for (const { field, ok } of record.checks) if (!ok) warn('check_digit', field, suggestFor(layout, lines, field))
  for (const field of ['birthDate', 'expiryDate'] as const)
    if (record[field].value === null && !isUnknown(record[field].raw)) warn('impossible_date', field)
  for (const field of ['issuer', 'nationality'] as const)
    if (record[field].country === null) warn('unknown_state', field, asLetters(lines, layout[field], isKnownState))
  if (record.sex === null) warn('unknown_sex', 'sex')
  if (record.documentNumber === '') warn('number_missing', 'documentNumber')
  if (/\d/.test(cut(lines, layout.name))) warn('digit_in_name', 'name', asLetters(lines, layout.name))
  if (record.familyName + record.givenNames === '') warn('name_missing', 'name')
  else if (record.nameMayBeTruncated) warn('name_truncated', 'name')
  return warnings
}

const isKnownState = (letters: string) => countryOfMrz(unfill(letters)) !== null

/** The suggestion to read every digit of a field of letters as the letter it looks like, if there is one. */
function asLetters(
  lines: readonly string[],
  span: Span,
  accept: (letters: string) => boolean = () => true,
): readonly MrzSuggestion[] {
  const changes = [...cut(lines, span)].flatMap((from, index): MrzChange[] => {
    const to = letterFor.get(from)
    return to === undefined ? [] : [{ line: span.line, column: span.start + index, from, to }]
  })
  const corrected = applyChanges(lines, changes)
  return changes.length > 0 && accept(cut(corrected, span)) ? [{ changes, text: corrected.join('\n') }] : []
}
