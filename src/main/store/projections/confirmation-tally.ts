import type { TallyEntry } from '../../../shared/domain/confirmation/statistics.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { ProjectionTx } from '../types.ts'

/** Writes what differs between what somebody added to the numbers before and what they add now. */
export function changeTally(tx: ProjectionTx, before: readonly TallyEntry[], after: readonly TallyEntry[]): void {
  if (before.length === 0 && after.length === 0) return
  const by = new Map<string, { entry: TallyEntry; count: number }>()
  const add = (entry: TallyEntry, count: number) => {
    const key = `${entry.name} ${entry.from} ${entry.to}`
    by.set(key, { entry, count: (by.get(key)?.count ?? 0) + count })
  }
  for (const entry of before) add(entry, -1)
  for (const entry of after) add(entry, 1)
  for (const { entry, count } of by.values()) {
    if (count === 0) continue
    tx.run(raise({ ...entry, count }))
    if (count < 0) tx.run(drop(entry))
  }
}

const raise = prepared(({ name, from, to, count }: { name: string; from: string; to: string; count: number }) =>
  query
    .insertInto('confirmation_tally')
    .values({ name, to_day: to, from_day: from, count })
    .onConflict((conflict) =>
      conflict
        .columns(['name', 'to_day', 'from_day'])
        .doUpdateSet((is) => ({ count: is('confirmation_tally.count', '+', is.ref('excluded.count')) })),
    ),
)
const drop = prepared(({ name, from, to }: { name: string; from: string; to: string }) =>
  query
    .deleteFrom('confirmation_tally')
    .where('name', '=', name)
    .where('to_day', '=', to)
    .where('from_day', '=', from)
    .where('count', '<=', 0),
)
