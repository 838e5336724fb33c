import type { SubjectKind } from '../../shared/domain/event.ts'
import { claimAllows } from '../../shared/domain/states.ts'
import { identityKinds } from '../../shared/domain/vocabulary.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import type { ClaimFile } from './tools.ts'

/**
 * Does a decision or a document rest on what is said of this subject? From then on it changes by correction only.
 * The facts of a claim settle with its decision; a person's identity with the decision of any of their claims, or with
 * a document that is valid: a second, open claim of the same person is no way around it.
 */
export function isSettled(
  reader: Reader,
  claim: Pick<ClaimFile, 'state' | 'personId' | 'personN'>,
  subject: SubjectKind,
): boolean {
  if (!claimAllows(claim.state, 'edit')) return true
  return (
    subject === 'person' &&
    (hasDecidedClaim(reader, claim.personN) || validDocument(reader, claim.personId) !== undefined)
  )
}

const hasDecidedClaim = (reader: Reader, personN: number): boolean =>
  reader
    .all(query.selectFrom('claim').select('state').where('person_n', '=', personN))
    .some(({ state }) => !claimAllows(state as ClaimFile['state'], 'edit'))

/** The person's papers but letters, latest first, whichever claim they were issued for. */
const documentsOfPerson = (reader: Reader, person: string) =>
  reader.all(
    query
      .selectFrom('document')
      .select(['id', 'number', 'state', 'claim'])
      .where('person', '=', person)
      .where('kind', 'in', identityKinds)
      .orderBy('reserved_ms', 'desc'),
  )

/** The one document of a person that is neither spoiled nor revoked, expired or not; apart from one that is being replaced. */
export const validDocument = (reader: Reader, person: string, apartFrom?: string) =>
  documentsOfPerson(reader, person).find(
    ({ id, state }) => id !== apartFrom && state !== 'spoiled' && state !== 'revoked',
  )

/** Was the person ever given a document? */
export const hasDocument = (reader: Reader, person: string): boolean => documentsOfPerson(reader, person).length > 0
