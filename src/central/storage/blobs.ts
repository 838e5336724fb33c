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

/** A file is whole and here: nobody is asked for it any more. */
export async function addBlob(tx: Tx, blob: BlobRow): Promise<void> {
  await tx
    .insertInto('blob')
    .values(blob)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.deleteFrom('blob_wanted').where('office', '=', blob.office).where('sha', '=', blob.sha).execute()
}

/** Bytes that a device brought since a moment. */
export async function broughtSince(db: Db, device: string, since: Date): Promise<number> {
  const { bytes } = await db
    .selectFrom('blob')
    .select((is) => is.fn.coalesce(is.fn.sum<number>('size'), sql<number>`0`).as('bytes'))
    .where('device', '=', device)
    .where('stored', '>', since)
    .executeTakeFirstOrThrow()
  return Number(bytes)
}

/** Of these files the ones that are not here are asked for. */
export async function wantFiles(tx: Tx, office: string, shas: readonly string[], since: Date): Promise<void> {
  if (shas.length === 0) return
  await sql`
    INSERT INTO blob_wanted (office, sha, since)
    SELECT ${office}, decode(x.sha, 'hex'), ${since}
    FROM json_to_recordset(${JSON.stringify(shas.map((sha) => ({ sha })))}::json) AS x(sha text)
    WHERE NOT EXISTS (SELECT 1 FROM blob b WHERE b.office = ${office} AND b.sha = decode(x.sha, 'hex'))
    ON CONFLICT DO NOTHING`.execute(tx)
}

/** A file that was here is gone or damaged: its row goes, and desks that have it are asked for it. */
export async function loseBlob(tx: Tx, office: string, sha: Buffer, since: Date): Promise<void> {
  await tx.deleteFrom('blob').where('office', '=', office).where('sha', '=', sha).execute()
  await tx
    .insertInto('blob_wanted')
    .values({ office, sha, since })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Is any file of the office asked for? */
export async function wantsFiles(db: Db, office: string): Promise<boolean> {
  return (await db.selectFrom('blob_wanted').select('sha').where('office', '=', office).limit(1).execute()).length > 0
}

/** Files that are asked for, behind a hash, in their order. */
export async function wantedFiles(db: Db, office: string, after: Buffer, limit: number): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('blob_wanted as wanted')
    .select('wanted.sha')
    .where('wanted.office', '=', office)
    .where('wanted.sha', '>', after)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('blob')
            .select('blob.sha')
            .whereRef('blob.office', '=', 'wanted.office')
            .whereRef('blob.sha', '=', 'wanted.sha'),
        ),
      ),
    )
    .orderBy('wanted.sha')
    .limit(limit)
    .execute()
  return rows.map(({ sha }) => sha)
}

/**
 * Takes files off the list that were stored before a moment and that no record names; gives them. What somebody uploaded
 * for a draft that is still open, or chose as their photo, waits for them.
 */
export async function dropUnnamed(db: Db, before: Date): Promise<{ office: string; sha: Buffer }[]> {
  return db
    .deleteFrom('blob')
    .where('stored', '<', before)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('blob_ref')
            .select('blob_ref.sha')
            .whereRef('blob_ref.office', '=', 'blob.office')
            .whereRef('blob_ref.sha', '=', 'blob.sha'),
        ),
      ),
    )
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('portal_file as file')
            .innerJoin('portal_draft as draft', 'draft.account', 'file.account')
            .select('file.sha')
            .whereRef('file.office', '=', 'blob.office')
            .whereRef('file.sha', '=', 'blob.sha')
            .where('draft.ended', 'is', null),
        ),
      ),
    )
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('confirmation_photo as chosen')
            .innerJoin('confirmation_account as whose', 'whose.confirmation', 'chosen.confirmation')
            .select('chosen.sha')
            .whereRef('whose.office', '=', 'blob.office')
            .whereRef('chosen.sha', '=', 'blob.sha'),
        ),
      ),
    )
    .returning(['office', 'sha'])
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
  for (const table of ['blob', 'blob_wanted'] as const)
    if (gone.length > 0) await tx.deleteFrom(table).where('office', '=', office).where('sha', 'in', gone).execute()
  return gone
}
