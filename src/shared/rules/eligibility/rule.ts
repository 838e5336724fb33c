import type { Bilingual } from '../../language.ts'
import type { IsoDate } from '../dates.ts'
import type { EligibilityFacts, FactId } from './facts.ts'
import type { Finding, Outcome, ReviewFlag } from './finding.ts'
import { isUnknown, type Verdict } from './logic.ts'
import { factQuestions } from './questions.ts'
import { type FactReader, readFacts } from './reader.ts'

/** One provision as data and a small pure test. */
export interface Rule {
  readonly id: RuleId
  /** The day from which this wording holds. */
  readonly version: IsoDate
  readonly kind: Finding['kind']
  readonly title: Bilingual
  readonly citation: Bilingual
  /** Compared with the day of the decision; both days included. */
  readonly inForceFrom: IsoDate
  readonly inForceTo?: IsoDate
  /** Transition: the first claim date to which the rule applies. */
  readonly appliesToClaimsFrom?: IsoDate
  readonly judge: (facts: FactReader, on: Days) => Judgement
}

export interface Days {
  readonly decision: IsoDate
  /** Known whenever the rule has a transition or reads `claimDate` first. */
  readonly claim?: IsoDate
}

/** What a rule says of the facts; `why` may be left out where facts are missing. */
export interface Judgement {
  readonly outcome: Outcome
  readonly why?: Bilingual
  readonly flags?: readonly ReviewFlag[]
}

export const ruleIds = [
  'irpa.99.3',
  'irpa.100.2',
  'irpa.101.1.a',
  'irpa.101.1.b',
  'irpa.101.1.b1',
  'irpa.101.1.b2',
  'irpa.101.1.c',
  'irpa.101.1.c1',
  'irpa.101.1.d',
  'irpa.101.1.e',
  'irpa.101.1.f',
] as const
export type RuleId = (typeof ruleIds)[number]

/** Applies a rule to facts on a day of decision: in force? for this claim? met? */
export function apply(rule: Rule, facts: EligibilityFacts, decision: IsoDate): Finding {
  const reader = readFacts(facts)
  const { outcome, why, flags } = outsideTime(rule, reader, decision) ?? within(rule, reader, decision)
  return {
    rule: rule.id,
    version: rule.version,
    kind: rule.kind,
    title: rule.title,
    citation: rule.citation,
    outcome,
    why: why ?? explainMissing(outcome),
    facts: [...reader.used()],
    flags: [...(flags ?? [])],
  }
}

/** Turns a yes, no or unknown into a judgement with the words for each. */
export function decide(verdict: Verdict, says: { met: Bilingual; notMet: Bilingual }): Judgement {
  if (isUnknown(verdict)) return unknown(verdict)
  return verdict ? { outcome: { kind: 'met' }, why: says.met } : { outcome: { kind: 'not_met' }, why: says.notMet }
}

export const unknown = (missing: readonly FactId[]): Judgement => ({
  outcome: { kind: 'unknown', missing: [...missing] },
})

export const notApplicable = (en: string, fr: string): Judgement => ({
  outcome: { kind: 'not_applicable' },
  why: { en, fr },
})

function within(rule: Rule, reader: FactReader, decision: IsoDate): Judgement {
  const claim = reader.get('claimDate')
  return rule.judge(reader, claim === undefined ? { decision } : { decision, claim })
}

function outsideTime(rule: Rule, reader: FactReader, decision: IsoDate): Judgement | undefined {
  if (decision < rule.inForceFrom || (rule.inForceTo && decision > rule.inForceTo)) {
    return notApplicable(`Not in force on ${decision}.`, `Non en vigueur le ${decision}.`)
  }
  const from = rule.appliesToClaimsFrom
  if (!from) return undefined
  const claim = reader.get('claimDate')
  if (claim === undefined) return unknown(['claimDate'])
  if (claim >= from) return undefined
  return notApplicable(
    `Applies to claims made on or after ${from}; this claim was made on ${claim}.`,
    `S’applique aux demandes présentées à compter du ${from}; celle-ci a été présentée le ${claim}.`,
  )
}

function explainMissing(outcome: Outcome): Bilingual {
  const labels = outcome.kind === 'unknown' ? outcome.missing.map((id) => factQuestions[id].label) : []
  return {
    en: `Not enough facts. Still needed: ${labels.map(({ en }) => en).join('; ')}.`,
    fr: `Faits insuffisants. Il manque : ${labels.map(({ fr }) => fr).join('; ')}.`,
  }
}
