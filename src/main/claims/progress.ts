import type { FieldView } from '../../shared/contract/views.ts'
import type { Acts } from '../../shared/domain/acts.ts'
import { settledChecks } from '../../shared/domain/checks.ts'
import type { ClaimValues, PersonValues } from '../../shared/domain/fields.ts'
import { type Lane, laneNow } from '../../shared/domain/lane.ts'
import type { ClaimState } from '../../shared/domain/states.ts'
import { type StepStatus, stepStatuses } from '../../shared/domain/steps.ts'
import { identityKinds } from '../../shared/domain/vocabulary.ts'
import { settingsOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { checkRecords, isExempt } from './checks.ts'
import { fieldsOf, valuesOf } from './fields.ts'
import { lastPosition } from './timeline.ts'

/** How far a claim is: what its steps are judged by, for its own screens and for lists that say what comes next. */

/** The columns that a row must bring along. */
export interface Progressing {
  readonly id: string
  readonly person_id: string
  readonly state: string
  readonly photo_print: string | null
  readonly search: string | null
  readonly document_read: string | null
  readonly lane: string | null
}

/** The fields of a claim and its person, where they were read already. */
export interface ProgressFields {
  readonly person: Readonly<Record<string, FieldView>>
  readonly claim: Readonly<Record<string, FieldView>>
}

export const progressFields = (reader: Reader, row: Pick<Progressing, 'id' | 'person_id'>): ProgressFields => ({
  person: fieldsOf(reader, { kind: 'person', id: row.person_id }),
  claim: fieldsOf(reader, { kind: 'claim', id: row.id }),
})

/** The state of every step. */
export function stepsOf(reader: Reader, row: Progressing, fields = progressFields(reader, row)): StepStatus[] {
  return stepStatuses({
    person: valuesOf(fields.person) as PersonValues,
    claim: valuesOf(fields.claim) as ClaimValues,
    acts: valuesOf(fields.claim) as Acts,
    documentRead: row.document_read !== null,
    searched: row.search !== null && isSearched(reader, row.id, fields.person),
    photo: row.photo_print !== null,
    checks: settledOf(reader, row, fields),
    decided: row.state !== 'intake' && row.state !== 'ineligible_proposed',
    issued: isIssued(reader, row.id),
    lane: laneOf(row),
  })
}

/** Checks that the office takes for settled. */
function settledOf(reader: Reader, row: Progressing, { person, claim }: ProgressFields) {
  const exempt = isExempt(valuesOf(person) as PersonValues, valuesOf(claim) as ClaimValues)
  return settledChecks(checkRecords(reader, row.id), exempt, settingsOf(reader))
}

/** The lane that counts for a row. */
export const laneOf = ({ lane, state }: Pick<Progressing, 'lane' | 'state'>): Lane =>
  laneNow((lane ?? undefined) as Lane | undefined, state as ClaimState)

const isIssued = (reader: Reader, claimId: string): boolean =>
  reader.first(
    query
      .selectFrom('document')
      .select('id')
      .where('claim', '=', claimId)
      .where('kind', 'in', [...identityKinds, 'acknowledgement'])
      .where('state', 'in', ['confirmed', 'sent'])
      .limit(1),
  ) !== undefined

/** What a person is searched by: a search for another name or birth date says nothing of this one. */
const searchedBy = ['familyName', 'givenNames', 'birthDate'] as const

/** Was the person searched for as named now, or joined to a record since? By the order of the log, never by a clock. */
function isSearched(reader: Reader, claimId: string, person: Readonly<Record<string, FieldView>>): boolean {
  const last = lastPosition(reader, { kind: 'claim', id: claimId }, [
    'claim.duplicates_searched',
    'claim.person_linked',
  ])
  const named = searchedBy.flatMap((field) => person[field]?.heads ?? [])
  return last > 0 && named.every((head) => (reader.event(head)?.position ?? 0) < last)
}
