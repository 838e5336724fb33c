import type { Language } from './language.ts'

/** Statistics as CSV: one line a number, so that any spreadsheet can pivot it. */

const heads = {
  en: ['from', 'to', 'subject', 'what', 'number'],
  fr: ['du', 'au', 'objet', 'quoi', 'nombre'],
} as const

interface NumberLine {
  readonly subject: string
  readonly what: string
  /** Three digits after the point; null where there is nothing to count. */
  readonly number: number | null
}

/** UTF-8 with the mark that spreadsheets need, comma, CRLF (RFC 4180). Codes stay codes: they are what can be compared. */
export function numbersCsv(
  { from, to }: { readonly from: string; readonly to: string },
  language: Language,
  lines: readonly NumberLine[],
): string {
  const cells = lines.map(({ subject, what, number }) =>
    [from, to, subject, what, number === null ? '' : String(Math.round(number * 1000) / 1000)].join(','),
  )
  return `\ufeff${[heads[language].join(','), ...cells, ''].join('\r\n')}`
}
