import type { z } from 'zod'
import type { AccessAct } from '../../shared/domain/access-acts.ts'
import type { EventDraft, LoggedEvent, Subject, SubjectKind, Visibility } from '../../shared/domain/event.ts'
import type { Failure } from '../../shared/errors.ts'
import type { Clock, Random, Step, Timers, Uuid } from '../../shared/ports.ts'
import type { Result } from '../../shared/result.ts'
import type { BlobTravel } from './blobs/travel.ts'
import type { Query } from './query.ts'
import type { TableDigest } from './rebuild.ts'
import type { BackupReport, CheckReport, Progress, StoreStatus, VerifyReport } from './reports.ts'
import type { RuleAnswers } from './rule-answers.ts'
import type { StoreSync } from './sync/sync.ts'

export type { BackupReport, Behind, CheckReport, Progress, Restored, StoreStatus, VerifyReport } from './reports.ts'

/** What the log must know of a type of event. `src/shared/domain/catalogue.ts` has this shape. */
export interface EventSpec {
  readonly version: number
  readonly about: SubjectKind
  readonly visibility: Visibility
  readonly body: z.ZodType
  /** The body's `fields` set multi-value registers of the subject. */
  readonly setsFields?: true
  /** Appending such an event erases every earlier body about its subject; headers and chains stay. Its own body stays. */
  readonly erases?: true
}
export type Catalogue = Readonly<Record<string, EventSpec>>

/** What reads the store, at once and in this thread. Inside a transaction it sees what the transaction wrote. */
export interface Reader {
  /** Every row of a query made with `query` of query.ts. */
  all<O>(query: Query<O>): O[]
  first<O>(query: Query<O>): O | undefined
  event(id: Uuid): LoggedEvent | undefined
  /** Events about a subject, oldest first, after a position; at most `limit` (200). */
  timeline(subject: Subject, page?: { readonly after?: number; readonly limit?: number }): LoggedEvent[]
}

/** What a projection may do while an event is applied. */
export interface ProjectionTx extends Reader {
  /** Runs a query that changes rows; gives how many it changed. */
  run(query: Query<unknown>): number
  /**
   * Where many events are applied one behind the other, and nobody searches in between: the people whose names are to be
   * indexed at the end, all at once (`Projection.caughtUp`). Elsewhere names are indexed with each event.
   */
  readonly unindexed?: Set<number>
  /** Where all of a transaction's events are applied or none: names in `field_list` that it has written already. */
  readonly listed?: Set<string>
}

/** What a command may do. Everything in it happens, or nothing. */
export interface Tx extends ProjectionTx {
  /** The author's clock, read once: ms since epoch. */
  readonly now: number
  /**
   * Adds an event to the log and to every projection. A type that the catalogue marks `erases` first erases the bodies of
   * all earlier events about the subject; nothing can be appended to it later.
   * An erased subject or a full disk ends the whole transaction. A body that does not fit its type throws: a bug.
   */
  append(draft: EventDraft): LoggedEvent
  /**
   * Notes that `number` of a series is used, here and (after the commit) in the high-water mark outside the database.
   * While the database is behind that mark this ends the transaction: store.behind.
   */
  raiseSeries(series: string, number: number): void
  /**
   * Settles a series in which the database is behind: every number up to `number` counts as used, which must cover the
   * mark. In the transaction whose events void the numbers in doubt.
   */
  settleSeries(series: string, number: number): void
  newId(): Uuid
}

/** Tables that follow from the log alone. */
export interface Projection {
  readonly name: string
  /** Raised when `apply` changes its meaning: the store then asks for a rebuild. 1 when left out. */
  readonly version?: number
  /** Ordinary tables, parents first: emptied from the last to the first by a rebuild, and compared by `dumpProjections`. */
  readonly tables: readonly string[]
  /** Types of event that mean something to it; every type when left out. */
  readonly types?: ReadonlySet<string>
  /** Is it told of every body that the log keeps, also one that has no effect or that only a newer program can read? */
  readonly ofAll?: boolean
  /**
   * Writes what an event means. Called in the transaction that appends it and again by a rebuild, in the order of the
   * log: same events, same rows. No clock, no random numbers, no reading of tables that do not follow from the log, no
   * row numbers of SQLite's choosing (an erasure would shift them in a rebuild; `event.position` is one that stays).
   * Not called for erased events; for types unknown to this program and events without effect only where `ofAll` says so.
   */
  apply(event: LoggedEvent, tx: ProjectionTx): void
  /**
   * Removes every row that came from events about a subject, just before the event that erases it is applied.
   * A rebuild, which no longer sees those bodies, must give the same rows.
   */
  erase?(subject: Subject, tx: ProjectionTx): void
  /**
   * Other subjects that this one's rows are about, or whose rows are about it, by the tables as they stand: an erasure
   * of this subject that leaves them is not one that its author saw whole. Its person and the claims, papers and photos of a
   * person, say, not an office or an officer.
   */
  together?(subject: Subject, tx: ProjectionTx): readonly Subject[]
  /**
   * What holds of an event that does not fit what stands there (its person was erased meanwhile, say), of which nothing
   * else takes effect: what it used up in the world. Must fit whatever stands there. A rebuild asks it in the same place.
   */
  unfit?(event: LoggedEvent, tx: ProjectionTx): void
  /**
   * Rows were put back as they were before this desk's unplaced events: by table, their primary keys as SQL literals.
   * Writes again what follows from them in tables that no trigger watches, such as full-text ones.
   */
  undone?(rows: ReadonlyMap<string, ReadonlySet<string>>, tx: ProjectionTx): void
  /** Many events were applied with `tx.unindexed`: writes what was left for their end. */
  caughtUp?(tx: ProjectionTx): void
  /** Empties what `DELETE FROM` cannot, such as a full-text table. */
  clear?(tx: ProjectionTx): void
}

/** In whose name a transaction writes. */
export interface Author {
  /** Officer (UUID), or the device itself for jobs. */
  readonly actor: Uuid
  /** The office whose record it is; this desk's own when left out. */
  readonly stream?: Uuid
}

/** Who this desk is. `device` follows from the public key (see identity.ts). */
export interface Identity {
  readonly device: Uuid
  readonly office: Uuid
  readonly publicKey: Uint8Array
}

export interface StoreOptions {
  /** The store's own folder, such as `<data>/store`. Made when `mode` is `create`. */
  readonly folder: string
  /** The 32 bytes of the database key. */
  readonly key: Uint8Array
  /** `open` never makes a store; `create` never opens one that holds anything. */
  readonly mode: 'open' | 'create'
  readonly clock: Clock
  readonly random: Random
  readonly timers: Timers
  /** Faults of tests; without it every step just runs. */
  readonly step?: Step
  readonly catalogue: Catalogue
  /** In the order in which they are applied. */
  readonly projections: readonly Projection[]
}

/** Who did what without changing anything. Codes, ids and counts only: never a name, never what somebody typed. */
export interface AccessEntry {
  readonly actor: Uuid
  readonly act: AccessAct
  readonly subject?: Subject
  readonly details?: Readonly<Record<string, string | number | boolean>>
}

export interface AccessLog {
  /** Notes an entry; it is written within a second, and in any case before the store closes. */
  note(entry: AccessEntry): void
  /** Writes what waits, now: after entries that a crash must not lose (refused, printed). */
  flush(): Result<void>
  /** Writes what waits and stops the timer. */
  stop(): Result<void>
  readonly waiting: number
  /** Why the last writing failed; it is tried again every second. */
  readonly failure: Failure | undefined
}

export interface Blobs {
  /** Stores bytes, encrypted and forced to the disk; gives their SHA-256 (hex). The same bytes are stored once. */
  put(bytes: Uint8Array): Result<string>
  /**
   * Keeps what was fetched, if its bytes have this SHA-256 and an event names it; false when none does any more.
   * Fails with sync.blob_wrong.
   */
  arrive(sha: string, bytes: Uint8Array): Result<boolean>
  /** What is to go to the central, and what to come from it. */
  readonly travel: BlobTravel
  /**
   * Fails with store.blob_missing or store.blob_damaged: every byte is checked. At a desk that settles, what an event
   * names is then asked for: sync.blob_on_its_way.
   */
  get(sha: string): Result<Uint8Array>
  has(sha: string): boolean
  /** Forgets a blob. Within a transaction the file goes with the next `sweep`. */
  remove(sha: string): Result<void>
  /** Removes files that no row names; gives how many. At start, and after erasures. */
  sweep(): Result<number>
  /**
   * Forgets blobs that were stored before `before` (ms since epoch) and that no event names: left by commands that were
   * refused after they had stored one. Gives how many. Whatever this program stored since the last time stays whatever
   * the clock says, for a command in flight may still name it; nothing is removed while the log holds what this program
   * cannot read or its projections are not up to date. Lets others have their turn; cut short, the rest stays for the
   * next time and files that lost their row go with the next `sweep`.
   */
  removeUnnamed(before: number, progress?: Progress): Promise<Result<number>>
}

/** The open store. All of it lives in this one thread; every call but rebuild, verify, check and backup is synchronous. */
export interface Store extends Reader {
  /**
   * Runs `work` in one transaction. A failure that it returns, an expected failure inside it (full disk, erased subject)
   * or a throw undoes all of it; a throw that is no expected failure goes on to the caller.
   * Fails with store.no_identity, store.rebuilding, store.full, store.read_only, store.io, store.damaged, store.erased,
   * store.behind.
   */
  transact<T>(author: Author, work: (tx: Tx) => Result<T>): Result<T>
  /** What goes to the central and comes from it; see sync/sync.ts. */
  readonly sync: StoreSync
  /** Calls `listener` on the next turn after each commit that appended events. Gives the way to stop it. */
  subscribe(listener: (events: readonly LoggedEvent[]) => void): () => void
  /** Events of the whole log in order of arrival, after a position. */
  since(position: number, limit: number): LoggedEvent[]
  newId(): Uuid
  readonly access: AccessLog
  readonly blobs: Blobs
  readonly ruleAnswers: RuleAnswers
  status(): StoreStatus

  /** Undefined in a new store, and in a restored one until `establish` is called. */
  identity(): Identity | undefined
  /** Makes an Ed25519 key and with it a new device; an identity that was there is retired. Once at set-up and after a restore. */
  establish(office: Uuid): Result<Identity>
  /**
   * May a number be given out? Fails with store.behind while the database is behind the mark outside it, or forked by the
   * word of the central. To settle it: a forked chain by `establish`; a series by `tx.settleSeries`, together with events that void the numbers in doubt;
   * a missing or damaged mark by `renewMark`.
   */
  issuing(): Result<void>
  /** The central said that this device is forked. Remembered in the mark: `issuing` fails until there is a new identity. */
  noteFork(device: Uuid): void
  /** An administrator's decision that the database as it is holds the last numbers used. Log who took it. */
  renewMark(): Result<void>

  /** Writes every projection anew from the log; see rebuild.ts for what goes on meanwhile. Gives the number of events. */
  rebuild(progress?: Progress): Promise<Result<number>>
  /** Every row of every projection, sorted: equal before and after a rebuild. */
  dumpProjections(): Record<string, unknown[]>
  /** Rows and digest of every table of the projections: equal before and after a rebuild, in little memory. */
  digestProjections(): Record<string, TableDigest>
  /** Walks both logs; store.chain_broken names the first broken place. */
  verify(progress?: Progress): Promise<Result<VerifyReport>>
  check(progress?: Progress): Promise<CheckReport>
  /**
   * A consistent, encrypted, verified copy under `target`, which must exist. See backup/backup.ts.
   * Fails with store.backup_folder, store.backup_failed, store.full, store.io, store.cancelled.
   */
  backup(target: string, progress?: Progress): Promise<Result<BackupReport>>
  /**
   * Writes what waits and lets go of the folder, once rebuild, verify, check and backup have ended: stop them with their
   * signal and wait. Fails with store.rebuilding, still open; with another failure, closed, if the last access entries
   * or the mark could not be written.
   */
  close(): Result<void>
}
