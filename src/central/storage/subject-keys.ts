import { createSecretKey } from 'node:crypto'
import { sql } from 'kysely'
import type { Random } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { randomInBulk, seal, unseal } from '../keys/sealing.ts'
import { uuidText } from '../uuid-text.ts'
import { copiedRows, copyInto } from './copy.ts'
import type { Db, Tx } from './database.ts'

export interface SubjectName {
  readonly kind: string
  readonly id: string
}

/** One word for a subject, for maps. */
export const nameOf = ({ kind, id }: SubjectName): string => `${kind}/${id}`

/** Whose bodies outlive an erasure: the events that order one. */
export const streamItself = (stream: string): SubjectName => ({ kind: 'stream', id: stream })

export interface SubjectKeys {
  /** The keys of these subjects, made where there is none yet. */
  forWriting(tx: Tx, stream: string, subjects: readonly SubjectName[]): Promise<ReadonlyMap<string, Uint8Array>>
  /** The keys that exist. */
  forReading(db: Db, stream: string, subjects: readonly SubjectName[]): Promise<ReadonlyMap<string, Uint8Array>>
}

/** Keys of bodies: one a subject, wrapped by the key file, never kept in memory beyond a call. */
export function createSubjectKeys(wrappingKey: Uint8Array, random: Random): SubjectKeys {
  const wrapping = createSecretKey(wrappingKey)
  const about = (stream: string, subject: SubjectName) => Buffer.from(`subject_key/${stream}/${nameOf(subject)}`)
  const forReading = async (db: Db, stream: string, subjects: readonly SubjectName[]) => {
    const keys = new Map<string, Uint8Array>()
    for (const { kind, id, wrapped } of await wrappedKeys(db, stream, subjects)) {
      const key = unseal(wrapped, wrapping, about(stream, { kind, id }))
      if (!key) throw new Error('A key of a subject does not open with the key file')
      keys.set(nameOf({ kind, id }), key)
    }
    return keys
  }
  return {
    forReading,
    async forWriting(tx, stream, subjects) {
      const keys = new Map(await forReading(tx, stream, subjects))
      const missing = new Map(subjects.filter((one) => !keys.has(nameOf(one))).map((one) => [nameOf(one), one]))
      if (missing.size === 0) return keys
      const bulk = randomInBulk(random, missing.size * 44)
      const rows = copiedRows(missing.size * usualBytes)
      for (const [name, subject] of missing) {
        const key = bulk.bytes(32)
        keys.set(name, key)
        rows.row(columns.length)
        rows.uuid(stream)
        rows.text(subject.kind)
        rows.uuid(subject.id)
        rows.bytea([seal(key, wrapping, about(stream, subject), bulk)])
      }
      await copyInto(tx, 'subject_key', columns, rows)
      return keys
    },
  }
}

const columns = ['stream', 'kind', 'subject', 'wrapped'] as const
/** Of a row on its way into the table. */
const usualBytes = 150

/** Nonce, key and tag (sealing.ts), behind the id. */
const wrappedLength = 12 + 32 + 16
const pairLength = 16 + wrappedLength

/** Those that exist, in one run of bytes a kind: a row of its own for each would cost as much as to open it. */
async function wrappedKeys(db: Db, stream: string, subjects: readonly SubjectName[]) {
  const ids = `{${[...new Set(subjects.map(({ id }) => id))].join()}}`
  const found = await db
    .selectFrom('subject_key')
    .select(['kind', sql<Buffer>`string_agg(uuid_send(subject) || wrapped, ''::bytea)`.as('pairs')])
    .where('stream', '=', stream)
    .where(sql<boolean>`subject = ANY(${ids}::uuid[])`)
    .groupBy('kind')
    .execute()
  return found.flatMap(({ kind, pairs }) =>
    Array.from({ length: pairs.length / pairLength }, (_, i) => {
      const pair = pairs.subarray(i * pairLength, (i + 1) * pairLength)
      return { kind, id: uuidText(pair), wrapped: pair.subarray(16) }
    }),
  )
}

const checkText = Buffer.from('passerelle central key check 1')

/** Is this the key file that the database was filled with? The first one ever seen is. */
export async function checkWrappingKey(db: Db, wrappingKey: Uint8Array, random: Random): Promise<Result<void>> {
  const wrapped = seal(checkText, wrappingKey, checkText, random)
  await db
    .insertInto('key_check')
    .values({ one: true, wrapped })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = await db.selectFrom('key_check').select('wrapped').executeTakeFirstOrThrow()
  return opensCheck(kept.wrapped, wrappingKey) ? ok(undefined) : fail('central.key_file')
}

/** Was this made with the same key file? */
export const opensCheck = (wrapped: Uint8Array, wrappingKey: Uint8Array): boolean =>
  unseal(wrapped, wrappingKey, checkText) !== undefined
