import { query } from '../query.ts'
import { projection } from './projection.ts'

/** People whom another office knows: what the central found, until their claim is erased. */
export const knownElsewhereProjection = projection({
  name: 'known_elsewhere',
  tables: ['known_elsewhere'],
  erase({ kind, id }, tx) {
    if (kind === 'claim') tx.run(query.deleteFrom('known_elsewhere').where('claim', '=', id))
  },
  on: {
    'claim.known_elsewhere': ({ id, subject, position, at }, { office, way }, tx) => {
      const row = { n: position, claim: subject.id, event: id, office, way, at_ms: at }
      tx.run(query.insertInto('known_elsewhere').values(row))
    },
  },
})
