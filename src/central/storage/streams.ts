import { sql } from 'kysely'
import type { Grant } from '../sync/entitlement.ts'
import type { Db, Tx } from './database.ts'

export interface StreamRow {
  readonly stream: string
  readonly office: string
  readonly head: number
  /** Did a claim ever leave it for another office? */
  readonly moved: boolean
}

/** Holds a stream until the transaction ends: positions are given out one batch after the other. */
export async function lockStream(tx: Tx, stream: string): Promise<StreamRow | undefined> {
  return tx.selectFrom('stream').selectAll().where('stream', '=', stream).forUpdate().executeTakeFirst()
}

/** Makes sure that there is such a stream: people may write to an office before its first desk does. */
export async function ensureStream(tx: Tx, stream: string, office: string): Promise<void> {
  await tx
    .insertInto('stream')
    .values({ stream, office })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Moves the head of a held stream on; the positions up to it are taken from now on. */
export async function advanceStream(tx: Tx, stream: string, by: number): Promise<void> {
  await tx
    .updateTable('stream')
    .set({ head: sql`head + ${by}` })
    .where('stream', '=', stream)
    .execute()
}

export async function findStream(db: Db, stream: string): Promise<StreamRow | undefined> {
  return db.selectFrom('stream').selectAll().where('stream', '=', stream).executeTakeFirst()
}

/** How far the streams of these offices reach. */
export async function headsOf(db: Db, offices: readonly string[]): Promise<StreamRow[]> {
  return db.selectFrom('stream').selectAll().where('office', 'in', offices).execute()
}

/** The streams of an office with what the central holds of one device's chain in each. */
export async function streamsOf(
  db: Db,
  office: string,
  device: string,
): Promise<{ stream: string; head: number; mine: { sequence: number; hash: Buffer } | undefined }[]> {
  const rows = await db
    .selectFrom('stream')
    .leftJoin('device_head', (join) =>
      join.onRef('device_head.stream', '=', 'stream.stream').on('device_head.device', '=', device),
    )
    .select(['stream.stream', 'stream.head', 'device_head.sequence', 'device_head.hash'])
    .where('stream.office', '=', office)
    .orderBy('stream.stream')
    .execute()
  return rows.map(({ stream, head, sequence, hash }) => ({
    stream,
    head,
    mine: sequence === null || hash === null ? undefined : { sequence, hash },
  }))
}

/** The end of a chain; undefined before its first event. */
export async function chainEnd(
  db: Db,
  stream: string,
  device: string,
): Promise<{ sequence: number; hash: Buffer } | undefined> {
  return db
    .selectFrom('device_head')
    .select(['sequence', 'hash'])
    .where('stream', '=', stream)
    .where('device', '=', device)
    .executeTakeFirst()
}

/** Moves the end of a chain on, and keeps what the device vouched for. */
export async function endChain(
  tx: Tx,
  at: { stream: string; device: string; pos: number },
  sequence: number,
  hash: Buffer,
  signature: Buffer,
): Promise<void> {
  const { stream, device, pos } = at
  await tx
    .insertInto('device_head')
    .values({ stream, device, sequence, hash })
    .onConflict((conflict) => conflict.columns(['stream', 'device']).doUpdateSet({ sequence, hash }))
    .execute()
  await tx.insertInto('batch').values({ stream, device, pos, sequence, hash, signature }).execute()
}

/** Who holds these slots. */
export async function slotHolders(tx: Tx, stream: string, slots: readonly string[]): Promise<Map<string, string>> {
  if (slots.length === 0) return new Map()
  const rows = await tx
    .selectFrom('slot')
    .select(['slot', 'event'])
    .where('stream', '=', stream)
    .where('slot', 'in', slots)
    .execute()
  return new Map(rows.map(({ slot, event }) => [slot, event]))
}

export async function keepSlots(tx: Tx, stream: string, held: ReadonlyMap<string, string>): Promise<void> {
  if (held.size === 0) return
  await tx
    .insertInto('slot')
    .values([...held].map(([slot, event]) => ({ stream, slot, event })))
    .onConflict((conflict) =>
      conflict.columns(['stream', 'slot']).doUpdateSet((row) => ({ event: row.ref('excluded.event') })),
    )
    .execute()
}

/** Nobody holds these any more. */
export async function dropSlots(tx: Tx, stream: string, slots: readonly string[]): Promise<void> {
  if (slots.length === 0) return
  await tx.deleteFrom('slot').where('stream', '=', stream).where('slot', 'in', slots).execute()
}

/** Grants of these officers of an office. */
export async function grantsOf(tx: Tx, office: string, officers: readonly string[]): Promise<Map<string, Grant[]>> {
  if (officers.length === 0) return new Map()
  const rows = await tx
    .selectFrom('officer')
    .select(['officer', 'grants'])
    .where('office', '=', office)
    .where('officer', 'in', officers)
    .execute()
  return new Map(rows.map(({ officer, grants }) => [officer, grants]))
}

export async function keepGrants(
  tx: Tx,
  office: string,
  changed: ReadonlyMap<string, readonly Grant[]>,
): Promise<void> {
  if (changed.size === 0) return
  await tx
    .insertInto('officer')
    .values([...changed].map(([officer, grants]) => ({ office, officer, grants: JSON.stringify(grants) })))
    .onConflict((conflict) =>
      conflict.columns(['office', 'officer']).doUpdateSet((row) => ({ grants: row.ref('excluded.grants') })),
    )
    .execute()
}
