import type { Db, Tx } from '../database.ts'
import { addLease, nextBlock } from '../leases.ts'
import type { PortalClaimTable } from '../tables.ts'

/** Claims that were submitted, and their numbers. */

export type PortalClaimRow = PortalClaimTable

export async function claimsOf(db: Db, account: string): Promise<PortalClaimRow[]> {
  return db
    .selectFrom('portal_claim')
    .selectAll()
    .where('account', '=', account)
    .orderBy('submitted')
    .orderBy('application_number')
    .execute()
}

export async function findClaim(db: Db, stream: string, claim: string): Promise<PortalClaimRow | undefined> {
  return db
    .selectFrom('portal_claim')
    .selectAll()
    .where('claim', '=', claim)
    .where('stream', '=', stream)
    .executeTakeFirst()
}

export async function addClaims(tx: Tx, rows: readonly PortalClaimRow[]): Promise<void> {
  await tx
    .insertInto('portal_claim')
    .values([...rows])
    .execute()
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
