import type { EventBody } from '../../../shared/domain/catalogue.ts'
import { serialsOf, valueIn } from '../../../shared/domain/numbers.ts'
import { isIdentityKind, type numberSeries } from '../../../shared/domain/vocabulary.ts'
import { uuidBytes } from '../log/uuid.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { ProjectionTx } from '../types.ts'
import { indexNumber, personNumber, projection } from './projection.ts'

/** Papers, the numbers they use up and the sheets they are printed on. */
export const documentsProjection = projection({
  name: 'documents',
  version: 3, // 2: what an event that does not fit used up stays used; 3: voided numbers stay void whatever comes later
  tables: ['document', 'number_block', 'stock', 'revoked'],
  /** Number and sheet stay used: `lease.spent` and `stock.kept` say so before the erasure. */
  erase({ kind, id }, tx) {
    if (kind !== 'document') return
    tx.run(query.deleteFrom('revoked').where('document', '=', id))
    tx.run(query.deleteFrom('document').where('id', '=', id))
  },
  together({ kind, id }, tx) {
    if (kind !== 'claim' && kind !== 'person') return []
    return tx
      .all(query.selectFrom('document').select('id').where(kind, '=', id))
      .map((paper) => ({ kind: 'document', id: paper.id }))
  },
  /** A desk gave a number, or printed on a sheet, for somebody whom another desk had erased: neither is there to be used again. */
  unfit: {
    'claim.opened': (_event, { applicationNumber }, tx) => spendNumber(tx, 'application', applicationNumber),
    'person.client_id_given': (_event, { fields }, tx) => spendNumber(tx, 'client', fields.clientId),
    'document.reserved': (_event, { kind, number, stockSerial }, tx) => {
      if (isIdentityKind(kind)) spendNumber(tx, 'document', number)
      if (stockSerial) setSheet(tx, stockSerial, { state: 'issued' })
    },
  },
  on: {
    'lease.granted': ({ device }, { series, prefix, first, last, width }, tx) => {
      const block = { series, prefix, first, last, width, next: first, device: uuidBytes(device) }
      tx.run(query.insertInto('number_block').values(block))
    },
    /** Also of a block that does not show all of its numbers as used yet: what used them may be written again after this. */
    'lease.voided': (_event, { series, prefix, first, last }, tx) => {
      tx.run(
        query
          .updateTable('number_block')
          .set({ next: last + 1 })
          .where('series', '=', series)
          .where('prefix', '=', prefix)
          .where('first', '<=', first)
          .where('last', '>=', last)
          .where('next', '<=', last),
      )
    },
    'lease.spent': (_event, { series, prefix, first, last }, tx) => {
      tx.run(
        query
          .updateTable('number_block')
          .set({ next: last + 1 })
          .where('series', '=', series)
          .where('prefix', '=', prefix)
          .where('first', '=', first)
          .where('next', '<=', last),
      )
    },
    'stock.kept': (_event, { sheets }, tx) => {
      for (const { serial, state } of sheets) setSheet(tx, serial, { state, document: null, reason: null })
    },
    'stock.received': (_event, range, tx) => {
      for (const serial of serialsOf(range))
        tx.run(
          query.insertInto('stock').values({ serial, state: 'in_office', device: null, document: null, reason: null }),
        )
    },
    'stock.checked_out': (event, { serials }, tx) => {
      for (const serial of serials) setSheet(tx, serial, { state: 'checked_out', device: event.device })
    },
    'stock.ended': (_event, { serial, state, reason }, tx) => setSheet(tx, serial, { state, reason }),
    'claim.opened': (_event, { applicationNumber }, tx) => spendNumber(tx, 'application', applicationNumber),
    'person.client_id_given': (_event, { fields }, tx) => spendNumber(tx, 'client', fields.clientId),
    'document.reserved': (event, body, tx) => {
      const { id } = event.subject
      tx.run(
        query.insertInto('document').values({
          id,
          claim: body.claim,
          person: body.person,
          kind: body.kind,
          number: body.number,
          stock_serial: body.stockSerial ?? null,
          state: 'reserved',
          issue_date: body.issueDate,
          valid_until: body.validUntil ?? null,
          replaces: body.replaces ?? null,
          replaced_by: null,
          pdf: body.pdf,
          findings: JSON.stringify(body.findings),
          reserved_ms: event.hlc.ms,
          about: body.about ? JSON.stringify(body.about) : null,
          not_printed: null,
        }),
      )
      const person = personNumber(tx, body.person)
      if (isIdentityKind(body.kind)) spendNumber(tx, 'document', body.number)
      // A letter bears the application's number, which is found already.
      if (body.kind !== 'acknowledgement') indexNumber(tx, person, 'document', body.number)
      if (body.stockSerial) {
        setSheet(tx, body.stockSerial, { state: 'issued', document: id })
        indexNumber(tx, person, 'sheet', body.stockSerial)
      }
      if (body.replaces) tx.run(query.updateTable('document').set({ replaced_by: id }).where('id', '=', body.replaces))
    },
    'document.sent': ({ subject }, _body, tx) => {
      tx.run(query.updateTable('document').set({ state: 'sent', not_printed: null }).where('id', '=', subject.id))
    },
    'document.not_printed': ({ subject }, { failure }, tx) => {
      tx.run(query.updateTable('document').set({ not_printed: failure }).where('id', '=', subject.id))
    },
    'document.signed_copy_added': (event, { arrived: _, ...copy }, tx) => {
      const { id } = event.subject
      const row = tx.first(query.selectFrom('document').select('signed').where('id', '=', id))
      if (!row) return
      const signed = JSON.stringify([...(JSON.parse(row.signed) as unknown[]), { ...copy, at: event.at }])
      tx.run(query.updateTable('document').set({ signed }).where('id', '=', id))
    },
    'document.confirmed': ({ subject }, _body, tx) => setState(tx, subject.id, 'confirmed'),
    'document.spoiled': ({ subject }, { reason }, tx) => {
      setState(tx, subject.id, 'spoiled')
      const document = tx.first(query.selectFrom('document').select('stock_serial').where('id', '=', subject.id))
      if (document?.stock_serial) setSheet(tx, document.stock_serial, { state: 'spoiled', reason })
    },
    'document.revoked': (event, body, tx) => {
      const { id } = event.subject
      const document = tx.first(
        query.selectFrom('document').select(['number', 'kind', 'stock_serial']).where('id', '=', id),
      )
      if (!document) return
      const revocation = JSON.stringify({ ...body, by: event.actor, at: event.at })
      tx.run(query.updateTable('document').set({ state: 'revoked', revocation }).where('id', '=', id))
      const { number, kind } = document
      tx.run(
        query
          .insertInto('revoked')
          .values({ number, document: id, kind, why: body.why, revoked_on: body.on })
          .onConflict((conflict) => conflict.doNothing()),
      )
      const sheet = sheetAfter(body)
      if (document.stock_serial && sheet)
        setSheet(tx, document.stock_serial, { state: sheet, ...(body.note ? { reason: body.note } : {}) })
    },
  },
})

/** What is known of the sheet of a revoked document; one that the person kept stays `issued`. */
const sheetAfter = ({ why, returned }: EventBody<'document.revoked'>): 'returned' | 'lost' | undefined => {
  if (returned) return 'returned'
  return why === 'lost' || why === 'stolen' ? 'lost' : undefined
}

const setState = (tx: ProjectionTx, document: string, state: string): void => {
  tx.run(query.updateTable('document').set({ state }).where('id', '=', document))
}

const setSheet = (
  tx: ProjectionTx,
  serial: string,
  set: { state?: string; device?: string; document?: string | null; reason?: string | null },
) => {
  tx.run(query.updateTable('stock').set(set).where('serial', '=', serial))
}

const blocksOf = prepared(({ series }: { series: (typeof numberSeries)[number] }) =>
  query.selectFrom('number_block').selectAll().where('series', '=', series),
)

/** A number of a leased block was used: the next one is after it. A reissued document keeps its number, so never back. */
function spendNumber(tx: ProjectionTx, series: (typeof numberSeries)[number], number: string): void {
  for (const block of tx.all(blocksOf({ series }))) {
    const value = valueIn({ ...block, series }, number)
    if (value === undefined || value < block.next) continue
    tx.run(
      query
        .updateTable('number_block')
        .set({ next: value + 1 })
        .where('series', '=', series)
        .where('prefix', '=', block.prefix)
        .where('first', '=', block.first),
    )
  }
}
