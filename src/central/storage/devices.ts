import type { Db } from './database.ts'
import type { DeviceTable } from './tables.ts'

export type DeviceRow = DeviceTable

export async function findDevice(db: Db, device: string): Promise<DeviceRow | undefined> {
  return db.selectFrom('device').selectAll().where('device', '=', device).executeTakeFirst()
}

export async function noteSeen(db: Db, device: string, seen: Date): Promise<void> {
  await db.updateTable('device').set({ seen }).where('device', '=', device).execute()
}
