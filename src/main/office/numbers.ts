import { createHash } from 'node:crypto'
import type { NumberBlockView, NumberSeries } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import {
  type Block,
  type NumbersFile,
  overlaps,
  readNumbersFile,
  valueIn,
  writeNumber,
} from '../../shared/domain/numbers.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Officer, Tools } from '../claims/tools.ts'
import { uuidText } from '../store/log/uuid.ts'
import { query, sql } from '../store/query.ts'
import type { Reader, Store, Tx } from '../store/types.ts'
import { dateIn, officeOf } from './settings.ts'

/** Numbers leased to this office: taken one by one inside the transaction that uses them, never given twice. */

/** Takes the next free number of a series, or fails with `claims.numbers_exhausted`. The event that names it marks it used. */
export function takeNumber(tx: Tx, series: NumberSeries): Result<string> {
  const free = freeNumber(tx, series)
  if (!free) return fail('claims.numbers_exhausted', { series })
  // Also outside the database file: a store copied back from yesterday must not give today's numbers again.
  tx.raiseSeries(`${series}.${free.prefix}`, free.value)
  return ok(free.number)
}

/**
 * Says in an event of its own that a number is used: the one that names it goes with its person, and a desk that erases
 * them need not have heard of it.
 */
export function keepNumber(tx: Tx, number: string, of: NumberSeries): void {
  for (const block of everyBlock(tx)) {
    const { series, prefix, first } = block
    const last = series === of ? valueIn(block, number) : undefined
    if (last === undefined) continue
    const body: EventBody<'lease.spent'> = { series, prefix, first, last }
    tx.append({ subject: { kind: 'lease', id: tx.newId() }, type: 'lease.spent', body })
  }
}

/** The number that `takeNumber` would take now. */
export const nextNumber = (reader: Reader, series: NumberSeries): string | undefined =>
  freeNumber(reader, series)?.number

/** The first unused number that nobody holds: a client ID may have been typed from a paper before it was given here. */
function freeNumber(reader: Reader, series: NumberSeries) {
  for (const block of openBlocks(reader, series))
    for (let value = firstUnused(reader, series, block); value <= block.last; value++) {
      const number = writeNumber(block, value)
      if (!isHeld(reader, series, number)) return { prefix: block.prefix, value, number }
    }
  return undefined
}

/**
 * The next number of a block by the log and by what this desk remembers of its own: the event that used a number loses
 * its body where another desk had erased the person meanwhile, and the log does not say any more that it was used.
 */
function firstUnused(
  reader: Reader,
  series: NumberSeries,
  { prefix, next, last }: { prefix: string; next: number; last: number },
): number {
  const name = `${series}.${prefix}`
  const used = reader.first(query.selectFrom('series_mark').select('number').where('series', '=', name))?.number ?? 0
  // Of a later block: this one was gone through before.
  return used > last ? next : Math.max(next, used + 1)
}

const isHeld = (reader: Reader, kind: NumberSeries, number: string): boolean =>
  reader.first(
    query.selectFrom('number_index').select('person_n').where('number', '=', number).where('kind', '=', kind),
  ) !== undefined

const openBlocks = (reader: Reader, series: NumberSeries) =>
  reader.all(
    query
      .selectFrom('number_block')
      .selectAll()
      .where('series', '=', series)
      .where(isOwn)
      .whereRef('next', '<=', 'last')
      .orderBy('prefix')
      .orderBy('first'),
  )

/** Granted to this desk, under its present identity or an earlier one: no other desk hands out the same number. */
const isOwn = sql<boolean>`(device IS NULL OR device IN (SELECT device FROM desk_identity))`

/** Every block of this desk with what is left of it. */
export const numberBlocks = (reader: Reader): NumberBlockView[] => blocksOf(reader, isOwn)

/** Every block that is known here, other desks' among them. */
export const everyBlock = (reader: Reader): NumberBlockView[] => blocksOf(reader, sql<boolean>`true`)

/** What this desk may still hand out: what is left of each block, and the desk that it was granted to. */
export const blocksLeft = (reader: Reader): (Block & { readonly device: Uuid })[] =>
  reader
    .all(query.selectFrom('number_block').selectAll().where(isOwn).whereRef('next', '<=', 'last'))
    .map(({ series, prefix, next, last, width, device }) => ({
      ...{ series: series as NumberSeries, prefix, first: next, last, width },
      // From before desks had a central: granted to this one.
      device: device ? uuidText(device) : nobody,
    }))

/** In place of a desk where none is noted. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Takes a block that the central leased to this desk. Fails with claims.numbers_already_held, and changes nothing. */
export function takeLeased(tx: Tx, block: Block): Result<null> {
  if (everyBlock(tx).some((other) => overlaps(other, block))) return fail('claims.numbers_already_held')
  grantBlocks(tx, { blocks: [block] })
  return ok(null)
}

const blocksOf = (reader: Reader, whose: typeof isOwn): NumberBlockView[] =>
  reader
    .all(
      query
        .selectFrom('number_block')
        .select(['series', 'prefix', 'first', 'last', 'width', 'next'])
        .where(whose)
        .orderBy('series')
        .orderBy('prefix')
        .orderBy('first'),
    )
    .map((row) => ({ ...row, series: row.series as NumberSeries, left: row.last - row.next + 1 }))

/**
 * Takes over the blocks of a numbers file; all of them or none. A desk that goes on from a backup, or from a database
 * that was copied back, takes only files made after it began anew: whatever was imported in between is not in its log.
 */
export function importNumbers({ store }: Tools, officer: Officer, text: string): Result<NumberBlockView[]> {
  const { code, zone } = officeOf(store)
  const grant = readGrant(text, code)
  if (!grant.ok) return grant
  const { blocks, issued } = grant.value
  const since = beganAnew(store)
  if (since !== undefined && !(issued && Date.parse(issued) > since))
    return fail('claims.numbers_before_restore', { since: dateIn(zone, since) })
  return store.transact({ actor: officer.id }, (tx) => {
    // Those of other desks too: a file that was read at two desks would give one number to two people.
    const held = everyBlock(tx)
    if (blocks.some((block) => held.some((other) => overlaps(other, block)))) return fail('claims.numbers_already_held')
    grantBlocks(tx, grant.value)
    return ok(numberBlocks(tx))
  })
}

/** What a numbers file grants, and which file it was. */
export interface Grant extends NumbersFile {
  /** SHA-256 (hex) of its text; numbers that no file brought (the demo) have none. */
  readonly file?: string
}

/** Reads a numbers file; see `readNumbersFile` for what is refused. */
export function readGrant(text: string, office: string): Result<Grant> {
  const read = readNumbersFile(text, office)
  return read.ok ? ok({ ...read.value, file: createHash('sha256').update(text).digest('hex') }) : read
}

/** Writes the blocks into the log, each with the file that it came in. */
export function grantBlocks(tx: Tx, { blocks, ...file }: Grant): void {
  for (const block of blocks) {
    const body: EventBody<'lease.granted'> = { ...block, ...file }
    tx.append({ subject: { kind: 'lease', id: tx.newId() }, type: 'lease.granted', body })
  }
}

/**
 * When this desk began anew in the place of one whose last days it may not know: restored from a backup, or given a new
 * identity after its database was copied back. Milliseconds since epoch, by the logical clock, which was never behind
 * what the backup holds; undefined for a desk that was set up here.
 */
function beganAnew(store: Store): number | undefined {
  const device = store.identity()?.device
  const [started] = device ? store.timeline({ kind: 'device', id: device }, { limit: 1 }) : []
  const body = started?.body as EventBody<'device.started'> | null | undefined
  return body?.restoredFrom || body?.reason ? started?.hlc.ms : undefined
}
