import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFile, type Sqlite } from '../../../src/main/store/file.ts'
import { currentVersion, migrate, migrations, versionOf } from '../../../src/main/store/migrations.ts'
import type { Step } from '../../../src/shared/ports.ts'
import { tempFolder, testKey } from '../../support/store.ts'

const plain: Step = (_, fn) => fn()

/** An empty file at a version, in the format of the product. */
function withFile(work: (sqlite: Sqlite) => void): void {
  const { folder, remove } = tempFolder()
  const sqlite = openFile(join(folder, 'desk.db'), testKey, { create: true })
  try {
    work(sqlite)
  } finally {
    sqlite.close()
    remove()
  }
}
const plan = (sqlite: Sqlite, text: string) =>
  sqlite
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
    .all()
    .map(({ detail }) => detail)
    .join('; ')

describe('migrations', () => {
  test('are numbered upwards, each with a number of its own', () => {
    const numbers = migrations.map(({ number }) => number)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  })

  test.each(migrations)(
    '$number ($name) only adds: an index may give way, and a column that is new be filled',
    ({ sql }) => {
      const code = sql.replace(/--.*$/gm, '').toUpperCase()
      const added = [...code.matchAll(/ALTER TABLE (\w+) ADD COLUMN (\w+)/g)].map(
        ([, table, column]) => `${table} ${column}`,
      )
      for (const [, table, column] of code.matchAll(/\bUPDATE\s+(\w+)\s+SET\s+(\w+)/g))
        expect(added).toContain(`${table} ${column}`)
      expect(code).not.toMatch(/\bDROP\b(?! INDEX)|\bDELETE\s+FROM\b|\bRENAME\b|\bTRUNCATE\b|\bREPLACE\s+INTO\b/)
    },
  )

  test.each(migrations)('$number ($name): every ordinary table is strict', ({ sql }) => {
    const code = sql.replace(/--.*$/gm, '')
    for (const [statement] of code.matchAll(/CREATE TABLE[^;]*;/g))
      expect(statement).toMatch(/\)\s*STRICT|WITHOUT ROWID, STRICT/)
  })

  test('cut short leave a whole version, and go on from there', () => {
    withFile((sqlite) => {
      const last = `migrate.${currentVersion}`
      const crash: Step = (name, fn) => {
        const result = fn()
        if (name === last) throw new Error('crash')
        return result
      }
      // A new file becomes one whole, or is still new.
      expect(() => migrate(sqlite, crash)).toThrow('crash')
      expect(versionOf(sqlite)).toBe(0)
      expect(sqlite.prepare('SELECT * FROM sqlite_schema').all()).toEqual([])
      migrate(sqlite, plain, 1)
      expect(() => migrate(sqlite, crash)).toThrow('crash')
      expect(versionOf(sqlite)).toBe(migrations.at(-2)?.number ?? 0)
      migrate(sqlite, plain)
      expect(versionOf(sqlite)).toBe(currentVersion)
    })
  })
})

describe('0001-log', () => {
  test('begins with nothing and refuses what no log may hold', () => {
    withFile((sqlite) => {
      migrate(sqlite, plain, 1)
      expect(versionOf(sqlite)).toBe(1)
      expect(() => sqlite.exec(`INSERT INTO party (id) VALUES (x'00')`)).toThrow('CHECK')
      expect(() => sqlite.exec(`INSERT INTO series_mark (series, number) VALUES ('a', 'b')`)).toThrow(
        'cannot store TEXT',
      )
    })
  })

  test.each([
    ['an event by its id', 'SELECT * FROM event WHERE id = 1', 'sqlite_autoindex_event_1'],
    [
      'the end of a chain',
      'SELECT hash FROM event WHERE stream = 1 AND device = 1 ORDER BY sequence DESC LIMIT 1',
      'sqlite_autoindex_event_2',
    ],
    ['a timeline', 'SELECT * FROM event WHERE subject = 1 AND position > 5 ORDER BY position LIMIT 9', 'event_subject'],
    [
      'what an officer looked at',
      'SELECT * FROM access WHERE actor = 1 ORDER BY position DESC LIMIT 9',
      'access_actor',
    ],
    [
      'who looked at a record',
      'SELECT * FROM access WHERE subject = 1 ORDER BY position DESC LIMIT 9',
      'access_subject',
    ],
    ['the heads of a subject', 'SELECT * FROM field_head WHERE subject = 1', 'PRIMARY KEY'],
    ['a subject by its id', 'SELECT n FROM subject WHERE id = 1 AND kind = 2', 'sqlite_autoindex_subject_1'],
  ])('%s comes from an index, in its order', (_, text, index) => {
    withFile((sqlite) => {
      migrate(sqlite, plain, 1)
      const found = plan(sqlite, text)
      expect(found).toContain(index)
      expect(found).not.toMatch(/SCAN|TEMP B-TREE/)
    })
  })
})
