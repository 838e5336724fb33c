import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { CardRow } from '../../shared/cards/format.ts'
import type { CardFileKind } from '../../shared/cards/kinds.ts'
import { orderId } from '../../shared/cards/order-row.ts'
import { writeCardFile } from '../../shared/cards/write.ts'
import type { OfficerView } from '../../shared/contract/views.ts'
import { ok, type Result } from '../../shared/result.ts'
import { today } from '../claims/tools.ts'
import { takeAnswer } from '../confirmations/cards/answer.ts'
import { sha256 } from '../confirmations/cards/keys.ts'
import { profileOfClient } from '../confirmations/rows.ts'
import type { PaperTools } from '../documents/rendering.ts'
import { query } from '../store/query.ts'
import type { Resident } from './residents.ts'

/** The demo's production facility of cards: its key lies here in the clear, since nothing that it makes is true. */

/** What it answers, in which of its files, of whom. */
export interface AnswerFile {
  /** Counted from 1: a file is taken once. */
  readonly file: number
  readonly kind: 'acknowledgement' | 'produced' | 'mailed' | 'returned'
  readonly who: readonly Resident[]
  /** Whose order it does not take. */
  readonly refused?: readonly Resident[]
}

const key = createPrivateKey({
  // An Ed25519 private key in PKCS #8 is this head and 32 bytes.
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 'demo facility')]),
  format: 'der',
  type: 'pkcs8',
})

/** Its public key as the office's settings hold it, 64 hex digits. */
export const demoFacilityKey = createPublicKey(key)
  .export({ format: 'der', type: 'spki' })
  .subarray(-32)
  .toString('hex')

/** Takes in what the facility answers; a file that was taken before a crash is left alone. */
export function answerCards(tools: PaperTools, officer: OfficerView, answer: AnswerFile): Result<unknown> {
  const id = `00000000-de30-7000-8000-${String(answer.file).padStart(12, '0')}`
  if (tools.store.first(query.selectFrom('card_file').select('id').where('id', '=', id))) return ok(null)
  const rows = [...answer.who, ...(answer.refused ?? [])].flatMap((who) => {
    const order = orderOf(tools, who)
    return order === undefined ? [] : [rowOf(answer, who, order, today(tools))]
  })
  const made = `${new Date(tools.clock.now()).toISOString().slice(0, 19)}Z`
  const head = { id, from: 'Demo card facility', key: demoFacilityKey, made }
  const signed = (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, key))
  const written = writeCardFile<CardFileKind>(
    { kind: answer.kind, head, rows: rows as unknown as CardRow<CardFileKind>[], pictures: new Map() },
    sha256,
    signed,
  )
  return written.ok ? takeAnswer(tools, officer, written.value) : written
}

function orderOf({ store }: PaperTools, { clientId }: Resident): string | undefined {
  const row = store.first(
    query
      .selectFrom('card_order')
      .select(['batch', 'line'])
      .where('confirmation', '=', profileOfClient(store, clientId) ?? '')
      .orderBy('batch', 'desc'),
  )
  return row && orderId(row.batch, row.line)
}

type AnswerRow = { readonly [K in AnswerFile['kind']]: CardRow<K> }[AnswerFile['kind']]

function rowOf({ kind, refused = [] }: AnswerFile, who: Resident, order: string, on: string): AnswerRow {
  switch (kind) {
    case 'acknowledgement':
      return refused.includes(who)
        ? { order, result: 'refused', reason: 'address', note: 'The post knows no such unit.' }
        : { order, result: 'accepted', reason: '', note: '' }
    case 'produced':
      return { order, on, cardNumber: `PR${who.clientId}` }
    case 'mailed':
      return { order, on, tracking: `DEMO${who.clientId}` }
    case 'returned':
      return { order, on, why: 'moved', note: '' }
  }
}
