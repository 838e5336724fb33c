import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'

/** Where a claim stands in its family. */
export interface Membership {
  readonly claim: string
  /** The family's id: that of the party, when it came through the waiting room. */
  readonly family: string
  readonly principal: boolean
}

/** The claim's place in its family, if it has one. */
export function membershipOf(reader: Reader, claimId: string): Membership | undefined {
  const row = reader.first(
    query.selectFrom('family_member').select(['claim', 'family', 'principal']).where('claim', '=', claimId),
  )
  return row && { ...row, principal: row.principal === 1 }
}

/** Every member of a family, the principal claimant first, then as they joined. */
export function membersOf(reader: Reader, family: string): Membership[] {
  const rows = reader.all(
    query
      .selectFrom('family_member')
      .select(['claim', 'family', 'principal'])
      .where('family', '=', family)
      .orderBy('n'),
  )
  return rows
    .map((row) => ({ ...row, principal: row.principal === 1 }))
    .sort((a, b) => Number(b.principal) - Number(a.principal))
}
