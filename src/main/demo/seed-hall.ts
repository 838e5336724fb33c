import type { ArrivalValues } from '../../shared/domain/fields.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { linkClaims } from '../claims/family/link.ts'
import { membershipOf } from '../claims/family/members.ts'
import { triageClaim } from '../claims/lane.ts'
import { noteArrival, takeArrival } from '../hall/arrivals.ts'
import { drawOf } from './draw.ts'
import type { PlanWish, SeedCase, TimedStep } from './seed-plan.ts'
import type { StepWorld } from './seed-steps.ts'

/** The demo's waiting room, families and lanes: beside what else happened, so that none of that changes. */

export type HallStep =
  /** The claim is linked to that of the first of the household. */
  | { readonly do: 'family'; readonly head: number }
  | { readonly do: 'triage'; readonly oneTouch: boolean }
  | { readonly do: 'arrive'; readonly party: ArrivalValues; readonly taken: boolean }

const second = 1000
const minute = 60 * second

/** What is added to the plan of these cases. */
export function hallSteps(wish: PlanWish, cases: readonly SeedCase[]): TimedStep[] {
  return [...cases.flatMap((one) => caseSteps(wish, cases, one)), ...partySteps(wish)]
}

function caseSteps({ seed }: PlanWish, cases: readonly SeedCase[], one: SeedCase): TimedStep[] {
  const { index, openedAt, person } = one
  const head = cases.find((other) => other.person.household.first === person.household.first)?.index ?? index
  const triaged = drawOf(seed, index, 82).chance(0.6)
  return [
    ...(head === index ? [] : [{ at: openedAt + 5 * second, case: index, step: { do: 'family', head } } as const]),
    ...(triaged || isOneTouch(seed, one)
      ? [{ at: openedAt + 10 * second, case: index, step: { do: 'triage', oneTouch: isOneTouch(seed, one) } } as const]
      : []),
  ]
}

/** Papers in order, at a port of entry: a good half of these. */
export const isOneTouch = (seed: number, { index, person, route }: SeedCase): boolean =>
  route.channel === 'port_of_entry' && person.document !== null && drawOf(seed, index, 81).chance(0.55)

/** Does the lane leave this step to the portal? */
export const isLeftToPortal = (seed: number, cases: readonly SeedCase[], { case: at, step }: TimedStep): boolean => {
  const one = cases[at]
  const portal = step.do === 'rest' || (step.do === 'claim' && step.part === 'grounds')
  return portal && one !== undefined && isOneTouch(seed, one)
}

/** A demo of a few claims, as tests found it, has an empty room. */
const roomFrom = 20

/** Who waits when the demo begins, by minutes before. */
const waiting: readonly (ArrivalValues & { readonly minutes: number; readonly taken?: true })[] = [
  { minutes: 97, taken: true, adults: 2, children: 2, language: 'es', name: 'Four with a pushchair' },
  { minutes: 71, adults: 1, children: 0, language: 'fa', name: 'Man, grey coat', note: 'Asked for a telephone' },
  { minutes: 48, adults: 2, children: 0, language: 'tr', name: 'Older couple', vulnerable: ['older'] },
  { minutes: 33, adults: 1, children: 1, language: 'ht', name: 'Woman with a baby', vulnerable: ['infant', 'medical'] },
  { minutes: 14, adults: 0, children: 1, minorAlone: true, language: 'ti', name: 'Boy, about 15' },
  { minutes: 6, adults: 1, children: 0, language: 'en' },
]

function partySteps({ count, now }: PlanWish): TimedStep[] {
  if (count < roomFrom) return []
  return waiting.map(({ minutes, taken = false, ...party }) => ({
    at: now - minutes * minute,
    case: 0,
    step: { do: 'arrive', party, taken },
  }))
}

/** Notes a party of the past, and takes it where somebody did. */
export function arrive({ tools, officer }: StepWorld, { party, taken }: HallStep & { do: 'arrive' }): Result<unknown> {
  const noted = noteArrival(tools, officer, party)
  return noted.ok && taken ? takeArrival(tools, officer, noted.value.arrivalId) : noted
}

/** Plays a step on a claim's family or lane; one that was played before a crash does nothing. */
export function playHall(
  world: StepWorld,
  claimId: Uuid,
  step: HallStep & { do: 'family' | 'triage' },
): Result<unknown> {
  const { tools, officer } = world
  if (step.do === 'triage') {
    const { oneTouch } = step
    const reason = oneTouch ? 'Papers in order, no alert in any check.' : 'The journey needs a closer look.'
    return triageClaim(tools, officer, claimId, { lowRisk: oneTouch, lowNeed: true, reason })
  }
  const to = world.claimOf(step.head)
  if (!to || membershipOf(tools.store, claimId)) return ok(null)
  return linkClaims(tools, officer, { claimId, to, reason: 'Came together.' })
}
