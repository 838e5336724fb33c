import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { openStore } from '../../src/main/store/store.ts'
import type { Catalogue, Projection, Store, StoreOptions } from '../../src/main/store/types.ts'
import type { Clock, Random, Timers } from '../../src/shared/ports.ts'
import { ok, unwrap } from '../../src/shared/result.ts'

/** A clock that stands still until it is told: `advance(ms)`, also backwards. */
export interface TestClock extends Clock {
  advance(ms: number): void
}

export function testClock(start = Date.UTC(2026, 10, 23, 14)): TestClock {
  let now = start
  return {
    now: () => now,
    zone: () => 'America/Toronto',
    advance: (ms) => {
      now += ms
    },
  }
}

/** The same bytes for the same seed. */
export function testRandom(seed = 'passerelle'): Random {
  let n = 0
  return {
    bytes(length) {
      const bytes = Buffer.alloc(length)
      for (let at = 0; at < length; at += 32) createHash('sha256').update(`${seed}/${n++}`).digest().copy(bytes, at)
      return new Uint8Array(bytes)
    },
  }
}

/** Timers that fire when the test says so; what waits for no time at all has its turn by itself. */
export interface TestTimers extends Timers {
  /** Fires everything that is waiting, also what that sets up, in order of time; at most `rounds`. */
  runAll(rounds?: number): void
  readonly waiting: number
}

export function testTimers(): TestTimers {
  let waiting: { at: number; fn: () => void }[] = []
  return {
    after(ms, fn) {
      if (ms === 0) {
        const turn = setImmediate(fn)
        return () => clearImmediate(turn)
      }
      const entry = { at: ms, fn }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((other) => other !== entry)
      }
    },
    runAll(rounds = 1000) {
      for (let i = 0; i < rounds && waiting.length > 0; i++) {
        waiting.sort((a, b) => a.at - b.at)
        waiting.shift()?.fn()
      }
    },
    get waiting() {
      return waiting.length
    },
  }
}

export const testKey = new Uint8Array(32).fill(7)
export const testOffice = '0198c0de-0000-7000-8000-000000000001'
export const testOfficer = '0198c0de-0000-7000-8000-000000000002'

/** A temporary folder, and the way to remove it. */
export function tempFolder(): { folder: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-'))
  return { folder: root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** A toy catalogue for tests of the store itself: claims with fields, notes and an erasure. */
export const toyCatalogue = {
  'claim.opened': { version: 1, about: 'claim', visibility: 'public', body: z.object({ label: z.string() }) },
  'claim.fields_set': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    setsFields: true,
    body: z.object({ fields: z.record(z.string(), z.json()) }),
  },
  'claim.noted': { version: 1, about: 'claim', visibility: 'internal', body: z.object({ text: z.string() }) },
  'claim.erased': {
    version: 1,
    about: 'claim',
    visibility: 'restricted',
    erases: true,
    body: z.object({ law: z.string() }),
  },
  'person.seen': { version: 1, about: 'person', visibility: 'internal', body: z.object({ name: z.string() }) },
} as const satisfies Catalogue

export type TestStore = Store & {
  readonly folder: string
  readonly clock: TestClock
  readonly timers: TestTimers
  /** Closes it and opens it again with the same clock, random numbers and folder. */
  reopen(changes?: Partial<StoreOptions>): TestStore
  /** Closes it and removes its folder. */
  remove(): void
}

/**
 * A real encrypted store in a temporary folder, with an identity, a clock that stands still and known random numbers.
 * `catalogue` and `projections` default to the toy ones; rooms pass their own.
 */
export function openTestStore(
  changes: Partial<StoreOptions> & { projections?: readonly Projection[] } = {},
): TestStore {
  const { folder, remove } = tempFolder()
  const clock = testClock()
  const timers = testTimers()
  const options: StoreOptions = {
    folder,
    key: testKey,
    mode: 'create',
    clock,
    random: testRandom(),
    timers,
    catalogue: toyCatalogue,
    projections: [],
    ...changes,
  }
  const store = unwrap(openStore(options))
  unwrap(store.establish(testOffice))
  return dress(store, options, clock, timers, remove)
}

function dress(
  store: Store,
  options: StoreOptions,
  clock: TestClock,
  timers: TestTimers,
  remove: () => void,
): TestStore {
  let open = true
  const close = () => {
    if (!open) return ok(undefined)
    const closed = store.close()
    open = !closed.ok && closed.failure.code === 'store.rebuilding'
    return closed
  }
  return {
    ...store,
    folder: options.folder,
    clock,
    timers,
    close,
    reopen(changes = {}) {
      close()
      const again = { ...options, ...changes, mode: 'open' as const }
      return dress(unwrap(openStore(again)), again, clock, timers, remove)
    },
    remove() {
      close()
      remove()
    },
  }
}
