import { orderId, placeColumns } from '../../../shared/cards/order-row.ts'
import { writeCardFile } from '../../../shared/cards/write.ts'
import type { EventBody } from '../../../shared/domain/catalogue.ts'
import { cardAddress } from '../../../shared/domain/confirmation/facts.ts'
import { objection } from '../../../shared/domain/confirmation/table.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type Officer, type Tools, today } from '../../claims/tools.ts'
import { officeOf } from '../../office/settings.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
import { type Confirmation, findConfirmation } from '../rows.ts'
import { append } from '../say.ts'
import { sha256, writerOf } from './keys.ts'

/** What the facility is told of cards that are ordered already. */
export type Instruction =
  | { readonly instruction: 'hold'; readonly reason: string }
  /** To the address on file: a card that was held, whose person moved, or that came back. */
  | { readonly instruction: 'send' }

/**
 * Writes instructions for one card and notes what was told; gives the file's id. A card that came back is mailed again,
 * one that is not in the mail yet is sent elsewhere. Fails with what the state table says.
 */
export function instructFacility(tools: Tools, officer: Officer, id: Uuid, told: Instruction): Result<Uuid> {
  const found = instructed(tools.store, id, told)
  if (!found.ok) return found
  const { person, order } = found.value
  const fileId = tools.store.newId()
  const { head, sign } = writerOf(tools, fileId)
  const place = placeColumns(told.instruction === 'send' ? cardAddress(person.facts) : undefined)
  const rows = [{ order, instruction: told.instruction, ...place }]
  const written = writeCardFile({ kind: 'instructions', head, rows, pictures: new Map() }, sha256, sign)
  if (!written.ok) return written
  const kept = tools.store.blobs.put(written.value)
  if (!kept.ok) return kept
  const on = today(tools)
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const now = instructed(tx, id, told)
    if (!now.ok) return now
    const address = cardAddress(now.value.person.facts)
    if (JSON.stringify(address) !== JSON.stringify(cardAddress(person.facts))) return fail('cards.changed')
    const file = { office: officeOf(tx).id, on, kind: 'instructions' as const, file: kept.value, rows: 1 }
    tx.append({ subject: { kind: 'card_file', id: fileId }, type: 'card_file.sent', body: file })
    if (told.instruction === 'hold') append(tx, id, 'confirmation.card_held', { on, file: fileId, reason: told.reason })
    else if (!address) return fail('confirmations.address')
    else if (now.value.person.state.card === 'undelivered')
      append(tx, id, 'confirmation.card_remailed', { on, address, file: fileId })
    else {
      const body = { on, file: fileId, address: address as EventBody<'confirmation.card_redirected'>['address'] }
      append(tx, id, 'confirmation.card_redirected', body)
    }
    return ok(fileId)
  })
}

function instructed(
  reader: Reader,
  id: Uuid,
  { instruction }: Instruction,
): Result<{ person: Confirmation; order: string }> {
  const found = findConfirmation(reader, id)
  if (!found.ok) return found
  const { state, facts } = found.value
  const act = instruction === 'hold' ? 'hold_card' : state.card === 'undelivered' ? 'remail_card' : 'redirect_card'
  const against = objection(state, act)
  if (against) return fail(against)
  const row = reader.first(
    query
      .selectFrom('card_order')
      .selectAll()
      .where('event', '=', facts.card.event ?? '')
      .where('confirmation', '=', id),
  )
  return row ? ok({ person: found.value, order: orderId(row.batch, row.line) }) : fail('desk.not_found')
}
