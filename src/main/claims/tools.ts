import type { OfficerView, Role } from '../../shared/contract/views.ts'
import type { Clock } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { dateIn, officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader, Store } from '../store/types.ts'

/** What commands and queries of claims work with: the open store and the clock. */
export interface Tools {
  readonly store: Store
  readonly clock: Clock
}

/** The officer in whose name a command runs. */
export type Officer = Pick<OfficerView, 'id' | 'roles' | 'jurisdiction'>

/** Today in the office's time zone. */
export const today = ({ store, clock }: Tools): string => dateIn(officeOf(store).zone, clock.now())

/** What commands need to know of a claim before they change it. */
export interface ClaimFile {
  readonly id: string
  readonly personId: string
  readonly personN: number
  readonly state: import('../../shared/domain/states.ts').ClaimState
  readonly owner: string
  readonly applicationNumber: string
  readonly claimDate: string
}

/** The claim, or `desk.not_found`. */
export function findClaim(reader: Reader, claimId: string): Result<ClaimFile> {
  const row = reader.first(
    query
      .selectFrom('claim')
      .innerJoin('person', 'person.n', 'claim.person_n')
      .select([
        'claim.id',
        'claim.person_n',
        'claim.state',
        'claim.owner',
        'claim.application_number',
        'claim.claim_date',
        'person.id as person_id',
      ])
      .where('claim.id', '=', claimId),
  )
  if (!row) return fail('desk.not_found')
  return ok({
    id: row.id,
    personId: row.person_id,
    personN: row.person_n,
    state: row.state as ClaimFile['state'],
    owner: row.owner,
    applicationNumber: row.application_number,
    claimDate: row.claim_date,
  })
}

/** Names of officers by id, for "by whom". A device that acts by itself has none. */
export function officerNames(reader: Reader): (id: string) => string {
  let names: Map<string, string> | undefined
  return (id) => {
    names ??= new Map(
      reader.all(query.selectFrom('officer').select(['id', 'display_name'])).map((row) => [row.id, row.display_name]),
    )
    return names.get(id) ?? 'Passerelle'
  }
}

/** An officer as stored. */
export function officerRow(row: {
  id: string
  user_name: string
  display_name: string
  roles: string
  jurisdiction: string
  disabled: number
  badge: string | null
}): OfficerView {
  return {
    id: row.id,
    userName: row.user_name,
    displayName: row.display_name,
    roles: JSON.parse(row.roles) as Role[],
    jurisdiction: row.jurisdiction as OfficerView['jurisdiction'],
    disabled: row.disabled === 1,
    ...(row.badge ? { badge: row.badge } : {}),
  }
}
