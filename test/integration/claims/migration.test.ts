import { describe, expect, test } from 'vitest'
import { claimPage, type PageOrder } from '../../../src/main/claims/rows.ts'
import type { Sqlite } from '../../../src/main/store/file.ts'
import { currentVersion, migrate, migrations, versionOf } from '../../../src/main/store/migrations.ts'
import { deskProjections } from '../../../src/main/store/projections/index.ts'
import { type Query, query } from '../../../src/main/store/query.ts'
import { findPeople } from '../../../src/main/store/search/find-people.ts'
import type { ProjectionTx, Reader } from '../../../src/main/store/types.ts'
import { fileAt, plain } from '../../support/store-file.ts'

/** Runs nothing: notes how SQLite would. */
function plansOf(sqlite: Sqlite, ask: (reader: Reader) => unknown): string[] {
  const plans: string[] = []
  const explain = (asked: Query<unknown>) => {
    const { sql, parameters } = asked.compile(query)
    const rows = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
    plans.push(rows.map(({ detail }) => detail).join('; '))
    return []
  }
  ask({ all: explain, first: explain, event: () => undefined, timeline: () => [] } as unknown as Reader)
  return plans
}

describe('0002-claims', () => {
  test('leaves what a file of version 1 holds as it was, and adds its own', () => {
    const sqlite = fileAt(1)
    sqlite.exec(`INSERT INTO party (n, id) VALUES (1, zeroblob(16));
      INSERT INTO subject (n, id, kind) VALUES (1, zeroblob(16), 'claim');
      INSERT INTO event (position, id, stream, device, sequence, actor, subject, type, version, visibility, at_ms, hlc_ms,
        hlc_counter, bases, salt, body, commitment, hash)
      VALUES (1, zeroblob(16), 1, 1, 1, 1, 1, 'claim.set', 1, 'internal', 5, 5, 0, x'', x'00', x'7b7d', zeroblob(32), zeroblob(32));
      INSERT INTO series_mark (series, number) VALUES ('document.R', 41);`)
    const tables = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
    const dump = () => tables.map((table) => sqlite.prepare(`SELECT * FROM "${table}"`).all())
    const before = dump()
    migrate(sqlite, plain, 2)
    expect(versionOf(sqlite)).toBe(2)
    expect(dump()).toEqual(before)
    expect(sqlite.prepare('SELECT count(*) FROM claim').pluck().get()).toBe(0)
    expect(sqlite.pragma('foreign_key_check')).toEqual([])
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  test('has no index that the plans below do not use', () => {
    const code = migrations.find(({ number }) => number === 2)?.sql ?? ''
    const made = [...code.matchAll(/CREATE INDEX (\w+)/g)].map(([, name]) => name)
    expect(made.sort()).toEqual(
      [...new Set([...plans.map(([, , index]) => index), 'document_open'])]
        .filter((name) => made.includes(name))
        .sort(),
    )
  })

  const plans: [string, string, string][] = [
    [
      'all claims, last touched first',
      'SELECT * FROM claim ORDER BY updated_ms DESC, n DESC LIMIT 50',
      'claim_updated',
    ],
    [
      'a deep page',
      'SELECT * FROM claim WHERE (updated_ms, n) < (9, 9) ORDER BY updated_ms DESC, n DESC LIMIT 50',
      'claim_updated',
    ],
    [
      'claims of a state',
      "SELECT * FROM claim WHERE state = 'intake' AND (updated_ms, n) < (9, 9) ORDER BY updated_ms DESC, n DESC LIMIT 50",
      'claim_state_updated',
    ],
    [
      'claims of an officer in a state',
      "SELECT * FROM claim WHERE owner = 'a' AND state = 'intake' ORDER BY updated_ms DESC, n DESC LIMIT 50",
      'claim_owner_state_updated',
    ],
    ['claims of a person', 'SELECT * FROM claim WHERE person_n = 1', 'claim_person'],
    [
      'the nearest deadlines',
      "SELECT * FROM claim WHERE next_deadline >= 'a' ORDER BY next_deadline LIMIT 20",
      'claim_deadline',
    ],
    ['the arrivals of a day', "SELECT count(*) FROM claim WHERE opened_on = 'a'", 'claim_opened_on'],
    ['claims in conflict', 'SELECT n FROM claim WHERE conflicts > 0', 'claim_conflicts'],
    ['people in conflict', 'SELECT n FROM person WHERE conflicts > 0', 'person_conflicts'],
    [
      'people born on a day',
      "SELECT n FROM person WHERE birth_date = 'a' ORDER BY n DESC LIMIT 200",
      'person_birth_date',
    ],
    ['papers of a claim', "SELECT * FROM document WHERE claim = 'a' ORDER BY reserved_ms DESC", 'document_claim'],
    ['papers of a day', "SELECT count(*) FROM document WHERE issue_date = 'a'", 'document_issue_date'],
    [
      'the next sheet of a desk',
      "SELECT serial FROM stock WHERE state = 'a' AND device = 'b' ORDER BY serial LIMIT 1",
      'stock_state',
    ],
    ['who carries a number', "SELECT person_n FROM number_index WHERE number = 'a'", 'PRIMARY KEY'],
  ]
  test.each(plans)('%s come from an index, in its order', (_, text, index) => {
    const sqlite = fileAt(2)
    const found = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all()
    const plan = found.map(({ detail }) => detail).join('; ')
    expect(plan).toContain(index)
    expect(plan).not.toMatch(/SCAN (?!.*USING)|TEMP B-TREE/)
  })

  test('papers that are not finished come from the index of those alone', () => {
    const sqlite = fileAt(2)
    const text = `SELECT * FROM document WHERE state IN ('reserved', 'sent', 'spoiled') AND replaced_by IS NULL
      ORDER BY reserved_ms DESC LIMIT 100`
    const rows = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all()
    expect(rows.map(({ detail }) => detail).join('; ')).toContain('document_open')
  })

  const orders: readonly PageOrder[] = [
    { limit: 50 },
    { limit: 50, after: '9.9' },
    { limit: 50, states: ['intake', 'referred'], after: '9.9' },
    { limit: 50, owner: 'a' },
    { limit: 50, owner: 'a', states: ['intake', 'undecided', 'suspended'], after: '9.9' },
  ]
  test.each(orders)('the list never reads or sorts the whole table: %j', (order) => {
    for (const plan of plansOf(fileAt(currentVersion), (reader) => claimPage(reader, order))) {
      expect(plan).not.toContain('TEMP B-TREE')
      expect(plan).not.toMatch(/SCAN (?!\w+ USING)/)
    }
  })

  test.each(['osman', 'os ab', '李', 'sman'])('a search never reads or sorts the whole table: %s', (text) => {
    const plans = plansOf(fileAt(currentVersion), (reader) => findPeople(reader, text, 50))
    expect(plans.length).toBeGreaterThan(0)
    for (const plan of plans) {
      expect(plan).not.toContain('TEMP B-TREE')
      expect(plan).not.toMatch(/SCAN (?!name_\w+ VIRTUAL TABLE INDEX|\w+ USING)/)
    }
  })
})

describe('0003-checks-and-second-officer', () => {
  test('keeps overrides and claims of version 2 as they were: made on any facts, waiting for nobody', () => {
    const sqlite = fileAt(2)
    sqlite.exec(`INSERT INTO person (n, id) VALUES (1, 'p');
      INSERT INTO claim (n, id, person_n, application_number, office, channel, claim_date, state, owner, opened_ms, opened_on, updated_ms)
      VALUES (1, 'c', 1, 'W1', 'o', 'inland', '2026-11-23', 'intake', 'a', 1, '2026-11-23', 1);
      INSERT INTO finding_override (claim, rule, was, finding, reason, officer) VALUES ('c', 'r', 'met', 'not_met', 'why', 'a');`)
    const rows = () => [
      sqlite.prepare('SELECT * FROM claim').get(),
      sqlite.prepare('SELECT * FROM finding_override').get(),
    ]
    const [claim, override] = rows()
    migrate(sqlite, plain, 3)
    expect(versionOf(sqlite)).toBe(3)
    expect(rows()).toEqual([
      { ...(claim as object), proposal: null },
      { ...(override as object), facts: null },
    ])
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  test('the checks of a claim come from their key', () => {
    const rows = fileAt(3)
      .prepare<unknown[], { detail: string }>("EXPLAIN QUERY PLAN SELECT * FROM claim_check WHERE claim = 'a'")
      .all()
    expect(rows.map(({ detail }) => detail).join('; ')).toMatch(/SEARCH claim_check USING PRIMARY KEY/)
  })
})

describe('0004-aliases', () => {
  test('keeps people of version 3 as they were, without other names', () => {
    const sqlite = fileAt(3)
    sqlite.exec("INSERT INTO person (n, id, family_name, folded) VALUES (1, 'p', 'Osman', 'osman')")
    const person = () => sqlite.prepare('SELECT * FROM person').get() as object
    const before = person()
    migrate(sqlite, plain, 4)
    expect(versionOf(sqlite)).toBe(4)
    expect(person()).toEqual({ ...before, aliases: null })
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})

describe('0040-stepped-aside', () => {
  test.each(['person', 'claim', 'confirmation', 'photo_application'] as const)(
    'what belongs together with a %s that an erasure names comes from indexes',
    (kind) => {
      const plans = plansOf(fileAt(currentVersion), (reader) => {
        for (const { together } of deskProjections) together?.({ kind, id: 'x' }, reader as ProjectionTx)
      })
      expect(plans).not.toEqual([])
      for (const plan of plans) expect(plan).not.toContain('SCAN')
    },
  )
})
