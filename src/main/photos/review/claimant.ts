import type { ClaimView, PhotoView } from '../../../shared/contract/views.ts'
import { checkText } from '../../../shared/photos/words.ts'
import type { Uuid } from '../../../shared/ports.ts'
import type { Reader } from '../../store/types.ts'
import { reportIn } from './decide.ts'
import { photosOfSame } from './files.ts'

/** What the review knows of the picture that a claim shows: where it is, and once the machine looked, what it found. */
export function reviewOf(
  reader: Reader,
  claim: Uuid,
  original: string,
): Pick<PhotoView, 'photoId' | 'checked'> & Partial<Pick<PhotoView, 'findings'>> {
  const photo = photosOfSame(reader, { claim, application: null }).findLast((each) => each.original === original)
  if (!photo) return {}
  const report = reportIn(reader, photo)
  if (!report) return { photoId: photo.id }
  const findings = report.checks.map((check) => ({ code: check.id, severity: check.level, text: checkText(check) }))
  return { photoId: photo.id, checked: true, findings }
}

/** Photos of a claim that stand returned, latest first. */
export const returnedPhotosOf = (reader: Reader, claim: Uuid): ClaimView['returnedPhotos'] =>
  photosOfSame(reader, { claim, application: null })
    .filter((photo) => photo.claim === claim && photo.state === 'returned')
    .map(({ id, decided_ms }) => ({ photoId: id, at: new Date(decided_ms ?? 0).toISOString() }))
    .toReversed()
