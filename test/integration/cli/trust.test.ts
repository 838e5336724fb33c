import { createHash, X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../../support/cli.ts'
import { openTestDesk } from '../../support/desk.ts'
import { administratorDesk } from '../../support/set-up.ts'

const root = mkdtempSync(join(tmpdir(), 'passerelle-trust-'))
const at = (name: string) => join(root, name)
let recoveryKey = ''
const passphrase = 'several words nobody joins'

beforeAll(async () => {
  mkdirSync(at('desk'))
  const desk = await administratorDesk(await openTestDesk({ dataDir: at('desk') }))
  recoveryKey = desk.secrets.recoveryKey
  await desk.test.close()
})
afterAll(() => rmSync(root, { recursive: true }))

const byRoot = (command: string, ...argv: string[]) =>
  runCli(['trust', command, '--authority', at('root'), '--json', ...argv], { env: { PASSERELLE_SECRET: passphrase } })
const atDesk = (command: string, ...argv: string[]) =>
  runCli(['trust', command, '--data', at('desk'), '--json', ...argv], { env: { PASSERELLE_SECRET: recoveryKey } })

test('a root enrols a desk, revokes, and its bundles are taken only forwards', async () => {
  expect((await byRoot('export', '--out', at('none'))).json.code).toBe('trust.no_root')
  const made = await byRoot('root', '--name', 'Test')
  expect(made).toMatchObject({ status: 0, json: { ok: true } })
  const fingerprint = String(made.json.root)
  expect((await byRoot('root', '--name', 'Another')).json.code).toBe('trust.root_exists')
  expect((await byRoot('root')).json.root).toBe(fingerprint)

  expect(await atDesk('request', '--out', at('request.pem'))).toMatchObject({ status: 0 })
  const enrolled = await byRoot('enrol', '--request', at('request.pem'))
  expect(enrolled.json).toEqual({ ok: true, signer: 'CA01', reference: '10', validTo: expect.stringMatching(/^2034-/) })
  // The same key asks again: the same certificate.
  await atDesk('request', '--out', at('again.pem'))
  expect((await byRoot('enrol', '--request', at('again.pem'))).json).toEqual(enrolled.json)

  expect((await byRoot('export', '--out', at('bundle-1'))).json).toMatchObject({ version: 1 })
  expect((await atDesk('import', at('bundle-1'))).json.code).toBe('trust.root_needed')
  expect((await atDesk('import', at('bundle-1'), '--root', '00'.repeat(32))).json.code).toBe('trust.root_unknown')
  const spoken = fingerprint.toUpperCase().replace(/(.{4})/g, '$1 ')
  expect((await atDesk('import', at('bundle-1'), '--root', spoken)).json).toMatchObject({ ok: true, signers: 1 })

  expect((await byRoot('revoke', '--document', 'R48219370', 'R48219371')).json.documents).toBe(2)
  expect((await byRoot('revoke', '--signer', 'CA01/99')).json.code).toBe('trust.signer_unknown')
  expect((await byRoot('revoke', '--signer', 'ca01/10')).status).toBe(0)
  expect((await byRoot('revoke')).status).toBe(2)
  await byRoot('export', '--out', at('bundle-2'))
  expect((await atDesk('import', at('bundle-2'))).json).toMatchObject({ ok: true, version: 2 })
  expect((await atDesk('import', at('bundle-2'))).status).toBe(0) // the same stick once more
  const back = await atDesk('import', at('bundle-1'), '--root', fingerprint)
  expect(back).toMatchObject({ status: 1, json: { code: 'trust.rollback', params: { held: 2, given: 1 } } })
  const content = contentOf(at('bundle-2'))
  expect(content.revokedSigners).toEqual([{ signer: 'CA01', reference: '10', on: '2026-11-23' }])
  expect(Buffer.from(content.revokedDocuments, 'base64')).toHaveLength(10)
})

const contentOf = (file: string) =>
  JSON.parse(Buffer.from(JSON.parse(readFileSync(file, 'utf8')).content, 'base64').toString())

test('the certificate of a signer is as seals want it', () => {
  const [signer] = contentOf(at('bundle-2')).signers
  const [rootCertificate] = contentOf(at('bundle-2')).roots
  const x509 = new X509Certificate(Buffer.from(signer.certificate, 'base64'))
  const root = new X509Certificate(Buffer.from(rootCertificate, 'base64'))
  expect(x509.subject.split('\n')).toEqual(['C=CA', 'CN=01'])
  expect(x509.keyUsage).toEqual(['2.23.136.1.1.11.1'])
  expect(x509.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
  expect([x509.checkIssued(root), x509.verify(root.publicKey), root.ca]).toEqual([true, true, true])
  expect(x509.raw.length).toBeLessThan(600)
})

test('a bundle that was touched is refused, and so is one of another root', async () => {
  const file = JSON.parse(readFileSync(at('bundle-2'), 'utf8'))
  const forged = { ...contentOf(at('bundle-2')), version: 9 }
  const content = Buffer.from(JSON.stringify(forged)).toString('base64')
  writeFileSync(at('forged'), JSON.stringify({ ...file, content }))
  expect((await atDesk('import', at('forged'))).json.code).toBe('trust.bundle_forged')
  writeFileSync(at('text'), 'hello')
  expect((await atDesk('import', at('text'))).json.code).toBe('trust.not_a_bundle')
  const other = ['--authority', at('other'), '--json']
  const env = { env: { PASSERELLE_SECRET: passphrase } }
  await runCli(['trust', 'root', '--name', 'Other', ...other], env)
  for (let times = 0; times < 4; times++) await runCli(['trust', 'export', '--out', at('other-bundle'), ...other], env)
  expect((await atDesk('import', at('other-bundle'))).json.code).toBe('trust.root_unknown')
})

test('the key of the root lies under its passphrase alone', async () => {
  const wrong = { env: { PASSERELLE_SECRET: 'other words nobody joins' } }
  const run = await runCli(['trust', 'export', '--authority', at('root'), '--out', at('x'), '--json'], wrong)
  expect(run.json.code).toBe('trust.passphrase_wrong')
  const short = await runCli(['trust', 'root', '--authority', at('new'), '--name', 'N', '--json'], {
    env: { PASSERELLE_SECRET: 'short' },
  })
  expect(short.json.code).toBe('trust.passphrase_short')
})

test('a damaged register of the root is said to be so, and stays as it is', async () => {
  const file = join(at('root'), 'trust-register.json')
  const whole = readFileSync(file)
  for (const broken of [whole.subarray(0, whole.length / 2), Buffer.from('{}')]) {
    writeFileSync(file, broken)
    expect(await byRoot('export', '--out', at('none'))).toMatchObject({
      status: 1,
      json: { code: 'trust.register_damaged' },
    })
    expect(readFileSync(file)).toEqual(broken)
  }
  writeFileSync(file, whole)
})

test('a request that was changed on its way is refused', async () => {
  const pem = readFileSync(at('request.pem'), 'utf8')
  const der = Buffer.from(pem.replace(/-----.*-----|\s/g, ''), 'base64')
  der[40] = (der[40] ?? 0) ^ 1
  writeFileSync(
    at('changed.pem'),
    `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`,
  )
  expect((await byRoot('enrol', '--request', at('changed.pem'))).json.code).toBe('trust.request_invalid')
})

test('a bundle names no document', () => {
  const digest = createHash('sha256').update('CAN R48219370').digest().subarray(0, 5)
  const prefixes = Buffer.from(contentOf(at('bundle-2')).revokedDocuments, 'base64')
  expect(prefixes.includes(digest)).toBe(true)
  expect(readFileSync(at('bundle-2'), 'utf8') + JSON.stringify(contentOf(at('bundle-2')))).not.toContain('R48219370')
})
