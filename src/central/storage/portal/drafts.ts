import type { Selectable } from 'kysely'
import type { Db, Tx } from '../database.ts'
import type { PortalDraftTable } from '../tables.ts'

/** Drafts of claims. */

export type DraftRow = Selectable<PortalDraftTable>

/** The open draft of an account. */
export async function openDraft(db: Db, account: string): Promise<DraftRow | undefined> {
  return db
    .selectFrom('portal_draft')
    .selectAll()
    .where('account', '=', account)
    .where('ended', 'is', null)
    .executeTakeFirst()
}

export async function findDraft(db: Db, account: string, draft: string): Promise<DraftRow | undefined> {
  return db
    .selectFrom('portal_draft')
    .selectAll()
    .where('account', '=', account)
    .where('draft', '=', draft)
    .executeTakeFirst()
}

export async function isDraft(db: Db, draft: string): Promise<boolean> {
  return (
    (await db.selectFrom('portal_draft').select('draft').where('draft', '=', draft).executeTakeFirst()) !== undefined
  )
}

export async function keepDraft(
  tx: Tx,
  row: { draft: string; account: string; number: string; started: Date; saved: Date; sealed: Buffer },
): Promise<void> {
  await tx
    .insertInto('portal_draft')
    .values(row)
    .onConflict((conflict) => conflict.column('draft').doUpdateSet({ sealed: row.sealed, saved: row.saved }))
    .execute()
}

/** What a draft held is gone, its key first. */
export async function endDraft(tx: Tx, draft: string, ended: NonNullable<DraftRow['ended']>): Promise<void> {
  await tx.deleteFrom('portal_key').where('id', '=', draft).execute()
  await tx.updateTable('portal_draft').set({ sealed: null, ended }).where('draft', '=', draft).execute()
}

/** Open drafts that were begun before a moment, oldest first. */
export async function draftsBefore(db: Db, before: Date): Promise<DraftRow[]> {
  return db
    .selectFrom('portal_draft')
    .selectAll()
    .where('ended', 'is', null)
    .where('started', '<', before)
    .orderBy('started')
    .limit(1000)
    .execute()
}

export async function noteWarned(db: Db, draft: string, warned: number): Promise<void> {
  await db.updateTable('portal_draft').set({ warned }).where('draft', '=', draft).execute()
}
