import type { OfficerView, SavedSearch } from '../../shared/contract/views.ts'
import type { SearchFilter } from '../../shared/domain/saved-search.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { officerNames, type Tools } from '../claims/tools.ts'
import { holds } from '../seat/holds.ts'
import { query } from '../store/query.ts'

/** Lists that an officer comes back to: their own, and those that somebody shared with the office. */

export function saveSearch(
  { store }: Tools,
  officer: Pick<OfficerView, 'id'>,
  given: { readonly name: string; readonly filter: SearchFilter; readonly shared: boolean },
): Result<null> {
  return store.transact({ actor: officer.id }, (tx) => {
    const body = { search: tx.newId(), ...given }
    tx.append({ subject: { kind: 'officer', id: officer.id }, type: 'officer.search_saved', body })
    return ok(null)
  })
}

/** Drops one's own; one that is shared, a supervisor too. Errors: desk.not_found, officers.not_your_case. */
export function dropSearch({ store }: Tools, officer: OfficerView, search: Uuid): Result<null> {
  return store.transact({ actor: officer.id }, (tx) => {
    const row = tx.first(query.selectFrom('saved_search').selectAll().where('id', '=', search))
    const mine = row?.officer === officer.id
    if (!row || (!mine && !row.shared)) return fail('desk.not_found')
    if (!mine && !holds(tx, officer, 'claim.assign')) return fail('officers.not_your_case')
    tx.append({ subject: { kind: 'officer', id: row.officer }, type: 'officer.search_dropped', body: { search } })
    return ok(null)
  })
}

/** The officer's own and the shared ones, in the order in which they were saved. */
export function savedSearches({ store }: Tools, officer: OfficerView): SavedSearch[] {
  const nameOf = officerNames(store)
  const drops = holds(store, officer, 'claim.assign')
  const rows = query
    .selectFrom('saved_search')
    .selectAll()
    .where((is) => is.or([is('officer', '=', officer.id), is('shared', '=', 1)]))
    .orderBy('n')
  return store.all(rows).map(({ id, name, filter, shared, officer: by }) => ({
    ...{ search: id, name, filter: JSON.parse(filter) as SearchFilter, shared: shared === 1 },
    ...{ by: nameOf(by), mayDrop: by === officer.id || drops },
  }))
}
