import { describe, expect, test } from 'vitest'
import { memberRows } from '../../../src/main/claims/family/view.ts'
import { claimPage } from '../../../src/main/claims/rows.ts'
import { openedOn } from '../../../src/main/hall/direct.ts'
import { presentParties } from '../../../src/main/hall/list.ts'
import type { Sqlite } from '../../../src/main/store/file.ts'
import { currentVersion, migrate, versionOf } from '../../../src/main/store/migrations.ts'
import { type Query, query } from '../../../src/main/store/query.ts'
import type { Reader } from '../../../src/main/store/types.ts'
import { fileAt, plain } from '../../support/store-file.ts'

function planOf(sqlite: Sqlite, asked: Query<unknown>): string {
  const { sql, parameters } = asked.compile(query)
  const rows = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
  return rows.map(({ detail }) => detail).join('; ')
}

describe('0005-waiting-room', () => {
  test('leaves what a file of the version before holds as it was, and adds its own', () => {
    const sqlite = fileAt(4)
    const before = versionOf(sqlite)
    sqlite.exec(`INSERT INTO person (n, id) VALUES (1, 'p');
      INSERT INTO claim (n, id, person_n, application_number, office, channel, claim_date, state, owner, opened_ms, opened_on, updated_ms)
      VALUES (2, 'c', 1, 'W1', 'o', 'inland', '2026-11-20', 'intake', 'me', 5, '2026-11-20', 5);`)
    const tables = sqlite
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'name_%'")
      .pluck()
      .all() as string[]
    const dump = () => tables.map((table) => sqlite.prepare(`SELECT * FROM "${table}"`).all())
    const held = dump()
    migrate(sqlite, plain, 5)
    expect(versionOf(sqlite)).toBe(5)
    expect(before).toBeLessThan(5)
    expect(dump()).toEqual(held)
    expect(sqlite.prepare('SELECT count(*) FROM arrival').pluck().get()).toBe(0)
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  test('who waits comes from the index, longest first, without sorting', () => {
    const plan = planOf(fileAt(5), presentParties())
    expect(plan).toContain('arrival_stage')
    expect(plan).not.toContain('TEMP B-TREE')
  })

  test('the members of families come from their index, and nothing is read whole', () => {
    const plan = planOf(fileAt(currentVersion), memberRows().where('family_member.family', 'in', ['a', 'b']))
    expect(plan).toContain('family_member_family')
    expect(plan).not.toMatch(/SCAN (?!\w+ USING)/)
  })

  test('claims opened today come from the index of their day', () => {
    const plan = planOf(fileAt(currentVersion), openedOn('2026-11-20'))
    expect(plan).toContain('claim_opened_on')
    expect(plan).not.toMatch(/SCAN (?!\w+ USING)/)
  })

  test('the list of claims still comes from its index, lane and family beside it', () => {
    const plans: string[] = []
    const sqlite = fileAt(currentVersion)
    const explain = (asked: Query<unknown>) => {
      plans.push(planOf(sqlite, asked))
      return []
    }
    claimPage({ all: explain, first: explain, event: () => undefined, timeline: () => [] } as unknown as Reader, {
      limit: 50,
    })
    expect(plans).toHaveLength(1)
    expect(plans[0]).toContain('claim_updated')
    expect(plans[0]).not.toMatch(/TEMP B-TREE|SCAN (?!\w+ USING)/)
  })
})
