import type { Db } from './database.ts'

export async function latestBundle(db: Db): Promise<{ version: number; file: string } | undefined> {
  const rows = await db
    .selectFrom('trust_bundle')
    .select(['version', 'file'])
    .orderBy('version', 'desc')
    .limit(1)
    .execute()
  return rows[0]
}

export async function latestVersion(db: Db): Promise<number | undefined> {
  const rows = await db.selectFrom('trust_bundle').select('version').orderBy('version', 'desc').limit(1).execute()
  return rows[0]?.version
}

export async function addBundle(db: Db, bundle: { version: number; file: string; published: Date }): Promise<void> {
  await db.insertInto('trust_bundle').values(bundle).execute()
}
