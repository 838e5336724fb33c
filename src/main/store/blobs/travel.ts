import { blobsNamedIn } from '../../../shared/domain/named-blobs.ts'
import type { Clock } from '../../../shared/ports.ts'
import type { Connection } from '../connection.ts'

/** A picture or a paper that is to go to the central service. */
export interface Outgoing {
  /** SHA-256, lower-case hex. */
  readonly sha: string
  /** Bytes. */
  readonly size: number
  readonly tries: number
}

/** One that is named here and is not here. */
export interface Incoming {
  readonly sha: string
  readonly tries: number
}

/** What does not come, or does not go, and since when this is known. */
export interface Stuck {
  readonly sha: string
  readonly way: 'in' | 'out'
  /** Ms since epoch. */
  readonly since: number
  readonly tries: number
  /** Code of the last failure. */
  readonly why: string | null
}

/** Counts for the page of the central service. */
export interface TravelCounts {
  readonly out: number
  readonly outBytes: number
  readonly in: number
}

/**
 * Which blobs of this desk have to travel, and when each is tried next. Only what an event names travels. What is noted here
 * in the moment in which a new database takes the place of the desk's is lost, and does no harm: what events name is asked
 * for then, what somebody looks for is asked for again, and the central says of what it has that it has it.
 */
export interface BlobTravel {
  /** What may be sent now, small first. */
  toSend(page: { readonly largest: number; readonly limit: number }): Outgoing[]
  /** What may be asked for now, the longest awaited first. */
  toFetch(limit: number): Incoming[]
  /** The central has it. */
  sent(sha: string): void
  /** The central lacks it after all: it is sent again, if it is here. */
  sendAgain(shas: readonly string[]): void
  /** It did not go, or did not come: not again before `next` (ms since epoch). */
  failed(way: 'in' | 'out', sha: string, next: number, why: string): void
  /** Somebody looks for it, or an event of another desk names it: it is asked for, if it is not here. */
  want(shas: readonly string[]): void
  /** Everything may be tried again at once. */
  hurry(): void
  counts(): TravelCounts
  /**
   * Tried more than a few times, in vain: on the way in only what is awaited since before a moment (ms since epoch). What
   * waits for later by an officer's wish is not among them.
   */
  stuck(before: number, limit: number): Stuck[]
}

/** So often refused, a picture is somebody's concern. */
const manyTries = 5

/** More than this is not counted: the screen says as much. */
const mostCounted = 10_000

const named = (table: string) => `EXISTS (SELECT 1 FROM blob_name n WHERE n.sha = ${table}.sha)`

export function createTravel(connection: Connection, clock: Clock): BlobTravel {
  const { prepare } = connection
  return {
    toSend: ({ largest, limit }) =>
      prepare<{ sha: string; size: number; tries: number }>(
        `SELECT lower(hex(sha)) AS sha, size, tries FROM blob_out
         WHERE size <= :largest AND next_ms <= :now AND ${named('blob_out')} ORDER BY size LIMIT :limit`,
      ).all({ largest, limit, now: clock.now() }),
    toFetch: (limit) =>
      prepare<Incoming>(
        `SELECT lower(hex(sha)) AS sha, tries FROM blob_in
         WHERE next_ms <= :now AND ${named('blob_in')} ORDER BY next_ms LIMIT :limit`,
      ).all({ limit, now: clock.now() }),
    sent: (sha) => void prepare('DELETE FROM blob_out WHERE sha = ?').run(bytes(sha)),
    sendAgain(shas) {
      const again = prepare('INSERT OR IGNORE INTO blob_out (sha, size) SELECT sha, size FROM blob WHERE sha = ?')
      for (const sha of shas) again.run(bytes(sha))
    },
    failed: (way, sha, next, why) =>
      void prepare(
        `UPDATE ${way === 'in' ? 'blob_in' : 'blob_out'} SET tries = tries + 1, next_ms = ?, why = ? WHERE sha = ?`,
      ).run(next, why, bytes(sha)),
    want: (shas) => wantBlobs(connection, shas, clock.now()),
    hurry() {
      for (const table of ['blob_in', 'blob_out']) prepare(`UPDATE ${table} SET next_ms = 0 WHERE next_ms > 0`).run()
    },
    counts() {
      const { out, outBytes } = prepare<{ out: number; outBytes: number }>(
        'SELECT count(*) AS out, coalesce(sum(size), 0) AS outBytes FROM blob_out',
      ).get() ?? { out: 0, outBytes: 0 }
      const awaited = prepare<{ n: number }>(
        `SELECT count(*) AS n FROM (SELECT 1 FROM blob_in WHERE ${named('blob_in')} LIMIT ${mostCounted})`,
      ).get()
      return { out, outBytes, in: awaited?.n ?? 0 }
    },
    stuck: (before, limit) =>
      prepare<Stuck>(
        `SELECT lower(hex(sha)) AS sha, 'in' AS way, since_ms AS since, tries, why FROM blob_in
           WHERE since_ms < :before AND tries >= ${manyTries} AND coalesce(why, '') <> 'sync.photos_later'
             AND ${named('blob_in')}
         UNION ALL
         SELECT lower(hex(sha)), 'out', (SELECT stored_ms FROM blob b WHERE b.sha = blob_out.sha), tries, why FROM blob_out
           WHERE tries >= ${manyTries} AND ${named('blob_out')}
         ORDER BY 3 LIMIT :limit`,
      ).all({ before, limit }),
  }
}

/** Asks for blobs that are not here: in the transaction that writes down the event that names them. */
export function wantBlobs(connection: Connection, shas: readonly string[], now: number): void {
  for (const sha of shas)
    connection
      .prepare(
        `INSERT INTO blob_in (sha, since_ms) SELECT :sha, :now WHERE NOT EXISTS (SELECT 1 FROM blob WHERE sha = :sha)
         ON CONFLICT (sha) DO NOTHING`,
      )
      .run({ sha: bytes(sha), now })
}

/** Asks for everything that the log names and that is not here: after many events came at once. */
export function wantAllNamed(connection: Connection, now: number): void {
  // The names hold every digest; only the event itself says whether it is one of bytes that somebody keeps. The names first
  // (CROSS JOIN): most events name nothing.
  const naming = connection.prepare<{ type: string; body: string }>(
    `SELECT DISTINCT e.type, CAST(e.body AS TEXT) AS body FROM blob_name n CROSS JOIN event e ON e.subject = n.subject
     WHERE instr(e.body, CAST(lower(hex(n.sha)) AS BLOB)) > 0`,
  )
  for (const { type, body } of naming.all()) wantBlobs(connection, blobsNamedIn({ type, body: JSON.parse(body) }), now)
}

/** Asks again for one that is lost or damaged here, whatever its row says. */
export function wantLost(connection: Connection, sha: string, now: number): void {
  connection
    .prepare('INSERT INTO blob_in (sha, since_ms) VALUES (?, ?) ON CONFLICT (sha) DO NOTHING')
    .run(bytes(sha), now)
}

/** It is here: nothing is awaited any more, and the central has it already. */
export function arrived(connection: Connection, sha: string): void {
  connection.prepare('DELETE FROM blob_in WHERE sha = ?').run(bytes(sha))
  connection.prepare('DELETE FROM blob_out WHERE sha = ?').run(bytes(sha))
}

/** What nothing names any more is not asked for. Only while the table of names is whole. */
export const forgetUnnamed = (connection: Connection): void =>
  void connection.prepare(`DELETE FROM blob_in WHERE NOT ${named('blob_in')}`).run()

const bytes = (sha: string): Buffer => Buffer.from(sha, 'hex')
