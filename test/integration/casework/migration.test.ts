import { expect, test } from 'vitest'
import { migrate, versionOf } from '../../../src/main/store/migrations.ts'
import { fileAt, plain } from '../../support/store-file.ts'

test('0021 and 0025 leave what a file of the version before holds, and add their own', () => {
  const sqlite = fileAt(20)
  sqlite.exec(`INSERT INTO person (n, id) VALUES (1, 'p');
    INSERT INTO claim (n, id, person_n, application_number, office, channel, claim_date, state, owner, opened_ms, opened_on, updated_ms)
    VALUES (2, 'c', 1, 'W1', 'o', 'inland', '2026-11-20', 'intake', '', 5, '2026-11-20', 5);
    INSERT INTO portal_item (n, claim, item, kind, body, state) VALUES (3, 'c', 'i', 'photo', '{"on":"2026-11-21"}', 'waiting')`)
  const held = () => ['claim', 'portal_item'].map((table) => sqlite.prepare(`SELECT * FROM ${table}`).all())
  const before = held()
  migrate(sqlite, plain, 25)
  expect(versionOf(sqlite)).toBe(25)
  expect(held()).toEqual(before)
  expect(sqlite.prepare('SELECT count(*) FROM claim_working').pluck().get()).toBe(0)
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('0031 puts the day of the passed preliminary review beside the state', () => {
  const sqlite = fileAt(30)
  const claim = (n: number) =>
    `(${n}, 'c${n}', 1, 'W${n}', 'o', 'inland', '2026-11-20', 'undecided', '', 5, '2026-11-20', 5)`
  sqlite.exec(`INSERT INTO person (n, id) VALUES (1, 'p');
    INSERT INTO claim (n, id, person_n, application_number, office, channel, claim_date, state, owner, opened_ms, opened_on, updated_ms)
    VALUES ${[2, 3, 4].map(claim).join(', ')};
    INSERT INTO claim_casework (claim, passed) VALUES ('c2', '{"on":"2026-11-21","opens":[]}'), ('c3', NULL)`)
  migrate(sqlite, plain, 31)
  expect(sqlite.prepare('SELECT n, passed_on FROM claim ORDER BY n').raw().all()).toEqual([
    [2, '2026-11-21'],
    [3, null],
    [4, null],
  ])
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})
