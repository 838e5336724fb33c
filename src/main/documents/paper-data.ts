import type { DocumentKind } from '../../shared/contract/views.ts'
import type { AcknowledgementData, ClaimantDocumentData } from '../../shared/documents/data.ts'
import { conditionsOnDocument } from '../../shared/documents/templates/conditions.ts'
import type { PersonValues } from '../../shared/domain/fields.ts'
import { standIn } from '../../shared/domain/pack.ts'
import { claimAllows } from '../../shared/domain/states.ts'
import { isSuccessive } from '../../shared/domain/vocabulary.ts'
import { type MrzNote, writeTd2 } from '../../shared/mrz/write.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { documentValidity } from '../../shared/rules/index.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { type ClaimFile, findClaim, type Officer, type Tools } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { coverData } from './cover.ts'
import { holderOf, printedCountryOf } from './holder.ts'
import { appointmentOf, letterData } from './letters.ts'
import { conditionFacts, plainPaperData } from './plain-papers.ts'
import type { LetterPaper, PlainPaper } from './render.ts'

/** What a paper prints, gathered from the claim as it stands. */
export type Paper =
  | {
      readonly kind: 'RPID' | 'RPCD'
      readonly person: Uuid
      readonly data: ClaimantDocumentData
      readonly zoneNotes: readonly MrzNote[]
    }
  | {
      readonly kind: 'acknowledgement'
      readonly person: Uuid
      readonly data: AcknowledgementData
      /** Not printed: the holder under seal, where the name has letters for it. */
      readonly zone?: readonly string[]
      readonly about?: readonly string[]
    }
  | ((PlainPaper | LetterPaper) & { readonly person: Uuid; readonly about: readonly string[] })

export const isPlain = (paper: Paper): paper is Extract<Paper, PlainPaper> =>
  paper.kind === 'seizure' || paper.kind === 'conditions' || paper.kind === 'cover'

export const isLetter = (paper: Paper): paper is Extract<Paper, LetterPaper> => isSuccessive(paper.kind)

export interface PaperWish {
  readonly claimId: Uuid
  readonly kind: DocumentKind
  readonly number: string
  readonly stockSerial: string | null
  readonly replacement: boolean
  /** Number of the revoked document in whose place it stands. */
  readonly replacesNumber: string | null
  /** What the paper before it spoke of. */
  readonly about?: readonly string[]
}

/** The data of a paper; fails with `claims.incomplete` where even a preview would have nothing to show. */
export function paperData(tools: Tools, officer: Officer, wish: PaperWish): Result<Paper> {
  const { store } = tools
  const { kind } = wish
  const claim = findClaim(store, wish.claimId)
  if (!claim.ok) return claim
  const { personId: person, claimDate, state } = claim.value
  const known = valuesOf(fieldsOf(store, { kind: 'person', id: person })) as PersonValues
  const kept = store.first(query.selectFrom('person').select('photo_print').where('id', '=', person))
  if (!known.familyName && !known.givenNames) return fail('claims.incomplete', { lacks: 'familyName' })
  const photo = kept?.photo_print ?? null
  if (kind === 'cover') {
    const cover = coverData(tools, officer, claim.value, wish.number)
    return cover.ok ? ok({ ...cover.value, person }) : cover
  }
  if (kind === 'seizure' || kind === 'conditions') {
    const { number, about } = wish
    const plain = plainPaperData(tools, officer, claim.value, known, { kind, number, about })
    return plain.ok ? ok({ ...plain.value, person }) : plain
  }
  if (isSuccessive(kind)) {
    const { number } = wish
    const letter = letterData(tools, officer, claim.value, known, { kind, number })
    return letter.ok ? ok({ ...letter.value, person }) : letter
  }
  const holder = holderOf(tools, officer, claim.value, known, wish.number)
  if (kind === 'acknowledgement') {
    const suspended = state === 'suspended'
    const awaitingDocument = claimAllows(state, 'issue_stand_in')
    const data = {
      ...holder,
      portraitSha256: photo,
      claimDate,
      suspended,
      awaitingDocument,
      appointment: appointmentOf(tools, claim.value.id),
    }
    const zone = zoneOf(known, 'RPID', wish.number, null)
    const holderZone = zone.ok ? { zone: zone.value.lines } : {}
    return ok({ kind, person, data, ...holderZone, ...(awaitingDocument ? { about: [standIn] } : {}) })
  }
  if (!photo) return fail('claims.incomplete', { lacks: 'photo' })
  const { validUntil } = documentValidity(kind, holder.issueDate)
  const zone = zoneOf(known, kind, wish.number, validUntil)
  if (!zone.ok) return zone
  const data: ClaimantDocumentData = {
    ...holder,
    kind: kind === 'RPCD' ? 'RPCD_legacy' : 'RPID',
    portraitSha256: photo,
    stockSerial: wish.stockSerial,
    countryOfBirth: known.birthCountry ? printedCountryOf(known.birthCountry) : null,
    validUntil,
    conditions: [
      ...conditionsOnDocument(holder.issueDate, conditionFacts(store, claim.value, known.birthDate, holder.issueDate)),
    ],
    remarks: null,
    replacement: wish.replacement,
    replacesNumber: wish.replacesNumber,
    mrzLines: zone.value.lines,
    ...(kind === 'RPCD'
      ? { sex: known.sex ?? 'X', eligibility: decisionOf(store, claim.value, holder.issueDate) }
      : {}),
  }
  return ok({ kind, person, zoneNotes: zone.value.notes, data })
}

/** The decision as the former document prints it. */
function decisionOf(reader: Reader, claim: ClaimFile, fallback: string) {
  const row = reader.first(query.selectFrom('claim').select('decision').where('id', '=', claim.id))
  const date = row?.decision ? (JSON.parse(row.decision) as { decisionDate: string }).decisionDate : fallback
  return { decision: claim.state === 'ineligible' ? 'ineligible' : 'eligible', date } as const
}

interface Zone {
  readonly lines: [string, string]
  readonly notes: readonly MrzNote[]
}

/** The two lines of the zone. Code `IR`: TD2 wants A, C or I first (facts: documents, 1.3). */
function zoneOf(person: PersonValues, kind: 'RPID' | 'RPCD', number: string, validUntil: string | null): Result<Zone> {
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
