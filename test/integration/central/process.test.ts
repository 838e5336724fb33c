import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import 'reflect-metadata'
import { X509CertificateGenerator } from '@peculiar/x509'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildProgram } from '../../support/child.ts'
import { tempFolder } from '../../support/store.ts'

/** The central as a process of its own, with a PostgreSQL of its own. */
interface Running {
  readonly child: ChildProcess
  readonly url: string
  readonly ended: Promise<number | null>
}

let program: string
const { folder, remove } = tempFolder()
const running = new Set<Running>()
beforeAll(async () => {
  chmodSync(folder, 0o711)
  program = await buildProgram('src/central/main.ts')
}, 60_000)
afterAll(async () => {
  for (const { child } of running) child.kill('SIGTERM')
  await Promise.all([...running].map(({ ended }) => ended))
  remove()
})

async function start(args: readonly string[], uid?: number): Promise<Running> {
  const as = uid === undefined ? {} : { uid, gid: uid }
  const env = { ...process.env, DATABASE_URL: '', HOME: folder }
  const child = spawn(process.execPath, [program, '--listen', '127.0.0.1:0', ...args], { ...as, env })
  child.stdout.resume()
  const { promise: ended, resolve: end } = Promise.withResolvers<number | null>()
  child.once('exit', end)
  const { promise: listening, resolve, reject } = Promise.withResolvers<string>()
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line)
    if (line.startsWith('Passerelle central: ')) resolve(line.slice('Passerelle central: '.length))
  })
  void ended.then(() => reject(new Error(said.join('\n'))))
  const one = { child, url: await listening, ended }
  running.add(one)
  void ended.then(() => running.delete(one))
  return one
}

const users = process.getuid?.() === 0 ? [undefined, 65_534] : [undefined]

describe.each(users)('as user %s of the system', (uid) => {
  test('SIGTERM ends it in order, kill -9 leaves nothing that a new start cannot pick up', {
    timeout: 60_000,
  }, async () => {
    const data = join(folder, `data-${uid}`)
    if (uid !== undefined) chownSync(folder, uid, uid)
    const first = await start(['--data', data], uid)
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
    first.child.kill('SIGKILL') // its database goes on alone
    await first.ended
    const second = await start(['--data', data], uid)
    expect((await fetch(`${second.url}/readyz`)).status).toBe(200)
    await expect(start(['--data', data], uid)).rejects.toThrow('already runs on this data folder')
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })
})

test('beyond plain loopback it speaks TLS 1.2 or newer with the files that it is given', {
  timeout: 60_000,
}, async () => {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=localhost',
    keys,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    extensions: [],
  })
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  writeFileSync(cert, certificate.toString('pem'))
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  writeFileSync(key, `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`)
  const { url } = await start(['--data', join(folder, 'data-tls'), '--tls-cert', cert, '--tls-key', key])
  expect(url).toMatch(/^https:/)
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  request(`${url}/healthz`, { ca: readFileSync(cert), checkServerIdentity: () => undefined }, (answer) =>
    resolve(answer.resume().statusCode),
  )
    .on('error', reject)
    .end()
  expect(await promise).toBe(200)
})
