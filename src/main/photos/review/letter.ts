import type { EventBody } from '../../../shared/domain/catalogue.ts'
import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { groupClientId } from '../../../shared/domain/numbers.ts'
import { isFinal } from '../../../shared/domain/photo-states.ts'
import { paperLetters } from '../../../shared/domain/vocabulary.ts'
import type { Language } from '../../../shared/language.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type Officer, today } from '../../claims/tools.ts'
import { mergePapers } from '../../documents/merge.ts'
import { type PaperTools, signerIn } from '../../documents/rendering.ts'
import { signingOf } from '../../documents/sealing.ts'
import { officeOf } from '../../office/settings.ts'
import { query } from '../../store/query.ts'
import { onPhotoIn } from './decide.ts'
import { applicantNames, applicantOf, findPhoto, type PhotoFile, photosOfSame } from './files.ts'

/**
 * The letter that returns a photo: what the applicant was told, as PDF, their language first. It follows from the
 * decision alone; since a seal never comes twice, it is made once, kept with the photo, and given again as it is.
 * Fails with photos.not_in_this_state, photos.not_yet_final (it could still be undone), and what the layout refuses.
 */
export async function returnLetter(
  tools: PaperTools,
  officer: Officer,
  wish: { readonly photoId: Uuid; readonly language?: Language | undefined },
): Promise<Result<{ pdf: Uint8Array; number: string }>> {
  const photo = findPhoto(tools.store, wish.photoId)
  if (!photo.ok) return photo
  const event = photo.value.decision ? tools.store.event(photo.value.decision) : undefined
  if (photo.value.state !== 'returned' || !event?.body)
    return fail('photos.not_in_this_state', { state: photo.value.state })
  if (!isFinal(photo.value.decided_ms ?? 0, tools.clock.now())) return fail('photos.not_yet_final')
  const language = wish.language ?? (event.body as EventBody<'photo.returned'>).language
  const number = letterNumber(tools, photo.value)
  const kept = keptLetter(tools, photo.value, language)
  if (kept) {
    const bytes = tools.store.blobs.get(kept)
    return bytes.ok ? ok({ pdf: bytes.value, number }) : bytes
  }
  const made = await render(tools, photo.value, event, language, number)
  if (!made.ok) return made
  const pdf = tools.store.blobs.put(made.value.pdf)
  if (!pdf.ok) return pdf
  const noted = onPhotoIn(tools, officer, wish.photoId, 'letter', (tx, now) => {
    if (now.decision !== event.id) return fail('photos.not_in_this_state', { state: now.state })
    const seals = made.value.seals.map((seal) => Buffer.from(seal).toString('base64'))
    const body: EventBody<'photo.letter_made'> = {
      decision: event.id,
      pdf: pdf.value,
      language,
      ...(seals.length > 0 ? { seals } : {}),
    }
    tx.append({ subject: { kind: 'photo', id: now.id }, type: 'photo.letter_made', body })
    return ok(null)
  })
  return noted.ok ? ok({ pdf: made.value.pdf, number }) : noted
}

const keptLetter = ({ store }: PaperTools, { id, decision }: PhotoFile, language: Language) =>
  store.first(
    query
      .selectFrom('photo_letter')
      .select('pdf')
      .where('photo', '=', id)
      .where('decision', '=', decision ?? '')
      .where('language', '=', language),
  )?.pdf

/** The application's number and which of its photos was returned, such as `E000123456F2`. */
function letterNumber({ store }: PaperTools, photo: PhotoFile): string {
  const number = (applicantOf(store, photo)?.applicationNumber ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '')
  const place = photosOfSame(store, photo).findIndex(({ id }) => id === photo.id) + 1
  return `${number.slice(0, 16).padStart(5, '0')}${paperLetters.photo_return}${place}`
}

async function render(
  tools: PaperTools,
  photo: PhotoFile,
  event: LoggedEvent,
  language: Language,
  number: string,
): Promise<Result<Letter>> {
  const applicant = applicantOf(tools.store, photo)
  const names = applicantNames(tools.store, photo)
  if (!applicant || !names) return fail('desk.not_found')
  const body = event.body as EventBody<'photo.returned'>
  const data = {
    documentNumber: number,
    applicationNumber: applicant.applicationNumber,
    clientId: applicant.clientId ? groupClientId(applicant.clientId) : null,
    ...names,
    issueDate: body.on,
    issuedAt: new Date(event.at).toISOString(),
    office: officeOf(tools.store).name,
    issuedBy: event.actor.slice(-8).toUpperCase(),
    firstLanguage: language,
    portraitSha256: null,
    photoId: photo.id,
  }
  const signed = today(tools)
  const signer = signerIn(signingOf(tools, signed))
  return onPages(linesOf(body.text), (told) =>
    tools.drawing.draw({
      paper: { kind: 'photo_return', data: { ...data, told }, signed },
      ...{ specimen: tools.specimen, signer },
    }),
  )
}

type Told = { en: string; fr: string }[]

interface Letter {
  readonly pdf: Uint8Array
  /** Of its pages, in turn; none where the desk does not sign. */
  readonly seals: readonly Uint8Array[]
}

/** On one page where it fits; a return for very much goes on to further pages, each with the same head and foot. */
async function onPages(
  told: Told,
  pageOf: (told: Told) => Promise<Result<{ readonly pdf: Uint8Array; readonly seal?: Uint8Array }>>,
): Promise<Result<Letter>> {
  for (let count = 1; ; count++) {
    const size = Math.ceil(told.length / count)
    const pages: { readonly pdf: Uint8Array; readonly seal?: Uint8Array }[] = []
    let refused: Result<never> | undefined
    for (let at = 0; at < told.length && !refused; at += size) {
      const page = await pageOf(told.slice(at, at + size))
      if (page.ok) pages.push(page.value)
      else refused = page
    }
    if (!refused)
      return ok({ pdf: await mergePapers(pages.map(({ pdf }) => pdf)), seals: pages.flatMap(({ seal }) => seal ?? []) })
    if (refused.ok || refused.failure.code !== 'documents.page_full' || size === 1) return refused
  }
}

/** Line by line beside each other; what was said in one language only stands in both columns. */
function linesOf({ en, fr }: { en: string; fr: string }): { en: string; fr: string }[] {
  const [english, french] = [en, fr].map((text) => text.split('\n').filter((line) => line.trim() !== ''))
  const count = Math.max(english?.length ?? 0, french?.length ?? 0)
  return Array.from({ length: count }, (_, at) => {
    const [one, other] = [english?.[at], french?.[at]]
    return { en: one ?? other ?? '', fr: other ?? one ?? '' }
  })
}
