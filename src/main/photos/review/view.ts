import type {
  EarlierPhoto,
  FindingView,
  OfficerView,
  PhotoDecision,
  PhotoLikeness,
  PhotoOverride,
  PhotoReview,
} from '../../../shared/contract/views.ts'
import type { EventBody } from '../../../shared/domain/catalogue.ts'
import { isFinal, type PhotoAction, photoActions, photoAllows, undoMs } from '../../../shared/domain/photo-states.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import type { Language } from '../../../shared/language.ts'
import { centredFrame, type Frame } from '../../../shared/photos/geometry.ts'
import { photoPolicies, printPixels } from '../../../shared/photos/policy.ts'
import type { ReasonCode, ReturnReason } from '../../../shared/photos/reasons.ts'
import type { PhotoReport } from '../../../shared/photos/report.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { present } from '../../claims/rows.ts'
import { officerNames, type Tools } from '../../claims/tools.ts'
import { dateIn, officeOf } from '../../office/settings.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
import { reportIn } from './decide.ts'
import { applicantOf, findPhoto, type PhotoFile, photosOfSame, wholeMonths } from './files.ts'
import { alikeOf } from './likenesses.ts'
import { printedOn } from './pictures.ts'
import { photoRow } from './queue.ts'
import { mayOnPhoto } from './reach.ts'

/** One photo, whole: picture, report, earlier submissions, likenesses, and what the officer may do. `desk.not_found` otherwise. */
export function photoView({ store, clock }: Tools, officer: OfficerView, photoId: Uuid): Result<PhotoReview> {
  const found = findPhoto(store, photoId)
  const row = photoRow(store, photoId)
  if (!found.ok) return found
  const photo = found.value
  const applicant = applicantOf(store, photo)
  if (!row || !applicant) return fail('desk.not_found')
  const report = reportIn(store, photo)
  const nameOf = officerNames(store)
  const on = dateIn(officeOf(store).zone, photo.submitted_ms)
  return ok({
    row,
    applicant: {
      ...applicant,
      ...(applicant.birthDate ? { months: wholeMonths(applicant.birthDate, on) } : {}),
    },
    findings: JSON.parse(photo.findings) as FindingView[],
    overrides: overridesOf(store, photo, nameOf),
    ...frameOf(photo, report),
    earlier: earlierOf(store, photo, nameOf),
    likenesses: likenessViews(store, officer, photo),
    letters: lettersOf(store, photo),
    allowed: allowedOn(store, officer, photo, clock.now()),
    ...present({
      claimId: photo.claim,
      report,
      reportEvent: photo.report,
      checkFailure: photo.check_failure ? { code: photo.check_failure as ErrorCode, params: {} } : undefined,
      print: photo.print,
      decision: decisionOf(store, photo, nameOf, clock.now()),
      answers: photo.answers,
      answeredBy: photo.answered_by,
    }),
  })
}

/** The frame that will be printed, and who chose it. */
export function frameOf(
  photo: Pick<PhotoFile, 'frame' | 'width' | 'height' | 'profile'>,
  report: PhotoReport | undefined,
): { frame: Frame; frameBy: PhotoReview['frameBy'] } {
  if (photo.frame) return { frame: JSON.parse(photo.frame) as Frame, frameBy: 'officer' }
  if (report?.crop) return { frame: report.crop, frameBy: 'machine' }
  const { width, height } = photo
  return { frame: centredFrame({ width, height }, printPixels(photoPolicies[photo.profile])), frameBy: 'centre' }
}

/** The standing decision; undefined while the photo waits. */
export function decisionOf(
  reader: Reader,
  photo: PhotoFile,
  nameOf: (id: Uuid) => string,
  now: number,
): PhotoDecision | undefined {
  const event = photo.decision ? reader.event(photo.decision) : undefined
  if (!event) return undefined
  const body = event.body as Partial<EventBody<'photo.returned'>> | null
  return {
    event: event.id,
    outcome: event.type === 'photo.returned' ? 'returned' : 'approved',
    at: new Date(event.at).toISOString(),
    by: nameOf(event.actor),
    reasons: (body?.reasons ?? []) as ReturnReason[],
    codes: (body?.codes ?? []) as ReasonCode[],
    ...present({
      text: body?.text,
      words: body?.words as PhotoDecision['words'],
      undoUntil: isFinal(event.at, now) ? undefined : new Date(event.at + undoMs).toISOString(),
    }),
  }
}

function overridesOf(reader: Reader, { id }: PhotoFile, nameOf: (id: Uuid) => string): PhotoOverride[] {
  const rows = reader.all(query.selectFrom('photo_override').selectAll().where('photo', '=', id).orderBy('at_ms'))
  return rows
    .filter(({ says }) => says !== 'as_found')
    .map((row) => ({
      check: row.name as PhotoOverride['check'],
      was: row.was as PhotoOverride['was'],
      says: row.says as PhotoOverride['says'],
      by: nameOf(row.officer),
      at: new Date(row.at_ms).toISOString(),
      ...(row.note ? { note: row.note } : {}),
    }))
}

const earlierOf = (reader: Reader, photo: PhotoFile, nameOf: (id: Uuid) => string): EarlierPhoto[] =>
  photosOfSame(reader, photo)
    .filter(({ n }) => n < photo.n)
    .reverse()
    .map((other) => ({
      photoId: other.id,
      picture: other.original,
      width: other.width,
      height: other.height,
      state: other.state,
      submittedAt: new Date(other.submitted_ms).toISOString(),
      ...present({ decision: decisionOf(reader, other, nameOf, Number.POSITIVE_INFINITY) }),
    }))

/** Who another photo is of, only to whom that case is open. */
function likenessViews(reader: Reader, officer: OfficerView, photo: PhotoFile): PhotoLikeness[] {
  const prints = { face: photo.face_print, whole: photo.whole_print }
  return alikeOf(reader, photo, prints).map(({ photo: other, person, sameFile, difference }) => {
    const applicant = mayOnPhoto(reader, officer, 'photo.view', other).allowed ? applicantOf(reader, other) : undefined
    return {
      photoId: other.id,
      person,
      sameFile,
      difference,
      state: other.state,
      submittedAt: new Date(other.submitted_ms).toISOString(),
      ...(applicant
        ? {
            picture: other.original,
            name: applicant.name,
            applicationNumber: applicant.applicationNumber,
            ...(other.claim ? { claimId: other.claim } : {}),
          }
        : {}),
    }
  })
}

function lettersOf(reader: Reader, { id, decision }: PhotoFile): PhotoReview['letters'] {
  if (!decision) return []
  const rows = reader.all(
    query.selectFrom('photo_letter').selectAll().where('photo', '=', id).where('decision', '=', decision),
  )
  return rows.map(({ language, pdf, at_ms }) => ({
    language: language as Language,
    pdf,
    at: new Date(at_ms).toISOString(),
  }))
}

/** What state and role allow this officer, now. */
function allowedOn(reader: Reader, officer: OfficerView, photo: PhotoFile, now: number): PhotoAction[] {
  const may = (action: 'photo.review' | 'photo.reopen') => mayOnPhoto(reader, officer, action, photo).allowed
  const fits: Partial<Record<PhotoAction, () => boolean>> = {
    undo: () => photo.decided_by === officer.id && !isFinal(photo.decided_ms ?? 0, now) && !photo.answered_by,
    reopen: () => isFinal(photo.decided_ms ?? 0, now) && !photo.answered_by && may('photo.reopen'),
    letter: () => isFinal(photo.decided_ms ?? 0, now),
    crop: () => printedOn(reader, photo).ok,
    // Comes with a new photo, not with a key.
    answer: () => false,
    replace: () => false,
  }
  return photoActions.filter(
    (action) =>
      photoAllows(photo.state, action) && (fits[action]?.() ?? true) && (action === 'reopen' || may('photo.review')),
  )
}
