import type { Pool, PoolClient } from 'pg'
import { fail, ok, type Result } from '../../shared/result.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** Every migration of migrations/central, in order. Bundled into the program as text. */
export const migrations: readonly Migration[] = numbered(
  import.meta.glob<string>('../../../migrations/central/*.sql', { query: '?raw', import: 'default', eager: true }),
)

/** The schema that this program works on. */
export const currentVersion = migrations.at(-1)?.number ?? 0

/**
 * Brings the database to this program's schema, one transaction a migration. Programs that start at once take turns by
 * the lock of one row: it works on every engine that speaks PostgreSQL, which session and advisory locks do not.
 * Fails with central.schema_newer when a newer program was here before.
 */
export async function migrate(pool: Pool): Promise<Result<void>> {
  await makeVersionTable(pool)
  for (;;) {
    const done = await inTransaction(pool, async (client) => {
      const { rows } = await client.query<{ version: number }>(
        'SELECT version FROM schema_version WHERE one FOR UPDATE',
      )
      const version = rows[0]?.version ?? 0
      if (version > currentVersion) return fail('central.schema_newer', { found: version, known: currentVersion })
      const next = migrations.find(({ number }) => number > version)
      if (!next) return ok('done' as const)
      await client.query(next.sql)
      await client.query('UPDATE schema_version SET version = $1 WHERE one', [next.number])
      return ok('more' as const)
    })
    if (!done.ok) return done
    if (done.value === 'done') return ok(undefined)
  }
}

/** `IF NOT EXISTS` of two programs at once may still collide; the loser finds the table made. */
async function makeVersionTable(pool: Pool): Promise<void> {
  const raced = new Set(['23505', '42P07', '42710', '40001'])
  try {
    await pool.query(
      'CREATE TABLE IF NOT EXISTS schema_version (one boolean PRIMARY KEY CHECK (one), version int NOT NULL)',
    )
  } catch (error) {
    if (!raced.has((error as { code?: string }).code ?? '')) throw error
  }
  await pool.query('INSERT INTO schema_version (one, version) VALUES (true, 0) ON CONFLICT DO NOTHING')
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const value = await work(client)
    await client.query('COMMIT')
    return value
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

function numbered(files: Record<string, string>): Migration[] {
  const list = Object.entries(files).map(([path, sql]) => {
    const [, digits, name] = /\/(\d{4})-([a-z0-9-]+)\.sql$/.exec(path) ?? []
    if (!digits || !name) throw new Error(`Not the name of a migration: ${path}`)
    return { number: Number(digits), name, sql }
  })
  return list.sort((a, b) => a.number - b.number)
}
