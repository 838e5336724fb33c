import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { namesIn, openImage } from '../../../src/main/store/snapshot/image.ts'

/** Whoever proves a part and whoever writes it down must read the same rows of it. */
function imageOf(sql: string): ArrayBuffer {
  const made = new Database(':memory:')
  made.exec(sql)
  const image = new Uint8Array(made.serialize()).buffer
  made.close()
  return image
}

test('an image of plain tables opens', () => {
  const part = openImage(imageOf('CREATE TABLE of_party (n INT, id)'))
  expect(namesIn(part)).toEqual(['of_party'])
  part.close()
})

test.each([
  ['an index that could give other rows than the table', 'CREATE TABLE t (a); CREATE INDEX i ON t (a)'],
  ['a key, which is an index', 'CREATE TABLE t (a UNIQUE)'],
  ['a table in the order of its key', 'CREATE TABLE t (a PRIMARY KEY) WITHOUT ROWID'],
  ['a view', 'CREATE VIEW of_event AS SELECT 1 AS a'],
  ['a trigger', 'CREATE TABLE t (a); CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END'],
  ['a column that is worked out', 'CREATE TABLE t (a, b AS (a + 1))'],
  ['a virtual table', 'CREATE VIRTUAL TABLE t USING fts5 (a)'],
])('an image with %s does not', (_, sql) => {
  expect(() => openImage(imageOf(sql))).toThrow('Not plain tables')
})

test('bytes that are no database do not open', () => {
  expect(() => openImage(new Uint8Array(5000).fill(7).buffer)).toThrow()
})
