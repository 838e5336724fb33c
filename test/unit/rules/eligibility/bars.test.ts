import { describe, expect, it, test } from 'vitest'
import { unwrap } from '../../../../src/shared/result.ts'
import { evaluate } from '../../../../src/shared/rules/eligibility/evaluate.ts'
import { ruleSetFor, ruleSets } from '../../../../src/shared/rules/eligibility/ruleSets.ts'
import { crossing, judge, plain, without } from './cases.ts'

const b1 = 'irpa.101.1.b1'
const b2 = 'irpa.101.1.b2'
const stca = 'irpa.101.1.e'

/** Flew in on one day, claimed inland on another. */
const flew = (claimDate: string, ...dates: string[]) => ({
  ...plain,
  claimDate,
  entries: dates.map((date) => ({ date, manner: 'airport' as const })),
})

describe('13 or 14 days after crossing between ports of entry', () => {
  it('13 days: the Safe Third Country Agreement applies, the new ground does not', () => {
    const facts = crossing('2026-11-01', '2026-11-14')
    expect([judge(facts, stca).kind, judge(facts, b2).kind]).toEqual(['met', 'not_met'])
  })

  it('14 days: the new ground applies, the Agreement does not', () => {
    const facts = crossing('2026-11-01', '2026-11-15')
    expect([judge(facts, stca).kind, judge(facts, b2).kind]).toEqual(['not_met', 'met'])
    expect(judge(facts, b2).outcome).toEqual({ kind: 'ineligible', rules: [b2] })
    expect(judge(facts, b2).finding.why.en).toContain('14 days before')
  })

  it('asks for the day when only the month is known and the day decides', () => {
    expect(judge(crossing('2026-11', '2026-11-14'), b2)).toMatchObject({ kind: 'not_met' })
    expect(judge(crossing('2026-11', '2026-11-20'), b2)).toMatchObject({ kind: 'unknown', missing: ['entries'] })
    expect(judge(crossing('2026-10', '2026-11-20'), b2).kind).toBe('met')
  })

  it('leaves out an entry after the claim', () => {
    const facts = {
      ...crossing('2026-11-20', '2026-11-10'),
      entries: [
        { date: '2026-11-01', manner: 'airport' as const },
        { date: '2026-11-20', manner: 'between_poes' as const },
      ],
    }
    expect([judge(facts, stca).kind, judge(facts, b2).kind]).toEqual(['not_met', 'not_met'])
  })

  it('says to check which entry counts when the person came back another way', () => {
    const facts = crossing('2026-01-05', '2026-11-22')
    const returned = {
      ...facts,
      entries: [...(facts.entries ?? []), { date: '2026-11-20', manner: 'airport' as const }],
    }
    expect(judge(returned, b2)).toMatchObject({ kind: 'met', flags: ['several_entries'] })
    expect(judge(facts, b2).flags).toEqual([])
  })
})

describe('one year after the first entry', () => {
  test.each([
    ['2026-03-10', 'not_met'],
    ['2026-03-11', 'met'],
  ])('entry 2025-03-10, claim %s: %s', (claimDate, kind) => {
    expect(judge(flew(claimDate, '2025-03-10'), b1, { decision: '2026-04-01' }).kind).toBe(kind)
  })

  it('runs from the first of several entries, whatever their order in the list', () => {
    expect(judge(flew('2026-11-22', '2026-10-01', '2024-05-01'), b1).kind).toBe('met')
    expect(judge(flew('2026-11-22', '2026-10-01', '2025-12-01'), b1).kind).toBe('not_met')
  })

  it('does not start on 2020-06-24 or before, but on the day after', () => {
    expect(judge(flew('2026-11-22', '2020-06-24'), b1).kind).toBe('not_met')
    expect(judge(flew('2026-11-22', '2020-06-25'), b1).kind).toBe('met')
    expect(judge(flew('2026-11-22', '2020-06-24', '2026-10-01'), b1).kind).toBe('not_met')
  })

  it('leaves out claims made before 2025-06-03', () => {
    expect(judge(flew('2025-06-02', '2023-01-01'), b1).kind).toBe('not_applicable')
    expect(judge(flew('2025-06-03', '2023-01-01'), b1).kind).toBe('met')
  })

  it('counts an entry on 29 February to 28 February and asks for a second look', () => {
    expect(judge(flew('2026-02-28', '2025-02-28'), b1, { decision: '2026-04-01' }).kind).toBe('not_met')
    expect(judge(flew('2025-07-01', '2024-02-29'), b1)).toMatchObject({ kind: 'met', flags: ['leap_day'] })
  })

  it('flags a claim that only a year ending on a holiday would save', () => {
    // 2026-03-08 is a Sunday: s. 26 may move the end of the year to Monday.
    const decision = '2026-04-01'
    expect(judge(flew('2026-03-09', '2025-03-08'), b1, { decision })).toMatchObject({
      kind: 'met',
      flags: ['anniversary_on_holiday'],
    })
    expect(judge(flew('2026-03-10', '2025-03-08'), b1, { decision }).flags).toEqual([])
  })

  it('flags a disputed entry', () => {
    const facts = { ...plain, entries: [{ date: '2024-01-01', manner: 'airport' as const, disputed: true }] }
    expect(judge(facts, b1)).toMatchObject({ kind: 'met', flags: ['disputed_entry'] })
  })

  it('decides on a month or a year where every day of it agrees, and asks where they do not', () => {
    expect(judge(flew('2026-11-22', '2024'), b1).kind).toBe('met')
    expect(judge(flew('2026-11-22', '2026-03'), b1).kind).toBe('not_met')
    expect(judge(flew('2026-11-22', '2025-11'), b1).missing).toEqual(['entries'])
    expect(judge(flew('2026-11-22', '2020-06'), b1).missing).toEqual(['entries'])
  })

  it('takes the absence of an early entry as shown only by a complete list', () => {
    expect(judge(without(plain, 'entriesComplete'), b1).missing).toEqual(['entriesComplete'])
    expect(judge({ ...plain, entriesComplete: false }, b1).missing).toEqual(['entries'])
    expect(judge({ ...plain, entries: [] }, b1).missing).toEqual(['entries'])
    expect(judge({ ...plain, entries: [], claimPlace: 'airport', removedInTransit: false }, b1).kind).toBe('not_met')
    expect(judge({ ...flew('2026-11-22', '2024-01-01'), entriesComplete: false }, b1).kind).toBe('met')
  })
})

describe('a claim of 2025-07-01 by a person who entered in 2023', () => {
  const facts = flew('2025-07-01', '2023-05-01')

  it('is eligible when decided on 2026-02-01, ineligible on 2026-04-01', () => {
    const decided = (day: string) => evaluate(facts, day, unwrap(ruleSetFor(day)))
    expect(decided('2026-02-01')).toMatchObject({ ruleSet: '2023-03-25', outcome: { kind: 'eligible' } })
    expect(decided('2026-04-01')).toMatchObject({
      ruleSet: '2026-03-26',
      outcome: { kind: 'ineligible', rules: [b1] },
      claimDate: '2025-07-01',
      decisionDate: '2026-04-01',
    })
  })

  it('does not meet the rules of 2026 before they are in force, even in their own set', () => {
    expect(judge(facts, b1, { decision: '2026-03-25' }).kind).toBe('not_applicable')
    expect(judge(facts, b1, { decision: '2026-03-26' }).kind).toBe('met')
  })
})

describe('an unaccompanied minor under the public policy of 2026-05-19', () => {
  const child = { ...flew('2026-11-22', '2024-05-01'), birthDate: '2010-01-01', responsibleAdultInCanada: false }

  it('is exempt from both new grounds, which a delegated officer must grant', () => {
    expect(judge(child, b1)).toMatchObject({ kind: 'exempt', exception: 'policy.2026-05-19.unaccompanied_minor' })
    expect(judge(child, b1).flags).toContain('delegated_officer')
    const crossed = { ...child, entries: [{ date: '2026-10-01', manner: 'between_poes' as const }] }
    expect(judge(crossed, b2).kind).toBe('exempt')
    expect(judge(child, b1).outcome.kind).toBe('eligible')
  })

  it('is not exempt from any other ground', () => {
    expect(judge({ ...child, priorClaims: ['rejected'] }, 'irpa.101.1.b').outcome.kind).toBe('ineligible')
  })

  it('is not exempt with an adult responsible for them, at 18, or in a decision before the policy', () => {
    expect(judge({ ...child, responsibleAdultInCanada: true }, b1).kind).toBe('met')
    expect(judge({ ...child, birthDate: '2008-11-22' }, b1).kind).toBe('met')
    expect(judge({ ...child, birthDate: '2008-11-23' }, b1).kind).toBe('exempt')
    expect(judge(child, b1, { decision: '2026-05-18' }).kind).toBe('met')
    expect(judge(child, b1, { decision: '2026-05-19' }).kind).toBe('exempt')
  })

  it('is asked for an accepted age when only the year of birth is known and it decides', () => {
    const vague = { ...child, birthDate: '2008' }
    expect(judge(vague, b1).missing).toEqual(['acceptedUnder18'])
    expect(judge({ ...vague, acceptedUnder18: true }, b1).kind).toBe('exempt')
    expect(judge({ ...vague, acceptedUnder18: false }, b1).kind).toBe('met')
    expect(judge({ ...child, birthDate: '2009' }, b1).kind).toBe('exempt')
  })
})

describe('rule sets', () => {
  test.each([
    ['2022-01-01', '2019-06-21'],
    ['2023-03-24', '2019-06-21'],
    ['2023-03-25', '2023-03-25'],
    ['2026-03-25', '2023-03-25'],
    ['2026-03-26', '2026-03-26'],
    ['2030-01-01', '2026-03-26'],
  ])('a decision on %s follows the set %s', (day, id) => {
    expect(unwrap(ruleSetFor(day)).id).toBe(id)
  })

  it('refuse a decision before the first set, in words', () => {
    expect(ruleSetFor('2018-01-01')).toMatchObject({ ok: false, failure: { code: 'rules.no_rule_set' } })
  })

  it('ship the proposed reform disabled, with its two exceptions', () => {
    expect(ruleSets['reform-2026'].enabled).toBe(false)
    const late = { ...flew('2026-11-22', '2024-05-01'), documentsWithinYear: true }
    expect(judge(late, b1, { set: 'reform-2026' }).exception).toBe('reform.documents_within_year')
    expect(judge(late, b1).kind).toBe('met')
  })

  it('before the Additional Protocol did not reach people who crossed between ports of entry', () => {
    const facts = crossing('2023-03-10', '2023-03-20')
    expect(judge(facts, stca, { set: '2019-06-21', decision: '2023-03-22' }).kind).toBe('not_met')
    expect(judge(facts, stca, { set: '2023-03-25', decision: '2023-03-30' }).kind).toBe('not_met')
    const later = crossing('2023-03-20', '2023-03-25')
    expect(judge(later, stca, { set: '2023-03-25', decision: '2023-03-30' }).kind).toBe('met')
  })
})
