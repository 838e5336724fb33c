import { unseal } from '../keys/sealing.ts'
import type { Db } from '../storage/database.ts'
import { nameOf, type SubjectKeys, type SubjectName } from '../storage/subject-keys.ts'

/** Rows of events with their bodies in clear; null where a body or its key is gone. */
export async function openBodies<
  Row extends {
    readonly kind: string
    readonly subject: string
    readonly sealed: Buffer | null
    readonly commitment: Buffer
  },
>(
  { keys }: { readonly keys: SubjectKeys },
  db: Db,
  { stream, subjects }: { readonly stream: string; readonly subjects: readonly SubjectName[] },
  rows: readonly Row[],
): Promise<(Row & { readonly body: unknown })[]> {
  const known = await keys.forReading(db, stream, subjects)
  return rows.map((row) => {
    const key = known.get(nameOf({ kind: row.kind, id: row.subject }))
    const plain = key && row.sealed ? unseal(row.sealed, key, row.commitment) : undefined
    return { ...row, body: plain ? (JSON.parse(plain.subarray(saltLength).toString('utf8')) as unknown) : null }
  })
}

const saltLength = 16
