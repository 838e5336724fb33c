import type { Db } from './database.ts'

/** Keeps the key unless there is one already; gives the one that counts. */
export async function keepSigningKey(
  db: Db,
  offered: { public_key: Buffer; wrapped: Buffer },
): Promise<{ public_key: Buffer; wrapped: Buffer }> {
  await db
    .insertInto('signing_key')
    .values({ one: true, ...offered })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return db.selectFrom('signing_key').select(['public_key', 'wrapped']).executeTakeFirstOrThrow()
}
