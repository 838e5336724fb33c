import { describe, expect, test } from 'vitest'
import { migrate, migrations, versionOf } from '../../../src/main/store/migrations.ts'
import { fileAt, plain } from '../../support/store-file.ts'

describe('0007-desk-care', () => {
  test('leaves what a file of the version before holds as it was, and adds its own', () => {
    const sqlite = fileAt(6)
    sqlite.exec(`INSERT INTO officer (id, user_name, display_name, roles, jurisdiction)
        VALUES ('a', 'amelie', 'Amélie', '["border_officer"]', 'office'), ('b', 'bo', 'Bo', '[]', 'office');
      INSERT INTO stock (serial, state) VALUES ('A1', 'in_office'), ('A2', 'issued');
      INSERT INTO blob (sha, size, stored_ms) VALUES (zeroblob(32), 9, 9);`)
    const dump = () =>
      ['stock', 'blob']
        .map((table) => sqlite.prepare(`SELECT * FROM "${table}"`).all())
        .concat(sqlite.prepare('SELECT id, user_name, display_name, roles, jurisdiction, disabled FROM officer').all())
    const before = dump()
    migrate(sqlite, plain, 7)
    expect(versionOf(sqlite)).toBe(7)
    expect(dump()).toEqual(before)
    expect(sqlite.prepare('SELECT count(*) FROM officer WHERE badge IS NULL').pluck().get()).toBe(2)
    expect(sqlite.prepare('SELECT count(*) FROM blob_name').pluck().get()).toBe(0)
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    const give = (id: string) => sqlite.prepare("UPDATE officer SET badge = 'B7' WHERE id = ?").run(id)
    give('a')
    expect(() => give('b')).toThrow('UNIQUE')
  })

  const plans: readonly (readonly [string, string, string])[] = [
    [
      'a page of sheets that are not at rest',
      "SELECT * FROM stock WHERE state != 'in_office' AND serial > 'A' ORDER BY serial LIMIT 51",
      'stock_moved',
    ],
    [
      'a page of sheets of one state',
      "SELECT * FROM stock WHERE state = 'in_office' AND serial > 'A' ORDER BY serial LIMIT 51",
      'stock_state_serial',
    ],
    ['who names a blob', 'SELECT 1 FROM blob_name WHERE sha = zeroblob(32)', 'PRIMARY KEY'],
    ['what a subject names', 'SELECT sha FROM blob_name WHERE subject = 1', 'blob_name_subject'],
    ['whose badge it is', "SELECT id FROM officer WHERE badge = 'B7'", 'officer_badge'],
  ]
  test.each(plans)('%s comes from an index, in its order', (_, text, index) => {
    const found = fileAt(7).prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all()
    const plan = found.map(({ detail }) => detail).join('; ')
    expect(plan).toContain(index)
    expect(plan).not.toMatch(/SCAN (?!.*USING)|TEMP B-TREE/)
  })

  test('has no index that the plans do not use', () => {
    const code = migrations.find(({ number }) => number === 7)?.sql ?? ''
    for (const [, name] of code.matchAll(/CREATE (?:UNIQUE )?INDEX (\w+)/g))
      expect(plans.map(([, , index]) => index)).toContain(name)
  })
})
