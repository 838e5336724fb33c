import type { EventBody } from '../../shared/domain/catalogue.ts'
import { photoPolicies } from '../../shared/photos/policy.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { printCrop, viewCopy } from '../photos/copies.ts'
import { decode } from '../photos/decode.ts'
import { takeIn } from '../photos/intake.ts'
import { findingViewsOf, submitPhoto } from '../photos/review/submit.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { hasDocument, isSettled } from './settled.ts'
import { inClaim } from './take-in.ts'
import { wholeTimeline } from './timeline.ts'
import { findClaim, type Officer, type Tools, today } from './tools.ts'

/** Commands and queries of the claimant's photo. */

/**
 * Takes a photo in: cleaned original and print crop are stored first, then the events that name them; the machine looks
 * at it afterwards, in its own time. Once the identity
 * is settled only where there is none yet, or for the document that replaces one: that one keeps its own picture.
 */
export async function addPhoto(
  tools: Tools,
  officer: Pick<Officer, 'id'>,
  given: {
    readonly claimId: Uuid
    readonly bytes: Uint8Array
    readonly source: 'file' | 'camera' | 'portal'
    /** When it was taken, as the person said. */
    readonly takenOn?: string | undefined
    /** The name that the portal gave it. */
    readonly photoId?: Uuid
  },
): Promise<Result<unknown>> {
  const policy = photoPolicies['refugee-document']
  const now = today(tools)
  const takenOn = given.source === 'camera' ? now : given.takenOn
  const declared = takenOn ? { takenOn } : {}
  const taken = await takeIn(given.bytes, policy, decode, { today: now, ...declared })
  if (!taken.ok) return taken
  const crop = await printCrop(taken.value.original.bytes)
  if (!crop.ok) return crop
  const original = tools.store.blobs.put(taken.value.original.bytes)
  if (!original.ok) return original
  const print = tools.store.blobs.put(crop.value)
  if (!print.ok) return print
  return inClaim(tools, officer, given.claimId, 'complete', (tx, claim) => {
    const another = hasPhoto(tx, claim.personId) && !hasDocument(tx, claim.personId)
    if (another && isSettled(tx, claim, 'person')) return fail('claims.not_in_this_state', { state: claim.state })
    const { arrived, width, height } = taken.value
    const findings = findingViewsOf(taken.value)
    const submitted = submitPhoto(tx, {
      profile: policy.profile,
      source: sourceOf[given.source],
      of: { kind: 'claim', claim: claim.id, person: claim.personId },
      taken: taken.value,
      on: now,
      ...declared,
      ...(given.photoId ? { photoId: given.photoId } : {}),
    })
    if (!submitted.ok) return submitted
    tx.append({
      subject: { kind: 'person', id: claim.personId },
      type: 'person.photo_added',
      body: {
        claim: claim.id,
        arrived: arrived.sha256,
        original: original.value,
        print: print.value,
        mime: taken.value.original.mime,
        width,
        height,
        source: given.source,
        findings,
      },
    })
    return ok(null)
  })
}

const sourceOf = { file: 'intake', camera: 'camera', portal: 'portal' } as const

const hasPhoto = (reader: Reader, person: Uuid): boolean =>
  !!reader.first(query.selectFrom('person').select('photo').where('id', '=', person))?.photo

/** Longest side of an original on the screen, pixels. */
const screenSide = 1600

/**
 * A picture of the claim's person for the screen, JPEG: the print crop as it is, an original scaled down. Only one of
 * theirs: nobody fetches a stranger's face by its hash.
 */
export async function photoForScreen(tools: Tools, claimId: Uuid, sha256: string): Promise<Result<Uint8Array>> {
  const claim = findClaim(tools.store, claimId)
  if (!claim.ok) return claim
  const photos = wholeTimeline(tools.store, { kind: 'person', id: claim.value.personId })
    .filter((event) => event.type === 'person.photo_added')
    .map((event) => event.body as EventBody<'person.photo_added'> | null)
  const isPrint = photos.some((photo) => photo?.print === sha256)
  if (!isPrint && !photos.some((photo) => photo?.original === sha256)) return fail('desk.not_found')
  const bytes = tools.store.blobs.get(sha256)
  if (!bytes.ok || isPrint) return bytes
  const copy = await viewCopy(bytes.value, screenSide)
  return copy.ok ? ok(copy.value.bytes) : copy
}
