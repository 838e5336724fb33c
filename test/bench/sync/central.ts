/** The built central in a process of its own, on a PostgreSQL of its own. */
import { execFileSync, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { childrenOf } from './processes.ts'

export interface RunningCentral {
  readonly url: string
  readonly pid: number
  /** Of PostgreSQL's first process. */
  readonly database: number
  code(): string
  approve(device: string): void
  stop(): Promise<void>
}

const program = resolve('out', 'central', 'central.js')
/** No limit of requests: it is the work that is measured. */
const most = '1000000'

export async function startCentralProcess(folder: string): Promise<RunningCentral> {
  const data = join(folder, 'central')
  const env = { ...process.env, DATABASE_URL: '' }
  const args = [program, '--data', data, '--listen', '127.0.0.1:0', '--rate', most, '--log-level', 'warn']
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const { promise, resolve: listening, reject } = Promise.withResolvers<string>()
  const said: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line)
    const [, url] = /^Passerelle central: (.*)$/.exec(line) ?? []
    if (url) listening(url)
  })
  void ended.then(() => reject(new Error(said.join('\n'))))
  const url = await promise
  const pid = child.pid ?? 0
  const command = (...words: string[]) =>
    execFileSync(process.execPath, [program, '--data', data, ...words], { env, encoding: 'utf8' }).trim()
  return {
    url,
    pid,
    database: childrenOf(pid)[0] ?? 0,
    code: () => command('enrol-code', '--office', 'lacolle-15'),
    approve: (device) => void command('approve', device),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
