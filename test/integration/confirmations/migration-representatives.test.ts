import { expect, test } from 'vitest'
import { migrate, versionOf } from '../../../src/main/store/migrations.ts'
import { fileAt, plain } from '../../support/store-file.ts'

test('0019-representatives leaves confirmations as they were and finds an address along its index', () => {
  const sqlite = fileAt(18)
  sqlite.exec(`INSERT INTO confirmation (n, id, office, client_id, application_number, family, sort_name, step, facts, touched_ms)
    VALUES (1, 'c', 'o', '1110000001', 'E1', 'f', 'haddad rana', 'to_invite', '{}', 1)`)
  migrate(sqlite, plain, 19)
  expect(versionOf(sqlite)).toBe(19)
  expect(sqlite.prepare('SELECT id FROM confirmation').pluck().all()).toEqual(['c'])
  const plan = sqlite
    .prepare<unknown[], { detail: string }>(
      "EXPLAIN QUERY PLAN SELECT n FROM representative_email WHERE email = 'a@example.org' LIMIT 1",
    )
    .all()
  expect(plan.map(({ detail }) => detail).join()).toContain('representative_email_by_email')
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})
