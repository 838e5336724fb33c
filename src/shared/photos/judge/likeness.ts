/** Photos of earlier that this one looks like. */
import type { Level } from '../checks.ts'
import type { Measures } from '../measures.ts'
import type { CheckRule } from '../policy.ts'
import type { Arrival, CheckResult, Likeness } from '../report.ts'
import { notAssessed, plain } from './rule.ts'

/**
 * The nearest photo of this person, or of another one. The same file again after a return is returned; the same file
 * for two persons as well: one of them is wrong. What only looks alike is for the officer, who sees both.
 */
export function likenessCheck(
  id: 'duplicate' | 'duplicate_other',
  rule: CheckRule,
  { likenesses }: Arrival,
  { fingerprints }: Measures,
): CheckResult {
  const person = id === 'duplicate' ? 'same' : 'other'
  const near = (likenesses ?? [])
    .filter((each) => each.person === person && levelOf(each, rule) !== 'ok')
    .toSorted((a, b) => Number(b.sameFile) - Number(a.sameFile) || a.difference - b.difference)
  const [nearest] = near
  if (!nearest) {
    // Nobody compared it: without fingerprints only the very same bytes could have been found.
    return likenesses && fingerprints ? plain(id, rule, 'ok') : notAssessed(id, rule, 'unknown')
  }
  const level = levelOf(nearest, rule)
  const limits = { review: { min: leastDifference(rule) } }
  const value = nearest.sameFile ? 0 : nearest.difference
  return {
    ...plain(id, rule, level),
    value,
    unit: 'bits',
    ...(level === 'review' ? { reviewAt: limits.review.min } : {}),
    readings: [{ metric: 'difference', value, unit: 'bits', level, limits }],
    photos: near.map(({ photo }) => photo),
  }
}

function levelOf({ person, outcome, sameFile, difference }: Likeness, rule: CheckRule): Level {
  if (sameFile) return person === 'other' || outcome === 'returned' ? 'return' : 'review'
  return difference < leastDifference(rule) ? 'review' : 'ok'
}

const leastDifference = ({ metrics }: CheckRule): number => metrics.difference?.review?.min ?? 0
