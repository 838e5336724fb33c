import { globSync } from 'node:fs'
import { blobPaths } from '../../../src/main/store/blobs/blobs.ts'
import { query, sql } from '../../../src/main/store/query.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { slotOf } from '../../../src/shared/sync/guarded.ts'
import { type TestStore, testKey } from '../store.ts'
import { shown } from './exchange.ts'
import type { MemoryCentral } from './memory-central.ts'
import type { SimDesk } from './sim-desk.ts'
import type { Acknowledged } from './sim-line.ts'
import { type Counters, erases, namedAt } from './world.ts'

/** What must hold once a simulation came to rest; `tell` is told what does not. */

export type Tell = (what: string) => void

interface Office {
  readonly desks: readonly SimDesk[]
  readonly central: MemoryCentral
  readonly acknowledged: Acknowledged
  readonly counters: Counters
  readonly plain: boolean
}

export async function whatMustHold({ desks, central, counters, plain, ...more }: Office, tell: Tell): Promise<void> {
  const erased = erasedAt(central)
  tellCentral(central, erased, tell)
  for (const [n, desk] of desks.entries()) {
    const here: Tell = (what) => tell(`desk ${n}: ${what}`)
    tellLost(desk, central, erased, here)
    tellForgotten(desk.store, central, more.acknowledged, erased, here)
    if (desk.store.sync.waiting() > 0) here('something still waits')
    if (desk.store.sync.position() !== central.rows().length) here('the stream did not come to its end')
    const verified = await desk.store.verify()
    if (!verified.ok) here(verified.failure.code)
    for (const sha of namedAt(desk.store))
      if (!desk.store.blobs.get(sha).ok) here('a picture that an event names is not there')
    if (!plain) await tellLeft(desk, here)
    tellErased(desk.store, erased, here)
  }
  await tellDifferent(desks, tell)
  tellWinners(central, tell)
  counters.conflicts = conflictsIn(shown(desks[0]!.store).field_holder ?? [])
}

const erasedAt = (central: MemoryCentral): ReadonlySet<string> =>
  new Set(
    central
      .rows()
      .filter(({ event }) => erases(event.type))
      .map(({ event }) => event.subject.id),
  )

function tellCentral(central: MemoryCentral, erased: ReadonlySet<string>, tell: Tell): void {
  const numbers = new Map<string, string>()
  central.rows().forEach(({ position, event }, i) => {
    if (position !== i + 1) tell('the stream has a hole')
    if (event.body !== null && erased.has(event.subject.id) && !erases(event.type))
      tell('a body outlived its erasure at the central')
    if (event.type !== 'claim.numbered' || event.body === null) return
    const { number } = JSON.parse(event.body) as { number: string }
    if ((numbers.get(number) ?? event.subject.id) !== event.subject.id) tell('two claims have one number')
    numbers.set(number, event.subject.id)
  })
}

/** Whatever an officer was told is written down is here and at the central, unless it was erased. */
function tellLost({ store, committed }: SimDesk, central: MemoryCentral, erased: ReadonlySet<string>, tell: Tell) {
  const placed = new Set(central.rows().flatMap(({ event }) => (event.body === null ? [] : [markerIn(event.body)])))
  const kept = new Set(
    store.since(0, 100_000).flatMap(({ body }) => (body === null ? [] : [markerIn(JSON.stringify(body))])),
  )
  for (const [marker, { claim, type }] of committed) {
    if (erased.has(claim) && !erases(type)) continue
    if (!kept.has(marker)) tell('an event was lost')
    if (!placed.has(marker)) tell('an event never reached the central')
  }
}

/** Whatever the central said that it has is there, and at every desk, whatever became of the desk that wrote it. */
function tellForgotten(
  store: TestStore,
  central: MemoryCentral,
  acknowledged: Acknowledged,
  erased: ReadonlySet<string>,
  tell: Tell,
): void {
  const there = new Map(central.rows().map(({ event }) => [event.id, event.body]))
  for (const [id, { claim, type }] of acknowledged) {
    const gone = erased.has(claim) && !erases(type)
    const here = store.event(id)
    if (gone ? !there.has(id) : (there.get(id) ?? null) === null) tell('the central lost what it had acknowledged')
    if (gone ? !here : (here?.body ?? null) === null) tell('an event that the central acknowledged is not here')
  }
}

/** Of what was erased nothing is left: no body, no row, no name by which a search finds it. */
function tellErased(store: TestStore, erased: ReadonlySet<string>, tell: Tell): void {
  const tables = JSON.stringify([store.dumpProjections().toy_claim, store.dumpProjections().person ?? []])
  for (const id of erased) {
    const left = store
      .timeline({ kind: 'claim', id }, { limit: 10_000 })
      .filter(({ body, type }) => body && !erases(type))
    if (left.length > 0) tell('a body outlived its erasure')
    if (tables.includes(id)) tell('a row outlived its erasure')
  }
}

/** The index of names holds whoever is there and nobody else; no file is left that nothing names. */
async function tellLeft(desk: SimDesk, tell: Tell): Promise<void> {
  const { store } = desk
  for (const index of ['name_word', 'name_part']) {
    const found = store.all<{ id: number }>(sql`SELECT id FROM ${sql.ref(`${index}_docsize`)} ORDER BY id`)
    const people = store.all(query.selectFrom('person').select('n').where('folded', 'is not', null).orderBy('n'))
    if (String(found.map(({ id }) => id)) !== String(people.map(({ n }) => n)))
      tell(`a search finds somebody who is not there (${index})`)
  }
  await desk.tidy()
  const folder = `${store.folder}/blobs`
  const names = new Set([...namedAt(store)].map(blobPaths(folder, testKey)))
  for (const path of globSync(`${folder}/*/*`)) if (!names.has(path)) tell('a file that nothing names is left')
}

async function tellDifferent(desks: readonly SimDesk[], tell: Tell): Promise<void> {
  const first = shown(desks[0]!.store)
  for (const [n, { store }] of desks.entries()) {
    const before = differing(first, shown(store))
    if (before) tell(`desk ${n} shows something else than desk 0: ${before}`)
    unwrap(await store.rebuild())
    const after = differing(first, shown(store))
    if (after) tell(`desk ${n} shows something else after a rebuild: ${after}`)
  }
}

/** The tables in which two desks differ; empty where they show the same. */
const differing = (one: Record<string, string[]>, other: Record<string, string[]>): string =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((table) => JSON.stringify(one[table]) !== JSON.stringify(other[table]))
    .join(', ')

/** Everything is settled: another round moves nothing, and asks for nothing again. */
export async function tellRestless(desks: readonly SimDesk[], tell: Tell): Promise<void> {
  for (const [n, desk] of desks.entries()) {
    await desk.settle()
    const last = desk.last()
    if (last === undefined) tell(`desk ${n}: a round on a good line failed`)
    else if (last > atRest) tell(`desk ${n}: rounds go on though everything is settled`)
  }
}

/** What a desk asks that has everything: hello, the next page, and whether the central lacks pictures. */
const atRest = 3

/**
 * From the place on at which a claim leaves an office, nothing that the office still writes of it counts there; and
 * everything that was ever written of it stands where it went.
 */
export function tellMoves(from: MemoryCentral, to: MemoryCentral, counters: Counters, tell: Tell): void {
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

/** Nothing of another office's stream is at a desk of this one. */
export function tellStrangers(
  desks: readonly SimDesk[],
  central: MemoryCentral,
  elsewhere: MemoryCentral,
  tell: Tell,
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
function tellWinners(central: MemoryCentral, tell: Tell): void {
  const holder = new Map<string, string>()
  for (const { event, verdict } of central.rows()) {
    const slot = slotOf({ ...event, body: null })
    if (!slot || verdict === 'superseded') continue
    const before = holder.get(slot)
    if (before !== undefined && !event.bases.includes(before)) tell('two decisions won that did not know each other')
    holder.set(slot, event.id)
  }
}

const markerIn = (body: string): string => /"(\d+ [a-e] [0-9a-f-]{36})"/.exec(body)?.[1] ?? body
