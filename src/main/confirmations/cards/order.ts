import { type CardNeed, missingForCard, orderId, orderRow } from '../../../shared/cards/order-row.ts'
import { writeCardFile } from '../../../shared/cards/write.ts'
import { cardAddress, withoutEffect } from '../../../shared/domain/confirmation/facts.ts'
import { cardDueOn } from '../../../shared/domain/confirmation/queues.ts'
import { objection } from '../../../shared/domain/confirmation/table.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type Officer, type Tools, today } from '../../claims/tools.ts'
import { officeOf } from '../../office/settings.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
import { type Confirmation, findConfirmation } from '../rows.ts'
import { append } from '../say.ts'
import { acceptedPicture } from './candidates.ts'
import { sha256, writerOf } from './keys.ts'

/** The order of cards: a batch of persons, in one signed file, written once. */

/**
 * Orders a card for each of these persons and writes the file; gives the batch. All of them or none: whoever the state
 * table holds back, or of whom something is missing, fails the order (`confirmations.*`, `cards.missing`), and a second
 * press finds them ordered. Fails also with what the store says.
 */
export function orderCards(tools: Tools, officer: Officer, ids: readonly Uuid[]): Result<Uuid> {
  const batch = tools.store.newId()
  const planned = planOrder(tools.store, batch, ids)
  if (!planned.ok) return planned
  const { head, sign } = writerOf(tools, batch)
  const pictures = new Map<string, Uint8Array>()
  for (const { photo } of planned.value) {
    const picture = tools.store.blobs.get(photo)
    if (!picture.ok) return picture
    pictures.set(photo, picture.value)
  }
  const rows = planned.value.map(({ row }) => row)
  const written = writeCardFile({ kind: 'order', head, rows, pictures }, sha256, sign)
  if (!written.ok) return written
  const file = tools.store.blobs.put(written.value)
  if (!file.ok) return file
  const on = today(tools)
  return tools.store.transact({ actor: officer.id }, (tx) => {
    // What the file says must be what holds now: a photo reopened or an address changed meanwhile makes it another order.
    const again = planOrder(tx, batch, ids)
    if (!again.ok) return again
    if (JSON.stringify(again.value.map(({ row }) => row)) !== JSON.stringify(rows)) return fail('cards.changed')
    for (const [at, { person, photo }] of again.value.entries()) {
      const address = cardAddress(person.facts)
      if (!address) return fail('confirmations.address')
      const body = {
        on,
        batch,
        line: at + 1,
        photo: person.facts.photo.id ?? '',
        print: photo,
        address,
        dueOn: cardDueOn(person.facts) ?? on,
      }
      const { event } = person.facts.card
      append(tx, person.id, 'confirmation.card_ordered', body, [
        ...(event ? [event] : []),
        ...withoutEffect(person.facts, 'confirmation.card_ordered'),
      ])
    }
    const sent = { office: officeOf(tx).id, on, kind: 'order' as const, file: file.value, rows: rows.length }
    tx.append({ subject: { kind: 'card_file', id: batch }, type: 'card_file.sent', body: sent })
    return ok(batch)
  })
}

interface Planned {
  readonly person: Confirmation
  readonly photo: string
  readonly row: ReturnType<typeof orderRow>
}

function planOrder(reader: Reader, batch: Uuid, ids: readonly Uuid[]): Result<Planned[]> {
  const planned: Planned[] = []
  for (const [at, id] of [...new Set(ids)].entries()) {
    const found = findConfirmation(reader, id)
    if (!found.ok) return found
    const { facts, state } = found.value
    const against = objection(state, 'order_card')
    if (against) return fail(against)
    const photo = acceptedPicture(reader, facts.photo.id)
    const missing: CardNeed[] = missingForCard(facts, photo)
    if (missing.length > 0 || !photo) return fail('cards.missing', { lacks: missing.join(', ') })
    planned.push({ person: found.value, photo, row: orderRow(orderId(batch, at + 1), facts, photo) })
  }
  return ok(planned)
}

/** The bytes of a file as they were written or came, and a name for it. The same, however often they are asked for. */
export function cardFile(reader: Tools['store'], id: Uuid): Result<{ bytes: Uint8Array; name: string }> {
  const row = reader.first(query.selectFrom('card_file').selectAll().where('id', '=', id))
  if (!row) return fail('desk.not_found')
  const bytes = reader.blobs.get(row.file)
  return bytes.ok ? ok({ bytes: bytes.value, name: `${row.kind}-${row.on_day}-${id.slice(-8)}.cards` }) : bytes
}
