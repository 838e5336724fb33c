import { createHmac, createSecretKey, hkdfSync } from 'node:crypto'
import { bareNumber } from '../../shared/domain/numbers.ts'
import { type PortalAuthor, said, type Written } from '../portal/author.ts'
import type { Db, Tx } from '../storage/database.ts'
import {
  addIdentities,
  type IdentityRow,
  keepMatches,
  markTold,
  untoldMatches,
  type Way,
} from '../storage/identities.ts'
import { addNames, keepNameMatches } from '../storage/identity-names.ts'
import type { Examined } from './entitlement.ts'
import { type DigestOf, namesIn } from './identity-names.ts'
import type { SyncParts } from './push.ts'

/**
 * The second search for duplicates: over all offices, which no desk sees. Of a paper that was read, of a client number, of
 * how a name sounds and of a birth date the central keeps a keyed digest (HMAC-SHA-256, a key that follows from the key
 * file). Where two offices have one in common, the desks of each are told that the other knows the person, or may, and
 * nothing else: officers ask there.
 */
export async function noteIdentities(
  { wrappingKey, clock }: SyncParts,
  tx: Tx,
  stream: string,
  events: readonly Examined[],
): Promise<void> {
  // An object made once: raw bytes would be looked at again for each of ten digests a person.
  const key = createSecretKey(
    new Uint8Array(hkdfSync('sha256', wrappingKey, new Uint8Array(), 'passerelle/central-identity/1', 32)),
  )
  const digestOf: DigestOf = (text) => createHmac('sha256', key).update(text).digest()
  const rows = events.flatMap(({ subject, type, body }): IdentityRow[] => {
    const known = subject.kind === 'person' ? knownBy(type, body) : undefined
    if (!known) return []
    return [{ digest: digestOf(known.text), stream, person: subject.id, claim: known.claim ?? null, way: known.way }]
  })
  const now = new Date(clock.now())
  await addIdentities(tx, rows)
  await keepMatches(
    tx,
    now,
    rows.map(({ digest }) => digest),
  )
  const names = namesIn(stream, events, digestOf)
  await addNames(tx, names, now)
  if (names.length > 0) await keepNameMatches(tx, now, now)
}

interface Known {
  readonly way: Way
  readonly text: string
  readonly claim?: string
}

function knownBy(type: string, body: unknown): Known | undefined {
  const given = (body ?? {}) as Readonly<Record<string, unknown>>
  if (type === 'person.document_read') {
    const { number, issuer, claim } = given
    if (typeof number !== 'string' || typeof issuer !== 'string' || bareNumber(number) === '') return undefined
    const text = `document/${issuer.toUpperCase()}/${bareNumber(number)}`
    return { way: 'document', text, ...(typeof claim === 'string' ? { claim } : {}) }
  }
  const clientId = (given.fields as Readonly<Record<string, unknown>> | undefined)?.clientId
  return typeof clientId === 'string' && clientId !== '' ? { way: 'client', text: `client/${clientId}` } : undefined
}

/** Two nodes that take in one of a pair each at the same moment do not see the other's; a later night does. */
export async function keepMissedMatches(db: Db, now: number): Promise<void> {
  await keepMatches(db, new Date(now))
  await keepNameMatches(db, new Date(now), new Date(now - missedMs))
}

const missedMs = 3 * 86_400_000
const mostAtOnce = 100

/** Tells the desks of matches that nobody was told of, each as an event of the claim. Gives where events were written. */
export async function tellMatches(
  { database, clock }: Pick<SyncParts, 'database' | 'clock'>,
  author: PortalAuthor,
): Promise<Written[]> {
  const written: Written[] = []
  const untold = await untoldMatches(database.db, mostAtOnce)
  if (untold.length > 0) await author.ready()
  for (const match of untold) {
    const { stream, office, claim, otherOffice, way } = match
    const told = await database.transact(async (tx) => {
      if (!(await markTold(tx, match, new Date(clock.now())))) return undefined
      return author.write(tx, { office, stream }, [said('claim.known_elsewhere', claim, { office: otherOffice, way })])
    })
    if (told) written.push(told)
  }
  return written
}
