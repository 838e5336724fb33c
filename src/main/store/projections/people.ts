import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { bareNumber } from '../../../shared/domain/numbers.ts'
import { isErased } from '../erased.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import { clearNames, eraseName, indexName, indexNames, reindexName, removeName } from '../search/index-names.ts'
import type { ProjectionTx } from '../types.ts'
import { fieldsAfter } from './heads.ts'
import { indexNumber, personNumber, projection } from './projection.ts'

const columns: Readonly<Record<string, string>> = {
  familyName: 'family_name',
  givenNames: 'given_names',
  nativeName: 'native_name',
  birthDate: 'birth_date',
  sex: 'sex',
  clientId: 'client_id',
}

/** People as lists and searches show them. */
export const peopleProjection = projection({
  name: 'people',
  tables: ['person', 'not_same_person', 'number_index'],
  clear: clearNames,
  undone(rows, tx) {
    for (const n of rows.get('person') ?? []) reindexName(tx, Number(n))
  },
  caughtUp(tx) {
    if (tx.unindexed) indexNames(tx, tx.unindexed)
  },
  erase(subject, tx) {
    if (subject.kind !== 'person') return
    const person = tx.first(query.selectFrom('person').select('n').where('id', '=', subject.id))
    if (!person) return
    eraseName(tx, person.n)
    tx.run(
      query
        .deleteFrom('not_same_person')
        .where((is) => is.or([is('person', '=', subject.id), is('other', '=', subject.id)])),
    )
    // A claim that nobody ordered to go has them still; nothing is known of them but that.
    if (tx.first(query.selectFrom('claim').select('id').where('person_n', '=', person.n))) leaveBare(tx, person.n)
    else drop(tx, person.n, subject.id)
  },
  /** Who stepped aside for whom. */
  together({ kind, id }, tx) {
    if (kind !== 'person') return []
    const joined = tx.all(
      query
        .selectFrom('person')
        .select(['id', 'replaced_by'])
        .where((is) => is.or([is('id', '=', id), is('replaced_by', '=', id)])),
    )
    return joined.flatMap((row) => (row.id === id ? (row.replaced_by ?? []) : row.id)).map(person)
  },
  on: {
    'person.registered': ({ subject, position }, _body, tx) => {
      // Not a number of SQLite's choosing: those shift in a rebuild after an erasure.
      tx.run(addPerson({ n: position, id: subject.id }))
    },
    'claim.opened': (_event, { person: id }, tx) => {
      if (isThere(tx, id)) return
      const [registered] = tx.timeline({ kind: 'person', id }, { limit: 1 })
      if (registered) tx.run(addPerson({ n: registered.position, id }))
    },
    'person.set': (event, { fields }, tx) => setFields(event, fields, tx),
    'person.amended': (event, { fields }, tx) => setFields(event, fields, tx),
    'person.client_id_given': (event, { fields }, tx) => setFields(event, fields, tx),
    'person.document_read': (event, body, tx) => {
      const { id } = event.subject
      const read = JSON.stringify({ ...body, at: event.at })
      tx.run(query.updateTable('person').set({ document_read: read }).where('id', '=', id))
      if (body.number) indexNumber(tx, personNumber(tx, id), 'passport', bareNumber(body.number))
    },
    'person.photo_added': (event, photo, tx) => {
      tx.run(
        query
          .updateTable('person')
          .set({ photo: JSON.stringify({ ...photo, at: event.at }), photo_print: photo.print })
          .where('id', '=', event.subject.id),
      )
    },
    'photo.crop_adjusted': (_event, { person, original, print }, tx) => {
      if (!person) return
      const row = tx.first(query.selectFrom('person').select('photo').where('id', '=', person))
      const photo = row?.photo ? (JSON.parse(row.photo) as { original: string }) : undefined
      // Only while that picture is still the person's: a later one has a frame of its own.
      if (photo?.original !== original) return
      const framed = { photo: JSON.stringify({ ...photo, print }), photo_print: print }
      tx.run(query.updateTable('person').set(framed).where('id', '=', person))
    },
    'claim.not_same_person': (_event, { person, other, reason }, tx) => {
      // The other person may have been erased since: a rebuild must not bring the pair back.
      if (!isThere(tx, person) || !isThere(tx, other)) return
      for (const [a, b] of [
        [person, other],
        [other, person],
      ] as const)
        tx.run(
          query
            .insertInto('not_same_person')
            .values({ person: a, other: b, reason })
            .onConflict((conflict) => conflict.columns(['person', 'other']).doUpdateSet({ reason })),
        )
    },
    'claim.person_linked': (_event, { person, instead }, tx) => {
      tx.run(query.updateTable('person').set({ replaced_by: person }).where('id', '=', instead))
      const [from, to] = [personNumber(tx, instead), personNumber(tx, person)]
      moveDocumentRead(tx, from, to)
      removeName(tx, from)
      moveNumbers(tx, from, to)
    },
  },
})

const person = (id: string) => ({ kind: 'person', id }) as const

const isThere = (tx: ProjectionTx, id: string): boolean => tx.first(withId({ id })) !== undefined

const withId = prepared(({ id }: { id: string }) => query.selectFrom('person').select('n').where('id', '=', id))

const addPerson = prepared(({ n, id }: { n: number; id: string }) => query.insertInto('person').values({ n, id }))

/** Takes away the person whom an erasure had left for the sake of their claim, now that they have none. */
export function dropErased(tx: ProjectionTx, n: number): void {
  const row = tx.first(query.selectFrom('person').select('id').where('n', '=', n))
  if (!row || !isErased(tx, person(row.id))) return
  if (tx.first(query.selectFrom('claim').select('id').where('person_n', '=', n))) return
  drop(tx, n, row.id)
}

/** The row goes, and with it what erasures had left of those who stepped aside for this person since: no other order names them. */
function drop(tx: ProjectionTx, n: number, id: string): void {
  tx.run(query.deleteFrom('number_index').where('person_n', '=', n))
  tx.run(query.deleteFrom('person').where('n', '=', n))
  for (const other of tx.all(query.selectFrom('person').select('n').where('replaced_by', '=', id)))
    dropErased(tx, other.n)
}

/** Numbers of the person go; those of the claim and of its papers still find the claim. */
function leaveBare(tx: ProjectionTx, n: number): void {
  tx.run(query.deleteFrom('number_index').where('person_n', '=', n).where('kind', 'in', ['client', 'passport']))
  tx.run(
    query
      .updateTable('person')
      .set({
        ...{ family_name: null, given_names: null, native_name: null, aliases: null, birth_date: null, sex: null },
        ...{ citizenships: '[]', client_id: null, document_read: null, photo: null, photo_print: null },
        ...{ replaced_by: null, conflicts: 0 },
      })
      .where('n', '=', n),
  )
}

/** Numbers read for the record that stepped aside find the person now. */
function moveNumbers(tx: ProjectionTx, from: number, to: number): void {
  for (const { kind, number } of tx.all(query.selectFrom('number_index').selectAll().where('person_n', '=', from)))
    indexNumber(tx, to, kind, number)
  tx.run(query.deleteFrom('number_index').where('person_n', '=', from))
}

/** The document read for the claim that was joined is the latest of the person. */
function moveDocumentRead(tx: ProjectionTx, from: number, to: number): void {
  const read = tx.first(query.selectFrom('person').select('document_read').where('n', '=', from))?.document_read
  if (read) tx.run(query.updateTable('person').set({ document_read: read }).where('n', '=', to))
}

function setFields(event: LoggedEvent, fields: Readonly<Record<string, unknown>>, tx: ProjectionTx): void {
  const { conflicts, shows } = fieldsAfter(event, tx)
  const shown = Object.entries(fields).filter(([field]) => shows(field))
  const set: Record<string, string | number | null> = { conflicts }
  for (const [field, value] of shown) {
    const column = columns[field]
    if (column) set[column] = (value as string | null | undefined) ?? null
    if (field === 'citizenships') set.citizenships = JSON.stringify(value ?? [])
    if (field === 'aliases') set.aliases = value ? JSON.stringify(value) : null
  }
  tx.run(query.updateTable('person').set(set).where('id', '=', event.subject.id))
  const n = personNumber(tx, event.subject.id)
  if (typeof set.client_id === 'string') indexNumber(tx, n, 'client', set.client_id)
  if (['family_name', 'given_names', 'native_name', 'aliases'].some((column) => column in set)) indexName(tx, n)
}
