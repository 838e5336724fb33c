import { query } from '../query.ts'
import { projection, touchClaim } from './projection.ts'

/** Shifts handed over, paper packs printed, and which claim took each. */
export const shiftsProjection = projection({
  name: 'shifts',
  tables: ['shift', 'paper_pack', 'pack_claim', 'pack_page'],
  erase(subject, tx) {
    if (subject.kind !== 'claim') return
    tx.run(query.deleteFrom('pack_claim').where('claim', '=', subject.id))
    tx.run(query.deleteFrom('pack_page').where('claim', '=', subject.id))
  },
  on: {
    'shift.handed_over': (event, { brief, note }, tx) => {
      tx.run(
        query.insertInto('shift').values({
          id: event.id,
          n: event.position,
          device: event.subject.id,
          officer: event.actor,
          at_ms: event.at,
          brief: JSON.stringify(brief),
          note: note ?? null,
          accepted_by: null,
          accepted_ms: null,
        }),
      )
    },
    'shift.accepted': (event, { handover }, tx) => {
      const set = { accepted_by: event.actor, accepted_ms: event.at }
      tx.run(query.updateTable('shift').set(set).where('id', '=', handover).where('accepted_by', 'is', null))
    },
    'paper_pack.printed': (event, { numbers }, tx) => {
      for (const number of numbers)
        tx.run(
          query
            .insertInto('paper_pack')
            .values({ number, device: event.subject.id, officer: event.actor, printed_ms: event.at })
            .onConflict((conflict) => conflict.doNothing()),
        )
    },
    'claim.paper_pack_taken': (event, { pack }, tx) => {
      touchClaim(tx, event.subject.id, event)
      tx.run(
        query
          .insertInto('pack_claim')
          .values({ pack, claim: event.subject.id, at_ms: event.at })
          .onConflict((conflict) => conflict.doNothing()),
      )
    },
    'claim.paper_page_added': (event, { pack, page, original }, tx) => {
      touchClaim(tx, event.subject.id, event)
      const row = { claim: event.subject.id, pack, page, picture: original, at_ms: event.at }
      tx.run(query.insertInto('pack_page').values({ n: event.position, ...row }))
    },
  },
})
