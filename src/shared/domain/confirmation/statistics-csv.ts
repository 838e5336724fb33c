import type { ConfirmationStatistics } from '../../contract/views.ts'
import type { Language } from '../../language.ts'
import { numbersCsv } from '../../numbers-csv.ts'

/** The statistics of confirmations as CSV. */
export function confirmationStatisticsCsv(view: ConfirmationStatistics, language: Language): string {
  const { invitations, photos, cards } = view
  const line = (subject: string, what: string, number: number) => ({ subject, what, number })
  return numbersCsv(view, language, [
    ...view.steps.flatMap(({ step, unit, count, median, p90 }) => [
      line(`step.${step}`, 'count', count),
      line(`step.${step}`, `median_${unit}s`, median),
      line(`step.${step}`, `p90_${unit}s`, p90),
    ]),
    line('invitation', 'sent', invitations.sent),
    line('invitation', 'answered', invitations.answered),
    line('photo', 'accepted', photos.accepted),
    line('photo', 'returned', photos.returned),
    line('card', 'mailed', cards.mailed),
    line('card', 'late', cards.late),
    line('card', 'came_back', cards.cameBack),
    line('card', 'late_now', cards.lateNow),
  ])
}
