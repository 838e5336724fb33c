import type { Bilingual } from '../../language.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { IsoDate } from '../dates.ts'
import { text } from '../text.ts'
import type { Rule } from './rule.ts'
import { barExceptions, proposedBarExceptions } from './rules/barExceptions.ts'
import { barRules } from './rules/bars.ts'
import { historyRules } from './rules/history.ts'
import { precheckRules } from './rules/precheck.ts'
import { safeCountryRule, safeCountryRule2004 } from './rules/safeCountry.ts'

/** The rules that govern a decision, under one name that the decision records. */
export interface RuleSet {
  readonly id: string
  readonly title: Bilingual
  /** First and last day of decision; a set that is not enabled has none. */
  readonly inForceFrom?: IsoDate
  readonly inForceTo?: IsoDate
  readonly enabled: boolean
  readonly rules: readonly Rule[]
}

/** What every set of today shares, in the order in which findings are shown. */
const common = [...precheckRules, ...historyRules]

export const ruleSets = {
  '2019-06-21': {
    id: '2019-06-21',
    title: text('Before the Additional Protocol', 'Avant le Protocole additionnel'),
    inForceFrom: '2019-06-21',
    inForceTo: '2023-03-24',
    enabled: true,
    rules: [...common, safeCountryRule2004],
  },
  '2023-03-25': {
    id: '2023-03-25',
    title: text('Additional Protocol', 'Protocole additionnel'),
    inForceFrom: '2023-03-25',
    inForceTo: '2026-03-25',
    enabled: true,
    rules: [...common, safeCountryRule],
  },
  '2026-03-26': {
    id: '2026-03-26',
    title: text('S.C. 2026, c. 4', 'L.C. 2026, ch. 4'),
    inForceFrom: '2026-03-26',
    enabled: true,
    rules: [...common, safeCountryRule, ...barRules(barExceptions)],
  },
  'reform-2026': {
    id: 'reform-2026',
    title: text(
      'Proposed regulations of June 2026 (not in force)',
      'Projet de règlement de juin 2026 (non en vigueur)',
    ),
    enabled: false,
    rules: [...common, safeCountryRule, ...barRules(proposedBarExceptions)],
  },
} as const satisfies Record<string, RuleSet>
export type RuleSetId = keyof typeof ruleSets

/** The title of a rule by its id, in the wording of the newest set that has it; the id itself for one that no set has. */
export function ruleTitle(id: string): Bilingual {
  const rules: readonly Rule[] = Object.values(ruleSets).flatMap((set) => set.rules)
  return rules.findLast((rule) => rule.id === id)?.title ?? { en: id, fr: id }
}

/** The enabled rule set in force on a day of decision; fails with `rules.no_rule_set` before 2019-06-21. */
export function ruleSetFor(decisionDate: IsoDate): Result<RuleSet> {
  const sets: readonly RuleSet[] = Object.values(ruleSets)
  const found = sets.find(
    ({ enabled, inForceFrom, inForceTo }) =>
      enabled &&
      inForceFrom !== undefined &&
      inForceFrom <= decisionDate &&
      decisionDate <= (inForceTo ?? decisionDate),
  )
  return found ? ok(found) : fail('rules.no_rule_set', { date: decisionDate })
}
