import { cardName } from '../../../shared/cards/card-names.ts'
import { missingForCard } from '../../../shared/cards/order-row.ts'
import type { CardCandidate } from '../../../shared/contract/views.ts'
import { cardDueOn } from '../../../shared/domain/confirmation/queues.ts'
import { type Tools, today } from '../../claims/tools.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
import { type Confirmation, confirmationOf } from '../rows.ts'

/** Who waits for a card: the state table's queue, those whose card is due first in front. */
export function cardCandidates({ store, clock }: Tools, limit: number): CardCandidate[] {
  const on = today({ store, clock })
  return store
    .all(
      query
        .selectFrom('confirmation_place')
        .innerJoin('confirmation', 'confirmation.n', 'confirmation_place.n')
        .selectAll('confirmation')
        .where('confirmation_place.queue', '=', 'card_to_order')
        .where('confirmation_place.from_day', '<=', on)
        .orderBy('confirmation_place.from_day')
        .orderBy('confirmation_place.n')
        .limit(limit),
    )
    .map((row) => candidate(store, confirmationOf(row), on))
}

function candidate(reader: Reader, person: Confirmation, on: string): CardCandidate {
  const { facts } = person
  const { familyName, givenNames, clientId, applicationNumber } = facts.identity
  const [family, given] = [cardName(familyName), cardName(givenNames ?? '')]
  const due = cardDueOn(facts)
  return {
    confirmationId: person.id,
    clientId,
    applicationNumber,
    familyName: family.text,
    givenNames: given.text,
    cut: family.cut || given.cut,
    ...(due ? { due, late: due < on } : { late: false }),
    missing: missingForCard(facts, acceptedPicture(reader, facts.photo.id)),
    ...(facts.card.refusal ? { refusal: facts.card.refusal } : {}),
  }
}

/** SHA-256 of the picture that goes on the card: the frame to print where there is one, else the picture as it came. */
export function acceptedPicture(reader: Reader, photoId: string | undefined): string | undefined {
  if (!photoId) return undefined
  const photo = reader.first(query.selectFrom('photo').select(['original', 'print', 'stage']).where('id', '=', photoId))
  return photo?.stage === 'approved' ? (photo.print ?? photo.original) : undefined
}
