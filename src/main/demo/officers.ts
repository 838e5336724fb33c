import type { OfficerView } from '../../shared/contract/views.ts'
import { officerRow } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Store } from '../store/types.ts'

/** The demo's officers whose user names fit a pattern of SQL's LIKE, by user name. */
export const officersLike = ({ store }: { readonly store: Store }, pattern: string): OfficerView[] =>
  store
    .all(query.selectFrom('officer').selectAll().where('user_name', 'like', pattern).orderBy('user_name'))
    .map(officerRow)

/** One of them; throws where the demo has no such officer, which would be a bug. */
export function officerNamed(desk: { readonly store: Store }, userName: string): OfficerView {
  const [officer] = officersLike(desk, userName)
  if (!officer) throw new Error(`The demo has no ${userName}`)
  return officer
}
