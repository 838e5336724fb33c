import { type Schedule2, schedule2, schedule2Fields } from '../../../shared/documents/schedule2.ts'
import type { ClaimValues, PersonValues } from '../../../shared/domain/fields.ts'
import { sharingOn } from '../../../shared/partners/table.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { fieldsOf, valuesOf } from '../../claims/fields.ts'
import { findClaim, type Officer, type Tools, today } from '../../claims/tools.ts'
import { letterData } from '../../documents/letters.ts'
import { officeOf } from '../../office/settings.ts'
import { query } from '../../store/query.ts'
import { askPartner } from './partners.ts'

/**
 * Schedule 2 of a referred claim as data, for the Division; that it was given stands in the ledger of the person first.
 * Errors: papers.kind_not_allowed (not referred), desk.not_found.
 */
export function exportSchedule2(tools: Tools, officer: Officer, claimId: Uuid): Result<Schedule2> {
  const { store } = tools
  const claim = findClaim(store, claimId)
  if (!claim.ok) return claim
  const person = valuesOf(fieldsOf(store, { kind: 'person', id: claim.value.personId })) as PersonValues
  const known = valuesOf(fieldsOf(store, { kind: 'claim', id: claimId })) as ClaimValues
  const letter = letterData(tools, officer, claim.value, person, { kind: 'referral', number: 'export' })
  if (!letter.ok) return letter
  if (letter.value.kind !== 'referral') return fail('papers.kind_not_allowed')
  const row = sharingOn(today(tools))?.rows.find(({ purpose }) => purpose === 'referral')
  if (!row) return fail('partners.not_agreed')
  const { partner, purpose, authority } = row
  const given = askPartner(tools, officer, {
    ...{ claimId, partner, purpose, fields: schedule2Fields, cited: authority.en },
  })
  if (!given.ok) return given
  const paper = store.first(
    query
      .selectFrom('document')
      .select(['number', 'issue_date'])
      .where('claim', '=', claimId)
      .where('kind', '=', 'referral')
      .where('state', 'in', ['sent', 'confirmed'])
      .orderBy('reserved_ms', 'desc')
      .limit(1),
  )
  const about = {
    applicationNumber: claim.value.applicationNumber,
    office: officeOf(store).code,
    feared: known.fearedCountries ?? [],
  }
  return ok(schedule2(letter.value.data, about, paper ? { on: paper.issue_date, document: paper.number } : null))
}
