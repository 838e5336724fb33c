import type { ConfirmationStatistics } from '../../shared/contract/views.ts'
import {
  mailedLate,
  stepTimes,
  type Tally,
  type TallyName,
  tallyNames,
} from '../../shared/domain/confirmation/statistics.ts'
import { confirmationSteps } from '../../shared/domain/confirmation/table.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { daysBetween, openDaysBetween } from '../../shared/rules/index.ts'
import { ownDaysOf } from '../appointments/office.ts'
import { type Tools, today } from '../claims/tools.ts'
import { photoStatistics } from '../photos/review/statistics.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { queueCounts } from './list.ts'

/** Numbers of a period, days of the office, both included; `desk.bad_input` where it ends before it begins. */
export function confirmationStatistics(
  tools: Tools,
  period: { readonly from: string; readonly to: string },
): Result<ConfirmationStatistics> {
  if (period.from > period.to) return fail('desk.bad_input', { field: 'to' })
  const { store } = tools
  const { from, to } = period
  const tallies = talliesIn(store, period)
  const total = (name: TallyName) =>
    tallies.filter((tally) => tally.name === name).reduce((sum, { count }) => sum + count, 0)
  const photos = photoStatistics(store, { from, to, profile: 'pr-card' })
  const ownDays = ownDaysOf(store)
  return ok({
    from,
    to,
    steps: stepTimes(tallies, daysBetween, (begin, end) => openDaysBetween(begin, end, ownDays)),
    invitations: { sent: total('invited'), answered: total('answered') },
    photos: { accepted: photos.approved, returned: photos.returned },
    cards: {
      ...mailedLate(tallies),
      cameBack: total('card_returned'),
      lateNow: queueCounts(store, today(tools)).card_late,
    },
  })
}

const names: readonly TallyName[] = [...tallyNames, ...confirmationSteps.map((step) => `step.${step}` as const)]

const talliesIn = (reader: Reader, period: { from: string; to: string }): Tally[] =>
  reader
    .all(tallyRows(period))
    .map(({ name, from_day, to_day, count }) => ({ name: name as TallyName, from: from_day, to: to_day, count }))

/** Names are given though they are all: so each is read along the key for the period alone, however many years there are. */
export const tallyRows = ({ from, to }: { from: string; to: string }) =>
  query
    .selectFrom('confirmation_tally')
    .selectAll()
    .where('name', 'in', names)
    .where('to_day', '>=', from)
    .where('to_day', '<=', to)
