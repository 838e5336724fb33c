import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Clock, Random, Timers } from '../shared/ports.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { lockFolder } from './folder-lock.ts'
import { bugOf, type Log } from './http/log.ts'
import { createMetrics } from './http/metrics.ts'
import { createServer } from './http/server.ts'
import { createNonces } from './http/signed.ts'
import { syncRoutes } from './http/sync-routes.ts'
import { readKeyFile } from './keys/key-file.ts'
import { startCluster } from './postgres/cluster.ts'
import type { Settings } from './settings.ts'
import { openDatabase } from './storage/database.ts'
import { checkWrappingKey, createSubjectKeys } from './storage/subject-keys.ts'

/** The central service: read this first. It is built of a database, services on it, and routes on those. */
export interface Central {
  /** Where it listens, such as `http://127.0.0.1:8700`. */
  readonly url: string
  readonly app: FastifyInstance
  /** Settles with a word when the database of our own has died: nothing can go on. */
  readonly died: Promise<string>
  /** Takes no new requests, ends those in hand, then the database. */
  close(): Promise<void>
}

export interface CentralWorld {
  readonly settings: Settings
  readonly clock: Clock
  readonly random: Random
  readonly timers: Timers
  readonly log: Log
}

/** Starts the service. What was already started is ended again when a later part fails. */
export async function startCentral(world: CentralWorld): Promise<Result<Central>> {
  const { settings, log } = world
  mkdirSync(settings.dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const unlock = await lockFolder(settings.dataDir)
  if (!unlock) return fail('central.in_use')
  const cleanup = [unlock]
  const close = async () => {
    for (const end of cleanup.toReversed()) await end()
  }
  const started = await startParts(world, cleanup).catch(async (bug: unknown) => {
    await close()
    throw bug
  })
  if (!started.ok) {
    await close()
    return started
  }
  log.info({ event: 'started', tls: settings.tls !== undefined, ownDatabase: !settings.databaseUrl }, 'started')
  return ok({ ...started.value, close })
}

type Ends = (() => Promise<void>)[]

async function startParts(
  { settings, clock, random, timers, log }: CentralWorld,
  cleanup: Ends,
): Promise<Result<Omit<Central, 'close'>>> {
  const place = await databaseOf(settings, random, log, cleanup)
  if (!place.ok) return place
  const opened = await openDatabase({
    url: place.value.url,
    clock,
    random,
    timers,
    onLost: (code) => log.warn({ code }, 'connection lost'),
  })
  if (!opened.ok) return opened
  const database = opened.value
  cleanup.push(database.close)
  const wrappingKey = readKeyFile(settings, random)
  if (!wrappingKey.ok) return wrappingKey
  const checked = await checkWrappingKey(database.db, wrappingKey.value, random)
  if (!checked.ok) return checked
  const metrics = createMetrics()
  const app = createServer({ settings, log, metrics, random, ready: database.ready })
  const parts = { database, keys: createSubjectKeys(wrappingKey.value, random), clock, random }
  syncRoutes(app, parts, { db: database.db, clock, isNew: createNonces(clock) }, metrics)
  cleanup.push(() => app.close())
  try {
    const url = await app.listen({ host: settings.host, port: settings.port })
    return ok({ url, app, died: place.value.died })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    log.error(bugOf(error), 'listen')
    return fail('central.port', { address: `${settings.host}:${settings.port}`, reason: code })
  }
}

/** The PostgreSQL that was named, or one of our own. */
async function databaseOf(
  { databaseUrl, dataDir }: Settings,
  random: Random,
  log: Log,
  cleanup: Ends,
): Promise<Result<{ url: string; died: Promise<string> }>> {
  if (databaseUrl) return ok({ url: databaseUrl, died: new Promise(() => {}) })
  const cluster = await startCluster(join(dataDir, 'postgres'), random, (line) => log.debug({ line }, 'postgres'))
  if (!cluster.ok) return cluster
  cleanup.push(cluster.value.stop)
  return ok(cluster.value)
}
