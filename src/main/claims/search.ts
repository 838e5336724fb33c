import type { SearchPage } from '../../shared/contract/views.ts'
import { tallied } from '../store/projections/tally.ts'
import { query } from '../store/query.ts'
import { findPeople, type Place, type Way, ways } from '../store/search/find-people.ts'
import type { Reader } from '../store/types.ts'
import { claimRows, rowView } from './rows.ts'

/** Claims of the people whom a text finds, with what was searched. The cursor is the way and the last person in it. */
export function searchClaims(reader: Reader, text: string, limit: number, after?: string): SearchPage {
  const found = findPeople(reader, text, limit, after ? placeOf(after) : undefined)
  const rows = reader.all(
    claimRows()
      .select('claim.person_n')
      .where(
        'claim.person_n',
        'in',
        found.map((person) => person.n),
      )
      .orderBy('claim.updated_ms', 'desc'),
  )
  const last = found.length === limit ? found.at(-1) : undefined
  return {
    rows: found.flatMap(({ n, way }) =>
      rows.filter((row) => row.person_n === n).map((row) => ({ ...rowView(row), matched: way })),
    ),
    searched: searchedNow(reader),
    ...(last ? { next: `${last.way}.${last.n}` } : {}),
  }
}

/** How many people this desk knows, and up to when. */
export function searchedNow(reader: Reader): SearchPage['searched'] {
  const newest = reader.first(query.selectFrom('claim').select('updated_ms').orderBy('updated_ms', 'desc').limit(1))
  return { people: tallied(reader, 'people'), until: new Date(newest?.updated_ms ?? 0).toISOString() }
}

function placeOf(cursor: string): Place | undefined {
  const [way, n] = cursor.split('.')
  const known = ways.find((other): other is Way => other === way)
  return known && n ? { way: known, n: Number(n) } : undefined
}
