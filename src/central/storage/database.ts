import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { v4 } from 'uuid'
import type { Clock, Random, Timers } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { currentVersion, migrate } from './migrations.ts'
import type { Tables } from './tables.ts'

/** What reads and writes: the database itself, or one transaction of it. */
export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

export interface Database {
  readonly db: Db
  /** Connections as they are, for what Kysely does not speak. */
  readonly pool: pg.Pool
  /**
   * Runs `work` in one transaction; again, from its start, when the database asks for it (serialization or deadlock),
   * at most five times.
   */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Does the database answer, with the schema of this program? */
  ready(): Promise<boolean>
  /** The history that this database is: changes when a backup was restored. */
  readonly epoch: string
  /** Is this central for practice, and not for people? */
  readonly practice: boolean
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly url: string
  readonly clock: Clock
  readonly random: Random
  readonly timers: Timers
  /** What it is to be, where this is its first start. */
  readonly practice?: boolean
  /** Connections at most. */
  readonly connections?: number
  /** An idle connection broke: the SQLSTATE or code of the system. */
  readonly onLost?: (code: string) => void
}

/** Connects, brings the schema up to date and makes sure that there is an epoch. */
export async function openDatabase(options: DatabaseOptions): Promise<Result<Database>> {
  const { url, clock, random, timers, connections = 20, onLost = () => {} } = options
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'passerelle-central',
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: parserOf },
  })
  pool.on('error', (error) => onLost(codeOf(error) ?? error.name))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrated = await migrate(pool)
    if (!migrated.ok) {
      await db.destroy()
      return migrated
    }
    const epoch = await epochOf(db, clock, random)
    const practice = await practiceOf(db, options.practice)
    return ok({
      db,
      pool,
      epoch,
      practice,
      transact: (work) => retrying(db, work, timers, random),
      ready: () => isReady(db),
      close: () => db.destroy(),
    })
  } catch (error) {
    await db.destroy()
    const code = codeOf(error)
    if (code === undefined) throw error
    return fail('central.database', { reason: code })
  }
}

/** SQLSTATE of PostgreSQL, or the code of the system (`ECONNREFUSED`). */
export const codeOf = (error: unknown): string | undefined => (error as { code?: string } | undefined)?.code

/** Name of the constraint that a statement would have broken. */
export const constraintOf = (error: unknown): string | undefined =>
  (error as { constraint?: string } | undefined)?.constraint

/** 64-bit numbers as numbers: positions and sequences stay far below 2^53. */
function parserOf(oid: number, format?: 'text' | 'binary'): (value: never) => unknown {
  if (oid === pg.types.builtins.INT8 && format !== 'binary') return Number as (value: never) => unknown
  return pg.types.getTypeParser(oid, format as 'text') as (value: never) => unknown
}

async function epochOf(db: Db, clock: Clock, random: Random): Promise<string> {
  const made = { one: true, epoch: v4({ random: random.bytes(16) }), since: new Date(clock.now()) }
  await db
    .insertInto('service')
    .values(made)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { epoch } = await db.selectFrom('service').select('epoch').executeTakeFirstOrThrow()
  return epoch
}

/** What was chosen at the first start. A central that has desks already, from before there was a choice, is live. */
async function practiceOf(db: Db, wanted: boolean | undefined): Promise<boolean> {
  const desk = await db.selectFrom('device').select('device').limit(1).executeTakeFirst()
  if (wanted !== undefined)
    await db
      .updateTable('service')
      .set({ practice: wanted && desk === undefined })
      .where('practice', 'is', null)
      .execute()
  return (await db.selectFrom('service').select('practice').executeTakeFirstOrThrow()).practice === true
}

async function isReady(db: Db): Promise<boolean> {
  try {
    const { rows } = await sql<{ version: number }>`SELECT version FROM schema_version WHERE one`.execute(db)
    return rows[0]?.version === currentVersion
  } catch {
    return false // It does not answer: that is the answer.
  }
}

/** Serialization failure, deadlock. */
const worthAnotherTry = new Set(['40001', '40P01'])
const mostTries = 5

async function retrying<T>(db: Db, work: (tx: Tx) => Promise<T>, timers: Timers, random: Random): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (tries === mostTries || !worthAnotherTry.has(codeOf(error) ?? '')) throw error
    }
    const jitter = (random.bytes(1)[0] ?? 0) / 256
    await new Promise<void>((resolve) => void timers.after(2 ** tries * 5 * (1 + jitter), resolve))
  }
}
