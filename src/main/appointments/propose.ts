import {
  type AppointmentAbout,
  type AppointmentKind,
  type AppointmentMode,
  type Slot,
  usualHours,
  usualMinutes,
} from '../../shared/domain/appointments.ts'
import {
  findPreferred,
  findSlots,
  openDayAfter,
  problemsOf,
  type SchedulingOffice,
  type SlotProblem,
  type Wish,
} from '../../shared/rules/index.ts'
import { type Tools, today } from '../claims/tools.ts'
import { officeOf, settingsOf } from '../office/settings.ts'
import type { Reader } from '../store/types.ts'
import { declinedBefore } from './declined.ts'
import { ownDaysOf, schedulingOffice } from './office.ts'
import { needsOf, personHolds, waitingTogether } from './person.ts'

/** Times that suit an appointment, and what stands against one that an officer chose. */

/** A notice takes time to arrive and people take time to come: nobody is called before so many open days are over. */
const leadDays = 2

interface Asked {
  readonly about: AppointmentAbout
  readonly kind: AppointmentKind
  readonly mode: AppointmentMode
}

interface Proposals {
  /** Each has one slot for each of the family who waits for the same. */
  readonly groups: readonly Slot[][]
  /** Whether they lie within the times that the person named; left out where none were named. */
  readonly suits?: boolean
}

/**
 * Up to `count` groups, the earliest first: within the times that the person named who could not come before, and where
 * nothing is free then, any.
 */
export function proposalsFor(tools: Tools, { about, kind, mode }: Asked, count: number): Proposals {
  const { store } = tools
  const people = waitingTogether(store, about, kind)
  const ownDays = ownDaysOf(store)
  const first = openDayAfter(today(tools), leadDays, ownDays)
  const withinOpenDays = settingsOf(store).interviewWithinDays
  const last = openDayAfter(first, withinOpenDays + 1, ownDays)
  const { zone, ...needs } = needsOf(store, about)
  const wish: Wish = {
    ...needs,
    mode,
    minutes: usualMinutes[kind],
    // Biometrics take no interpreter's hour: the officer shows what is to be done. A physician has their own.
    ...(kind === 'biometrics' || kind === 'medical' ? { language: undefined } : {}),
    // Nobody is examined from afar.
    ...(kind === 'medical' ? { mode: 'in_person' as const, accessible: false } : {}),
    members: people.length,
    first,
    withinOpenDays,
    personHolds: personHolds(store, people),
    personZone: zone,
    videoPlace: 'Microsoft Teams',
  }
  const preferred = declinedBefore(store, about.id, kind).declined?.preferred ?? []
  const to = preferred.reduce((latest, { date }) => (date > latest ? date : latest), last)
  const office = kind === 'medical' ? physician(store) : schedulingOffice(store, kind, { from: first, to })
  const held = (groups: Slot[][]) => (kind === 'medical' ? groups.map((slots) => slots.map(holdingNothing)) : groups)
  const suiting = findPreferred(office, wish, preferred, count)
  if (suiting.length > 0) return { groups: held(suiting), suits: true }
  return { groups: held(findSlots(office, wish, count)), ...(preferred.length > 0 ? { suits: false } : {}) }
}

/** A panel physician, of whom the office knows no more than that they work on its open days: the time is the person's to settle. */
function physician(reader: Reader): SchedulingOffice {
  const place = 'Panel physician / Médecin désigné'
  const one = { id: 'physician', hours: usualHours, away: [] }
  return {
    zone: officeOf(reader).zone,
    ownDays: ownDaysOf(reader),
    officers: [one],
    rooms: [{ ...one, id: 'surgery', place, accessible: true }],
    ...{ interpreters: [], holds: [] },
  }
}

/** With a panel physician the office holds nothing and nobody. */
const holdingNothing = (slot: Slot): Slot => ({ ...slot, officer: null, room: null, interpreter: null })

/** What stands against a slot; `appointment`: the one that is moved, whose own hold does not count. */
export function objectionsTo(
  tools: Pick<Tools, 'clock' | 'store'>,
  reader: Reader,
  asked: Pick<Asked, 'about' | 'kind'>,
  slot: Slot,
  appointment?: string,
): SlotProblem[] {
  if (slot.date < today(tools)) return ['past']
  if (asked.kind === 'medical') return []
  const { zone, ...needs } = needsOf(reader, asked.about)
  const office = schedulingOffice(reader, asked.kind, { from: slot.date, to: slot.date, except: appointment })
  return problemsOf(
    office,
    {
      ...needs,
      ...(asked.kind === 'biometrics' ? { language: undefined } : {}),
      personHolds: personHolds(reader, [asked.about], appointment),
      personZone: zone,
    },
    slot,
  )
}
