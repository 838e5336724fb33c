import type { AttentionItem } from '../../shared/contract/views.ts'
import { groupSerial } from '../../shared/domain/numbers.ts'
import { officeOf } from '../../shared/domain/ports-of-entry.ts'
import { knownBy } from '../../shared/domain/timeline/ownership.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { localNote } from '../store/local-notes.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { seenName } from './troubles.ts'

/** People of claims whom another office knows too, as the central found; each until an officer has seen to it. */
export function knownElsewhere(reader: Reader): AttentionItem[] {
  return reader
    .all(
      query
        .selectFrom('known_elsewhere as known')
        .innerJoin('claim', 'claim.id', 'known.claim')
        .innerJoin('person', 'person.n', 'claim.person_n')
        .select(['known.event', 'known.office', 'known.way', 'known.at_ms', 'claim.id', 'claim.application_number'])
        .select(['person.family_name', 'person.given_names'])
        .orderBy('known.n', 'desc')
        .limit(200),
    )
    .filter(({ event }) => localNote(reader, seenName(event)) === undefined)
    .map((row) => {
      const person = nameLine({ familyName: row.family_name ?? undefined, givenNames: row.given_names ?? undefined })
      const office = officeOf(row.office)?.name ?? { en: row.office, fr: row.office }
      const [what, number] = [knownBy[row.way], groupSerial(row.application_number)]
      return {
        id: `known.${row.event}`,
        kind: 'known_elsewhere' as const,
        claimId: row.id,
        event: row.event,
        since: new Date(row.at_ms).toISOString(),
        ...(person ? { person } : {}),
        text: {
          en: `${office.en} ${what.sure ? 'knows' : 'may know'} the person of ${number} too, ${what.en}: ask there whether a claim was made before`,
          fr: `${office.fr} connaît ${what.sure ? 'aussi' : 'peut-être aussi'} la personne de ${number}, ${what.fr}\u00a0: demandez-y si une demande a déjà été faite`,
        },
      }
    })
}
