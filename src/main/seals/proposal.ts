import { z } from 'zod'
import { isIdentityKind } from '../../shared/domain/vocabulary.ts'
import { isRevokedIn } from '../../shared/seal/trust-bundle.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { documentDigest, parsed } from './bundle.ts'
import { heldBundle } from './held-trust.ts'

/**
 * What an office asks the keeper of the offline root to revoke with the next bundle: documents that its record says are
 * void, recalled ones among them, and desks that the central turned away. A stick carries it to the root, where somebody
 * looks at it; nothing here signs anything.
 */
const proposal = z.strictObject({
  format: z.literal('passerelle-trust-proposal/1'),
  /** Numbers of documents of Canada. */
  documents: z.array(z.string().regex(/^[A-Z0-9]{1,20}$/)).max(100_000),
  /** Ids of desks: every signer that one of them had. */
  desks: z.array(z.uuid()).max(10_000),
})
export type Proposal = z.infer<typeof proposal>

/** What the bundle that this desk goes by does not say yet. `revokedDesks`: as the central told them. */
export function proposalOf(reader: Reader, revokedDesks: readonly string[]): Proposal {
  const said = Buffer.from(heldBundle(reader)?.content.revokedDocuments ?? '', 'base64')
  const rows = reader.all(query.selectFrom('revoked').select(['number', 'kind']).orderBy('number'))
  const documents = rows
    .filter(({ kind }) => isIdentityKind(kind))
    .map(({ number }) => number)
    .filter((number) => !isRevokedIn(said, documentDigest({ country: 'CAN', number })))
  return { format: 'passerelle-trust-proposal/1', documents, desks: [...revokedDesks] }
}

/** The proposal in a file; undefined when it holds none. */
export const readProposal = (text: string): Proposal | undefined => parsed(proposal, text)
