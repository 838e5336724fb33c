import { type QueueName, queueNames, queueOf } from '../../../shared/domain/queues.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { type Tools, today } from '../../claims/tools.ts'
import { dateIn, officeOf } from '../../office/settings.ts'
import { sql } from '../../store/query.ts'
import { byClaim, definitions } from './definitions.ts'
import { openRulesOf } from './open-rules.ts'

/** In which queues one claim stands, with its earliest day in each (`2026-11-23`). */
export function placesOf(tools: Tools, claimId: Uuid): ReadonlyMap<QueueName, string> {
  const { store } = tools
  const { zone } = officeOf(store)
  const rows = store.all(placesQuery(claimId, today(tools), openRulesOf(tools, claimId)))
  return new Map(
    rows.map(({ queue, place }) => [queue, queueOf(queue).by === 'day' ? String(place) : dateIn(zone, Number(place))]),
  )
}

export function placesQuery(claimId: Uuid, date: string, open = '[]') {
  const each = queueNames.map((queue) => {
    const { rows, place } = definitions[queue]
    return sql`select * from (select ${sql.lit(queue)} as queue, ${sql.raw(place)} as place from ${rows(date, byClaim, open)}
      and claim.id = ${claimId} order by ${sql.raw(place)} limit 1)`
  })
  return sql<{ queue: QueueName; place: string | number }>`${sql.join(each, sql` union all `)}`
}
