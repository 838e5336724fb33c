import type { Db } from '../database.ts'

/** Services that speak for people. */

export async function addService(
  db: Db,
  service: { service: string; name: string; credential_hash: Buffer; made: Date },
): Promise<boolean> {
  const added = await db
    .insertInto('portal_service')
    .values(service)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows) > 0
}

/** The service that shows this credential, unless it was revoked. */
export async function serviceBy(db: Db, credential_hash: Buffer): Promise<{ service: string } | undefined> {
  return db
    .selectFrom('portal_service')
    .select('service')
    .where('credential_hash', '=', credential_hash)
    .where('revoked', 'is', null)
    .executeTakeFirst()
}

export async function revokeService(db: Db, name: string, at: Date): Promise<boolean> {
  const done = await db
    .updateTable('portal_service')
    .set({ revoked: at })
    .where('name', '=', name)
    .where('revoked', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}
