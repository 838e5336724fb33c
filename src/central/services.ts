import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, Random, Timers } from '../shared/ports.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { PasswordCost } from './confirmations/passwords.ts'
import { lockFolder } from './folder-lock.ts'
import type { Log } from './http/log.ts'
import { readKeyFile } from './keys/key-file.ts'
import { openSigner, type Signer } from './keys/signing.ts'
import { runningCluster, startCluster } from './postgres/cluster.ts'
import type { Settings } from './settings.ts'
import { type Database, openDatabase } from './storage/database.ts'
import { checkWrappingKey, createSubjectKeys, type SubjectKeys } from './storage/subject-keys.ts'

/** What every service of the central is built on. */
export interface Services extends CentralWorld {
  readonly database: Database
  readonly keys: SubjectKeys
  readonly signer: Signer
  readonly wrappingKey: Uint8Array
  /** Settles with a word when the database of our own has died: nothing can go on. */
  readonly died: Promise<string>
}

export interface CentralWorld {
  /** Version of the program, such as `0.1.0`. */
  readonly version: string
  readonly settings: Settings
  readonly clock: Clock
  readonly random: Random
  readonly timers: Timers
  readonly log: Log
  /** What a person's password costs to try; as the program thinks right when left out. */
  readonly passwordCost?: PasswordCost
}

/** Ends what was started, the latest first. */
export interface Cleanup {
  add(end: () => Promise<void>): void
  run(): Promise<void>
}

export function createCleanup(): Cleanup {
  const ends: (() => Promise<void>)[] = []
  return {
    add: (end) => void ends.push(end),
    async run() {
      for (const end of ends.splice(0).toReversed()) await end()
    },
  }
}

/**
 * Opens the database with its keys.
 * @param as `server`: the folder must be free. `visitor`: a command beside a central that runs is a guest of its database
 */
export async function openServices(
  world: CentralWorld,
  cleanup: Cleanup,
  as: 'server' | 'visitor',
): Promise<Result<Services>> {
  const { settings, clock, random, timers, log } = world
  mkdirSync(settings.dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const place = await databasePlace(world, cleanup, as)
  if (!place.ok) return place
  const onLost = (code: string) => log.warn({ code }, 'connection lost')
  const opened = await openDatabase({
    ...{ url: place.value.url, clock, random, timers, onLost },
    // A command beside the service chooses nothing for it.
    ...(as === 'server' ? { practice: settings.practice === true } : {}),
  })
  if (!opened.ok) return opened
  const database = opened.value
  cleanup.add(database.close)
  if (settings.practice && !database.practice) return fail('central.is_live')
  const wrappingKey = readKeyFile(settings, random)
  if (!wrappingKey.ok) return wrappingKey
  const checked = await checkWrappingKey(database.db, wrappingKey.value, random)
  if (!checked.ok) return checked
  const signer = await openSigner(database.db, wrappingKey.value, random)
  const keys = createSubjectKeys(wrappingKey.value, random)
  return ok({ ...world, database, keys, signer, wrappingKey: wrappingKey.value, died: place.value.died })
}

const never = new Promise<never>(() => {})

/** The PostgreSQL that was named, or one of our own. */
async function databasePlace(
  { settings, random, log }: CentralWorld,
  cleanup: Cleanup,
  as: 'server' | 'visitor',
): Promise<Result<{ url: string; died: Promise<string> }>> {
  const dir = join(settings.dataDir, 'postgres')
  const unlock = await lockFolder(settings.dataDir)
  if (unlock) cleanup.add(unlock)
  else if (as === 'server') return fail('central.in_use')
  if (settings.databaseUrl) return ok({ url: settings.databaseUrl, died: never })
  const running = unlock ? undefined : runningCluster(dir)
  if (running) return ok({ url: running, died: never })
  if (!unlock) return fail('central.in_use')
  const cluster = await startCluster(dir, random, (line) => log.debug({ line }, 'postgres'))
  if (!cluster.ok) return cluster
  cleanup.add(cluster.value.stop)
  return ok(cluster.value)
}
