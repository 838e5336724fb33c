import type { Finding, Override } from './finding.ts'

/**
 * Lays officers' overrides over findings. The finding keeps what the rule found, the override what the officer
 * decided and why; the last override of a rule counts. One for a rule that has no finding here is left out, and so is
 * one that was made against another finding: facts that came later want a new look.
 */
export function applyOverrides(findings: readonly Finding[], overrides: readonly Override[]): Finding[] {
  return findings.map((finding) => {
    const override = overrides.findLast(({ rule }) => rule === finding.rule)
    return override && (override.was ?? finding.outcome.kind) === finding.outcome.kind
      ? { ...finding, override }
      : finding
  })
}
