import { createHash } from 'node:crypto'
import { testOffice, testRandom } from '../store.ts'
import { me } from './exchange.ts'
import { tellMoves, tellRestless, tellStrangers, whatMustHold } from './invariants.ts'
import { createMemoryBlobs } from './memory-blobs.ts'
import { bringBetween, createMemoryCentral, type Faults } from './memory-central.ts'
import { createDesk, type SimDesk } from './sim-desk.ts'
import { createMemoryLeases } from './sim-line.ts'
import { createRegister } from './sim-numbers.ts'
import {
  type Counters,
  type Dice,
  dice,
  erases,
  noCounters,
  type Profile,
  type ProfileName,
  profiles,
} from './world.ts'

/**
 * Desks and their central in one process, with time, network, chance and disk of a seed: the product's own store and
 * rounds, and everything that goes wrong in an office. First it is rough; then everything must come to rest, and what
 * must always hold is looked at.
 */
export interface Simulated {
  readonly seed: number
  readonly profile: ProfileName
  readonly turns: number
  readonly counters: Counters
  /** What did not hold; empty when all is well. */
  readonly broken: readonly string[]
  /** SHA-256 (hex) of what the central holds in the end: a seed gives the same each time. */
  readonly digest: string
}

export interface Simulation {
  readonly seed: number
  readonly profile: ProfileName
  readonly turns?: number
  readonly faults?: Faults
  /** Steps of the program that are left out: a planted bug. */
  readonly planted?: readonly string[]
  /** Only what the simulation had at first, so that an old seed still gives what it gave. */
  readonly plain?: boolean
}

/** How many turns a simulation has unless it says otherwise. */
export const usualTurns = 60

/** The one line that runs it again. */
export const rerun = ({ seed, profile, turns }: Pick<Simulated, 'seed' | 'profile' | 'turns'>): string =>
  `npm run -s simulate -- --seeds 1 --from ${seed} --profile ${profile} --turns ${turns}`

/** An office of its own, with its own stream: what is written there is nobody's business here. */
const otherOffice = '0198c0de-0000-7000-8000-0000000000f2'
const kinds = [
  'claim.tagged',
  'claim.opened',
  'claim.noted',
  'claim.noted',
  'claim.fields_set',
  'claim.fields_set',
  'claim.decided',
]
const pictures = 12
const numbers = 15
const claims = [1, 2, 3, 4].map((n) => `0198c0de-0000-7000-8000-00000000200${n}`)
/** Opened at the other office. */
const theirs = '0198c0de-0000-7000-8000-000000002009'
/** Rounds in which a calm network must bring everything to rest. */
const enough = 12

export async function simulate(wish: Simulation): Promise<Simulated> {
  const { seed, profile } = wish
  const broken: string[] = []
  const tell = (what: string) => void broken.push(what)
  const world = createWorld(wish)
  const { central, elsewhere, counters, register } = world
  try {
    await roughPart(world)
    await calmPart(world)
    const { desks, stranger, plain } = world
    counters.superseded = central.rows().filter(({ verdict }) => verdict === 'superseded').length
    tellStrangers(desks, central, elsewhere, tell)
    await tellRestless([...desks, stranger.desk], tell)
    for (const number of register.twice) tell(`number ${number} was given twice`)
    await whatMustHold({ desks: [stranger.desk], central: elsewhere, counters, plain, ...stranger }, (what) =>
      tell(`elsewhere: ${what}`),
    )
    await whatMustHold(world, tell)
    tellMoves(central, elsewhere, counters, tell)
    tellMoves(elsewhere, central, counters, tell)
  } catch (error) {
    tell(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  } finally {
    const all = [...world.desks, world.stranger.desk]
    for (const { store } of all) store.close()
    for (const { remove } of all) remove()
  }
  const digest = createHash('sha256')
    .update(JSON.stringify([central.epoch(), central.rows()]))
    .digest('hex')
  return { seed, profile, turns: world.turns, counters, broken, digest }
}

type World = ReturnType<typeof createWorld>

function createWorld({
  seed,
  profile: name,
  turns = usualTurns,
  faults = {},
  planted = [],
  plain = false,
}: Simulation) {
  const profile: Profile = profiles[name]
  const roll = dice(`simulation ${seed} ${name}`)
  const counters = noCounters()
  const register = createRegister()
  const random = (of: string) => testRandom(`${of} ${seed} ${name}`)
  const central = createMemoryCentral(testOffice, erases, faults, random('central'))
  const elsewhere = createMemoryCentral(otherOffice, erases, faults, random('elsewhere'))
  const desks: SimDesk[] = []
  const making = {
    ...{ blobs: createMemoryBlobs(), leases: createMemoryLeases(), register, counters, roll, profile, plain },
    planted: new Set(planted),
    async meanwhile(self: SimDesk) {
      const others = desks.filter((desk) => desk !== self && !desk.busy)
      // Its own copy, if there is one: both write the next event of one chain.
      const copy = others.find(({ store }) => me(store).device === me(self.store).device)
      if (copy) await copy.work('claim.fields_set', claims[0] ?? '')
      await (copy ?? others[roll.below(others.length)])?.settle()
    },
  }
  const acknowledged = new Map()
  const isOld = (i: number) => i > 2 - (profile.old ?? 1)
  for (const [i, letter] of ['a', 'b', 'c'].entries())
    desks.push(createDesk({ ...making, central, elsewhere, acknowledged, name: `${seed} ${letter}`, old: isOld(i) }))
  const theirs = new Map()
  const stranger = {
    acknowledged: theirs,
    desk: createDesk({
      ...making,
      ...{ central: elsewhere, stream: otherOffice, acknowledged: theirs, name: `${seed} d` },
    }),
  }
  return { central, elsewhere, desks, stranger, acknowledged, counters, register, roll, profile, turns, plain }
}

async function roughPart({ desks, stranger, central, elsewhere, roll, turns, ...world }: World): Promise<void> {
  for (const desk of desks) desk.rough = true
  for (let turn = 0; turn < turns; turn++) {
    await oneTurn(desks, roll, world)
    if (turn % (world.plain ? 7 : 2) === 0) await turnElsewhere(stranger.desk, roll)
    if (turn % (world.plain ? 15 : 6) === 0) await stranger.desk.settle()
    if (roll.chance(20)) bringBetween(central, elsewhere, erases)
  }
}

async function calmPart({ desks, stranger, central, elsewhere }: World): Promise<void> {
  for (const desk of desks) desk.calm()
  for (let round = 0; round < enough; round++) {
    for (const desk of [...desks, stranger.desk]) await desk.settle()
    bringBetween(central, elsewhere, erases)
  }
  for (const desk of [...desks, stranger.desk]) await desk.settle()
}

/** One of the desks does something. */
async function oneTurn(desks: SimDesk[], roll: Dice, { profile, plain }: Pick<World, 'profile' | 'plain'>) {
  const desk = desks[roll.below(desks.length)]
  const claim = claims[roll.below(claims.length)] ?? ''
  if (!desk) return
  if (roll.chance(profile.restore)) return desk.image()
  if (desks.length < 4 && roll.chance(profile.clone ?? 0)) {
    desks.push(desk.clone('e'))
    // Both are at work at once, before either hears of the other.
    return desk.settle()
  }
  if (roll.chance(profile.update ?? 0)) return desk.update()
  if (roll.chance(35)) return desk.settle()
  if (!plain && roll.chance(numbers)) return desk.work('claim.numbered', claim)
  if (roll.chance(pictures)) return desk.work('claim.pictured', claim)
  return desk.work(
    roll.chance(4)
      ? 'claim.erased'
      : roll.chance(5)
        ? 'claim.moved_out'
        : roll.chance(plain ? 8 : 20)
          ? 'claim.resolved'
          : roll.chance(6)
            ? 'claim.reopened'
            : (kinds[roll.below(kinds.length)] ?? ''),
    claim,
  )
}

/** At the other office they open claims of their own, and work on whatever is there. */
async function turnElsewhere(desk: SimDesk, roll: Dice): Promise<void> {
  const claim = [...claims, theirs][roll.below(claims.length + 1)] ?? theirs
  if (roll.chance(20)) return desk.work('claim.opened', theirs)
  if (roll.chance(25)) return desk.work('claim.moved_out', claim)
  return desk.work(roll.chance(5) ? 'claim.erased' : roll.chance(50) ? 'claim.fields_set' : 'claim.noted', claim)
}
