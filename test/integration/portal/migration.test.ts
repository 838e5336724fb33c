import { expect, test } from 'vitest'
import { migrations } from '../../../src/main/store/migrations.ts'
import { fileAt } from '../../support/store-file.ts'

const own = migrations.find(({ name }) => name === 'portal')?.number ?? 0

test('the tables of the portal begin empty, and a file of before keeps what it holds', () => {
  const sqlite = fileAt(own)
  for (const table of ['portal_claim', 'portal_item', 'message', 'unreachable'])
    expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
  expect(sqlite.pragma('foreign_key_check')).toEqual([])
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})

const plans: readonly (readonly [string, string, string])[] = [
  ['messages of a claim', "SELECT n FROM message WHERE claim = 'c'", 'sqlite_autoindex_message'],
  [
    'unread messages',
    "SELECT n FROM message WHERE sender = 'claimant' AND read_on IS NULL AND n > 5 ORDER BY n LIMIT 50",
    'message_unread',
  ],
  [
    'photos that wait',
    "SELECT n FROM portal_item WHERE kind = 'photo' AND state = 'waiting' ORDER BY n",
    'portal_item_waiting',
  ],
  ['what a claim was sent with', "SELECT n FROM portal_item WHERE claim = 'c'", 'sqlite_autoindex_portal_item'],
]
test.each(plans)('finds %s by an index, without sorting', (_, text, index) => {
  const detail = fileAt(own)
    .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
    .all()
    .map((row) => row.detail)
    .join()
  expect(detail).toContain(index)
  expect(detail).not.toContain('TEMP B-TREE')
})
