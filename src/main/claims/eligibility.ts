import type { EligibilityWorksheet } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { ClaimValues, PersonValues } from '../../shared/domain/fields.ts'
import { knownFacts } from '../../shared/domain/known-facts.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  consequences,
  type EligibilityFacts,
  type Evaluation,
  eligibilityFacts,
  evaluate,
  type Override,
  ruleSetFor,
} from '../../shared/rules/index.ts'
import { takeNumber } from '../office/numbers.ts'
import { officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { deadlinesAfter } from './deadlines.ts'
import { fieldsOf, valuesOf } from './fields.ts'
import { basesFor, inClaim } from './take-in.ts'
import { type ClaimFile, findClaim, type Officer, officerNames, type Tools, today } from './tools.ts'
import { factPrefix } from './view.ts'

/** Eligibility: the rules propose, the officer decides. Known facts answer first; answers are fields of the claim. */

/** Everything that the eligibility step shows: each rule's finding, what is known, and what is worth asking. */
export function worksheet(tools: Tools, claimId: Uuid): Result<EligibilityWorksheet> {
  const claim = findClaim(tools.store, claimId)
  if (!claim.ok) return claim
  const decided = today(tools)
  const ruleSet = ruleSetFor(decided)
  if (!ruleSet.ok) return ruleSet
  const { fixed, facts } = factsOf(tools.store, claim.value)
  const evaluation = evaluate(facts, decided, ruleSet.value, overridesOf(tools.store, claimId))
  const nameOf = officerNames(tools.store)
  return ok({
    evaluation,
    facts,
    fixed: Object.keys(fixed) as (keyof EligibilityFacts)[],
    consequences: consequences(evaluation, decided),
    ruleSetTitle: ruleSet.value.title,
    overriddenBy: Object.fromEntries(
      evaluation.findings.flatMap(({ rule, override }) =>
        override?.officer ? [[rule, nameOf(override.officer)]] : [],
      ),
    ),
  })
}

/** Records answers. A fact that the form already holds (birth date, entries ...) is changed there, not here. */
export function answerFacts(
  tools: Tools,
  officer: Officer,
  claimId: Uuid,
  answers: Readonly<Record<string, unknown>>,
  bases: readonly Uuid[],
): Result<ClaimFile> {
  const parsed = eligibilityFacts.partial().safeParse(withoutNulls(answers))
  if (!parsed.success) return fail('desk.bad_input', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
  const unknown = Object.keys(answers).find((fact) => !(fact in eligibilityFacts.shape))
  if (unknown) return fail('desk.bad_input', { field: unknown })
  return inClaim(tools, officer, claimId, 'edit', (tx, claim) => {
    const fields = Object.fromEntries(Object.entries(answers).map(([fact, value]) => [factPrefix + fact, value]))
    const subject = { kind: 'claim', id: claim.id } as const
    tx.append({
      subject,
      type: 'claim.facts_set',
      body: { fields },
      bases: basesFor(tools, tx, subject, { fields, bases }),
    })
    return ok(null)
  })
}

/** Puts the officer's finding beside a rule's, with the reason. Both are kept. */
export function overrideFinding(
  tools: Tools,
  officer: Officer,
  claimId: Uuid,
  wish: { readonly rule: string; readonly to: 'met' | 'not_met'; readonly reason: string },
): Result<ClaimFile> {
  const sheet = worksheet(tools, claimId)
  if (!sheet.ok) return sheet
  const finding = sheet.value.evaluation.findings.find(({ rule }) => rule === wish.rule)
  if (!finding) return fail('claims.rule_unknown', { rule: wish.rule })
  return inClaim(tools, officer, claimId, 'edit', (tx, claim) => {
    const body = { rule: wish.rule, from: finding.outcome.kind, to: wish.to, reason: wish.reason }
    tx.append({ subject: { kind: 'claim', id: claim.id }, type: 'claim.finding_overridden', body })
    return ok(null)
  })
}

type Outcome = EventBody<'claim.decided'>['outcome']

/**
 * Decides the claim: rule set, both dates, findings and facts used go into the event with the deadlines that follow.
 * A decision other than the proposed one needs a reason. A person who has none gets a client ID.
 */
export function decideClaim(
  tools: Tools,
  officer: Officer,
  claimId: Uuid,
  outcome: Outcome,
  reason?: string,
): Result<ClaimFile> {
  const sheet = worksheet(tools, claimId)
  if (!sheet.ok) return sheet
  const { evaluation, facts } = sheet.value
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

/** What the form holds and what was answered, as the rules read it. */
function factsOf(reader: Reader, claim: ClaimFile): { fixed: EligibilityFacts; facts: EligibilityFacts } {
  const values = valuesOf(fieldsOf(reader, { kind: 'claim', id: claim.id }))
  const person = valuesOf(fieldsOf(reader, { kind: 'person', id: claim.personId })) as PersonValues
  const fixed = knownFacts(person, values as ClaimValues, officeOf(reader).code)
  const answered = Object.entries(values)
    .filter(([name]) => name.startsWith(factPrefix))
    .map(([name, value]) => [name.slice(factPrefix.length), value])
  const answers = eligibilityFacts.safeParse(Object.fromEntries(answered))
  return { fixed, facts: { ...(answers.success ? answers.data : {}), ...fixed } }
}

const overridesOf = (reader: Reader, claimId: Uuid): Override[] =>
  reader.all(query.selectFrom('finding_override').selectAll().where('claim', '=', claimId)).map((row) => ({
    rule: row.rule,
    outcome: row.finding as Override['outcome'],
    was: row.was,
    reason: row.reason,
    officer: row.officer,
  }))

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

const withoutNulls = (answers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null))
