import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from './database.ts'
import type { SubjectName } from './subject-keys.ts'
import type { ConfirmationAccountTable, Tables } from './tables.ts'

/** Rows of the confirmation of permanent residence: what belongs to one, accounts, sessions, photos not sent yet. */

export type ConfirmationAccount = Selectable<ConfirmationAccountTable>

/** Notes which subjects say that they are of which application or confirmation. */
export async function addOwned(
  tx: Tx,
  stream: string,
  links: readonly { owner: string; subject: SubjectName }[],
): Promise<void> {
  if (links.length === 0) return
  await tx
    .insertInto('confirmation_subject')
    .values(links.map(({ owner, subject }) => ({ stream, owner, kind: subject.kind, subject: subject.id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function ownedBy(db: Db, stream: string, owners: readonly string[]): Promise<SubjectName[]> {
  return db
    .selectFrom('confirmation_subject')
    .select(['kind', 'subject as id'])
    .where('stream', '=', stream)
    .where('owner', 'in', owners)
    .execute()
}

/** Every event about these subjects that took effect, whoever may see it, in the order of the stream. */
export async function countedEvents(db: Db, stream: string, subjects: readonly SubjectName[]) {
  return db
    .selectFrom('event')
    .select(['pos', 'id', 'actor', 'kind', 'subject', 'type', 'visibility', 'at_ms', 'sealed', 'commitment'])
    .where('stream', '=', stream)
    .where(sql<boolean>`subject = ANY(${subjects.map(({ id }) => id)}::uuid[])`)
    .where('verdict', 'in', ['ok', 'flagged'])
    .orderBy('pos')
    .execute()
}

export async function accountNamed(db: Db, userName: string): Promise<ConfirmationAccount | undefined> {
  return db.selectFrom('confirmation_account').selectAll().where('user_name', '=', userName).executeTakeFirst()
}

/** Holds the account of a confirmation until the transaction ends: passwords change one after the other. */
export async function lockConfirmationAccount(tx: Tx, confirmation: string): Promise<ConfirmationAccount | undefined> {
  return tx
    .selectFrom('confirmation_account')
    .selectAll()
    .where('confirmation', '=', confirmation)
    .forUpdate()
    .executeTakeFirst()
}

/** Which of these names an account bears. */
export async function namesHeld(tx: Tx, names: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('confirmation_account').select('user_name').where('user_name', 'in', names).execute()
  return new Set(rows.map(({ user_name }) => user_name))
}

export async function addConfirmationAccount(tx: Tx, row: ConfirmationAccount): Promise<void> {
  await tx.insertInto('confirmation_account').values(row).execute()
}

export async function setPassword(
  tx: Tx,
  confirmation: string,
  password: Pick<ConfirmationAccount, 'password' | 'valid_until'>,
): Promise<void> {
  await tx.updateTable('confirmation_account').set(password).where('confirmation', '=', confirmation).execute()
}

export async function addSession(
  tx: Tx,
  row: { token_hash: Buffer; confirmation: string; service: string; expires: Date },
): Promise<void> {
  await tx.insertInto('confirmation_session').values(row).execute()
}

/** The account of a session that this service was given and that has not run out. */
export async function sessionAccount(
  db: Db,
  { token_hash, service, now }: { token_hash: Buffer; service: string; now: Date },
): Promise<ConfirmationAccount | undefined> {
  return db
    .selectFrom('confirmation_session')
    .innerJoin('confirmation_account', 'confirmation_account.confirmation', 'confirmation_session.confirmation')
    .selectAll('confirmation_account')
    .where('token_hash', '=', token_hash)
    .where('service', '=', service)
    .where('expires', '>', now)
    .executeTakeFirst()
}

/** Ends the sessions of a confirmation, all but one if one is to stay. */
export async function endSessions(tx: Tx, confirmation: string, stays?: Buffer): Promise<void> {
  const ended = tx.deleteFrom('confirmation_session').where('confirmation', '=', confirmation)
  await (stays ? ended.where('token_hash', '!=', stays) : ended).execute()
}

export async function endSession(db: Db, token_hash: Buffer): Promise<void> {
  await db.deleteFrom('confirmation_session').where('token_hash', '=', token_hash).execute()
}

/** Removes sessions that ran out. */
export async function sweepSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('confirmation_session').where('expires', '<', now).execute()
}

/** Keeps the photo that somebody chose, instead of the one before. */
export async function choosePhoto(db: Db, row: Tables['confirmation_photo']): Promise<void> {
  const { confirmation, ...photo } = row
  await db
    .insertInto('confirmation_photo')
    .values({ confirmation, ...photo })
    .onConflict((conflict) => conflict.column('confirmation').doUpdateSet(photo))
    .execute()
}

export async function chosenPhotoOf(db: Db, confirmation: string): Promise<Tables['confirmation_photo'] | undefined> {
  return db.selectFrom('confirmation_photo').selectAll().where('confirmation', '=', confirmation).executeTakeFirst()
}

export async function dropChosenPhoto(tx: Tx, confirmation: string): Promise<void> {
  await tx.deleteFrom('confirmation_photo').where('confirmation', '=', confirmation).execute()
}

/** What was kept of an erased confirmation beside its events. */
export async function eraseConfirmation(tx: Tx, confirmation: string): Promise<void> {
  for (const table of ['confirmation_session', 'confirmation_photo', 'confirmation_account'] as const)
    await tx.deleteFrom(table).where('confirmation', '=', confirmation).execute()
}
