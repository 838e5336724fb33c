import { existsSync } from 'node:fs'
import { fail, type Result } from '../../shared/result.ts'
import { blobRows } from './blobs/blobs.ts'
import type { Connection } from './connection.ts'
import { failureOfReading } from './sqlite-failure.ts'
import type { CheckReport, Projection, VerifyReport } from './types.ts'

/**
 * Everything that can be said about the health of a store without changing it. A page that cannot be read is one more
 * finding, never an error: it is what the check is for.
 */
export async function checkStore(
  connection: Connection,
  projections: readonly Projection[],
  blobPath: (sha: string) => string,
  verify: () => Promise<Result<VerifyReport>>,
): Promise<CheckReport> {
  const unread = new Set<string>()
  const read = <T>(reading: () => T, otherwise: T): T => {
    try {
      return reading()
    } catch (error) {
      unread.add(failureCode(error))
      return otherwise
    }
  }
  const found = [...read(() => integrity(connection), []), ...read(() => foreignKeys(connection), [])]
  const logs = await verify().catch((error: unknown) => fail(failureCode(error)))
  const rows = read(() => blobRows(connection), [])
  const counted = read(() => counts(connection, projections), {})
  const missing = rows.filter(({ sha }) => !existsSync(blobPath(sha))).length
  const problems = [...unread, ...found]
  return {
    ok: problems.length === 0 && logs.ok && missing === 0,
    problems,
    logs,
    projections: counted,
    blobs: { stored: rows.length, missing },
  }
}

/** The expected failure that stopped a reading; throws what is none. */
function failureCode(error: unknown) {
  const failure = failureOfReading(error)
  if (!failure) throw error
  return failure.code
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
