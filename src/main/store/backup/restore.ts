import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Clock, Step, Timers } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { blobPaths, readBlob } from '../blobs/blobs.ts'
import { createConnection } from '../connection.ts'
import { freePath, fsyncFile, fsyncFolder, makeFolder } from '../durable.ts'
import { openFile } from '../file.ts'
import { retireIdentity } from '../identity.ts'
import { subKey } from '../keys.ts'
import { lockFolder } from '../lock.ts'
import { currentVersion } from '../migrations.ts'
import { paths } from '../open.ts'
import { writeRestored } from '../restored.ts'
import { failureOf } from '../sqlite-failure.ts'
import type { Catalogue, Progress } from '../types.ts'
import { verifyLogs } from '../verify.ts'
import { fileStamp } from './file-stamp.ts'
import { inBackup, type Manifest, readManifest, sha256OfFile } from './manifest.ts'

export interface RestoreOptions {
  /** The folder of one backup: a date under `passerelle-…`. */
  readonly backup: string
  /** The folder of the store, which must not be open. */
  readonly folder: string
  readonly key: Uint8Array
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly timers: Timers
  readonly step?: Step
}

export interface RestoreReport {
  readonly events: number
  readonly blobs: number
  /** Blobs that the backup should have and has not. */
  readonly missingBlobs: number
  /** Where what was there before lies now; undefined when there was nothing. */
  readonly quarantine: string | undefined
}

/**
 * Puts a backup in the place of the store. Everything is prepared and checked beside it first; then what is there moves
 * to `quarantine/<time>/` (nothing is deleted, the high-water mark stays) and the copy takes its place. Cut short anywhere,
 * it can be run again.
 * The restored store has no identity: `status().restored` says so, and the composition root calls `establish`, voids the
 * unused numbers (`status().behind` names the series, `tx.settleSeries` settles them) and appends `device.started`.
 * Fails with store.wrong_key, store.backup_damaged, store.newer, store.in_use, store.full, store.read_only, store.io.
 */
export async function restore(options: RestoreOptions, progress: Progress = {}): Promise<Result<RestoreReport>> {
  const { backup, folder, key } = options
  if (!existsSync(inBackup(backup).manifest)) return fail('store.backup_damaged', { reason: 'manifest' })
  const manifest = readManifest(backup, key)
  if (!manifest) return fail('store.wrong_key')
  if (manifest.version > currentVersion) return fail('store.newer', { found: manifest.version, known: currentVersion })
  let unlock = () => {}
  try {
    makeFolder(folder)
    unlock = lockFolder(folder)
    const prepared = await prepare(options, manifest, progress)
    if (!prepared.ok) return prepared
    const quarantine = exchange(options)
    return ok({ ...prepared.value, quarantine })
  } catch (error) {
    const failure = failureOf(error)
    if (failure) return { ok: false, failure }
    throw error
  } finally {
    rmSync(paths(folder).restoring, { recursive: true, force: true })
    unlock()
  }
}

/** Copies and checks everything in `restoring/`, and marks the copy as restored. */
async function prepare(
  { backup, folder, key, catalogue, clock, timers, step = (_, fn) => fn() }: RestoreOptions,
  manifest: Manifest,
  progress: Progress,
): Promise<Result<Omit<RestoreReport, 'quarantine'>>> {
  const { restoring } = paths(folder)
  const database = join(restoring, 'desk.db')
  rmSync(restoring, { recursive: true, force: true })
  makeFolder(join(restoring, 'blobs'))
  if (!existsSync(inBackup(backup).database)) return fail('store.backup_damaged', { reason: 'database' })
  await copyFile(inBackup(backup).database, database)
  if (
    statSync(database).size !== manifest.database.bytes ||
    (await sha256OfFile(database)) !== manifest.database.sha256
  )
    return fail('store.backup_damaged', { reason: 'database' })
  const connection = createConnection(openFile(database, key), step)
  try {
    const logs = await verifyLogs(connection, catalogue, timers, undefined, progress)
    if (!logs.ok) return fail('store.backup_damaged', { reason: logs.failure.code })
    if (logs.value.events !== manifest.events) return fail('store.backup_damaged', { reason: 'count' })
    const missingBlobs = await bringBlobs(dirname(backup), restoring, key, manifest)
    connection.sqlite.transaction(() => {
      retireIdentity(connection, clock.now())
      writeRestored(connection, { backup: basename(backup), at: clock.now(), from: manifest.device })
    })()
    return ok({ events: manifest.events, blobs: manifest.blobs.length - missingBlobs, missingBlobs })
  } finally {
    connection.close()
    fsyncFile(database)
  }
}

async function bringBlobs(own: string, restoring: string, key: Uint8Array, { blobs }: Manifest): Promise<number> {
  const source = blobPaths(join(own, 'blobs'), key)
  const target = blobPaths(join(restoring, 'blobs'), key)
  const blobKey = subKey(key, 'blob')
  let missing = 0
  for (const { sha } of blobs) {
    if (!readBlob(source(sha), sha, blobKey).ok) {
      missing += 1
      continue
    }
    makeFolder(dirname(target(sha)))
    await copyFile(source(sha), target(sha))
    fsyncFile(target(sha))
  }
  return missing
}

/** Moves what is there aside and the copy into its place; the database comes last. */
function exchange({ folder, clock, step = (_, fn) => fn() }: RestoreOptions): string | undefined {
  const { database, blobs, quarantine, restoring } = paths(folder)
  const old = [database, `${database}-wal`, `${database}-shm`, blobs].filter((path) => existsSync(path))
  const aside = freePath(join(quarantine, fileStamp(clock.now())))
  if (old.length > 0) makeFolder(aside)
  for (const path of old) step('restore.quarantine', () => renameSync(path, join(aside, basename(path))))
  step('restore.blobs', () => renameSync(join(restoring, 'blobs'), blobs))
  step('restore.database', () => renameSync(join(restoring, 'desk.db'), database))
  fsyncFolder(folder)
  return old.length > 0 ? aside : undefined
}
