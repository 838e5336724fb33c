import { type ConfirmationFacts, stateOf } from '../../shared/domain/confirmation/facts.ts'
import type { ConfirmationState } from '../../shared/domain/confirmation/table.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { prepared } from '../store/prepared.ts'
import { factsOf } from '../store/projections/confirmations.ts'
import { query } from '../store/query.ts'
import type { ConfirmationTable } from '../store/tables/confirmations.ts'
import type { Reader } from '../store/types.ts'

/** One person's confirmation as commands and views read it. */
export interface Confirmation {
  readonly id: Uuid
  readonly facts: ConfirmationFacts
  readonly state: ConfirmationState
}

/** The confirmation, or `desk.not_found`. */
export function findConfirmation(reader: Reader, id: Uuid): Result<Confirmation> {
  const row = reader.first(query.selectFrom('confirmation').selectAll().where('id', '=', id))
  return row ? ok(confirmationOf(row)) : fail('desk.not_found')
}

/** Everybody of a family, in the order in which they came. */
export const familyOf = (reader: Reader, family: Uuid): Confirmation[] =>
  reader
    .all(query.selectFrom('confirmation').selectAll().where('family', '=', family).orderBy('n').limit(50))
    .map(confirmationOf)

/** The profile of a client ID; a second one is refused. */
export const profileOfClient = (reader: Reader, clientId: string): Uuid | undefined =>
  reader.first(profileWith({ clientId }))?.id

const profileWith = prepared(({ clientId }: { clientId: string }) =>
  query
    .selectFrom('confirmation')
    .select('id')
    .where('client_id', '=', clientId)
    .where('duplicate_of', 'is', null)
    .orderBy('n')
    .limit(1),
)

export function confirmationOf(row: ConfirmationTable): Confirmation {
  const facts = factsOf(row)
  return { id: row.id, facts, state: stateOf(facts) }
}
