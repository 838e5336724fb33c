import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * One central a data folder: a local socket that the running one listens on. The system takes it away when the process
 * ends, however it ends. Gives the way to let go; undefined when another central has the folder.
 */
export async function lockFolder(dataDir: string): Promise<(() => Promise<void>) | undefined> {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 32)
  const path =
    process.platform === 'win32' ? `\\\\.\\pipe\\passerelle-${name}` : join(tmpdir(), `passerelle-central-${name}.lock`)
  const first = await tryListen(path)
  if (first) return () => closed(first)
  if (await answers(path)) return undefined
  rmSync(path, { force: true }) // left by a central that was killed
  const second = await tryListen(path)
  return second && (() => closed(second))
}

async function tryListen(path: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.end())
  const { promise, resolve, reject } = Promise.withResolvers<Server | undefined>()
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') resolve(undefined)
    else reject(error)
  })
  server.listen(path, () => resolve(server))
  server.unref()
  return promise
}

async function answers(path: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect(path, () => resolve(true))
  socket.on('error', () => resolve(false))
  const alive = await promise
  socket.destroy()
  return alive
}

async function closed(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  await promise
}
