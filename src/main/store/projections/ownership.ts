import { foldName } from '../../../shared/names/index.ts'
import { query } from '../query.ts'
import { fieldsAfter } from './heads.ts'
import { projection } from './projection.ts'

/** Who is at work on what, officers' notes and saved searches. Of two who say so at once the later counts, on every desk the same. */
export const ownershipProjection = projection({
  name: 'ownership',
  version: 2,
  tables: ['claim_working', 'claim_note', 'saved_search'],
  erase({ kind, id }, tx) {
    if (kind !== 'claim') return
    tx.run(query.deleteFrom('claim_working').where('claim', '=', id))
    tx.run(query.deleteFrom('claim_note').where('claim', '=', id))
  },
  on: {
    'officer.search_saved': (event, { search, name, filter, shared }, tx) => {
      const row = { officer: event.subject.id, shared: Number(shared), name, filter: JSON.stringify(filter) }
      tx.run(
        query
          .insertInto('saved_search')
          .values({ id: search, n: event.position, ...row })
          .onConflict((conflict) => conflict.column('id').doNothing()),
      )
    },
    'officer.search_dropped': (_event, { search }, tx) => {
      tx.run(query.deleteFrom('saved_search').where('id', '=', search))
    },
    'claim.note_added': (event, { note, text, readers }, tx) => {
      const row = {
        id: note,
        claim: event.subject.id,
        officer: event.actor,
        at_ms: event.at,
        text,
        folded: foldName(text),
      }
      tx.run(
        query
          .insertInto('claim_note')
          .values({ n: event.position, ...row, readers: JSON.stringify(readers) })
          .onConflict((conflict) => conflict.column('id').doNothing()),
      )
    },
    'claim.moved_out': ({ subject }, _body, tx) => {
      tx.run(query.deleteFrom('claim_working').where('claim', '=', subject.id))
    },
    'claim.working_set': (event, { fields }, tx) => {
      if (!fieldsAfter(event, tx).shows('case.working')) return
      const claim = event.subject.id
      const officer = fields['case.working']
      tx.run(query.deleteFrom('claim_working').where('claim', '=', claim))
      if (officer) tx.run(query.insertInto('claim_working').values({ claim, officer, since_ms: event.at }))
    },
  },
})
