import type { OfficerView } from '../../../shared/contract/views.ts'
import type { EventBody } from '../../../shared/domain/catalogue.ts'
import type { Frame } from '../../../shared/photos/geometry.ts'
import { photoPolicies } from '../../../shared/photos/policy.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { isSettled } from '../../claims/settled.ts'
import type { Officer, Tools } from '../../claims/tools.ts'
import { findClaim } from '../../claims/tools.ts'
import type { Reader } from '../../store/types.ts'
import { printCrop, viewCopy } from '../copies.ts'
import { onPhotoIn } from './decide.ts'
import { findPhoto, type PhotoFile, photosOfSame } from './files.ts'
import { alikeOf } from './likenesses.ts'
import { mayOnPhoto } from './reach.ts'

/** Pictures of photos under review, and the frame that is printed of one. */

/** Longest side, pixels; `full` leaves every pixel. */
const sides = { small: 320, screen: 1600, full: 20_000 } as const
export type PictureSize = keyof typeof sides

/**
 * A picture for the screen, JPEG, upright, sRGB: of the photo itself, of an earlier submission, or of a likeness whose
 * case is open to the officer. Nobody fetches a stranger's face by its hash: desk.not_found.
 */
export async function reviewPicture(
  { store }: Tools,
  officer: OfficerView,
  wish: { readonly photoId: Uuid; readonly sha256: string; readonly size: PictureSize },
): Promise<Result<Uint8Array>> {
  const photo = findPhoto(store, wish.photoId)
  if (!photo.ok) return photo
  if (wish.sha256 === photo.value.print) return store.blobs.get(wish.sha256)
  if (!isShownWith(store, officer, photo.value, wish.sha256)) return fail('desk.not_found')
  const bytes = store.blobs.get(wish.sha256)
  if (!bytes.ok) return bytes
  const copy = await viewCopy(bytes.value, sides[wish.size])
  return copy.ok ? ok(copy.value.bytes) : copy
}

function isShownWith(store: Tools['store'], officer: OfficerView, photo: PhotoFile, sha256: string): boolean {
  if (photo.original === sha256) return true
  if (photosOfSame(store, photo).some(({ original }) => original === sha256)) return true
  return alikeOf(store, photo, { face: photo.face_print, whole: photo.whole_print }).some(
    ({ photo: other }) => other.original === sha256 && mayOnPhoto(store, officer, 'photo.view', other).allowed,
  )
}

/**
 * Another frame to print, in pixels of the upright picture. Of a claimant whose identity is settled the frame stays:
 * their document shows it. Fails with photo.bad_crop, photos.not_in_this_state, claims.not_in_this_state.
 */
export async function adjustCrop(
  tools: Tools,
  officer: Officer,
  given: { readonly photoId: Uuid; readonly frame: Frame },
): Promise<Result<PhotoFile>> {
  const photo = findPhoto(tools.store, given.photoId)
  if (!photo.ok) return photo
  const { original, profile } = photo.value
  const bytes = tools.store.blobs.get(original)
  if (!bytes.ok) return bytes
  const crop = await printCrop(bytes.value, given.frame, photoPolicies[profile])
  if (!crop.ok) return crop
  const print = tools.store.blobs.put(crop.value)
  if (!print.ok) return print
  return onPhotoIn(tools, officer, given.photoId, 'crop', (tx, now) => {
    const person = printedOn(tx, now)
    if (!person.ok) return person
    const { frame } = given
    const body: EventBody<'photo.crop_adjusted'> = {
      frame: { x: frame.x, y: frame.y, width: frame.width, height: frame.height },
      print: print.value,
      original,
      ...(person.value ? { person: person.value } : {}),
    }
    tx.append({ subject: { kind: 'photo', id: now.id }, type: 'photo.crop_adjusted', body })
    return ok(null)
  })
}

/** The person whose document will show the frame; undefined for an application's photo. Fails once that is settled. */
export function printedOn(reader: Reader, { claim }: PhotoFile): Result<Uuid | undefined> {
  if (!claim) return ok(undefined)
  const file = findClaim(reader, claim)
  if (!file.ok) return file
  if (isSettled(reader, file.value, 'person')) return fail('claims.not_in_this_state', { state: file.value.state })
  return ok(file.value.personId)
}
