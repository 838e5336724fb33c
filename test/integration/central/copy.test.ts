import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeClock, nodeRandom, nodeTimers } from '../../../src/central/ports/node.ts'
import { type CopiedRows, copiedRows, copyInto } from '../../../src/central/storage/copy.ts'
import { copyOut, numberIn, type ReadRows, uuidIn } from '../../../src/central/storage/copy-out.ts'
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

const columnsOut = 'id, small, large, word, list, bytes'
const read = (rows: ReadRows) => ({
  ...{ id: rows.uuid(), small: rows.int4(), large: rows.int8(), word: rows.textOrNull() },
  ...{ list: JSON.parse(rows.jsonb()) as unknown, bytes: rows.byteaOrNull() },
})

test('and copied out again as they are', async () => {
  const { rows, done } = await copyOut(database.db, `SELECT ${columnsOut} FROM thing ORDER BY id`)
  const seen: unknown[] = []
  while (rows.next(6)) seen.push(structuredClone(read(rows)))
  done()
  // Bytes are cloned as such, not as a buffer of Node's.
  const expected = (await stored()).map(({ at: _, bytes, ...rest }) => ({
    ...rest,
    bytes: bytes && Uint8Array.from(bytes),
  }))
  expect(seen).toEqual(expected)
})

test('what rows say again, or nearly so, is read as each says it', async () => {
  const said = [
    [id(1), 'one'],
    [id(1), 'one'],
    [id(2), 'onf'],
    [id(2), null],
    [id(2), 'onf'],
    [id(1), 'onfe'],
    [id(1), 'on'],
  ] as const
  const values = said.map(([uuid, word]) => `('${uuid}'::uuid, ${word === null ? 'NULL' : `'${word}'`})`)
  const { rows, done } = await copyOut(database.db, `VALUES ${values.join()}`)
  const seen: unknown[] = []
  while (rows.next(2)) seen.push([rows.uuid(), rows.textOrNull()])
  done()
  expect(seen).toEqual(said)
})

test('rows that do not fit in the memory of the last time, one behind the other and at once', async () => {
  const sizes = [10, 700_000, 10]
  const sums = sizes.map(async (size) => {
    const { rows, done } = await copyOut(
      database.db,
      `SELECT n::int4, decode(repeat(lpad(to_hex(n), 2, '0'), ${numberIn(size)}), 'hex') FROM generate_series(1, 5) n`,
    )
    const all: number[] = []
    while (rows.next(2)) {
      const n = rows.int4()
      all.push(rows.bytea().every((byte) => byte === n) ? n : -1)
    }
    done()
    return all
  })
  expect(await Promise.all(sums)).toEqual(sizes.map(() => [1, 2, 3, 4, 5]))
})

test('what is no value of its type, or no such row, is said and not read', async () => {
  const one = async (select: string, reading: (rows: ReadRows) => unknown) => {
    const { rows, done } = await copyOut(database.db, select)
    try {
      return rows.next(1) ? reading(rows) : undefined
    } finally {
      done()
    }
  }
  await expect(one('SELECT NULL::uuid', (rows) => rows.uuid())).rejects.toThrow(TypeError)
  await expect(one('SELECT NULL::text', (rows) => rows.text())).rejects.toThrow(TypeError)
  await expect(one('SELECT 1::int4', (rows) => rows.int8())).rejects.toThrow(TypeError)
  await expect(one('SELECT 1, 2', (rows) => rows.int4())).rejects.toThrow(TypeError)
  expect(await one('SELECT 1 WHERE false', (rows) => rows.int4())).toBeUndefined()
  expect(codeOf(await one('SELECT 1 / 0', (rows) => rows.int4()).catch((thrown: unknown) => thrown))).toBe('22012')
  expect(await one(`SELECT ${uuidIn(id(1))}`, (rows) => rows.uuid())).toBe(id(1))
})

test('only a UUID and a whole number become part of a statement', () => {
  for (const text of ["'; DROP TABLE thing; --", '', `${id(1)}'`]) expect(() => uuidIn(text)).toThrow(TypeError)
  for (const value of [1.5, Number.NaN, 2 ** 53, '1; SELECT' as unknown as number])
    expect(() => numberIn(value)).toThrow(RangeError)
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
