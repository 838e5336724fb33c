/** Which letters may stand at each place of a zone: O and 0 are told apart by where they stand. */
import { layouts, type MrzFormat, type MrzLayout, type Span } from '../../../shared/mrz/layout.ts'
import { zoneLetters } from './letters.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const digits = '0123456789'

/** For each line and column the letters that may stand there (ICAO Doc 9303-4 to -7). */
export function allowedIn(layout: MrzLayout): readonly (readonly string[])[] {
  const places = Array.from({ length: layout.lineCount }, () => Array.from({ length: layout.width }, () => zoneLetters))
  const put = ({ line, start, end }: Span, may: string) => places[line]?.fill(may, start, end)
  put(layout.documentCode, `${letters}<`)
  put({ ...layout.documentCode, end: layout.documentCode.start + 1 }, layout.format.startsWith('MRV') ? 'V' : letters)
  for (const span of [layout.issuer, layout.nationality, layout.name]) put(span, `${letters}<`)
  for (const span of [layout.birthDate, layout.expiryDate]) put(span, `${digits}<`)
  put(layout.sex, 'MFX<')
  for (const { field, digit } of layout.checks)
    put(digit, field === 'documentNumber' || field === 'optionalData' ? `${digits}<` : digits)
  return places
}

/** The kind of zone that has so many lines of so many letters and begins with that letter. */
export function layoutOf(lineCount: number, columns: number, first: string): MrzLayout | undefined {
  const visa = first === 'V'
  const named: Readonly<Record<string, MrzFormat>> = {
    '3x30': 'TD1',
    '2x36': visa ? 'MRV-B' : 'TD2',
    '2x44': visa ? 'MRV-A' : 'TD3',
  }
  const format = named[`${lineCount}x${columns}`]
  return format && layouts[format]
}
