import type { Acts } from './acts.ts'
import type { CheckPolicy } from './checks.ts'
import type { ClaimValues, PersonValues } from './fields.ts'
import { needsOfFullIntake } from './full-intake-needs.ts'
import { type Lane, waitsForPortal } from './lane.ts'
import { type CheckName, checkNames } from './vocabulary.ts'

/**
 * The steps of an intake and what each still lacks. They are done in any order and saved as typed;
 * only issuing a document demands that all are complete.
 */

/** What every claim goes through on its way to a document. */
export const mainSteps = [
  'passport',
  'search',
  'identity',
  'contact',
  'entry',
  'grounds',
  'photo',
  'checks',
  'eligibility',
  'document',
] as const
/** What a full intake asks beyond that: complete when asked, and no bar to a document. */
export const fullIntakeSteps = ['needs', 'journey', 'papers', 'background', 'measures'] as const
export const steps = [...mainSteps, ...fullIntakeSteps] as const
export type StepName = (typeof steps)[number]

/** The key that goes to each step: 1 to 9, then 0; I and a digit for the full intake. */
export const stepKeys = Object.fromEntries([
  ...mainSteps.map((step, at) => [step, String((at + 1) % 10)]),
  ...fullIntakeSteps.map((step, at) => [step, `i ${at + 1}`]),
]) as Readonly<Record<StepName, string>>

export interface StepStatus {
  readonly step: StepName
  readonly state: 'empty' | 'partial' | 'complete'
  /** Keys of what the step lacks: names of fields, or `read`, `search`, `photo`, `check_<name>`, `decision`, `issue`. */
  readonly lacks: readonly string[]
  /** The lane leaves it to the portal: it bars no document. */
  readonly later?: true
}

/** What the steps are judged by. */
export interface StepInput {
  readonly person: PersonValues
  readonly claim: ClaimValues
  readonly acts: Acts
  readonly documentRead: boolean
  readonly searched: boolean
  readonly photo: boolean
  /** Checks that are settled by the office's policy. */
  readonly checks: readonly CheckName[]
  readonly decided: boolean
  readonly issued: boolean
  readonly lane: Lane
}

/** How a step says that a check is lacking. */
export const checkLack = (name: CheckName) => `check_${name}` as const

/** Something that a step lacks until it is met. */
export type Need = { readonly key: string; readonly met: boolean }
const need = (key: string, value: unknown): Need => ({
  key,
  met: Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '',
})

/** The state of every step, in the order in which officers usually take them. */
export function stepStatuses(input: StepInput): StepStatus[] {
  const { person, claim } = input
  const needs: Record<StepName, readonly Need[]> = {
    // A person with no document at all is ordinary: the step is complete once a name was given by other means.
    passport: [
      { key: 'read', met: input.documentRead || person.familyName !== undefined || person.givenNames !== undefined },
    ],
    search: [{ key: 'search', met: input.searched }],
    identity: [
      // A mononym is one name in either field.
      { key: 'familyName', met: person.familyName !== undefined || person.givenNames !== undefined },
      need('birthDate', person.birthDate),
      need('sex', person.sex),
      need('birthCountry', person.birthCountry),
      need('citizenships', person.citizenships),
    ],
    contact: [
      need('officialLanguage', claim.officialLanguage),
      need('spokenLanguage', claim.spokenLanguage),
      need('interpreterNeeded', claim.interpreterNeeded),
      need('representativeKind', claim.representativeKind),
    ],
    entry: [need('claimDate', claim.claimDate), need('entries', claim.entries)],
    grounds: [need('grounds', claim.grounds), need('fearedCountries', claim.fearedCountries)],
    photo: [{ key: 'photo', met: input.photo }],
    checks: checkNames.map((name) => ({ key: checkLack(name), met: input.checks.includes(name) })),
    eligibility: [{ key: 'decision', met: input.decided }],
    document: [{ key: 'issue', met: input.issued }],
    ...needsOfFullIntake(input),
  }
  return steps.map((step) => ({
    ...statusOf(step, needs[step]),
    ...(waitsForPortal(input.lane, step) ? { later: true as const } : {}),
  }))
}

function statusOf(step: StepName, needs: readonly Need[]): StepStatus {
  const lacks = needs.filter((n) => !n.met).map((n) => n.key)
  const state = lacks.length === 0 ? 'complete' : lacks.length === needs.length ? 'empty' : 'partial'
  return { step, state, lacks }
}

/** Does every claim go through this step? */
export const isMainStep = (step: StepName): boolean => mainSteps.some((each) => each === step)

/** What the office demands before a claimant document. */
export type DocumentPolicy = Pick<CheckPolicy, 'checksBeforeDocument'> & {
  readonly requireSearchBeforeDocument: boolean
}

/** What still bars a claimant document, step by step; empty when it may be issued. */
export const barsToDocument = (statuses: readonly StepStatus[], policy: DocumentPolicy): StepStatus[] =>
  statuses
    .filter((s) => isMainStep(s.step) && s.step !== 'document' && s.state !== 'complete' && !s.later)
    .filter((s) => s.step !== 'search' || policy.requireSearchBeforeDocument)
    .map((s) => (s.step === 'checks' ? { ...s, lacks: demanded(s.lacks, policy) } : s))
    .filter((s) => s.lacks.length > 0)

const demanded = (lacks: readonly string[], { checksBeforeDocument }: DocumentPolicy): string[] =>
  checksBeforeDocument.map(checkLack).filter((lack) => lacks.includes(lack))

/** The first step that is still to be done at the counter, or undefined when there is none. */
export const nextStep = (statuses: readonly StepStatus[]): StepName | undefined =>
  statuses.find((s) => isMainStep(s.step) && s.state !== 'complete' && !s.later)?.step
