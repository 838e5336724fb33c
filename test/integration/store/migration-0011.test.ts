import { describe, expect, test } from 'vitest'
import { migrate, versionOf } from '../../../src/main/store/migrations.ts'
import { fileAt, plain } from '../../support/store-file.ts'

describe('0011-sync', () => {
  test('leaves blocks of numbers as they were: of this desk, from before desks synced', () => {
    const sqlite = fileAt(10)
    sqlite.exec(
      "INSERT INTO number_block (series, prefix, first, last, width, next) VALUES ('document', 'R', 1, 9, 9, 4)",
    )
    migrate(sqlite, plain, 11)
    expect(versionOf(sqlite)).toBe(11)
    expect(sqlite.prepare('SELECT first, next, device FROM number_block').all()).toEqual([
      { first: 1, next: 4, device: null },
    ])
  })

  const plans: readonly (readonly [string, string, string])[] = [
    ['the place of an event', 'SELECT verdict FROM placed WHERE event = 1', 'placed'],
    ['how far a stream is settled', 'SELECT max(position) FROM placed WHERE stream = 1', 'placed'],
    ['what lost its place', "SELECT event FROM placed WHERE verdict <> 'ok' ORDER BY n", 'placed_not_ok'],
    ['what is forgotten of an event', 'DELETE FROM undo WHERE event = 1', 'undo_event'],
    ['who holds a decision', "SELECT event FROM slot WHERE name = 'claim/1/decision'", 'PRIMARY KEY'],
  ]
  test.each(plans)('finds %s by an index', (_, text, index) => {
    const detail = fileAt(11)
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
      .all()
      .map((row) => row.detail)
      .join()
    expect(detail).toContain(index)
    expect(detail).not.toContain('SCAN undo')
  })
})
