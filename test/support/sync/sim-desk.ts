import { createHash } from 'node:crypto'
import { keepNumber } from '../../../src/main/office/numbers.ts'
import { startAsNewDevice } from '../../../src/main/seat/new-device.ts'
import { headsOf } from '../../../src/main/store/field-heads.ts'
import type { Tx } from '../../../src/main/store/types.ts'
import { topUpNumbers } from '../../../src/main/sync/leases.ts'
import { type Round, settleOnce } from '../../../src/main/sync/round.ts'
import { createCourier, type Travelling } from '../../../src/main/sync/travel.ts'
import type { Step } from '../../../src/shared/ports.ts'
import { ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { openTestStore, type TestStore, testOffice, testOfficer, testRandom } from '../store.ts'
import { makeToyTables, toyProjection } from '../toy-projection.ts'
import { me } from './exchange.ts'
import type { MemoryBlobs } from './memory-blobs.ts'
import type { MemoryCentral } from './memory-central.ts'
import { createDisk } from './sim-disk.ts'
import { type Acknowledged, layLine, type MemoryLeases } from './sim-line.ts'
import { answerForCopy, createGiving, type Register, setUp } from './sim-numbers.ts'
import { papersProjection, searchProjection } from './sim-projections.ts'
import {
  type Counters,
  type Dice,
  draftOf,
  named,
  namedAt,
  newCatalogue,
  newProjection,
  PowerCut,
  type Profile,
  simCatalogue,
} from './world.ts'

/** A desk that lives through power cuts, old copies of its database and networks as they are. */
export interface SimDesk {
  store: TestStore
  readonly work: (what: string, claim: string) => Promise<void>
  readonly settle: () => Promise<void>
  /** How often the central was asked something in the last round, with its journeys; undefined where it was cut short. */
  readonly last: () => number | undefined
  /** Keeps a copy of the database, or puts it back. */
  readonly image: () => void
  /** The same database on a computer of its own: from now on both are the same desk. */
  readonly clone: (name: string) => SimDesk
  /** From now on it runs the newer program: what the older one could not read counts too. */
  update(): void
  /** The rough part is over: the newer program everywhere, and an administrator at every desk that asks for one. */
  readonly calm: () => void
  /** Throws away files that nothing names, as every desk does day by day. */
  readonly tidy: () => Promise<void>
  /** False from the end of the rough part on: then everything must come to rest. */
  rough: boolean
  /** Is it in a round? */
  readonly busy: boolean
  /** What was committed, and of which claim; what an old copy of the database took away is forgiven. */
  readonly committed: Map<string, Committed>
  readonly remove: () => void
}
export interface Committed {
  readonly claim: string
  readonly type: string
}

interface Making {
  readonly name: string
  readonly central: MemoryCentral
  readonly blobs: MemoryBlobs
  readonly leases: MemoryLeases
  readonly register: Register
  readonly acknowledged: Acknowledged
  readonly profile: Profile
  /** Only what the simulation had at first: no numbers, no search, and the whole disk is copied back. */
  readonly plain: boolean
  /** Does it run the older program at first? */
  readonly old?: boolean
  /** Another office's: what a mistaken network may bring. */
  readonly elsewhere?: MemoryCentral
  readonly stream?: string
  readonly counters: Counters
  /** Steps of the program that a planted bug leaves out. */
  readonly planted: ReadonlySet<string>
  readonly roll: Dice
  /** What others do while this desk waits for an answer. */
  readonly meanwhile?: (self: SimDesk) => Promise<void>
  /** Of the desk that it is a copy of. */
  readonly from?: { readonly store: TestStore; readonly committed: ReadonlyMap<string, Committed> }
}

export function createDesk(making: Making): SimDesk {
  const { name, central, blobs, leases, register, plain, profile, counters, planted, roll, ...more } = making
  const { acknowledged, elsewhere, meanwhile, stream = testOffice } = more
  let old = more.old ?? false
  let rough = false
  let guarded = false
  let busy = false
  let synced = true
  let last: number | undefined
  const dies = (at: string) => {
    counters.crashes += 1
    throw new PowerCut(at)
  }
  const step: Step = (at, fn) => {
    if (at === 'settle.unfit') counters.unfit += 1
    if (at === 'settle.unfit' && planted.has('poison.blocks')) dies(at)
    if (at === 'blob.write') synced = false
    if (at === 'blob.fsync') synced = !planted.has(at)
    if (at === 'blob.rename' && !synced) return disk.renamed(fn)
    // A commit seldom: what never commits is no program.
    if (planted.has(at) && (at !== 'commit' || (rough && guarded && roll.chance(3)))) return ok(undefined) as never
    if (rough && guarded && roll.chance(profile.crash)) dies(at)
    return fn()
  }
  const program = () => ({
    catalogue: old ? simCatalogue : newCatalogue,
    projections: [
      old ? toyProjection : newProjection,
      ...(plain ? [] : [papersProjection, searchProjection(planted.has('search.forget'))]),
    ],
    step,
  })
  const opened = () => {
    const made = openTestStore({ random: testRandom(name), ...program() })
    makeToyTables(made)
    if (stream !== testOffice) unwrap(made.establish(stream))
    if (!plain) setUp(made, stream, leases)
    made.clock.advance((roll.below(2 * profile.skewHours + 1) - profile.skewHours) * 3_600_000)
    return made
  }
  let store: TestStore = more.from?.store ?? opened()
  const disk = createDisk(store.folder, plain)
  const committed = new Map(more.from?.committed)
  let copy: ReadonlyMap<string, Committed> | undefined
  let giving = createGiving(making)

  /** As the product does at every opening. */
  const begin = () => {
    if (plain) return
    unwrap(store.blobs.sweep())
    unwrap(startAsNewDevice(store))
  }
  const reopen = () => {
    guarded = false
    giving = createGiving(making)
    store = store.reopen(program())
    desk.store = store
    begin()
  }
  const survive = async (act: () => void | Promise<void>) => {
    guarded = true
    try {
      await act()
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error
      disk.cutPower()
      reopen()
    } finally {
      guarded = false
    }
  }

  const courier = createCourier()
  const line = layLine({
    ...{ central, elsewhere, acknowledged, profile, counters, planted, roll, rough: () => rough },
    strays: plain ? 20 : 60,
    async meanwhile() {
      // No power is cut below a round that goes on.
      const before = guarded
      guarded = false
      const claim = [...committed.values()].at(-1)?.claim
      if (claim) write('claim.fields_set', claim)
      guarded = before
      await meanwhile?.(desk)
    },
  })
  const travelling = (): Travelling => ({
    store,
    link: blobs.link(line.over, () => new Set(central.rows().flatMap(({ event }) => named(event)))),
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

  const written =
    (what: string, claim: string, marker: string) =>
    (tx: Tx): Result<string | undefined> => {
      const subject = { kind: 'claim', id: claim } as const
      if (what === 'claim.numbered') {
        const number = giving.take(tx)
        if (!number.ok) return number
        tx.append({ subject, type: what, body: { number: number.value, text: marker } })
        // Where another desk erased the claim meanwhile, nothing else says that it is used.
        keepNumber(tx, number.value, 'document')
        return number
      }
      if (what !== 'claim.resolved') {
        tx.append({ subject, ...draftOf(what, marker) })
        return ok(undefined)
      }
      // As an officer who was shown both values, and chose.
      const bases = headsOf(tx, subject, ['name', 'familyName'])
      if (bases.length > 1) counters.resolved += 1
      tx.append({ subject, ...draftOf('claim.fields_set', marker), bases })
      return ok(undefined)
    }
  const write = (what: string, claim: string): void => {
    const marker = `${name} ${store.newId()}`
    const done: Result<unknown> =
      what === 'claim.pictured'
        ? pictured(marker, claim)
        : store.transact({ actor: testOfficer }, written(what, claim, marker))
    if (!done.ok) {
      if (done.failure.code === 'store.behind') giving.refused(store)
      else if (!refused.has(done.failure.code)) throw new Error(done.failure.code)
      return
    }
    counters.events += 1
    if (what === 'claim.erased') counters.erasures += 1
    committed.set(marker, { claim, type: what })
    if (what !== 'claim.numbered') return
    counters.numbers += 1
    register.note(String(done.value))
    giving.after(store)
  }

  const oneRound = async () => {
    last = undefined
    const before = line.asked()
    store.blobs.travel.hurry()
    // As an officer would: what is lost or damaged here is noticed when somebody looks.
    if (!rough) for (const sha of namedAt(store)) store.blobs.get(sha)
    const signal = AbortSignal.any([])
    const round: Result<Round> = await settleOnce(store, line.client(store), {
      version: '0.1.0',
      signal,
      blobsFirst: () => courier.send({ ...travelling(), largest: Number.MAX_SAFE_INTEGER, most: 50 }),
    })
    if (round.ok) {
      const leasing = { lease: async (asked) => line.over(() => leases.lease(me(store).device, asked)) } as Leasing
      const leased = plain ? ok(0) : await topUpNumbers(store, leasing, signal)
      if (!leased.ok && !passing.has(leased.failure.code)) throw new Error(leased.failure.code)
      await carry(true)
      last = line.asked() - before
      return
    }
    const { code } = round.failure
    if (code === 'sync.forked' || code === 'sync.lost_own') {
      counters.forks += 1
      const established = store.establish(stream)
      if (!established.ok) throw new Error(established.failure.code)
      if (!plain) unwrap(startAsNewDevice(store))
      return
    }
    if (!passing.has(code)) throw new Error(code)
  }

  const desk: SimDesk = {
    store,
    committed,
    last: () => last,
    get busy() {
      return busy
    },
    update() {
      if (!old) return
      counters.unread += store.since(0, 100_000).filter(({ type }) => type === 'claim.tagged').length
      old = false
      reopen()
    },
    calm() {
      rough = false
      desk.update()
      if (!plain) answerForCopy(store)
    },
    async tidy() {
      // Twice: what came since the last time is spared once.
      for (let i = 0; i < 2; i++) unwrap(await store.blobs.removeUnnamed(Number.MAX_SAFE_INTEGER))
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
      const fits = what === 'claim.opened' ? !there : there || fitsAnywhere.has(what)
      if (!fits && (plain || there)) return Promise.resolve()
      if (old && what === 'claim.tagged') return Promise.resolve()
      return survive(() => write(fits ? what : 'claim.opened', claim))
    },
    async settle() {
      busy = true
      await survive(oneRound)
      busy = false
    },
    image() {
      store.close()
      if (!copy) {
        copy = new Map(committed)
        disk.copy()
      } else {
        counters.restored += 1
        disk.putBack()
        committed.clear()
        for (const [marker, what] of copy) committed.set(marker, what)
        copy = undefined
      }
      reopen()
    },
    clone(as) {
      counters.cloned += 1
      const folder = `${store.folder}-${as}`
      store.close()
      disk.carryTo(folder)
      const there = store.reopen({ ...program(), folder, random: testRandom(`${name} ${as}`) })
      reopen()
      const twin = createDesk({ ...making, name: `${name.slice(0, -1)}${as}`, old, from: { store: there, committed } })
      twin.rough = rough
      return twin
    },
    remove() {
      store.remove()
      disk.remove()
    },
  }
  if (more.from) reopen()
  return desk
}

/** What means the same whether the claim is there or not. */
const fitsAnywhere: ReadonlySet<string> = new Set(['claim.fields_set', 'claim.numbered'])

type Leasing = Parameters<typeof topUpNumbers>[1]

/** What a round may end in that another one mends. */
const passing: ReadonlySet<string> = new Set(
  ['sync.offline', 'sync.gap', 'sync.epoch_changed', 'sync.hole', 'sync.batch_unproved', 'sync.bad_answer'], // the last two: a page of another office
)

/** What a command may be told: the claim was erased, another office has it, no number is left. */
const refused: ReadonlySet<string> = new Set(['store.erased', 'claims.moved_elsewhere', 'claims.numbers_exhausted'])
