import { describe, expect, test } from 'vitest'
import { openOffers, toReview, waitingAfter } from '../../../src/main/appointments/queue.ts'
import { bookedBetween } from '../../../src/main/appointments/view.ts'
import type { Sqlite } from '../../../src/main/store/file.ts'
import { migrate, versionOf } from '../../../src/main/store/migrations.ts'
import { type Query, query } from '../../../src/main/store/query.ts'
import { fileAt, plain } from '../../support/store-file.ts'

const version = 15

function planOf(sqlite: Sqlite, asked: Query<unknown>): string {
  const { sql, parameters } = asked.compile(query)
  const rows = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
  return rows.map(({ detail }) => detail).join('; ')
}

describe('the migration of appointments', () => {
  test('leaves what a file of the version before holds as it was, and adds its own', () => {
    const sqlite = fileAt(version - 1)
    sqlite.exec(`INSERT INTO person (n, id) VALUES (1, 'p');
      INSERT INTO claim (n, id, person_n, application_number, office, channel, claim_date, state, owner, opened_ms, opened_on, updated_ms)
      VALUES (2, 'c', 1, 'W1', 'o', 'inland', '2026-11-20', 'undecided', 'me', 5, '2026-11-20', 5);`)
    const tables = sqlite
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'name_%'")
      .pluck()
      .all() as string[]
    const dump = () => tables.map((table) => sqlite.prepare(`SELECT * FROM "${table}"`).all())
    const held = dump()
    migrate(sqlite, plain, version)
    expect(versionOf(sqlite)).toBe(version)
    expect(dump()).toEqual(held)
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  test('calendar and queues come from their indexes, without sorting and without reading a table whole', () => {
    const sqlite = fileAt(version)
    const plans = {
      appointment_day: planOf(sqlite, bookedBetween('2026-12-01', '2026-12-07')),
      to_schedule_since: planOf(sqlite, waitingAfter('5.c', 50)),
      appointment_offer: planOf(sqlite, openOffers()),
      appointment_review: planOf(sqlite, toReview()),
    }
    for (const [index, plan] of Object.entries(plans)) {
      expect(plan).toContain(index)
      expect(plan).not.toMatch(/TEMP B-TREE|SCAN (?!\w+ USING)/)
    }
  })
})
