import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Central, startCentral } from '../../src/central/central.ts'
import { createLog } from '../../src/central/http/log.ts'
import { nodeRandom, nodeTimers } from '../../src/central/ports/node.ts'
import type { Settings } from '../../src/central/settings.ts'
import { unwrap } from '../../src/shared/result.ts'
import { type TestClock, tempFolder, testClock } from './store.ts'

/** The address of a PostgreSQL for this run. */
export async function postgresUrl(): Promise<string> {
  const answer = await fetch(inject('postgres'))
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}

/** A new, empty database on the run's PostgreSQL. */
export async function newDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = await postgresUrl()
  const name = `test_${randomBytes(6).toString('hex')}`
  await asked(server, `CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => asked(server, `DROP DATABASE ${name} WITH (FORCE)`) }
}

/** One statement on a connection of its own. */
export async function asked(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Quick; what a password costs outside of tests is asserted beside the hashing itself. */
const passwordCost = { log2: 10, r: 8, p: 1 }

export interface TestCentral extends Central {
  readonly clock: TestClock
  readonly databaseUrl: string
  readonly folder: string
  /** Every line of its log, as JSON. */
  readonly lines: string[]
  /** Stops it and removes database and folder. */
  remove(): Promise<void>
}

/** A central of its own database, listening on loopback; its clock stands still unless `now` says the time. */
export async function startTestCentral(changes: Partial<Settings> = {}, now?: () => number): Promise<TestCentral> {
  const database = await newDatabase()
  const { folder, remove } = tempFolder()
  const clock = { ...testClock(), ...(now ? { now } : {}) }
  const lines: string[] = []
  const settings: Settings = {
    dataDir: folder,
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: 0,
    logLevel: 'debug',
    requestsPerSecond: 1e9, // its clock stands still
    offlineDays: 30,
    minClient: '0.1.0',
    ...changes,
  }
  const log = createLog('debug', (line) => lines.push(line))
  const central = unwrap(
    await startCentral({
      version: '0.0.0',
      settings,
      clock,
      random: nodeRandom,
      timers: nodeTimers,
      log,
      passwordCost,
    }),
  )
  let open = true
  const close = async () => {
    if (open) await central.close()
    open = false
  }
  return {
    ...central,
    clock,
    databaseUrl: database.url,
    folder,
    lines,
    close,
    async remove() {
      await close()
      await database.drop()
      remove()
    },
  }
}
