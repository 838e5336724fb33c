import { describe, expect, test } from 'vitest'
import { plainPage, queuePage, searchPage } from '../../../src/main/confirmations/list.ts'
import type { Sqlite } from '../../../src/main/store/file.ts'
import { migrate, versionOf } from '../../../src/main/store/migrations.ts'
import { type Query, query } from '../../../src/main/store/query.ts'
import { fileAt, plain } from '../../support/store-file.ts'

function planOf(sqlite: Sqlite, asked: Query<unknown>): string {
  const { sql, parameters } = asked.compile(query)
  const rows = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
  return rows.map(({ detail }) => detail).join('; ')
}
const page = { limit: 50 }

describe('0013-confirmations', () => {
  test('leaves what a file of the version before holds as it was, and adds its own', () => {
    const sqlite = fileAt(12)
    sqlite.exec(`INSERT INTO photo_application (n, id, office, application_number, family_name, language)
      VALUES (1, 'a', 'o', 'E1', 'Haddad', 'en');`)
    migrate(sqlite, plain, 13)
    expect(versionOf(sqlite)).toBe(13)
    expect(sqlite.prepare('SELECT id FROM photo_application').pluck().all()).toEqual(['a'])
    for (const table of ['confirmation', 'confirmation_place', 'confirmation_count'])
      expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  test.each([
    ['a queue', queuePage('photo_waiting', '2026-12-01', { ...page, after: '2026-11-30 7' }), 'PRIMARY KEY'],
    ['everybody', plainPage({ ...page, after: '7' }), 'PRIMARY KEY'],
    ['a name', searchPage('Haddad', { ...page, after: 'haddad rana 7' }), 'confirmation_name'],
    ['a client ID', searchPage('1110 000', page), 'confirmation_client'],
    ['an application', searchPage('E0000', page), 'confirmation_application'],
  ])('%s is read along its index, without sorting', (_, asked, index) => {
    const plan = planOf(fileAt(13), asked as Query<unknown>)
    expect(plan).toContain(index)
    expect(plan).not.toContain('TEMP B-TREE')
    expect(plan).not.toMatch(/SCAN confirmation(?!_)(?!.*PRIMARY KEY)/)
  })
})
