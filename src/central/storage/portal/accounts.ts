import type { Db, Tx } from '../database.ts'

/** Accounts of people, and the keys of what is sealed for them. */

export async function findAccount(db: Db, service: string, account: string) {
  return db
    .selectFrom('portal_account')
    .selectAll()
    .where('service', '=', service)
    .where('account', '=', account)
    .executeTakeFirst()
}

export async function accountById(db: Db, account: string): Promise<{ sealed: Buffer } | undefined> {
  return db.selectFrom('portal_account').select('sealed').where('account', '=', account).executeTakeFirst()
}

/** Holds an account until the transaction ends: what it does to its draft and its claims takes turns. */
export async function lockAccount(tx: Tx, account: string): Promise<void> {
  await tx.selectFrom('portal_account').select('account').where('account', '=', account).forUpdate().execute()
}

/** Adds an account unless the service has one under this reference; gives its id. */
export async function addAccount(
  tx: Tx,
  given: { account: string; service: string; reference: string; sealed: Buffer; made: Date },
): Promise<string> {
  await tx
    .insertInto('portal_account')
    .values(given)
    .onConflict((conflict) => conflict.columns(['service', 'reference']).doNothing())
    .execute()
  const kept = await tx
    .selectFrom('portal_account')
    .select('account')
    .where('service', '=', given.service)
    .where('reference', '=', given.reference)
    .executeTakeFirstOrThrow()
  return kept.account
}

export async function addKey(tx: Tx, id: string, wrapped: Buffer): Promise<void> {
  await tx.insertInto('portal_key').values({ id, wrapped }).execute()
}

export async function keyOf(db: Db, id: string): Promise<Buffer | undefined> {
  return (await db.selectFrom('portal_key').select('wrapped').where('id', '=', id).executeTakeFirst())?.wrapped
}
