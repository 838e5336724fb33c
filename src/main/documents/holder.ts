import type { PrintedCountry } from '../../shared/documents/data.ts'
import type { ClaimValues, PersonValues } from '../../shared/domain/fields.ts'
import { groupClientId } from '../../shared/domain/numbers.ts'
import { countryName } from '../../shared/mrz/states.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import type { ClaimFile, Officer, Tools } from '../claims/tools.ts'
import { dateIn, officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'

/** What papers say of their issue, and of the person. */

/** When, where and by whom a paper is issued, and the language that stands first. */
export function issueOf({ store, clock }: Tools, officer: Officer, claim: ClaimFile, number: string) {
  const office = officeOf(store)
  const now = clock.now()
  const { officialLanguage } = valuesOf(fieldsOf(store, { kind: 'claim', id: claim.id })) as ClaimValues
  return {
    documentNumber: number,
    applicationNumber: claim.applicationNumber,
    issueDate: dateIn(office.zone, now),
    issuedAt: new Date(now).toISOString(),
    office: office.name,
    issuedBy: officerSign(officer),
    firstLanguage: officialLanguage ?? 'en',
  }
}

/** What every paper says of its holder and its issue. */
export function holderOf(tools: Tools, officer: Officer, claim: ClaimFile, person: PersonValues, number: string) {
  const kept = tools.store.first(query.selectFrom('person').select('client_id').where('id', '=', claim.personId))
  return {
    ...issueOf(tools, officer, claim, number),
    clientId: kept?.client_id ? groupClientId(kept.client_id) : null,
    familyName: person.familyName ?? '',
    givenNames: person.givenNames ?? '',
    nativeName: person.nativeName ?? null,
    birthDate: person.birthDate ?? null,
    citizenships: (person.citizenships ?? []).slice(0, 6).map(printedCountryOf),
    ifhp: true,
  }
}

export const printedCountryOf = (code: string): PrintedCountry => ({
  code,
  name: { en: countryName(code, 'en'), fr: countryName(code, 'fr') },
})

/** Officers sign with the short form of their id: papers name the office, not the officer. */
const officerSign = (officer: Officer): string => officer.id.slice(-8).toUpperCase()
