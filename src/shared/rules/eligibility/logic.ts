import type { FactId } from './facts.ts'

/** Yes, no, or the facts without which it cannot be said. */
export type Verdict = boolean | readonly FactId[]

export const isUnknown = (verdict: Verdict): verdict is readonly FactId[] => typeof verdict !== 'boolean'

/** No as soon as one is no; else unknown as soon as one is unknown (any of them may still become no). */
export function allOf(...verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false
  return missingIn(verdicts) ?? true
}

/** Yes as soon as one is yes; else unknown as soon as one is unknown. */
export function anyOf(...verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(true)) return true
  return missingIn(verdicts) ?? false
}

export const not = (verdict: Verdict): Verdict => (isUnknown(verdict) ? verdict : !verdict)

/**
 * All, but one after the other: what comes later is not even asked, and cannot decide anything,
 * until what comes before it is yes.
 */
export function inTurn(...steps: readonly (() => Verdict)[]): Verdict {
  for (const step of steps) {
    const verdict = step()
    if (verdict !== true) return verdict
  }
  return true
}

function missingIn(verdicts: readonly Verdict[]): readonly FactId[] | undefined {
  const missing = verdicts.filter(isUnknown).flat()
  return missing.length > 0 ? [...new Set(missing)] : undefined
}
