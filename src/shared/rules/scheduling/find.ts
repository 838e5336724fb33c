import {
  type AppointmentMode,
  minuteOf,
  type PreferredTime,
  quarter,
  type Slot,
  type Spoken,
  timeOf,
  weekdays,
} from '../../domain/appointments.ts'
import { addDays, type IsoDate, weekday } from '../dates.ts'
import {
  type Bookable,
  clockIn,
  type Hold,
  holdOf,
  isOpenDay,
  isTaken,
  isThere,
  type OwnDays,
  openDayAfter,
} from './office-time.ts'

/** Finds times for appointments. Pure: the same office, holds and wish give the same slots. */

export interface SchedulingRoom extends Bookable {
  readonly place: string
  readonly accessible: boolean
}
export interface SchedulingInterpreter extends Bookable {
  readonly languages: readonly Spoken[]
}

export interface SchedulingOffice {
  /** IANA zone. */
  readonly zone: string
  readonly ownDays: OwnDays
  readonly officers: readonly Bookable[]
  readonly rooms: readonly SchedulingRoom[]
  readonly interpreters: readonly SchedulingInterpreter[]
  readonly holds: readonly Hold[]
}

/** What is looked for. */
export interface Wish {
  readonly minutes: number
  readonly mode: AppointmentMode
  /** Interpretation into this language, where one is needed. */
  readonly language?: string | undefined
  readonly dialect?: string | undefined
  readonly accessible: boolean
  /** Members of a family, one after the other with the same people. */
  readonly members: number
  /** First day that may be taken, and first minute on it. */
  readonly first: IsoDate
  readonly notBefore?: number | undefined
  /** So many open days from the first on are looked through. */
  readonly withinOpenDays: number
  /** Who should have it if they can: the officer of the claim. */
  readonly officer?: string | undefined
  /** Times at which the persons themselves are elsewhere, as holds of `person`. */
  readonly personHolds?: readonly Hold[] | undefined
  /** By video: the zone where the person is. Nobody is called before 8 or after 20 there. */
  readonly personZone?: string | undefined
  /** How to join by video, as the notice should say it. */
  readonly videoPlace: string
}

export const slotProblems = [
  'past',
  'closed_day',
  'no_officer',
  'officer_away',
  'officer_taken',
  'no_room',
  'room_away',
  'room_taken',
  'room_not_accessible',
  'no_interpreter',
  'interpreter_away',
  'interpreter_taken',
  'interpreter_language',
  'person_taken',
  'person_asleep',
] as const
export type SlotProblem = (typeof slotProblems)[number]

/** What is named `person` in `personHolds`. */
export const person = 'person'

/**
 * Up to `count` groups of slots, the earliest first, one slot for each member and adjacent; each group on another time.
 * Empty where there is none within the days.
 */
export function findSlots(office: SchedulingOffice, wish: Wish, count = 1): Slot[][] {
  const found: Slot[][] = []
  let day = isOpenDay(wish.first, office.ownDays) ? wish.first : openDayAfter(wish.first, 1, office.ownDays)
  for (let looked = 0; looked < wish.withinOpenDays && found.length < count; looked++) {
    found.push(...onDay(office, wish, day, count - found.length))
    day = openDayAfter(day, 1, office.ownDays)
  }
  return found
}

/**
 * Up to `count` groups that lie wholly within the times that the persons named, on the office's clock, in the order of
 * time; in a half-day there is one at most. Days before the first that may be taken are passed over, later ones than are
 * looked through else are not: before them nobody can come. Empty where none is free.
 */
export function findPreferred(
  office: SchedulingOffice,
  wish: Wish,
  preferred: readonly PreferredTime[],
  count: number,
): Slot[][] {
  const days = [...new Set(preferred.map(({ date }) => date))].toSorted()
  const found: Slot[][] = []
  for (const date of days) {
    if (found.length === count) break
    if (date < wish.first || !isOpenDay(date, office.ownDays)) continue
    const spans = preferred.filter((time) => time.date === date).map(({ part }) => partOfDay[part])
    const within = (start: number, end: number) => spans.some(({ from, to }) => from <= start && end <= to)
    found.push(...onDay(office, wish, date, count - found.length, within))
  }
  return found
}

/** Minutes of the day, what ends at one begins another. */
const partOfDay: Readonly<Record<PreferredTime['part'], { readonly from: number; readonly to: number }>> = {
  morning: { from: 0, to: 12 * 60 },
  afternoon: { from: 12 * 60, to: 24 * 60 },
  any: { from: 0, to: 24 * 60 },
}

function onDay(
  office: SchedulingOffice,
  wish: Wish,
  date: IsoDate,
  count: number,
  within: (start: number, end: number) => boolean = () => true,
): Slot[][] {
  const found: Slot[][] = []
  // Whoever cannot come in the morning cannot come a quarter of an hour later either: one proposal each half-day.
  const halves = new Set<boolean>()
  const holds = office.holds.filter((hold) => hold.date === date)
  const length = wish.minutes * wish.members
  const earliest = date === wish.first ? (wish.notBefore ?? 0) : 0
  for (const start of startsOn(office, date)) {
    if (start < earliest || halves.has(start < noon) || !within(start, start + length)) continue
    const group = at(office, wish, holds, date, start, length)
    if (!group) continue
    found.push(group)
    halves.add(start < noon)
    if (found.length === count) break
  }
  return found
}

const noon = 12 * 60

/** Every quarter hour of the day on which some officer is there. */
function startsOn({ officers }: SchedulingOffice, date: IsoDate): number[] {
  const day = weekdays[weekday(date) - 1]
  const spans = officers.flatMap(({ hours }) => (day && hours[day]) ?? [])
  const first = Math.min(...spans.map(({ from }) => minuteOf(from)))
  const last = Math.max(...spans.map(({ to }) => minuteOf(to)))
  const starts: number[] = []
  for (let start = first; start < last; start += quarter) starts.push(start)
  return starts
}

function at(
  office: SchedulingOffice,
  wish: Wish,
  holds: readonly Hold[],
  date: IsoDate,
  start: number,
  length: number,
): Slot[] | undefined {
  const end = start + length
  const free = <B extends Bookable>(one: B) =>
    isThere(one, date, start, end) && !isTaken(holds, one.id, date, start, end)
  if (isTaken(wish.personHolds ?? [], person, date, start, end)) return undefined
  if (wish.mode === 'video' && wish.personZone && isNight(wish.personZone, office, date, start, end)) return undefined
  const officer = office.officers.find((one) => one.id === wish.officer && free(one)) ?? office.officers.find(free)
  if (!officer) return undefined
  const room = wish.mode === 'in_person' ? office.rooms.find((one) => suits(one, wish) && free(one)) : null
  if (room === undefined) return undefined
  const interpreter = wish.language ? interpretersFor(office, wish).find(free) : null
  if (interpreter === undefined) return undefined
  return Array.from({ length: wish.members }, (_, member) => ({
    date,
    time: timeOf(start + member * wish.minutes),
    minutes: wish.minutes,
    mode: wish.mode,
    officer: officer.id,
    room: room?.id ?? null,
    interpreter: interpreter?.id ?? null,
    place: room?.place ?? wish.videoPlace,
  }))
}

const suits = ({ accessible }: SchedulingRoom, wish: Wish): boolean => accessible || !wish.accessible

const fold = (text: string): string => text.trim().toLowerCase()

/** Interpreters of the language; those who name the dialect before those who take any. */
function interpretersFor({ interpreters }: SchedulingOffice, { language, dialect }: Wish): SchedulingInterpreter[] {
  const named: SchedulingInterpreter[] = []
  const any: SchedulingInterpreter[] = []
  for (const one of interpreters) {
    const known = one.languages.find((each) => each.language === language)
    if (!known) continue
    if (dialect && known.dialects.some((each) => fold(each) === fold(dialect))) named.push(one)
    else if (!dialect || known.dialects.length === 0) any.push(one)
  }
  return [...named, ...any]
}

function isNight(zone: string, office: { readonly zone: string }, date: IsoDate, start: number, end: number): boolean {
  const [from, to] = [clockIn(zone, office, date, start), clockIn(zone, office, date, end)]
  const early = from.slice(11) < '08:00'
  return early || to.slice(11) > '20:00' || to.slice(0, 10) !== from.slice(0, 10)
}

/** What stands against a slot that an officer chose, so that nothing is booked twice or out of hours; empty: nothing. */
export function problemsOf(
  office: SchedulingOffice,
  wish: Pick<Wish, 'language' | 'dialect' | 'accessible' | 'personHolds' | 'personZone'>,
  slot: Slot,
): SlotProblem[] {
  const { date, from, to } = holdOf(slot)
  const problems: SlotProblem[] = []
  const check = (one: Bookable | undefined, name: 'officer' | 'room' | 'interpreter') => {
    if (!one) problems.push(`no_${name}`)
    else if (!isThere(one, date, from, to)) problems.push(`${name}_away`)
    else if (isTaken(office.holds, one.id, date, from, to)) problems.push(`${name}_taken`)
  }
  if (!isOpenDay(date, office.ownDays)) problems.push('closed_day')
  check(
    office.officers.find(({ id }) => id === slot.officer),
    'officer',
  )
  if (slot.mode === 'in_person') {
    const room = office.rooms.find(({ id }) => id === slot.room)
    check(room, 'room')
    if (room && !suits(room, wish as Wish)) problems.push('room_not_accessible')
  }
  if (wish.language || slot.interpreter) {
    const interpreter = office.interpreters.find(({ id }) => id === slot.interpreter)
    check(interpreter, 'interpreter')
    if (interpreter && wish.language && !interpretersFor(office, wish as Wish).includes(interpreter))
      problems.push('interpreter_language')
  }
  if (isTaken(wish.personHolds ?? [], person, date, from, to)) problems.push('person_taken')
  if (slot.mode === 'video' && wish.personZone && isNight(wish.personZone, office, date, from, to))
    problems.push('person_asleep')
  return problems
}

/** The day up to which an appointment should be, counted in open days from the day on which the wait began. */
export const dueBy = (since: IsoDate, openDays: number, own: OwnDays): IsoDate => openDayAfter(since, openDays, own)

/** Days of a week from its Monday on, or the day alone. */
export const daysOf = (date: IsoDate, view: 'day' | 'week'): IsoDate[] =>
  view === 'day' ? [date] : Array.from({ length: 7 }, (_, i) => addDays(date, i + 1 - weekday(date)))
