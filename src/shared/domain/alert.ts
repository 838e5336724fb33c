import type { Bilingual } from '../language.ts'
import type { EligibilityFacts } from '../rules/index.ts'
import type { Acts } from './acts.ts'
import type { ClaimValues, PersonValues } from './fields.ts'
import type { StepName } from './steps.ts'

/** What an alert is, and what alerts are found in. */

export interface Alert {
  readonly code: string
  readonly step: StepName
  readonly text: Bilingual
}

export interface AlertInput {
  readonly person: PersonValues
  readonly claim: ClaimValues
  readonly acts?: Acts
  /** What was answered in eligibility, or shown by the checks. */
  readonly answers?: EligibilityFacts
  /** The latest machine-readable zone: values as read. */
  readonly read?: {
    readonly birthDate?: string
    readonly sex?: string
    readonly nationality?: string
    readonly expiry?: string
    readonly failedChecks: readonly string[]
  }
  /** Application numbers of the person's other claims on this desk. */
  readonly otherClaims?: readonly string[]
  /** The police check found something. */
  readonly policeFound?: boolean
  /** Today in the office's time zone. */
  readonly today: string
}

export type Check = (input: AlertInput) => Alert | undefined

export const alert = (code: string, step: StepName, en: string, fr: string): Alert => ({ code, step, text: { en, fr } })

/** Compares dates that may be partial: only what both say. */
export const agree = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) === b.slice(0, length)
}
