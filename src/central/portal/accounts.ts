import type { z } from 'zod'
import type { accountAnswer, accountRequest } from '../../shared/contract/portal.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { Db } from '../storage/database.ts'
import { accountById, addAccount, findAccount } from '../storage/portal/accounts.ts'
import { addService, revokeService } from '../storage/portal/services.ts'
import { credentialHash, newId, openOwn, type PortalParts, type PortalService, sealOwn } from './portal.ts'

/** What is known of a person before there is a claim. */
export type AccountFile = Omit<z.infer<typeof accountRequest>, 'reference'>

export interface Account extends AccountFile {
  readonly account: string
}

/** Opens an account; asking again with the same reference gives the same one, as it was. */
export async function openAccount(
  parts: PortalParts,
  { service }: PortalService,
  { reference, ...file }: z.infer<typeof accountRequest>,
): Promise<z.infer<typeof accountAnswer>> {
  const { database, clock } = parts
  const account = newId(parts)
  return database.transact(async (tx) => {
    const sealed = await sealOwn(parts, tx, account, file)
    const made = new Date(clock.now())
    const kept = await addAccount(tx, { account, service, reference, sealed, made })
    if (kept !== account) await tx.deleteFrom('portal_key').where('id', '=', account).execute()
    return { account: kept }
  })
}

/** The account, when it is one of the service's. */
export async function accountOf(
  parts: PortalParts,
  { service }: PortalService,
  account: string,
): Promise<Outcome<Account>> {
  const { db } = parts.database
  const row = await findAccount(db, service, account)
  const file = row && (await openOwn<AccountFile>(parts, db, account, row.sealed))
  return file ? done({ account, ...file }) : refuse(404, 'no_account')
}

/** What is known of the person of an account, whichever service speaks for them; undefined when that was destroyed. */
export async function accountFile(
  parts: Pick<PortalParts, 'wrappingKey'>,
  db: Db,
  account: string,
): Promise<AccountFile | undefined> {
  const row = await accountById(db, account)
  return row && openOwn<AccountFile>(parts, db, account, row.sealed)
}

/** A new credential of a service, shown once; undefined when there is a service of that name. */
export async function makeCredential(
  parts: Pick<PortalParts, 'database' | 'clock' | 'random'>,
  name: string,
): Promise<string | undefined> {
  const credential = Buffer.from(parts.random.bytes(32)).toString('base64url')
  const added = await addService(parts.database.db, {
    service: newId(parts),
    name,
    credential_hash: credentialHash(credential),
    made: new Date(parts.clock.now()),
  })
  return added ? credential : undefined
}

export const revokeCredential = (
  { database, clock }: Pick<PortalParts, 'database' | 'clock'>,
  name: string,
): Promise<boolean> => revokeService(database.db, name, new Date(clock.now()))
