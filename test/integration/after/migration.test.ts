import { describe, expect, test } from 'vitest'
import { migrate, migrations } from '../../../src/main/store/migrations.ts'
import { fileAt } from '../../support/store-file.ts'

const before = migrations.filter(({ number }) => number < 6).at(-1)?.number ?? 0

describe('0006-after-the-counter', () => {
  test('leaves claims and papers of the version before as they were: nothing reopened, nothing revoked', () => {
    const sqlite = fileAt(before)
    sqlite.exec(`INSERT INTO person (n, id) VALUES (1, 'p');
      INSERT INTO claim (n, id, person_n, application_number, office, channel, claim_date, state, owner, opened_ms,
        opened_on, updated_ms, decision, deadlines, next_deadline, document_number)
      VALUES (2, 'c', 1, 'W000000001', 'o', 'inland', '2026-11-20', 'referred', 'a', 1, '2026-11-20', 2, '{"outcome":"referred"}',
        '[{"due":"2026-12-01"}]', '2026-12-01', 'R000000001');
      INSERT INTO document (id, claim, person, kind, number, stock_serial, state, issue_date, valid_until, pdf, findings,
        reserved_ms)
      VALUES ('d', 'c', 'p', 'RPID', 'R000000001', 'A1', 'confirmed', '2026-11-20', '2032-11-20', 'x', '[]', 3);`)
    const rows = (table: string) => sqlite.prepare(`SELECT * FROM ${table}`).all()
    const [claims, documents] = [rows('claim'), rows('document')] as [object[], object[]]
    migrate(sqlite, (_, fn) => fn(), 6)
    expect(rows('claim')).toEqual([{ ...claims[0], earlier_decisions: '[]' }])
    expect(rows('document')).toEqual([{ ...documents[0], revocation: null }])
    expect(rows('revoked')).toEqual([])
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  const plans: [string, string, string][] = [
    ['papers of a person', "SELECT id FROM document WHERE person = 'p' AND kind != 'a'", 'document_person'],
    ['whether a number is revoked', "SELECT number FROM revoked WHERE number = 'R1'", 'PRIMARY KEY'],
  ]
  test.each(plans)('%s come from an index', (_, text, index) => {
    const rows = fileAt(6).prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all()
    expect(rows.map(({ detail }) => detail).join('; ')).toContain(index)
  })
})
