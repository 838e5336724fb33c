import { createHash } from 'node:crypto'
import type { EligibilityWorksheet, FieldView } from '../../shared/contract/views.ts'
import { earlierClaimFound, factsOfChecks } from '../../shared/domain/checks.ts'
import type { ClaimValues, PersonValues } from '../../shared/domain/fields.ts'
import { knownFacts, toldFacts } from '../../shared/domain/known-facts.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  consequences,
  type EligibilityFacts,
  eligibilityFacts,
  evaluate,
  type Override,
  ruleSetFor,
} from '../../shared/rules/index.ts'
import { officeOf, settingsOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { checkRecords } from './checks.ts'
import { fieldsOf, valuesOf } from './fields.ts'
import { basesFor, inClaim } from './take-in.ts'
import { type ClaimFile, findClaim, type Officer, officerNames, type Tools, today } from './tools.ts'
import { answersOf, factPrefix } from './view.ts'

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
    digest: createHash('sha256')
      .update(JSON.stringify([evaluation, facts]))
      .digest('hex'),
    evaluation,
    facts,
    takesTwo: settingsOf(tools.store).secondOfficerForIneligible,
    fixed: Object.keys(fixed) as (keyof EligibilityFacts)[],
    consequences: consequences(evaluation, decided),
    ruleSetTitle: ruleSet.value.title,
    overriddenBy: Object.fromEntries(
      evaluation.findings.flatMap(({ rule, override, lapsed }) => {
        const officer = (override ?? lapsed)?.officer
        return officer ? [[rule, nameOf(officer)]] : []
      }),
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
    const { rule, to, reason } = wish
    const body = { rule, from: finding.outcome.kind, to, reason, facts: finding.facts }
    tx.append({ subject: { kind: 'claim', id: claim.id }, type: 'claim.finding_overridden', body })
    return ok(null)
  })
}

/** What the form holds and what was answered, as the rules read it. */
function factsOf(reader: Reader, claim: ClaimFile): { fixed: EligibilityFacts; facts: EligibilityFacts } {
  const fields = fieldsOf(reader, { kind: 'claim', id: claim.id })
  const values = valuesOf(fields)
  const person = valuesOf(fieldsOf(reader, { kind: 'person', id: claim.personId })) as PersonValues
  const checks = checkRecords(reader, claim.id)
  const told = toldFacts(values as ClaimValues)
  const { priorClaims, ...checked } = factsOfChecks(checks)
  const fixed = {
    ...knownFacts(person, values as ClaimValues, officeOf(reader).code),
    ...checked,
    // Records that show no claim do not silence a person who tells of one: the officer answers.
    ...(priorClaims && !told.priorClaims ? { priorClaims } : {}),
  }
  const counting = Object.entries(values)
    .filter(([name]) => !isOutlived(reader, fields, name))
    .filter(([name, value]) => !(earlierClaimFound(checks) && isNoEarlierClaim(name, value)))
  const answers = answersOf(Object.fromEntries(counting))
  // What the background tells holds until an officer, who has seen the records, says otherwise.
  return { fixed, facts: { ...told, ...answers, ...fixed } }
}

/**
 * "Are these all the entries?" was answered about the list that stood then: once the entries change, it is asked again.
 * By the order of the log, never by a clock.
 */
function isOutlived(reader: Reader, fields: Readonly<Record<string, FieldView>>, name: string): boolean {
  if (name !== `${factPrefix}entriesComplete`) return false
  const last = (field: string) =>
    Math.max(0, ...(fields[field]?.heads ?? []).map((head) => reader.event(head)?.position ?? 0))
  return last(name) < last('entries')
}

const isNoEarlierClaim = (name: string, value: unknown): boolean =>
  name === `${factPrefix}priorClaims` && Array.isArray(value) && value.length === 0

const overridesOf = (reader: Reader, claimId: Uuid): Override[] =>
  reader.all(query.selectFrom('finding_override').selectAll().where('claim', '=', claimId)).map((row) => ({
    rule: row.rule,
    outcome: row.finding as Override['outcome'],
    was: row.was,
    reason: row.reason,
    officer: row.officer,
    ...(row.facts ? { facts: JSON.parse(row.facts) as NonNullable<Override['facts']> } : {}),
  }))

const withoutNulls = (answers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null))
