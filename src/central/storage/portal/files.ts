import type { Db } from '../database.ts'

/** Files that people uploaded. */

export async function addFile(
  db: Db,
  row: { account: string; office: string; sha: Buffer; size: number; mime: string; uploaded: Date },
): Promise<void> {
  await db
    .insertInto('portal_file')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Those of these files that the account uploaded for the office and that are still here. */
export async function filesOf(db: Db, account: string, office: string, shas: readonly Buffer[]) {
  if (shas.length === 0) return []
  return db
    .selectFrom('portal_file')
    .innerJoin('blob', (join) =>
      join.onRef('blob.office', '=', 'portal_file.office').onRef('blob.sha', '=', 'portal_file.sha'),
    )
    .selectAll('portal_file')
    .where('portal_file.account', '=', account)
    .where('portal_file.office', '=', office)
    .where('portal_file.sha', 'in', shas)
    .execute()
}

/** Files that this account uploaded since a moment. */
export async function uploadsSince(db: Db, account: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('portal_file')
    .select((count) => count.fn.countAll<number>().as('count'))
    .where('account', '=', account)
    .where('uploaded', '>', since)
    .executeTakeFirstOrThrow()
  return count
}
