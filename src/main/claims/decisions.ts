import type { EligibilityWorksheet } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Evaluation, effective } from '../../shared/rules/index.ts'
import { keepNumber, takeNumber } from '../office/numbers.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { deadlinesAfter } from './deadlines.ts'
import { worksheet } from './eligibility.ts'
import { basesFor, inClaim } from './take-in.ts'
import type { ClaimFile, Officer, Tools } from './tools.ts'

/** The decision on eligibility: the rules propose, the officer decides. */

type Outcome = EventBody<'claim.decided'>['outcome']

/** What the officer decides, and on what. */
export interface Decision {
  readonly outcome: Outcome
  readonly reason?: string | undefined
  /** Digest of the worksheet that the officer looked at; a screen always says it. */
  readonly seen?: string | undefined
}

/**
 * Decides the claim: rule set, both dates, findings and facts used go into the event with the deadlines that follow.
 * A decision other than the proposed one needs a reason; one on a worksheet that changed meanwhile is refused.
 * Nobody refers a claim while a finding is open, whatever the reason: s. 100(1) IRPA has the officer determine that the
 * claim is eligible, and since 2019-06-21 no time runs out on it and no claim is deemed referred (2019, c. 29, s. 305).
 * What stays unknown is the officer's own finding, rule by rule; until then the claim is undecided and the person gets
 * the acknowledgement of claim. Errors: claims.facts_needed.
 * Ineligible is only proposed where the office wants two officers for it. A person who has no client ID gets one.
 */
export function decideClaim(tools: Tools, officer: Officer, claimId: Uuid, wish: Decision): Result<ClaimFile> {
  const sheet = worksheet(tools, claimId)
  if (!sheet.ok) return sheet
  const { evaluation, takesTwo } = sheet.value
  const { outcome, reason, seen } = wish
  if (seen !== undefined && seen !== sheet.value.digest) return fail('claims.worksheet_changed')
  const open = unresolved(evaluation)
  if (outcome === 'referred' && open > 0) return fail('claims.facts_needed', { open })
  if (!follows(outcome, evaluation) && !reason) return fail('claims.reason_needed')
  // Ineligible is always on a ground: the departure order and the access to a PRRA depend on which.
  if (outcome === 'ineligible' && !follows(outcome, evaluation)) return fail('claims.ground_needed')
  return inClaim(tools, officer, claimId, 'decide', (tx, claim) => {
    const subject = { kind: 'claim', id: claim.id } as const
    const clientId = giveClientId(tx, tools, claim)
    if (!clientId.ok) return clientId
    const said = { ...(reason ? { reason } : {}), clientId: clientId.value }
    if (outcome === 'ineligible' && takesTwo) {
      // Until it is confirmed the claim is undecided, and what is due is what is due of such a claim.
      const body = {
        ...judgementOf(sheet.value, claim, 'ineligible'),
        ...dueOf(tools, sheet.value, claim, 'undecided'),
      }
      tx.append({ subject, type: 'claim.ineligibility_proposed', body: { ...body, ...said } })
    } else {
      const body = { ...judgementOf(sheet.value, claim, outcome), ...dueOf(tools, sheet.value, claim, outcome) }
      tx.append({ subject, type: 'claim.decided', body: { outcome, ...body, ...said } })
    }
    return ok(null)
  })
}

/**
 * A second officer confirms that the claim is ineligible. The decision is taken now: on the rules of this day, the facts
 * as they stand and the worksheet that this officer saw. The event names both.
 */
export function confirmDecision(tools: Tools, officer: Officer, claimId: Uuid, seen: string): Result<ClaimFile> {
  const sheet = worksheet(tools, claimId)
  if (!sheet.ok) return sheet
  return inClaim(tools, officer, claimId, 'confirm_decision', (tx, claim) => {
    const proposal = proposalOf(tx, claimId)
    if (!proposal) return fail('claims.not_in_this_state', { state: claim.state })
    if (proposal.by === officer.id) return fail('claims.second_officer_needed')
    if (seen !== sheet.value.digest) return fail('claims.worksheet_changed')
    if (!follows('ineligible', sheet.value.evaluation)) return fail('claims.proposal_outlived')
    const body = {
      outcome: 'ineligible',
      ...judgementOf(sheet.value, claim, 'ineligible'),
      ...dueOf(tools, sheet.value, claim, 'ineligible'),
      ...(proposal.reason ? { reason: proposal.reason } : {}),
      ...(proposal.clientId ? { clientId: proposal.clientId } : {}),
      proposedBy: proposal.by,
      confirmedBy: officer.id,
    }
    tx.append({ subject: { kind: 'claim', id: claim.id }, type: 'claim.decided', body })
    return ok(null)
  })
}

/** Opens a claim that was proposed ineligible again: refused by a second officer, or withdrawn by the first. */
export function returnProposal(tools: Tools, officer: Officer, claimId: Uuid, reason: string): Result<ClaimFile> {
  return inClaim(tools, officer, claimId, 'confirm_decision', (tx, claim) => {
    const proposal = proposalOf(tx, claimId)
    if (!proposal) return fail('claims.not_in_this_state', { state: claim.state })
    const body = { proposedBy: proposal.by, reason }
    tx.append({ subject: { kind: 'claim', id: claim.id }, type: 'claim.proposal_returned', body })
    return ok(null)
  })
}

/** A proposal as its projection keeps it. */
export interface Proposal {
  readonly by: Uuid
  readonly at: number
  readonly grounds: readonly string[]
  readonly reason?: string
  readonly clientId?: string
}

function proposalOf(reader: Reader, claimId: Uuid): Proposal | undefined {
  const row = reader.first(query.selectFrom('claim').select('proposal').where('id', '=', claimId))
  return row?.proposal ? (JSON.parse(row.proposal) as Proposal) : undefined
}

const judgementOf = ({ evaluation, facts }: EligibilityWorksheet, claim: ClaimFile, outcome: Outcome) => ({
  proposed: evaluation.outcome.kind,
  ruleSet: evaluation.ruleSet,
  claimDate: evaluation.claimDate ?? claim.claimDate,
  decisionDate: evaluation.decisionDate,
  grounds: outcome === 'ineligible' && 'rules' in evaluation.outcome ? evaluation.outcome.rules : [],
  findings: evaluation.findings,
  facts,
})

const dueOf = (tools: Tools, { evaluation }: EligibilityWorksheet, claim: ClaimFile, outcome: Outcome) => ({
  deadlines: deadlinesAfter(tools, claim, outcome, evaluation),
})

/** Findings that keep the rules from proposing anything. */
export const unresolved = ({ outcome, findings }: Evaluation): number =>
  outcome.kind === 'not_enough_facts' ? findings.filter((each) => effective(each).kind === 'unknown').length : 0

/** Is this what the rules propose? Leaving a claim undecided never needs a reason. */
function follows(outcome: Outcome, { outcome: proposed }: Evaluation): boolean {
  const meant = {
    referred: ['eligible'],
    ineligible: ['ineligible', 'cannot_claim'],
    suspended: ['suspended'],
    undecided: [proposed.kind],
  }
  return meant[outcome].includes(proposed.kind)
}

function giveClientId(tx: Tx, tools: Tools, claim: ClaimFile): Result<string> {
  const person = tx.first(query.selectFrom('person').select('client_id').where('n', '=', claim.personN))
  if (person?.client_id) return ok(person.client_id)
  const issuing = tools.store.issuing()
  if (!issuing.ok) return issuing
  const clientId = takeNumber(tx, 'client')
  if (!clientId.ok) return clientId
  const subject = { kind: 'person', id: claim.personId } as const
  const fields = { clientId: clientId.value }
  // One that was typed and cleared again is what this one replaces.
  const bases = basesFor(tools, tx, subject, { fields, bases: [] })
  tx.append({ subject, type: 'person.client_id_given', body: { fields }, bases })
  keepNumber(tx, clientId.value, 'client')
  return clientId
}
