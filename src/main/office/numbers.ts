import type { NumberBlockView, NumberSeries } from '../../shared/contract/views.ts'
import { overlaps, readNumbersFile, writeNumber } from '../../shared/domain/numbers.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Officer, Tools } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { officeOf } from './settings.ts'

/** Numbers leased to this office: taken one by one inside the transaction that uses them, never given twice. */

/** Takes the next free number of a series, or fails with `claims.numbers_exhausted`. The event that names it marks it used. */
export function takeNumber(tx: Tx, series: NumberSeries): Result<string> {
  const free = freeNumber(tx, series)
  if (!free) return fail('claims.numbers_exhausted', { series })
  // Also outside the database file: a store copied back from yesterday must not give today's numbers again.
  tx.raiseSeries(`${series}.${free.prefix}`, free.value)
  return ok(free.number)
}

/** The number that `takeNumber` would take now. */
export const nextNumber = (reader: Reader, series: NumberSeries): string | undefined =>
  freeNumber(reader, series)?.number

/** The first unused number that nobody holds: a client ID may have been typed from a paper before it was given here. */
function freeNumber(reader: Reader, series: NumberSeries) {
  for (const block of openBlocks(reader, series))
    for (let value = block.next; value <= block.last; value++) {
      const number = writeNumber(block, value)
      if (!isHeld(reader, series, number)) return { prefix: block.prefix, value, number }
    }
  return undefined
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
      .whereRef('next', '<=', 'last')
      .orderBy('prefix')
      .orderBy('first'),
  )

/** Every block with what is left of it. */
export const numberBlocks = (reader: Reader): NumberBlockView[] =>
  reader
    .all(query.selectFrom('number_block').selectAll().orderBy('series').orderBy('prefix').orderBy('first'))
    .map((row) => ({ ...row, series: row.series as NumberSeries, left: row.last - row.next + 1 }))

/** Takes over the blocks of a numbers file; all of them or none. */
export function importNumbers({ store }: Tools, officer: Officer, text: string): Result<NumberBlockView[]> {
  const blocks = readNumbersFile(text, officeOf(store).code)
  if (!blocks.ok) return blocks
  return store.transact({ actor: officer.id }, (tx) => {
    const held = numberBlocks(tx)
    if (blocks.value.some((block) => held.some((other) => overlaps(other, block))))
      return fail('claims.numbers_already_held')
    for (const block of blocks.value)
      tx.append({ subject: { kind: 'lease', id: tx.newId() }, type: 'lease.granted', body: block })
    return ok(numberBlocks(tx))
  })
}
