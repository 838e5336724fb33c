import { timingSafeEqual } from 'node:crypto'
import { catalogue } from '../../shared/domain/catalogue.ts'
import type { LoggedEvent } from '../../shared/domain/event.ts'
import type { Failure } from '../../shared/errors.ts'
import type { Step, Timers } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Tools } from '../claims/tools.ts'
import type { DeskOptions } from '../desk.ts'
import type { Files, OpenedKeys } from '../officers/ports.ts'
import { keyFileName } from '../officers/slot-file.ts'
import { deskProjections } from '../store/projections/index.ts'
import { openStore } from '../store/store.ts'
import type { Progress, Store } from '../store/types.ts'
import { startAsNewDevice } from './new-device.ts'

/** The open store with what opened it. */
export interface OpenDesk extends Tools {
  readonly store: Store
  /** The keys of the last sign-in; `databaseKey` is the one the store was opened with. */
  keys: OpenedKeys
  /** The key file is not as this desk left it: changed from outside, or an older one was put back. */
  keyFileChanged: boolean
  /** Runs a call's work: the store is closed only after it has ended. */
  during<T>(work: () => T | Promise<T>): Promise<T>
  /** Aborted when the store is about to close: long work stops at its next turn. */
  readonly ending: AbortSignal
}

/** The store of this desk: opened by a right password, closed when the program ends or a backup takes its place. */
export interface StoreKeeper {
  opened(): OpenDesk | undefined
  open(keys: OpenedKeys, mode?: 'open' | 'create'): Result<OpenDesk>
  /** Why the store could not be opened, when that was tried last. */
  problem(): Failure | undefined
  /** Tries again what failed, with the keys that were right: the disk may be back. */
  retry(): void
  shut(): Promise<Result<void>>
}

interface Parts extends Pick<DeskOptions, 'clock' | 'random' | 'timers'> {
  readonly folder: string
  readonly files: Files
  readonly step: Step
  /** The program ends: nothing is opened any more. */
  readonly ending: AbortSignal
  readonly happened: (events: readonly LoggedEvent[]) => void
  /** The tables were written anew, or were to be: whoever looked meanwhile saw them half full, and before that as they were. */
  readonly rewritten: () => void
}

/** What was tried in vain: the keys, and the key file that gave them. */
interface Tried {
  readonly keys: OpenedKeys
  readonly keyFile: Uint8Array | null
}

export function keepStore(parts: Parts): StoreKeeper {
  let opened: (OpenDesk & { readonly close: () => Promise<Result<void>> }) | undefined
  let problem: Failure | undefined
  let tried: Tried | undefined

  const keyFileNow = () => {
    const bytes = parts.files.read(keyFileName)
    return bytes.ok ? bytes.value : null
  }
  const refused = (failure: Failure, keys: OpenedKeys, mode: 'open' | 'create'): Result<never> => {
    if (mode === 'open') {
      problem = failure
      tried = { keys: copyOf(keys), keyFile: keyFileNow() }
    }
    return { ok: false, failure }
  }
  const forget = () => {
    tried?.keys.databaseKey.fill(0)
    tried = undefined
    problem = undefined
  }
  const open = (keys: OpenedKeys, mode: 'open' | 'create' = 'open'): Result<OpenDesk> => {
    if (parts.ending.aborted) return fail('store.cancelled')
    if (opened) return adopt(opened, keys)
    const made = openWhole(parts, copyOf(keys), mode)
    if (!made.ok) return refused(made.failure, keys, mode)
    forget()
    opened = made.value
    return made
  }
  return {
    opened: () => opened,
    open,
    problem: () => problem,
    retry() {
      if (!tried || opened) return
      // Another key file lies there now: only a new sign-in can tell whether its key is right.
      if (!sameBytes(tried.keyFile, keyFileNow())) forget()
      else open(tried.keys)
    },
    async shut() {
      forget()
      const closing = opened
      opened = undefined
      return (await closing?.close()) ?? ok(undefined)
    },
  }
}

/** Another sign-in at the open desk. A key file from elsewhere may hold a password but not this store's key. */
function adopt(desk: OpenDesk, keys: OpenedKeys): Result<OpenDesk> {
  const { databaseKey } = desk.keys
  if (!timingSafeEqual(databaseKey, keys.databaseKey)) return fail('officers.key_file_changed')
  desk.keys = { ...keys, databaseKey }
  return ok(desk)
}

/** Opens the store and makes it usable; whatever goes wrong on the way, nothing stays open. */
function openWhole(parts: Parts, keys: OpenedKeys, mode: 'open' | 'create') {
  const { clock, random, timers, step, folder } = parts
  const opened = openStore({
    folder,
    key: keys.databaseKey,
    mode,
    clock,
    random,
    timers,
    step,
    catalogue,
    projections: deskProjections,
  })
  if (!opened.ok) return opened
  let usable = false
  try {
    const ready = startAsNewDevice(opened.value)
    if (!ready.ok) return ready
    opened.value.blobs.sweep() // What it cannot remove now, the next opening removes.
    opened.value.subscribe(parts.happened)
    usable = true
    return ok(openDeskOf(opened.value, keys, parts))
  } finally {
    if (!usable) opened.value.close()
  }
}

/** A printer that never answers must not keep the program from ending. */
const patienceMs = 10_000

function openDeskOf(store: Store, keys: OpenedKeys, { clock, timers, rewritten, ending: programEnds }: Parts) {
  const storeEnds = new AbortController()
  const ending = AbortSignal.any([programEnds, storeEnds.signal])
  const underWay = new Set<Promise<unknown>>()
  const during = async <T>(work: () => T | Promise<T>): Promise<T> => {
    const running = (async () => work())()
    underWay.add(running)
    return running.finally(() => underWay.delete(running))
  }
  return {
    store: endingWith(store, { ending, during, rewritten }),
    clock,
    keys,
    keyFileChanged: false,
    during,
    ending,
    async close() {
      storeEnds.abort()
      await endOf(underWay, timers)
      const closed = store.close()
      keys.databaseKey.fill(0)
      return closed
    },
  }
}

/** When all of it has ended, or patience has. */
async function endOf(underWay: ReadonlySet<Promise<unknown>>, timers: Timers): Promise<void> {
  let patient = true
  let cancel = () => {}
  const impatience = new Promise<void>((done) => {
    cancel = timers.after(patienceMs, () => {
      patient = false
      done()
    })
  })
  while (patient && underWay.size > 0) await Promise.race([Promise.allSettled(underWay), impatience])
  cancel()
}

/** The store whose long work stops when the desk ends, and is waited for. */
function endingWith(
  store: Store,
  { ending, during, rewritten }: Pick<OpenDesk, 'ending' | 'during'> & Pick<Parts, 'rewritten'>,
): Store {
  const until = (progress: Progress = {}): Progress => ({
    ...progress,
    signal: progress.signal ? AbortSignal.any([progress.signal, ending]) : ending,
  })
  return {
    ...store,
    rebuild: (progress) => during(() => store.rebuild(until(progress)).finally(rewritten)),
    verify: (progress) => during(() => store.verify(until(progress))),
    check: (progress) => during(() => store.check(until(progress))),
    backup: (target, progress) => during(() => store.backup(target, until(progress))),
  }
}

const copyOf = (keys: OpenedKeys): OpenedKeys => ({ ...keys, databaseKey: keys.databaseKey.slice() })

const sameBytes = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : Buffer.compare(a, b) === 0
