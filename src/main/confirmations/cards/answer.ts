import type { CardFile, CardRow } from '../../../shared/cards/format.ts'
import { orderParts } from '../../../shared/cards/order-row.ts'
import { readCardFile } from '../../../shared/cards/read.ts'
import type { CardAnswer, CardAnswerRow } from '../../../shared/contract/views.ts'
import type { EventBody } from '../../../shared/domain/catalogue.ts'
import { type ConfirmationAct, objection } from '../../../shared/domain/confirmation/table.ts'
import { nameLine } from '../../../shared/names/name-line.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type Officer, type Tools, today } from '../../claims/tools.ts'
import { officeOf, settingsOf } from '../../office/settings.ts'
import { query } from '../../store/query.ts'
import type { Reader, Tx } from '../../store/types.ts'
import { type Confirmation, findConfirmation } from '../rows.ts'
import { append, send } from '../say.ts'
import { sha256, verifySignature } from './keys.ts'

/** What the production facility answers: looked at first, then taken in. */

/** Answers of the facility; orders and instructions are the office's own. */
type AnswerKind = 'acknowledgement' | 'produced' | 'mailed' | 'returned'
type AnswerRow = { readonly [K in AnswerKind]: CardRow<K> }[AnswerKind]
type Answer = Omit<CardFile<AnswerKind>, 'rows'> & { readonly rows: readonly AnswerRow[] }

/**
 * What taking the file in would do, row by row; changes nothing. Fails with `cards.file_malformed`, `.file_changed`,
 * `.file_forged`, `.not_an_answer`, `.no_facility_key`, `.other_facility`.
 */
export function previewAnswer(tools: Tools, bytes: Uint8Array): Result<CardAnswer> {
  const file = readAnswer(tools.store, bytes)
  return file.ok ? ok(answerView(tools.store, file.value)) : file
}

/**
 * Takes the file in: the rows that their orders allow; the others are refused by themselves. A file that was taken before
 * changes nothing and says so. Fails like `previewAnswer`, and with `cards.file_id_reused`.
 */
export function takeAnswer(tools: Tools, officer: Officer, bytes: Uint8Array): Result<CardAnswer> {
  const file = readAnswer(tools.store, bytes)
  if (!file.ok) return file
  const kept = tools.store.blobs.put(bytes)
  if (!kept.ok) return kept
  const { head, kind, rows } = file.value
  const on = today(tools)
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const before = tx.first(query.selectFrom('card_file').select('file').where('id', '=', head.id))
    const view = answerView(tx, file.value)
    if (before) return before.file === kept.value ? ok(view) : fail('cards.file_id_reused')
    for (const [at, said] of view.rows.entries()) {
      const row = rows[at]
      const found =
        said.verdict === 'takes' && said.confirmationId ? findConfirmation(tx, said.confirmationId) : undefined
      if (row && found?.ok) note(tx, found.value, kind, row, on)
    }
    const taken = view.rows.filter(({ verdict }) => verdict === 'takes').length
    const body = { office: officeOf(tx).id, on, kind, file: kept.value, rows: rows.length }
    tx.append({
      subject: { kind: 'card_file', id: head.id },
      type: 'card_file.taken',
      body: { ...body, taken, refused: rows.length - taken },
    })
    return ok(view)
  })
}

function readAnswer(reader: Reader, bytes: Uint8Array): Result<Answer> {
  const file = readCardFile(bytes, sha256, verifySignature)
  if (!file.ok) return file
  if (file.value.kind === 'order' || file.value.kind === 'instructions') return fail('cards.not_an_answer')
  const { cardFacilityKey: key } = settingsOf(reader)
  if (!key) return fail('cards.no_facility_key')
  return file.value.head.key === key ? ok(file.value as unknown as Answer) : fail('cards.other_facility')
}

function answerView(reader: Reader, file: Answer): CardAnswer {
  const before = reader.first(query.selectFrom('card_file').select('on_day').where('id', '=', file.head.id))
  return {
    kind: file.kind,
    made: file.head.made,
    from: file.head.from,
    ...(before ? { takenOn: before.on_day } : {}),
    rows: file.rows.map((row) => rowView(reader, file.kind, row)),
  }
}

function rowView(reader: Reader, kind: AnswerKind, row: AnswerRow): CardAnswerRow {
  const { batch, line } = orderParts(row.order)
  const order = reader.first(
    query.selectFrom('card_order').selectAll().where('batch', '=', batch).where('line', '=', line),
  )
  const found = order && findConfirmation(reader, order.confirmation)
  const said = { order: row.order, says: saysOf(row) }
  if (!order || !found?.ok) return { ...said, verdict: 'unknown_order' }
  const { facts, state } = found.value
  const { familyName, givenNames } = facts.identity
  const who = { ...said, confirmationId: order.confirmation, name: nameLine({ familyName, givenNames }) }
  if (facts.card.event !== order.event) return { ...who, verdict: 'other_order' }
  return { ...who, verdict: objection(state, acts[kind]) ? 'not_in_this_state' : 'takes', state: state.card }
}

const acts = {
  acknowledgement: 'acknowledge_card',
  produced: 'produce_card',
  mailed: 'mail_card',
  returned: 'return_card',
} as const satisfies Record<AnswerKind, ConfirmationAct>

/** The codes of a row that an officer reads in words. */
const saysOf = (row: AnswerRow): string =>
  'result' in row ? row.reason || row.result : 'why' in row ? row.why : row.on

function note(tx: Tx, person: Confirmation, kind: AnswerKind, row: AnswerRow, on: string): void {
  const { id } = person
  if ('result' in row) {
    const accepted = row.result === 'accepted'
    const reason = [row.reason, row.note].filter(Boolean).join('. ')
    const { batch } = orderParts(row.order)
    append(tx, id, 'confirmation.card_acknowledged', { on, batch, accepted, ...(accepted ? {} : { reason }) })
    if (!accepted) openContact(tx, person, on, 'card_refused', reason)
  } else if ('cardNumber' in row) {
    append(tx, id, 'confirmation.card_produced', { on: row.on, cardNumber: row.cardNumber })
  } else if ('why' in row) {
    const why = row.why as EventBody<'confirmation.card_returned'>['why']
    append(tx, id, 'confirmation.card_returned', { on: row.on, why, ...(row.note ? { note: row.note } : {}) })
    openContact(tx, person, on, 'card_undelivered', row.note)
  } else if (kind === 'mailed') {
    append(tx, id, 'confirmation.card_mailed', { on: row.on, ...(row.tracking ? { tracking: row.tracking } : {}) })
    send(tx, person, { message: 'card_mailed', key: `card mailed ${row.order}`, on })
  }
}

/** A card that cannot be made or that came back: somebody calls the person. One task at a time. */
function openContact(
  tx: Tx,
  { id, state }: Confirmation,
  on: string,
  why: EventBody<'confirmation.contact_opened'>['why'],
  note: string,
): void {
  if (objection(state, 'open_contact')) return
  append(tx, id, 'confirmation.contact_opened', { on, why, ...(note ? { note } : {}) })
}
