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
  const block = openBlock(tx, series)
  if (!block) return fail('claims.numbers_exhausted', { series })
  // Also outside the database file: a store copied back from yesterday must not give today's numbers again.
  tx.raiseSeries(`${series}.${block.prefix}`, block.next)
  return ok(writeNumber(block, block.next))
}

/** The number that `takeNumber` would take now. */
export function nextNumber(reader: Reader, series: NumberSeries): string | undefined {
  const block = openBlock(reader, series)
  return block && writeNumber(block, block.next)
}

const openBlock = (reader: Reader, series: NumberSeries) =>
  reader.first(
    query
      .selectFrom('number_block')
      .selectAll()
      .where('series', '=', series)
      .whereRef('next', '<=', 'last')
      .orderBy('prefix')
      .orderBy('first')
      .limit(1),
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
