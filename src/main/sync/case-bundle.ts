import { createHash, verify } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { CarriedView, DeskChoice } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { LoggedEvent } from '../../shared/domain/event.ts'
import { blobsNamedIn } from '../../shared/domain/named-blobs.ts'
import { bareNumber } from '../../shared/domain/numbers.ts'
import type { Random } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  bundleBytes,
  type CaseBundle,
  caseBundle,
  mostBundleBytes,
  mostBundleEvents,
} from '../../shared/sync/bundle.ts'
import type { OpenDesk } from '../seat/core.ts'
import { deviceId, publicKeyObject } from '../store/identity.ts'
import { uuidText } from '../store/log/uuid.ts'
import { query } from '../store/query.ts'
import { sealTo } from '../store/sync/envelope.ts'
import type { Store } from '../store/types.ts'
import { readCentral } from './enrolment.ts'

/** Desks of the office that this one knows by their own events, itself aside: a bundle is sealed to one of them. */
export function knownDesks(store: Store): DeskChoice[] {
  const own = store.identity()?.device
  const revoked = new Set(readCentral(store)?.revokedDesks ?? [])
  return startedDesks(store)
    .filter(({ device }) => device !== own && !revoked.has(device))
    .map(({ device, at }) => ({ device, since: new Date(at).toISOString() }))
}

interface Started {
  readonly device: string
  readonly publicKey: Uint8Array
  readonly at: number
}

/** The first event of each desk names its key, from which its id follows. */
const startedDesks = (store: Store): Started[] =>
  store
    .all(query.selectFrom('event').select('id').where('type', '=', 'device.started').orderBy('position'))
    .flatMap(({ id }) => store.event(uuidText(id)) ?? [])
    .flatMap(({ body, device, at }) => {
      const started = body as EventBody<'device.started'> | null
      if (!started || started.as) return []
      const publicKey = Buffer.from(started.publicKey, 'base64')
      return deviceId(publicKey) === device ? [{ device, publicKey, at }] : []
    })

/**
 * The claim as this desk knows it by its own work, with its pictures and papers, sealed to another desk of the office and
 * signed by this one. Errors: desk.not_found, sync.bundle_desk, sync.bundle_large.
 */
export function makeBundle(
  { store, clock }: OpenDesk,
  random: Random,
  wish: { readonly applicationNumber: string; readonly device: string },
): Result<{ readonly claimId: string; readonly number: string; readonly bytes: Uint8Array }> {
  const identity = store.identity()
  const claim = store.first(
    query
      .selectFrom('claim')
      .innerJoin('person', 'person.n', 'claim.person_n')
      .select(['claim.id', 'claim.application_number as number', 'person.id as person'])
      .where('claim.application_number', '=', bareNumber(wish.applicationNumber)),
  )
  if (!identity || !claim) return fail('desk.not_found')
  const to = startedDesks(store).find(({ device }) => device === wish.device)
  if (!to || !knownDesks(store).some(({ device }) => device === wish.device)) return fail('sync.bundle_desk')
  const own = ownEvents(store, identity.device)
  const concerns = concerning(own, claim.id, claim.person)
  const first = own.find((event) => concerns(event))
  if (!first) return fail('sync.bundle_empty')
  const unplaced = own.at(-store.sync.waiting())?.sequence ?? first.sequence
  const from = Math.min(first.sequence, store.sync.waiting() > 0 ? unplaced : first.sequence)
  const piece = store.sync.piece(from, concerns)
  if (piece.events.length > mostBundleEvents) return fail('sync.bundle_large')
  const files = filesOf(store, own.filter(concerns))
  if (files.reduce((sum, { length }) => sum + length, 0) > mostBundleBytes) return fail('sync.bundle_large')
  const said = {
    ...{ stream: identity.office, claim: claim.id, from: identity.device, to: to.device, made: clock.now() },
    head: piece.head,
    files: files.map((bytes) => ({ sha: sha256(bytes), size: bytes.length })),
  }
  const bundle: CaseBundle = {
    form: 'passerelle-case-bundle-1',
    ...said,
    events: [...piece.events],
    headSignature: Buffer.from(piece.signature).toString('base64'),
    signature: Buffer.from(store.sync.sign(bundleBytes(said))).toString('base64'),
  }
  const text = zstdCompressSync(Buffer.from(JSON.stringify(bundle), 'utf8'))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const bytes = sealTo(Buffer.concat([length, text, ...files]), to.publicKey, random)
  return ok({ claimId: claim.id, number: claim.number, bytes })
}

/** Every event of this desk's present chain, in its order. */
function ownEvents(store: Store, device: string): LoggedEvent[] {
  const found: LoggedEvent[] = []
  for (let position = 0; ; ) {
    const page = store.since(position, 1000)
    const last = page.at(-1)
    if (!last) return found
    for (const event of page) if (event.device === device) found.push(event)
    position = last.position
  }
}

/** The claim itself, its person, and whatever says of itself that it belongs to the claim: papers, photos, appointments. */
function concerning(own: readonly LoggedEvent[], claim: string, person: string): (event: LoggedEvent) => boolean {
  const subjects = new Set([claim, person])
  for (const { subject, body } of own)
    if (ofClaims.has(subject.kind) && body !== null && JSON.stringify(body).includes(claim)) subjects.add(subject.id)
  return ({ subject }) => subjects.has(subject.id)
}

const ofClaims: ReadonlySet<string> = new Set(['document', 'photo', 'appointment'])

/** Are the bodies those of the claim, of a person, and of what belongs to claims? Nobody becomes an officer by hand. */
const isOfClaim = ({ claim, events }: CaseBundle): boolean =>
  events.every(({ subject: { kind, id }, body }) => {
    if (body === null) return true
    return kind === 'claim' ? id === claim : kind === 'person' || ofClaims.has(kind)
  })

const filesOf = (store: Store, events: readonly LoggedEvent[]): Uint8Array[] =>
  [...new Set(events.flatMap((event) => blobsNamedIn(event)))].flatMap((sha) => {
    const found = store.blobs.has(sha) ? store.blobs.get(sha) : undefined
    return found?.ok ? [found.value] : []
  })

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** More than the largest bundle of ours unpacks to. */
const mostText = 256 * 1024 * 1024

/**
 * Takes a bundle in: the events as a pull would bring them, unplaced until the central does, then the files. Taking it
 * again changes nothing. Errors: sync.bundle_unreadable, sync.bundle_stranger, sync.bundle_hole, sync.not_enrolled, those
 * of settling and of the disk.
 */
export async function takeBundle({ store }: OpenDesk, sealed: Uint8Array): Promise<Result<CarriedView>> {
  const identity = store.identity()
  const read = readBundle(store.sync.openSealed(sealed))
  if (!read || !identity || read.bundle.to !== identity.device || read.bundle.stream !== identity.office)
    return fail('sync.bundle_unreadable')
  const { bundle, files } = read
  const author = startedDesks(store).find(({ device }) => device === bundle.from)
  const revoked = readCentral(store)?.revokedDesks?.includes(bundle.from)
  const signature = Buffer.from(bundle.signature, 'base64')
  if (!author || revoked) return fail('sync.bundle_stranger')
  if (!isOfClaim(bundle)) return fail('sync.bundle_unreadable')
  if (!verify(null, bundleBytes(bundle), publicKeyObject(author.publicKey), signature))
    return fail('sync.bundle_unreadable')
  const taken = store.sync.take({
    ...{
      stream: bundle.stream,
      device: bundle.from,
      publicKey: author.publicKey,
      events: bundle.events,
      head: bundle.head,
    },
    signature: Buffer.from(bundle.headSignature, 'base64'),
  })
  if (!taken.ok) return taken.failure.code === 'sync.hole' ? fail('sync.bundle_hole') : taken
  if (taken.value.rebuild) {
    const rebuilt = await store.rebuild()
    if (!rebuilt.ok) return rebuilt
  }
  let arrived = 0
  for (const { sha, bytes } of files) {
    if (store.blobs.has(sha)) continue
    const kept = store.blobs.arrive(sha, bytes)
    if (!kept.ok) return kept
    if (kept.value) arrived += 1
  }
  return ok({ claimId: bundle.claim, events: taken.value.events.length, files: arrived })
}

function readBundle(plain: Uint8Array | undefined) {
  if (!plain || plain.length < 4) return undefined
  const buffer = Buffer.from(plain)
  const end = 4 + buffer.readUInt32BE(0)
  let json: unknown
  try {
    json = JSON.parse(zstdDecompressSync(buffer.subarray(4, end), { maxOutputLength: mostText }).toString('utf8'))
  } catch {
    return undefined // Sealed to this desk and yet none of ours.
  }
  const parsed = caseBundle.safeParse(json)
  if (!parsed.success) return undefined
  let at = end
  const files = parsed.data.files.map(({ sha, size }) => {
    const bytes = buffer.subarray(at, at + size)
    at += size
    return { sha, bytes }
  })
  return files.every(({ sha, bytes }) => sha256(bytes) === sha) ? { bundle: parsed.data, files } : undefined
}
