import { query } from '../query.ts'
import type { ProjectionTx } from '../types.ts'
import { projection } from './projection.ts'

/** What this office writes no more, since another office has it. It reads photos, papers and appointments: it comes after them. */
export const movesProjection = projection({
  name: 'moves',
  tables: ['moved_subject'],
  erase({ kind, id }, tx) {
    if (kind === 'claim') tx.run(query.deleteFrom('moved_subject').where('claim', '=', id))
    tx.run(query.deleteFrom('moved_subject').where('kind', '=', kind).where('id', '=', id))
  },
  on: {
    'claim.moved_out': ({ subject: { id: claim } }, { people, staying }, tx) => {
      const named = (kind: string) => (id: string) => ({ kind, id, claim })
      const gone = people.filter((person) => !staying.includes(person))
      const rows = [
        { kind: 'claim', id: claim, claim },
        ...gone.map(named('person')),
        ...of(tx, 'photo', claim).map(named('photo')),
        ...of(tx, 'document', claim).map(named('document')),
        ...appointmentsOf(tx, claim).map(named('appointment')),
      ]
      for (const row of rows)
        tx.run(
          query
            .insertInto('moved_subject')
            .values(row)
            .onConflict((conflict) => conflict.doNothing()),
        )
    },
    'claim.moved_in': ({ subject }, _body, tx) => {
      tx.run(query.deleteFrom('moved_subject').where('claim', '=', subject.id))
    },
  },
})

const of = (tx: ProjectionTx, table: 'photo' | 'document', claim: string): string[] =>
  tx.all(query.selectFrom(table).select('id').where('claim', '=', claim)).map(({ id }) => id)

const appointmentsOf = (tx: ProjectionTx, claim: string): string[] =>
  tx.all(query.selectFrom('appointment').select('id').where('about_id', '=', claim)).map(({ id }) => id)
