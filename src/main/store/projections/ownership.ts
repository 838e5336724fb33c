import { query } from '../query.ts'
import { fieldsAfter } from './heads.ts'
import { projection } from './projection.ts'

/** Who is at work on what. Of two who say so at once the later counts, on every desk the same. */
export const ownershipProjection = projection({
  name: 'ownership',
  tables: ['claim_working'],
  erase({ kind, id }, tx) {
    if (kind === 'claim') tx.run(query.deleteFrom('claim_working').where('claim', '=', id))
  },
  on: {
    'claim.working_set': (event, { fields }, tx) => {
      if (!fieldsAfter(event, tx).shows('case.working')) return
      const claim = event.subject.id
      const officer = fields['case.working']
      tx.run(query.deleteFrom('claim_working').where('claim', '=', claim))
      if (officer) tx.run(query.insertInto('claim_working').values({ claim, officer, since_ms: event.at }))
    },
  },
})
