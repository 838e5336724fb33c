import type { DeadlineReport } from '../../shared/contract/views.ts'
import { deadlineName } from '../../shared/domain/timeline/casework.ts'
import { type Tools, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'

/**
 * The limits whose day lay in a month (`YYYY-MM`): met in time, met late, missed, still running; how many were extended.
 * Those that counted no more before their day, since the claim was decided or reopened, are told apart: nobody was late
 * for them.
 */
export const deadlineReport = (tools: Tools, month: string): DeadlineReport => ({
  month,
  rows: limitsBetween(tools, `${month}-01`, `${month}-31`),
})

/** The same of the limits whose day lay between two days, both included; of one rule alone, if it is named. */
export function limitsBetween(tools: Tools, from: string, to: string, only?: string): DeadlineReport['rows'] {
  const rows = tools.store.all(limitCounts(today(tools), from, to, only))
  const rules = [...new Set(rows.map(({ rule }) => rule))]
  return rules.map((rule) => {
    const of = (state: string) => rows.find((row) => row.rule === rule && row.state === state)
    const [open, met, ended] = [of('open'), of('met'), of('ended')]
    return {
      rule,
      label: deadlineName(rule),
      met: (met?.count ?? 0) - (met?.late ?? 0),
      late: met?.late ?? 0,
      // One that ended after its day was missed on it.
      missed: (open?.past ?? 0) + (ended?.outlived ?? 0),
      running: (open?.count ?? 0) - (open?.past ?? 0),
      extended: (open?.extended ?? 0) + (met?.extended ?? 0),
      ended: (ended?.count ?? 0) - (ended?.outlived ?? 0),
    }
  })
}

/** Limits by rule and state, and how many of each are past, late and so on. Of one rule they are read from an index alone. */
export function limitCounts(now: string, from: string, to: string, only?: string) {
  const counts = query
    .selectFrom('claim_limit')
    .select(['rule', 'state'])
    .select((is) => [
      is.fn.countAll<number>().as('count'),
      is.fn.sum<number>(is.case().when('original', 'is not', null).then(1).else(0).end()).as('extended'),
      is.fn.sum<number>(is.case().when('met', '>', is.ref('due')).then(1).else(0).end()).as('late'),
      is.fn.sum<number>(is.case().when('due', '<', now).then(1).else(0).end()).as('past'),
      is.fn.sum<number>(is.case().when('ended_on', '>', is.ref('due')).then(1).else(0).end()).as('outlived'),
    ])
    .where('due', '>=', from)
    .where('due', '<=', to)
    .groupBy('rule')
    .groupBy('state')
    .orderBy('rule')
  // The days are found within each state, which the index names before them.
  return only === undefined ? counts : counts.where('rule', '=', only).where('state', 'in', ['open', 'met', 'ended'])
}
