import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from './database.ts'
import { addLease, nextBlock } from './leases.ts'
import type { SubjectName } from './subject-keys.ts'
import type { PortalClaimTable, PortalDraftTable } from './tables.ts'

/** Rows of the portal: services, accounts, drafts, claims, files, and the central as an author. */

export type DraftRow = Selectable<PortalDraftTable>
export type PortalClaimRow = PortalClaimTable

/** Keeps the author's key of this history of the database unless there is one; gives the one that counts. */
export async function keepPortalKey(
  db: Db,
  offered: { epoch: string; device: string; public_key: Buffer; wrapped: Buffer },
): Promise<{ device: string; public_key: Buffer; wrapped: Buffer }> {
  await db
    .insertInto('portal_device')
    .values(offered)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return db.selectFrom('portal_device').selectAll().where('epoch', '=', offered.epoch).executeTakeFirstOrThrow()
}

/** Of no office: it signs no request, and nobody approves it. */
export const portalOffice = '*portal'

export async function addPortalDevice(
  tx: Tx,
  device: { device: string; public_key: Buffer; enrolled: Date },
): Promise<void> {
  await tx
    .insertInto('device')
    .values({ ...device, office: portalOffice, status: 'active', approved_by: 'central' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The hybrid clock of the last event of a chain. */
export async function lastMomentOf(
  tx: Tx,
  stream: string,
  device: string,
): Promise<{ ms: number; counter: number } | undefined> {
  return tx
    .selectFrom('event')
    .select(['hlc_ms as ms', 'hlc_counter as counter'])
    .where('stream', '=', stream)
    .where('device', '=', device)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function addService(
  db: Db,
  service: { service: string; name: string; credential_hash: Buffer; made: Date },
): Promise<boolean> {
  const added = await db
    .insertInto('portal_service')
    .values(service)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows) > 0
}

/** The service that shows this credential, unless it was revoked. */
export async function serviceBy(db: Db, credential_hash: Buffer): Promise<{ service: string } | undefined> {
  return db
    .selectFrom('portal_service')
    .select('service')
    .where('credential_hash', '=', credential_hash)
    .where('revoked', 'is', null)
    .executeTakeFirst()
}

export async function revokeService(db: Db, name: string, at: Date): Promise<boolean> {
  const done = await db
    .updateTable('portal_service')
    .set({ revoked: at })
    .where('name', '=', name)
    .where('revoked', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}

export async function findAccount(db: Db, service: string, account: string) {
  return db
    .selectFrom('portal_account')
    .selectAll()
    .where('service', '=', service)
    .where('account', '=', account)
    .executeTakeFirst()
}

/** Holds an account until the transaction ends: what it does to its draft and its claims takes turns. */
export async function lockAccount(tx: Tx, account: string): Promise<void> {
  await tx.selectFrom('portal_account').select('account').where('account', '=', account).forUpdate().execute()
}

/** Adds an account unless the service has one under this reference; gives its id. */
export async function addAccount(
  tx: Tx,
  given: { account: string; service: string; reference: string; sealed: Buffer; made: Date },
): Promise<string> {
  await tx
    .insertInto('portal_account')
    .values(given)
    .onConflict((conflict) => conflict.columns(['service', 'reference']).doNothing())
    .execute()
  const kept = await tx
    .selectFrom('portal_account')
    .select('account')
    .where('service', '=', given.service)
    .where('reference', '=', given.reference)
    .executeTakeFirstOrThrow()
  return kept.account
}

export async function addKey(tx: Tx, id: string, wrapped: Buffer): Promise<void> {
  await tx.insertInto('portal_key').values({ id, wrapped }).execute()
}

export async function keyOf(db: Db, id: string): Promise<Buffer | undefined> {
  return (await db.selectFrom('portal_key').select('wrapped').where('id', '=', id).executeTakeFirst())?.wrapped
}

/** The open draft of an account. */
export async function openDraft(db: Db, account: string): Promise<DraftRow | undefined> {
  return db
    .selectFrom('portal_draft')
    .selectAll()
    .where('account', '=', account)
    .where('ended', 'is', null)
    .executeTakeFirst()
}

export async function findDraft(db: Db, account: string, draft: string): Promise<DraftRow | undefined> {
  return db
    .selectFrom('portal_draft')
    .selectAll()
    .where('account', '=', account)
    .where('draft', '=', draft)
    .executeTakeFirst()
}

export async function isDraft(db: Db, draft: string): Promise<boolean> {
  return (
    (await db.selectFrom('portal_draft').select('draft').where('draft', '=', draft).executeTakeFirst()) !== undefined
  )
}

export async function keepDraft(
  tx: Tx,
  row: { draft: string; account: string; number: string; started: Date; saved: Date; sealed: Buffer },
): Promise<void> {
  await tx
    .insertInto('portal_draft')
    .values(row)
    .onConflict((conflict) => conflict.column('draft').doUpdateSet({ sealed: row.sealed, saved: row.saved }))
    .execute()
}

/** What a draft held is gone, its key first. */
export async function endDraft(tx: Tx, draft: string, ended: NonNullable<DraftRow['ended']>): Promise<void> {
  await tx.deleteFrom('portal_key').where('id', '=', draft).execute()
  await tx.updateTable('portal_draft').set({ sealed: null, ended }).where('draft', '=', draft).execute()
}

/** Open drafts that were begun before a moment, oldest first. */
export async function draftsBefore(db: Db, before: Date): Promise<DraftRow[]> {
  return db
    .selectFrom('portal_draft')
    .selectAll()
    .where('ended', 'is', null)
    .where('started', '<', before)
    .orderBy('started')
    .limit(1000)
    .execute()
}

export async function noteWarned(db: Db, draft: string, warned: number): Promise<void> {
  await db.updateTable('portal_draft').set({ warned }).where('draft', '=', draft).execute()
}

export async function claimsOf(db: Db, account: string): Promise<PortalClaimRow[]> {
  return db
    .selectFrom('portal_claim')
    .selectAll()
    .where('account', '=', account)
    .orderBy('submitted')
    .orderBy('application_number')
    .execute()
}

export async function addClaims(tx: Tx, rows: readonly PortalClaimRow[]): Promise<void> {
  await tx
    .insertInto('portal_claim')
    .values([...rows])
    .execute()
}

export async function addFile(
  db: Db,
  row: { account: string; office: string; sha: Buffer; size: number; mime: string; uploaded: Date },
): Promise<void> {
  await db
    .insertInto('portal_file')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function filesOf(db: Db, account: string, office: string, shas: readonly Buffer[]) {
  if (shas.length === 0) return []
  return db
    .selectFrom('portal_file')
    .selectAll()
    .where('account', '=', account)
    .where('office', '=', office)
    .where('sha', 'in', shas)
    .execute()
}

/** Files that this account uploaded since a moment. */
export async function uploadsSince(db: Db, account: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('portal_file')
    .select((count) => count.fn.countAll<number>().as('count'))
    .where('account', '=', account)
    .where('uploaded', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** The next number of a series from the portal's own lease, which is renewed when it is used up; undefined when there is none left. */
export async function takeNumber(
  tx: Tx,
  series: string,
  lease: { device: string; req: string; now: Date; expires: Date },
): Promise<string | undefined> {
  const held = await tx
    .selectFrom('portal_number')
    .selectAll()
    .where('series', '=', series)
    .forUpdate()
    .executeTakeFirst()
  if (held && held.next <= held.last) {
    await tx
      .updateTable('portal_number')
      .set({ next: held.next + 1 })
      .where('series', '=', series)
      .execute()
    return `${held.prefix}${String(held.next).padStart(held.width, '0')}`
  }
  const block = await nextBlock(tx, series)
  if (!block) return undefined
  const { device, req, now, expires } = lease
  await addLease(tx, { ...block, series, device, req, granted: now, expires })
  const { first, last, prefix, width } = block
  const row = { prefix, width, next: first + 1, last }
  await tx
    .insertInto('portal_number')
    .values({ series, ...row })
    .onConflict((conflict) => conflict.column('series').doUpdateSet(row))
    .execute()
  return `${prefix}${String(first).padStart(width, '0')}`
}

/** Notes which subjects belong to which claims. */
export async function addClaimSubjects(
  tx: Tx,
  stream: string,
  links: readonly { claim: string; subject: SubjectName }[],
): Promise<void> {
  if (links.length === 0) return
  await tx
    .insertInto('claim_subject')
    .values(links.map(({ claim, subject }) => ({ stream, claim, kind: subject.kind, subject: subject.id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function subjectsOf(db: Db, stream: string, claim: string): Promise<SubjectName[]> {
  return db
    .selectFrom('claim_subject')
    .select(['kind', 'subject as id'])
    .where('stream', '=', stream)
    .where('claim', '=', claim)
    .execute()
}

/** Public events about these subjects that took effect, in the order of the stream. */
export async function publicEvents(db: Db, stream: string, subjects: readonly SubjectName[]) {
  return db
    .selectFrom('event')
    .select(['id', 'kind', 'subject', 'type', 'at_ms', 'hlc_ms', 'hlc_counter', 'sealed', 'commitment'])
    .where('stream', '=', stream)
    .where(sql<boolean>`subject = ANY(${subjects.map(({ id }) => id)}::uuid[])`)
    .where('visibility', '=', 'public')
    .where('verdict', 'in', ['ok', 'flagged'])
    .orderBy('pos')
    .execute()
}

/** When a desk of the office was last heard of. */
export async function officeSeen(db: Db, office: string): Promise<Date | undefined> {
  const { seen } = await db
    .selectFrom('device')
    .select((max) => max.fn.max('seen').as('seen'))
    .where('office', '=', office)
    .executeTakeFirstOrThrow()
  return seen ?? undefined
}
