import type {
  AppointmentView,
  CalendarView,
  ClaimRow,
  QueueCount,
  QueuedClaim,
  TodayView,
} from '../../../shared/contract/views.ts'
import { queueNames } from '../../../shared/domain/queues.ts'
import { type ClaimState, claimStates } from '../../../shared/domain/states.ts'
import { addDays } from '../../../shared/rules/dates.ts'

/** Made-up answers of the desk, of every shape that a row of the day's work comes in. Never shown. */

const rows = 16
const each = <Row>(make: (n: number) => Row): Row[] => Array.from({ length: rows }, (_, n) => make(n))
const stateOf = (n: number): ClaimState => claimStates[n % claimStates.length] ?? 'intake'

/** Claims of every state, some with a name in a script of its own, late, or of a family. */
export const sampleClaims = (today: string): ClaimRow[] => each((n) => claim(today, n))

function claim(today: string, n: number): ClaimRow {
  return {
    claimId: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    personId: `${n}`,
    applicationNumber: `SP${String(n).padStart(9, '0')}`,
    familyName: `Specimen ${n}`,
    givenNames: 'Nobody',
    nativeName: inScripts[n % inScripts.length] ?? '',
    citizenships: n % 3 ? ['IRN'] : ['HTI', 'CHL'],
    state: stateOf(n),
    claimDate: addDays(today, -n),
    ...(n % 4 ? { nextDeadline: addDays(today, 3 - n) } : {}),
    ...(n % 5 ? { ownerName: 'Specimen' } : {}),
    updatedAt: `${today}T12:00:00.000Z`,
    ...(n % 6 ? {} : { family: 3, portal: true as const }),
  }
}

/** The word in scripts that names come in: the first letter of one has the browser read its typeface. */
const inScripts = [
  'نمونه',
  'ናሙና',
  'Образец',
  'নমুনা',
  'மாதிரி',
  'නියැදිය',
  'គំរូ',
  'דוגמה',
  'ნიმუში',
  'Նմուշ',
  'ਨਮੂਨਾ',
  'नमूना',
  'Δείγμα',
  'Mẫu',
  '样本',
  '견본',
] as const

/** Claims of a queue, half of them late. */
export const sampleQueue = (today: string): QueuedClaim[] =>
  each((n) => ({ ...claim(today, n), key: `${n}`, day: addDays(today, -n), late: n < rows / 2 }))

/** Something late in every queue. */
export const sampleCounts = (): QueueCount[] =>
  queueNames.map((queue) => ({ queue, count: 1234, late: 12, more: false, patience: 2 }))

const weekdays = 5
const halves = 12

/** A week with an appointment in every half-hour of the day. */
export function sampleCalendar(today: string): CalendarView {
  const days = Array.from({ length: weekdays }, (_, day) => addDays(today, day))
  return {
    today,
    days: days.map((date) => ({ date, open: true })),
    from: 480,
    to: 480 + halves * 30,
    rows: days.flatMap((date) => Array.from({ length: halves }, (_, n) => appointment(date, n))),
    more: false,
    officers: [],
    rooms: [],
    interpreters: [],
  }
}

const appointment = (date: string, n: number): AppointmentView => ({
  appointmentId: `${date} ${n}`,
  kind: 'eligibility_interview',
  about: { kind: 'claim', id: `${n}` },
  name: `SPECIMEN ${n}`,
  state: n % 5 ? 'booked' : 'attended',
  slot: {
    date,
    time: timeAt(n),
    minutes: 90,
    mode: 'in_person',
    place: 'Specimen',
    officer: null,
    room: null,
    interpreter: null,
  },
  provisional: false,
  mine: false,
  byClaimant: false,
  moves: 0,
  allowed: ['move'],
})

const timeAt = (n: number) => `${String(8 + Math.floor(n / 2)).padStart(2, '0')}:${n % 2 ? '30' : '00'}`

/** A day on which every list has something in it. */
export const sampleToday = (today: string): TodayView => ({
  counts: Object.fromEntries(claimStates.map((state, n) => [state, n * 10])) as Record<ClaimState, number>,
  takenInToday: 3,
  documentsToday: 2,
  due: sampleClaims(today).map(({ claimId }, n) => ({
    claimId,
    name: `SPECIMEN ${n}`,
    label: { en: 'Specimen', fr: 'Spécimen' },
    due: addDays(today, n - 2),
  })),
  mine: sampleClaims(today).slice(0, 6),
  interviews: Array.from({ length: 3 }, (_, n) => appointment(today, n)),
  awaitingSecond: sampleClaims(today).slice(0, 2),
  sheetsReady: 12,
  backlog: [
    { from: 0, to: 2, claims: 3 },
    { from: 3, claims: 5 },
  ],
  oldestDays: 9,
  arrivals: Array.from({ length: 14 }, (_, n) => ({ date: addDays(today, n - 13), claims: n })),
})
