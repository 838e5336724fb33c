import { existsSync } from 'node:fs'
import type { Result } from '../../shared/result.ts'
import { blobRows } from './blobs/blobs.ts'
import type { Connection } from './connection.ts'
import type { CheckReport, Projection, VerifyReport } from './types.ts'

/** Everything that can be said about the health of a store without changing it. */
export async function checkStore(
  connection: Connection,
  projections: readonly Projection[],
  blobPath: (sha: string) => string,
  verify: () => Promise<Result<VerifyReport>>,
): Promise<CheckReport> {
  const problems = [...integrity(connection), ...foreignKeys(connection)]
  const logs = await verify()
  const rows = blobRows(connection)
  const missing = rows.filter(({ sha }) => !existsSync(blobPath(sha))).length
  return {
    ok: problems.length === 0 && logs.ok && missing === 0,
    problems,
    logs,
    projections: counts(connection, projections),
    blobs: { stored: rows.length, missing },
  }
}

const integrity = (connection: Connection): string[] =>
  connection
    .prepare<{ integrity_check: string }>('PRAGMA integrity_check')
    .all()
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')

const foreignKeys = (connection: Connection): string[] =>
  connection
    .prepare<{ table: string; rowid: number }>('PRAGMA foreign_key_check')
    .all()
    .map(({ table, rowid }) => `foreign key: ${table} ${rowid}`)

function counts(connection: Connection, projections: readonly Projection[]): Record<string, number> {
  const tables = projections.flatMap((projection) => projection.tables)
  const count = (table: string) =>
    connection.prepare<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`).get()?.n ?? 0
  return Object.fromEntries(tables.map((table) => [table, count(table)]))
}
