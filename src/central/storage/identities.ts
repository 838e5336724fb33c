import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'

/** By what a person is known: a paper that was read, a client number, or a like name and the same birth date. */
export type Way = 'document' | 'client' | 'name'

export interface IdentityRow {
  readonly digest: Buffer
  readonly stream: string
  readonly person: string
  readonly claim: string | null
  readonly way: Way
}

/** The person of a claim is known in another stream. */
export interface MatchRow {
  readonly stream: string
  readonly claim: string
  readonly other: string
  readonly way: Way
}

export async function addIdentities(tx: Tx, rows: readonly IdentityRow[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('identity')
      .values([...rows])
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Writes down who has one of these digests, or any, in common with somebody of another office; both are to be told. */
export async function keepMatches(db: Db, found: Date, digests?: readonly Buffer[]): Promise<void> {
  if (digests?.length === 0) return
  const some = digests ? sql`AND a.digest IN (${sql.join(digests)})` : sql``
  await sql`
    INSERT INTO identity_match (stream, claim, other, way, found)
    SELECT DISTINCT a.stream, coalesce(a.claim, known.claim, named.claim), b.stream, a.way, ${found}::timestamptz
    FROM identity a
    JOIN identity b ON b.digest = a.digest AND b.stream <> a.stream AND b.person <> a.person
    JOIN stream sa ON sa.stream = a.stream JOIN stream sb ON sb.stream = b.stream AND sb.office <> sa.office
    LEFT JOIN identity known ON known.stream = a.stream AND known.person = a.person AND known.claim IS NOT NULL
    LEFT JOIN identity_name named ON named.stream = a.stream AND named.person = a.person
    WHERE coalesce(a.claim, known.claim, named.claim) IS NOT NULL ${some}
    ON CONFLICT DO NOTHING`.execute(db)
}

/** Forgets an erased person. */
export async function dropIdentities(tx: Tx, stream: string, person: string): Promise<void> {
  for (const table of ['identity', 'identity_name'] as const)
    await tx.deleteFrom(table).where('stream', '=', stream).where('person', '=', person).execute()
}

/** Matches that desks were not told of yet, with both offices; those found first come first. */
export async function untoldMatches(
  db: Db,
  limit: number,
): Promise<(MatchRow & { readonly office: string; readonly otherOffice: string })[]> {
  return db
    .selectFrom('identity_match')
    .innerJoin('stream', 'stream.stream', 'identity_match.stream')
    .innerJoin('stream as there', 'there.stream', 'identity_match.other')
    .select(['identity_match.stream', 'claim', 'other', 'way', 'stream.office', 'there.office as otherOffice'])
    .where('told', 'is', null)
    .orderBy('found')
    .limit(limit)
    .execute()
}

/** Whether it was this call that noted it: two nodes may be at it. */
export async function markTold(tx: Tx, { stream, claim, other, way }: MatchRow, told: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('identity_match')
    .set({ told })
    .where('stream', '=', stream)
    .where('claim', '=', claim)
    .where('other', '=', other)
    .where('way', '=', way)
    .where('told', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
