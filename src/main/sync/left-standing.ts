import type { AttentionItem } from '../../shared/contract/views.ts'
import type { LoggedEvent } from '../../shared/domain/event.ts'
import { groupSerial } from '../../shared/domain/numbers.ts'
import type { Bilingual } from '../../shared/language.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { localNote, localNotes } from '../store/local-notes.ts'
import { factsOf } from '../store/projections/confirmations.ts'
import { query } from '../store/query.ts'
import { type Left, leftName } from '../store/sync/erased-apart.ts'
import type { Reader } from '../store/types.ts'
import { seenName } from './troubles.ts'

/**
 * What erasures of other desks left here, because whoever ordered them had not heard of what was done at this desk by then:
 * nothing goes that nobody ordered to go, and nobody believes that it went. Each waits until an officer has seen it.
 */
export function leftStanding(reader: Reader): AttentionItem[] {
  return localNotes(reader, leftName).flatMap(({ name, value }) => {
    const left = { ...(JSON.parse(value) as Omit<Left, 'id'>), id: name.slice(leftName.length) }
    const order = reader.event(left.order)
    const event = order && toBeSeen(reader, left)
    if (!event || localNote(reader, seenName(event)) !== undefined) return []
    const found = standing(reader, left, order)
    if (!found) return []
    const since = new Date(order.at).toISOString()
    return [{ id: `left.${left.id}`, kind: 'settled_otherwise' as const, event, since, ...found }]
  })
}

/**
 * Id of the event that an officer marks as seen. An order may leave several records, and to have seen one is not to have
 * seen all; the claims of one person are told of together.
 */
const toBeSeen = (reader: Reader, { kind, id, order }: Left): string | undefined =>
  kind === 'person' || kind === 'claim' ? order : reader.timeline({ kind, id }, { limit: 1 })[0]?.id

/** The record, if it is still there and nothing else tells of it: what does not fit any more is a trouble of its own. */
function standing(
  reader: Reader,
  { kind, id }: Left,
  { subject: erased }: LoggedEvent,
): Pick<AttentionItem, 'text' | 'claimId' | 'person'> | undefined {
  if (kind === 'person' && erased.kind === 'claim') return personLeft(reader, id)
  if (kind === 'claim' && erased.kind === 'person') return claimsLeft(reader, id, erased.id)
  if (kind === 'confirmation') return confirmationLeft(reader, id)
  const words = kind === 'photo' || kind === 'appointment' ? leftWords[kind] : undefined
  return (
    words &&
    reader.first(
      query
        .selectFrom(kind as 'photo')
        .select('id')
        .where('id', '=', id),
    ) && { text: words }
  )
}

function personLeft(reader: Reader, id: string) {
  const row = reader.first(
    query
      .selectFrom('person')
      .leftJoin('claim', 'claim.person_n', 'person.n')
      .select(['claim.id', 'claim.application_number', 'person.family_name', 'person.given_names'])
      .where('person.id', '=', id)
      .orderBy('claim.n', 'desc')
      .limit(1),
  )
  if (!row) return undefined
  const person = nameLine({ familyName: row.family_name ?? undefined, givenNames: row.given_names ?? undefined })
  const number = row.application_number ? groupSerial(row.application_number) : ''
  return {
    text: {
      en: `A claim that had been joined here to the person${number && ` of ${number}`} was erased at another desk, which had not heard of that: look whether the person is to be erased too`,
      fr: `Une demande jointe ici à la personne${number && ` de ${number}`} a été effacée à un autre poste, qui n’en savait rien\u00a0: voyez si la personne doit être effacée aussi`,
    },
    ...(row.id ? { claimId: row.id } : {}),
    ...(person ? { person } : {}),
  }
}

/** Of the claims that the erased person has still, the first tells of all. */
function claimsLeft(reader: Reader, id: string, person: string) {
  const claims = reader.all(
    query
      .selectFrom('claim')
      .innerJoin('person', 'person.n', 'claim.person_n')
      .select(['claim.id', 'claim.application_number'])
      .where('person.id', '=', person)
      .orderBy('claim.id'),
  )
  if (claims[0]?.id !== id) return undefined
  const numbers = claims.map(({ application_number }) => groupSerial(application_number)).join(', ')
  return {
    text: {
      en: `Somebody was erased elsewhere, where their claims here were not known. ${numbers}: the record stays, without a name. Look whether it is to be erased too`,
      fr: `Une personne a été effacée ailleurs, où ses demandes d’ici n’étaient pas connues. ${numbers}\u00a0: le dossier reste, sans nom. Voyez s’il doit être effacé aussi`,
    },
    claimId: id,
  }
}

/** Its photos went: the profile stays without them. */
function confirmationLeft(reader: Reader, id: string) {
  const row = reader.first(query.selectFrom('confirmation').select('facts').where('id', '=', id))
  if (!row) return undefined
  const { identity } = factsOf(row)
  const number = groupSerial(identity.applicationNumber)
  return {
    text: {
      en: `The photos of the application ${number} were erased at another desk, which had not heard of the profile here: look whether it is to be erased too`,
      fr: `Les photos de la demande ${number} ont été effacées à un autre poste, qui ne connaissait pas le profil d’ici\u00a0: voyez s’il doit être effacé aussi`,
    },
    person: nameLine(identity),
  }
}

const leftWords: Readonly<Record<'photo' | 'appointment', Bilingual>> = {
  photo: {
    en: 'A photo was added here for somebody whom another desk had erased meanwhile: look whether it is to be erased too',
    fr: 'Une photo a été ajoutée ici pour une personne qu’un autre poste avait effacée entre-temps\u00a0: voyez si elle doit être effacée aussi',
  },
  appointment: {
    en: 'An appointment was made here for somebody whom another desk had erased meanwhile: cancel it',
    fr: 'Un rendez-vous a été fixé ici pour une personne qu’un autre poste avait effacée entre-temps\u00a0: annulez-le',
  },
}
