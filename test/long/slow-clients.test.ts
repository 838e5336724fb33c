import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { createPapers } from '../../src/main/hosts/browser/papers.ts'
import { listen } from '../../src/main/hosts/browser/server.ts'

test('a hundred clients that never finish their request are hung up on, and others are served after', async () => {
  const loopback = await listen({ router: {}, papers: createPapers(), pages: tmpdir(), port: 0, token: 't' })
  const { port, host } = new URL(loopback.origin)
  const slow = Array.from({ length: 100 }, () => {
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => {}) // a refused connection may be reset
    socket.resume()
    socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `)
    return new Promise<void>((done) => socket.once('close', () => done()))
  })
  await Promise.all(slow)
  expect((await fetch(loopback.origin)).status).toBe(404)
  await loopback.close()
})
