import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Random } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { stopOrphan } from './orphan.ts'
import { findPostgres, type PostgresProgram, reachable } from './program.ts'

/** A PostgreSQL of our own that runs while we do. */
export interface Cluster {
  /** Where to connect: loopback only, with a random password. */
  readonly url: string
  /** Settles when the server ends without being asked to: its last line. */
  readonly died: Promise<string>
  /** Ends it in order: clients are cut off, everything is on the disk. */
  stop(): Promise<void>
  /** Ends it as a power cut would. For tests. */
  kill(): Promise<void>
}

/** `nobody` on Linux systems: PostgreSQL refuses to run as root. */
const nobody = 65_534
const superuser = 'central'

/**
 * What a service that must lose nothing sets, whatever the defaults are; and that no value ever gets into the log:
 * errors of statements are left out, since their text may quote what somebody typed.
 */
const settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  unix_socket_directories: '',
  listen_addresses: '127.0.0.1',
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_destination: 'stderr',
  logging_collector: 'off',
}

/**
 * Starts PostgreSQL in `dir`, which is made on first use. One process at a time may do so: the caller holds the folder.
 * @param log lines of the server itself: starting, checkpoints, stopping
 */
export async function startCluster(
  dir: string,
  random: Random,
  log: (line: string) => void = () => {},
): Promise<Result<Cluster>> {
  const asOther = process.getuid?.() === 0
  mkdirSync(dir, { recursive: true, mode: asOther ? 0o711 : 0o700 })
  if (asOther && !reachable(dir)) return fail('central.folder_closed')
  const program = findPostgres(join(dir, 'program'), asOther)
  if (!program.ok) return program
  const place = { ...program.value, dir, data: join(dir, 'data'), as: asOther ? { uid: nobody, gid: nobody } : {} }
  if (!existsSync(join(place.data, 'PG_VERSION'))) {
    const made = await initialise(place, random)
    if (!made.ok) return made
  }
  await stopOrphan(place.data)
  return startServer(place, log)
}

/** Where the PostgreSQL of another process of ours listens; undefined when none seems to run. */
export function runningCluster(dir: string): string | undefined {
  const [pid, password] = [join(dir, 'data/postmaster.pid'), join(dir, 'password')]
  if (!existsSync(pid) || !existsSync(password)) return undefined
  const port = Number(readFileSync(pid, 'utf8').split('\n')[3])
  return port > 0 ? urlOf(readFileSync(password, 'utf8'), port) : undefined
}

const urlOf = (password: string, port: number) => `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`

interface Place extends PostgresProgram {
  readonly dir: string
  readonly data: string
  readonly as: { uid?: number; gid?: number }
}

/** Makes the files of a new cluster; a first try that was cut short is thrown away. */
async function initialise(place: Place, random: Random): Promise<Result<void>> {
  const { dir, data, as } = place
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { mode: 0o700 })
  const password = Buffer.from(random.bytes(24)).toString('base64url')
  const given = join(data, '..', 'password.new')
  writeFileSync(given, password, { mode: 0o600 })
  if (as.uid !== undefined) for (const path of [data, given]) chownSync(path, as.uid, nobody)
  const args = ['--username', superuser, '--pwfile', given, '--auth', 'scram-sha-256', '--encoding', 'UTF8']
  const child = run(place, place.initdb, [...args, '--locale', 'C', '-D', data])
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface({ input: stream }).on('line', (line) => said.push(line))
  const status = await exitOf(child)
  rmSync(given, { force: true })
  if (status !== 0) {
    rmSync(data, { recursive: true, force: true })
    return fail('central.postgres_failed', { detail: said.at(-1) ?? `${status}` })
  }
  writeFileSync(join(dir, 'password'), password, { mode: 0o600 })
  chmodSync(join(dir, 'password'), 0o600)
  return ok(undefined)
}

async function startServer(place: Place, log: (line: string) => void): Promise<Result<Cluster>> {
  const port = await freePort()
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = run(place, place.postgres, ['-D', place.data, '-p', String(port), ...flags])
  const ended = exitOf(child)
  let last = ''
  let stopping = false
  const { promise: ready, resolve: isReady } = Promise.withResolvers<boolean>()
  if (child.stderr)
    createInterface({ input: child.stderr }).on('line', (line) => {
      last = line
      log(line)
      if (line.includes('database system is ready to accept connections')) isReady(true)
    })
  void ended.then(() => isReady(false))
  if (!(await ready)) return fail('central.postgres_failed', { detail: last || `${await ended}` })
  const end = async (signal: NodeJS.Signals) => {
    stopping = true
    child.kill(signal)
    await ended
  }
  const password = readFileSync(join(place.dir, 'password'), 'utf8')
  const died = ended.then(() => (stopping ? new Promise<never>(() => {}) : last))
  return ok({
    url: urlOf(password, port),
    died,
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
  })
}

const run = ({ as, env }: Place, program: string, args: readonly string[]): ChildProcess =>
  spawn(program, args, {
    ...as,
    cwd: '/',
    env: { ...process.env, ...env, LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A Ctrl+C at the terminal is for us: we stop the database after the service.
    detached: process.platform !== 'win32',
  })

function exitOf(child: ChildProcess): Promise<number | string> {
  const { promise, resolve } = Promise.withResolvers<number | string>()
  child.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
  child.once('exit', (code, signal) => resolve(code ?? signal ?? 'ended'))
  return promise
}

async function freePort(): Promise<number> {
  const server = createServer()
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    server.close(() => resolve(port))
  })
  return promise
}
