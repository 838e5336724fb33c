import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'
import type { SubjectName } from './subject-keys.ts'

export interface BlobRow {
  readonly office: string
  readonly sha: Buffer
  readonly size: number
  readonly device: string
  readonly stored: Date
}

export async function findBlob(db: Db, office: string, sha: Buffer): Promise<BlobRow | undefined> {
  return db.selectFrom('blob').selectAll().where('office', '=', office).where('sha', '=', sha).executeTakeFirst()
}

export async function addBlob(db: Db, blob: BlobRow): Promise<void> {
  await db
    .insertInto('blob')
    .values(blob)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Notes which subjects name which files. */
export async function addRefs(
  tx: Tx,
  office: string,
  stream: string,
  refs: readonly { subject: SubjectName; sha: string }[],
): Promise<void> {
  if (refs.length === 0) return
  const rows = refs.map(({ subject, sha }) => ({ sha, kind: subject.kind, subject: subject.id }))
  await sql`
    INSERT INTO blob_ref (office, stream, sha, kind, subject)
    SELECT ${office}, ${stream}::uuid, decode(sha, 'hex'), kind, subject
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x(sha text, kind text, subject uuid)
    ON CONFLICT DO NOTHING`.execute(tx)
}

/** Forgets what an erased subject named; gives the files that nothing else names any more, which are gone from the list. */
export async function dropRefs(tx: Tx, office: string, stream: string, { kind, id }: SubjectName): Promise<Buffer[]> {
  const dropped = await tx
    .deleteFrom('blob_ref')
    .where('stream', '=', stream)
    .where('subject', '=', id)
    .where('kind', '=', kind)
    .returning('sha')
    .execute()
  if (dropped.length === 0) return []
  const shas = dropped.map(({ sha }) => sha)
  const still = await tx
    .selectFrom('blob_ref')
    .select('sha')
    .where('office', '=', office)
    .where('sha', 'in', shas)
    .execute()
  const named = new Set(still.map(({ sha }) => sha.toString('hex')))
  const gone = shas.filter((sha) => !named.has(sha.toString('hex')))
  if (gone.length > 0) await tx.deleteFrom('blob').where('office', '=', office).where('sha', 'in', gone).execute()
  return gone
}
