import type { Bilingual } from '../language.ts'
import { and, irpr, serviceStandard } from '../rules/citation.ts'
import type { Benefit } from './vocabulary.ts'
import { benefits } from './vocabulary.ts'

/** What a claimant may ask for before the decision, and since when: opened by the preliminary review, ended with the claim. */

export const benefitWords: Readonly<Record<Benefit, Bilingual>> = {
  work_permit: { en: 'work permit', fr: 'permis de travail' },
  study_permit: { en: 'study permit', fr: 'permis d’études' },
  health_coverage: { en: 'health coverage (IFHP)', fr: 'couverture des soins de santé (PFSI)' },
}

export type StandingState = 'none' | 'open' | 'suspended' | 'ended'

export const standingWords: Readonly<Record<StandingState, Bilingual>> = {
  none: { en: 'not open yet', fr: 'pas encore ouvert' },
  open: { en: 'open', fr: 'ouvert' },
  suspended: { en: 'suspended', fr: 'suspendu' },
  ended: { en: 'ended', fr: 'terminé' },
}

export interface Standing {
  readonly benefit: Benefit
  readonly state: StandingState
  /** The day on which it came to stand so. */
  readonly since?: string
  /** By what rule it opens; the Regulations still ask for what they ask of each application. */
  readonly rule: Bilingual
}

const rules: Readonly<Record<Benefit, Bilingual>> = {
  work_permit: and(serviceStandard, irpr('206')),
  study_permit: and(serviceStandard, { en: 'IRPR, Part 12', fr: 'RIPR, partie 12' }),
  health_coverage: and(serviceStandard, {
    en: 'Interim Federal Health Program policy',
    fr: 'Politique concernant le Programme fédéral de santé intérimaire',
  }),
}

/** What the standing rests on. Days are days of the office. */
export interface StandingFacts {
  /** The day on which the preliminary review was passed, and what it opened. */
  readonly passed?: { readonly on: string; readonly opens: readonly Benefit[] } | undefined
  /** Consideration is suspended since (IRPA s. 100(2)). */
  readonly suspended?: string | undefined
  /** Found ineligible, or withdrawn, on this day. */
  readonly ended?: string | undefined
}

/** The standing of each benefit. What was never opened does not end. */
export function standingOf({ passed, suspended, ended }: StandingFacts): Standing[] {
  return benefits.map((benefit) => {
    const rule = rules[benefit]
    if (!passed?.opens.includes(benefit)) return { benefit, state: 'none', rule }
    if (ended) return { benefit, state: 'ended', since: later(ended, passed.on), rule }
    if (suspended) return { benefit, state: 'suspended', since: later(suspended, passed.on), rule }
    return { benefit, state: 'open', since: passed.on, rule }
  })
}

const later = (a: string, b: string): string => (a > b ? a : b)
