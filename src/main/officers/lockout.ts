import type { ErrorCode } from '../../shared/errors.ts'
import { foldUserName } from '../../shared/officers/user-name.ts'
import type { Clock, Random, Timers } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { countUp, deskDelays, runningWaits, userDelays } from './delays.ts'
import {
  type AttemptKind,
  emptyState,
  type LockoutState,
  noCounter,
  type Refusal,
  readLockout,
  writeLockout,
  writeLockoutKey,
} from './lockout-file.ts'
import type { Files } from './ports.ts'
import { authenticate } from './seal.ts'

export interface LockoutPorts {
  readonly files: Files
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Random
}

/** An attempt that was let through and already counted as refused, so that pulling the plug forgives nothing. */
export interface Attempt {
  /** It was right: the officer's count starts again. */
  accepted(): Result<null>
  /** It was not: the refusal is kept for the access log and the wait begins. */
  refused(reason: ErrorCode): Result<null>
  /** It could not be judged (keychain, disk): as if it had not been made. */
  abandoned(): Result<null>
}

/** A refused attempt as the access log takes it. `userName` null: a name that nobody here has. */
export interface DrainedRefusal extends Omit<Refusal, 'user'> {
  readonly userName: string | null
}

/** Also on every operation: officers.cannot_read, officers.cannot_write (no attempt goes uncounted). */
export interface Lockout {
  /** At set-up: makes the files. Without it a missing file counts as removed from outside. */
  create(): Result<null>
  /** Lets an attempt through, one at a time. Error: officers.wait {seconds}. */
  begin(kind: AttemptKind, userName: string): Result<Attempt>
  /** Were the counters changed or removed from outside since the last drain? */
  tampered(): Result<boolean>
  /**
   * Hands the refusals to the access log and forgets them once that has them. A crash in between hands them over
   * again under the same `id`. Gives back their number.
   */
  drainRefusals(
    knownUserNames: readonly string[],
    write: (refusals: readonly DrainedRefusal[], dropped: number) => Result<null>,
  ): Result<number>
  /** Ends the timers, at the end of the program. */
  close(): void
}

interface Loaded {
  readonly key: Uint8Array
  readonly state: LockoutState
}

type Counters = Pick<LockoutState, 'desk' | 'users'>

/** An attempt under way: the counters without it and with it, and what will be said of it if it is refused. */
interface Counted {
  readonly user: string
  readonly before: Counters
  readonly after: Counters
  readonly refusal: Omit<Refusal, 'id' | 'reason'>
}

const room = { refusals: 200, users: 200 } as const

/** The counters of refused sign-ins, their growing waits, and the queue for the access log. */
export function lockout(ports: LockoutPorts): Lockout {
  const { files, clock } = ports
  const waits = runningWaits(clock, ports.timers)
  let known: Loaded | null = null
  let busy = false

  const save = (key: Uint8Array, state: LockoutState): Result<Loaded> => {
    const highWater = Math.max(state.highWater, clock.now())
    const written = writeLockout(files, key, { ...state, highWater, users: boundUsers(state.users) })
    if (!written.ok) return written
    known = { key, state: written.value }
    return ok(known)
  }

  /** What the file says, if it says what we left; otherwise the last that we know, and the longest wait. */
  const load = (): Result<Loaded> => {
    const read = readLockout(files)
    if (!read.ok) return read
    const { key, state } = read.value
    if (key === null || state === null || (known && state.sequence < known.state.sequence)) return takeOver(key)
    if (known === null) waits.resume(state)
    known = { key, state: served(state) }
    return ok(known)
  }

  const takeOver = (found: Uint8Array | null): Result<Loaded> => {
    const key = known?.key ?? found ?? ports.random.bytes(32)
    const kept = writeLockoutKey(files, key)
    if (!kept.ok) return kept
    const state = afterTampering(known?.state ?? emptyState, ports)
    waits.start('desk', state.desk.delayMs)
    return save(key, state)
  }

  /** Waits that have run out are written as served, so that a clock set back later does not bring them again. */
  const served = (state: LockoutState): LockoutState => {
    const settle = <C extends { delayMs: number }>(name: string, counter: C): C =>
      waits.isRunning(name) ? counter : { ...counter, delayMs: 0 }
    const users = Object.entries(state.users).map(([user, counter]) => [user, settle(user, counter)] as const)
    return { ...state, desk: settle('desk', state.desk), users: Object.fromEntries(users) }
  }

  const begin = (kind: AttemptKind, userName: string): Result<Attempt> => {
    const loaded = load()
    if (!loaded.ok) return loaded
    const { key, state: before } = loaded.value
    const user = authenticate(key, `${kind}\n${foldUserName(userName)}`)
    const seconds = waits.secondsLeft([user, 'desk'])
    if (seconds > 0 || busy) return fail('officers.wait', { seconds: Math.max(1, seconds) })
    const after = countAttempt(before, user, clock)
    const done = save(key, after)
    if (!done.ok) return done
    busy = true
    const refusal = { at: clock.now(), kind, user: nameTag(key, userName) }
    return ok(attemptOn({ user, before: countersOf(before), after: countersOf(after), refusal }))
  }

  /** The three ends of an attempt. Each changes the state as it is then: the queue may have been drained meanwhile. */
  const attemptOn = ({ user, before, after, refusal }: Counted): Attempt => {
    const finish = (change: (state: LockoutState) => LockoutState): Result<null> => {
      busy = false
      const loaded = load()
      if (!loaded.ok) return loaded
      const done = save(loaded.value.key, change(loaded.value.state))
      return done.ok ? ok(null) : done
    }
    return {
      accepted: () => finish((state) => forgive({ ...state, ...before }, user)),
      abandoned: () => finish((state) => ({ ...state, ...before })),
      refused: (reason) => {
        waits.start(user, after.users[user]?.delayMs ?? 0)
        waits.start('desk', after.desk.delayMs)
        return finish((state) => queue({ ...state, ...after }, { ...refusal, id: newId(ports.random), reason }))
      },
    }
  }

  return {
    create: () => {
      const key = ports.random.bytes(32)
      const kept = writeLockoutKey(files, key)
      const done = kept.ok ? save(key, emptyState) : kept
      return done.ok ? ok(null) : done
    },
    begin,
    tampered: () => {
      const loaded = load()
      return loaded.ok ? ok(loaded.value.state.refusals.some(({ kind }) => kind === 'tampering')) : loaded
    },
    drainRefusals: (knownUserNames, write) => {
      const loaded = load()
      if (!loaded.ok) return loaded
      const { key, state } = loaded.value
      if (state.refusals.length === 0) return ok(0)
      const names = new Map(knownUserNames.map((name) => [nameTag(key, name), name]))
      const drained = state.refusals.map(({ user, ...rest }) => ({ ...rest, userName: names.get(user ?? '') ?? null }))
      const written = write(drained, state.dropped)
      if (!written.ok) return written
      const done = save(key, { ...state, refusals: [], dropped: 0 })
      return done.ok ? ok(drained.length) : done
    },
    close: () => waits.endAll(),
  }
}

const countersOf = ({ desk, users }: LockoutState): Counters => ({ desk, users })

function countAttempt(state: LockoutState, user: string, clock: Clock): LockoutState {
  // Guesses made under a clock set back would otherwise have waited already once it is put right.
  const now = Math.max(clock.now(), state.highWater)
  const own = countUp(state.users[user], userDelays, now)
  return { ...state, desk: countUp(state.desk, deskDelays, now), users: { ...state.users, [user]: own } }
}

/** The officer's own mistakes are forgiven, to the officer and to the desk; and one stray mistake of the desk. */
function forgive(state: LockoutState, user: string): LockoutState {
  const { [user]: own = noCounter, ...users } = state.users
  const count = Math.max(0, state.desk.count - own.count - 1)
  return { ...state, users, desk: { ...noCounter, count } }
}

/** All that is known stays; the desk waits as long as any officer could, and its count stands where waits are longest. */
function afterTampering(state: LockoutState, { clock, random }: LockoutPorts): LockoutState {
  const now = clock.now()
  const longest = deskDelays.free + Math.ceil(Math.log2(deskDelays.maxMs / deskDelays.firstMs)) + 1
  const desk = { count: Math.max(state.desk.count, longest), delayMs: userDelays.maxMs, until: now + userDelays.maxMs }
  const notice = {
    id: newId(random),
    at: now,
    kind: 'tampering',
    user: null,
    reason: 'officers.counters_tampered',
  } as const
  return queue({ ...state, desk }, notice)
}

const queue = (state: LockoutState, refusal: Refusal): LockoutState =>
  state.refusals.length < room.refusals
    ? { ...state, refusals: [...state.refusals, refusal] }
    : { ...state, dropped: state.dropped + 1 }

/** Names typed at random must not fill the disk: the smallest counts go first. */
function boundUsers(users: LockoutState['users']): LockoutState['users'] {
  const entries = Object.entries(users)
  if (entries.length <= room.users) return users
  return Object.fromEntries(entries.sort(([, a], [, b]) => b.count - a.count).slice(0, room.users))
}

const newId = (random: Random) => Buffer.from(random.bytes(32)).toString('hex')
const nameTag = (key: Uint8Array, userName: string) => authenticate(key, `name\n${foldUserName(userName)}`)
