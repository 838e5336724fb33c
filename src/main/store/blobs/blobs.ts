import { createHash, createHmac } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Clock, Random, Step, Timers } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Connection } from '../connection.ts'
import { makeFolder, writeWhole } from '../durable.ts'
import { subKey } from '../keys.ts'
import { pause } from '../pause.ts'
import { failureOf } from '../sqlite-failure.ts'
import { atomically } from '../transact.ts'
import type { Blobs, Progress } from '../types.ts'
import { seal, unseal } from './sealed-file.ts'
import { arrived, createTravel, forgetUnnamed, wantLost } from './travel.ts'

interface Parts {
  readonly connection: Connection
  readonly folder: string
  readonly key: Uint8Array
  readonly clock: Clock
  readonly random: Random
  readonly step: Step
  readonly timers: Timers
  /** Does the table of names say all that the log says? */
  readonly namesWhole: () => boolean
  /** Is a rebuild holding the write transaction? A row written into it would go if it is cancelled. */
  readonly busy: () => boolean
  /** Does this desk settle with a central service, from which others' blobs come? */
  readonly settles: () => boolean
}

/**
 * Photos and documents: encrypted files beside the database, known by the SHA-256 of their plain bytes. `put` returns
 * when the file and its row are on the disk, so that the event that names it comes after. Within a transaction the row
 * shares its fate; the file that a rollback leaves behind goes with the next `sweep`.
 */
export function createBlobs(parts: Parts): Blobs {
  const { connection, folder, key, clock, random, step, busy, settles } = parts
  const whenFree = <T>(work: () => Result<T>) => expected(() => (busy() ? fail('store.rebuilding') : work()))
  const blobKey = subKey(key, 'blob')
  const pathOf = blobPaths(folder, key)
  const unnamed = createUnnamed(parts, pathOf)
  const hasRow = (sha: string) =>
    connection.prepare('SELECT 1 FROM blob WHERE sha = ?').get(Buffer.from(sha, 'hex')) !== undefined
  const isNamed = (sha: string) =>
    connection.prepare('SELECT 1 FROM blob_name WHERE sha = ?').get(Buffer.from(sha, 'hex')) !== undefined
  const writeFile = (sha: string, bytes: Uint8Array) => {
    const path = pathOf(sha)
    if (readBlob(path, sha, blobKey).ok) return
    makeFolder(dirname(path))
    writeWhole(path, seal(bytes, blobKey, random), step, 'blob')
  }
  const writeRow = (sha: string, bytes: Uint8Array) =>
    step('blob.row', () =>
      connection
        .prepare(
          `INSERT INTO blob (sha, size, stored_ms) VALUES (?, ?, ?)
           ON CONFLICT (sha) DO UPDATE SET stored_ms = excluded.stored_ms`,
        )
        .run(Buffer.from(sha, 'hex'), bytes.length, clock.now()),
    )
  return {
    travel: createTravel(connection, clock),
    put: (bytes) =>
      whenFree(() => {
        const sha = createHash('sha256').update(bytes).digest('hex')
        writeFile(sha, bytes)
        writeRow(sha, bytes)
        unnamed.spare(sha)
        return ok(sha)
      }),
    arrive: (sha, bytes) =>
      whenFree(() => {
        if (createHash('sha256').update(bytes).digest('hex') !== sha) return fail('sync.blob_wrong')
        // Whoever it shows was erased meanwhile: nothing of them comes back.
        if (!isNamed(sha)) return ok(false)
        writeFile(sha, bytes)
        const kept = atomically(connection, step, () => {
          writeRow(sha, bytes)
          arrived(connection, sha)
          return ok(true)
        })
        if (kept.ok) unnamed.spare(sha)
        return kept
      }),
    get: (sha) =>
      expected(() => {
        const found = hasRow(sha) ? readBlob(pathOf(sha), sha, blobKey) : fail('store.blob_missing')
        if (found.ok || !settles() || busy() || !isNamed(sha)) return found
        // Another desk, or the central, has it: it is asked for.
        wantLost(connection, sha, clock.now())
        return fail('sync.blob_on_its_way')
      }),
    has: (sha) => hasRow(sha) && existsSync(pathOf(sha)),
    remove: (sha) =>
      whenFree(() => {
        connection.prepare('DELETE FROM blob WHERE sha = ?').run(Buffer.from(sha, 'hex'))
        if (!connection.inTransaction) rmSync(pathOf(sha), { force: true })
        return ok(undefined)
      }),
    removeUnnamed: unnamed.remove,
    sweep: () => whenFree(() => ok(sweep(connection, folder, pathOf))),
  }
}

const batch = 250

/** Removes blobs that no event names, a batch a turn; `spare` keeps one until the time after next. */
function createUnnamed({ connection, step, timers, busy, namesWhole }: Parts, pathOf: (sha: string) => string) {
  let spared = new Set<string>()
  const next = (after: Uint8Array): { last: Uint8Array; shas: string[] } | undefined => {
    const rows = connection
      .prepare<{ sha: Uint8Array }>('SELECT sha FROM blob WHERE sha > ? ORDER BY sha LIMIT ?')
      .all(after, batch)
    const last = rows.at(-1)?.sha
    return last && { last, shas: rows.map(({ sha }) => Buffer.from(sha).toString('hex')) }
  }
  /** Rows first, in one transaction; then files: one that stays behind has no row, and the next opening removes it. */
  const removeFrom = (shas: readonly string[], before: number, kept: ReadonlySet<string>): Result<string[]> => {
    const gone = atomically(connection, step, () =>
      ok(
        shas.filter((sha) => {
          if (kept.has(sha) || spared.has(sha)) return false
          const deleted = connection
            .prepare(
              `DELETE FROM blob WHERE sha = ? AND stored_ms < ?
               AND NOT EXISTS (SELECT 1 FROM blob_name WHERE blob_name.sha = blob.sha)`,
            )
            .run(Buffer.from(sha, 'hex'), before)
          return deleted.changes > 0
        }),
      ),
    )
    if (gone.ok) for (const sha of gone.value) step('blob.unnamed', () => rmSync(pathOf(sha), { force: true }))
    return gone
  }
  return {
    spare: (sha: string) => void spared.add(sha),
    async remove(before: number, { signal }: Progress = {}): Promise<Result<number>> {
      const kept = spared
      spared = new Set()
      let removed = 0
      for (let at = next(new Uint8Array()); at; at = next(at.last)) {
        if (busy()) return fail('store.rebuilding')
        if (signal?.aborted) return fail('store.cancelled')
        if (!namesWhole()) return ok(removed)
        forgetUnnamed(connection)
        const { shas } = at
        const gone = expected(() => removeFrom(shas, before, kept))
        if (!gone.ok) return gone
        removed += gone.value.length
        await pause(timers)
      }
      return ok(removed)
    },
  }
}

/** Where a blob lies: `ab/<64 hex digits>`. The name is an HMAC: the plain SHA-256 would tell who has a known picture. */
export function blobPaths(folder: string, key: Uint8Array): (sha: string) => string {
  const nameKey = subKey(key, 'blob-name')
  return (sha) => {
    const name = createHmac('sha256', nameKey).update(Buffer.from(sha, 'hex')).digest('hex')
    return join(folder, name.slice(0, 2), name)
  }
}

/** Reads and checks a blob: every byte is authenticated, and the whole is what its SHA-256 says. */
export function readBlob(path: string, sha: string, blobKey: Uint8Array): Result<Uint8Array> {
  if (!existsSync(path)) return fail('store.blob_missing')
  const plain = unseal(readFileSync(path), blobKey)
  const whole = plain && createHash('sha256').update(plain).digest('hex') === sha
  return whole ? ok(plain) : fail('store.blob_damaged')
}

/** SHA-256 (hex) and size of every blob that the database names. */
export const blobRows = (connection: Connection): { sha: string; size: number }[] =>
  connection.prepare<{ sha: string; size: number }>('SELECT lower(hex(sha)) AS sha, size FROM blob ORDER BY sha').all()

/** Removes files that no row names: left by a crash, a rollback or a removal within a transaction. */
function sweep(connection: Connection, folder: string, pathOf: (sha: string) => string): number {
  if (connection.inTransaction) throw new Error('No sweep inside a transaction: its rows are not final')
  const known = new Set(blobRows(connection).map(({ sha }) => pathOf(sha)))
  const found = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
  const orphans = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const removed = orphans.filter((path) => !known.has(path))
  for (const path of removed) rmSync(path, { force: true })
  return removed.length
}

function expected<T>(work: () => Result<T>): Result<T> {
  try {
    return work()
  } catch (error) {
    const failure = failureOf(error)
    if (failure) return { ok: false, failure }
    throw error
  }
}
