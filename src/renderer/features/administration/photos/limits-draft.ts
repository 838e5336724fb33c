import { type CheckId, checkGroups, checkIds } from '../../../../shared/photos/checks.ts'
import type { MetricId } from '../../../../shared/photos/metrics.ts'
import type { MetricRule, PhotoPolicy } from '../../../../shared/photos/policy.ts'
import type { Bounds } from '../../../../shared/photos/report.ts'
import { shownLimit, storedLimit } from '../../../../shared/photos/words/metrics.ts'

/** A copy of the limits of a policy under an officer's hands: only numbers that are there can be changed. */

export type Outcome = 'review' | 'return'
export type Side = 'min' | 'max'
export const outcomes = ['review', 'return'] as const satisfies readonly Outcome[]
export const sides = ['min', 'max'] as const satisfies readonly Side[]

export interface Place {
  readonly check: CheckId
  readonly metric: MetricId
}
export interface Row extends Place {
  readonly rule: MetricRule
}

/** What was typed, by the place of the limit, as people read it: percent for shares. */
export type Draft = Readonly<Record<string, number | string>>

export const limitKey = ({ check, metric }: Place, outcome: Outcome, side: Side): string =>
  `${check}.${metric}.${outcome}.${side}`

/** Every limit of the policy, in the order of the checks. */
export const rowsOf = ({ checks }: PhotoPolicy): readonly Row[] =>
  checkIds.flatMap((check) =>
    Object.entries(checks[check].metrics).map(([metric, rule]) => ({ check, metric: metric as MetricId, rule })),
  )

/** By group; a group without limits is left out. */
export const groupsOf = (policy: PhotoPolicy) =>
  Object.entries(checkGroups).flatMap(([group, ids]) => {
    const rows = rowsOf(policy).filter(({ check }) => (ids as readonly CheckId[]).includes(check))
    return rows.length > 0 ? [{ group: group as keyof typeof checkGroups, rows }] : []
  })

export type Fault = 'number' | 'crossed' | 'outside'
export interface ChangedLimit extends Place {
  readonly review?: Bounds
  readonly return?: Bounds
}
export interface Drafted {
  /** As `photoReview.whatIf` takes them: an outcome that was touched is said whole. */
  readonly limits: readonly ChangedLimit[]
  /** `number`: not a number. `crossed`: the least is above the most. `outside`: returned before it is looked at. */
  readonly faults: readonly (Place & { readonly fault: Fault })[]
}

/** What differs from the policy, and what of it cannot be. */
export function readDraft(policy: PhotoPolicy, draft: Draft): Drafted {
  const limits: ChangedLimit[] = []
  const faults: (Place & { fault: Fault })[] = []
  for (const row of rowsOf(policy)) {
    const place = { check: row.check, metric: row.metric }
    const [review, returned] = outcomes.map((outcome) => typed(row, outcome, draft))
    const changed = {
      ...(review && differs(review, row.rule.review) ? { review } : {}),
      ...(returned && differs(returned, row.rule.return) ? { return: returned } : {}),
    }
    if (Object.keys(changed).length === 0) continue
    const fault = faultOf(review, returned)
    if (fault) faults.push({ ...place, fault })
    else limits.push({ ...place, ...changed })
  }
  return { limits, faults }
}

/** The sides of an outcome as typed; NaN for what is no number. */
function typed({ check, metric, rule }: Row, outcome: Outcome, draft: Draft): Bounds | undefined {
  const kept = rule[outcome]
  if (!kept) return undefined
  const bounds: { min?: number; max?: number } = {}
  for (const side of sides) {
    const value = kept[side]
    if (value === undefined) continue
    const said = draft[limitKey({ check, metric }, outcome, side)] ?? shownLimit(metric, value)
    bounds[side] = typeof said === 'number' ? storedLimit(metric, said) : Number.NaN
  }
  return bounds
}

const differs = (one: Bounds, other: Bounds | undefined) => sides.some((side) => !Object.is(one[side], other?.[side]))

function faultOf(review: Bounds | undefined, returned: Bounds | undefined): Fault | undefined {
  const each = [review, returned].flatMap((bounds) => bounds ?? [])
  if (each.some((bounds) => sides.some((side) => Number.isNaN(bounds[side])))) return 'number'
  if (each.some(({ min, max }) => min !== undefined && max !== undefined && min > max)) return 'crossed'
  const tighter = (a = Number.NEGATIVE_INFINITY, b = Number.NEGATIVE_INFINITY) => a > b
  if (review?.min !== undefined && tighter(returned?.min, review.min)) return 'outside'
  if (review?.max !== undefined && returned?.max !== undefined && returned.max < review.max) return 'outside'
  return undefined
}
