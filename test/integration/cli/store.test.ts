import { closeSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder } from '../../../src/main/officers/folder.ts'
import { openByRecoveryKey } from '../../../src/main/officers/opening.ts'
import { nodeClock, nodeRandom } from '../../../src/main/ports/node.ts'
import { openFile } from '../../../src/main/store/file.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { runCli } from '../../support/cli.ts'
import { noon, openTestDesk } from '../../support/desk.ts'
import { administratorDesk, codeFor } from '../../support/set-up.ts'

const root = mkdtempSync(join(tmpdir(), 'passerelle-cli-'))
const data = join(root, 'desk')
let recoveryKey = ''
let password = ''
let totpSecret = ''
let border = ''

beforeAll(async () => {
  mkdirSync(data)
  const desk = await administratorDesk(await openTestDesk({ dataDir: data }))
  recoveryKey = desk.secrets.recoveryKey
  totpSecret = desk.secrets.totpSecret
  password = desk.password
  const enrolled = await desk.test.desk.officers.enrol({
    userName: 'amelie',
    displayName: 'Amélie Tremblay',
    password: 'temporary sentence',
    roles: ['border_officer'],
    jurisdiction: 'office',
  })
  await desk.test.desk.seat.signOut()
  await desk.test.desk.seat.signIn({ userName: 'amelie', password: 'temporary sentence' })
  await desk.test.desk.seat.secondFactor({ code: codeFor(enrolled.secrets.totpSecret, noon) })
  await desk.test.desk.seat.changePassword({ current: 'temporary sentence', next: 'mine alone forever' })
  border = 'mine alone forever'
  await desk.test.close()
})
afterAll(() => rmSync(root, { recursive: true }))

const withKey = (...argv: string[]) =>
  runCli([...argv, '--data', data, '--json'], { env: { PASSERELLE_SECRET: recoveryKey } })

test('the recovery key opens a store for a check, by variable, by open file and at the terminal', async () => {
  const check = ['store', 'check', '--data', data]
  const byVariable = await runCli([...check, '--json'], { env: { PASSERELLE_SECRET: recoveryKey } })
  expect(byVariable).toMatchObject({ status: 0, json: { ok: true, problems: [], blobs: { missing: 0 } } })
  const byFile = await runCli([...check, '--secret-fd', '3'], { readSecrets: (n) => (n === 3 ? [recoveryKey] : []) })
  expect(byFile).toMatchObject({ status: 0, err: [] })
  expect(byFile.out.at(-1)).toBe('The store is sound.')
  const questions: string[] = []
  const ask = async (question: string) => {
    questions.push(question)
    return recoveryKey
  }
  const asked = await runCli([...check, '--lang', 'fr'], { ask })
  expect(asked.status).toBe(0)
  expect(asked.out.at(-1)).toBe('La base est saine.')
  expect(questions).toEqual(['Clé de récupération\u00a0: '])
})

test('a key with a slip and a key of another desk are refused with the next step, not with a stack', async () => {
  const slipped = recoveryKey.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  const slip = await runCli(['store', 'check', '--data', data], { env: { PASSERELLE_SECRET: slipped } })
  expect(slip.status).toBe(1)
  expect(slip.err[0]).toContain('Group 8')
  expect(slip.err[1]).toMatch(/^Next: /)
  const stranger = await administratorDesk(await openTestDesk({ dataDir: mkdtempSync(join(root, 'other-')) }))
  await stranger.test.close()
  const other = await runCli(['store', 'check', '--data', data, '--json'], {
    env: { PASSERELLE_SECRET: stranger.secrets.recoveryKey },
  })
  expect(other).toMatchObject({ status: 1, json: { ok: false, code: 'officers.recovery_key_wrong' } })
})

test('without a secret nothing is opened and the help says where one goes', async () => {
  const run = await runCli(['store', 'check', '--data', data])
  expect(run.status).toBe(2)
  expect(run.err.join('\n')).toContain('PASSERELLE_SECRET')
})

test('an empty folder, none at all, and one in use are said so', async () => {
  const secret = { env: { PASSERELLE_SECRET: recoveryKey } }
  const empty = mkdtempSync(join(root, 'empty-'))
  expect(await runCli(['audit', 'verify', '--data', empty, '--json'], secret)).toMatchObject({
    status: 1,
    json: { code: 'store.missing' },
  })
  expect(await runCli(['audit', 'verify', '--data', join(root, 'nowhere'), '--json'], secret)).toMatchObject({
    status: 1,
    json: { code: 'store.missing' },
  })
  const taken = await runCli(['store', 'rebuild', '--data', data, '--json'], { ...secret, lock: async () => undefined })
  expect(taken).toMatchObject({ status: 1, json: { code: 'store.in_use' } })
  const running = await openTestDesk({ dataDir: data })
  await running.desk.seat.signIn({ userName: 'amelie', password: border })
  expect(await withKey('store', 'check')).toMatchObject({ status: 1, json: { code: 'store.in_use' } })
  await running.close()
})

test('an officer opens with password and, when it is due, the code; the role decides', async () => {
  const clock = { now: () => noon + 20 * 3_600_000, zone: () => 'America/Toronto' }
  const argv = ['store', 'check', '--data', data, '--user', 'gwen', '--json']
  expect(await runCli(argv, { clock, env: { PASSERELLE_SECRET: password } })).toMatchObject({ status: 2 })
  const code = codeFor(totpSecret, clock.now())
  const env = { PASSERELLE_SECRET: password, PASSERELLE_CODE: code }
  expect(await runCli(argv, { clock, env })).toMatchObject({ status: 0, json: { ok: true } })
  const wrong = await runCli(argv, { env: { PASSERELLE_SECRET: 'another long password' } })
  expect(wrong).toMatchObject({ status: 1, json: { code: 'officers.wrong_credentials' } })
  const officer = ['store', 'check', '--data', data, '--user', 'amelie', '--json']
  expect(await runCli(officer, { env: { PASSERELLE_SECRET: border } })).toMatchObject({
    status: 1,
    json: { code: 'officers.not_your_role' },
  })
})

test('rebuild, backup and restore as a new device; a desk that is there is put aside only when told', async () => {
  expect(await withKey('store', 'rebuild')).toMatchObject({ status: 0, json: { ok: true } })
  const to = join(root, 'backups')
  expect(await withKey('store', 'backup', '--to', to)).toMatchObject({
    status: 1,
    json: { code: 'store.backup_folder' },
  })
  mkdirSync(to)
  const backup = await withKey('store', 'backup', '--to', to)
  expect(backup).toMatchObject({ status: 0, json: { ok: true, blobs: 0 } })
  const fresh = join(root, 'fresh')
  const restore = ['store', 'restore', '--data', fresh, '--from', to, '--json']
  const secret = { env: { PASSERELLE_SECRET: recoveryKey } }
  const restored = await runCli(restore, secret)
  expect(restored).toMatchObject({ status: 0, json: { ok: true } })
  expect(restored.json.voided).toHaveLength(3)
  expect(await runCli(['audit', 'verify', '--data', fresh, '--json'], secret)).toMatchObject({ status: 0 })
  expect(await runCli(restore, secret)).toMatchObject({ status: 1, json: { code: 'store.exists' } })
  expect(await runCli([...restore, '--replace'], secret)).toMatchObject({ status: 0 })
  expect(existsSync(join(fresh, 'store', 'quarantine'))).toBe(true)
  const bad = { env: { PASSERELLE_SECRET: recoveryKey.slice(5) } }
  expect(await runCli([...restore, '--replace'], bad)).toMatchObject({ status: 1, json: { ok: false } })
  const none = ['store', 'restore', '--data', join(root, 'x'), '--from', join(root, 'nowhere'), '--json']
  expect(await runCli(none, secret)).toMatchObject({ status: 1, json: { code: 'store.backup_damaged' } })
})

test('a stranger’s backup does not take the place of a desk that works', async () => {
  const theirs = mkdtempSync(join(root, 'theirs-'))
  const stranger = await administratorDesk(await openTestDesk({ dataDir: theirs }))
  await stranger.test.close()
  const to = mkdtempSync(join(root, 'their-backups-'))
  const env = { PASSERELLE_SECRET: stranger.secrets.recoveryKey }
  expect((await runCli(['store', 'backup', '--data', theirs, '--to', to], { env })).status).toBe(0)
  const restore = ['store', 'restore', '--data', data, '--from', to, '--replace', '--json']
  expect(await runCli(restore, { env })).toMatchObject({ status: 1, json: { code: 'officers.recovery_key_wrong' } })
  expect(await withKey('audit', 'verify')).toMatchObject({ status: 0 })
})

test('pages that cannot be read are what a check finds and says, not a stack', async () => {
  const spoilt = join(root, 'spoilt')
  cpSync(data, spoilt, { recursive: true })
  spoilPage(spoilt, 'blob')
  const secret = { env: { PASSERELLE_SECRET: recoveryKey } }
  const checked = await runCli(['store', 'check', '--data', spoilt, '--json'], secret)
  expect(checked).toMatchObject({ status: 1, json: { ok: false } })
  expect(checked.json.problems).toContain('store.damaged')
  spoilPage(spoilt, 'subject')
  const verified = await runCli(['audit', 'verify', '--data', spoilt, '--json'], secret)
  expect(verified).toMatchObject({ status: 1, json: { ok: false, code: 'store.damaged' } })
})

/** Overwrites the root page of a table, as a worn disk might. */
function spoilPage(folder: string, table: string) {
  const path = join(folder, 'store', 'desk.db')
  const sqlite = openFile(path, databaseKeyOf(folder), { create: false })
  const page = sqlite.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) as number
  const size = Number(sqlite.pragma('page_size', { simple: true }))
  sqlite.close()
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(size, 7), 0, size, (page - 1) * size)
  closeSync(file)
}

function databaseKeyOf(folder: string): Uint8Array {
  const ports = { files: dataFolder(folder, (_, fn) => fn()), clock: nodeClock, random: nodeRandom } as never
  return unwrap(openByRecoveryKey(ports, recoveryKey)).databaseKey
}

test('a changed event is found, and its place named in words and in JSON', async () => {
  expect(await withKey('audit', 'verify')).toMatchObject({ status: 0, json: { ok: true } })
  const sqlite = openFile(join(data, 'store', 'desk.db'), databaseKeyOf(data), { create: false })
  sqlite.prepare('UPDATE event SET at_ms = at_ms + 1 WHERE position = 4').run()
  sqlite.close()
  const found = await withKey('audit', 'verify')
  expect(found).toMatchObject({
    status: 1,
    json: { ok: false, broken: { log: 'record', sequence: 4, reason: 'hash' } },
  })
  const said = await runCli(['audit', 'verify', '--data', data], { env: { PASSERELLE_SECRET: recoveryKey } })
  expect(said.status).toBe(1)
  expect(said.out[0]).toMatch(/^BROKEN: record log, device [0-9a-f-]{36}, entry 4: the entry was changed\.$/)
})
