import { sql } from 'kysely'
import { placesInBlock } from '../../shared/sync/places.ts'
import { addRefs, dropRefs } from './blobs.ts'
import type { Db, Tx } from './database.ts'

export interface SnapshotRow {
  readonly stream: string
  readonly format: string
  readonly id: string
  readonly epoch: string
  readonly position: number
  readonly device: string
  /** Its key, wrapped by the key file. */
  readonly wrapped: Buffer
  readonly parts: readonly SnapshotPart[]
  readonly signature: Buffer
  readonly made: Date
}

interface SnapshotPart {
  readonly sha: string
  readonly size: number
}

export async function findSnapshot(
  db: Db,
  { stream, format, epoch }: Pick<SnapshotRow, 'stream' | 'format' | 'epoch'>,
): Promise<SnapshotRow | undefined> {
  return db
    .selectFrom('snapshot')
    .selectAll()
    .where('stream', '=', stream)
    .where('format', '=', format)
    .where('epoch', '=', epoch)
    .executeTakeFirst()
}

/** Keeps it in the place of an older one of its form; gives the files that nothing names any more. */
export async function keepSnapshot(tx: Tx, office: string, row: SnapshotRow): Promise<Buffer[]> {
  const unnamed = await dropSnapshots(tx, office, row.stream, row.format)
  await tx
    .insertInto('snapshot')
    .values({ ...row, parts: JSON.stringify(row.parts) })
    .execute()
  const subject = { kind: 'snapshot', id: row.id }
  await addRefs(
    tx,
    office,
    row.stream,
    row.parts.map(({ sha }) => ({ subject, sha })),
  )
  return unnamed
}

/** Forgets the snapshots of a stream, of one form or all, with their keys; gives the files that nothing names any more. */
export async function dropSnapshots(tx: Tx, office: string, stream: string, format?: string): Promise<Buffer[]> {
  const dropped = await tx
    .deleteFrom('snapshot')
    .where('stream', '=', stream)
    .$if(format !== undefined, (of) => of.where('format', '=', format ?? ''))
    .returning('id')
    .execute()
  const unnamed: Buffer[] = []
  for (const { id } of dropped) unnamed.push(...(await dropRefs(tx, office, stream, { kind: 'snapshot', id })))
  return unnamed
}

/** Does a push end at this place of the stream? */
export const endsThere = async (db: Db, stream: string, pos: number): Promise<boolean> =>
  (await db.selectFrom('batch').select('pos').where('stream', '=', stream).where('pos', '=', pos).execute()).length > 0

/** Of each chain of a stream the last batch up to a place. */
export async function headsUpTo(db: Db, stream: string, pos: number) {
  return db
    .selectFrom('batch')
    .innerJoin('device', 'device.device', 'batch.device')
    .distinctOn('batch.device')
    .select(['batch.device', 'batch.sequence', 'batch.hash', 'batch.signature', 'device.public_key'])
    .where('batch.stream', '=', stream)
    .where('batch.pos', '<=', pos)
    .orderBy('batch.device')
    .orderBy('batch.pos', 'desc')
    .execute()
}

/** Was anybody erased behind this place? */
export const erasedBehind = async (tx: Tx, stream: string, pos: number): Promise<boolean> =>
  (
    await tx
      .selectFrom('erased')
      .innerJoin('event', (join) =>
        join.onRef('event.stream', '=', 'erased.stream').onRef('event.id', '=', 'erased.event'),
      )
      .select('event.pos')
      .where('erased.stream', '=', stream)
      .where('event.pos', '>', pos)
      .limit(1)
      .execute()
  ).length > 0

/** How many of these files are here. */
export async function filesHere(tx: Tx, office: string, shas: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM blob b
    WHERE b.office = ${office} AND b.sha IN (
      SELECT decode(x.sha, 'hex') FROM json_to_recordset(${JSON.stringify(shas.map((sha) => ({ sha })))}::json) AS x(sha text))`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

/**
 * SHA-256 of each block of places up to one (see `placesInBlock`), the last perhaps not whole. Whole ones are kept: only
 * what came since the last time is read.
 */
export async function placeBlocks(db: Db, stream: string, upTo: number): Promise<Buffer[]> {
  const whole = Math.floor(upTo / placesInBlock)
  const kept = await db
    .selectFrom('place_block')
    .select(['block', 'digest'])
    .where('stream', '=', stream)
    .where('block', '<', whole)
    .orderBy('block')
    .execute()
  const { rows: fresh } = await sql<{ block: number; digest: Buffer }>`
    SELECT (pos - 1) / ${sql.lit(placesInBlock)} AS block, sha256(convert_to(string_agg(pos::text || ' ' ||
      replace(id::text, '-', '') || ' ' || verdict || ' ' || coalesce(why, '') || E'\\n', '' ORDER BY pos), 'UTF8')) AS digest
    FROM event WHERE stream = ${stream}::uuid AND pos > ${kept.length * placesInBlock} AND pos <= ${upTo}
    GROUP BY 1 ORDER BY 1`.execute(db)
  const full = fresh.filter(({ block }) => block < whole).map((row) => ({ stream, ...row }))
  if (full.length > 0)
    await db
      .insertInto('place_block')
      .values(full)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  return [...kept, ...fresh].map(({ digest }) => digest)
}
