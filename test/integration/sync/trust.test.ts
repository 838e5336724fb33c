import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { publishTrust } from '../../../src/central/cli/trust.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { runCli } from '../../support/cli.ts'
import { openTestDesk } from '../../support/desk.ts'
import { centralDesks } from '../../support/sync/central-desks.ts'

let central: TestCentral
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())

const desks = centralDesks(() => central)
afterEach(desks.close)

const folder = mkdtempSync(join(tmpdir(), 'passerelle-trust-'))
const at = (name: string) => join(folder, name)
const env = { PASSERELLE_SECRET: 'several words nobody joins' }
const byRoot = (command: string, ...argv: string[]) =>
  runCli(['trust', command, '--authority', at('root'), '--json', ...argv], { env })
const atDesk = (dataDir: string, secret: string, command: string, ...argv: string[]) =>
  runCli(['trust', command, '--data', dataDir, '--json', ...argv], { env: { PASSERELLE_SECRET: secret } })

test('a bundle that the central hands out reaches the desk, is believed by its root alone and never goes back', async () => {
  const made = await desks.enrolled()
  const { dataDir } = made
  const { recoveryKey } = made.secrets
  await made.desk.sync.now()
  expect((await made.desk.status()).sync.trust).toBeUndefined()
  await made.close()

  const fingerprint = String((await byRoot('root', '--name', 'Test')).json.root)
  await byRoot('export', '--out', at('bundle-1'))
  expect(await atDesk(dataDir, recoveryKey, 'import', at('bundle-1'), '--root', fingerprint)).toMatchObject({
    status: 0,
  })
  await byRoot('revoke', '--document', 'R48219370')
  await byRoot('export', '--out', at('bundle-2'))
  unwrap(await publishTrust(central.services, at('bundle-2')))

  const again = await openTestDesk({ dataDir, http: made.net.http, version: '0.1.0' })
  again.time.now = made.time.now
  try {
    await again.desk.seat.signIn({ userName: 'gwen', password: 'correct horse battery' })
    await again.desk.sync.now()
    expect((await again.desk.status()).sync.trust).toMatchObject({ version: 2, days: 0, late: false })
    // Another root signs a newer one: the central carries it, and the desk does not believe it.
    const stranger = (command: string, ...argv: string[]) =>
      runCli(['trust', command, '--authority', at('other'), '--json', ...argv], { env })
    await stranger('root', '--name', 'Another')
    for (let i = 0; i < 3; i++) await stranger('export', '--out', at('foreign'))
    unwrap(await publishTrust(central.services, at('foreign')))
    expect(await again.desk.sync.now()).toMatchObject({
      state: 'settled',
      trust: { version: 2 },
      trustProblem: { code: 'trust.root_unknown' },
    })
    // An older one under the number of a newer: what it says itself counts.
    const { version } = JSON.parse(readFileSync(at('foreign'), 'utf8')) as { version?: number }
    expect(version).toBeUndefined()
    await central.services.database.db
      .insertInto('trust_bundle')
      .values({ version: 9, file: readFileSync(at('bundle-1'), 'utf8'), published: new Date(0) })
      .execute()
    expect(await again.desk.sync.now()).toMatchObject({
      trust: { version: 2 },
      trustProblem: { code: 'trust.rollback' },
    })
    again.time.now += 40 * 86_400_000
    central.clock.advance(40 * 86_400_000)
    expect(await again.desk.sync.now()).toMatchObject({ trust: { version: 2, days: 40, late: true } })
  } finally {
    await again.close()
  }
}, 120_000)

test('desks that were revoked are proposed to the root, which revokes their signers', async () => {
  central.clock.advance(60_000)
  const [a, b] = [await desks.enrolled(), await desks.enrolled()]
  for (const { desk } of [a, b]) await desk.sync.now()
  const device = (await b.desk.status()).sync.device ?? ''
  await a.desk.sync.revoke({ device, reason: 'left in a taxi' })
  await a.desk.sync.now()
  await b.close()
  await a.close()
  await atDesk(b.dataDir, b.secrets.recoveryKey, 'request', '--out', at('b.pem'))
  const enrolled = await byRoot('enrol', '--request', at('b.pem'))
  const proposed = await atDesk(a.dataDir, a.secrets.recoveryKey, 'propose', '--out', at('proposal'))
  expect(proposed.json).toMatchObject({ ok: true, desks: 1, documents: 0 })
  expect(JSON.parse(readFileSync(at('proposal'), 'utf8'))).toMatchObject({ desks: [device], documents: [] })
  writeFileSync(at('bad'), '{}')
  expect((await byRoot('revoke', '--proposal', at('bad'))).json.code).toBe('trust.not_a_proposal')
  expect((await byRoot('revoke', '--proposal', at('proposal'))).json).toMatchObject({ ok: true, signers: 1 })
  await byRoot('export', '--out', at('bundle-3'))
  const file = JSON.parse(readFileSync(at('bundle-3'), 'utf8')) as { content: string }
  const { revokedSigners } = JSON.parse(Buffer.from(file.content, 'base64').toString())
  expect(revokedSigners).toMatchObject([{ signer: enrolled.json.signer, reference: enrolled.json.reference }])
}, 120_000)
