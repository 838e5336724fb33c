import type { z } from 'zod'
import type { EventDraft, LoggedEvent, Subject, SubjectKind, Visibility } from '../../shared/domain/event.ts'
import type { Clock, Random, Step, Timers, Uuid } from '../../shared/ports.ts'
import type { Result } from '../../shared/result.ts'
import type { Query } from './query.ts'

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
  /** Notes that `number` of a series is used, here and (after the commit) in the high-water mark outside the database. */
  raiseSeries(series: string, number: number): void
  newId(): Uuid
}

/** Tables that follow from the log alone. */
export interface Projection {
  readonly name: string
  /** Raised when `apply` changes its meaning: the store then asks for a rebuild. 1 when left out. */
  readonly version?: number
  /** Ordinary tables, parents first: emptied from the last to the first by a rebuild, and compared by `dumpProjections`. */
  readonly tables: readonly string[]
  /**
   * Writes what an event means. Called in the transaction that appends it and again by a rebuild, in the order of the
   * log: same events, same rows. No clock, no random numbers, no reading of tables that do not follow from the log.
   * Not called for erased events or types unknown to this program.
   */
  apply(event: LoggedEvent, tx: ProjectionTx): void
  /**
   * Removes every row that came from events about a subject, just before the event that erases it is applied.
   * A rebuild, which no longer sees those bodies, must give the same rows.
   */
  erase?(subject: Subject, tx: ProjectionTx): void
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

/** The open store. The whole of it is in this one thread; every call but rebuild, verify, check and backup is synchronous. */
export interface Store extends Reader {
  /**
   * Runs `work` in one transaction. A failure that it returns, an expected failure inside it (full disk, erased subject)
   * or a throw undoes all of it; a throw that is no expected failure goes on to the caller.
   * Fails with store.no_identity, store.rebuilding, store.full, store.read_only, store.io, store.damaged, store.erased.
   */
  transact<T>(author: Author, work: (tx: Tx) => Result<T>): Result<T>
  /** Calls `listener` on the next turn after each commit that appended events. Gives the way to stop it. */
  subscribe(listener: (events: readonly LoggedEvent[]) => void): () => void
  /** Events of the whole log in order of arrival, after a position. */
  since(position: number, limit: number): LoggedEvent[]
  newId(): Uuid
  /** Undefined in a new store, and in a restored one until `establish` is called. */
  identity(): Identity | undefined
  /** Makes an Ed25519 key and with it a new device; an identity that was there is retired. Once at set-up and after a restore. */
  establish(office: Uuid): Result<Identity>
  close(): void
}
