import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeClock, nodeRandom, nodeTimers } from '../../../src/central/ports/node.ts'
import { type CopiedRows, copiedRows, copyInto } from '../../../src/central/storage/copy.ts'
import { codeOf, constraintOf, type Database, openDatabase } from '../../../src/central/storage/database.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { asked, newDatabase } from '../../support/central.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  const made = await newDatabase()
  drop = made.drop
  database = unwrap(await openDatabase({ url: made.url, clock: nodeClock, random: nodeRandom, timers: nodeTimers }))
  await asked(
    made.url,
    'CREATE TABLE thing (id uuid PRIMARY KEY, small int, large bigint, word text, at timestamptz, list jsonb, bytes bytea)',
  )
})
afterAll(async () => {
  await database.close()
  await drop()
})

const columns = ['id', 'small', 'large', 'word', 'at', 'list', 'bytes']
const id = (n: number) => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`

interface Thing {
  readonly id: string
  readonly small: number
  readonly large: number
  readonly word: string | null
  readonly at: Date
  readonly list: readonly string[]
  readonly bytes: Buffer | null
}
const thing = (n: number, changes: Partial<Thing> = {}): Thing => ({
  ...{ id: id(n), small: n, large: n, word: 'mot', at: new Date(0), list: [], bytes: Buffer.of(n) },
  ...changes,
})

function put(rows: CopiedRows, { id, small, large, word, at, list, bytes }: Thing): void {
  rows.row(columns.length)
  rows.uuid(id)
  rows.int4(small)
  rows.int8(large)
  rows.text(word)
  rows.timestamptz(at)
  rows.jsonb(JSON.stringify(list))
  rows.bytea(bytes && [bytes.subarray(0, 1), bytes.subarray(1)])
}
const copy = (things: readonly Thing[]) =>
  database.transact(async (tx) => {
    // Less room than they take: it grows.
    const rows = copiedRows(8)
    for (const one of things) put(rows, one)
    await copyInto(tx, 'thing', columns, rows)
  })
const stored = async () => (await database.pool.query('SELECT * FROM thing ORDER BY id')).rows

test('rows are read as they were copied', async () => {
  const things = [
    thing(1, { small: -(2 ** 31), large: -Number.MAX_SAFE_INTEGER, word: null, bytes: null }),
    thing(2, { small: 2 ** 31 - 1, large: Number.MAX_SAFE_INTEGER, word: 'É “ε” 😀\t\\N', list: [id(1), id(2)] }),
    thing(3, { large: 2 ** 32, word: '', at: new Date('2026-11-27T23:59:59.999Z'), bytes: Buffer.alloc(300_000, 7) }),
    thing(4, { large: -1, at: new Date('1999-12-31T00:00:00Z') }),
  ]
  await copy(things)
  expect(await stored()).toEqual(things)
})

test.each<[string, Thing[], string]>([
  ['an id that is there already', [thing(8), thing(1)], '23505'],
  ['a letter that no text holds', [thing(8, { word: 'a\0b' })], '22021'],
  ['a number that is too large', [thing(8, { small: 2 ** 31 })], '22003'],
])('%s is refused with its code, and nothing of the rows stays', async (_, things, code) => {
  const before = await stored()
  const error = await copy(things).catch((thrown: unknown) => thrown)
  expect(codeOf(error)).toBe(code)
  if (code === '23505') expect(constraintOf(error)).toBe('thing_pkey')
  expect(await stored()).toEqual(before)
})

test('a refusal amid megabytes leaves the connection in order', async () => {
  const many = Array.from({ length: 500 }, (_, n) => thing(100 + n, { bytes: Buffer.alloc(10_000, n) }))
  const error = await copy([many[0]!, ...many]).catch((thrown: unknown) => thrown)
  expect(codeOf(error)).toBe('23505')
  await copy(many)
  expect(await stored()).toHaveLength(4 + many.length)
})
