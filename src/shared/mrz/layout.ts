/** Where each field stands in each kind of machine readable zone (ICAO Doc 9303-4, -5, -6, -7). */

export const mrzFormats = ['TD1', 'TD2', 'TD3', 'MRV-A', 'MRV-B'] as const
export type MrzFormat = (typeof mrzFormats)[number]

/** A run of characters of one line: zero-based, `end` not included. */
export interface Span {
  readonly line: number
  readonly start: number
  readonly end: number
}

export type CheckedField = 'documentNumber' | 'birthDate' | 'expiryDate' | 'optionalData' | 'composite'

export interface MrzLayout {
  readonly format: MrzFormat
  readonly lineCount: 2 | 3
  readonly width: 30 | 36 | 44
  readonly documentCode: Span
  readonly issuer: Span
  readonly name: Span
  readonly documentNumber: Span
  readonly nationality: Span
  readonly birthDate: Span
  readonly sex: Span
  readonly expiryDate: Span
  /** First the field that takes the rest of a long document number. */
  readonly optionalData: readonly Span[]
  /** The place of each check digit and what it covers. */
  readonly checks: readonly { readonly field: CheckedField; readonly over: readonly Span[]; readonly digit: Span }[]
  /** May a document number over nine characters run on into the optional data? */
  readonly longNumbers: boolean
  /** Lines that may end in fillers, which a hand often leaves out. */
  readonly endsInFillers: readonly number[]
}

const span = (line: number, start: number, end: number): Span => ({ line, start, end })

/** The four kinds with two lines differ only in width, optional data and the last check digits. */
function twoLines(format: MrzFormat, width: 36 | 44, optionalEnd: number, more: MrzLayout['checks']): MrzLayout {
  const documentNumber = span(1, 0, 9)
  const birthDate = span(1, 13, 19)
  const expiryDate = span(1, 21, 27)
  const visa = format.startsWith('MRV')
  return {
    format,
    lineCount: 2,
    width,
    documentCode: span(0, 0, 2),
    issuer: span(0, 2, 5),
    name: span(0, 5, width),
    documentNumber,
    nationality: span(1, 10, 13),
    birthDate,
    sex: span(1, 20, 21),
    expiryDate,
    optionalData: [span(1, 28, optionalEnd)],
    checks: [
      { field: 'documentNumber', over: [documentNumber], digit: span(1, 9, 10) },
      { field: 'birthDate', over: [birthDate], digit: span(1, 19, 20) },
      { field: 'expiryDate', over: [expiryDate], digit: span(1, 27, 28) },
      ...more,
    ],
    longNumbers: format === 'TD2',
    endsInFillers: visa ? [0, 1] : [0],
  }
}

const compositeOver = (end: number): readonly Span[] => [span(1, 0, 10), span(1, 13, 20), span(1, 21, end)]

const td1: MrzLayout = {
  format: 'TD1',
  lineCount: 3,
  width: 30,
  documentCode: span(0, 0, 2),
  issuer: span(0, 2, 5),
  name: span(2, 0, 30),
  documentNumber: span(0, 5, 14),
  nationality: span(1, 15, 18),
  birthDate: span(1, 0, 6),
  sex: span(1, 7, 8),
  expiryDate: span(1, 8, 14),
  optionalData: [span(0, 15, 30), span(1, 18, 29)],
  checks: [
    { field: 'documentNumber', over: [span(0, 5, 14)], digit: span(0, 14, 15) },
    { field: 'birthDate', over: [span(1, 0, 6)], digit: span(1, 6, 7) },
    { field: 'expiryDate', over: [span(1, 8, 14)], digit: span(1, 14, 15) },
    {
      field: 'composite',
      over: [span(0, 5, 30), span(1, 0, 7), span(1, 8, 15), span(1, 18, 29)],
      digit: span(1, 29, 30),
    },
  ],
  longNumbers: true,
  endsInFillers: [0, 2],
}

export const layouts: Readonly<Record<MrzFormat, MrzLayout>> = {
  TD1: td1,
  TD2: twoLines('TD2', 36, 35, [{ field: 'composite', over: compositeOver(35), digit: span(1, 35, 36) }]),
  TD3: twoLines('TD3', 44, 42, [
    { field: 'optionalData', over: [span(1, 28, 42)], digit: span(1, 42, 43) },
    { field: 'composite', over: compositeOver(43), digit: span(1, 43, 44) },
  ]),
  'MRV-A': twoLines('MRV-A', 44, 44, []),
  'MRV-B': twoLines('MRV-B', 36, 36, []),
}

/** The characters of a span. */
export const cut = (lines: readonly string[], { line, start, end }: Span): string =>
  (lines[line] ?? '').slice(start, end)

/** A field without the fillers that pad it; fillers inside stand for spaces. */
export const unfill = (field: string): string => field.replace(/<+$/, '').replaceAll('<', ' ').trim()
