import type { Page, Taken } from '../../../shared/sync/page.ts'
import type { OwnRun } from '../../../shared/sync/wire.ts'
import type { Connection } from '../connection.ts'
import { uuidText } from '../log/uuid.ts'
import { place } from './places.ts'
import type { Tail } from './tail.ts'
import type { Undo } from './undo.ts'

/** What stands at the next places of a stream: an event, or a run of this desk's own. */
export type Arrival = Taken | OwnRun
const isRun = (arrival: Arrival): arrival is OwnRun => 'count' in arrival

/** What of a page stands behind a place, in the order of the stream, and the last place; `whole` unless a place is missing. */
export function arrivalsAfter(
  before: number,
  { events, runs = [] }: Pick<Page, 'events' | 'runs'>,
): { readonly fresh: readonly Arrival[]; readonly end: number; readonly whole: boolean } {
  const behind = runs.flatMap(({ position, sequence, count }) => {
    const known = Math.max(0, before + 1 - position)
    return count > known ? [{ position: position + known, sequence: sequence + known, count: count - known }] : []
  })
  const fresh = [...events.filter(({ position }) => position > before), ...behind]
  if (behind.length > 0) fresh.sort((a, b) => a.position - b.position)
  let end = before
  for (const arrival of fresh) {
    if (arrival.position !== end + 1) return { fresh, end, whole: false }
    end += isRun(arrival) ? arrival.count : 1
  }
  return { fresh, end, whole: true }
}

/** This desk's chain in the stream, by the numbers of its log. */
export interface OwnChain {
  readonly streamN: number
  readonly deviceN: number
}

interface Parts {
  readonly connection: Connection
  readonly tail: Tail
  readonly undo: Undo
}

/** Own events that come in just the order in which this desk wrote them: nothing moves. Gives what is left of the page. */
export function placeOwnFirst(parts: Parts, chain: OwnChain, fresh: readonly Arrival[]): readonly Arrival[] {
  const [first] = fresh
  if (!first || (!isRun(first) && first.own === undefined)) return fresh
  const waiting = parts.tail.positions()[Symbol.iterator]()
  let last: number | undefined
  let at = 0
  for (const arrival of fresh) {
    const placed = isRun(arrival) ? placeRun(parts, chain, arrival, waiting) : placeOwn(parts, chain, arrival, waiting)
    if (placed === undefined) break
    last = placed
    at += 1
  }
  if (last !== undefined) parts.undo.forget(last)
  return fresh.slice(at)
}

/** The position in the log of what was placed; undefined where it is not the next of the tail, or lost its place. */
function placeOwn(parts: Parts, { streamN }: OwnChain, placed: Taken, waiting: Iterator<number>): number | undefined {
  if (!placed.own || placed.verdict === 'superseded' || placed.verdict === 'quarantined') return undefined
  const position = waiting.next().value as number | undefined
  if (position === undefined) return undefined
  const id = parts.connection.prepare<{ id: Uint8Array }>('SELECT id FROM event WHERE position = ?').get(position)?.id
  if (!id || uuidText(id) !== placed.own) return undefined
  place(parts, streamN, position, placed)
  return position
}

function placeRun(
  { connection, tail }: Parts,
  { streamN, deviceN }: OwnChain,
  { position, sequence, count }: OwnRun,
  waiting: Iterator<number>,
): number | undefined {
  const [from, to] = [sequence, sequence + count - 1]
  const places = connection
    .prepare<number>('SELECT position FROM event WHERE stream = ? AND device = ? AND sequence BETWEEN ? AND ?')
    .pluck()
    .all(streamN, deviceN, from, to)
  if (places.length !== count || places.some((own) => waiting.next().value !== own)) return undefined
  connection
    .prepare(
      `INSERT INTO placed (event, stream, position, verdict)
       SELECT position, stream, sequence + :ahead, 'ok' FROM event
       WHERE stream = :stream AND device = :device AND sequence BETWEEN :from AND :to ORDER BY sequence`,
    )
    .run({ stream: streamN, device: deviceN, from, to, ahead: position - sequence })
  for (const own of places) tail.placed(own)
  return places.at(-1)
}

/** Each event of a run by its name; undefined where the chain here is not that long. */
export function eachOf(
  connection: Connection,
  { streamN, deviceN }: OwnChain,
  device: string,
  { position, sequence, count }: OwnRun,
): Taken[] | undefined {
  const ids = connection
    .prepare<Uint8Array>(
      'SELECT id FROM event WHERE stream = ? AND device = ? AND sequence BETWEEN ? AND ? ORDER BY sequence',
    )
    .pluck()
    .all(streamN, deviceN, sequence, sequence + count - 1)
  return ids.length === count ? ids.map((id, i) => ({ position: position + i, device, own: uuidText(id) })) : undefined
}
