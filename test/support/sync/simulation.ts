import { rmSync } from 'node:fs'
import { unwrap } from '../../../src/shared/result.ts'
import { slotOf } from '../../../src/shared/sync/guarded.ts'
import { testOffice } from '../store.ts'
import { shown } from './exchange.ts'
import { createMemoryBlobs } from './memory-blobs.ts'
import { bringBetween, createMemoryCentral, type Faults, type MemoryCentral } from './memory-central.ts'
import {
  type Counters,
  createDesk,
  dice,
  erases,
  namedAt,
  noCounters,
  type ProfileName,
  profiles,
  type SimDesk,
} from './world.ts'

/**
 * Desks and their central in one process, with time, network, chance and disk of a seed: the product's own store and
 * rounds, and everything that goes wrong in an office. First it is rough; then everything must come to rest, and what
 * must always hold is looked at.
 */
export interface Simulated {
  readonly seed: number
  readonly profile: ProfileName
  readonly counters: Counters
  /** What did not hold; empty when all is well. */
  readonly broken: readonly string[]
}

export interface Simulation {
  readonly seed: number
  readonly profile: ProfileName
  readonly turns?: number
  readonly faults?: Faults
  /** Steps of the program that are left out: a planted bug. */
  readonly planted?: readonly string[]
}

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
const claims = [1, 2, 3, 4].map((n) => `0198c0de-0000-7000-8000-00000000200${n}`)
/** Opened at the other office. */
const theirs = '0198c0de-0000-7000-8000-000000002009'
/** Rounds in which a calm network must bring everything to rest. */
const enough = 12

export async function simulate({
  seed,
  profile,
  turns = 60,
  faults = {},
  planted = [],
}: Simulation): Promise<Simulated> {
  const roll = dice(`simulation ${seed} ${profile}`)
  const counters = noCounters()
  const central = createMemoryCentral(testOffice, erases, faults)
  const blobs = createMemoryBlobs()
  const elsewhere = createMemoryCentral(otherOffice, erases, faults)
  const making = { blobs, profile: profiles[profile], counters, planted: new Set(planted), roll }
  const desks = ['a', 'b', 'c'].map((name) =>
    createDesk({ ...making, central, elsewhere, name: `${seed} ${name}`, old: name === 'c' }),
  )
  const stranger = createDesk({ ...making, central: elsewhere, stream: otherOffice, name: `${seed} d` })
  const broken: string[] = []
  try {
    for (const desk of desks) desk.rough = true
    for (let turn = 0; turn < turns; turn++) {
      await oneTurn(desks, roll, profiles[profile].restore)
      if (turn % 7 === 0) await turnElsewhere(stranger, roll)
      if (turn % 15 === 0) await stranger.settle()
      if (roll.chance(20)) bringBetween(central, elsewhere, erases)
    }
    for (const desk of desks) {
      desk.rough = false
      desk.update()
    }
    for (let round = 0; round < enough; round++) {
      for (const desk of [...desks, stranger]) await desk.settle()
      bringBetween(central, elsewhere, erases)
    }
    for (const desk of [...desks, stranger]) await desk.settle()
    counters.superseded = central.rows().filter(({ verdict }) => verdict === 'superseded').length
    tellStrangers(desks, central, elsewhere, (what) => broken.push(what))
    await whatMustHold([stranger], elsewhere, counters, (what) => broken.push(`elsewhere: ${what}`))
    await whatMustHold(desks, central, counters, (what) => broken.push(what))
    for (const [from, to] of [
      [central, elsewhere],
      [elsewhere, central],
    ] as const)
      tellMoves(from, to, counters, (what) => broken.push(what))
  } catch (error) {
    broken.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  } finally {
    for (const { store } of [...desks, stranger]) {
      store.remove()
      rmSync(`${store.folder}-copy`, { recursive: true, force: true })
    }
  }
  return { seed, profile, counters, broken }
}

async function oneTurn(desks: readonly SimDesk[], roll: ReturnType<typeof dice>, restore: number): Promise<void> {
  const desk = desks[roll.below(desks.length)]
  const claim = claims[roll.below(claims.length)] ?? ''
  if (!desk) return
  if (roll.chance(restore)) return desk.image()
  if (roll.chance(35)) return desk.settle()
  if (roll.chance(pictures)) return desk.work('claim.pictured', claim)
  return desk.work(
    roll.chance(4)
      ? 'claim.erased'
      : roll.chance(5)
        ? 'claim.moved_out'
        : roll.chance(8)
          ? 'claim.resolved'
          : roll.chance(6)
            ? 'claim.reopened'
            : (kinds[roll.below(kinds.length)] ?? ''),
    claim,
  )
}

/** At the other office they open claims of their own, and work on whatever is there. */
async function turnElsewhere(desk: SimDesk, roll: ReturnType<typeof dice>): Promise<void> {
  const claim = [...claims, theirs][roll.below(claims.length + 1)] ?? theirs
  if (roll.chance(20)) return desk.work('claim.opened', theirs)
  if (roll.chance(25)) return desk.work('claim.moved_out', claim)
  return desk.work(roll.chance(5) ? 'claim.erased' : roll.chance(50) ? 'claim.fields_set' : 'claim.noted', claim)
}

/**
 * From the place on at which a claim leaves an office, nothing that the office still writes of it counts there; and
 * everything that was ever written of it stands where it went.
 */
function tellMoves(from: MemoryCentral, to: MemoryCentral, counters: Counters, tell: (what: string) => void): void {
  const there = new Set(to.rows().map(({ event }) => event.id))
  const away = new Set<string>()
  for (const { device, event, verdict = 'ok' } of from.rows()) {
    const claim = event.subject.id
    if (event.type === 'claim.moved_in') away.delete(claim)
    else if (device === from.author()) continue
    else if (away.has(claim) && !erases(event.type)) {
      counters.late += 1
      if (verdict !== 'superseded') tell('an office went on writing of a claim that it had given away')
    } else if (event.type === 'claim.moved_out' && verdict === 'ok') {
      away.add(claim)
      counters.moved += 1
    }
  }
  for (const { event } of from.rows())
    if (away.has(event.subject.id) && event.body !== null && !there.has(event.id))
      tell('what was written of a claim that went never reached the office that has it')
}

async function whatMustHold(
  desks: readonly SimDesk[],
  central: MemoryCentral,
  counters: Counters,
  tell: (what: string) => void,
): Promise<void> {
  const rows = central.rows()
  const placed = new Set(rows.flatMap(({ event }) => (event.body === null ? [] : [markerIn(event.body)])))
  const erased = new Set(rows.filter(({ event }) => erases(event.type)).map(({ event }) => event.subject.id))
  rows.forEach(({ position }, i) => {
    if (position !== i + 1) tell('the stream has a hole')
  })
  for (const [n, { store, committed }] of desks.entries()) {
    const kept = new Set(
      store.since(0, 100_000).flatMap(({ body }) => (body === null ? [] : [markerIn(JSON.stringify(body))])),
    )
    for (const marker of committed)
      if (!placed.has(marker) && kept.has(marker)) tell(`desk ${n}: an event never reached the central`)
    for (const marker of committed) if (!kept.has(marker) && erased.size === 0) tell(`desk ${n}: an event was lost`)
    if (store.sync.waiting() > 0) tell(`desk ${n}: something still waits`)
    const verified = await store.verify()
    if (!verified.ok) tell(`desk ${n}: ${verified.failure.code}`)
    for (const sha of namedAt(store))
      if (!store.blobs.get(sha).ok) tell(`desk ${n}: a picture that an event names is not there`)
    for (const id of erased) {
      const left = store
        .timeline({ kind: 'claim', id }, { limit: 10_000 })
        .filter(({ body, type }) => body && !erases(type))
      if (left.length > 0) tell(`desk ${n}: a body outlived its erasure`)
    }
  }
  const first = JSON.stringify(shown(desks[0]!.store))
  for (const [n, { store }] of desks.entries()) {
    if (JSON.stringify(shown(store)) !== first) tell(`desk ${n} shows something else than desk 0`)
    unwrap(await store.rebuild())
    if (JSON.stringify(shown(store)) !== first) tell(`desk ${n} shows something else after a rebuild`)
  }
  tellWinners(central, tell)
  counters.conflicts = conflictsIn(shown(desks[0]!.store).field_holder ?? [])
}

/** Nothing of another office's stream is at a desk of this one. */
function tellStrangers(
  desks: readonly SimDesk[],
  central: MemoryCentral,
  elsewhere: MemoryCentral,
  tell: (what: string) => void,
): void {
  const ours = new Set(central.rows().map(({ event }) => event.id))
  const strangers = elsewhere.rows().filter(({ event }) => !ours.has(event.id))
  const theirs = new Set(strangers.map(({ event }) => event.id))
  for (const [n, { store }] of desks.entries())
    if (store.since(0, 100_000).some(({ id }) => theirs.has(id))) tell(`desk ${n} holds an event of another office`)
}

/** Fields that hold what two desks wrote without seeing each other. */
function conflictsIn(holders: readonly string[]): number {
  const fields = holders.flatMap((row) => {
    const { subject, fields: names } = Object.fromEntries(JSON.parse(row) as [string, string][])
    return (JSON.parse(names ?? '[]') as string[]).map((name) => `${subject} ${name}`)
  })
  return fields.length - new Set(fields).size
}

/** Of each decision the events that hold must each have seen the one before. */
function tellWinners(central: MemoryCentral, tell: (what: string) => void): void {
  const holder = new Map<string, string>()
  for (const { event, verdict } of central.rows()) {
    const slot = slotOf({ ...event, body: null })
    if (!slot || verdict === 'superseded') continue
    const before = holder.get(slot)
    if (before !== undefined && !event.bases.includes(before)) tell('two decisions won that did not know each other')
    holder.set(slot, event.id)
  }
}

const markerIn = (body: string): string => /"(\d+ [abcd] [0-9a-f-]{36})"/.exec(body)?.[1] ?? body
