import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { RouterClient } from '@orpc/server'
import { eventIterator, os } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createPapers } from '../../../src/main/hosts/browser/papers.ts'
import { type Loopback, listen } from '../../../src/main/hosts/browser/server.ts'

const token = 'the-launch-token'
const watchers = { ended: 0 }
const router = {
  name: os.output(z.string()).handler(() => 'desk'),
  size: os.input(z.file()).handler(({ input }) => input.size),
  pages: os.handler(async () => {
    await wait(50)
    return { file: new File([new Uint8Array(400_000)], 'pages.pdf'), findings: ['kept'] }
  }),
  watch: os.output(eventIterator(z.number())).handler(async function* () {
    try {
      for (let n = 0; ; n++) {
        yield n
        await wait(5)
      }
    } finally {
      watchers.ended += 1
    }
  }),
}
const papers = createPapers()
let loopback: Loopback
let client: RouterClient<typeof router>

beforeAll(async () => {
  const pages = mkdtempSync(join(tmpdir(), 'pages-'))
  loopback = await listen({ router, papers, pages, port: 0, token })
  const { origin } = loopback
  client = createORPCClient(
    new RPCLink({ url: `${origin}/rpc`, headers: { origin, authorization: `Bearer ${token}` } }),
  )
})
afterAll(async () => {
  papers.clear()
  await loopback.close()
})

const post = (headers: Record<string, string>, path = '/rpc/name', body?: string) =>
  fetch(loopback.origin + path, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })
const right = () => ({ origin: loopback.origin, authorization: `Bearer ${token}` })

describe('a call', () => {
  test('is answered with the right origin and token', async () => expect(await client.name()).toBe('desk'))

  test('of a stranger is refused', async () => {
    expect((await post({ ...right(), origin: 'https://example.org' })).status).toBe(403)
    expect((await post({ authorization: right().authorization })).status).toBe(403)
    expect((await post({ ...right(), 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post({ ...right(), authorization: 'Bearer wrong' })).status).toBe(401)
    expect((await post({ origin: loopback.origin })).status).toBe(401)
    expect((await fetch(`${loopback.origin}/rpc/name`, { headers: right() })).status).toBe(405)
    expect((await post(right(), '/rpc/nothing')).status).toBe(404)
  })

  test('under another host name is refused, so that DNS rebinding reaches nothing', async () => {
    for (const host of ['evil.example', 'localhost', '127.0.0.1'])
      expect(await raw(`GET / HTTP/1.1\r\nHost: ${host}`)).toMatch(/ 421 /)
    const { host } = new URL(loopback.origin)
    expect(await raw(`GET http://evil.example/ HTTP/1.1\r\nHost: ${host}`)).toMatch(/ 400 /)
  })

  test('carries a photo of 25 MB and no more', async () => {
    expect(await client.size(new File([new Uint8Array(25_000_000)], 'photo.jpg'))).toBe(25_000_000)
    const refused = client.size(new File([new Uint8Array(27_000_000)], 'photo.jpg'))
    await expect(refused).rejects.toThrow()
    expect(await client.name()).toBe('desk')
  })

  test('brings a file with what is said about it', async () => {
    const { file, findings } = await client.pages()
    expect([file.name, file.size, findings]).toEqual(['pages.pdf', 400_000, ['kept']])
  })

  test('that the window gives up before its file is made leaves the desk standing', async () => {
    const bugs: unknown[] = []
    const note = (error: unknown) => bugs.push(error)
    process.on('unhandledRejection', note)
    const given = fetch(`${loopback.origin}/rpc/pages`, {
      method: 'POST',
      headers: right(),
      signal: AbortSignal.timeout(20),
    })
    await expect(given).rejects.toThrow()
    await wait(150)
    process.off('unhandledRejection', note)
    expect(bugs).toEqual([])
    expect(await client.name()).toBe('desk')
  })

  test('streams events until the window stops listening, which the desk then notices', async () => {
    const seen: number[] = []
    for await (const n of await client.watch()) {
      seen.push(n)
      if (n === 3) break
    }
    expect(seen).toEqual([0, 1, 2, 3])
    await expect.poll(() => watchers.ended).toBe(1)
  })
})

describe('a paper', () => {
  const pdf = { name: 'Étude 1.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }

  test('is found at its own address only, as what it is', async () => {
    const answer = await fetch(loopback.origin + papers.put({ file: pdf, disposition: 'inline' }))
    expect(await answer.text()).toBe('%PDF-1.7')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''%C3%89tude%201.pdf")
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await fetch(`${loopback.origin}/paper/guess`)).status).toBe(404)
  })

  test('that is a page of HTML is never shown as one', async () => {
    const page = { ...pdf, type: 'text/html' }
    const answer = await fetch(loopback.origin + papers.put({ file: page, disposition: 'attachment' }))
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('gives way when many have come after it', () => {
    const first = papers.put({ file: pdf, disposition: 'inline' })
    for (let n = 0; n < 16; n++) papers.put({ file: pdf, disposition: 'inline' })
    expect(papers.at(first)).toBeUndefined()
  })
})

test('every answer, also a refusal, carries the protective headers', async () => {
  const answer = await fetch(`${loopback.origin}/nothing`)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(answer.headers.get('permissions-policy')).toContain('microphone=()')
})

test('nothing outside the folder of the window is read', async () => {
  const { host } = new URL(loopback.origin)
  const up = Array.from({ length: 12 }, () => '..').join('/')
  for (const path of [
    `/${up}/etc/passwd`,
    `/${up.replaceAll('/', '%2f')}%2fetc%2fpasswd`,
    '/%00',
    '/%',
    '/..\\..\\x',
    '//etc/passwd',
  ])
    expect(await raw(`GET ${path} HTTP/1.1\r\nHost: ${host}`), path).toMatch(/^HTTP\/1.1 40[04] /)
})

test('closing ends open streams', async () => {
  const other = await listen({ router, papers, pages: tmpdir(), port: 0, token })
  const { origin } = other
  const { watch }: RouterClient<typeof router> = createORPCClient(
    new RPCLink({ url: `${origin}/rpc`, headers: { origin, authorization: `Bearer ${token}` } }),
  )
  const events = await watch()
  await events.next()
  await other.close()
  await expect(
    (async () => {
      for await (const _ of events);
    })(),
  ).rejects.toThrow()
})

/** Sends a request head as it is: fetch would tidy its path and its Host. */
async function raw(head: string): Promise<string> {
  const socket = connect(Number(new URL(loopback.origin).port), '127.0.0.1')
  socket.write(`${head}\r\nConnection: close\r\n\r\n`)
  const parts: Buffer[] = []
  socket.on('data', (part) => parts.push(part))
  await once(socket, 'close')
  return Buffer.concat(parts).toString()
}
