import type { Entry } from '../../shared/domain/fields.ts'
import type { EligibilityFacts } from '../../shared/rules/index.ts'
import { type Draw, drawOf } from './draw.ts'
import { type DemoPerson, family } from './people.ts'
import { type AfterStep, returnOf } from './seed-after.ts'
import { type HallStep, hallSteps, isLeftToPortal } from './seed-hall.ts'
import { type OfficeStep, officeSteps } from './seed-office.ts'
import { arrivedOn, twinOf } from './seed-people.ts'
import { type ResidentStep, residentSteps } from './seed-residents.ts'
import { commonFacts, entryOf, type Route, routeOf } from './seed-routes.ts'

/**
 * What the demo's office did in the last months, as a list of steps in order of time. The same seed, moment and count
 * give the same list.
 */

export type SeedStep =
  | { readonly do: 'open'; readonly channel: 'port_of_entry' | 'inland' }
  | { readonly do: 'passport'; readonly damaged: boolean }
  | { readonly do: 'person' | 'search' | 'photo' | 'decide' | 'acknowledge' | 'rest' | 'measures' }
  /** `begun`: the removal order is checked, biometrics are taken, the rest is awaited. */
  | { readonly do: 'checks'; readonly as: 'begun' | 'whole' }
  | { readonly do: 'draft'; readonly field: string; readonly text: string }
  | { readonly do: 'claim'; readonly part: 'contact' | 'entry' | 'grounds' }
  /** `join`: hang the claim on the record found; `rule_out`: say that it is another person. */
  | { readonly do: 'twin'; readonly as: 'join' | 'rule_out' }
  | { readonly do: 'facts'; readonly facts: EligibilityFacts }
  | { readonly do: 'undecided' }
  | { readonly do: 'override'; readonly rule: string; readonly to: 'met' | 'not_met'; readonly reason: string }
  | { readonly do: 'issue' }
  | HallStep
  | OfficeStep
  | ResidentStep
  | PaperStep
  | AfterStep

/** What happens to the latest paper of a claim. */
export type PaperStep =
  | { readonly do: 'sent' | 'confirm' | 'reprint' }
  | { readonly do: 'spoil'; readonly reissue: boolean; readonly reason: string }

/** One claim of the demo. */
export interface SeedCase {
  readonly index: number
  readonly person: DemoPerson
  /** Ms since epoch. */
  readonly openedAt: number
  /** Which of the office's officers, by number; 0 is the one who sits down with one click. */
  readonly officer: number
  readonly route: Route
  readonly entry: Entry
  /** The earlier claim of the same person, under another spelling. */
  readonly twin?: number
}

export interface TimedStep {
  readonly at: number
  readonly case: number
  readonly step: SeedStep
}

export interface SeedPlan {
  readonly cases: readonly SeedCase[]
  readonly steps: readonly TimedStep[]
}

export interface PlanWish {
  readonly seed: number
  /** How many claims. */
  readonly count: number
  /** The moment at which the demo begins, ms since epoch. */
  readonly now: number
  /** The date in the office's zone at a moment. */
  readonly dateAt: (ms: number) => string
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Everything that happened before `now`. */
export function seedPlan(wish: PlanWish): SeedPlan {
  const cases = casesOf(wish)
  const lives = cases.map((one) => lifeOf(wish, one))
  const papers = lives.flatMap(({ paperAt }, index) => (paperAt === undefined ? [] : [{ index, at: paperAt }]))
  const printed = papers
    .sort((a, b) => a.at - b.at)
    .flatMap(({ index, at }, rank) => {
      const draw = drawOf(wish.seed, index, 74)
      const after = papers.length - 1 - rank
      const fate = timed(draw, index, fateOf(draw, after), at)
      // The latest papers are still at the counter.
      const back = after < latest.length ? undefined : returnOf(drawOf(wish.seed, index, 75), rank)
      return back ? [...fate, ...timed(draw, index, back.steps, endOf(fate) + back.days * day)] : fate
    })
  const intakes = lives.flatMap((life) => life.steps).filter((step) => !isLeftToPortal(wish.seed, cases, step))
  const office = [...officeSteps(wish, cases, intakes), ...residentSteps(wish)]
  const steps = [...office, ...intakes, ...printed, ...hallSteps(wish, cases)]
    .filter(({ at }) => at < wish.now)
    // A claim's own steps stay in their order: the sort is stable and their times only grow.
    .sort((a, b) => a.at - b.at)
  return { cases, steps }
}

function casesOf(wish: PlanWish): SeedCase[] {
  const { seed, count, now, dateAt } = wish
  const today = dateAt(now)
  const cases: SeedCase[] = []
  for (let at = 0; cases.length < count; ) {
    const members = family(seed, at, today)
    at += members.length
    cases.push(...householdCases(wish, members).slice(0, count - cases.length))
  }
  return withTwins(
    seed,
    cases.sort((a, b) => a.openedAt - b.openedAt).map((one, index) => ({ ...one, index })),
  )
}

/** A family comes together: one after the other at the same counter, by the same road. */
function householdCases({ seed, now, dateAt }: PlanWish, members: readonly DemoPerson[]): SeedCase[] {
  const first = members[0]
  if (!first) return []
  const draw = drawOf(seed, first.index, 71)
  const route = routeOf(draw, first)
  const openedAt = arrivalOf(draw, now)
  const officer = draw.weighted([
    [0, 4],
    [1, 3],
    [2, 3],
  ])
  const entry = entryOf(draw, route, dateAt(openedAt), first)
  return members.map((person, place) => ({
    index: 0,
    person: arrivedOn(person, dateAt(openedAt)),
    openedAt: openedAt + place * 11 * minute,
    officer,
    route,
    entry,
  }))
}

/** Two thirds within a month, the rest within five; in the hours of daylight and evening. */
function arrivalOf(draw: Draw, now: number): number {
  const days = draw.chance(0.68) ? 30 * draw.next() : 30 + 120 * draw.next() ** 1.4
  const at = now - days * day
  const ofDay = 11 * hour + draw.next() * 15 * hour
  const moved = Math.floor(at / day) * day + ofDay
  return Math.floor(Math.min(moved, now - 40 * minute - draw.next() * 6 * hour))
}

/** Some come twice, under a name spelled otherwise: search before create has something to find. */
function withTwins(seed: number, cases: readonly SeedCase[]): SeedCase[] {
  const every = 23
  return cases.map((one, index) => {
    const earlier = cases[index - 9]
    if (index % every !== every - 1 || !earlier || one.person.household.size > 1) return one
    return { ...one, person: twinOf(drawOf(seed, index, 72), earlier.person, one.person), twin: earlier.index }
  })
}

/** What happened to a claim, but for its paper. */
interface Life {
  readonly steps: readonly TimedStep[]
  readonly paperAt?: number
}

/** How far this claim has come, step by step. */
function lifeOf({ seed, now }: PlanWish, one: SeedCase): Life {
  const { index, openedAt, route, person } = one
  const draw = drawOf(seed, index, 73)
  const age = now - openedAt
  const left = draw.chance(age < 2 * day ? 0.35 : 0.03)
  const waits = !left && draw.chance(age < 20 * day ? 0.3 : 0.06)
  const pictured = draw.chance(0.45)
  const taken = takenIn(draw, one, pictured)
  if (left) return { steps: timed(draw, index, taken.slice(0, draw.between(2, taken.length - 1)), openedAt) }
  const intake = timed(draw, index, taken, openedAt)
  const end = endOf(intake)
  const rest = wholeIntake(seed, index, end)
  if (waits) return { steps: [...intake, ...rest, ...timed(draw, index, undecided(draw, route, pictured), end)] }
  const decidedAt = draw.chance(0.25) ? end + draw.between(2, 18) * day : end + draw.between(20, 90) * minute
  const before = decidedAt - end > day ? timed(draw, index, undecided(draw, route, pictured), end) : []
  const facts: SeedStep = { do: 'facts', facts: { ...commonFacts(person), ...route.facts } }
  const decided = timed(
    draw,
    index,
    [{ do: 'checks', as: 'whole' }, facts, ...overridden(draw, route), { do: 'decide' }],
    decidedAt,
  )
  const steps = [...intake, ...rest, ...before, ...decided]
  const paperAt = endOf(decided)
  return pictured && route.paper && paperAt < now ? { steps, paperAt } : { steps }
}

/** A good half was taken in whole. A stream of its own: it changes nothing of what else happened. */
function wholeIntake(seed: number, index: number, from: number): TimedStep[] {
  const draw = drawOf(seed, index, 80)
  return draw.chance(0.55) ? timed(draw, index, [{ do: 'rest' }, { do: 'measures' }], from) : []
}

const endOf = (steps: readonly TimedStep[]): number => (steps.at(-1)?.at ?? 0) + 2 * minute

function takenIn(draw: Draw, { route, person, twin }: SeedCase, pictured: boolean): SeedStep[] {
  return [
    { do: 'open', channel: route.channel },
    ...(person.document ? [{ do: 'passport', damaged: draw.chance(0.05) } as const] : []),
    { do: 'person' },
    { do: 'search' },
    ...(twin !== undefined && twin % 3 > 0 ? [{ do: 'twin', as: twin % 3 === 1 ? 'join' : 'rule_out' } as const] : []),
    { do: 'claim', part: 'contact' },
    { do: 'claim', part: 'entry' },
    ...(draw.chance(0.03) ? [{ do: 'draft', field: 'phone', text: '514 55' } as const] : []),
    { do: 'claim', part: 'grounds' },
    ...(pictured ? [{ do: 'photo' } as const] : []),
  ]
}

const undecided = (draw: Draw, route: Route, pictured: boolean): SeedStep[] => [
  { do: 'checks', as: 'begun' },
  ...(draw.chance(0.5) ? [{ do: 'facts', facts: route.facts } as const] : []),
  { do: 'undecided' },
  ...(pictured && draw.chance(0.5) ? [{ do: 'acknowledge' } as const, ...printed] : []),
]

/** Now and then an officer sees it otherwise than a rule. */
const overridden = (draw: Draw, route: Route): SeedStep[] =>
  route.name === 'safe_country' && draw.chance(0.12)
    ? [
        {
          do: 'override',
          rule: 'irpa.101.1.e',
          to: 'not_met',
          reason: 'A brother who is a permanent resident was confirmed by telephone after the interview.',
        },
      ]
    : []

const jam = 'The printer drew the sheet in at an angle and jammed.'

const printed: readonly SeedStep[] = [{ do: 'sent' }, { do: 'confirm' }]
const done: readonly SeedStep[] = [{ do: 'issue' }, ...printed]
const replaced: readonly SeedStep[] = [
  { do: 'issue' },
  { do: 'sent' },
  { do: 'spoil', reissue: true, reason: jam },
  ...printed,
]

/** What is left open on the latest papers, the last first. */
const latest: readonly (readonly SeedStep[])[] = [
  [{ do: 'issue' }],
  done,
  [{ do: 'issue' }, { do: 'sent' }],
  replaced,
  [{ do: 'issue' }, { do: 'spoil', reissue: false, reason: 'Toner smeared across the photograph.' }],
]

/** What became of a paper; `after` is how many came later. */
const fateOf = (draw: Draw, after: number): readonly SeedStep[] =>
  latest[after] ??
  draw.weighted([
    [done, 78],
    [replaced, 13],
    [[...done, { do: 'reprint' }], 9],
  ])

/** Gives steps their times: some minutes each. */
function timed(draw: Draw, index: number, steps: readonly SeedStep[], from: number): TimedStep[] {
  let at = from
  return steps.map((step) => {
    const here = { at, case: index, step }
    at += draw.between(40, 260) * 1000
    return here
  })
}
