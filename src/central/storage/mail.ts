import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from './database.ts'
import type { MailTable } from './tables.ts'

/** Mails that wait, and what became of those that do not. */

export type MailRow = Selectable<MailTable>

/** Adds a mail, still without words; false when it is there already. */
export async function addMail(
  tx: Tx,
  row: Pick<MailRow, 'mail' | 'key' | 'office' | 'stream' | 'kind' | 'subject' | 'message' | 'queued' | 'due'>,
): Promise<boolean> {
  const added = await tx
    .insertInto('mail')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows) > 0
}

export async function setMailWords(tx: Tx, mail: string, sealed: Buffer): Promise<void> {
  await tx.updateTable('mail').set({ sealed }).where('mail', '=', mail).execute()
}

/**
 * Takes the mail that has waited longest into this process's hand, until `until`; passes over those in another's. One that
 * another process took and never put back may have gone out: it is `again`.
 */
export async function claimMail(db: Db, now: Date, until: Date): Promise<MailRow | undefined> {
  return db
    .updateTable('mail')
    .set((row) => ({
      due: until,
      tries: row('tries', '+', 1),
      again: sql<boolean>`again OR in_hand`,
      in_hand: true,
    }))
    .where('mail', '=', (next) =>
      next
        .selectFrom('mail')
        .select('mail')
        .where('state', '=', 'waiting')
        .where('due', '<=', now)
        .orderBy('due')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst()
}

export async function findMail(db: Db, mail: string): Promise<MailRow | undefined> {
  return db.selectFrom('mail').selectAll().where('mail', '=', mail).executeTakeFirst()
}

/** Puts a mail back. `again`: it may have gone out all the same. */
export async function putBackMail(
  db: Db,
  mail: string,
  { due, code, again }: { due: Date; code: string; again: boolean },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ due, code, in_hand: false, ...(again ? { again } : {}) })
    .where('mail', '=', mail)
    .where('state', '=', 'waiting')
    .execute()
}

/** A mail is at its end: its address and words go, their key first. False when it was there before. */
export async function endMail(
  tx: Tx,
  {
    mail,
    from,
    to,
    code,
    ended,
  }: { mail: string; from: MailRow['state'][]; to: MailRow['state']; code: string; ended: Date },
): Promise<boolean> {
  await tx.deleteFrom('portal_key').where('id', '=', mail).execute()
  const done = await tx
    .updateTable('mail')
    .set({ state: to, sealed: null, code, ended, in_hand: false })
    .where('mail', '=', mail)
    .where('state', 'in', from)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}

/** How many mails are in each state, and since when the oldest waits. */
export async function mailCounts(
  db: Db,
): Promise<{ states: readonly { state: MailRow['state']; n: number }[]; oldest: Date | null }> {
  const states = await db
    .selectFrom('mail')
    .select((count) => ['state', count.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute()
  const { oldest } = await db
    .selectFrom('mail')
    .select((min) => min.fn.min('queued').as('oldest'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return { states, oldest: oldest ?? null }
}

/** Forgets mails that ended before a moment: no bounce of them comes any more. */
export async function forgetMails(db: Db, before: Date): Promise<number> {
  const gone = await db.deleteFrom('mail').where('ended', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** What was to be told of an erased record is told no more. */
export async function eraseMails(tx: Tx, subject: string): Promise<void> {
  const rows = await tx.deleteFrom('mail').where('subject', '=', subject).returning('mail').execute()
  if (rows.length === 0) return
  await tx
    .deleteFrom('portal_key')
    .where(
      'id',
      'in',
      rows.map(({ mail }) => mail),
    )
    .execute()
}
