import type { Db, Tx } from '../database.ts'

/** The central as an author: its key in each history of the database, its device, where its chain stands. */

/** Of no office: it signs no request, and nobody approves it. */
export const portalOffice = '*portal'

/** Keeps the author's key of this history of the database unless there is one; gives the one that counts. */
export async function keepPortalKey(
  db: Db,
  offered: { epoch: string; device: string; public_key: Buffer; wrapped: Buffer },
): Promise<{ device: string; public_key: Buffer; wrapped: Buffer }> {
  await db
    .insertInto('portal_device')
    .values(offered)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return db.selectFrom('portal_device').selectAll().where('epoch', '=', offered.epoch).executeTakeFirstOrThrow()
}

export async function addPortalDevice(
  tx: Tx,
  device: { device: string; public_key: Buffer; enrolled: Date },
): Promise<void> {
  await tx
    .insertInto('device')
    .values({ ...device, office: portalOffice, status: 'active', approved_by: 'central' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The hybrid clock of the last event of a chain. */
export async function lastMomentOf(
  tx: Tx,
  stream: string,
  device: string,
): Promise<{ ms: number; counter: number } | undefined> {
  return tx
    .selectFrom('event')
    .select(['hlc_ms as ms', 'hlc_counter as counter'])
    .where('stream', '=', stream)
    .where('device', '=', device)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
}
