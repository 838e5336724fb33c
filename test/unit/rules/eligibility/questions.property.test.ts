import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../../src/shared/rules/dates.ts'
import { evaluate } from '../../../../src/shared/rules/eligibility/evaluate.ts'
import {
  type EligibilityFacts,
  entryManners,
  type FactId,
  factIds,
} from '../../../../src/shared/rules/eligibility/facts.ts'
import { factQuestions } from '../../../../src/shared/rules/eligibility/questions.ts'
import { type RuleSet, ruleSets } from '../../../../src/shared/rules/eligibility/ruleSets.ts'

const dayNear = (start: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((offset) => addDays(start, offset))

/** Days on both sides of every threshold: 2020-06-24, the transition, the 14 days, the year. */
const entryDay = fc.oneof(dayNear('2020-06-20', 8), dayNear('2025-05-25', 200), dayNear('2026-10-20', 45))
const coarse = (day: string) => fc.constantFrom(day, day, day, day.slice(0, 7), day.slice(0, 4))

const entry = fc.record(
  { date: entryDay.chain(coarse), manner: fc.constantFrom(...entryManners), disputed: fc.boolean() },
  { requiredKeys: [] },
)
const exactEntry = fc.record({ date: entryDay, manner: fc.constantFrom(...entryManners) })

/** Any value that a fact may have; `exact` leaves nothing in it open. */
function answerTo(id: FactId, exact: boolean): fc.Arbitrary<unknown> {
  const { answer } = factQuestions[id]
  if (id === 'entriesComplete' && exact) return fc.constant(true)
  switch (answer.type) {
    case 'yes_no':
      return fc.boolean()
    case 'date':
      return answer.partial
        ? dayNear('2008-10-01', 90).chain(coarse)
        : fc.oneof(dayNear('2025-05-25', 20), dayNear('2026-11-01', 30))
    case 'choice':
      return fc.constantFrom(...answer.options.map(({ value }) => value))
    case 'choices':
      return fc.subarray(
        answer.options.map(({ value }) => value),
        { maxLength: 2 },
      )
    case 'countries':
      return fc.subarray(['USA', 'SYR'])
    case 'entries':
      return exact ? fc.array(exactEntry, { minLength: 1, maxLength: 3 }) : fc.array(entry, { maxLength: 3 })
  }
}

/** Every fact known. Answers that stop the work are rare, so that the grounds are reached. */
const allFacts = (exact: boolean): fc.Arbitrary<EligibilityFacts> =>
  fc.record(
    Object.fromEntries(
      factIds.map((id) => {
        const value = answerTo(id, exact)
        const calm = calmAnswers[id]
        return [
          id,
          calm === undefined
            ? value
            : fc.oneof({ weight: 6, arbitrary: fc.constant(calm) }, { weight: 1, arbitrary: value }),
        ]
      }),
    ),
  ) as fc.Arbitrary<EligibilityFacts>

const calmAnswers: Partial<Record<FactId, unknown>> = {
  removalOrder: false,
  reportReferred: false,
  seriousCharge: false,
  protectionInCanada: 'none',
  priorClaims: [],
  partnerClaim: 'none',
  refugeeElsewhere: false,
  inadmissibility: [],
}

const known = (facts: EligibilityFacts, ids: readonly FactId[]): EligibilityFacts =>
  Object.fromEntries(Object.entries(facts).filter(([id]) => ids.includes(id as FactId)))

const decisionAndSet = fc.constantFrom<[string, RuleSet]>(
  ['2026-11-25', ruleSets['2026-03-26']],
  ['2026-04-01', ruleSets['2026-03-26']],
  ['2026-02-01', ruleSets['2023-03-25']],
  ['2022-02-01', ruleSets['2019-06-21']],
  ['2026-11-25', ruleSets['reform-2026']],
)

/** Mostly known files and mostly empty ones. */
const knownIds = fc.oneof(fc.subarray(factIds), fc.subarray(factIds, { minLength: factIds.length - 4 }))

describe('asking only what can still change the result', () => {
  it('no fact that is not asked can change the outcome', () => {
    fc.assert(
      fc.property(allFacts(false), allFacts(false), knownIds, decisionAndSet, (facts, others, ids, [day, set]) => {
        const before = evaluate(known(facts, ids), day, set)
        const unasked = factIds.filter((id) => !ids.includes(id) && !before.nextQuestions.includes(id))
        const after = evaluate({ ...known(others, unasked), ...known(facts, ids) }, day, set)
        expect(after.outcome.kind).toBe(before.outcome.kind)
        expect(after.nextQuestions).toEqual(before.nextQuestions)
      }),
      { numRuns: 1500 },
    )
  })

  it('no fact that is not asked at all can change the grounds', () => {
    fc.assert(
      fc.property(allFacts(false), allFacts(false), knownIds, decisionAndSet, (facts, others, ids, [day, set]) => {
        const before = evaluate(known(facts, ids), day, set)
        const asked = [...before.nextQuestions, ...before.furtherQuestions]
        const unasked = factIds.filter((id) => !ids.includes(id) && !asked.includes(id))
        expect(evaluate({ ...known(others, unasked), ...known(facts, ids) }, day, set).outcome).toEqual(before.outcome)
      }),
      { numRuns: 1000 },
    )
  })

  it('the result is decided exactly when nothing is left to ask', () => {
    fc.assert(
      fc.property(allFacts(false), knownIds, decisionAndSet, (facts, ids, [day, set]) => {
        const { outcome, nextQuestions } = evaluate(known(facts, ids), day, set)
        expect(nextQuestions.length === 0).toBe(outcome.kind !== 'not_enough_facts')
      }),
      { numRuns: 1000 },
    )
  })

  it('an officer who answers one question at a time reaches what knowing everything gives', () => {
    fc.assert(
      fc.property(allFacts(true), knownIds, decisionAndSet, (facts, ids, [day, set]) => {
        let file = known(facts, ids)
        for (let round = 0; round <= factIds.length; round++) {
          const next = evaluate(file, day, set).nextQuestions[0]
          if (!next) break
          file = { ...file, [next]: facts[next] }
        }
        const reached = evaluate(file, day, set)
        const complete = evaluate(facts, day, set)
        expect(reached.nextQuestions).toEqual([])
        expect(reached.outcome.kind).toBe(complete.outcome.kind)
      }),
      { numRuns: 500 },
    )
  })
})
