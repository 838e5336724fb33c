import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Uuid } from '../../../shared/ports.ts'
import { openText, sealText, subKey } from '../keys.ts'

/** What a backup says of itself; written last, and authenticated with a key that follows from the database key. */
export interface Manifest {
  readonly format: 1
  readonly at: number
  readonly device: Uuid
  readonly office: Uuid
  /** `user_version` of the database. */
  readonly version: number
  readonly database: { readonly bytes: number; readonly sha256: string }
  readonly events: number
  readonly access: number
  /** SHA-256 (of the plain bytes) and size of every blob that the database names. */
  readonly blobs: readonly { readonly sha: string; readonly size: number }[]
}

/** Where things are: one folder per store under the target, in it the backups and the blobs that they share. */
export const backupPaths = (target: string, key: Uint8Array) => {
  const id = createHash('sha256').update(subKey(key, 'backup-folder')).digest('hex').slice(0, 8)
  const own = join(target, `passerelle-${id}`)
  return { own, blobs: join(own, 'blobs') }
}
export const inBackup = (folder: string) => ({
  database: join(folder, 'desk.db'),
  manifest: join(folder, 'manifest'),
})

export const sealManifest = (manifest: Manifest, key: Uint8Array): string =>
  sealText(JSON.stringify(manifest, undefined, 1), subKey(key, 'backup-manifest'))

/** The manifest of a backup; undefined when there is none, it was changed, or the key is another. */
export function readManifest(folder: string, key: Uint8Array): Manifest | undefined {
  const path = inBackup(folder).manifest
  if (!existsSync(path)) return undefined
  const text = openText(readFileSync(path, 'utf8'), subKey(key, 'backup-manifest'))
  return text === undefined ? undefined : (JSON.parse(text) as Manifest) // Authenticated: only this code wrote it.
}

/** Finished backups of this store, oldest first; `unreadable` are folders that look like one but do not open. */
export function listBackups(
  own: string,
  key: Uint8Array,
): { found: { name: string; manifest: Manifest }[]; unreadable: number } {
  const names = existsSync(own) ? readdirSync(own).filter((name) => /^\d{4}-\d\d-\d\dT/.test(name)) : []
  const all = names.sort().map((name) => ({ name, manifest: readManifest(join(own, name), key) }))
  const found = all.flatMap(({ name, manifest }) => (manifest ? [{ name, manifest }] : []))
  return { found, unreadable: all.length - found.length }
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash)
  return hash.digest('hex')
}
