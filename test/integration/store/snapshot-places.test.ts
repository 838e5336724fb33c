import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createIndexes } from '../../../src/main/store/snapshot/kept.ts'
import { createPlaces } from '../../../src/main/store/snapshot/places.ts'
import { placesInBlock } from '../../../src/shared/sync/places.ts'

type Row = [event: number, stream: number, position: number, verdict: string, why: string | null]

const stream = 3
const count = placesInBlock + 2345
const kinds: readonly [string, string | null][] = [
  ['ok', null],
  ['superseded', 'sync.older'],
  ['quarantined', 'ça ne va pas'],
  ['flagged', 'sync.does_not_fit'],
  ['flagged', ''],
]
/** Every event at a place, not in the order of the log. */
const rows = (): Row[] =>
  Array.from({ length: count }, (_, i) => {
    const [verdict, why] = kinds[i % kinds.length] ?? ['', null]
    return [i + 10, stream, ((i * 7) % count) + 1, verdict, why]
  })
const idOf = (index: number) => createHash('md5').update(`${index}`).digest()
const indexOf = createIndexes()
for (let i = 0; i < count; i++) indexOf.set(i + 10, i)

function read(given: readonly Row[]) {
  const part = new Database(':memory:')
  part.exec('CREATE TABLE of_placed (event INT, stream INT, position INT, verdict TEXT, why TEXT)')
  const insert = part.prepare('INSERT INTO of_placed VALUES (?, ?, ?, ?, ?)')
  part.transaction(() => {
    for (const row of given) insert.run(...row)
  })()
  const places = createPlaces()
  expect(places.read(part)).toBe(true)
  part.close()
  return places.inOrder(stream, count, indexOf)
}

test('the digest of order and verdicts is that of their lines, block by block', () => {
  const lines = rows()
    .toSorted((a, b) => a[2] - b[2])
    .map(([event, , position, verdict, why]) => {
      const end = why === 'sync.does_not_fit' ? 'ok ' : `${verdict} ${why ?? ''}`
      return `${position} ${idOf(event - 10).toString('hex')} ${end}\n`
    })
  const whole = createHash('sha256')
  for (let from = 0; from < count; from += placesInBlock)
    whole.update(
      createHash('sha256')
        .update(lines.slice(from, from + placesInBlock).join(''))
        .digest(),
    )
  const ordered = read(rows())
  const ids = Buffer.concat(Array.from({ length: count }, (_, i) => idOf(i)))
  expect(ordered?.digest(ids)).toBe(whole.digest('base64'))
  expect([0, 1, 2, 3, 4, 5].map((index) => ordered?.verdictOf(index))).toEqual([
    ...['ok', 'superseded', 'quarantined', 'flagged', 'flagged', 'ok'],
  ])
})

/** All rows, but for one value of the first. */
const withFirst = (column: 0 | 1 | 2, value: number): Row[] => {
  const all = rows()
  const [first] = all
  if (first) first[column] = value
  return all
}
const second = rows()[1] ?? []

test.each<[string, Row[]]>([
  ['a place that nothing has', rows().slice(1)],
  ['an event more', [...rows(), [5, stream, count + 1, 'ok', null]]],
  ['two events at one place', withFirst(2, second[2] ?? 0)],
  ['one event at two places', withFirst(0, second[0] ?? 0)],
  ['an event that the log does not have', withFirst(0, 9)],
  ['a place before the first', withFirst(2, 0)],
  ['a place behind the last', withFirst(2, count + 1)],
  ['an event of another stream', withFirst(1, stream + 1)],
])('there is no order with %s', (_, given) => {
  expect(read(given)).toBeUndefined()
})
