import type { PhotoStatistics } from '../contract/views.ts'
import type { Language } from '../language.ts'

/** Statistics as CSV: one line a number, so that any spreadsheet can pivot it. */

const heads = {
  en: ['from', 'to', 'subject', 'what', 'number'],
  fr: ['du', 'au', 'objet', 'quoi', 'nombre'],
} as const

/** UTF-8 with the mark that spreadsheets need, comma, CRLF (RFC 4180). Codes stay codes: they are what can be compared. */
export function statisticsCsv(view: PhotoStatistics, language: Language): string {
  const line = (subject: string, what: string, number: number | null) =>
    [view.from, view.to, subject, what, number === null ? '' : String(Math.round(number * 1000) / 1000)].join(',')
  const checks = view.checks.flatMap(({ check, ...rest }) =>
    (['agreed', 'machineOnly', 'officerOnly', 'neither', 'notAssessed', 'agreement'] as const).map((what) =>
      line(`check.${check}`, what, rest[what]),
    ),
  )
  return `\ufeff${[
    heads[language].join(','),
    line('decision', 'approved', view.approved),
    line('decision', 'returned', view.returned),
    ...view.reasons.map(({ reason, count }) => line('reason', reason, count)),
    ...view.codes.map(({ code, count }) => line('code', code, count)),
    ...checks,
    line('waiting', 'mean_hours', view.waiting.mean),
    ...view.waiting.buckets.map(({ hours, count }) =>
      line('waiting', hours === null ? 'more' : `within_${hours}_h`, count),
    ),
    '',
  ].join('\r\n')}`
}
