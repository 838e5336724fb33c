import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { LoggedEvent, Subject } from '../../shared/domain/event.ts'
import { valueIn } from '../../shared/domain/numbers.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { eraseAppointments } from '../appointments/book.ts'
import { everyBlock } from '../office/numbers.ts'
import { officeOf } from '../office/settings.ts'
import { applicationsOf, orderErasure } from '../photos/review/erase-applicant.ts'
import { isErased, orderOf } from '../store/erased.ts'
import { uuidText } from '../store/log/uuid.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'

/**
 * Erases a person: every record that was found to be theirs, every claim and every paper, in the caller's transaction.
 * Photos that came for a card of the same client go with them. So does what was noted at the door of every party that they came with, whoever else was in it.
 * Only as a whole: a claim without its person, or half of two records that were joined, could not be rebuilt from what
 * is left of the log. Numbers and sheets stay used. Pictures and pages go with the next removal of unnamed blobs.
 * @param law the law or the retention rule that orders it; stays in the record, so it names nobody
 * Errors: desk.not_found.
 */
export function eraseWholePerson(tx: Tx, personId: Uuid, law: string): Result<null> {
  const people = recordsOf(tx, personId)
  if (people.length === 0) return fail('desk.not_found')
  const claims = tx.all(
    query
      .selectFrom('claim')
      .select(['id', 'application_number as number'])
      .where(
        'person_n',
        'in',
        people.map(({ n }) => n),
      ),
  )
  const papers = papersOf(
    tx,
    people.map(({ id }) => id),
    claims.map(({ id }) => id),
  )
  const clients = clientIds(tx, people)
  keepNumbers(
    tx,
    [...claims, ...papers, ...clients].map(({ number }) => number),
  )
  keepSheets(tx, papers)
  for (const { id } of claims) tx.run(query.deleteFrom('draft').where('claim', '=', id))
  const ids = claims.map(({ id }) => id)
  const photos = tx.all(query.selectFrom('photo').select('id').where('claim', 'in', ids))
  const parties = partiesOf(tx, ids)
  const order = (
    kind: 'photo' | 'document' | 'claim' | 'person' | 'arrival',
    ids: readonly { readonly id: Uuid }[],
  ) => {
    for (const { id } of ids)
      tx.append({ subject: { kind, id } satisfies Subject, type: `${kind}.erased`, body: { law } })
  }
  eraseAppointments(tx, ids, law)
  order('photo', photos)
  orderErasure(
    tx,
    applicationsOf(
      tx,
      clients.map(({ number }) => number),
    ),
    law,
  )
  order('document', papers)
  order('arrival', parties)
  order('claim', claims)
  // One is, where another office ordered it and left a claim that it did not know.
  order(
    'person',
    people.filter(({ id }) => !isErased(tx, { kind: 'person', id })),
  )
  return ok(null)
}

/**
 * The law that erased the person of a paper which another desk had made by then: it is in no record (it does not fit), and
 * its page and what was written of it wait for an officer to look at them. Undefined where the event is none such.
 */
export function lawOfLeftPaper(reader: Reader, { subject, type, body }: LoggedEvent): string | undefined {
  if (type !== 'document.reserved' || body === null) return undefined
  // A claim that nobody ordered to go has its papers still, whoever erased its person.
  if (reader.first(query.selectFrom('document').select('id').where('id', '=', subject.id))) return undefined
  const { person: id } = body as EventBody<'document.reserved'>
  const order = orderOf(reader, { kind: 'person', id })
  return (order?.body as EventBody<'person.erased'> | null | undefined)?.law
}

/** Erases such a paper, in the caller's transaction. Its number and its sheet stay used. */
export function eraseLeftPaper(tx: Tx, { subject, body }: LoggedEvent, law: string): void {
  const { number, stockSerial } = body as EventBody<'document.reserved'>
  keepNumbers(tx, [number])
  keepSheets(tx, [{ stock_serial: stockSerial ?? null }])
  tx.append({ subject, type: 'document.erased', body: { law } })
}

/** The person's record, the one that took its place, and all that stepped aside for it. */
function recordsOf(reader: Reader, personId: Uuid): { n: number; id: Uuid }[] {
  const record = (id: Uuid) =>
    reader.first(query.selectFrom('person').select(['n', 'id', 'replaced_by']).where('id', '=', id))
  let top = record(personId)
  while (top?.replaced_by) top = record(top.replaced_by)
  const found = top ? [top] : []
  for (const { id } of found)
    found.push(
      ...reader.all(query.selectFrom('person').select(['n', 'id', 'replaced_by']).where('replaced_by', '=', id)),
    )
  return found
}

const papersOf = (reader: Reader, people: readonly Uuid[], claims: readonly Uuid[]) =>
  reader.all(
    query
      .selectFrom('document')
      .select(['id', 'number', 'stock_serial'])
      .where((is) => is.or([is('person', 'in', people), is('claim', 'in', claims)])),
  )

/** Parties of the waiting room for which the claims were opened, or to whose family they were linked. */
function partiesOf(reader: Reader, claims: readonly Uuid[]): { readonly id: Uuid }[] {
  const linked = reader
    .all(query.selectFrom('family_member').select('family').where('claim', 'in', claims))
    .map(({ family }) => family)
  const opened = reader
    .all(query.selectFrom('event').select('id').where('type', '=', 'arrival.claim_opened'))
    .flatMap(({ id }) => reader.event(uuidText(id)) ?? [])
    .filter(({ body }) => body && claims.includes((body as EventBody<'arrival.claim_opened'>).claim))
    .map(({ subject }) => subject.id)
  const ids = [...new Set([...linked, ...opened])]
  return reader.all(query.selectFrom('arrival').select('id').where('id', 'in', ids))
}

const clientIds = (reader: Reader, people: readonly { readonly n: number }[]) =>
  reader.all(
    query
      .selectFrom('number_index')
      .select('number')
      .where('kind', '=', 'client')
      .where(
        'person_n',
        'in',
        people.map(({ n }) => n),
      ),
  )

/**
 * A number once given is never given again, also when nobody knows any more to whom. Another desk's as well: what it
 * gave is erased there too, and nothing else in the log says that it was used.
 */
function keepNumbers(tx: Tx, numbers: readonly string[]): void {
  for (const block of everyBlock(tx)) {
    const { series, prefix, first, next } = block
    if (next === first || !numbers.some((number) => valueIn(block, number) !== undefined)) continue
    const body: EventBody<'lease.spent'> = { series, prefix, first, last: next - 1 }
    tx.append({ subject: { kind: 'lease', id: tx.newId() }, type: 'lease.spent', body })
  }
}

function keepSheets(tx: Tx, papers: readonly { readonly stock_serial: string | null }[]): void {
  const serials = papers.flatMap(({ stock_serial }) => stock_serial ?? [])
  if (serials.length === 0) return
  const rows = tx.all(query.selectFrom('stock').select(['serial', 'state']).where('serial', 'in', serials))
  const body = { sheets: rows.map(({ serial, state }) => ({ serial, state })) }
  tx.append({ subject: { kind: 'stock', id: officeOf(tx).id }, type: 'stock.kept', body })
}
