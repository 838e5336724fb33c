import { describe, expect, it, test } from 'vitest'
import { consequences } from '../../../../src/shared/rules/eligibility/consequences.ts'
import { conclude, evaluate } from '../../../../src/shared/rules/eligibility/evaluate.ts'
import type { EligibilityFacts } from '../../../../src/shared/rules/eligibility/facts.ts'
import { eligibilityFacts, factIds } from '../../../../src/shared/rules/eligibility/facts.ts'
import {
  evaluation as evaluationSchema,
  override as overrideSchema,
} from '../../../../src/shared/rules/eligibility/finding.ts'
import { applyOverrides } from '../../../../src/shared/rules/eligibility/overrides.ts'
import { factQuestions, sayFact } from '../../../../src/shared/rules/eligibility/questions.ts'
import { ruleSets } from '../../../../src/shared/rules/eligibility/ruleSets.ts'
import type { RuleId } from '../../../../src/shared/rules/index.ts'
import { atLandPort, crossing, judge, plain, without } from './cases.ts'

const decide = (facts: EligibilityFacts) => evaluate(facts, '2026-11-25', ruleSets['2026-03-26'])

describe('the grounds that turn on the past', () => {
  const met: readonly [RuleId, EligibilityFacts][] = [
    ['irpa.101.1.a', { protectionInCanada: 'resettled' }],
    ['irpa.101.1.a', { protectionInCanada: 'prra' }],
    ['irpa.101.1.b', { priorClaims: ['rejected'] }],
    ['irpa.101.1.b', { priorClaims: ['vacated_or_ceased'] }],
    ['irpa.101.1.c', { priorClaims: ['ineligible'] }],
    ['irpa.101.1.c', { priorClaims: ['withdrawn'] }],
    ['irpa.101.1.c', { priorClaims: ['abandoned'] }],
    ['irpa.101.1.c1', { partnerClaim: 'confirmed' }],
    ['irpa.101.1.d', { refugeeElsewhere: true, canReturnThere: true }],
    ['irpa.101.1.f', { inadmissibility: ['security'] }],
    ['irpa.101.1.f', { inadmissibility: ['human_rights'] }],
    ['irpa.101.1.f', { inadmissibility: ['organized_criminality'] }],
    ['irpa.101.1.f', { inadmissibility: ['serious_criminality'], tenYearOffence: true }],
  ]
  test.each(met)('%s is met by %j and makes the claim ineligible', (rule, facts) => {
    expect(decide({ ...plain, ...facts }).outcome).toEqual({ kind: 'ineligible', rules: [rule] })
  })

  const notMet: readonly [string, EligibilityFacts][] = [
    ['a claim elsewhere that was not confirmed', { partnerClaim: 'reported' }],
    ['a refugee who cannot be sent back there', { refugeeElsewhere: true, canReturnThere: false }],
    ['sanctions alone', { inadmissibility: ['sanctions_only'] }],
    ['serious criminality under ten years', { inadmissibility: ['serious_criminality'], tenYearOffence: false }],
    ['an earlier claim still open', { priorClaims: ['open'] }],
  ]
  test.each(notMet)('%s leaves the claim eligible', (_, facts) => {
    expect(decide({ ...plain, ...facts }).outcome).toEqual({ kind: 'eligible' })
  })

  it('flags an earlier claim that is still open', () => {
    expect(judge({ ...plain, priorClaims: ['open'] }, 'irpa.101.1.c').flags).toEqual(['earlier_claim_open'])
  })

  it('names every ground that is met', () => {
    expect(decide({ ...plain, priorClaims: ['rejected', 'withdrawn'] }).outcome).toEqual({
      kind: 'ineligible',
      rules: ['irpa.101.1.b', 'irpa.101.1.c'],
    })
  })
})

describe('what comes before eligibility', () => {
  it('a removal order bars the claim whatever else is known', () => {
    const facts = { ...plain, removalOrder: true, reportReferred: true, priorClaims: ['rejected' as const] }
    expect(decide(facts).outcome).toEqual({ kind: 'cannot_claim', rules: ['irpa.99.3'] })
  })

  it('a report before the Immigration Division suspends the study, before any ground', () => {
    const facts = { ...plain, reportReferred: true, priorClaims: ['rejected' as const] }
    expect(decide(facts).outcome).toEqual({ kind: 'suspended', rules: ['irpa.100.2'] })
  })

  it('a charge suspends it only where the officer has to wait for the court', () => {
    const charged = { ...plain, seriousCharge: true }
    expect(decide({ ...charged, waitForCourt: true }).outcome.kind).toBe('suspended')
    expect(decide({ ...charged, waitForCourt: false }).outcome.kind).toBe('eligible')
    expect(decide(charged).nextQuestions).toEqual(['waitForCourt'])
  })

  it('with a ground met, asks only about what could still bar or suspend', () => {
    const facts = { ...without(plain, 'removalOrder', 'partnerClaim'), priorClaims: ['rejected' as const] }
    expect(decide(facts)).toMatchObject({ outcome: { kind: 'not_enough_facts' }, nextQuestions: ['removalOrder'] })
    expect(decide({ ...facts, removalOrder: false })).toMatchObject({
      outcome: { kind: 'ineligible' },
      nextQuestions: [],
      furtherQuestions: ['partnerClaim'],
    })
  })

  it('with nothing known asks first for the day of the claim and for what stops the work', () => {
    expect(decide({}).nextQuestions.slice(0, 4)).toEqual([
      'claimDate',
      'removalOrder',
      'reportReferred',
      'seriousCharge',
    ])
  })
})

describe('a finding', () => {
  it('shows the facts it used, the citation in both languages and why', () => {
    const { finding } = judge(crossing('2026-11-01', '2026-11-15'), 'irpa.101.1.b2')
    expect(finding.citation.en).toContain('IRPA, s. 101(1)(b.2)')
    expect(finding.citation.fr).toContain('LIPR, art. 101(1)b.2)')
    expect(finding.facts.map(({ id }) => id)).toEqual(['claimDate', 'entries', 'birthDate'])
    expect(finding.facts[1]?.value).toEqual([{ date: '2026-11-01', manner: 'between_poes' }])
    expect(finding.why.fr).toContain('14 jours avant la demande du 2026-11-15')
  })

  it('says which facts it lacks in words', () => {
    const { finding } = judge(without(plain, 'priorClaims'), 'irpa.101.1.b')
    expect(finding.why).toEqual({
      en: 'Not enough facts. Still needed: earlier claims in Canada.',
      fr: 'Faits insuffisants. Il manque : demandes d’asile antérieures au Canada.',
    })
  })

  it('can be recorded and read back as it was', () => {
    const evaluation = decide(atLandPort)
    expect(evaluationSchema.parse(JSON.parse(JSON.stringify(evaluation)))).toEqual(evaluation)
  })
})

describe('an override', () => {
  const facts = { ...plain, priorClaims: ['rejected' as const] }
  const override = { rule: 'irpa.101.1.b', outcome: 'not_met', reason: 'Set aside by the Federal Court' } as const

  it('changes what the findings amount to and keeps what the rule found', () => {
    const findings = applyOverrides(decide(facts).findings, [override])
    expect(conclude(findings).outcome).toEqual({ kind: 'eligible' })
    const kept = findings.find(({ rule }) => rule === override.rule)
    expect(kept).toMatchObject({ outcome: { kind: 'met' }, override })
  })

  it('settles a rule that lacks facts, so that they are no longer asked', () => {
    const open = without(plain, 'partnerClaim')
    const settled = { ...override, rule: 'irpa.101.1.c1' }
    expect(decide(open).nextQuestions).toEqual(['partnerClaim'])
    expect(evaluate(open, '2026-11-25', ruleSets['2026-03-26'], [settled])).toMatchObject({
      outcome: { kind: 'eligible' },
      nextQuestions: [],
    })
  })

  it('by the last word where there are several, and never without a reason', () => {
    const findings = applyOverrides(decide(facts).findings, [override, { ...override, outcome: 'met' }])
    expect(conclude(findings).outcome.kind).toBe('ineligible')
    expect(overrideSchema.safeParse({ ...override, reason: '  ' }).success).toBe(false)
  })
})

describe('the consequences', () => {
  const of = (facts: EligibilityFacts) => consequences(decide(facts), '2026-11-25')

  it('of the Agreement alone: no risk assessment, the order in force the same day', () => {
    expect(of(atLandPort)).toMatchObject({
      riskAssessment: [{ rule: 'irpa.101.1.e', access: 'no' }],
      removalOrder: { kind: 'in_force', order: { inForce: '2026-11-25' } },
      provisional: false,
    })
  })

  it('of another ground, or of the Agreement with another: the order in force after seven days', () => {
    const both = of({ ...atLandPort, priorClaims: ['rejected'] })
    expect(both.riskAssessment.map(({ access }) => access)).toEqual(['after_12_months', 'no'])
    expect(both.removalOrder.order?.inForce).toBe('2026-12-02')
  })

  it('are provisional while another ground may be found', () => {
    expect(of(without(atLandPort, 'partnerClaim')).provisional).toBe(true)
  })

  it('of an eligible, suspended or open claim: a conditional order; of a bar: the order that stands', () => {
    expect(of(plain).removalOrder.kind).toBe('conditional')
    expect(of({ ...plain, reportReferred: true }).removalOrder.kind).toBe('conditional')
    expect(of({}).removalOrder.kind).toBe('conditional')
    expect(of({ ...plain, removalOrder: true }).removalOrder.kind).toBe('existing')
  })
})

describe('the questions', () => {
  it('stand in both languages for every fact, with an answer that the schema takes', () => {
    for (const id of factIds) {
      const { label, question, answer } = factQuestions[id]
      expect([label.en, label.fr, question.en, question.fr].every(Boolean), id).toBe(true)
      if (answer.type === 'choice' || answer.type === 'choices') {
        for (const { value } of answer.options) {
          const given = { [id]: answer.type === 'choice' ? value : [value] }
          expect(eligibilityFacts.safeParse(given).success, `${id} ${value}`).toBe(true)
        }
      }
    }
  })

  it('say known facts in words', () => {
    expect(sayFact('removalOrder', true).fr).toBe('Oui')
    expect(sayFact('claimPlace', 'harbour').en).toBe('Harbour or ferry landing')
    expect(sayFact('priorClaims', []).en).toBe('None')
    expect(sayFact('entries', [{ date: '2026-11-01', manner: 'airport' }]).fr).toBe('2026-11-01 Aéroport')
    expect(sayFact('claimDate', '2026-11-22').en).toBe('2026-11-22')
  })

  it('refuse facts that are no facts', () => {
    for (const bad of [{ claimDate: '2026-13-01' }, { birthDate: 'soon' }, { citizenships: ['Syria'] }]) {
      expect(eligibilityFacts.safeParse(bad).success).toBe(false)
    }
  })
})
