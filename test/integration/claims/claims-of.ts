import { query } from '../../../src/main/store/query.ts'
import type { Office } from './support.ts'

/** Claims that the desk knows of: its own and those that it was sent. */
export const claimsOf = ({ store }: Office) =>
  store
    .all(
      query
        .selectFrom('claim')
        .innerJoin('person', 'person.n', 'claim.person_n')
        .select(['claim.id as claimId', 'person.id as personId', 'person_n as personN', 'application_number'])
        .orderBy('claim.id'),
    )
    .map(({ application_number, ...claim }) => ({ ...claim, applicationNumber: application_number }))
