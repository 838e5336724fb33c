import type { Level } from '../../../shared/photos/checks.ts'
import type { CheckResult } from '../../../shared/photos/report.ts'

/**
 * What one decision adds to the counts of its day, by name:
 * `approved`, `returned`; `reason.<reason>`, `code.<code>` of a return; `waited.<bucket>` and `waited_ms`;
 * for each check `check.<id>.<how>`: `agreed` (both found a fault), `machine_only` (the machine found one, the officer
 * did not), `officer_only` (the reverse), `not_assessed`; where both found nothing, nothing: the rest of the decisions.
 */

export interface Decided {
  readonly outcome: 'approved' | 'returned'
  readonly reasons?: readonly string[] | undefined
  readonly codes?: readonly string[] | undefined
  readonly waitedMs: number
  readonly checks: readonly Pick<CheckResult, 'id' | 'level' | 'code'>[]
  readonly overrides: readonly { readonly name: string; readonly says: string }[]
}

/** Upper ends of the buckets of waiting times, hours; beyond the last: `more`. */
export const waitBuckets = [1, 4, 24, 72, 168, 720] as const

export function countsOf({ outcome, reasons = [], codes = [], waitedMs, checks, overrides }: Decided) {
  const hours = waitedMs / 3_600_000
  const counts: Record<string, number> = {
    [outcome]: 1,
    [`waited.${waitBuckets.find((end) => hours <= end) ?? 'more'}`]: 1,
    waited_ms: Math.max(0, waitedMs),
  }
  for (const reason of new Set(reasons)) counts[`reason.${reason}`] = 1
  for (const code of new Set(codes)) counts[`code.${code}`] = 1
  for (const [name, how] of agreements({ codes, checks, overrides })) counts[`check.${name}.${how}`] = 1
  return counts
}

/**
 * For each check that somebody found a fault in, or that was not made. The officer's own word on a check counts first;
 * else the codes of the return: every check that found a fault of such a code was right, and if none did, the first
 * check of that code missed it.
 */
function* agreements({ codes = [], checks, overrides }: Pick<Decided, 'codes' | 'checks' | 'overrides'>) {
  const said = new Map(overrides.map(({ name, says }) => [name, says]))
  const found = ({ level }: { level: Level }) => level === 'return' || level === 'review'
  const seen = new Set(checks.filter(found).map(({ code }) => code))
  for (const check of checks) {
    const { id, code, level } = check
    const word = said.get(id)
    const named = code !== undefined && codes.includes(code)
    const missed = named && !seen.has(code)
    if (missed) seen.add(code)
    const officer = word === 'fine' ? false : word === 'fault' || (found(check) ? named : missed)
    const how = found(check) ? (officer ? 'agreed' : 'machine_only') : officer ? 'officer_only' : undefined
    if (how) yield [id, how] as const
    else if (level === 'not_assessed') yield [id, level] as const
  }
}
