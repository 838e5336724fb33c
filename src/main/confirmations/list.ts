import type { ConfirmationPage, ConfirmationRow } from '../../shared/contract/views.ts'
import { type ConfirmationQueue, confirmationQueues } from '../../shared/domain/confirmation/queue-names.ts'
import { cardDueOn } from '../../shared/domain/confirmation/queues.ts'
import { type ConfirmationState, stepOf } from '../../shared/domain/confirmation/table.ts'
import { foldName } from '../../shared/names/index.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { type Tools, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { ConfirmationTable } from '../store/tables/confirmations.ts'
import type { Reader } from '../store/types.ts'
import { type Confirmation, confirmationOf } from './rows.ts'

/** The list of confirmations: queues, search, pages that follow an index, and the numbers beside the queues. */

export interface ListOrder {
  readonly queue?: ConfirmationQueue | undefined
  readonly text?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** A page: of a queue the longest waiting first, of a search by name, of everybody the last taken in first. */
export function confirmationPage(tools: Tools, order: ListOrder): ConfirmationPage {
  const { store } = tools
  const on = today(tools)
  const rows: (ConfirmationTable & { from_day?: string })[] = order.queue
    ? store.all(queuePage(order.queue, on, order))
    : store.all(order.text ? searchPage(order.text, order) : plainPage(order))
  const shown = rows.slice(0, order.limit)
  const last = rows.length > order.limit ? shown.at(-1) : undefined
  const next =
    last && (order.queue ? `${last.from_day} ${last.n}` : order.text ? `${last.sort_name} ${last.n}` : `${last.n}`)
  return {
    rows: shown.map((row) => ({
      ...rowView(confirmationOf(row), on),
      ...(row.from_day ? { since: row.from_day } : {}),
    })),
    ...(next ? { next } : {}),
    counts: queueCounts(store, on),
  }
}

/** How many stand in each queue on a day. */
export function queueCounts(reader: Reader, on: string): ConfirmationPage['counts'] {
  const rows = reader.all(
    query
      .selectFrom('confirmation_count')
      .select((is) => ['queue', is.fn.sum<number>('count').as('count')])
      .where('from_day', '<=', on)
      .groupBy('queue'),
  )
  const counted = new Map(rows.map(({ queue, count }) => [queue, count]))
  return Object.fromEntries(confirmationQueues.map((queue) => [queue, counted.get(queue) ?? 0])) as Record<
    ConfirmationQueue,
    number
  >
}

/** One person as lists show them. */
export function rowView({ id, facts, state }: Confirmation, on: string): ConfirmationRow {
  const { identity, family } = facts
  const due = ['mailed', 'undelivered'].includes(state.card) ? undefined : cardDueOn(facts)
  return {
    confirmationId: id,
    name: nameLine(identity),
    clientId: identity.clientId,
    applicationNumber: identity.applicationNumber,
    role: family.role,
    birthDate: identity.birthDate,
    step: stepOf(state),
    passwordExpired: passwordExpired(state, facts.account.validUntil, on),
    ...(due ? { cardDue: due } : {}),
  }
}

export const passwordExpired = ({ account }: ConfirmationState, validUntil: string | undefined, on: string): boolean =>
  account === 'password_out' && validUntil !== undefined && validUntil < on

type Page = Pick<ListOrder, 'after' | 'limit'>

/** The cursor: what the list is ordered by, and the number of the last row. */
function cursorOf(after: string | undefined): { place: string; n: number } | undefined {
  const at = after?.lastIndexOf(' ') ?? -1
  const n = Number(after?.slice(at + 1))
  return after && Number.isInteger(n) ? { place: after.slice(0, Math.max(at, 0)), n } : undefined
}

export function queuePage(queue: ConfirmationQueue, on: string, { after, limit }: Page) {
  const cursor = cursorOf(after)
  const page = query
    .selectFrom('confirmation_place')
    .innerJoin('confirmation', 'confirmation.n', 'confirmation_place.n')
    .selectAll('confirmation')
    .select('confirmation_place.from_day')
    .where('confirmation_place.queue', '=', queue)
    .where('confirmation_place.from_day', '<=', on)
    .orderBy('confirmation_place.from_day')
    .orderBy('confirmation_place.n')
    .limit(limit + 1)
  if (!cursor) return page
  return page.where((is) =>
    is(is.refTuple('confirmation_place.from_day', 'confirmation_place.n'), '>', is.tuple(cursor.place, cursor.n)),
  )
}

export function plainPage({ after, limit }: Page) {
  const cursor = cursorOf(after)
  const page = query
    .selectFrom('confirmation')
    .selectAll()
    .orderBy('n', 'desc')
    .limit(limit + 1)
  return cursor ? page.where('n', '<', cursor.n) : page
}

/** A client ID or an application by its first digits, else the start of a name, however it is typed. */
export function searchPage(text: string, { after, limit }: Page) {
  const bare = text.replace(/[\s-]/g, '').toUpperCase()
  const folded = foldName(text.replace(/,/g, ' ')).replace(/\s+/g, ' ').trim()
  const cursor = cursorOf(after)
  const column = /^\d{3,}$/.test(bare) ? 'client_id' : /^[A-Z]{1,3}\d+$/.test(bare) ? 'application_number' : 'sort_name'
  const start = column === 'sort_name' ? folded : bare
  const page = query
    .selectFrom('confirmation')
    .selectAll()
    .where(column, '>=', start)
    .where(column, '<', `${start}\u{10ffff}`)
    .orderBy(column)
    .orderBy('n')
    .limit(limit + 1)
  // Names go in pages; of a number that was typed so far nobody reads more than one.
  if (!cursor || column !== 'sort_name') return page
  return page.where((is) => is(is.refTuple('sort_name', 'n'), '>', is.tuple(cursor.place, cursor.n)))
}
