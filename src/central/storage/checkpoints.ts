import type { Statement } from '../../shared/sync/statement.ts'
import type { Db } from './database.ts'

export interface CheckpointRow {
  readonly stream: string
  readonly pos: number
  readonly hash: Buffer
  readonly at: Date
  readonly statement: Statement
}

export async function allStreams(db: Db): Promise<{ stream: string; head: number }[]> {
  return db.selectFrom('stream').select(['stream', 'head']).execute()
}

export async function latestCheckpoint(db: Db, stream: string): Promise<CheckpointRow | undefined> {
  const rows = await db
    .selectFrom('checkpoint')
    .selectAll()
    .where('stream', '=', stream)
    .orderBy('pos', 'desc')
    .limit(1)
    .execute()
  return rows[0] as CheckpointRow | undefined
}

export async function latestOfOffice(db: Db, office: string): Promise<Statement[]> {
  const streams = await db.selectFrom('stream').select('stream').where('office', '=', office).execute()
  const found = await Promise.all(streams.map(({ stream }) => latestCheckpoint(db, stream)))
  return found.flatMap((row) => (row ? [row.statement] : []))
}

/** Of each stream the last one. */
export async function latestOfAll(db: Db): Promise<Statement[]> {
  const rows = await db
    .selectFrom('checkpoint')
    .distinctOn('stream')
    .select('statement')
    .orderBy('stream')
    .orderBy('pos', 'desc')
    .execute()
  return rows.map(({ statement }) => statement)
}

export async function addCheckpoint(db: Db, row: CheckpointRow): Promise<void> {
  await db
    .insertInto('checkpoint')
    .values({ ...row, statement: JSON.stringify(row.statement) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Position and hash of events behind a position, in order. */
export async function hashesAfter(
  db: Db,
  stream: string,
  after: number,
  upTo: number,
  limit: number,
): Promise<{ pos: number; hash: Buffer }[]> {
  return db
    .selectFrom('event')
    .select(['pos', 'hash'])
    .where('stream', '=', stream)
    .where('pos', '>', after)
    .where('pos', '<=', upTo)
    .orderBy('pos')
    .limit(limit)
    .execute()
}
