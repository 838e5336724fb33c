import { query } from '../query.ts'
import { fieldsAfter } from './heads.ts'
import { projection, touchClaim } from './projection.ts'

/** Which claims belong together, and in which lane each is. */
export const familiesProjection = projection({
  name: 'families',
  tables: ['family_member', 'claim_lane'],
  erase(subject, tx) {
    if (subject.kind !== 'claim') return
    tx.run(query.deleteFrom('family_member').where('claim', '=', subject.id))
    tx.run(query.deleteFrom('claim_lane').where('claim', '=', subject.id))
  },
  on: {
    'claim.family_joined': (event, { fields }, tx) => {
      touchClaim(tx, event.subject.id, event)
      if (!fieldsAfter(event, tx).shows('family.id')) return
      const row = { n: event.position, family: fields['family.id'], principal: fields['family.principal'] ? 1 : 0 }
      tx.run(
        query
          .insertInto('family_member')
          .values({ claim: event.subject.id, ...row })
          .onConflict((conflict) => conflict.column('claim').doUpdateSet(row)),
      )
    },
    'claim.family_left': (event, _body, tx) => {
      touchClaim(tx, event.subject.id, event)
      if (!fieldsAfter(event, tx).shows('family.id')) return
      tx.run(query.deleteFrom('family_member').where('claim', '=', event.subject.id))
    },
    'claim.family_principal_set': (event, { fields }, tx) => {
      if (!fieldsAfter(event, tx).shows('family.principal')) return
      const principal = fields['family.principal'] ? 1 : 0
      tx.run(query.updateTable('family_member').set({ principal }).where('claim', '=', event.subject.id))
    },
    'claim.triaged': (event, { fields, lowRisk, lowNeed, reason, date }, tx) => {
      touchClaim(tx, event.subject.id, event)
      if (!fieldsAfter(event, tx).shows('intake.lane')) return
      const row = {
        lane: fields['intake.lane'],
        low_risk: lowRisk ? 1 : 0,
        low_need: lowNeed ? 1 : 0,
        reason,
        officer: event.actor,
        at_ms: event.at,
        chosen_on: date,
      }
      tx.run(
        query
          .insertInto('claim_lane')
          .values({ claim: event.subject.id, ...row })
          .onConflict((conflict) => conflict.column('claim').doUpdateSet(row)),
      )
    },
    'claim.lane_left': (event, { fields, reason }, tx) => {
      touchClaim(tx, event.subject.id, event)
      if (!fieldsAfter(event, tx).shows('intake.lane')) return
      const set = { lane: fields['intake.lane'], reason, officer: event.actor, at_ms: event.at }
      tx.run(query.updateTable('claim_lane').set(set).where('claim', '=', event.subject.id))
    },
  },
})
