import { Temporal } from 'temporal-polyfill'
import type { QueueCount, QueuedClaim, QueuedMatter, QueuePage, Whose } from '../../../shared/contract/views.ts'
import { firstNotLate, patienceOf, type QueueName, queueOf } from '../../../shared/domain/queues.ts'
import type { Uuid } from '../../../shared/ports.ts'
import type { IsoDate } from '../../../shared/rules/dates.ts'
import { ownDaysOf } from '../../appointments/office.ts'
import { claimRows, rowView } from '../../claims/rows.ts'
import { type Tools, today } from '../../claims/tools.ts'
import { dateIn, officeOf, settingsOf } from '../../office/settings.ts'
import { query, sql } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
import { byClaim, byIndex, definitions } from './definitions.ts'
import { openRulesOf, readyOf, readyOpenedAt, unaskedOf } from './open-rules.ts'

/** Pages of queues and the numbers beside their names. */

/** Nobody works through more at a time, and counting on would cost more than it tells. */
export const countedUpTo = 1000

type Place = string | number
/** Is what the rules of eligibility say of a claim a part of what the queue is of? */
export const asksRules = (queue: QueueName): boolean => queue === 'ready_to_refer'

interface Row {
  readonly claim: string
  readonly place: Place
  readonly tie: Place
  readonly matter: string | null
}

export interface QueueOrder {
  readonly queue: QueueName
  readonly whose: Whose
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of a queue, what presses most first; members of a family stand together below the first of them. */
export function queuePage(tools: Tools, officerId: string, order: QueueOrder): QueuePage {
  const { store } = tools
  const rows = order.whose === 'nobody' ? nobodysRows(tools, order) : someRows(tools, order, officerId)
  const shown = rows.slice(0, order.limit)
  const last = rows.length > order.limit ? shown.at(-1) : undefined
  const late = latenessOf(tools)(order.queue)
  return {
    rows: familiesTogether(store, viewsOf(tools, order.queue, shown, late)),
    ...(last ? { next: JSON.stringify([last.place, last.tie]) } : {}),
  }
}

/** The rows of a page and one more. One queue asks the rules of eligibility, of each claim that it shows. */
function someRows(tools: Tools, order: QueueOrder, officerId: string): readonly Row[] {
  const find = (open?: string) => tools.store.all(rowsOf(order, officerId, today(tools), open ? { open } : {}))
  return asksRules(order.queue) ? (readyOf(tools, find, ({ claim }) => claim) ?? []) : find()
}

/** Up to so many claims of nobody are asked one by one whether they stand in the queue. */
const few = 100

/**
 * What of nobody stands in the queue. A queue in which everything is somebody's would be walked to its end to find
 * nothing: as long as few claims are nobody's, they are asked instead.
 */
export function nobodysRows(tools: Tools, order: QueueOrder, most = few): readonly Row[] {
  const { store } = tools
  const date = today(tools)
  const free = store.all(
    sql<{ id: string }>`select id from claim indexed by claim_owner_state_updated where owner = '' limit ${most + 1}`,
  )
  if (free.length > most) return someRows(tools, order, '')
  const openOf = (id: string) => (asksRules(order.queue) ? openRulesOf(tools, id) : '[]')
  return free
    .flatMap(({ id }) => store.all(rowsOf(order, '', date, { only: id, open: openOf(id) })))
    .sort((a, b) => compare(a.place, b.place) || compare(a.tie, b.tie))
    .slice(0, order.limit + 1)
}

const compare = (a: Place, b: Place): number => (a < b ? -1 : a > b ? 1 : 0)

interface Narrowed {
  /** This claim alone. */
  readonly only?: string
  /** Claims, as JSON, of which a rule of eligibility has no finding. */
  readonly open?: string
}

/** The rows of a page and one more, by keyset over the queue's own order. */
export function rowsOf(
  { queue, whose, after, limit }: QueueOrder,
  officerId: string,
  date: string,
  { only, open = '[]' }: Narrowed = {},
) {
  const { rows, place, tie, matter = 'null' } = definitions[queue]
  const from = after === undefined ? undefined : placeOf(after)
  return sql<Row>`select claim.id as claim, ${sql.raw(place)} as place, ${sql.raw(tie)} as tie,
    ${sql.raw(matter)} as matter from ${rows(date, only ? byClaim : byIndex, open)}
    ${whoseIs(whose, officerId)} ${only ? sql`and claim.id = ${only}` : sql``}
    ${from ? sql`and (${sql.raw(place)}, ${sql.raw(tie)}) > (${from[0]}, ${from[1]})` : sql``}
    order by ${sql.raw(place)}, ${sql.raw(tie)} limit ${limit + 1}`
}

function whoseIs(whose: Whose, officerId: string) {
  if (whose === 'all') return sql``
  return sql`and claim.owner = ${whose === 'mine' ? officerId : ''}`
}

/** The place that a cursor names; a cursor that nobody gave begins anew. */
function placeOf(cursor: string): readonly [Place, Place] | undefined {
  try {
    const [place, tie] = JSON.parse(cursor) as [unknown, unknown]
    const isPlace = (value: unknown): value is Place => typeof value === 'string' || typeof value === 'number'
    return isPlace(place) && isPlace(tie) ? [place, tie] : undefined
  } catch {
    return undefined
  }
}

/**
 * How many stand in each of the queues, and how many of them are late: in one question, but for the one that asks rules,
 * which has no number as long as they were not asked of all (`unasked`).
 */
export function queueCounts(tools: Tools, queues: readonly QueueName[]): QueueCount[] {
  const lateBefore = latenessOf(tools)
  const inTables = queues.filter((queue) => !asksRules(queue))
  const row = inTables.length > 0 ? tools.store.first(countsOf(inTables, inTables.map(lateBefore), today(tools))) : {}
  const settings = settingsOf(tools.store)
  return queues.map((queue) => {
    const counted = asksRules(queue) ? ready(tools, lateBefore(queue)) : told(row?.[queue] ?? 0)
    const patience = patienceOf(queue, settings)
    return { queue, ...(counted ? shown(counted) : notKnown), ...(patience === undefined ? {} : { patience }) }
  })
}

interface Both {
  readonly count: number
  readonly late: number
}

const shown = ({ count, late }: Both) => ({
  count: Math.min(count, countedUpTo),
  late: Math.min(late, countedUpTo),
  more: count > countedUpTo,
})

const notKnown = { count: null, late: null, more: false }

/** Who asked the rules has walked through the queue already. */
function ready(tools: Tools, lateBefore: Place | undefined): Both | undefined {
  const opened = readyOpenedAt(tools, countedUpTo + 1)
  const isLate = (ms: number) => lateBefore !== undefined && ms < Number(lateBefore)
  return opened && { count: opened.length, late: opened.filter(isLate).length }
}

/** The claims of which the rules have to be asked before the number of the queue that asks them is known. */
export const unasked = (tools: Tools): Uuid[] => unaskedOf(tools, countedUpTo + 1)

/** `late`: the place before which what stands in each is late. */
export function countsOf(
  queues: readonly QueueName[],
  late: readonly (Place | undefined)[],
  date: string,
  open = '[]',
) {
  const counts = queues.map((queue, at) => {
    const { rows, place } = definitions[queue]
    const before = late[at]
    // What is late stands first: one walk over the queue's beginning tells both.
    return sql`(select count(*) * ${bothIn} + coalesce(sum(late), 0)
      from (select ${before === undefined ? sql`0` : sql`${sql.raw(place)} < ${before}`} as late
        from ${rows(date, byIndex, open)} order by ${sql.raw(place)} limit ${countedUpTo + 1})) as ${sql.ref(queue)}`
  })
  return sql<Record<string, number>>`select ${sql.join(counts)}`
}

/** Two numbers in one, of which neither comes to this. */
const bothIn = 10 * countedUpTo
const told = (both: number): Both => ({ count: Math.floor(both / bothIn), late: both % bothIn })

/** Says of a queue before which place what stands in it is late; undefined where nothing ever is. */
function latenessOf(tools: Tools): (queue: QueueName) => Place | undefined {
  const { store } = tools
  const [date, settings, own, { zone }] = [today(tools), settingsOf(store), ownDaysOf(store), officeOf(store)]
  // Queues of the same patience share their day: it is found by walking back over open days.
  const days = new Map<number | string | undefined, IsoDate | undefined>()
  return (queue) => {
    const { red, by } = queueOf(queue)
    if (!days.has(red)) days.set(red, firstNotLate(queue, date, settings, own))
    const first = days.get(red)
    if (first === undefined || by === 'day') return first
    return Temporal.PlainDate.from(first).toZonedDateTime(zone).epochMilliseconds
  }
}

function viewsOf(tools: Tools, queue: QueueName, rows: readonly Row[], late: Place | undefined): QueuedClaim[] {
  const { store } = tools
  const { zone } = officeOf(store)
  const ids = [...new Set(rows.map(({ claim }) => claim))]
  const claims = new Map(
    store.all(claimRows().where('claim.id', 'in', ids)).map((row) => [row.id, rowView(row)] as const),
  )
  return rows.flatMap(({ claim, place, tie, matter }) => {
    const row = claims.get(claim)
    if (!row) return []
    const day = queueOf(queue).by === 'day' ? String(place) : dateIn(zone, Number(place))
    return [
      {
        ...{ ...row, key: `${claim} ${tie}`, day, late: late !== undefined && place < late },
        ...(matter === null ? {} : { matter: JSON.parse(matter) as QueuedMatter }),
      },
    ]
  })
}

/** Each row followed by those of its family on this page. */
function familiesTogether(reader: Reader, rows: readonly QueuedClaim[]): QueuedClaim[] {
  const members = reader.all(
    query
      .selectFrom('family_member')
      .select(['claim', 'family'])
      .where(
        'claim',
        'in',
        rows.map(({ claimId }) => claimId),
      ),
  )
  const familyOf = new Map(members.map(({ claim, family }) => [claim, family]))
  const groups = new Map<string, QueuedClaim[]>()
  for (const row of rows) {
    const group = familyOf.get(row.claimId) ?? row.key
    groups.set(group, [...(groups.get(group) ?? []), row])
  }
  return [...groups.values()].flat()
}
