import { describe, expect, test } from 'vitest'
import { migrate, versionOf } from '../../../src/main/store/migrations.ts'
import { fileAt, plain } from '../../support/store-file.ts'

describe('0014-record', () => {
  test('adds evidence and the clock of the review, and leaves what was there', () => {
    const sqlite = fileAt(13)
    sqlite.exec("INSERT INTO setting (name, value) VALUES ('shiftHours', '12')")
    migrate(sqlite, plain, 14)
    expect(versionOf(sqlite)).toBe(14)
    expect(sqlite.prepare('SELECT count(*) AS n FROM setting').get()).toEqual({ n: 1 })
    expect(sqlite.prepare('SELECT * FROM evidence').all()).toEqual([])
  })

  const plans: readonly (readonly [string, string, string])[] = [
    ['the evidence of a claim', "SELECT id FROM evidence WHERE claim = 'x' ORDER BY n", 'evidence_claim'],
    ['the same file elsewhere', "SELECT claim FROM evidence WHERE file = 'x'", 'evidence_file'],
  ]
  test.each(plans)('finds %s by an index', (_, text, index) => {
    const detail = fileAt(14)
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
      .all()
      .map((row) => row.detail)
      .join()
    expect(detail).toContain(index)
  })
})
