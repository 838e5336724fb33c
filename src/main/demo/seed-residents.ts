import type { InterviewOutcome } from '../../shared/domain/confirmation/vocabulary.ts'
import { type Resident, type ResidentAct, type ResidentLife, residentLives } from './residents.ts'
import type { AnswerFile } from './seed-card-facility.ts'
import type { PlanWish, TimedStep } from './seed-plan.ts'

/** The demo's second service, confirmation of permanent residence, in the plan of its past. */

export type ResidentStep =
  /** A file of approved applications is taken in. */
  | { readonly do: 'approved'; readonly who: readonly Resident[] }
  | { readonly do: 'resident'; readonly who: Resident; readonly act: ResidentAct }
  | { readonly do: 'cards_ordered'; readonly who: readonly Resident[] }
  | ({ readonly do: 'cards_answered' } & AnswerFile)
  /** Interviews of the day are recorded, and what is due goes out by itself. By client ID; others are left to record. */
  | { readonly do: 'interviews_end'; readonly outcomes: Readonly<Record<string, InterviewOutcome>> }

/** Is this a step of the second service? */
export const isOfResidents = (step: TimedStep['step']): step is ResidentStep => kinds.has(step.do)

const kinds: ReadonlySet<string> = new Set<ResidentStep['do']>([
  'approved',
  'resident',
  'cards_ordered',
  'cards_answered',
  'interviews_end',
])

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** A demo of a few claims, as tests found it, confirms nobody. */
const residentsFrom = 40

/** What is added to the plan. Nothing happens on the day on which the demo begins, which may be young. */
export function residentSteps(wish: PlanWish): readonly TimedStep[] {
  if (wish.count < residentsFrom) return []
  const lives = residentLives(wish)
  const moment = (daysAgo: number, ofDay: number) => (Math.floor(wish.now / day) - daysAgo) * day + ofDay
  const timed = (daysAgo: number, ofDay: number, step: ResidentStep): TimedStep => ({
    at: moment(daysAgo, ofDay),
    case: 0,
    step,
  })
  return [
    // The rooms of the first interviews, where the first claim came after them.
    { at: moment(76, 12 * hour), case: 0, step: { do: 'furnish' } },
    ...filesOf(lives).map(([daysAgo, who]) => timed(daysAgo, 12.5 * hour, { do: 'approved', who })),
    ...lives.flatMap(({ resident: who, life }) =>
      life.flatMap(([daysAgo, ...acts]) =>
        acts.map((act, nth) =>
          timed(daysAgo, 13.5 * hour + who.place * 8 * minute + nth * 1.5 * minute, { do: 'resident', who, act }),
        ),
      ),
    ),
    ...cardSteps(lives).map(([daysAgo, step]) => timed(daysAgo, 21 * hour, step)),
    ...evenings(lives).map(([daysAgo, step]) => timed(daysAgo, 22.3 * hour, step)),
  ]
}

/** Who came in the file of which day. */
function filesOf(lives: readonly ResidentLife[]): (readonly [number, readonly Resident[]])[] {
  const days = [...new Set(lives.map(({ approved }) => approved))]
  return days.map((approved) => [
    approved,
    lives.filter((life) => life.approved === approved).map(({ resident }) => resident),
  ])
}

type Dated = readonly [daysAgo: number, step: ResidentStep]

/** Two orders of cards: of the first the cards have arrived, but for one; of the second one was not taken. */
function cardSteps(lives: readonly ResidentLife[]): Dated[] {
  const of = (...fates: readonly ResidentLife['card'][]) =>
    lives.filter(({ card }) => card && fates.includes(card)).map(({ resident }) => resident)
  const first = of('mailed', 'returned')
  const second = of('ordered', 'produced')
  const refused = of('refused')
  return [
    [26, { do: 'cards_ordered', who: first }],
    [25, { do: 'cards_answered', file: 1, kind: 'acknowledgement', who: first }],
    [23, { do: 'cards_answered', file: 2, kind: 'produced', who: first }],
    [21, { do: 'cards_answered', file: 3, kind: 'mailed', who: first }],
    [9, { do: 'cards_answered', file: 4, kind: 'returned', who: of('returned') }],
    [4, { do: 'cards_ordered', who: [...refused, ...second] }],
    [3, { do: 'cards_answered', file: 5, kind: 'acknowledgement', who: second, refused }],
    [2, { do: 'cards_answered', file: 6, kind: 'produced', who: of('produced') }],
  ]
}

/** From the first large file on; before it there is nobody to remind. */
function evenings(lives: readonly ResidentLife[]): Dated[] {
  const outcomes = Object.fromEntries(
    lives.flatMap(({ resident, interview }) => (interview ? [[resident.clientId, interview]] : [])),
  )
  return Array.from({ length: firstEvening }, (_, nth) => [firstEvening - nth, { do: 'interviews_end', outcomes }])
}

const firstEvening = 75
