/** What a changed policy would have done to photos that were judged before, from their stored values. */
import { type CheckId, checkIds, type Level } from './checks.ts'
import { measuresOf, suggest } from './compose.ts'
import { judgeMeasures } from './judge.ts'
import type { PhotoPolicy } from './policy.ts'
import type { CheckResult, PhotoReport } from './report.ts'

type Suggestion = PhotoReport['suggestion']

export interface Counts {
  readonly before: Readonly<Record<Suggestion, number>>
  readonly after: Readonly<Record<Suggestion, number>>
}

export interface WhatIf extends Counts {
  /** Photos of the policy's profile among those given; others are left out. */
  readonly photos: number
  /** Checks whose level would be another one for some photo, with how often it goes from which to which. */
  readonly checks: readonly { readonly id: CheckId; readonly from: Level; readonly to: Level; readonly count: number }[]
  /** The photos whose suggestion would be another one: their places in the list given. */
  readonly changed: readonly { readonly index: number; readonly from: Suggestion; readonly to: Suggestion }[]
}

/** Judges stored reports anew by `policy`. Pure; nothing is decoded or measured again. */
export function whatIf(policy: PhotoPolicy, stored: readonly PhotoReport[]): WhatIf {
  const judged = stored.flatMap((report, index) => {
    if (report.policy.profile !== policy.profile) return []
    const checks = judgeMeasures(measuresOf(report), report.file, report.arrival, policy)
    return [{ index, report, checks, to: suggest(checks, policy).suggestion }]
  })
  const moves = new Map<string, number>()
  for (const { report, checks } of judged)
    for (const move of moved(report.checks, checks)) moves.set(move, (moves.get(move) ?? 0) + 1)
  return {
    photos: judged.length,
    before: count(judged.map(({ report }) => report.suggestion)),
    after: count(judged.map(({ to }) => to)),
    checks: [...moves]
      .map(([move, times]) => ({ ...parse(move), count: times }))
      .toSorted((a, b) => checkIds.indexOf(a.id) - checkIds.indexOf(b.id) || b.count - a.count),
    changed: judged
      .filter(({ report, to }) => report.suggestion !== to)
      .map(({ index, report, to }) => ({ index, from: report.suggestion, to })),
  }
}

function moved(before: readonly CheckResult[], after: readonly CheckResult[]): string[] {
  const was = new Map(before.map(({ id, level }) => [id, level]))
  return after.flatMap(({ id, level }) => {
    const from = was.get(id) ?? 'ok'
    return from === level ? [] : [`${id} ${from} ${level}`]
  })
}

function parse(move: string): { id: CheckId; from: Level; to: Level } {
  const [id, from, to] = move.split(' ') as [CheckId, Level, Level]
  return { id, from, to }
}

function count(suggestions: readonly Suggestion[]): Record<Suggestion, number> {
  const counts = { accept: 0, review: 0, return: 0 }
  for (const each of suggestions) counts[each]++
  return counts
}
