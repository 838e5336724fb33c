import { isSuccessive } from '../../shared/domain/vocabulary.ts'
import type { Uuid } from '../../shared/ports.ts'
import { lastPosition } from '../claims/timeline.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** The letter whose place the next one takes, and whether that one would say anything else. */

/** The letter of this kind that holds now. */
export const formerLetter = (reader: Reader, claimId: Uuid, kind: string): { readonly id: Uuid } | undefined =>
  isSuccessive(kind)
    ? reader.first(
        query
          .selectFrom('document')
          .select('id')
          .where('claim', '=', claimId)
          .where('kind', '=', kind)
          .where('state', 'in', ['reserved', 'sent', 'confirmed'])
          .orderBy('reserved_ms', 'desc')
          .limit(1),
      )
    : undefined

interface Made {
  readonly claimId: Uuid
  readonly person: Uuid
  readonly documentId: Uuid
  readonly kind: string
}

/** Was anything said anew of what the letter tells since it was made? By the order of the log, never by a clock. */
export function changedSince(reader: Reader, { claimId, person, documentId, kind }: Made): boolean {
  const made = lastPosition(reader, { kind: 'document', id: documentId }, ['document.reserved'])
  const lists = kind === 'preparation'
  const said = [
    lastPosition(reader, { kind: 'claim', id: claimId }, lists ? [...ofClaim, ...ofLacking] : ofClaim),
    lastPosition(reader, { kind: 'person', id: person }, ofPerson),
    ...appointmentsOf(reader, claimId).map((id) => lastPosition(reader, { kind: 'appointment', id }, ofAppointment)),
    ...(lists ? photosOf(reader, claimId).map((id) => lastPosition(reader, { kind: 'photo', id }, ofPhoto)) : []),
  ]
  return said.some((position) => position > made)
}

const appointmentsOf = (reader: Reader, claimId: Uuid): Uuid[] =>
  reader.all(query.selectFrom('appointment').select('id').where('about_id', '=', claimId)).map(({ id }) => id)

const photosOf = (reader: Reader, claimId: Uuid): Uuid[] =>
  reader.all(query.selectFrom('photo').select('id').where('claim', '=', claimId)).map(({ id }) => id)

const ofClaim = [
  'claim.set',
  'claim.amended',
  'claim.decided',
  'claim.interview_set',
  'claim.detention_recorded',
  'claim.act_withdrawn',
  'claim.family_joined',
  'claim.family_left',
]
const ofPerson = ['person.set', 'person.amended', 'person.client_id_given']
const ofAppointment = ['appointment.booked', 'appointment.moved', 'appointment.cancelled']

/** What changes what a case lacks: only the sheet that lists it is made anew for that. */
const ofLacking = [
  'claim.evidence_added',
  'claim.evidence_sent',
  'claim.sent_item_refused',
  'claim.review_paused',
  'claim.review_resumed',
  'claim.message_sent',
  'claim.action_settled',
]
const ofPhoto = ['photo.submitted', 'photo.approved', 'photo.returned', 'photo.decision_undone', 'photo.reopened']
