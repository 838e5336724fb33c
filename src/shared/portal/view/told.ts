import type { EventBody, EventName, PublicEventName } from '../../domain/catalogue.ts'
import { catalogue } from '../../domain/catalogue.ts'
import { officeOf } from '../../domain/ports-of-entry.ts'
import { movedTo } from '../../domain/timeline/moves.ts'
import { describe } from '../../domain/timeline.ts'
import { fullIntakeTexts } from '../../i18n/claims-intake.ts'
import type { Bilingual } from '../../language.ts'

/**
 * What a person is told that happened. The sentences are those of the record, but officers write reasons and notes in it
 * for each other: a sentence for the person is made of the fields named here alone, so a field that comes later is not
 * told until somebody names it.
 */

/** What a sentence may be made of, a sentence of the person's own, or null: it is not told. */
type Telling<N extends EventName> = readonly (keyof EventBody<N>)[] | ((body: EventBody<N>) => Bilingual) | null

const tellings: { readonly [N in PublicEventName]: Telling<N> } = {
  'claim.opened': ['applicationNumber'],
  'claim.read_back': ['wrong'],
  'claim.decided': ['outcome', 'proposedBy'],
  'claim.reopened': ['outcome', 'decisionDate', 'document'],
  'claim.deadline_met': ['rule', 'on'],
  'claim.deadline_reopened': ['rule'],
  'claim.deadline_extended': ['rule', 'from', 'to', 'askedOn'],
  'claim.extension_asked': ['rule', 'on', 'by'],
  'claim.extension_declined': ['rule', 'on'],
  'claim.deadline_set': ['deadline'],
  'claim.withdrawn': ['how'],
  'claim.reinstated': ['document'],
  // Only names of this program's own list: what a desk writes there is no sentence for a person.
  'claim.moved_out': ({ to }) => (officeOf(to) ? movedTo(to) : movedSomewhere),
  'claim.received': ['on', 'by'],
  'claim.evidence_added': ['pages', 'replaces'],
  // Which reason was chosen, and not what the officer noted.
  'claim.evidence_set_aside': ({ fields, on }) => {
    const bare = Object.entries(fields).map(([name, aside]) => [name, aside && { why: aside.why, note: '' }])
    return describe('claim.evidence_set_aside', { fields: Object.fromEntries(bare), on })
  },
  'claim.review_paused': ['missing'],
  'claim.review_resumed': ['on'],
  'preliminary_review.passed': ['opens'],
  'preliminary_review.taken_back': [],

  'claim.consent_recorded': ['fields'],
  'claim.conditions_acknowledged': ['fields'],
  'claim.inadmissibility_reported': ({ fields: { inadmissibilityReport } }) => {
    const paragraph = fullIntakeTexts[`paragraph.${inadmissibilityReport.paragraph}`]
    return {
      en: `Report of inadmissibility, IRPA s. 44(1), under s. ${paragraph.en}`,
      fr: `Rapport d’interdiction de territoire, LIPR, par. 44(1), au titre de l’art. ${paragraph.fr}`,
    }
  },
  'claim.departure_order_made': ['fields'],
  'claim.detention_recorded': ['fields'],
  'claim.documents_seized': ['fields'],
  'claim.interview_set': ['fields'],
  'claim.act_withdrawn': ['fields'],

  'claim.sent': ['people'],
  'claim.evidence_sent': ['title', 'replaces'],
  'claim.photo_sent': [],
  'claim.sent_item_refused': ['kind'],
  'claim.correction_sent': ['form', 'reason'],
  'claim.correction_answered': ['answer', 'except'],
  'claim.message_sent': ['from', 'subject', 'template'],
  'claim.messages_read': ['by'],
  'claim.action_acknowledged': [],
  'claim.action_settled': [],

  'person.client_id_given': [],
  'document.signed_copy_added': [],
  'document.confirmed': [],
  'document.revoked': ['why', 'returned'],

  'photo.submitted': ['source', 'answers'],
  'photo.approved': [],
  'photo.returned': ['reasons'],
  'photo.decision_undone': [],
  'photo.reopened': [],
  'photo.letter_made': ['language'],

  'appointment.offered': ['kind', 'slots', 'until'],
  'appointment.offer_ended': ['kind', 'why', 'by', 'preferred'],
  'appointment.booked': ['kind', 'slot', 'by'],
  'appointment.moved': ['kind', 'slot', 'by'],
  'appointment.cancelled': ['kind', 'by'],
  'appointment.attendance_noted': null,
  'appointment.attendance_withdrawn': null,

  'confirmation.corrected': ['fields'],
  'confirmation.invited': ['answerBy'],
  'confirmation.reminded': ['number', 'answerBy'],
  'confirmation.invitation_posted': ['answerBy'],
  'confirmation.answered': ['path', 'via'],
  'confirmation.account_created': ['reused'],
  'confirmation.password_sent': ['by', 'validUntil', 'again'],
  'confirmation.signed_in': [],
  'confirmation.presence_declared': ['via', 'inCanada', 'returnOn'],
  'confirmation.address_set': ['via', 'card'],
  'confirmation.photo_sent': [],
  'confirmation.photo_refused': ['code'],
  'confirmation.interview_required': ['why'],
  'confirmation.interview_set': ['interview'],
  'confirmation.confirmed': ({ on }) => ({
    en: `Permanent resident since ${on} (IRPA s. 21(1))`,
    fr: `Résident permanent depuis le ${on} (LIPR par. 21(1))`,
  }),
  'confirmation.residence_set_aside': [],
  'confirmation.ecopr_issued': ['number', 'availableUntil'],
  'confirmation.ecopr_downloaded': ['via'],
  'confirmation.ecopr_withdrawn': ['number'],
  'confirmation.ecopr_renewed': ['availableUntil'],
  'confirmation.card_mailed': ['tracking'],
  'confirmation.card_remailed': ['tracking'],
  'confirmation.card_redirected': ['address'],
  'confirmation.message_sent': ['message', 'by', 'again'],
  'confirmation.request_refused': ['request', 'representativeEmail'],
  'confirmation.closed': ['why'],
  'confirmation.reopened': [],
}

const movedSomewhere: Bilingual = {
  en: 'Claim transferred to another office',
  fr: 'Demande transférée à un autre bureau',
}

interface ToldMoment {
  readonly at: string
  readonly text: Bilingual
}

/** A line of a person's timeline; none where it is not told. `at`: ms since 1970-01-01T00:00Z. `body`: null once erased. */
export function toldOf({ type, at, body }: { type: string; at: number; body: unknown }): ToldMoment[] {
  const text = sentenceOf(type, body)
  return text ? [{ at: new Date(at).toISOString(), text }] : []
}

function sentenceOf(type: string, body: unknown): Bilingual | null {
  if (!Object.hasOwn(catalogue, type)) return describe(type, body)
  if (!Object.hasOwn(tellings, type)) return null
  const telling = tellings[type as PublicEventName] as Telling<never>
  if (telling === null || body === null) return telling && describe(type, null)
  if (typeof telling === 'function') return telling(body as never)
  const names: ReadonlySet<PropertyKey> = new Set(telling)
  return describe(type, Object.fromEntries(Object.entries(body as object).filter(([name]) => names.has(name))))
}
