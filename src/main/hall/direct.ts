import type { HallRow } from '../../shared/contract/views.ts'
import { memberView } from '../claims/family/view.ts'
import { stepsOf } from '../claims/progress.ts'
import { claimRows, present } from '../claims/rows.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { sql } from '../store/query.ts'
import { holderView } from './holder.ts'

/**
 * People in the office whose claim was opened at once, without the waiting room: taken in today and not decided yet.
 * Whoever came through the room is listed with their party instead.
 */
export function openedDirectly(tools: Tools, officer: Officer): HallRow[] {
  const { store } = tools
  const rows = store.all(openedOn(today(tools)))
  const groups = Map.groupBy(rows, ({ family, id }) => family ?? id)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { owner, display_name: name } = first
    return {
      id: first.id,
      kind: 'claims' as const,
      since: new Date(first.opened_ms).toISOString(),
      adults: 0,
      children: 0,
      minorAlone: false,
      vulnerable: [],
      interpreter: false,
      priorities: [],
      alsoHeldBy: [],
      members: group.map((row) =>
        memberView({ ...row, family: row.family ?? row.id, principal: row.principal ?? 1 }, stepsOf(store, row)),
      ),
      unopened: 0,
      allowed: [],
      heads: [],
      ...present({ holder: name === null ? null : holderView(owner, name, officer) }),
    }
  })
}

const limit = 200

export const openedOn = (day: string) =>
  claimRows()
    .select([
      'claim.search',
      'claim.owner',
      'claim.opened_ms',
      'person.document_read',
      'family_member.family',
      'family_member.principal',
    ])
    .where('claim.opened_on', '=', day)
    // Not by the index of states: of those there are many from other days.
    .where(sql<string>`+claim.state`, '=', 'intake')
    .leftJoin('arrival', 'arrival.id', 'family_member.family')
    .where('arrival.id', 'is', null)
    .orderBy('claim.n')
    .limit(limit)
