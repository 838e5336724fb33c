import type { DeadlineReport } from '../../contract/views.ts'
import type { Language } from '../../language.ts'

const heads = {
  en: ['month', 'rule', 'deadline', 'met', 'late', 'missed', 'running', 'extended', 'no longer counted'],
  fr: ['mois', 'règle', 'échéance', 'respectées', 'tardives', 'manquées', 'en cours', 'prolongées', 'plus comptées'],
} as const

const cell = (value: string | number): string => {
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The monthly report as CSV, one line a rule: UTF-8 with the mark that spreadsheets need, comma, CRLF (RFC 4180). */
export function deadlineCsv({ month, rows }: DeadlineReport, language: Language): string {
  const lines = rows.map(({ rule, label, met, late, missed, running, extended, ended }) =>
    [month, rule, label[language], met, late, missed, running, extended, ended].map(cell).join(','),
  )
  return `\ufeff${[heads[language].join(','), ...lines, ''].join('\r\n')}`
}
