import type { Block } from '../../shared/domain/numbers.ts'
import type { GivenNumber } from '../sync/numbers.ts'
import type { Tx } from './database.ts'

/** Notes who bears these numbers; gives back those that somebody else bears already. */
export async function claimNumbers(tx: Tx, given: readonly GivenNumber[]): Promise<ReadonlySet<GivenNumber>> {
  if (given.length === 0) return new Set()
  // In one order everywhere, so that two pushes wait for each other instead of locking each other out.
  const sorted = given.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const rows = [...new Map(sorted.map((one) => [nameOf(one), one])).values()]
  await tx
    .insertInto('number_used')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = await tx
    .selectFrom('number_used')
    .selectAll()
    .where('number', 'in', [...new Set(given.map(({ number }) => number))])
    .execute()
  const owners = new Map(kept.map((row) => [nameOf(row), row.owner]))
  return new Set(given.filter((one) => owners.get(nameOf(one)) !== one.owner))
}

const nameOf = ({ series, number }: Pick<GivenNumber, 'number'> & { series: string }): string => `${series}/${number}`

export interface HeldBlock extends Block {
  readonly device: string
}

/**
 * The first of these blocks of a desk that another desk has numbers of; undefined when none has. Until the transaction
 * ends nobody else asks this of the same series, or leases of it: two who bring one range at once take turns.
 */
export async function heldElsewhere(tx: Tx, blocks: readonly HeldBlock[], own: string): Promise<Block | undefined> {
  if (blocks.length === 0) return undefined
  const series = blocks.map((block) => block.series)
  await tx.selectFrom('series').select('series').where('series', 'in', series).orderBy('series').forUpdate().execute()
  for (const block of blocks) {
    const other = await tx
      .selectFrom('number_block')
      .select('device')
      .where('series', '=', block.series)
      .where('prefix', '=', block.prefix)
      .where('width', '=', block.width)
      .where('first', '<=', block.last)
      .where('last', '>=', block.first)
      .where('device', 'not in', [own, block.device])
      .limit(1)
      .executeTakeFirst()
    if (other) return block
  }
  return undefined
}

/** The end of the last block that overlaps a range; undefined when the range is free. */
export async function lastHeld(tx: Tx, range: Block): Promise<number | undefined> {
  const { last } = await tx
    .selectFrom('number_block')
    .select((is) => is.fn.max('last').as('last'))
    .where('series', '=', range.series)
    .where('prefix', '=', range.prefix)
    .where('width', '=', range.width)
    .where('first', '<=', range.last)
    .where('last', '>=', range.first)
    .executeTakeFirstOrThrow()
  return last === null ? undefined : Number(last)
}

/** From now on a desk hands out the numbers of these blocks. */
export async function keepBlocks(tx: Tx, device: string, blocks: readonly Block[]): Promise<void> {
  if (blocks.length === 0) return
  const rows = blocks.map(({ series, prefix, width, first, last }) => ({ series, prefix, width, first, last, device }))
  await tx
    .insertInto('number_block')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
