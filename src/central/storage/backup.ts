import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from, to } from 'pg-copy-streams'
import { v4 } from 'uuid'
import { z } from 'zod'
import type { Clock, Random } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Database } from './database.ts'
import { currentVersion } from './migrations.ts'
import { opensCheck } from './subject-keys.ts'

/**
 * A backup is a folder: `manifest.json`, one file a table as PostgreSQL's COPY writes it (text), and `keys/` with the keys
 * of the bodies, which is to be kept for days only: a key that was destroyed here must not live on there.
 */
const manifestShape = z.object({
  format: z.literal('passerelle-central-backup/1'),
  schema: z.int(),
  epoch: z.uuid(),
  at: z.iso.datetime(),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_]+$/),
      file: z.string().regex(/^(keys\/)?[a-z_]+\.copy$/),
      columns: z.array(z.string().regex(/^[a-z_]+$/)),
      sha256: z.string(),
    }),
  ),
})
export type BackupManifest = z.infer<typeof manifestShape>

/** More than all desks lease between two backups: 300 of them, each as many as one may in a day. */
const blocksSkipped = 10_000

const shortLived = new Set(['subject_key', 'portal_key', 'snapshot'])

/** Copies every table as it stood at one moment, while the service goes on. Whatever came after `at` may be missing from it. */
export async function backUp({ pool, epoch }: Database, folder: string, clock: Clock): Promise<BackupManifest> {
  mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 })
  const client = await pool.connect()
  try {
    // Before the first query, as of which all tables are read: what is done while they are copied is not in the backup.
    const at = new Date(clock.now()).toISOString()
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const tables: BackupManifest['tables'] = []
    for (const { name, columns } of await tablesOf(client)) {
      const file = `${shortLived.has(name) ? 'keys/' : ''}${name}.copy`
      const hash = createHash('sha256')
      await pipeline(
        client.query(to(`COPY ${name} (${columns.join(', ')}) TO STDOUT`)),
        hashing(hash),
        createWriteStream(join(folder, file), { mode: 0o600, flush: true }),
      )
      tables.push({ name, file, columns, sha256: hash.digest('hex') })
    }
    await client.query('COMMIT')
    const manifest = { format: 'passerelle-central-backup/1' as const, schema: currentVersion, epoch, at, tables }
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2), { mode: 0o600, flush: true })
    return manifest
  } finally {
    client.release(true)
  }
}

/**
 * Fills an empty database from a backup; all of it or nothing. Afterwards it is another epoch: desks send again what the
 * backup lacks, the erasures of since then among it. Numbers go on where none was given before.
 */
export async function restore(
  { pool }: Database,
  folder: string,
  { wrappingKey, random }: { wrappingKey: Uint8Array; random: Random },
): Promise<Result<BackupManifest>> {
  const read = readManifest(folder)
  if (!read.ok) return read
  for (const { file, sha256 } of read.value.tables)
    if ((await digestOf(join(folder, file))) !== sha256) return fail('central.backup_damaged', { reason: file })
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query('SELECT 1 FROM device UNION ALL SELECT 1 FROM stream LIMIT 1')
    if (rows.length > 0) return fail('central.not_empty')
    for (const { name, columns, file } of read.value.tables) {
      await client.query(`DELETE FROM ${name}`)
      const copy = client.query(from(`COPY ${name} (${columns.join(', ')}) FROM STDIN`))
      await pipeline(createReadStream(join(folder, file)), copy)
    }
    const check = await client.query<{ wrapped: Buffer }>('SELECT wrapped FROM key_check')
    if (!check.rows[0] || !opensCheck(check.rows[0].wrapped, wrappingKey)) return fail('central.key_file')
    await client.query('UPDATE service SET epoch = $1', [v4({ random: random.bytes(16) })])
    // Blocks and numbers given after the backup are not known here: each series goes on far behind any of them.
    await client.query('UPDATE series SET next = next + block * $1::bigint', [blocksSkipped])
    await client.query('UPDATE portal_number SET next = last + 1')
    await client.query('COMMIT')
    return read
  } finally {
    client.release(true) // whatever is not committed is rolled back with the connection
  }
}

function readManifest(folder: string): Result<BackupManifest> {
  let text: string
  try {
    text = readFileSync(join(folder, 'manifest.json'), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return fail('central.backup_damaged', { reason: code })
  }
  const read = z
    .string()
    .transform((given, context) => parsed(given) ?? context.addIssue('no JSON'))
    .pipe(manifestShape)
    .safeParse(text)
  if (!read.success) return fail('central.backup_damaged', { reason: 'manifest.json' })
  const { schema } = read.data
  return schema > currentVersion
    ? fail('central.schema_newer', { found: schema, known: currentVersion })
    : ok(read.data)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Every table of ours but the version of the schema, with its columns. */
async function tablesOf(client: PoolClient): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT table_name::text AS name, array_agg(column_name::text ORDER BY ordinal_position) AS columns
     FROM information_schema.columns WHERE table_schema = current_schema() AND table_name <> 'schema_version'
     GROUP BY table_name ORDER BY table_name`,
  )
  return rows
}

const hashing = (hash: ReturnType<typeof createHash>): Transform =>
  new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })

async function digestOf(file: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return undefined
  }
  return hash.digest('hex')
}
