import { createHash } from 'node:crypto'
import { cpSync, globSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { headsOf } from '../../../src/main/store/field-heads.ts'
import type { Catalogue, Projection } from '../../../src/main/store/types.ts'
import type { SettlingClient } from '../../../src/main/sync/client.ts'
import { type Round, settleOnce } from '../../../src/main/sync/round.ts'
import { createCourier, type Travelling } from '../../../src/main/sync/travel.ts'
import { movesEvents } from '../../../src/shared/domain/catalogue/moves.ts'
import { blobsNamedIn } from '../../../src/shared/domain/named-blobs.ts'
import type { Step } from '../../../src/shared/ports.ts'
import { fail, ok, type Result, unwrap } from '../../../src/shared/result.ts'
import type { PushRequest } from '../../../src/shared/sync/wire.ts'
import { openTestStore, type TestStore, testOffice, testOfficer, testRandom, toyCatalogue } from '../store.ts'
import { makeToyTables, toyProjection } from '../toy-projection.ts'
import { me } from './exchange.ts'
import type { MemoryBlobs } from './memory-blobs.ts'
import type { MemoryCentral } from './memory-central.ts'

/** How rough the world is: each a chance in a hundred. */
export interface Profile {
  readonly drop: number
  readonly double: number
  readonly crash: number
  readonly skewHours: number
  readonly restore: number
}
export const profiles = {
  calm: { drop: 0, double: 0, crash: 0, skewHours: 0, restore: 0 },
  lossy: { drop: 25, double: 20, crash: 0, skewHours: 0, restore: 0 },
  crashy: { drop: 10, double: 5, crash: 3, skewHours: 0, restore: 0 },
  skewed: { drop: 10, double: 5, crash: 1, skewHours: 40, restore: 0 },
  restore: { drop: 10, double: 10, crash: 1, skewHours: 1, restore: 8 },
} as const satisfies Record<string, Profile>
export type ProfileName = keyof typeof profiles

/** How often what a simulation is for came about: a run in which nothing happened proves nothing. */
export interface Counters {
  events: number
  crashes: number
  drops: number
  doubles: number
  conflicts: number
  superseded: number
  erasures: number
  restored: number
  forks: number
  /** Pictures that desks took, and that they fetched. */
  pictures: number
  fetched: number
  /** Conflicts that an officer resolved, events that an older program could not read, pages of another office that strayed in. */
  resolved: number
  unread: number
  strayed: number
  /** Claims that went to another office, and what was written of them too late. */
  moved: number
  late: number
}
export const noCounters = (): Counters => ({
  ...{ events: 0, crashes: 0, drops: 0, doubles: 0, conflicts: 0 },
  ...{ superseded: 0, erasures: 0, restored: 0, forks: 0, pictures: 0, fetched: 0 },
  ...{ resolved: 0, unread: 0, strayed: 0, moved: 0, late: 0 },
})

/** Whole numbers that follow from a seed. */
export function dice(seed: string) {
  const random = testRandom(seed)
  const below = (n: number) => {
    const [a = 0, b = 0, c = 0] = random.bytes(3)
    return ((a << 16) | (b << 8) | c) % n
  }
  return { below, chance: (percent: number) => percent > 0 && below(100) < percent }
}
export type Dice = ReturnType<typeof dice>

/** What a power cut throws. Whatever was not committed is gone; the desk is opened again. */
export class PowerCut extends Error {}

/** Toy claims with a decision that is taken once. */
export const simCatalogue: Catalogue = {
  ...toyCatalogue,
  'claim.decided': { version: 1, about: 'claim', visibility: 'public', body: z.object({ outcome: z.string() }) },
  'claim.pictured': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ original: z.string(), text: z.string() }),
  },
  'claim.reopened': { version: 1, about: 'claim', visibility: 'internal', body: z.object({ reason: z.string() }) },
  ...movesEvents,
}
/** What a newer program knows besides: a kind of note. */
export const newCatalogue: Catalogue = {
  ...simCatalogue,
  'claim.tagged': { version: 1, about: 'claim', visibility: 'internal', body: z.object({ text: z.string() }) },
}
const newProjection: Projection = {
  ...toyProjection,
  version: 2,
  apply: (event, tx) =>
    toyProjection.apply(event.type === 'claim.tagged' ? { ...event, type: 'claim.noted' } : event, tx),
}

export const erases = (type: string): boolean => simCatalogue[type]?.erases === true

/** Steps of the program that a planted bug leaves out. */
export type Planted = ReadonlySet<string>

/** A desk that lives through power cuts and old copies of its disk. */
export interface SimDesk {
  store: TestStore
  readonly work: (what: string, claim: string) => Promise<void>
  readonly settle: () => Promise<void>
  /** Keeps a copy of the whole disk, or puts it back. */
  readonly image: () => void
  /** From now on it runs the newer program: what the older one could not read counts too. */
  update(): void
  /** False from the end of the rough part on: then everything must come to rest. */
  rough: boolean
  /** Markers of events that were committed; those that an old copy of the disk took away are forgiven. */
  readonly committed: Set<string>
}

interface Making {
  readonly name: string
  readonly central: MemoryCentral
  readonly blobs: MemoryBlobs
  readonly profile: Profile
  /** Does it run the older program at first? */
  readonly old?: boolean
  /** Another office's: what a mistaken network may bring. */
  readonly elsewhere?: MemoryCentral
  readonly stream?: string
  readonly counters: Counters
  readonly planted: Planted
  readonly roll: Dice
}

export function createDesk({ name, central, blobs, profile, counters, planted, roll, ...more }: Making): SimDesk {
  const { elsewhere, stream = testOffice } = more
  let old = more.old ?? false
  let rough = false
  let guarded = false
  /** Files that no fsync reached: a power cut leaves their names, and nothing in them. */
  const unsynced = new Set<string>()
  let synced = true
  const blobFiles = () => globSync(join(store.folder, 'blobs/*/*'))
  const renamed = <T>(fn: () => T): T => {
    const written = blobFiles().filter((path) => path.endsWith('.partial'))
    const done = fn()
    for (const path of written) unsynced.add(path.replace(/\.partial$/, ''))
    return done
  }
  const step: Step = (at, fn) => {
    if (at === 'blob.write') synced = false
    if (at === 'blob.fsync') synced = !planted.has(at)
    if (at === 'blob.rename' && !synced) return renamed(fn)
    if (planted.has(at)) return ok(undefined) as never
    if (rough && guarded && roll.chance(profile.crash)) {
      counters.crashes += 1
      throw new PowerCut(at)
    }
    return fn()
  }
  const program = () => ({
    catalogue: old ? simCatalogue : newCatalogue,
    projections: [old ? toyProjection : newProjection],
    step,
  })
  let store = openTestStore({ random: testRandom(name), ...program() })
  makeToyTables(store)
  if (stream !== testOffice) unwrap(store.establish(stream))
  store.clock.advance((roll.below(2 * profile.skewHours + 1) - profile.skewHours) * 3_600_000)
  const committed = new Set<string>()
  let copy: { folder: string; committed: Set<string> } | undefined

  const reopen = () => {
    guarded = false
    store = store.reopen(program())
    desk.store = store
  }
  const survive = async (act: () => void | Promise<void>) => {
    guarded = true
    try {
      await act()
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error
      for (const path of unsynced) if (blobFiles().includes(path)) truncateSync(path, 0)
      unsynced.clear()
      reopen()
    } finally {
      guarded = false
    }
  }

  const courier = createCourier()
  const travelling = (): Travelling => ({
    store,
    link: blobs.link(over, () => new Set(central.rows().flatMap(({ event }) => named(event)))),
    clock: store.clock,
    random: testRandom(name),
    signal: AbortSignal.any([]),
  })
  /** A network that fails leaves the rest for the next time. */
  const carry = async (wanted: boolean) => {
    const how = { ...travelling(), largest: Number.MAX_SAFE_INTEGER, most: 1000 }
    if (wanted) await courier.replenish(how)
    await courier.fetch({ ...how, arrived: () => (counters.fetched += 1) })
    await courier.send(how)
  }
  const pictured = (marker: string, claim: string): Result<unknown> => {
    const bytes = Buffer.from(`picture ${marker}`)
    const original = createHash('sha256').update(bytes).digest('hex')
    const append = () =>
      store.transact({ actor: testOfficer }, (tx) => {
        tx.append({ subject: { kind: 'claim', id: claim }, type: 'claim.pictured', body: { original, text: marker } })
        return ok(undefined)
      })
    const late = planted.has('blob.before_event')
    const first = late ? append() : store.blobs.put(bytes)
    if (!first.ok) return first
    const second = late ? store.blobs.put(bytes) : append()
    if (second.ok) counters.pictures += 1
    return second
  }

  const lost = () => rough && roll.chance(profile.drop)
  const over = async <T>(answer: () => Result<T>): Promise<Result<T>> => {
    if (lost()) {
      counters.drops += 1
      return fail('sync.offline')
    }
    if (rough && roll.chance(profile.double)) {
      counters.doubles += 1
      answer()
    }
    const said = answer()
    if (!lost()) return said
    counters.drops += 1
    return fail('sync.offline')
  }
  const client = (): SettlingClient => {
    const { device, publicKey } = me(store)
    return {
      hello: () => over(() => ok({ ...central.hello(device), serverTime: new Date(0).toISOString() })),
      push: (request: PushRequest) => over(() => central.push(device, publicKey, structuredClone(request))),
      pull: ({ after, limit }) =>
        over(() => {
          const page = central.pull(device, after, Math.min(limit, 7), roll.chance(70) ? 'runs' : 'each')
          if (!rough || !elsewhere || page.events.length > 0 || page.runs?.length || !roll.chance(20)) return ok(page)
          const strayed = elsewhere.pull(device, after, 7)
          if (strayed.events.length > 0) counters.strayed += 1
          return ok({ ...strayed, epoch: central.epoch() })
        }),
    }
  }

  const desk: SimDesk = {
    store,
    committed,
    update() {
      if (!old) return
      counters.unread += store.since(0, 100_000).filter(({ type }) => type === 'claim.tagged').length
      old = false
      reopen()
    },
    get rough() {
      return rough
    },
    set rough(on) {
      rough = on
    },
    work(what, claim) {
      store.clock.advance(1000)
      // A command would not let these come as far as the projection.
      const there = store.dumpProjections().toy_claim?.some((row) => String(row).includes(claim))
      if (what === 'claim.opened' ? there : !there && what !== 'claim.fields_set') return Promise.resolve()
      if (old && what === 'claim.tagged') return Promise.resolve()
      return survive(() => {
        const marker = `${name} ${store.newId()}`
        const done =
          what === 'claim.pictured'
            ? pictured(marker, claim)
            : store.transact({ actor: testOfficer }, (tx) => {
                const subject = { kind: 'claim', id: claim } as const
                if (what !== 'claim.resolved') {
                  tx.append({ subject, ...draftOf(what, marker) })
                  return ok(undefined)
                }
                // As an officer who was shown both values, and chose.
                const bases = headsOf(tx, subject, ['name'])
                if (bases.length > 1) counters.resolved += 1
                tx.append({ subject, ...draftOf('claim.fields_set', marker), bases })
                return ok(undefined)
              })
        if (!done.ok && !refused.has(done.failure.code)) throw new Error(done.failure.code)
        if (!done.ok) return
        counters.events += 1
        if (what === 'claim.erased') counters.erasures += 1
        committed.add(marker)
      })
    },
    settle: () =>
      survive(async () => {
        store.blobs.travel.hurry()
        // As an officer would: what is lost or damaged here is noticed when somebody looks.
        if (!rough) for (const sha of namedAt(store)) store.blobs.get(sha)
        const round: Result<Round> = await settleOnce(store, client(), {
          version: '0.1.0',
          signal: AbortSignal.any([]),
          blobsFirst: () => courier.send({ ...travelling(), largest: Number.MAX_SAFE_INTEGER, most: 50 }),
        })
        if (round.ok) return carry(true)
        const { code } = round.failure
        if (code === 'sync.forked' || code === 'sync.lost_own') {
          counters.forks += 1
          const established = store.establish(stream)
          if (!established.ok) throw new Error(established.failure.code)
          return
        }
        if (!passing.has(code)) throw new Error(code)
      }),
    image() {
      const { folder } = store
      store.close()
      if (!copy) {
        copy = { folder: `${folder}-copy`, committed: new Set(committed) }
        cpSync(folder, copy.folder, { recursive: true })
      } else {
        counters.restored += 1
        rmSync(folder, { recursive: true })
        cpSync(copy.folder, folder, { recursive: true })
        rmSync(copy.folder, { recursive: true })
        committed.clear()
        for (const marker of copy.committed) committed.add(marker)
        copy = undefined
      }
      reopen()
    },
  }
  return desk
}

/** What a round may end in that another one mends. */
const passing: ReadonlySet<string> = new Set(
  ['sync.offline', 'sync.gap', 'sync.hole', 'sync.batch_unproved', 'sync.bad_answer'], // the last two: a page of another office
)

/** What a command may be told: the claim was erased, or another office has it. */
const refused: ReadonlySet<string> = new Set(['store.erased', 'claims.moved_elsewhere'])

/** Pictures that the bodies of the log name. */
export const namedAt = (store: TestStore): Set<string> => new Set(store.since(0, 100_000).flatMap(blobsNamedIn))

const named = ({ type, body }: { readonly type: string; readonly body: string | null }): string[] =>
  body === null ? [] : blobsNamedIn({ type, body: JSON.parse(body) })

export function draftOf(what: string, marker: string) {
  const bodies: Record<string, unknown> = {
    'claim.opened': { label: marker },
    'claim.noted': { text: marker },
    'claim.tagged': { text: marker },
    'claim.fields_set': { fields: { name: marker } },
    'claim.erased': { law: marker },
    'claim.decided': { outcome: marker },
    'claim.reopened': { reason: marker },
    'claim.moved_out': { ...moving, reason: marker },
  }
  return { type: what, body: bodies[what] }
}

const moving = { to: 'windsor-detroit-tunnel', on: '2026-11-27', people: [testOfficer], staying: [], officers: [] }
