import type { Uuid } from '../../shared/ports.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { ReplacementRequest } from '../../shared/rules/index.ts'
import { withdrawClaim } from '../casework/review/withdraw.ts'
import { correctClaim } from '../claims/amend.ts'
import { reopenClaim } from '../claims/reopen.ts'
import { today } from '../claims/tools.ts'
import { documentsOf } from '../documents/document-views.ts'
import { replacePaper } from '../documents/replace.ts'
import type { Draw } from './draw.ts'
import type { SeedStep } from './seed-plan.ts'
import type { StepWorld } from './seed-steps.ts'

/** What the demo's people come back for, days after the counter. */

export type AfterStep =
  | ({ readonly do: 'replace' } & ReplacementRequest)
  | { readonly do: 'correct'; readonly what: 'address' | 'birth_place' }
  | { readonly do: 'reopen'; readonly document: 'keep' | 'revoke' }
  | { readonly do: 'withdraw' }

/** Days after the paper was handed over, and what happened then. */
export interface Return {
  readonly days: number
  readonly steps: readonly SeedStep[]
}

const printed: readonly SeedStep[] = [{ do: 'sent' }, { do: 'confirm' }]
const replaced = (request: ReplacementRequest): readonly SeedStep[] => [
  // Whoever was under 18 at the claim needs a new photo; the others get one too.
  { do: 'photo' },
  { do: 'replace', ...request },
  ...printed,
]
const police = { number: 'MTL-2026-118204', service: 'Service de police de la Ville de Montréal' }

const returns: readonly (readonly SeedStep[])[] = [
  replaced({ why: 'stolen', police, note: 'Bag taken in the metro.', returned: false }),
  replaced({ why: 'damaged', note: 'Washed with a coat; the photo came off.', returned: true }),
  replaced({ why: 'lost', returned: false }),
  replaced({ why: 'error', note: 'The given names stood in the wrong order.', returned: true }),
  [{ do: 'correct', what: 'address' }],
  [{ do: 'correct', what: 'birth_place' }],
  [{ do: 'reopen', document: 'revoke' }, { do: 'decide' }, { do: 'issue' }, ...printed],
  [{ do: 'reopen', document: 'keep' }],
  [{ do: 'withdraw' }],
]

/** Does this person come back? The first ones of a demo do, each for another thing, so that a small one shows them all. */
export function returnOf(draw: Draw, rank: number): Return | undefined {
  const first = returns[rank]
  const days = draw.between(1, 6)
  if (first) return { days, steps: first }
  return draw.chance(0.15) ? { days, steps: draw.pick(returns) } : undefined
}

/** Plays such a step by the very command that an officer's click runs. */
export function playAfter(
  world: StepWorld,
  claimId: Uuid,
  step: AfterStep,
): Promise<Result<unknown>> | Result<unknown> {
  const { tools, officer, supervisor } = world
  if (step.do === 'correct') return correctClaim(tools, officer, correctionOf(world, claimId, step.what))
  if (step.do === 'reopen') {
    const reason = 'New information on an earlier claim came from another office after the decision.'
    return reopenClaim(tools, supervisor, { claimId, reason, document: step.document })
  }
  if (step.do === 'withdraw') {
    const reason = 'Goes back to look after a parent who is ill.'
    return withdrawClaim(tools, officer, { claimId, on: today(tools), how: 'in_writing', reason })
  }
  const paper = documentsOf(tools.store, claimId).find(({ allowed }) => allowed.includes('replace'))
  const { do: _, ...request } = step
  return paper
    ? replacePaper(tools, officer, { ...request, documentId: paper.documentId, reissue: true })
    : fail('desk.not_found')
}

function correctionOf({ one }: StepWorld, claimId: Uuid, what: 'address' | 'birth_place') {
  const moved = {
    addressLine: '1250, rue Saint-Denis, app. 4',
    addressCity: 'Montréal',
    addressProvince: 'QC',
    addressPostalCode: 'H2X 3J4',
  }
  if (what === 'address') return { claimId, claim: moved, bases: [] }
  const { birthPlace } = one.person.person
  return {
    claimId,
    person: { birthPlace: birthPlace ? `${birthPlace} (district)` : 'Not known' },
    reason: 'The city was written for the district around it.',
    evidence: 'Birth certificate with its translation',
    bases: [],
  }
}
