import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { type Action, may } from '../../shared/domain/authority.ts'
import { type QueueName, queueNames, queueOf } from '../../shared/domain/queues.ts'
import type { ClaimState } from '../../shared/domain/states.ts'
import { claimPages } from '../features/claims/claim-pages.ts'
import { calendarOf, type View } from '../features/interviews/calendar.ts'
import { queuePages } from '../features/queues/use-queue-pages.ts'
import type { Desk } from './desk.tsx'
import { keptIn } from './kept.ts'
import { atLatest } from './later.ts'

/**
 * What a screen asks of the desk first, asked as the address changes, or as the pointer or the focus comes to a link:
 * the desk answers while the window draws the screen's frame. What the screen draws by comes first, numbers beside it
 * after it, for the desk answers one after the other. None of these is a look that the access log would note.
 *
 * Each gives a promise of that first answer, for as long as it is worth waiting for: a screen that opens with its answer is
 * drawn once, where it would be drawn, laid out and painted without it and again with it. Undefined: there is nothing to
 * wait for.
 */
export interface Ahead {
  readonly queries: QueryClient
  readonly desk: Desk
}

export function askToday({ queries, desk }: Ahead): Soon {
  if (!mayDo({ queries, desk }, 'today.view')) return undefined
  const today = desk.today.queryOptions()
  const answer = unlessKnown(queries, today.queryKey, () => queries.prefetchQuery(today))
  void queries.prefetchQuery(desk.queues.counts.queryOptions())
  return answer
}

export function askClaims({ queries, desk }: Ahead): Soon {
  const searching = keptIn(queries, 'claims.text', '').trim() !== ''
  if (searching || !mayDo({ queries, desk }, 'claim.search')) return undefined
  const state = keptIn<ClaimState | 'all'>(queries, 'claims.state', 'all')
  const pages = claimPages(desk, { state, mine: keptIn(queries, 'claims.mine', false) })
  return unlessKnown(queries, pages.queryKey, () => queries.prefetchInfiniteQuery(pages))
}

export function askQueues(ahead: Ahead, named: string | undefined): Soon {
  const { queries, desk } = ahead
  if (!mayDo(ahead, 'today.view')) return undefined
  const queue: QueueName | undefined = queueNames.find((name) => name === named)
  const rows = queue && mayDo(ahead, queueOf(queue).needs) ? askQueue(ahead, queue) : undefined
  const counts = desk.queues.counts.queryOptions()
  const numbers = unlessKnown(queries, counts.queryKey, () => queries.prefetchQuery(counts))
  // The numbers take little longer, and beside rows that are being drawn they would wait for that drawing.
  return rows && numbers ? Promise.all([rows, numbers]).then(() => {}) : (rows ?? numbers)
}

function askQueue({ queries, desk }: Ahead, queue: QueueName): Soon {
  const pages = queuePages(desk, queue, 'all')
  return unlessKnown(queries, pages.queryKey, () => queries.prefetchInfiniteQuery(pages))
}

export function askCalendar({ queries, desk }: Ahead): Soon {
  const status = statusOf({ queries, desk })
  if (!status?.today || !mayDo({ queries, desk }, 'interview.view')) return undefined
  const date = keptIn(queries, 'calendar.date', status.today)
  const officer = keptIn(queries, 'calendar.mine', false) ? status.officer?.id : undefined
  const calendar = calendarOf(desk, { date, view: keptIn<View>(queries, 'calendar.view', 'week'), officer })
  return unlessKnown(queries, calendar.queryKey, () => queries.prefetchQuery(calendar))
}

/** The promise of an answer that is worth waiting for. */
type Soon = Promise<void> | undefined

/** Milliseconds for which the screen before may stay: less than what is felt as a delay. */
const patience = 80

/** Asks. What was known before is drawn at once, and what is new in the answer when it comes. */
function unlessKnown(queries: QueryClient, key: QueryKey, ask: () => Promise<void>): Soon {
  const known = queries.getQueryData(key) !== undefined
  const answer = ask()
  return known ? undefined : atLatest(patience, answer)
}

const statusOf = ({ queries, desk }: Ahead) => queries.getQueryData(desk.status.queryKey())

/** Whoever may not is not asked for: a refusal would stand in the access log. */
function mayDo(ahead: Ahead, action: Action): boolean {
  const status = statusOf(ahead)
  if (!status?.officer || status.phase !== 'active') return false
  return may({ ...status.officer, office: status.office?.id ?? '' }, action).allowed
}
