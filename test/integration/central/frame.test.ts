import { chmodSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCentral } from '../../../src/central/central.ts'
import { main } from '../../../src/central/cli/main.ts'
import { createLog } from '../../../src/central/http/log.ts'
import { nodeClock, nodeRandom, nodeTimers } from '../../../src/central/ports/node.ts'
import { startCluster } from '../../../src/central/postgres/cluster.ts'
import { settingsOf } from '../../../src/central/settings.ts'
import { openDatabase } from '../../../src/central/storage/database.ts'
import { currentVersion } from '../../../src/central/storage/migrations.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { asked, newDatabase, startTestCentral, type TestCentral } from '../../support/central.ts'
import { tempFolder } from '../../support/store.ts'

const world = {
  version: '0.0.0',
  clock: nodeClock,
  random: nodeRandom,
  timers: nodeTimers,
  stopwatch: () => performance.now(),
}

describe('a central that runs', () => {
  let central: TestCentral
  beforeAll(async () => {
    central = await startTestCentral()
  })
  afterAll(() => central.remove())
  const get = (path: string) => fetch(`${central.url}${path}`)

  test('says that it is up, and ready while its database answers', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'up', practice: false })
    expect(await (await get('/readyz')).json()).toMatchObject({ status: 'ready' })
  })

  test('answers what it does not know with problem details that carry a code', async () => {
    const answer = await get('/v1/nothing')
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ code: 'not_found', status: 404 })
  })

  test('measures its requests by route and status for Prometheus', async () => {
    await get('/healthz')
    expect(await (await get('/metrics')).text()).toContain(
      'central_request_seconds_count{method="GET",route="/healthz",status="200"}',
    )
  })

  test('counts and logs refusals by their code', async () => {
    await get('/v1/sync/hello')
    expect(await (await get('/metrics')).text()).toContain('central_refusals_total{code="signature"} 1')
    expect(central.lines.find((line) => line.includes('"route":"/v1/sync/hello"'))).toContain('"code":"signature"')
  })

  test('writes routes into its log, never addresses', async () => {
    await get('/v1/claims/Nguyen')
    await get('/healthz?name=Nguyen')
    await expect.poll(() => central.lines.join('')).toContain('"route":"/healthz"')
    expect(central.lines.join('')).not.toContain('Nguyen')
  })
})

test('two centrals that start at once on an empty database make one schema and one epoch', async () => {
  const { url, drop } = await newDatabase()
  const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ ...world, url }).then(unwrap)))
  expect(new Set(opened.map(({ epoch }) => epoch)).size).toBe(1)
  expect(await Promise.all(opened.map((one) => one.ready()))).toEqual([true, true, true, true])
  await Promise.all(opened.map((one) => one.close()))
  await drop()
})

test('a database of a newer central is left alone', async () => {
  const { url, drop } = await newDatabase()
  await unwrap(await openDatabase({ ...world, url })).close()
  await asked(url, `UPDATE schema_version SET version = ${currentVersion + 1}`)
  const refused = await openDatabase({ ...world, url })
  expect(refused).toMatchObject({ ok: false, failure: { code: 'central.schema_newer' } })
  await drop()
})

test('a database that does not answer is a failure with a code, and the folder is free again', async () => {
  const { folder, remove } = tempFolder()
  const settings = unwrap(
    settingsOf({ data: folder, listen: '127.0.0.1:0', database: 'postgres://x@127.0.0.1:1/x' }, {}),
  )
  const log = createLog('silent')
  for (const _ of [1, 2])
    expect(await startCentral({ ...world, settings, log })).toMatchObject({
      failure: { code: 'central.database', params: { reason: 'ECONNREFUSED' } },
    })
  remove()
})

describe('settings', () => {
  test('come from the environment where nothing was typed', () => {
    const env = { DATABASE_URL: 'postgres://db/x', PASSERELLE_CENTRAL_LISTEN: '127.0.0.1:9000' }
    expect(settingsOf({}, env)).toMatchObject({ value: { databaseUrl: 'postgres://db/x', port: 9000 } })
    expect(settingsOf({ listen: '[::1]:1' }, env)).toMatchObject({ value: { host: '::1', port: 1 } })
  })

  test('name a mail server, spoken to over TLS unless it is on this computer', () => {
    const env = { PASSERELLE_CENTRAL_MAIL_FROM: 'avis@x.ca', PASSERELLE_CENTRAL_SMTP_USER: 'u' }
    const smtp = { host: 'mail.x.ca', port: 587, tls: 'starttls', from: 'avis@x.ca', user: 'u' }
    expect(settingsOf({ smtp: 'mail.x.ca:587' }, env)).toMatchObject({ value: { smtp } })
    expect(settingsOf({ smtp: '[::1]:25', smtpTls: 'none' }, env)).toMatchObject({ value: { smtp: { tls: 'none' } } })
  })

  test.each([
    [{ listen: '0.0.0.0:8700' }, 'central.needs_tls'],
    [{ listen: 'here' }, 'central.setting'],
    [{ listen: '127.0.0.1:70000' }, 'central.setting'],
    [{ tlsCert: 'cert.pem' }, 'central.setting'],
    [{ logLevel: 'loud' }, 'central.setting'],
    [{ smtp: 'mail.example' }, 'central.setting'],
    [{ smtp: 'mail.example:25', mailFrom: 'avis' }, 'central.setting'],
    [{ smtp: 'mail.example:25', smtpTls: 'none', mailFrom: 'avis@x.ca' }, 'central.setting'],
  ])('refuse %o', (typed, code) => {
    expect(settingsOf(typed, {})).toMatchObject({ ok: false, failure: { code } })
  })

  test('that cannot be used end the command with status 1 and words', async () => {
    const err: string[] = []
    const cli = { ...world, version: '0', env: {}, out: () => {}, err: (line: string) => err.push(line) }
    const stopped = new Promise<string>(() => {})
    expect(await main(['--listen', 'here'], { ...cli, stopped })).toBe(1)
    expect(err.join('\n')).toContain('--listen')
    expect(await main(['--no-such'], { ...cli, stopped })).toBe(2)
  })
})

describe('a PostgreSQL of its own', () => {
  const { folder, remove } = tempFolder()
  chmodSync(folder, 0o711)
  afterAll(remove)

  test('is durable, on loopback only, behind a random password, and starts again on the same data', async () => {
    const dir = join(folder, 'postgres')
    const first = unwrap(await startCluster(dir, nodeRandom))
    await asked(first.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
    const wrong = new URL(first.url)
    wrong.password = 'wrong'
    await expect(asked(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
    await asked(
      first.url,
      "DO $$ BEGIN ASSERT current_setting('fsync') = 'on'; ASSERT current_setting('data_checksums') = 'on'; END $$",
    )
    await first.kill()
    expect(existsSync(join(dir, 'data/postmaster.pid'))).toBe(true)

    const second = unwrap(await startCluster(dir, nodeRandom))
    await asked(second.url, 'DO $$ BEGIN ASSERT (SELECT n FROM kept) = 1; END $$')
    expect(statSync(join(dir, 'password')).mode & 0o077).toBe(0)
    await second.stop()
    expect(existsSync(join(dir, 'data/postmaster.pid'))).toBe(false)
  })
})
