import { verify } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Failure } from '../../shared/errors.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type SnapshotAnswer, type SnapshotManifest, snapshotBytes } from '../../shared/sync/snapshot.ts'
import type { HelloAnswer } from '../../shared/sync/wire.ts'
import { makeFolder, writeWhole } from '../store/durable.ts'
import { deviceId, publicKeyObject } from '../store/identity.ts'
import type { SealedPart } from '../store/snapshot/image.ts'
import type { Store } from '../store/types.ts'
import { type BlobLink, createBlobLink, pieceBytes } from './blob-link.ts'
import type { CentralClient } from './client.ts'

interface Link {
  readonly store: Store
  readonly client: CentralClient
  readonly signal: AbortSignal
  /** With fewer events in the stream than this, they are as quickly read one by one. */
  readonly fewest: number
}

/**
 * A desk that joins takes the log with its tables in one piece, as another desk of the office wrote it out, and pulls only
 * what came since: minutes become seconds. Gives whether it did. Its parts stay on the disk when the line is cut, and are
 * not asked for again. Errors: those of the client, sync.snapshot_unusable (the stream is read event by event then).
 */
export async function takeSnapshot(link: Link, hello: HelloAnswer): Promise<Result<boolean>> {
  const { store, client, signal, fewest } = link
  const { snapshots, position } = store.sync
  const stream = store.identity()?.office ?? ''
  const head = hello.streams.find((one) => one.stream === stream)?.head ?? 0
  if (position() > 0 || head < fewest) return ok(false)
  const said = await client.snapshot({ stream, format: snapshots.format }, signal)
  if (!said.ok) return said
  if (!said.value) {
    snapshots.clear()
    return ok(false)
  }
  const given = said.value
  if (given.epoch !== hello.epoch || !signedByMaker(given)) return fail('sync.snapshot_unusable', { reason: 'maker' })
  const taken = await snapshots.take({
    parts: fetchParts(link, given),
    key: Buffer.from(given.key, 'base64'),
    ...{ position: given.position, heads: given.heads },
    ...(given.places === undefined ? {} : { places: given.places }),
  })
  // What came before the line was cut stays for the next time, and all of it where only the store was not free.
  if (taken.ok || !isForLater(taken.failure)) snapshots.clear()
  return taken.ok ? ok(true) : taken
}

/** It concerns the line, or what else is done with the store: the same snapshot is taken another time. */
const isForLater = ({ code }: Failure): boolean =>
  code === 'store.held' ||
  code === 'store.rebuilding' ||
  (code.startsWith('sync.') && code !== 'sync.snapshot_unusable')

function signedByMaker(given: SnapshotAnswer): boolean {
  const key = Buffer.from(given.maker.publicKey, 'base64')
  const signature = Buffer.from(given.signature, 'base64')
  // A desk of the office has a chain in its log, as every other has.
  const isOfOffice = given.heads.some(({ device }) => device === given.maker.device)
  return (
    isOfOffice &&
    deviceId(key) === given.maker.device &&
    verify(null, snapshotBytes(given), publicKeyObject(key), signature)
  )
}

/** The parts one by one, each once it is whole and on the disk. */
async function* fetchParts(
  { store, client, signal }: Link,
  { parts }: SnapshotAnswer,
): AsyncGenerator<Result<SealedPart>> {
  const { folder } = store.sync.snapshots
  const link = createBlobLink(client)
  makeFolder(folder)
  for (const { sha, size } of parts) {
    const path = join(folder, sha)
    const isHere = existsSync(path) && statSync(path).size === size
    const fetched = isHere ? ok(null) : await fetchPart(link, { path, sha, size }, signal)
    yield fetched.ok ? ok({ path, sha }) : fetched
  }
}

async function fetchPart(
  link: BlobLink,
  { path, sha, size }: SealedPart & { readonly size: number },
  signal: AbortSignal,
): Promise<Result<null>> {
  const pieces: Uint8Array[] = []
  for (let offset = 0; offset < size; ) {
    const got = await link.get(sha, offset, signal)
    // Gone meanwhile: somebody was erased, or a newer one took its place.
    if (!got.ok) return got.failure.code === 'sync.blob_elsewhere' ? gone : got
    if (got.value.size !== size) return gone
    pieces.push(got.value.bytes)
    offset += got.value.bytes.length
  }
  writeWhole(path, pieces, (_, fn) => fn(), 'snapshot.part')
  return ok(null)
}

const gone = fail('sync.snapshot_unusable', { reason: 'gone' })

/** A snapshot is made anew when so much of the stream stands behind the present one. */
const growth = 1.25

/**
 * Makes a snapshot for desks that join and hands it in, where the central has none for this program, or one that is far
 * behind. Gives whether it did. Errors: those of the client and of the disk.
 */
export async function offerSnapshot({ store, client, signal, fewest }: Link, epoch: string): Promise<Result<boolean>> {
  const { snapshots, position, waiting } = store.sync
  const stream = store.identity()?.office ?? ''
  if (position() < fewest || waiting() > 0) return ok(false)
  const present = await client.snapshot({ stream, format: snapshots.format }, signal)
  if (!present.ok) return present
  if (present.value && position() < present.value.position * growth) return ok(false)
  try {
    const made = await snapshots.make(epoch)
    if (!made.ok || !made.value) return made.ok ? ok(false) : made
    const sent = await sendParts(createBlobLink(client), made.value, snapshots.folder, signal)
    if (!sent.ok) return sent
    const kept = await client.offer(made.value, signal)
    return kept.ok ? ok(true) : kept
  } finally {
    snapshots.clear()
  }
}

async function sendParts(
  link: BlobLink,
  { parts }: SnapshotManifest,
  folder: string,
  signal: AbortSignal,
): Promise<Result<null>> {
  for (const { sha, size: total } of parts) {
    const bytes = readFileSync(join(folder, sha))
    for (let offset = 0; offset < total; ) {
      const put = await link.put(sha, { offset, total, bytes: bytes.subarray(offset, offset + pieceBytes) }, signal)
      if (!put.ok) return put
      if (put.value.complete) break
      if (put.value.offset <= offset) return fail('sync.blob_refused', { code: 'offset' })
      offset = put.value.offset
    }
  }
  return ok(null)
}
