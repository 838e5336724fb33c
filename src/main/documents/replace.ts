import { type DocumentState, documentAllows } from '../../shared/domain/states.ts'
import { isIdentityKind } from '../../shared/domain/vocabulary.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { mayReplace, type ReplacementRequest } from '../../shared/rules/index.ts'
import { type Officer, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { issuePaper } from './issue.ts'
import type { PaperTools } from './rendering.ts'
import type { Revocation } from './replaced.ts'

/** A document in the person's hand ends, and another with a new number takes its place. */

export interface Replacement extends ReplacementRequest {
  readonly documentId: Uuid
  /** False when no sheet is ready: the number is revoked now, and the next document issued stands for it. */
  readonly reissue: boolean
  readonly stockSerial?: string | undefined
}

/**
 * Revokes the document and issues the one that replaces it, in one transaction: nobody holds two, and nobody is left with
 * none because a page could not be made. Gives the claim. Fails as `mayReplace` and `issuePaper` do.
 */
export async function replacePaper(tools: PaperTools, officer: Officer, asked: Replacement): Promise<Result<Uuid>> {
  const { store } = tools
  const held = replaceable(store, asked.documentId)
  if (!held.ok) return held
  const now = today(tools)
  const founded = mayReplace(asked, held.value.valid_until, now)
  if (!founded.ok) return founded
  const { documentId, why, note, police, returned } = asked
  const revocation: Revocation = {
    why,
    on: now,
    returned,
    ...(note ? { note } : {}),
    ...(why === 'stolen' && police ? { police } : {}),
  }
  const claimId = held.value.claim
  if (asked.reissue) {
    const { stockSerial } = asked
    const issued = await issuePaper(tools, officer, {
      claimId,
      // The former document is no longer made: whatever is replaced, the identity document takes its place.
      kind: 'RPID',
      replaces: { documentId },
      revocation,
      ...(stockSerial ? { stockSerial } : {}),
    })
    return issued.ok ? ok(claimId) : issued
  }
  return store.transact({ actor: officer.id }, (tx) => {
    const still = replaceable(tx, documentId)
    if (!still.ok) return still
    tx.append({ subject: { kind: 'document', id: documentId }, type: 'document.revoked', body: revocation })
    return ok(claimId)
  })
}

/** The document, if it is one that can be replaced: in the person's hand, and no letter. */
function replaceable(reader: Reader, documentId: Uuid) {
  const row = reader.first(
    query.selectFrom('document').select(['claim', 'kind', 'state', 'valid_until']).where('id', '=', documentId),
  )
  if (!row) return fail('desk.not_found')
  if (!isIdentityKind(row.kind)) return fail('papers.kind_not_allowed')
  if (!documentAllows(row.state as DocumentState, 'replace'))
    return fail('papers.not_in_this_state', { state: row.state })
  return ok(row)
}
