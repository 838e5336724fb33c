import type { Finding, Override } from './finding.ts'

/**
 * Lays officers' overrides over findings. The finding keeps what the rule found, the override what the officer
 * decided and why; the last override of a rule counts. One for a rule that has no finding here is left out.
 */
export function applyOverrides(findings: readonly Finding[], overrides: readonly Override[]): Finding[] {
  return findings.map((finding) => {
    const override = overrides.findLast(({ rule }) => rule === finding.rule)
    return override ? { ...finding, override } : finding
  })
}
