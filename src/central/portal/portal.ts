import { hash } from 'node:crypto'
import { v7 } from 'uuid'
import type { Blobs } from '../blobs/blobs.ts'
import { seal, unseal } from '../keys/sealing.ts'
import type { Services } from '../services.ts'
import type { Db, Tx } from '../storage/database.ts'
import { addKey, keyOf } from '../storage/portal/accounts.ts'
import type { PortalAuthor, Written } from './author.ts'

/** What the services of the portal are built on. */
export interface PortalParts extends Services {
  readonly author: PortalAuthor
  readonly blobs: Blobs
  /** Events were written: watchers are told, files that nothing names any more go. */
  readonly wrote: (written: Written) => Promise<void>
}

/** A service that authenticates people. */
export interface PortalService {
  readonly service: string
}

export const newId = ({ clock, random }: Pick<PortalParts, 'clock' | 'random'>): string =>
  v7({ msecs: clock.now(), random: random.bytes(16) })

export const credentialHash = (credential: string): Buffer =>
  hash('sha256', `passerelle/portal-credential/1\n${credential}`, 'buffer')

const about = (id: string) => Buffer.from(`portal_key/${id}`)

/** Seals a value under a new key of its own, or the one that it has. */
export async function sealOwn(
  { wrappingKey, random }: Pick<PortalParts, 'wrappingKey' | 'random'>,
  tx: Tx,
  id: string,
  value: unknown,
): Promise<Buffer> {
  const wrapped = await keyOf(tx, id)
  const held = wrapped && unseal(wrapped, wrappingKey, about(id))
  const key = held ?? random.bytes(32)
  if (!held) await addKey(tx, id, seal(key, wrappingKey, about(id), random))
  return seal(Buffer.from(JSON.stringify(value), 'utf8'), key, about(id), random)
}

/** The value, or undefined when its key was destroyed. */
export async function openOwn<T>(
  { wrappingKey }: Pick<PortalParts, 'wrappingKey'>,
  db: Db,
  id: string,
  sealed: Buffer,
): Promise<T | undefined> {
  const wrapped = await keyOf(db, id)
  const key = wrapped && unseal(wrapped, wrappingKey, about(id))
  const plain = key && unseal(sealed, key, about(id))
  return plain ? (JSON.parse(plain.toString('utf8')) as T) : undefined
}
