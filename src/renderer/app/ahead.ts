import type { QueryClient } from '@tanstack/react-query'
import { type Action, may } from '../../shared/domain/authority.ts'
import { type QueueName, queueNames, queueOf } from '../../shared/domain/queues.ts'
import type { ClaimState } from '../../shared/domain/states.ts'
import { claimPages } from '../features/claims/claim-pages.ts'
import { calendarOf, type View } from '../features/interviews/calendar.ts'
import { queuePages } from '../features/queues/use-queue-pages.ts'
import type { Desk } from './desk.tsx'
import { keptIn } from './kept.ts'

/**
 * What a screen asks of the desk first, asked as the address changes, or as the pointer or the focus comes to a link:
 * the desk answers while the window draws the screen's frame. What the screen draws by comes first, numbers beside it
 * after it, for the desk answers one after the other. None of these is a look that the access log would note.
 */
export interface Ahead {
  readonly queries: QueryClient
  readonly desk: Desk
}

export function askToday({ queries, desk }: Ahead): void {
  if (!mayDo({ queries, desk }, 'today.view')) return
  void queries.prefetchQuery(desk.today.queryOptions())
  void queries.prefetchQuery(desk.queues.counts.queryOptions())
}

export function askClaims({ queries, desk }: Ahead): void {
  const searching = keptIn(queries, 'claims.text', '').trim() !== ''
  if (searching || !mayDo({ queries, desk }, 'claim.search')) return
  const state = keptIn<ClaimState | 'all'>(queries, 'claims.state', 'all')
  void queries.prefetchInfiniteQuery(claimPages(desk, { state, mine: keptIn(queries, 'claims.mine', false) }))
}

export function askQueues({ queries, desk }: Ahead, named: string | undefined): void {
  if (!mayDo({ queries, desk }, 'today.view')) return
  const queue: QueueName | undefined = queueNames.find((name) => name === named)
  if (queue && mayDo({ queries, desk }, queueOf(queue).needs))
    void queries.prefetchInfiniteQuery(queuePages(desk, queue, 'all'))
  void queries.prefetchQuery(desk.queues.counts.queryOptions())
}

export function askCalendar({ queries, desk }: Ahead): void {
  const status = statusOf({ queries, desk })
  if (!status?.today || !mayDo({ queries, desk }, 'interview.view')) return
  const date = keptIn(queries, 'calendar.date', status.today)
  const officer = keptIn(queries, 'calendar.mine', false) ? status.officer?.id : undefined
  void queries.prefetchQuery(calendarOf(desk, { date, view: keptIn<View>(queries, 'calendar.view', 'week'), officer }))
}

const statusOf = ({ queries, desk }: Ahead) => queries.getQueryData(desk.status.queryKey())

/** Whoever may not is not asked for: a refusal would stand in the access log. */
function mayDo(ahead: Ahead, action: Action): boolean {
  const status = statusOf(ahead)
  if (!status?.officer || status.phase !== 'active') return false
  return may({ ...status.officer, office: status.office?.id ?? '' }, action).allowed
}
