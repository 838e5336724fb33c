import type { QueueRow, ScheduleQueueView, SlotProposals } from '../../shared/contract/views.ts'
import type { AppointmentAbout, AppointmentKind, AppointmentMode } from '../../shared/domain/appointments.ts'
import { claimStates, stillCalled } from '../../shared/domain/states.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { dueBy, openDaysBetween } from '../../shared/rules/index.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { dateIn, officeOf, settingsOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import { declinedBefore } from './declined.ts'
import { ownDaysOf } from './office.ts'
import { aboutOf, familyOfCalled, namesOf, needsOf, waitingTogether } from './person.ts'
import { proposalsFor } from './propose.ts'
import { slotNames, viewsOf } from './view.ts'

/** Who waits for an appointment, who has been offered one, and who did not come. */

/** A page of those who wait, the longest wait first; a family stands once. */
export function scheduleQueue(
  tools: Tools,
  officer: Officer,
  { after, limit }: { after?: string | undefined; limit: number },
): ScheduleQueueView {
  const { store } = tools
  const rows = store.all(waitingAfter(after, limit))
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    rows: rowsOf(tools, rows.slice(0, limit)),
    total: store.first(query.selectFrom('to_schedule').select((is) => is.fn.countAll<number>().as('n')))?.n ?? 0,
    withinDays: settingsOf(store).interviewWithinDays,
    ...(last ? { next: `${last.since_ms}.${last.about_id}` } : {}),
    offers: viewsOf(store, officer, store.all(openOffers())),
    reviews: viewsOf(store, officer, store.all(toReview())),
  }
}

/** By keyset over when the wait began. */
export function waitingAfter(after: string | undefined, limit: number) {
  const rows = query
    .selectFrom('to_schedule')
    .selectAll()
    .orderBy('since_ms')
    .orderBy('about_id')
    .limit(limit + 1)
  const [ms, id] = (after ?? '').split('.')
  if (!ms || !id) return rows
  return rows.where((is) => is(is.refTuple('since_ms', 'about_id'), '>', is.tuple(Number(ms), id)))
}

export const openOffers = () =>
  query.selectFrom('appointment').selectAll().where('state', '=', 'offered').orderBy('until_ms').limit(100)
/** What follows from a missed appointment is asked for no more where the claim is closed: see `stillCalled` of its states. */
export const toReview = () =>
  query
    .selectFrom('appointment')
    .selectAll('appointment')
    .where('appointment.state', '=', 'no_show')
    .where('review', 'is', null)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('claim')
            .select('claim.n')
            .whereRef('claim.id', '=', 'appointment.about_id')
            .where((of) =>
              of.or([
                of('claim.state', 'in', closed('other')),
                of.and([of('claim.state', 'in', closed('interview')), of('kind', '=', 'eligibility_interview')]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('date')
    .limit(100)

const closed = (to: 'interview' | 'other') => claimStates.filter((state) => !stillCalled(state, to))

type Waiting = ReturnType<typeof waitingAfter> extends { execute(): Promise<(infer R)[]> } ? R : never

function rowsOf(tools: Tools, waiting: readonly Waiting[]): QueueRow[] {
  const { store } = tools
  const { zone } = officeOf(store)
  const ownDays = ownDaysOf(store)
  const within = settingsOf(store).interviewWithinDays
  const date = today(tools)
  const whoOf = namesOf(
    store,
    waiting.map((row) => aboutOf(row)),
  )
  const families = new Set<string>()
  return waiting.flatMap((row): QueueRow[] => {
    const about = aboutOf(row)
    const kind = row.kind as AppointmentKind
    const family = familyOfCalled(store, about)
    if (family && families.has(`${family} ${kind}`)) return []
    if (family) families.add(`${family} ${kind}`)
    const { language, dialect, accessible } = needsOf(store, about)
    const together = family ? waitingTogether(store, about, kind).map(({ id }) => id) : [about.id]
    const since = dateIn(zone, row.since_ms)
    const waited = openDaysBetween(since, date, ownDays)
    return [
      {
        about,
        kind,
        ...whoOf(about.id),
        since,
        waited,
        dueBy: dueBy(since, within, ownDays),
        late: waited > within,
        why: row.why as QueueRow['why'],
        ...(row.why === 'requested' ? declinedBefore(store, about.id, kind) : {}),
        ...(language ? { language } : {}),
        ...(dialect ? { dialect } : {}),
        accessible,
        members: together.length,
        together,
      },
    ]
  })
}

/** Up to three times that suit; `appointments.no_slot` where none does. */
export function proposalView(
  tools: Tools,
  asked: { about: AppointmentAbout; kind: AppointmentKind; mode: AppointmentMode },
): Result<SlotProposals> {
  const { interviewWithinDays: withinDays, offerHoldHours: holdHours } = settingsOf(tools.store)
  const { groups, suits } = proposalsFor(tools, asked, 3)
  if (groups.length === 0) return fail('appointments.no_slot', { days: withinDays })
  const slotView = slotNames(tools.store)
  const proposals = groups.map((slots) => slots.map(slotView))
  return ok({ proposals, withinDays, holdHours, ...(suits === undefined ? {} : { suits }) })
}
