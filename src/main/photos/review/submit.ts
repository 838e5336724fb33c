import type { FindingView } from '../../../shared/contract/views.ts'
import { type PhotoSource, photoAllows } from '../../../shared/domain/photo-states.ts'
import type { PhotoProfile } from '../../../shared/photos/profiles.ts'
import { checkText } from '../../../shared/photos/words.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { query } from '../../store/query.ts'
import type { Tx } from '../../store/types.ts'
import type { TakenPhoto } from '../intake.ts'
import type { PhotoFile } from './files.ts'

/** A photo that was taken in, its cleaned original stored: what is to be written about it. */
export interface Submission {
  readonly profile: PhotoProfile
  readonly source: PhotoSource
  readonly of:
    | { readonly kind: 'claim'; readonly claim: Uuid; readonly person: Uuid }
    | { readonly kind: 'application'; readonly application: Uuid }
  readonly taken: TakenPhoto
  /** When it was taken, as somebody declared it. */
  readonly takenOn?: string | undefined
  /** The office's day. */
  readonly on: string
  /** The returned photo that it says it answers. */
  readonly answers?: Uuid | undefined
  /** The name that it was given where it came from; a new one when left out. */
  readonly photoId?: Uuid | undefined
}

/** Findings as events and screens hold them: the code, how grave, and the words of the day. */
export const findingViewsOf = ({ findings }: TakenPhoto): FindingView[] =>
  findings.map((check) => ({ code: check.id, severity: check.level, text: checkText(check) }))

/**
 * Puts a photo into the queue, in the caller's transaction; it answers the last one returned, if there is one. At the
 * counter a photo that still waits is replaced. Anywhere else a submitted photo is locked: photos.locked,
 * photos.approved_already. Also: photos.same_as_returned, photos.not_the_return.
 */
export function submitPhoto(tx: Tx, submission: Submission): Result<{ photoId: Uuid }> {
  const { of, taken, on } = submission
  const atCounter = of.kind === 'claim' && submission.source !== 'portal'
  const last = lastOf(tx, of)
  const returned = last?.state === 'returned' ? last : undefined
  const barred = barredBy(last, submission, atCounter)
  if (barred) return fail(barred)
  const photo = { kind: 'photo', id: submission.photoId ?? tx.newId() } as const
  if (last && photoAllows(last.state, 'replace'))
    tx.append({ subject: { kind: 'photo', id: last.id }, type: 'photo.replaced', body: { by: photo.id } })
  tx.append({
    subject: photo,
    type: 'photo.submitted',
    body: {
      profile: submission.profile,
      source: submission.source,
      of,
      file: taken.file,
      original: taken.original.sha256,
      width: taken.width,
      height: taken.height,
      on,
      findings: findingViewsOf(taken),
      ...(submission.takenOn ? { takenOn: submission.takenOn } : {}),
      ...(returned ? { answers: returned.id } : {}),
    },
  })
  return ok({ photoId: photo.id })
}

function barredBy(last: PhotoFile | undefined, { answers, taken }: Submission, atCounter: boolean) {
  if (answers && answers !== last?.id) return 'photos.not_the_return'
  if (!last) return undefined
  const same = last.arrived === taken.arrived.sha256 || last.original === taken.original.sha256
  if (last.state === 'returned' && same) return 'photos.same_as_returned'
  // At the counter an officer looks on and may take another one; nobody else may.
  if (atCounter) return undefined
  if (last.state === 'approved') return 'photos.approved_already'
  return photoAllows(last.state, 'replace') ? 'photos.locked' : undefined
}

/** The latest photo of a claim or an application. */
export function lastOf(tx: Tx, of: Submission['of']): PhotoFile | undefined {
  const photos = query.selectFrom('photo').selectAll().orderBy('n', 'desc').limit(1)
  const row = tx.first(
    of.kind === 'claim' ? photos.where('claim', '=', of.claim) : photos.where('application', '=', of.application),
  )
  return row as PhotoFile | undefined
}
