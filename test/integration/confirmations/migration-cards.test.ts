import { expect, test } from 'vitest'
import { migrate, versionOf } from '../../../src/main/store/migrations.ts'
import { fileAt, plain } from '../../support/store-file.ts'

test('0018-cards leaves confirmations as they were and adds its own tables, found along their keys', () => {
  const sqlite = fileAt(17)
  sqlite.exec(`INSERT INTO confirmation (n, id, office, client_id, application_number, family, sort_name, step, facts, touched_ms)
    VALUES (1, 'c', 'o', '1110000001', 'E1', 'f', 'haddad rana', 'to_invite', '{}', 1)`)
  migrate(sqlite, plain, 18)
  expect(versionOf(sqlite)).toBe(18)
  expect(sqlite.prepare('SELECT id FROM confirmation').pluck().all()).toEqual(['c'])
  for (const table of ['card_file', 'card_order', 'ecopr'])
    expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
  const plan = sqlite
    .prepare<unknown[], { detail: string }>(
      "EXPLAIN QUERY PLAN SELECT 1 FROM card_order WHERE confirmation = 'c' AND event = 'e'",
    )
    .all()
  expect(plan.map(({ detail }) => detail).join()).toContain('card_order_confirmation')
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})
