import { type DocumentState, documentAllows } from '../../shared/domain/states.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Officer, Tools } from '../claims/tools.ts'
import { uuidBytes, uuidText } from '../store/log/uuid.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/**
 * Papers that rest on a decision which came second in the order of the stream. Such a paper is somewhere in the world:
 * it is recalled, replaced, or an officer says why it stands.
 */

export interface Doubtful {
  readonly documentId: Uuid
  readonly claim: Uuid
  readonly number: string
  readonly state: DocumentState
}

/** The paper that this event reserved, while nobody has answered for it. */
export function doubtOf(reader: Reader, documentId: Uuid): Doubtful | undefined {
  const row = reader.first(
    query.selectFrom('document').select(['claim', 'number', 'state']).where('id', '=', documentId),
  )
  const state = row?.state as DocumentState | undefined
  if (!row || !state || !documentAllows(state, 'revoke') || !isInDoubt(reader, documentId)) return undefined
  return { documentId, claim: row.claim, number: row.number, state }
}

/** Reserved on a decision that lost, and upheld by nobody since. */
function isInDoubt(reader: Reader, documentId: Uuid): boolean {
  const about = reader.all(
    query
      .selectFrom('event')
      .innerJoin('subject', 'subject.n', 'event.subject')
      .leftJoin('placed', 'placed.event', 'event.position')
      .select(['event.id', 'event.type', 'placed.why'])
      .where('subject.kind', '=', 'document')
      .where('subject.id', '=', uuidBytes(documentId))
      .where('event.type', 'in', ['document.reserved', 'document.upheld']),
  )
  const lost = about.some(({ type, why }) => type === 'document.reserved' && why === 'sync.rests_on_lost_decision')
  const upheld = about.some(({ id, type }) => type === 'document.upheld' && isEffective(reader, uuidText(id)))
  return lost && !upheld
}

/** Neither superseded nor withheld. */
const isEffective = (reader: Reader, event: Uuid): boolean => {
  const verdict = reader.event(event)?.verdict
  return verdict === undefined || verdict === 'flagged'
}

/** An officer answers for it: the paper stands. Gives its claim. Errors: desk.not_found, papers.not_in_doubt. */
export function upholdPaper(
  { store }: Tools,
  officer: Officer,
  { documentId, reason }: { readonly documentId: Uuid; readonly reason: string },
): Result<Uuid> {
  return store.transact({ actor: officer.id }, (tx) => {
    const row = tx.first(query.selectFrom('document').select('claim').where('id', '=', documentId))
    if (!row) return fail('desk.not_found')
    if (!doubtOf(tx, documentId)) return fail('papers.not_in_doubt')
    tx.append({ subject: { kind: 'document', id: documentId }, type: 'document.upheld', body: { reason } })
    return ok(row.claim)
  })
}
