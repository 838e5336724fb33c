import type { Finding, Override } from './finding.ts'

/**
 * Lays officers' overrides over findings. The finding keeps what the rule found, the override what the officer
 * decided and why; the last override of a rule counts. One for a rule that has no finding here is left out. One that
 * was made against another finding, or on other facts, has lapsed: it is shown and decides nothing, since facts that
 * came later want a new look.
 */
export function applyOverrides(findings: readonly Finding[], overrides: readonly Override[]): Finding[] {
  return findings.map((finding) => {
    const override = overrides.findLast(({ rule }) => rule === finding.rule)
    if (!override) return finding
    return isAbout(override, finding) ? { ...finding, override } : { ...finding, lapsed: override }
  })
}

/** Is the finding still the one that the officer looked at? What an old record does not say is no objection. */
const isAbout = ({ was, facts }: Override, finding: Finding): boolean =>
  (was ?? finding.outcome.kind) === finding.outcome.kind &&
  (facts === undefined || factsText(facts) === factsText(finding.facts))

/** Facts as text that is equal when they are: in whichever order they, or the parts of a value, were read. */
const factsText = (facts: readonly { readonly id: string; readonly value?: unknown }[]): string =>
  JSON.stringify(
    [...facts].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, value }) => [id, value]),
    (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  )
