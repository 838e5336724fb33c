import { accessSync, constants, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { copyFile, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Clock, Step, Timers } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { blobPaths, blobRows, readBlob } from '../blobs/blobs.ts'
import { createConnection } from '../connection.ts'
import { freePath, fsyncFile, fsyncFolder, makeFolder, writeWhole } from '../durable.ts'
import { openFile } from '../file.ts'
import { subKey } from '../keys.ts'
import { versionOf } from '../migrations.ts'
import { paths } from '../open.ts'
import { failureOf, Refusal } from '../sqlite-failure.ts'
import type { BackupReport, Catalogue, Identity, Progress } from '../types.ts'
import { verifyLogs } from '../verify.ts'
import { copyDatabase } from './copy-worker.ts'
import { fileStamp } from './file-stamp.ts'
import { backupPaths, inBackup, listBackups, type Manifest, sealManifest, sha256OfFile } from './manifest.ts'
import { backupsToRemove } from './retention.ts'

interface Parts {
  readonly folder: string
  readonly key: Uint8Array
  readonly catalogue: Catalogue
  readonly identity: Identity
  readonly clock: Clock
  readonly timers: Timers
  readonly step: Step
}

/**
 * Makes a backup under `target`:
 *
 *     passerelle-<8 digits that follow from the key>/
 *       2026-11-23T14-10-00.000Z/   desk.db (encrypted, same key) and manifest (authenticated)
 *       blobs/                      encrypted blobs, shared by all backups: only new ones are copied
 *
 * The copy is made in a folder of another name, forced to the disk, opened and checked (pages, chains, counts, blobs),
 * and only then gets its name: a folder with a date is a good backup. After that older ones give way (retention.ts).
 */
export async function backup(parts: Parts, target: string, progress: Progress = {}): Promise<Result<BackupReport>> {
  try {
    accessSync(target, constants.W_OK)
  } catch {
    return fail('store.backup_folder')
  }
  const { own, blobs } = backupPaths(target, parts.key)
  const name = fileStamp(parts.clock.now())
  const partial = join(own, `.partial-${name}`)
  try {
    makeFolder(blobs)
    await removePartials(own)
    makeFolder(partial)
    await copyDatabase(paths(parts.folder).database, inBackup(partial).database, parts.key)
    const made = await fill(parts, partial, blobs, progress)
    const folder = freePath(join(own, name))
    parts.step('backup.rename', () => renameSync(partial, folder))
    fsyncFolder(own)
    const removed = await retain(parts, own)
    return ok({ ...made, folder, name, removed })
  } catch (error) {
    const failure = failureOf(error)
    if (failure) return { ok: false, failure }
    throw error
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

type Made = Omit<BackupReport, 'folder' | 'name' | 'removed'>

/** Brings the blobs, checks everything, writes the manifest. Throws a Refusal when the copy is not good. */
async function fill(parts: Parts, partial: string, pool: string, progress: Progress): Promise<Made> {
  const { database, manifest: manifestPath } = inBackup(partial)
  const connection = createConnection(openFile(database, parts.key, { readonly: true }), parts.step)
  try {
    const rows = blobRows(connection)
    const newBlobs = await copyBlobs(parts, pool, rows, progress)
    const logs = await verifyLogs(connection, parts.catalogue, parts.timers, undefined, progress)
    if (!logs.ok) throw refusalOf(logs.failure.code)
    const { events, access } = logs.value
    const bytes = statSync(database).size
    fsyncFile(database)
    const manifest: Manifest = {
      format: 1,
      at: parts.clock.now(),
      device: parts.identity.device,
      office: parts.identity.office,
      version: versionOf(connection.sqlite),
      database: { bytes, sha256: await sha256OfFile(database) },
      events,
      access,
      blobs: rows,
    }
    writeWhole(manifestPath, [Buffer.from(sealManifest(manifest, parts.key))], parts.step, 'backup.manifest')
    return { bytes, events, access, blobs: rows.length, newBlobs }
  } finally {
    connection.close()
  }
}

const refusalOf = (code: string): Refusal =>
  code === 'store.cancelled' ? new Refusal('store.cancelled') : new Refusal('store.backup_failed', { reason: code })

/** Copies the encrypted files that the pool has not, and reads each copy back. Gives how many. */
async function copyBlobs(
  { folder, key, step }: Parts,
  pool: string,
  rows: readonly { sha: string; size: number }[],
  { signal }: Progress,
): Promise<number> {
  const source = blobPaths(paths(folder).blobs, key)
  const target = blobPaths(pool, key)
  const blobKey = subKey(key, 'blob')
  let count = 0
  for (const { sha } of rows) {
    if (signal?.aborted) throw new Refusal('store.cancelled')
    const to = target(sha)
    if (existsSync(to) || !existsSync(source(sha))) continue // What is not on this desk cannot be in its backup.
    makeFolder(dirname(to))
    if (!(await copied(source(sha), `${to}.partial`))) continue // It went meanwhile: nothing named it any more.
    fsyncFile(`${to}.partial`)
    if (!readBlob(`${to}.partial`, sha, blobKey).ok) throw new Refusal('store.backup_failed', { reason: 'blob' })
    step('backup.blob', () => renameSync(`${to}.partial`, to))
    fsyncFolder(dirname(to))
    count += 1
  }
  return count
}

/** False when the file is not there. */
async function copied(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** Lets older backups go, then the blobs that none of the others names. */
async function retain({ key, clock }: Parts, own: string): Promise<string[]> {
  const { found, unreadable } = listBackups(own, key)
  const dated = found.map(({ name, manifest }) => ({ name, at: manifest.at }))
  const removed = backupsToRemove(dated, clock.now(), clock.zone())
  for (const name of removed) rmSync(join(own, name), { recursive: true })
  // A backup that does not open may still name blobs: then none is removed.
  if (removed.length > 0 && unreadable === 0) await cleanPool(own, key)
  return removed
}

async function cleanPool(own: string, key: Uint8Array): Promise<void> {
  const pool = join(own, 'blobs')
  const pathOf = blobPaths(pool, key)
  const named = new Set(
    listBackups(own, key).found.flatMap(({ manifest }) => manifest.blobs.map(({ sha }) => pathOf(sha))),
  )
  for (const entry of await readdir(pool, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !named.has(path)) rmSync(path)
  }
}

/** What earlier attempts left when they were cut short. */
async function removePartials(own: string): Promise<void> {
  for (const name of await readdir(own)) if (name.startsWith('.partial-')) rmSync(join(own, name), { recursive: true })
}
