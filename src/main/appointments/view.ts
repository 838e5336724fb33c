import type { AppointmentView, CalendarDay, CalendarView, SlotView } from '../../shared/contract/views.ts'
import {
  type AppointmentAbout,
  type AppointmentAction,
  type AppointmentKind,
  type AppointmentState,
  appointmentAllows,
  minuteOf,
  type NoShowOutcome,
  type Slot,
  usualHours,
} from '../../shared/domain/appointments.ts'
import { grant } from '../../shared/domain/authority.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { addDays, daysOf, holidays, isOpenDay } from '../../shared/rules/index.ts'
import { present } from '../claims/rows.ts'
import { type Officer, officerNames, type Tools, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { AppointmentTable } from '../store/tables/appointments.ts'
import type { Reader } from '../store/types.ts'
import { heldSlot, officersWithHours, ownDaysOf, slotsHeld } from './office.ts'
import { aboutOf, namesOf } from './person.ts'

/** Appointments as officers see them. */

/** More than any office has in a week; a longer list says that there is more. */
const shown = 600
const agendaDays = 28

const actions: readonly AppointmentAction[] = [
  'offer',
  'end_offer',
  'book',
  'move',
  'cancel',
  'note_attendance',
  'withdraw_attendance',
  'review',
]

/** The appointments of a day, a week from Monday on, or the four weeks from a day on. */
export function calendarView(
  tools: Tools,
  officer: Officer,
  { date, view, officer: of }: { date: string; view: 'day' | 'week' | 'agenda'; officer?: string | undefined },
): CalendarView {
  const { store } = tools
  const dates = view === 'agenda' ? Array.from({ length: agendaDays }, (_, i) => addDays(date, i)) : daysOf(date, view)
  const [from = date, to = date] = [dates[0], dates.at(-1)]
  const booked = store.all(bookedBetween(from, to, of))
  const offered = of ? [] : store.all(offeredBetween(from, to))
  const rows = viewsOf(store, officer, [...booked.slice(0, shown), ...offered])
  const officers = officersWithHours(store)
  return {
    today: today(tools),
    days: dates.map((day) => dayView(store, day)),
    ...spanOf(officers, rows),
    rows,
    more: booked.length > shown,
    officers: officers.map(({ id, name }) => ({ id, name })),
    rooms: store.all(query.selectFrom('room').select(['id', 'name']).where('active', '=', 1).orderBy('n')),
    interpreters: store.all(
      query.selectFrom('interpreter').select(['id', 'name']).where('active', '=', 1).orderBy('n'),
    ),
  }
}

/** What a screen of the day has room for; the calendar shows the rest. */
const shownOfDay = 12

/** Of a day, in the order of their time: the officer's own and those of nobody; of who reviews interviews, all of them. */
export function appointmentsOn({ store }: Tools, officer: Officer, date: string): AppointmentView[] {
  const seesAll = officer.roles.some((role) => grant(role, 'interview.review') !== 'none')
  const rows = store.all(bookedBetween(date, date))
  const own = seesAll ? rows : rows.filter((row) => row.officer === officer.id || row.officer === null)
  return viewsOf(store, officer, own.slice(0, shownOfDay))
}

/** Booked and past ones, in the order of their time. */
export function bookedBetween(from: string, to: string, officer?: string) {
  const rows = query
    .selectFrom('appointment')
    .selectAll()
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('state', 'in', ['booked', 'attended', 'late', 'no_show'])
    .orderBy('date')
    .orderBy('minute')
    .limit(shown + 1)
  return officer ? rows.where('officer', '=', officer) : rows
}

const offeredBetween = (from: string, to: string) =>
  query
    .selectFrom('appointment')
    .selectAll()
    .where('state', '=', 'offered')
    .where('id', 'in', (is) =>
      is.selectFrom('appointment_hold').select('appointment').where('date', '>=', from).where('date', '<=', to),
    )
    .limit(shown)

/** One appointment, or `desk.not_found`. */
export function appointmentView(reader: Reader, officer: Officer, id: string): Result<AppointmentView> {
  const row = reader.first(query.selectFrom('appointment').selectAll().where('id', '=', id))
  const [view] = row ? viewsOf(reader, officer, [row]) : []
  return view ? ok(view) : fail('desk.not_found')
}

/** Every appointment of a person, the latest first. */
export const appointmentsOf = (reader: Reader, officer: Officer, about: AppointmentAbout): AppointmentView[] =>
  viewsOf(
    reader,
    officer,
    reader.all(
      query.selectFrom('appointment').selectAll().where('about_id', '=', about.id).orderBy('n', 'desc').limit(100),
    ),
  )

/** Rows with the names of whom and of what is held. */
export function viewsOf(reader: Reader, officer: Officer, rows: readonly AppointmentTable[]): AppointmentView[] {
  const whoOf = namesOf(
    reader,
    rows.map((row) => aboutOf(row)),
  )
  const slotView = slotNames(reader)
  const unplaced = unplacedOf(reader, rows)
  return rows.map((row) => {
    const state = row.state as AppointmentState
    const slot = bookedOf(row)
    return {
      appointmentId: row.id,
      kind: row.kind as AppointmentKind,
      about: aboutOf(row),
      ...whoOf(row.about_id),
      state,
      ...(slot ? { slot: slotView(slot) } : {}),
      ...(state === 'offered' ? { offered: slotsHeld(reader, row.id).map(slotView) } : {}),
      ...(row.until_ms === null ? {} : { until: new Date(row.until_ms).toISOString() }),
      provisional: unplaced.has(row.id) && (state === 'booked' || state === 'offered'),
      mine: row.officer === officer.id,
      byClaimant: row.by_claimant === 1,
      moves: row.moves,
      ...present({
        minutesLate: row.minutes_late,
        note: row.note,
        review: row.review as NoShowOutcome | null,
        reviewReason: row.review_reason,
      }),
      allowed: actions.filter((action) => appointmentAllows(state, action)),
    }
  })
}

function bookedOf(row: AppointmentTable): Slot | undefined {
  const { date, minute, minutes, mode, place } = row
  if (date === null || minute === null || minutes === null || mode === null || place === null) return undefined
  return heldSlot({ ...row, date, minute, minutes, mode, place })
}

/** Slots with the names of officer, room and interpreter. */
export function slotNames(reader: Reader): (slot: Slot) => SlotView {
  const officerName = officerNames(reader)
  const named = (table: 'room' | 'interpreter') =>
    new Map(reader.all(query.selectFrom(table).select(['id', 'name'])).map(({ id, name }) => [id, name]))
  const rooms = named('room')
  const interpreters = named('interpreter')
  return (slot) => ({
    ...slot,
    ...present({
      officerName: slot.officer && officerName(slot.officer),
      roomName: slot.room && rooms.get(slot.room),
      interpreterName: slot.interpreter && interpreters.get(slot.interpreter),
    }),
  })
}

/** Of a desk that settles with a central service: appointments whose slot has no place in the stream yet. */
function unplacedOf(reader: Reader, rows: readonly AppointmentTable[]): ReadonlySet<string> {
  const settles = reader.first(query.selectFrom('placed').select('n').limit(1))
  const ids = rows.flatMap(({ set_by }) => set_by ?? [])
  if (!settles || ids.length === 0) return new Set()
  return new Set(
    reader
      .all(
        query
          .selectFrom('appointment')
          .innerJoin('event', 'event.id', 'appointment.set_by')
          .leftJoin('placed', 'placed.event', 'event.position')
          .select('appointment.id')
          .where(
            'appointment.id',
            'in',
            rows.map(({ id }) => id),
          )
          .where('placed.n', 'is', null),
      )
      .map(({ id }) => id),
  )
}

function dayView(reader: Reader, date: string): CalendarDay {
  const own = reader.first(query.selectFrom('office_day').selectAll().where('date', '=', date))
  const open = isOpenDay(date, ownDaysOf(reader))
  const federal = holidays(Number(date.slice(0, 4)), 'office').find((holiday) => holiday.date === date)
  const name = own?.name_en && own.name_fr ? { en: own.name_en, fr: own.name_fr } : own ? undefined : federal?.name
  return { date, open, ...(name ? { name } : {}) }
}

/** The hours that the grid shows: those of any officer, and whatever lies outside them. */
function spanOf(
  officers: readonly { hours: typeof usualHours }[],
  rows: readonly AppointmentView[],
): { from: number; to: number } {
  const spans = [usualHours, ...officers.map(({ hours }) => hours)].flatMap((hours) => Object.values(hours).flat())
  const slots = rows.flatMap(({ slot, offered }) => [...(slot ? [slot] : []), ...(offered ?? [])])
  const starts = [...spans.map(({ from }) => minuteOf(from)), ...slots.map(({ time }) => minuteOf(time))]
  const ends = [...spans.map(({ to }) => minuteOf(to)), ...slots.map(({ time, minutes }) => minuteOf(time) + minutes)]
  return { from: Math.floor(Math.min(...starts) / 60) * 60, to: Math.ceil(Math.max(...ends) / 60) * 60 }
}
