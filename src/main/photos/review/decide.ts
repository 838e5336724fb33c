import type { EventBody } from '../../../shared/domain/catalogue.ts'
import { isFinal, type PhotoAction, photoAllows } from '../../../shared/domain/photo-states.ts'
import type { CheckId } from '../../../shared/photos/checks.ts'
import type { ReasonCode, ReturnReason } from '../../../shared/photos/reasons.ts'
import type { PhotoReport } from '../../../shared/photos/report.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type Officer, type Tools, today } from '../../claims/tools.ts'
import { factsOf } from '../../store/projections/confirmations.ts'
import { query } from '../../store/query.ts'
import type { Tx } from '../../store/types.ts'
import { applicantOf, findPhoto, type PhotoFile } from './files.ts'
import { returnTextFor } from './return-text.ts'

/** What an officer decides about a photo. Each is an event at once; a decision can be undone for ten seconds. */

/** The event of the report that the officer saw: if the machine found something since, nothing is decided. */
interface Seen {
  readonly photoId: Uuid
  readonly report?: Uuid | undefined
}

/** Approves. Fails with photos.not_in_this_state, photos.report_changed. */
export function approvePhoto(tools: Tools, officer: Officer, seen: Seen): Result<PhotoFile> {
  return onPhotoIn(tools, officer, seen.photoId, 'approve', (tx, photo) => {
    if (isOutOfDate(photo, seen)) return fail('photos.report_changed')
    const body: EventBody<'photo.approved'> = { on: today(tools), ...reportOf(photo) }
    tx.append({ subject: { kind: 'photo', id: photo.id }, type: 'photo.approved', body })
    return ok(null)
  })
}

export interface Return extends Seen {
  readonly reasons: readonly ReturnReason[]
  readonly codes: readonly ReasonCode[]
  readonly words?: { readonly en?: string | undefined; readonly fr?: string | undefined } | undefined
}

/** Returns it to the applicant. Fails with photos.not_in_this_state, photos.report_changed, photos.words_needed. */
export function returnPhoto(tools: Tools, officer: Officer, given: Return): Result<PhotoFile> {
  return onPhotoIn(tools, officer, given.photoId, 'return', (tx, photo) => {
    if (isOutOfDate(photo, given)) return fail('photos.report_changed')
    const words = spoken(given.words)
    const silent = given.codes.every((code) => code === 'other') && given.reasons.includes('other_requirements')
    if (silent && !words) return fail('photos.words_needed')
    const body: EventBody<'photo.returned'> = {
      on: today(tools),
      ...reportOf(photo),
      reasons: [...new Set(given.reasons)],
      codes: [...new Set(given.codes)],
      text: returnTextFor(photo.profile, { ...given, ...(words ? { words } : {}) }),
      language: applicantOf(tx, photo)?.language ?? 'en',
      ...(words ? { words } : {}),
    }
    tx.append({ subject: { kind: 'photo', id: photo.id }, type: 'photo.returned', body })
    return ok(null)
  })
}

/**
 * Takes a decision back within ten seconds. Fails with photos.not_in_this_state, photos.not_your_decision,
 * photos.final, photos.answered, photos.on_card.
 */
export function undoDecision(tools: Tools, officer: Officer, photoId: Uuid): Result<PhotoFile> {
  return onPhotoIn(tools, officer, photoId, 'undo', (tx, photo) => {
    if (photo.answered_by) return fail('photos.answered')
    if (isOnCard(tx, photo)) return fail('photos.on_card')
    if (photo.decided_by !== officer.id) return fail('photos.not_your_decision')
    if (!photo.decision || isFinal(photo.decided_ms ?? 0, tx.now)) return fail('photos.final')
    const body = { decision: photo.decision }
    tx.append({
      subject: { kind: 'photo', id: photo.id },
      type: 'photo.decision_undone',
      body,
      bases: [photo.decision],
    })
    return ok(null)
  })
}

/** A supervisor opens a decided photo again. Fails with photos.not_in_this_state, photos.answered, photos.on_card, photos.not_yet_final. */
export function reopenPhoto(tools: Tools, officer: Officer, photoId: Uuid, reason: string): Result<PhotoFile> {
  return onPhotoIn(tools, officer, photoId, 'reopen', (tx, photo) => {
    if (photo.answered_by) return fail('photos.answered')
    if (isOnCard(tx, photo)) return fail('photos.on_card')
    if (!photo.decision) return fail('photos.not_in_this_state', { state: photo.state })
    if (!isFinal(photo.decided_ms ?? 0, tx.now)) return fail('photos.not_yet_final')
    const body = { decision: photo.decision, reason }
    tx.append({ subject: { kind: 'photo', id: photo.id }, type: 'photo.reopened', body, bases: [photo.decision] })
    return ok(null)
  })
}

export interface Override {
  readonly photoId: Uuid
  readonly check: CheckId
  readonly says: 'fine' | 'fault' | 'as_found'
  readonly note?: string | undefined
}

/** The officer's own word on a check of the machine; it feeds the agreement of both. Fails with photos.not_in_this_state. */
export function overrideCheck(tools: Tools, officer: Officer, given: Override): Result<PhotoFile> {
  return onPhotoIn(tools, officer, given.photoId, 'override', (tx, photo) => {
    const was = reportIn(tx, photo)?.checks.find(({ id }) => id === given.check)?.level ?? 'not_assessed'
    const { check, says, note } = given
    const body: EventBody<'photo.check_overridden'> = { check, was, says, ...(note ? { note } : {}) }
    tx.append({ subject: { kind: 'photo', id: photo.id }, type: 'photo.check_overridden', body })
    return ok(null)
  })
}

/** The last report of the machine. */
export function reportIn(tx: Pick<Tx, 'event'>, { report }: Pick<PhotoFile, 'report'>): PhotoReport | undefined {
  const body = report ? (tx.event(report)?.body as EventBody<'photo.checked'> | null | undefined) : undefined
  return body?.report as PhotoReport | undefined
}

/** Runs `work` on a photo whose state allows `action`, in one transaction; gives the photo as it then stands. */
export function onPhotoIn(
  { store }: Tools,
  { id: actor }: Pick<Officer, 'id'>,
  photoId: Uuid,
  action: PhotoAction,
  work: (tx: Tx, photo: PhotoFile) => Result<unknown>,
): Result<PhotoFile> {
  return store.transact({ actor }, (tx) => {
    const photo = findPhoto(tx, photoId)
    if (!photo.ok) return photo
    const { state } = photo.value
    if (!photoAllows(state, action)) return fail('photos.not_in_this_state', { state })
    const done = work(tx, photo.value)
    return done.ok ? findPhoto(tx, photoId) : done
  })
}

/** A card was ordered with the photos of this application: they are what the card shows. */
function isOnCard(tx: Tx, { application }: PhotoFile): boolean {
  const row = application
    ? tx.first(query.selectFrom('confirmation').select('facts').where('photos', '=', application))
    : undefined
  return row !== undefined && !['none', 'refused'].includes(factsOf(row).card.state)
}

const isOutOfDate = (photo: PhotoFile, { report }: Seen): boolean => (photo.report ?? undefined) !== report

const reportOf = ({ report }: PhotoFile) => (report ? { report } : {})

/** The officer's words, where there are any. */
function spoken(words: Return['words']): { en?: string; fr?: string } | undefined {
  const said = Object.entries(words ?? {}).filter(([, text]) => text)
  return said.length > 0 ? Object.fromEntries(said) : undefined
}
