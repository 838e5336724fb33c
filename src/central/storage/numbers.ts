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
