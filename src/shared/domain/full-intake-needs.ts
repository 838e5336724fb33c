import { minorityOf } from './minors.ts'
import type { fullIntakeSteps, Need, StepInput } from './steps.ts'

/** What the steps of a full intake still lack. "None" and "no" are answers: only what was not asked is lacking. */

const asked = (key: string, value: unknown): Need => ({ key, met: value !== undefined })

export function needsOfFullIntake(
  input: Pick<StepInput, 'person' | 'claim' | 'acts'>,
): Record<(typeof fullIntakeSteps)[number], readonly Need[]> {
  const { person, claim, acts } = input
  return {
    needs: [
      asked('vulnerable', claim.vulnerable),
      ...(claim.vulnerable ? [asked('vulnerability', claim.vulnerability)] : []),
      asked('accessibilityNeeded', claim.accessibilityNeeded),
      ...(claim.accessibilityNeeded ? [asked('accessibilityNeeds', claim.accessibilityNeeds)] : []),
      asked('unableToAppreciate', claim.unableToAppreciate),
      ...childNeeds(input),
    ],
    journey: [asked('route', claim.route)],
    papers: [asked('heldDocuments', claim.heldDocuments)],
    background: [
      asked('aliases', person.aliases),
      asked('earlierClaims', claim.earlierClaims),
      asked('narrative', claim.narrative),
    ],
    // A report, an order and a detention are recorded where they happen; no claim lacks them.
    measures: [
      asked('consentToSharing', acts.consentToSharing),
      asked('conditionsAcknowledged', acts.conditionsAcknowledged),
      asked('workPermitRequested', claim.workPermitRequested),
      asked('studyPermitRequested', claim.studyPermitRequested),
    ],
  }
}

/** A claim without a date is of no day yet: then nobody is called a child. */
function childNeeds({ person, claim }: Pick<StepInput, 'person' | 'claim'>): Need[] {
  const { minor, unaccompanied, needsRepresentative } = minorityOf(person, claim, claim.claimDate ?? '9999-12-31')
  return [
    ...(minor ? [asked('companion', claim.companion)] : []),
    ...(unaccompanied ? [asked('authorityNotified', claim.authorityNotified)] : []),
    ...(needsRepresentative ? [asked('designatedRepresentativeNeeded', claim.designatedRepresentativeNeeded)] : []),
  ]
}
