import type { DocumentKind } from '../../shared/contract/views.ts'
import type { AcknowledgementData, ClaimantDocumentData, PrintedCountry } from '../../shared/documents/data.ts'
import type { ClaimValues, PersonValues } from '../../shared/domain/fields.ts'
import { groupClientId } from '../../shared/domain/numbers.ts'
import { countryName } from '../../shared/mrz/states.ts'
import { type MrzNote, writeTd2 } from '../../shared/mrz/write.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { documentValidity } from '../../shared/rules/index.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { type ClaimFile, findClaim, type Officer, type Tools } from '../claims/tools.ts'
import { dateIn, officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** What a paper prints, gathered from the claim as it stands. */
export type Paper =
  | {
      readonly kind: 'RPID' | 'RPCD'
      readonly person: Uuid
      readonly data: ClaimantDocumentData
      readonly zoneNotes: readonly MrzNote[]
    }
  | { readonly kind: 'acknowledgement'; readonly person: Uuid; readonly data: AcknowledgementData }

export interface PaperWish {
  readonly claimId: Uuid
  readonly kind: DocumentKind
  readonly number: string
  readonly stockSerial: string | null
  readonly replacement: boolean
  /** Number of the revoked document in whose place it stands. */
  readonly replacesNumber: string | null
}

/** The data of a paper; fails with `claims.incomplete` where even a preview would have nothing to show. */
export function paperData(tools: Tools, officer: Officer, wish: PaperWish): Result<Paper> {
  const { store } = tools
  const claim = findClaim(store, wish.claimId)
  if (!claim.ok) return claim
  const { personId: person, claimDate, state } = claim.value
  const known = valuesOf(fieldsOf(store, { kind: 'person', id: person })) as PersonValues
  const kept = store.first(query.selectFrom('person').select(['photo_print', 'client_id']).where('id', '=', person))
  if (!known.familyName && !known.givenNames) return fail('claims.incomplete', { lacks: 'familyName' })
  const photo = kept?.photo_print ?? null
  const holder = { ...holderOf(tools, officer, claim.value, known, wish.number), clientId: grouped(kept?.client_id) }
  if (wish.kind === 'acknowledgement') {
    const suspended = state === 'suspended'
    const data = { ...holder, portraitSha256: photo, claimDate, suspended, appointment: null }
    return ok({ kind: wish.kind, person, data })
  }
  if (!photo) return fail('claims.incomplete', { lacks: 'photo' })
  const { validUntil } = documentValidity(wish.kind, holder.issueDate)
  const zone = zoneOf(known, wish.kind, wish.number, validUntil)
  if (!zone.ok) return zone
  const data: ClaimantDocumentData = {
    ...holder,
    kind: wish.kind === 'RPCD' ? 'RPCD_legacy' : 'RPID',
    portraitSha256: photo,
    stockSerial: wish.stockSerial,
    countryOfBirth: known.birthCountry ? printed(known.birthCountry) : null,
    validUntil,
    conditions: [],
    remarks: null,
    replacement: wish.replacement,
    replacesNumber: wish.replacesNumber,
    mrzLines: zone.value.lines,
    ...(wish.kind === 'RPCD'
      ? { sex: known.sex ?? 'X', eligibility: decisionOf(store, claim.value, holder.issueDate) }
      : {}),
  }
  return ok({ kind: wish.kind, person, zoneNotes: zone.value.notes, data })
}

/** What every paper says of its holder and its issue. */
function holderOf(tools: Tools, officer: Officer, claim: ClaimFile, person: PersonValues, number: string) {
  const { store, clock } = tools
  const office = officeOf(store)
  const now = clock.now()
  const { officialLanguage } = valuesOf(fieldsOf(store, { kind: 'claim', id: claim.id })) as ClaimValues
  return {
    documentNumber: number,
    applicationNumber: claim.applicationNumber,
    familyName: person.familyName ?? '',
    givenNames: person.givenNames ?? '',
    nativeName: person.nativeName ?? null,
    birthDate: person.birthDate ?? null,
    citizenships: (person.citizenships ?? []).slice(0, 6).map(printed),
    issueDate: dateIn(office.zone, now),
    issuedAt: new Date(now).toISOString(),
    office: office.name,
    issuedBy: officerSign(officer),
    ifhp: true,
    firstLanguage: officialLanguage ?? 'en',
  }
}

/** The decision as the former document prints it. */
function decisionOf(reader: Reader, claim: ClaimFile, fallback: string) {
  const row = reader.first(query.selectFrom('claim').select('decision').where('id', '=', claim.id))
  const date = row?.decision ? (JSON.parse(row.decision) as { decisionDate: string }).decisionDate : fallback
  return { decision: claim.state === 'ineligible' ? 'ineligible' : 'eligible', date } as const
}

const grouped = (clientId: string | null | undefined) => (clientId ? groupClientId(clientId) : null)

const printed = (code: string): PrintedCountry => ({
  code,
  name: { en: countryName(code, 'en'), fr: countryName(code, 'fr') },
})

/** Officers sign with the short form of their id: papers name the office, not the officer. */
const officerSign = (officer: Officer): string => officer.id.slice(-8).toUpperCase()

interface Zone {
  readonly lines: [string, string]
  readonly notes: readonly MrzNote[]
}

/** The two lines of the zone. Code `IR`: TD2 wants A, C or I first (facts: documents, 1.3). */
function zoneOf(person: PersonValues, kind: 'RPID' | 'RPCD', number: string, validUntil: string): Result<Zone> {
  const written = writeTd2({
    documentCode: 'IR',
    issuer: 'CAN',
    documentNumber: number,
    familyName: person.familyName ?? '',
    givenNames: person.givenNames ?? '',
    nationality: person.citizenships?.[0] ?? 'XXX',
    birthDate: person.birthDate ?? null,
    // The identity document shows no sex: X stands for "unspecified" in its zone.
    sex: kind === 'RPCD' ? (person.sex ?? 'X') : 'X',
    expiryDate: validUntil,
  })
  if (!written.ok) return written
  const [first = '', second = ''] = written.value.lines
  return ok({ lines: [first, second], notes: written.value.notes })
}
