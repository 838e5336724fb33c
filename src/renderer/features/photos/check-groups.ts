import { type CheckGroup, groupOf, type Level, rank } from '../../../shared/photos/checks.ts'
import type { CheckResult } from '../../../shared/photos/report.ts'

export interface ShownGroup {
  readonly group: CheckGroup
  readonly checks: readonly CheckResult[]
}

/** Checks as an officer reads them: what is not in order by groups, worst first; what is in order apart. */
export function groupChecks(checks: readonly CheckResult[]): {
  readonly open: readonly ShownGroup[]
  readonly ok: readonly CheckResult[]
} {
  const groups = new Map<CheckGroup, CheckResult[]>()
  for (const check of checks)
    if (check.level !== 'ok') groups.set(groupOf(check.id), [...(groups.get(groupOf(check.id)) ?? []), check])
  const open = [...groups].map(([group, of]) => ({ group, checks: worstFirst(of) }))
  return {
    open: open.sort((a, b) => rank[worstOf(b)] - rank[worstOf(a)]),
    ok: checks.filter(({ level }) => level === 'ok'),
  }
}

const worstFirst = (checks: readonly CheckResult[]) => [...checks].sort((a, b) => rank[b.level] - rank[a.level])

/** Of a group that `worstFirst` sorted. */
const worstOf = ({ checks }: ShownGroup): Level => checks[0]?.level ?? 'ok'
