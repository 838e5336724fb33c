import type { EventBody } from '../../domain/catalogue.ts'
import type { HeldDeadline } from '../../domain/deadlines.ts'
import { type ErrorCode, errors, explain, type Failure } from '../../errors.ts'
import type { Bilingual } from '../../language.ts'
import { reasonLabel } from '../../photos/reason-texts.ts'
import type { ReturnReason } from '../../photos/reasons.ts'
import { asideRegister, asideWords } from '../../record/evidence.ts'
import { changeKey, changesOf, correctedForm, lateSince, type SentCorrectionBody } from '../correction.ts'
import type { BodiesOf, PublicEvent } from './events.ts'
import type { SentMessage } from './messages.ts'

/** What a person sent, and what became of it. */

export interface SentPhoto {
  readonly state: 'sent' | 'in_review' | 'approved' | 'returned'
  readonly on: string
  /** The photo that a new one answers. */
  readonly photo?: string
  readonly reasons?: readonly Bilingual[]
  readonly text?: Bilingual
}

export interface SentEvidence {
  readonly item: string
  readonly title: string
  readonly kind: string
  readonly on: string
  readonly sha256: string
  readonly replacedBy?: string
  /** Why it cannot be used. */
  readonly refused?: Bilingual
  /** Why it does not count. */
  readonly setAside?: Bilingual
}

/** The newest picture: sent, then a photo in review, then what was decided of it. */
export function photoOf(events: readonly PublicEvent[]): { photo?: SentPhoto } {
  let photo: SentPhoto | undefined
  for (const { type, subject, body } of events) {
    if (body === null) continue
    if (type === 'claim.photo_sent') photo = { state: 'sent', on: (body as EventBody<'claim.photo_sent'>).on }
    if (type === 'photo.submitted')
      photo = { state: 'in_review', on: (body as EventBody<'photo.submitted'>).on, photo: subject.id }
    if (type === 'claim.sent_item_refused') {
      const { kind, code, params = {} } = body as EventBody<'claim.sent_item_refused'>
      if (kind === 'photo' && photo?.state === 'sent')
        photo = { ...photo, state: 'returned', reasons: [refusal(code, params)] }
    }
    if (photo?.photo !== subject.id) continue
    if (type === 'photo.approved') photo = { state: 'approved', on: photo.on, photo: subject.id }
    if (type === 'photo.returned') {
      const { reasons, text } = body as EventBody<'photo.returned'>
      photo = { state: 'returned', on: photo.on, photo: subject.id, reasons: reasons.map(reasonWord), text }
    }
    if (type === 'photo.decision_undone' || type === 'photo.reopened')
      photo = { state: 'in_review', on: photo.on, photo: subject.id }
  }
  return photo ? { photo } : {}
}

/** Oldest first. */
export function evidenceOf(
  items: readonly EventBody<'claim.evidence_sent'>[],
  refused: readonly EventBody<'claim.sent_item_refused'>[],
  aside: readonly EventBody<'claim.evidence_set_aside'>[],
): SentEvidence[] {
  const counts: Record<string, { readonly why: string } | null> = Object.assign(
    {},
    ...aside.map(({ fields }) => fields),
  )
  return items.map(({ item, title, kind, on, file }) => {
    const by = items.find(({ replaces }) => replaces === item)?.item
    const no = refused.find((one) => one.item === item)
    const put = counts[asideRegister(item)]
    return {
      ...{ item, title, kind, on, sha256: file.sha256 },
      ...(by ? { replacedBy: by } : {}),
      ...(no ? { refused: refusal(no.code, no.params ?? {}) } : {}),
      ...(put ? { setAside: asideWords(put.why) } : {}),
    }
  })
}

/** What the person sent to be corrected: kept, late or not, and what the office answered. Oldest first. */
export interface SentCorrection {
  readonly correction: string
  readonly on: string
  /** The corrected form; left out for single values. */
  readonly form?: { readonly number: string; readonly title: Bilingual }
  /** Names of fields, and of registers of the record. */
  readonly fields: readonly string[]
  /** It should have come by this day. */
  readonly lateSince?: string
  readonly answer?: 'accepted' | 'declined'
  /** Of an accepted one: the fields that were not accepted; the reason is for these. */
  readonly declined?: readonly string[]
  readonly answeredOn?: string
  readonly reason?: string
}

export const correctionsOf = (
  of: BodiesOf,
  limits: readonly HeldDeadline[],
  messages: readonly SentMessage[],
): SentCorrection[] =>
  of('claim.correction_sent').map((sent) => {
    const answered = of('claim.correction_answered').findLast((one) => one.correction === sent.correction)
    const form = correctedForm(sent.form)
    const late = lateSince(sent, limits, messages)
    return {
      correction: sent.correction,
      on: sent.on,
      ...(form ? { form } : {}),
      fields: changesOf(sent).map(({ field }) => field),
      ...(late ? { lateSince: late } : {}),
      ...(answered ? { answer: answered.answer, answeredOn: answered.on } : {}),
      ...(answered?.except ? { declined: declinedIn(sent, answered.except) } : {}),
      ...(answered?.reason ? { reason: answered.reason } : {}),
    }
  })

const declinedIn = (sent: SentCorrectionBody, except: readonly string[]): string[] =>
  changesOf(sent)
    .filter((change) => except.includes(changeKey(change)))
    .map(({ field }) => field)

/** Why something that was sent cannot be used, and what to do. */
function refusal(code: string, params: Failure['params']): Bilingual {
  if (!Object.hasOwn(errors, code)) return { en: code, fr: code }
  const told = (language: 'en' | 'fr') => {
    const { message, next } = explain({ code: code as ErrorCode, params }, language)
    return `${message} ${next}`
  }
  return { en: told('en'), fr: told('fr') }
}

export const reasonWord = (reason: string): Bilingual =>
  Object.hasOwn(reasonLabel, reason) ? reasonLabel[reason as ReturnReason] : { en: reason, fr: reason }
