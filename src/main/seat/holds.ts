import type { OfficerView } from '../../shared/contract/views.ts'
import { type Action, type AuthorityTarget, may, type Verdict } from '../../shared/domain/authority.ts'
import { officeOf } from '../office/settings.ts'
import type { Reader } from '../store/types.ts'

/** What the table of authority says of an officer of this desk. Writes nothing: refusals are noted by who refuses. */
export function verdictOf(reader: Reader, officer: OfficerView, action: Action, target: AuthorityTarget = {}): Verdict {
  const office = officeOf(reader).id
  return may({ ...officer, office }, action, { office, ...target })
}

/** May the officer do it at all? For leaving something out quietly: nobody asked for it, so nothing is refused. */
export const holds = (reader: Reader, officer: OfficerView, action: Action): boolean =>
  verdictOf(reader, officer, action).allowed
