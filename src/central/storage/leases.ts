import type { Block } from '../../shared/domain/numbers.ts'
import type { Tx } from './database.ts'
import { keepBlocks, lastHeld } from './numbers.ts'

export interface LeaseRow {
  readonly series: string
  readonly first: number
  readonly last: number
  readonly prefix: string
  readonly width: number
  readonly device: string
  readonly req: string
  readonly granted: Date
  readonly expires: Date
}

export async function findLease(tx: Tx, req: string): Promise<LeaseRow | undefined> {
  return tx.selectFrom('lease').selectAll().where('req', '=', req).executeTakeFirst()
}

export async function leasesSince(tx: Tx, device: string, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('lease')
    .select((count) => count.fn.countAll<number>().as('count'))
    .where('device', '=', device)
    .where('granted', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** The next block of a series, held until the transaction ends; undefined when its numbers have run out. */
export async function nextBlock(
  tx: Tx,
  series: string,
): Promise<{ first: number; last: number; prefix: string; width: number } | undefined> {
  const { next, block, prefix, width } = await tx
    .selectFrom('series')
    .selectAll()
    .where('series', '=', series)
    .forUpdate()
    .executeTakeFirstOrThrow()
  let first = next
  // A numbers file may have given out what comes next here: a lease begins behind it.
  for (let held = await heldUpTo(first); held !== undefined; held = await heldUpTo(first)) first = held + 1
  const last = first + block - 1
  if (String(last).length > width) return undefined
  await tx
    .updateTable('series')
    .set({ next: last + 1 })
    .where('series', '=', series)
    .execute()
  return { first, last, prefix, width }

  function heldUpTo(from: number) {
    return lastHeld(tx, { series: series as Block['series'], prefix, width, first: from, last: from + block - 1 })
  }
}

export async function addLease(tx: Tx, lease: LeaseRow): Promise<void> {
  await tx.insertInto('lease').values(lease).execute()
  await keepBlocks(tx, lease.device, [{ ...lease, series: lease.series as Block['series'] }])
}
