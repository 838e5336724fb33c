import type { QueueRow } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** What a person said who could come at none of the times that they were last offered. */
export function declinedBefore(reader: Reader, about: string, kind: string): Pick<QueueRow, 'declined'> {
  const waiting = reader.first(
    query
      .selectFrom('appointment')
      .select('id')
      .where('about_id', '=', about)
      .where('kind', '=', kind)
      .where('state', '=', 'requested')
      .orderBy('n', 'desc')
      .limit(1),
  )
  if (!waiting) return {}
  const subject = { kind: 'appointment', id: waiting.id } as const
  const ended = reader
    .timeline(subject, { after: 0, limit: 200 })
    .findLast(({ type, verdict }) => offers.has(type) && verdict !== 'superseded' && verdict !== 'quarantined')
  const { why, reason, preferred = [] } = (ended?.body ?? {}) as Partial<EventBody<'appointment.offer_ended'>>
  return why === 'declined' ? { declined: { ...(reason ? { reason } : {}), preferred } } : {}
}
const offers: ReadonlySet<string> = new Set(['appointment.requested', 'appointment.offered', 'appointment.offer_ended'])
