import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { main } from '../../../src/central/cli/main.ts'
import { nodeClock, nodeRandom, nodeTimers } from '../../../src/central/ports/node.ts'
import { backUp } from '../../../src/central/storage/backup.ts'
import { leaseAnswer } from '../../../src/shared/contract/central.ts'
import { newDatabase, startTestCentral, type TestCentral } from '../../support/central.ts'
import { admit, answered, refusalOf, wireDesk } from '../../support/central-desk.ts'
import { tempFolder } from '../../support/store.ts'

const cleanup: (() => unknown)[] = []
afterEach(async () => {
  for (const end of cleanup.splice(0).toReversed()) await end()
})

async function command(...argv: string[]): Promise<{ status: number; err: string }> {
  const err: string[] = []
  const status = await main(argv, {
    ...{
      version: '0',
      clock: nodeClock,
      random: nodeRandom,
      timers: nodeTimers,
      stopwatch: () => performance.now(),
      env: {},
      out: () => {},
    },
    err: (line) => err.push(line),
    stopped: new Promise(() => {}),
  })
  return { status, err: err.join('\n') }
}

/** A central with a desk that has pushed, and a picture. */
async function filled() {
  const central = await startTestCentral()
  cleanup.push(() => central.remove())
  const [desk, other] = [wireDesk(), wireDesk()]
  const second = wireDesk(desk.stream)
  for (const one of [desk, second]) await admit(central, one)
  await desk.push(central)
  const picture = randomBytes(1000)
  const sha = createHash('sha256').update(picture).digest('hex')
  await desk.ask(central, 'PUT', `/v1/blobs/${sha}?offset=0&total=1000`, undefined, {
    raw: picture,
    headers: { 'content-type': 'application/octet-stream', 'content-encoding': 'identity' },
  })
  return { central, desk, second, other, picture, sha }
}

const place = ({ databaseUrl, folder }: Pick<TestCentral, 'databaseUrl' | 'folder'>) => [
  ...['--database', databaseUrl],
  ...['--data', folder],
]

/** An empty database and folder, with the key file of another central. */
async function empty(from: TestCentral, withKey = true) {
  const { url, drop } = await newDatabase()
  const { folder, remove } = tempFolder()
  cleanup.push(drop, remove)
  mkdirSync(join(folder, 'keys'))
  if (withKey) cpSync(join(from.folder, 'keys'), join(folder, 'keys'), { recursive: true })
  return { databaseUrl: url, folder }
}

test('a backup made while the service runs fills an empty central; desks then send again what it lacks', async () => {
  const { central, desk, second, picture, sha } = await filled()
  const { folder, remove } = tempFolder()
  cleanup.push(remove)
  const to = join(folder, 'backup')
  expect(await command('backup', '--to', to, ...place(central))).toEqual({ status: 0, err: '' })
  expect(readdirSync(join(to, 'keys')).sort()).toEqual(['portal_key.copy', 'snapshot.copy', 'subject_key.copy'])
  expect((await command('backup', '--to', to, ...place(central))).err).toContain('already')
  const lease = async (at: TestCentral) =>
    leaseAnswer.parse(await answered(await desk.ask(at, 'POST', '/v1/leases', { series: 'document', req: v7() })))
  const lost = await lease(central)
  // After the backup something more arrives, which it does not have.
  desk.add('policy.set', { settings: { later: true } }, { subject: { kind: 'office', id: desk.stream } })
  await desk.push(central)
  const before = await desk.hello(central)

  const target = await empty(central)
  expect(await command('restore', '--from', to, ...place(target))).toEqual({ status: 0, err: '' })
  expect((await command('restore', '--from', to, ...place(target))).status).toBe(1)
  const again = await startTestCentral({ databaseUrl: target.databaseUrl, dataDir: target.folder })
  cleanup.push(() => again.remove())
  expect((await lease(again)).first).toBeGreaterThan(lost.last)
  const stale = await desk.ask(again, 'POST', '/v1/sync/push', desk.batch(before.epoch))
  expect(await refusalOf(stale)).toMatchObject({ status: 409, code: 'epoch' })
  const hello = await desk.hello(again)
  expect(hello.streams[0]?.mine.sequence).toBe(3)
  await desk.push(again, 4)
  expect((await second.pull(again)).events.map(({ event }) => event)).toEqual(desk.chain)
  const kept = await desk.ask(again, 'GET', `/v1/blobs/${sha}`)
  expect(Buffer.from(await kept.arrayBuffer()).equals(picture)).toBe(true)
})

test('a backup names a moment before all that is missing from it, however long the copying takes', async () => {
  const { central } = await filled()
  const { folder, remove } = tempFolder()
  cleanup.push(remove)
  const begun = central.clock.now()
  const { database } = central.services
  // An hour passes with each query, as where a table is large.
  const connect = async () => {
    const client = await database.pool.connect()
    return new Proxy(client, {
      get(target, name) {
        if (name === 'query') central.clock.advance(3_600_000)
        const value: unknown = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
  const { at } = await backUp({ ...database, pool: { connect } as Pool }, join(folder, 'backup'), central.clock)
  expect(central.clock.now()).toBeGreaterThan(begun + 3_600_000)
  expect(Date.parse(at)).toBe(begun)
})

test('a damaged backup, or one of another key file, changes nothing', async () => {
  const { central } = await filled()
  const { folder, remove } = tempFolder()
  cleanup.push(remove)
  const to = join(folder, 'backup')
  await command('backup', '--to', to, ...place(central))
  const stranger = await empty(central, false)
  expect((await command('restore', '--from', to, ...place(stranger))).err).toContain('key file')
  expect(existsSync(join(stranger.folder, 'blobs'))).toBe(false)
  appendFileSync(join(to, 'event.copy'), 'x')
  const target = await empty(central)
  expect((await command('restore', '--from', to, ...place(target))).err).toContain('event.copy')
  expect((await command('restore', '--from', folder, ...place(target))).err).toContain('ENOENT')
  expect(readFileSync(join(to, 'manifest.json'), 'utf8')).toContain('passerelle-central-backup/1')
})
