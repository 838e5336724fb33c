import { join } from 'node:path'
import type { DeskPhase, DeskStatus, SyncView } from '../../shared/contract/views.ts'
import type { LoggedEvent } from '../../shared/domain/event.ts'
import type { Failure } from '../../shared/errors.ts'
import type { Seat, SeatEvent } from '../../shared/officers/seat.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { DeskOptions } from '../desk.ts'
import type { DrawingEngine } from '../documents/drawing/engine.ts'
import { paperDrawing } from '../documents/drawing/paper-drawing.ts'
import { settingsOf } from '../office/settings.ts'
import { currentCost, deriveInWorker } from '../officers/argon2.ts'
import { dataFolder } from '../officers/folder.ts'
import { lockout } from '../officers/lockout.ts'
import { type Session, session } from '../officers/session.ts'
import type { Door } from '../officers/sign-in.ts'
import { keySlots, type SlotPorts } from '../officers/slots.ts'
import { createTurns } from '../turns.ts'
import { keychainFor } from './keychain.ts'
import { leftovers } from './marker.ts'
import { keepStore, type OpenDesk, type StoreKeeper } from './open-store.ts'
import { secretOf } from './secrets.ts'
import { statusOf } from './status.ts'
import { changedBy, createWatchers, everything, type Sight, type Watchers } from './watchers.ts'
import { notWiped } from './wipe.ts'

export type { OpenDesk } from './open-store.ts'

/**
 * The running desk behind the contract: who sits here, the store once somebody opened it, and who watches.
 * Nobody signed in since start means no database open.
 */
export interface Core extends Pick<StoreKeeper, 'opened' | 'open' | 'problem'> {
  readonly options: DeskOptions
  readonly door: Door
  readonly slotPorts: SlotPorts
  readonly session: Session
  /** What draws papers. */
  readonly drawing: DrawingEngine
  readonly watchers: Watchers
  /** The folder of the store inside the data folder. */
  readonly storeFolder: string
  /** Calls `listener` after each commit that appended events, whenever a store is open. */
  listen(listener: (events: readonly LoggedEvent[]) => void): void
  /** Where the desk stands with the central; `showSync` says who knows. */
  syncView(desk: OpenDesk): SyncView
  showSync(view: (desk: OpenDesk) => SyncView): void
  /** Runs what must not meet another sign-in, change of officers, set-up or restore. Not to be nested. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Has this desk been set up? officers.key_file_missing: it was, and lost its key file. sync.wiped: it was revoked. */
  isSetUp(): Result<boolean>
  phase(): DeskPhase
  status(): DeskStatus
  /** After a change of the program's own tables: writes them anew before anything is shown. */
  prepare(): Promise<Result<unknown>>
  /** Signs out, ends long work and closes the store (a restore takes its place); the next sign-in opens it again. */
  shut(): Promise<Result<void>>
  close(): Promise<void>
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
  const storeFolder = join(dataDir, 'store')
  const ending = new AbortController()
  const turns = createTurns()
  let syncView = (_: OpenDesk): SyncView => ({ state: 'no_central', waiting: 0 })
  const listeners: ((events: readonly LoggedEvent[]) => void)[] = []
  const watchers: Watchers = createWatchers(() => sightOf(sitting.seat()))
  const keeper = keepStore({
    ...{ clock, random, timers, step, files },
    folder: storeFolder,
    ending: ending.signal,
    happened(events) {
      watchers.tell(changedBy(events))
      for (const listener of listeners) listener(events)
    },
    rewritten: () => watchers.tell(everything),
  })
  const sitting = sittingAt(options, keeper, watchers)

  const core: Core = {
    options,
    door,
    slotPorts,
    session: sitting,
    drawing: paperDrawing(options),
    watchers,
    storeFolder,
    listen: (listener) => void listeners.push(listener),
    syncView: (desk) => syncView(desk),
    showSync(view) {
      syncView = view
    },
    inTurn: turns.take,
    opened: keeper.opened,
    open: keeper.open,
    problem: keeper.problem,
    isSetUp() {
      if (options.demo || keeper.opened()) return ok(true)
      const kept = notWiped(files)
      if (!kept.ok) return kept
      const keyed = door.slots.exists()
      if (!keyed.ok || keyed.value) return keyed
      const left = leftovers(files, storeFolder)
      return left.ok ? ok(false) : left
    },
    phase: () => phaseOf(core),
    status() {
      keeper.retry()
      return statusOf(core)
    },
    async prepare() {
      const store = keeper.opened()?.store
      return store && store.status().stale.length > 0 ? store.rebuild() : ok(null)
    },
    shut() {
      sitting.take({ type: 'sign_out' })
      return keeper.shut()
    },
    async close() {
      ending.abort()
      await turns.idle()
      await core.drawing.close()
      // What could not be written now is in the store's own logs of what is missing: nobody is left to be told.
      await core.shut()
      sitting.close()
      door.lockout.close()
      watchers.close()
    },
  }
  return core
}

const sightOf = ({ state, officer }: Seat): Sight => {
  if (officer === null) return 'nobody'
  return state === 'active' ? 'open' : 'covered'
}

/** The seat with its timers. What happens there is in the access log before anything else is answered. */
function sittingAt({ clock, timers, demo, seatLeft }: DeskOptions, keeper: StoreKeeper, watchers: Watchers): Session {
  const settings = () => {
    const store = keeper.opened()?.store
    return store && settingsOf(store)
  }
  const shiftLeftMs = ({ officer }: Seat) => {
    const store = keeper.opened()?.store
    const shift = (settings()?.shiftHours ?? 12) * 3_600_000
    if (demo || !officer || !store) return shift
    const last = secretOf(store, officer)?.lastAt ?? 0
    // A clock set back must not make the shift longer.
    return Math.min(shift, Math.max(last + shift - clock.now(), 0))
  }
  return session({
    timers,
    clock,
    idleMs: () => (settings()?.idleLockMinutes ?? 10) * 60_000,
    shiftLeftMs,
    happened(seat, events) {
      const another = events.some(({ type }) => type === 'signed_out' || type === 'switched')
      if (another || seat.state !== 'active') seatLeft?.()
      const access = keeper.opened()?.store.access
      for (const event of events) access?.note(accessEntry(event))
      if (events.length > 0) access?.flush() // What it cannot write now it keeps, shows as a warning and tries again.
      if (another) watchers.forget()
      watchers.tell(['status'])
    },
  })
}

function accessEntry(event: SeatEvent) {
  const details: Record<string, string> | undefined =
    event.type === 'locked' ? { reason: event.reason } : event.type === 'switched' ? { from: event.from } : undefined
  return { actor: event.officer, act: event.type, ...(details ? { details } : {}) }
}

/** An officer at the open desk goes on working whatever becomes of the key file: a warning says what is wrong with it. */
function phaseOf(core: Core): DeskPhase {
  const { state, officer } = core.session.seat()
  if (officer && core.opened()) return state
  if (core.problem()) return 'refused'
  const setUp = core.isSetUp()
  if (!setUp.ok) return 'refused'
  return setUp.value ? 'signed_out' : 'needs_setup'
}

/** Why the window shows `refused`, if it does. */
export function problemOf(core: Core): Failure | undefined {
  const setUp = core.isSetUp()
  return core.problem() ?? (setUp.ok ? undefined : setUp.failure)
}

/** The open desk, or `officers.not_signed_in`. */
export function openDesk(core: Core): Result<OpenDesk> {
  const desk = core.opened()
  return desk ? ok(desk) : fail('officers.not_signed_in')
}
