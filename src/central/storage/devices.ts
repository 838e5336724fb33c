import type { Db, Tx } from './database.ts'
import type { DeviceTable } from './tables.ts'

export type DeviceRow = DeviceTable

export async function findDevice(db: Db, device: string): Promise<DeviceRow | undefined> {
  return db.selectFrom('device').selectAll().where('device', '=', device).executeTakeFirst()
}

export async function devicesOf(db: Db, office?: string): Promise<DeviceRow[]> {
  const all = db.selectFrom('device').selectAll().orderBy('enrolled')
  return (office === undefined ? all : all.where('office', '=', office)).execute()
}

/** Devices of an office that may do nothing any more. */
export async function revokedOf(db: Db, office: string): Promise<string[]> {
  const rows = await db
    .selectFrom('device')
    .select('device')
    .where('office', '=', office)
    .where('status', '=', 'revoked')
    .orderBy('device')
    .execute()
  return rows.map(({ device }) => device)
}

export async function noteSeen(db: Db, device: string, seen: Date): Promise<void> {
  await db.updateTable('device').set({ seen }).where('device', '=', device).execute()
}

export async function addCode(
  db: Db,
  code: { code_hash: Buffer; office: string; made: Date; expires: Date },
): Promise<void> {
  await db.insertInto('enrol_code').values(code).execute()
}

/** Uses up a code that is valid now, for this device; the office that it was made for. A device may use its own again. */
export async function takeCode(tx: Tx, code: Buffer, device: string, now: Date): Promise<string | undefined> {
  const row = await tx
    .updateTable('enrol_code')
    .set({ used_by: device })
    .where('code_hash', '=', code)
    .where('expires', '>', now)
    .where((either) => either.or([either('used_by', 'is', null), either('used_by', '=', device)]))
    .returning('office')
    .executeTakeFirst()
  return row?.office
}

/** Adds a device that waits, and its stream; false when the stream belongs to another office. */
export async function addDevice(
  tx: Tx,
  given: { device: string; office: string; public_key: Buffer; stream: string; enrolled: Date },
): Promise<boolean> {
  const { stream, ...device } = given
  await tx
    .insertInto('stream')
    .values({ stream, office: device.office })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = await tx.selectFrom('stream').select('office').where('stream', '=', stream).executeTakeFirst()
  if (kept?.office !== device.office) return false
  await tx
    .insertInto('device')
    .values({ ...device, status: 'waiting' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}

/** A waiting device becomes an active one; undefined when there is no such device that waits or works. */
export async function activate(db: Db, device: string, by: string, office?: string): Promise<DeviceRow | undefined> {
  const update = db
    .updateTable('device')
    .set({ status: 'active', approved_by: by })
    .where('device', '=', device)
    .where('status', '=', 'waiting')
  return (office === undefined ? update : update.where('office', '=', office)).returningAll().executeTakeFirst()
}

/** A device that may do nothing any more; undefined when there is no such device. */
export async function revokeDevice(
  db: Db,
  device: string,
  told: { at: Date; why: string; by: string },
  office?: string,
): Promise<DeviceRow | undefined> {
  const update = db
    .updateTable('device')
    .set({ status: 'revoked', revoked: told.at, revoked_why: `${told.by}: ${told.why}` })
    .where('device', '=', device)
  return (office === undefined ? update : update.where('office', '=', office)).returningAll().executeTakeFirst()
}
