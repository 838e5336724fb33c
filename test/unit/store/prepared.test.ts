import { expect, test } from 'vitest'
import { prepared } from '../../../src/main/store/prepared.ts'
import { query, sql } from '../../../src/main/store/query.ts'

const byName = prepared(({ name, least }: { name: string; least: number }) =>
  query.selectFrom('tally').select('count').where('count', '>', least).where('name', '=', name).limit(3),
)

test('a prepared query is filled in by name, whatever the order, and keeps what was constant', () => {
  const made = byName({ name: 'people', least: 7 }).compile(query)
  expect(made.sql).toBe('select "count" from "tally" where "count" > ? and "name" = ? limit ?')
  expect(made.parameters).toEqual([7, 'people', 3])
})

test('is built once, and one filling leaves the other alone', () => {
  let built = 0
  const counted = prepared(({ n }: { n: number | null }) => {
    built++
    return sql`SELECT ${n}, ${n}`
  })
  const [first, second] = [counted({ n: 1 }), counted({ n: null })]
  expect(second.compile(query).parameters).toEqual([null, null])
  expect(first.compile(query).parameters).toEqual([1, 1])
  expect(built).toBe(1)
})
