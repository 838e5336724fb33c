import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, startTestCentral, type TestCentral } from '../../support/central.ts'
import { admit, type WireDesk, wireDesk } from '../../support/central-desk.ts'

/**
 * The order of a stream on a real PostgreSQL. A reader keeps one number, the last position that it saw. Nothing may ever
 * appear below it.
 */

let central: TestCentral
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())

test('eight writers at once and a reader who follows live: no position is skipped, none comes twice', {
  timeout: 120_000,
}, async () => {
  const first = wireDesk()
  const desks = [first, ...Array.from({ length: 7 }, () => wireDesk(first.stream))]
  for (const desk of desks) await admit(central, desk)
  const reader = wireDesk(first.stream)
  await admit(central, reader)
  const perDesk = 60
  for (const desk of desks) fill(desk, perDesk)
  const total = desks.length * perDesk

  const seen: string[] = []
  const follow = async () => {
    for (let cursor = 0; cursor < total; ) {
      const { events } = await reader.pull(central, cursor, 50)
      for (const { position, event } of events) {
        expect(position).toBe(++cursor)
        seen.push(event!.id)
      }
    }
  }
  await Promise.all([follow(), ...desks.map((desk) => pushInPieces(desk))])
  expect(new Set(seen).size).toBe(total)
  expect([...seen].sort()).toEqual(desks.flatMap(({ chain }) => chain.map(({ id }) => id)).sort())
  // Within the stream every chain keeps its own order.
  for (const { chain } of desks) {
    const ids = new Set(chain.map(({ id }) => id))
    expect(seen.filter((id) => ids.has(id))).toEqual(chain.map(({ id }) => id))
  }
})

function fill(desk: WireDesk, events: number): void {
  while (desk.chain.length < events)
    desk.add('policy.set', { settings: { n: desk.chain.length } }, { subject: { kind: 'office', id: desk.stream } })
}

async function pushInPieces(desk: WireDesk): Promise<void> {
  const { epoch } = await desk.hello(central)
  for (let from = 1, size = 1; from <= desk.chain.length; from += size, size = (size % 7) + 1) {
    const to = Math.min(from + size - 1, desk.chain.length)
    const answer = await desk.ask(central, 'POST', '/v1/sync/push', desk.batch(epoch, from, to))
    expect(answer.status).toBe(200)
  }
}

test('a naive cursor on a sequence of the database is caught skipping', async () => {
  const { databaseUrl } = central
  await asked(databaseUrl, 'CREATE TABLE naive (pos bigserial PRIMARY KEY, writer int)')
  const [slow, quick] = [new pg.Client(databaseUrl), new pg.Client(databaseUrl)]
  await Promise.all([slow.connect(), quick.connect()])
  const seen: number[] = []
  let cursor = 0
  const read = async () => {
    const { rows } = await quick.query('SELECT pos::int FROM naive WHERE pos > $1 ORDER BY pos', [cursor])
    seen.push(...rows.map(({ pos }) => pos))
    cursor = seen.at(-1) ?? 0
  }
  await slow.query('BEGIN')
  await slow.query('INSERT INTO naive (writer) VALUES (1)') // takes 1 ...
  await quick.query('INSERT INTO naive (writer) VALUES (2)') // ... takes 2 and commits first
  await read()
  await slow.query('COMMIT')
  await read()
  await Promise.all([slow.end(), quick.end()])
  expect(seen).toEqual([2])
})

test('a push waits for one that holds the stream, and takes its place behind it', async () => {
  const [a, b] = [wireDesk(), wireDesk()]
  const second = wireDesk(a.stream)
  for (const desk of [a, b, second]) await admit(central, desk)
  await a.push(central)
  const holder = new pg.Client(central.databaseUrl)
  await holder.connect()
  await holder.query('BEGIN')
  await holder.query('SELECT head FROM stream WHERE stream = $1 FOR UPDATE', [a.stream])
  let done = false
  const waiting = second.push(central).then((answer) => {
    done = true
    return answer
  })
  await b.push(central) // another stream goes on
  await setTimeout(100)
  expect(done).toBe(false)
  await holder.query('COMMIT')
  await holder.end()
  expect((await waiting).verdicts.map(({ position }) => position)).toEqual([4, 5, 6])
})
