import type { ClaimRow, ClaimView } from '../../shared/contract/views.ts'
import type { PersonField } from '../../shared/domain/fields.ts'

/** By what a reviewer tells whose photo it is. */
const identity: readonly PersonField[] = [
  'familyName',
  'givenNames',
  'nativeName',
  'birthDate',
  'sex',
  'birthCountry',
  'citizenships',
  'clientId',
]

/** The claim for an officer who reviews photos: who it is, the photo and its findings. Nothing else leaves the desk. */
export const photoOnly = ({ row, person, photo }: ClaimView): ClaimView => ({
  only: 'photo',
  row: identityRow(row),
  person: Object.fromEntries(
    identity.flatMap((name) => {
      const field = person[name]
      return field ? [[name, field]] : []
    }),
  ),
  ...(photo ? { photo } : {}),
  claim: {},
  acts: {},
  steps: [],
  bars: [],
  allowed: [],
  alerts: [],
  findings: [],
  checks: [],
  earlierDecisions: [],
  settled: { identity: false, facts: false },
  deadlines: [],
  standing: [],
  documents: [],
  returnedPhotos: [],
  drafts: {},
  lane: { lane: 'full_intake', tasks: [] },
})

const identityRow = ({ nextDeadline: _due, ownerName: _owner, oneTouch: _lane, family: _family, ...row }: ClaimRow) =>
  row
