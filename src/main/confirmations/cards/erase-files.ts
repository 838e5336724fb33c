import type { Uuid } from '../../../shared/ports.ts'
import { query } from '../../store/query.ts'
import type { Tx } from '../../store/types.ts'

/**
 * Orders the erasure of the files of cards that name one of these people: the orders that they stand in, whole, and the
 * instructions about them. What became of the others' cards stays with their confirmations. Call it before the erasure of
 * the confirmations themselves: their events say which files these are.
 * @param law stays in the record, so it names nobody
 */
export function eraseCardFilesOf(tx: Tx, people: readonly Uuid[], law: string): void {
  if (people.length === 0) return
  const orders = tx.all(query.selectFrom('card_order').select('batch').distinct().where('confirmation', 'in', people))
  const named = new Set([...orders.map(({ batch }) => batch), ...people.flatMap((id) => instructionsOf(tx, id))])
  const kept = tx.all(
    query
      .selectFrom('card_file')
      .select('id')
      .where('id', 'in', [...named]),
  )
  for (const { id } of kept) tx.append({ subject: { kind: 'card_file', id }, type: 'card_file.erased', body: { law } })
}

/** Files by which the facility was told something of this person's card. */
const instructionsOf = (tx: Tx, id: Uuid): Uuid[] =>
  tx.timeline({ kind: 'confirmation', id }, { limit: 100_000 }).flatMap(({ type, body }) => {
    const told = type.startsWith('confirmation.card_') && body !== null && typeof body === 'object' && 'file' in body
    return told ? [String(body.file)] : []
  })
