import type { Bilingual } from '../language.ts'
import { type Deadline, deadline } from '../rules/index.ts'
import { type Lane, waitsForPortal } from './lane.ts'
import type { StepName, StepStatus } from './steps.ts'

/** What the claimant still has to do on the portal, and until when. */
export interface PortalTask {
  readonly step: StepName
  readonly due: string
  readonly rule: string
  readonly trigger: string
  readonly source: string
  readonly label: Bilingual
  readonly citation: Bilingual
}

/** The tasks that follow from the lane: what can wait and is not complete. `chosenOn` is the day of the triage. */
export function portalTasks(lane: Lane, chosenOn: string, steps: readonly StepStatus[]): PortalTask[] {
  const limit = deadline('poe.online.completion', chosenOn)
  return steps
    .filter(({ step, state }) => waitsForPortal(lane, step) && state !== 'complete')
    .map(({ step }) => taskOf(step, limit))
}

const taskOf = (step: StepName, { due, rule, triggerDate, source, title, citation }: Deadline): PortalTask => ({
  step,
  due,
  rule,
  trigger: triggerDate,
  source,
  label: title,
  citation,
})
