import type { FamilyMember, FamilyView, HallMember, LaneView } from '../../../shared/contract/views.ts'
import { ageOn, isMinorOn } from '../../../shared/domain/age.ts'
import { agree, differsRegister, familyGroupNames } from '../../../shared/domain/family.ts'
import type { ClaimValues } from '../../../shared/domain/fields.ts'
import type { Lane } from '../../../shared/domain/lane.ts'
import { portalTasks } from '../../../shared/domain/portal-tasks.ts'
import { type ClaimState, claimAllows } from '../../../shared/domain/states.ts'
import { nextStep, type StepStatus } from '../../../shared/domain/steps.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
import { valuesOf } from '../fields.ts'
import { laneOf, type Progressing, progressFields, stepsOf } from '../progress.ts'
import { claimRows, present } from '../rows.ts'
import { officerNames, type Tools, today } from '../tools.ts'
import { membershipOf } from './members.ts'

/** A claim's family and lane, as its screens show them. */

/** Rows of claims with what their steps are judged by and their place in a family. */
export const memberRows = () =>
  claimRows()
    .select(['claim.search', 'claim.owner', 'person.document_read', 'family_member.principal', 'family_member.family'])
    .orderBy('family_member.principal', 'desc')
    .orderBy('family_member.n')
    .$narrowType<{ principal: number; family: string }>()

export type MemberRow = ReturnType<typeof memberRows> extends { execute(): Promise<(infer R)[]> } ? R : never

/** A member as lists show it. */
export function memberView(row: Progressing & MemberRow, steps: readonly StepStatus[]): HallMember {
  return {
    claimId: row.id,
    applicationNumber: row.application_number,
    state: row.state as ClaimState,
    principal: row.principal === 1,
    lane: laneOf(row),
    ...present({
      familyName: row.family_name,
      givenNames: row.given_names,
      photo: row.photo_print,
      next: nextStep(steps),
    }),
  }
}

/** The family of a claim; undefined where it stands alone and no party waits for more. */
export function familyView(tools: Tools, claimId: string): FamilyView | undefined {
  const { store } = tools
  const own = membershipOf(store, claimId)
  if (!own) return undefined
  const rows = store.all(memberRows().where('family_member.family', '=', own.family))
  const arrival = arrivalOf(store, own.family, rows.length)
  if (rows.length < 2 && !arrival?.unopened) return undefined
  const held = rows.map((row) => ({ row, fields: progressFields(store, row) }))
  const mine = valuesOf(held.find(({ row }) => row.id === claimId)?.fields.claim ?? {}) as ClaimValues
  const day = today(tools)
  const members = held.map(({ row, fields }): FamilyMember => {
    const values = valuesOf(fields.claim) as ClaimValues & Record<string, unknown>
    const birth = row.birth_date ?? undefined
    return {
      ...memberView(row, stepsOf(store, row, fields)),
      ...present({ birthDate: birth, age: birth === undefined ? undefined : ageOn(birth, day) }),
      minor: birth !== undefined && isMinorOn(birth, day),
      differs: familyGroupNames.filter((group) => values[differsRegister(group)] === true),
      apart: familyGroupNames.filter((group) => !agree(group, mine, values)),
      closed: !claimAllows(row.state as ClaimState, 'edit'),
    }
  })
  return { familyId: own.family, members, ...(arrival ? { arrival } : {}) }
}

/** The lane of a claim, the triage behind it and what it leaves to the portal. */
export function laneView(reader: Reader, row: Progressing, steps: readonly StepStatus[]): LaneView {
  const lane = laneOf(row)
  const said = reader.first(query.selectFrom('claim_lane').selectAll().where('claim', '=', row.id))
  if (!said) return { lane, tasks: [] }
  return {
    lane,
    triage: {
      lane: said.lane as Lane,
      lowRisk: said.low_risk === 1,
      lowNeed: said.low_need === 1,
      reason: said.reason,
      by: officerNames(reader)(said.officer),
      at: new Date(said.at_ms).toISOString(),
    },
    tasks: portalTasks(lane, said.chosen_on, steps),
  }
}

/** The party of the waiting room from which a family came, while it is in the office. */
function arrivalOf(reader: Reader, family: string, open: number): FamilyView['arrival'] {
  const row = reader.first(
    query.selectFrom('arrival').select(['id', 'adults', 'children', 'stage']).where('id', '=', family),
  )
  if (row?.stage !== 'waiting') return undefined
  return { id: row.id, unopened: Math.max(row.adults + row.children - open, 0) }
}
