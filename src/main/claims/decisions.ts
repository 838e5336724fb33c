import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Evaluation } from '../../shared/rules/index.ts'
import { takeNumber } from '../office/numbers.ts'
import { query } from '../store/query.ts'
import type { Tx } from '../store/types.ts'
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
 * A decision other than the proposed one needs a reason; one on a worksheet that changed meanwhile is refused. A person who has none gets a client ID.
 */
export function decideClaim(tools: Tools, officer: Officer, claimId: Uuid, wish: Decision): Result<ClaimFile> {
  const sheet = worksheet(tools, claimId)
  if (!sheet.ok) return sheet
  const { evaluation, facts, digest } = sheet.value
  const { outcome, reason, seen } = wish
  if (seen !== undefined && seen !== digest) return fail('claims.worksheet_changed')
  if (!follows(outcome, evaluation) && !reason) return fail('claims.reason_needed')
  // Ineligible is always on a ground: the departure order and the access to a PRRA depend on which.
  if (outcome === 'ineligible' && !follows(outcome, evaluation)) return fail('claims.ground_needed')
  return inClaim(tools, officer, claimId, 'decide', (tx, claim) => {
    const clientId = giveClientId(tx, tools, claim)
    if (!clientId.ok) return clientId
    const { decisionDate } = evaluation
    const body = {
      outcome,
      proposed: evaluation.outcome.kind,
      ruleSet: evaluation.ruleSet,
      claimDate: evaluation.claimDate ?? claim.claimDate,
      decisionDate,
      grounds: outcome === 'ineligible' && 'rules' in evaluation.outcome ? evaluation.outcome.rules : [],
      findings: evaluation.findings,
      facts,
      deadlines: deadlinesAfter(tools, claim, outcome, evaluation),
      ...(reason ? { reason } : {}),
      clientId: clientId.value,
    }
    tx.append({ subject: { kind: 'claim', id: claim.id }, type: 'claim.decided', body })
    return ok(null)
  })
}

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
  return clientId
}
