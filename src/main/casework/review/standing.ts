import type { ClaimRow, DecisionView, WithdrawnView } from '../../../shared/contract/views.ts'
import { type Standing, standingOf } from '../../../shared/domain/standing.ts'
import type { Benefit } from '../../../shared/domain/vocabulary.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { officerNames } from '../../claims/tools.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'

/** What the preliminary review opened, and how a claim was withdrawn. */

const caseworkOf = (reader: Reader, claim: Uuid) =>
  reader.first(query.selectFrom('claim_casework').selectAll().where('claim', '=', claim))

/** The passed preliminary review of a claim. */
export function passedOf(reader: Reader, claim: Uuid): { on: string; opens: readonly Benefit[] } | undefined {
  const passed = caseworkOf(reader, claim)?.passed
  return passed ? (JSON.parse(passed) as { on: string; opens: readonly Benefit[] }) : undefined
}

/** How and when a claim was withdrawn. */
export function withdrawnOf(reader: Reader, claim: Uuid): WithdrawnView | undefined {
  const withdrawn = caseworkOf(reader, claim)?.withdrawn
  if (!withdrawn) return undefined
  const said = JSON.parse(withdrawn) as WithdrawnView
  return { ...said, by: officerNames(reader)(said.by) }
}

/** What the claimant may ask for before the decision. */
export function standingOfClaim(
  reader: Reader,
  row: ClaimRow,
  decision: DecisionView | undefined,
): readonly Standing[] {
  const ended = row.state === 'withdrawn' ? withdrawnOf(reader, row.claimId)?.on : undefined
  return standingOf({
    passed: passedOf(reader, row.claimId),
    suspended: row.state === 'suspended' ? decision?.decisionDate : undefined,
    ended: ended ?? (row.state === 'ineligible' ? (decision?.decisionDate ?? row.claimDate) : undefined),
  })
}
