import type { Step } from '../../shared/ports.ts'
import type { Sqlite } from './file.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** Every migration of migrations/desk, in order: `0001-log.sql` is number 1. Bundled into the program as text. */
export const migrations: readonly Migration[] = numbered(
  import.meta.glob<string>('../../../migrations/desk/*.sql', { query: '?raw', import: 'default', eager: true }),
)

/** The format that this program writes: `user_version` of the file. */
export const currentVersion = migrations.at(-1)?.number ?? 0

/**
 * Brings a file to `to`, one transaction a migration, so that a crash leaves it at a whole version. A new file becomes
 * one in a single transaction: nothing can be lost of it, and each page is encrypted and written once.
 */
export function migrate(sqlite: Sqlite, step: Step, to = currentVersion, from = versionOf(sqlite)): void {
  const due = migrations.filter(({ number }) => number > from && number <= to)
  const each = ({ number, sql }: Migration) => {
    step(`migrate.${number}`, () => sqlite.exec(sql))
    sqlite.pragma(`user_version = ${number}`)
  }
  for (const together of from === 0 ? [due] : due.map((one) => [one]))
    sqlite.transaction(() => together.forEach(each))()
}

export const versionOf = (sqlite: Sqlite): number => Number(sqlite.pragma('user_version', { simple: true }))

function numbered(files: Record<string, string>): Migration[] {
  const list = Object.entries(files).map(([path, sql]) => {
    const [, digits, name] = /\/(\d{4})-([a-z0-9-]+)\.sql$/.exec(path) ?? []
    if (!digits || !name) throw new Error(`Not the name of a migration: ${path}`)
    return { number: Number(digits), name, sql }
  })
  list.sort((a, b) => a.number - b.number)
  return list
}
