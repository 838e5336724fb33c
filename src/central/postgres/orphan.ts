import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/**
 * A central that was killed leaves its PostgreSQL running. The folder is ours (the caller holds its lock), so a server
 * that answers on the port in `postmaster.pid` for this very folder is stopped in order; nothing is lost by it.
 * The file: process, folder, start, port, one a line (PostgreSQL, miscadmin.h).
 */
export async function stopOrphan(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const [pid, folder, , port] = readFileSync(file, 'utf8').split('\n')
  const ours = folder !== undefined && existsSync(folder) && realpathSync(folder) === realpathSync(data)
  if (!ours || !(await answers(Number(port)))) return
  process.kill(Number(pid), 'SIGINT')
  for (let waited = 0; existsSync(file) && waited < 30_000; waited += 50) await setTimeout(50)
}

async function answers(port: number): Promise<boolean> {
  if (!Number.isInteger(port) || port <= 0) return false
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect(port, '127.0.0.1', () => resolve(true))
  socket.on('error', () => resolve(false))
  const alive = await promise
  socket.destroy()
  return alive
}
