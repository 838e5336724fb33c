import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { reportBug } from './bugs.ts'

/**
 * One desk a folder, whichever host runs it. The lock is a local socket that the running desk listens on: the system
 * takes it away when the process ends, however it ends, so a stale lock never needs a person.
 */
export interface FolderLock {
  release(): Promise<void>
}

/** Takes the folder, or gives undefined when another desk holds it. */
export async function lockFolder(dataDir: string): Promise<FolderLock | undefined> {
  const path = socketPath(dataDir)
  const first = await tryListen(path)
  if (first) return lockOf(first)
  if (await answers(path)) return
  rmSync(path, { force: true }) // left by a desk that was killed
  const second = await tryListen(path)
  return second && lockOf(second)
}

/** Short, because a socket's path may have 100 characters or so and a data folder's often has more. */
function socketPath(dataDir: string): string {
  const name = createHash('sha256').update(`${userInfo().username}\n${dataDir}`).digest('hex').slice(0, 32)
  if (process.platform === 'win32') return `\\\\.\\pipe\\passerelle-${name}`
  const inside = join(dataDir, 'desk.lock')
  return Buffer.byteLength(inside) < 100 ? inside : join(tmpdir(), `passerelle-${name}.lock`)
}

async function tryListen(path: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.end())
  const { promise, resolve, reject } = Promise.withResolvers<Server | undefined>()
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') resolve(undefined)
    else reject(error)
  })
  server.listen(path, () => resolve(server))
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

function lockOf(server: Server): FolderLock {
  server.on('error', reportBug)
  server.unref()
  return {
    async release() {
      const { promise, resolve } = Promise.withResolvers<void>()
      server.close(() => resolve())
      await promise
    },
  }
}
