import { query, sql } from '../../../src/main/store/query.ts'
import type { Store } from '../../../src/main/store/types.ts'
import { unwrap } from '../../../src/shared/result.ts'
import type { MemoryCentral } from './memory-central.ts'

/** Everything that a desk has goes to the central, but for what waits for another desk's work. */
export function pushAll(store: Store, central: MemoryCentral, size = 500): void {
  const { device, publicKey } = me(store)
  unwrap(store.sync.begin(central.epoch()))
  for (;;) {
    const after = central.hello(device).streams[0]?.mine.sequence ?? 0
    const held = store.sync.heldBack({ gone: [], since: 0 })
    const free = held ? held.sequence - 1 - after : size
    if (free <= 0) return
    const batch = store.sync.batch(after, { events: Math.min(size, free), bytes: 1_000_000 })
    if (!batch) return
    unwrap(central.push(device, publicKey, { ...batch, epoch: central.epoch() }))
  }
}

/** Everything that the central has comes to the desk; a store that asks for it is rebuilt. */
export async function pullAll(store: Store, central: MemoryCentral, size = 500): Promise<number> {
  const { device } = me(store)
  let rebuilds = 0
  for (;;) {
    const answer = central.pull(device, store.sync.position(), size)
    if (answer.events.length === 0) return rebuilds
    const settled = unwrap(store.sync.settle(answer))
    if (settled.rebuild) {
      unwrap(await store.rebuild())
      rebuilds += 1
    }
  }
}

export function me(store: Store) {
  const identity = store.identity()
  if (!identity) throw new Error('No identity')
  return identity
}

/**
 * What a store shows, table by table, without the numbers that only it knows: a local position is told by its event, a
 * local number of a subject by the subject. Two desks that settled everything show the same.
 */
export function shown(store: Store): Record<string, string[]> {
  const events = new Map(
    store.all(query.selectFrom('event').select(['position', 'id'])).map(({ position, id }) => [position, hex(id)]),
  )
  const subjects = new Map(store.all(query.selectFrom('subject').select(['n', 'id'])).map(({ n, id }) => [n, hex(id)]))
  const told = (column: string, value: unknown): unknown => {
    if (typeof value !== 'number') return value instanceof Uint8Array ? hex(value) : value
    if (column === 'subject') return subjects.get(value)
    return column === 'n' || column.endsWith('_n') ? events.get(value) : value
  }
  const rowsOf = (table: string) =>
    store
      .all<Record<string, unknown>>(sql`SELECT * FROM ${sql.ref(table)} WHERE true`)
      .map((row) => JSON.stringify(Object.entries(row).map(([column, value]) => [column, told(column, value)])))
      .sort()
  return Object.fromEntries(Object.keys(store.dumpProjections()).map((table) => [table, rowsOf(table)]))
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
