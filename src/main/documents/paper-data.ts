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
import { findClaim, type Officer, type Tools } from '../claims/tools.ts'
import { dateIn, officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'

/** What a paper prints, gathered from the claim as it stands. */
export type Paper =
  | { readonly kind: 'RPID' | 'RPCD'; readonly person: Uuid; readonly data: ClaimantDocumentData; readonly zoneNotes: readonly MrzNote[] }
  | { readonly kind: 'acknowledgement'; readonly person: Uuid; readonly data: AcknowledgementData }

export interface PaperWish {
  readonly claimId: Uuid
  readonly kind: DocumentKind
  readonly number: string
  readonly stockSerial: string | null
  readonly replacement: boolean
}

/** The data of a paper; fails with `claims.incomplete` where even a preview would have nothing to show. */
export function paperData(tools: Tools, officer: Officer, wish: PaperWish): Result<Paper> {
  const { store, clock } = tools
  const claim = findClaim(store, wish.claimId)
  if (!claim.ok) return claim
  const { personId } = claim.value
  const person = valuesOf(fieldsOf(store, { kind: 'person', id: personId })) as PersonValues
  const values = valuesOf(fieldsOf(store, { kind: 'claim', id: wish.claimId })) as ClaimValues
  const row = store.first(query.selectFrom('person').select(['photo_print', 'client_id']).where('id', '=', personId))
  const lacks = [
    ...(person.familyName || person.givenNames ? [] : ['familyName']),
    ...(row?.photo_print ? [] : ['photo']),
  ]
  if (lacks.length > 0 || !row?.photo_print) return fail('claims.incomplete', { lacks: lacks.join(', ') })
  const office = officeOf(store)
  const now = clock.now()
  const issueDate = dateIn(office.zone, now)
  const holder = {
    documentNumber: wish.number,
    clientId: row.client_id ? groupClientId(row.client_id) : null,
    applicationNumber: claim.value.applicationNumber,
    familyName: person.familyName ?? '',
    givenNames: person.givenNames ?? '',
    nativeName: person.nativeName ?? null,
    birthDate: person.birthDate ?? null,
    citizenships: (person.citizenships ?? []).slice(0, 6).map(printed),
    portraitSha256: row.photo_print,
    issueDate,
    issuedAt: new Date(now).toISOString(),
    office: office.name,
    issuedBy: officerSign(tools, officer),
    ifhp: true,
    firstLanguage: values.officialLanguage ?? 'en',
  }
  if (wish.kind === 'acknowledgement')
    return ok({
      kind: 'acknowledgement',
      person: personId,
      data: {
        ...holder,
        claimDate: claim.value.claimDate,
        suspended: claim.value.state === 'suspended',
        appointment: null,
      },
    })
  const validUntil = documentValidity(wish.kind, issueDate).validUntil
  const zone = zoneOf(person, wish.kind, wish.number, validUntil)
  if (!zone.ok) return zone
  const decision = {
    decision: claim.value.state === 'ineligible' ? 'ineligible' : 'eligible',
    date: issueDate,
  } as const
  return ok({
    kind: wish.kind,
    person: personId,
    zoneNotes: zone.value.notes,
    data: {
      ...holder,
      kind: wish.kind === 'RPCD' ? 'RPCD_legacy' : 'RPID',
      stockSerial: wish.stockSerial,
      countryOfBirth: person.birthCountry ? printed(person.birthCountry) : null,
      validUntil,
      conditions: [],
      remarks: null,
      replacement: wish.replacement,
      mrzLines: zone.value.lines,
      ...(wish.kind === 'RPCD' ? { sex: person.sex ?? 'X', eligibility: decision } : {}),
    },
  })
}

const printed = (code: string): PrintedCountry => ({
  code,
  name: { en: countryName(code, 'en'), fr: countryName(code, 'fr') },
})

/** Officers sign with the short form of their id: papers name the office, not the officer. */
const officerSign = (_tools: Tools, officer: Officer): string => officer.id.slice(-8).toUpperCase()

interface Zone {
  readonly lines: [string, string]
  readonly notes: readonly MrzNote[]
}

/** The two lines of the zone. Code `IR`: TD2 wants A, C or I first (facts: documents, 1.3). */
function zoneOf(
  person: PersonValues,
  kind: 'RPID' | 'RPCD',
  number: string,
  validUntil: string,
): Result<Zone> {
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
