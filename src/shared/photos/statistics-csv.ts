import type { PhotoStatistics } from '../contract/views.ts'
import type { Language } from '../language.ts'
import { numbersCsv } from '../numbers-csv.ts'

/** The statistics of photos as CSV. */
export function statisticsCsv(view: PhotoStatistics, language: Language): string {
  const line = (subject: string, what: string, number: number | null) => ({ subject, what, number })
  const checks = view.checks.flatMap(({ check, ...rest }) =>
    (['agreed', 'machineOnly', 'officerOnly', 'neither', 'notAssessed', 'agreement'] as const).map((what) =>
      line(`check.${check}`, what, rest[what]),
    ),
  )
  return numbersCsv(view, language, [
    line('decision', 'approved', view.approved),
    line('decision', 'returned', view.returned),
    ...view.reasons.map(({ reason, count }) => line('reason', reason, count)),
    ...view.codes.map(({ code, count }) => line('code', code, count)),
    ...checks,
    line('waiting', 'mean_hours', view.waiting.mean),
    ...view.waiting.buckets.map(({ hours, count }) =>
      line('waiting', hours === null ? 'more' : `within_${hours}_h`, count),
    ),
  ])
}
