import { type CountedName, inStretches, stretchesOf } from '../../shared/casework-statistics.ts'
import type { CaseworkStatistics } from '../../shared/contract/views.ts'
import { type Tools, today } from '../claims/tools.ts'
import { backlogOf } from '../office/backlog.ts'
import { sql } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { limitsBetween } from './deadline-report.ts'

/**
 * What came, what was decided, what waits: by period. Each is counted once, on its day. What happens to a claim later
 * changes nothing of the past: a figure of it moves only by an event that came late.
 */

export function caseworkStatistics(
  tools: Tools,
  { from, to }: { readonly from: string; readonly to: string },
): CaseworkStatistics {
  const { store } = tools
  return {
    from,
    to,
    stretches: inStretches(stretchesOf(from, to), countsIn(store, from, to)),
    ...backlogOf(store, today(tools)),
    standard: standardOf(tools, from, to),
  }
}

interface DayCount {
  readonly day: string
  readonly name: CountedName
  readonly count: number
}

const countsIn = (reader: Reader, from: string, to: string): DayCount[] =>
  countQueries(from, to).flatMap((counts) => reader.all(counts))

/** Each is read from one index alone. */
export const countQueries = (from: string, to: string) => [
  sql<DayCount>`select opened_on as day, 'arrivals' as name, count(*) as count from claim indexed by claim_opened_on
    where opened_on between ${from} and ${to} group by 1`,
  // What was decided on the day, whatever became of the claim: withdrawn later, or reopened. One that only calls the
  // person back is none.
  sql<DayCount>`select json_extract(decision, '$.decisionDate') as day, json_extract(decision, '$.outcome') as name, count(*) as count
    from claim indexed by claim_decided_on
    where decision is not null and json_extract(decision, '$.decisionDate') between ${from} and ${to}
      and json_extract(decision, '$.outcome') in ('referred', 'ineligible') group by 1, 2`,
  sql<DayCount>`select json_extract(earlier.value, '$.decisionDate') as day, json_extract(earlier.value, '$.outcome') as name,
      count(*) as count
    from claim indexed by claim_reopened, json_each(claim.earlier_decisions) as earlier
    where claim.earlier_decisions <> '[]' and json_extract(earlier.value, '$.decisionDate') between ${from} and ${to}
      and json_extract(earlier.value, '$.outcome') in ('referred', 'ineligible') group by 1, 2`,
  sql<DayCount>`select date as day, iif(state = 'no_show', 'noShows', 'came') as name, count(*) as count
    from appointment indexed by appointment_outcome
    where state in ('attended', 'late', 'no_show') and date between ${from} and ${to} group by 1, 2`,
  sql<DayCount>`select day, iif(name = 'approved', 'photosApproved', 'photosReturned') as name, sum(count) as count
    from photo_count where day between ${from} and ${to} and name in ('approved', 'returned') group by 1, 2`,
]

/** Reviews whose limit lay in the period: ended in time, ended late, past and not ended, still running. */
function standardOf(tools: Tools, from: string, to: string): CaseworkStatistics['standard'] {
  const [review] = limitsBetween(tools, from, to, 'officer.review')
  const { met = 0, late = 0, missed = 0, running = 0 } = review ?? {}
  return { met, late, missed, running }
}
