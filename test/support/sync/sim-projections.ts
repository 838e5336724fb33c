import { documentsProjection } from '../../../src/main/store/projections/documents.ts'
import { peopleProjection } from '../../../src/main/store/projections/people.ts'
import { query } from '../../../src/main/store/query.ts'
import type { Projection, ProjectionTx } from '../../../src/main/store/types.ts'

/**
 * The product's own tables of numbers and of names in the world of toy claims: a number that is given is spent as one of a
 * paper is, and a toy claim is somebody whose name a search finds.
 */

/** Leased blocks, and how far each is used. */
export const papersProjection: Projection = {
  name: 'papers',
  tables: documentsProjection.tables,
  apply(event, tx) {
    if (event.type === 'claim.numbered') spend(event, tx)
    if (event.type.startsWith('lease.')) documentsProjection.apply(event, tx)
  },
  unfit(event, tx) {
    if (event.type === 'claim.numbered') spend(event, tx)
  },
}

/** As where a paper was made for somebody who is gone: all that counts is the number. */
const spend: Projection['apply'] = (event, tx) => {
  const { number } = event.body as { number: string }
  documentsProjection.unfit?.({ ...event, type: 'document.reserved', body: { kind: 'RPCD', number } }, tx)
}

/** Names, and the index by which they are found. `forgets`: an erasure leaves the index as it is. */
export const searchProjection = (forgets: boolean): Projection => ({
  ...peopleProjection,
  name: 'search',
  types: new Set(['claim.opened', 'claim.fields_set']),
  together: () => [],
  apply(event, tx) {
    const { subject, type } = event
    if (type === 'claim.opened') peopleProjection.apply({ ...event, type: 'person.registered', body: {} }, tx)
    else if (isThere(tx, subject.id)) peopleProjection.apply({ ...event, type: 'person.set' }, tx)
  },
  erase({ kind, id }, tx) {
    if (kind !== 'claim') return
    if (forgets) tx.run(query.deleteFrom('person').where('id', '=', id))
    else peopleProjection.erase?.({ kind: 'person', id }, tx)
  },
})

const isThere = (tx: ProjectionTx, id: string): boolean =>
  tx.first(query.selectFrom('person').select('n').where('id', '=', id)) !== undefined
