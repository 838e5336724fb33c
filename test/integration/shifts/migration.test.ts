import { describe, expect, test } from 'vitest'
import { intakesByTouch } from '../../../src/main/shifts/desk-state.ts'
import { packsOf, pagesOfClaim } from '../../../src/main/shifts/paper-packs.ts'
import { handoversOf } from '../../../src/main/shifts/view.ts'
import type { Sqlite } from '../../../src/main/store/file.ts'
import { currentVersion, migrate, versionOf } from '../../../src/main/store/migrations.ts'
import { type Query, query } from '../../../src/main/store/query.ts'
import { fileAt, plain } from '../../support/store-file.ts'

function planOf(sqlite: Sqlite, asked: Query<unknown>): string {
  const { sql, parameters } = asked.compile(query)
  const rows = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
  return rows.map(({ detail }) => detail).join('; ')
}

describe('0009-shifts-and-packs', () => {
  test('leaves what a file of the version before holds as it was, and adds its own', () => {
    const sqlite = fileAt(8)
    sqlite.exec(`INSERT INTO person (n, id) VALUES (1, 'p');
      INSERT INTO claim (n, id, person_n, application_number, office, channel, claim_date, state, owner, opened_ms, opened_on, updated_ms)
      VALUES (2, 'c', 1, 'W1', 'o', 'inland', '2026-11-20', 'intake', 'me', 5, '2026-11-20', 5);`)
    const tables = sqlite
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'name_%'")
      .pluck()
      .all() as string[]
    const dump = () => tables.map((table) => sqlite.prepare(`SELECT * FROM "${table}"`).all())
    const held = dump()
    migrate(sqlite, plain, 9)
    expect(versionOf(sqlite)).toBe(9)
    expect(dump()).toEqual(held)
    for (const table of ['shift', 'paper_pack', 'pack_claim', 'pack_page'])
      expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  test('the shifts of a desk come from their index, latest first, without sorting', () => {
    const plan = planOf(fileAt(9), handoversOf('d'))
    expect(plan).toContain('shift_device')
    expect(plan).not.toContain('TEMP B-TREE')
  })

  test('half-done intakes come from the index of states, longest untouched first, without sorting', () => {
    const plan = planOf(fileAt(currentVersion), intakesByTouch(10))
    expect(plan).toContain('claim_state_updated')
    expect(plan).not.toContain('TEMP B-TREE')
  })

  test('packs of a desk and pages of a claim come from their indexes, without sorting', () => {
    const sqlite = fileAt(9)
    const [packs, pages] = [planOf(sqlite, packsOf('d')), planOf(sqlite, pagesOfClaim('c'))]
    expect(packs).toContain('paper_pack_device')
    expect(pages).toContain('pack_page_claim')
    for (const plan of [packs, pages]) expect(plan).not.toContain('TEMP B-TREE')
  })
})
