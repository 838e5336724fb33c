import { join } from 'node:path'
import type { DeskPhase, DeskStatus } from '../../shared/contract/views.ts'
import { catalogue } from '../../shared/domain/catalogue.ts'
import type { LoggedEvent } from '../../shared/domain/event.ts'
import type { Failure } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Tools } from '../claims/tools.ts'
import type { DeskOptions } from '../desk.ts'
import { settingsOf } from '../office/settings.ts'
import { currentCost, deriveInWorker } from '../officers/argon2.ts'
import { dataFolder } from '../officers/folder.ts'
import { lockout } from '../officers/lockout.ts'
import type { OpenedKeys } from '../officers/ports.ts'
import { type Session, session } from '../officers/session.ts'
import type { Door } from '../officers/sign-in.ts'
import { keySlots, type SlotPorts } from '../officers/slots.ts'
import { deskProjections } from '../store/projections/index.ts'
import { openStore } from '../store/store.ts'
import type { Store } from '../store/types.ts'
import { keychainFor } from './keychain.ts'
import { startAsNewDevice } from './new-device.ts'
import { secretOf } from './secrets.ts'
import { statusOf } from './status.ts'
import { changedBy, createWatchers, type Watchers } from './watchers.ts'

/**
 * The running desk behind the contract: who sits here, the store once somebody opened it, and who watches.
 * Nobody signed in since start means no database open.
 */
export interface Core {
  readonly options: DeskOptions
  readonly door: Door
  readonly slotPorts: SlotPorts
  readonly session: Session
  readonly watchers: Watchers
  /** The folder of the store inside the data folder. */
  readonly storeFolder: string
  /** The open store with its keys; undefined before the first sign-in. */
  opened(): OpenDesk | undefined
  /** Opens the store with the key that a password, the recovery key or set-up gave; does nothing if it is open. */
  open(keys: OpenedKeys, mode?: 'open' | 'create'): Result<OpenDesk>
  /** Why the store cannot be opened, if that was tried. */
  problem(): Failure | undefined
  isSetUp(): Result<boolean>
  /** Aborted when the desk closes: long work stops at its next turn. */
  readonly ending: AbortSignal
  phase(): DeskPhase
  status(): DeskStatus
  /** After a change of the program's own tables: writes them anew before anything is shown. */
  prepare(): Promise<Result<unknown>>
  /** Closes the store (a restore takes its place); the next sign-in opens it again. */
  shut(): Result<void>
  close(): Promise<void>
}

export interface OpenDesk extends Tools {
  readonly store: Store
  keys: OpenedKeys
}

/** Assembles the desk's core from what the host hands in. Opens nothing yet. */
export function createCore(options: DeskOptions): Core {
  const { clock, random, timers, dataDir } = options
  const step = options.step ?? ((_, fn) => fn())
  const files = dataFolder(dataDir, step)
  const slotPorts: SlotPorts = {
    files,
    keychain: keychainFor(options.ports.keychain),
    random,
    deriveKey: deriveInWorker,
    clock,
    cost: options.passwordCost ?? currentCost,
  }
  const door: Door = { slots: keySlots(slotPorts), lockout: lockout({ files, clock, timers, random }), clock }
  const watchers = createWatchers()
  const storeFolder = join(dataDir, 'store')
  const ending = new AbortController()
  let opened: OpenDesk | undefined
  let problem: Failure | undefined

  const settings = () => (opened ? settingsOf(opened.store) : undefined)
  const sitting = session({
    timers,
    clock,
    idleMs: () => (settings()?.idleLockMinutes ?? 10) * 60_000,
    shiftLeftMs: (seat) => {
      const last = seat.officer && opened ? (secretOf(opened.store, seat.officer)?.lastAt ?? 0) : 0
      const shift = (settings()?.shiftHours ?? 12) * 3_600_000
      return options.demo ? shift : Math.max(last + shift - clock.now(), 0)
    },
    happened: (_seat, events) => {
      for (const event of events) opened?.store.access.note({ actor: event.officer, act: event.type })
      watchers.tell(['status'])
    },
  })

  const core: Core = {
    options,
    door,
    slotPorts,
    session: sitting,
    watchers,
    storeFolder,
    ending: ending.signal,
    opened: () => opened,
    problem: () => problem,
    open(keys, mode = 'open') {
      if (opened) {
        opened.keys = keys
        return ok(opened)
      }
      const store = openStore({
        folder: storeFolder,
        key: keys.databaseKey,
        mode,
        clock,
        random,
        timers,
        step,
        catalogue,
        projections: deskProjections,
      })
      problem = store.ok ? undefined : store.failure
      if (!store.ok) return store
      const ready = startAsNewDevice(store.value)
      if (!ready.ok) return ready
      store.value.blobs.sweep()
      store.value.subscribe((events: readonly LoggedEvent[]) => watchers.tell(changedBy(events)))
      opened = { store: store.value, clock, keys }
      return ok(opened)
    },
    isSetUp: () => (options.demo ? ok(true) : door.slots.exists()),
    phase: () => phaseOf(core),
    status: () => statusOf(core),
    async prepare() {
      const store = opened?.store
      return store && store.status().stale.length > 0 ? store.rebuild({ signal: ending.signal }) : ok(null)
    },
    shut() {
      sitting.take({ type: 'sign_out' })
      const closed = opened?.store.close() ?? ok(undefined)
      opened = undefined
      return closed
    },
    async close() {
      ending.abort()
      sitting.close()
      door.lockout.close()
      watchers.close()
      core.shut()
    },
  }
  return core
}

function phaseOf(core: Core): DeskPhase {
  const setUp = core.isSetUp()
  if (!setUp.ok || core.problem()) return 'refused'
  if (!setUp.value) return 'needs_setup'
  const { state } = core.session.seat()
  return state
}

/** The open desk, or `officers.not_signed_in`. */
export function openDesk(core: Core): Result<OpenDesk> {
  const desk = core.opened()
  return desk ? ok(desk) : fail('officers.not_signed_in')
}
