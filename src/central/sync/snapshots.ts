import { v4 } from 'uuid'
import { type SnapshotAnswer, type SnapshotManifest, snapshotBytes } from '../../shared/sync/snapshot.ts'
import type { VouchedBatch } from '../../shared/sync/wire.ts'
import { seal, unseal } from '../keys/sealing.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { Services } from '../services.ts'
import { type DeviceRow, findDevice } from '../storage/devices.ts'
import {
  endsThere,
  erasedBehind,
  filesHere,
  findSnapshot,
  headsUpTo,
  keepSnapshot,
  placeBlocks,
  type SnapshotRow,
} from '../storage/snapshots.ts'
import { findStream, lockStream } from '../storage/streams.ts'
import { sha256, verifyEd25519 } from './crypto.ts'

type Parts = Pick<Services, 'database' | 'clock' | 'random' | 'wrappingKey'>

/** What is kept now, and files that nothing names any more. */
export interface Offered {
  readonly position: number
  readonly unnamed: readonly Buffer[]
}

/**
 * Takes a snapshot that a desk made, its parts being here already. This service cannot read the tables in it and need not:
 * the desk that takes it proves the log, and trusts the tables as far as the desk that signed them. One that is not
 * further on than the present one changes nothing.
 */
export async function offerSnapshot(
  { database, clock, random, wrappingKey }: Parts,
  device: DeviceRow,
  offer: SnapshotManifest,
): Promise<Outcome<Offered>> {
  const { stream, epoch, position, format, parts } = offer
  if (epoch !== database.epoch) return refuse(409, 'epoch', { epoch: database.epoch })
  if ((await findStream(database.db, stream))?.office !== device.office) return refuse(403, 'scope')
  const signature = Buffer.from(offer.signature, 'base64')
  if (!verifyEd25519(device.public_key, signature, snapshotBytes(offer))) return refuse(422, 'snapshot_signature')
  if (!(await endsThere(database.db, stream, position))) return refuse(422, 'schema', { reason: 'position' })
  // Worked out now, so that the desk that joins does not wait for it.
  await placeBlocks(database.db, stream, position)
  const id = v4({ random: random.bytes(16) })
  const wrapped = seal(Buffer.from(offer.key, 'base64'), wrappingKey, about(id), random)
  const made = new Date(clock.now())
  return database.transact(async (tx): Promise<Outcome<Offered>> => {
    // Whatever is erased from here on takes this snapshot with it; what was erased since it was made must not come back.
    await lockStream(tx, stream)
    if (await erasedBehind(tx, stream, position)) return refuse(409, 'snapshot_old')
    const present = await findSnapshot(tx, offer)
    if (present && present.position >= position) return done({ position: present.position, unnamed: [] })
    const shas = [...new Set(parts.map(({ sha }) => sha))]
    if ((await filesHere(tx, device.office, shas)) < shas.length) return refuse(422, 'schema', { reason: 'parts' })
    const row = { stream, format, id, epoch, position, device: device.device, wrapped, parts, signature, made }
    return done({ position, unnamed: await keepSnapshot(tx, device.office, row) })
  })
}

/** The snapshot of a form that is here, with what every device signed up to its place. */
export async function givenSnapshot(
  { database, wrappingKey }: Pick<Parts, 'database' | 'wrappingKey'>,
  device: DeviceRow,
  asked: { readonly stream: string; readonly format: string },
): Promise<Outcome<SnapshotAnswer>> {
  const { db, epoch } = database
  if ((await findStream(db, asked.stream))?.office !== device.office) return refuse(403, 'scope')
  const row = await findSnapshot(db, { ...asked, epoch })
  const maker = row && (await findDevice(db, row.device))
  // A desk that was turned away since vouches for nothing any more.
  if (!row || maker?.status !== 'active') return refuse(404, 'no_snapshot')
  return done({
    ...{ stream: row.stream, epoch, position: row.position, format: row.format },
    key: keyOf(row, wrappingKey).toString('base64'),
    parts: [...row.parts],
    signature: row.signature.toString('base64'),
    maker: { device: maker.device, publicKey: maker.public_key.toString('base64') },
    heads: (await headsUpTo(db, row.stream, row.position)).map(vouched),
    places: Buffer.from(sha256(...(await placeBlocks(db, row.stream, row.position)))).toString('base64'),
  })
}

/** A batch as desks check it. */
export const vouched = (batch: {
  device: string
  sequence: number
  hash: Buffer
  signature: Buffer
  public_key: Buffer
}): VouchedBatch => ({
  device: batch.device,
  publicKey: batch.public_key.toString('base64'),
  head: { sequence: batch.sequence, hash: batch.hash.toString('base64') },
  signature: batch.signature.toString('base64'),
})

const about = (id: string) => Buffer.from(`snapshot_key/${id}`)

function keyOf({ id, wrapped }: SnapshotRow, wrappingKey: Uint8Array): Buffer {
  const key = unseal(wrapped, wrappingKey, about(id))
  if (!key) throw new Error('A key of a snapshot does not open with the key file')
  return key
}
