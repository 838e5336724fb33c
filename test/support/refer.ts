import { ordinaryAnswers } from '../../src/main/demo/ordinary-answers.ts'
import { type Evaluation, type FactId, factQuestions } from '../../src/shared/rules/index.ts'
import type { TestDesk } from './desk.ts'

/** Referral in tests: a claim is referred on its facts, so they are given first, as of a person with nothing against the claim. */

const ordinary: { readonly [F in FactId]?: unknown } = ordinaryAnswers

/** Ordinary answers to what is asked next; what a form holds, such as the entries, is not among them. */
export const answersTo = ({ nextQuestions }: Evaluation): Record<string, never> =>
  Object.fromEntries(
    nextQuestions.flatMap((fact) => {
      const answer = ordinary[fact] ?? (factQuestions[fact].answer.type === 'yes_no' ? false : undefined)
      return answer === undefined ? [] : [[fact, answer as never]]
    }),
  )

/** Rules whose finding is open. */
export const openRules = ({ findings }: Evaluation): string[] =>
  findings.filter(({ outcome, override }) => !override && outcome.kind === 'unknown').map(({ rule }) => rule)

/** Answers what is asked; what the forms lack is the officer's finding. */
export async function giveFacts(desk: TestDesk['desk'], claimId: string): Promise<void> {
  const evaluation = async () => (await desk.eligibility.worksheet({ claimId })).evaluation
  for (;;) {
    const facts = answersTo(await evaluation())
    if (Object.keys(facts).length === 0) break
    await desk.eligibility.answer({ claimId, facts, bases: [] })
  }
  for (const rule of openRules(await evaluation()))
    await desk.eligibility.override({ claimId, rule, to: 'not_met', reason: 'as seen' })
}

/** Refers a claim on facts that are given here. */
export async function refer(desk: TestDesk['desk'], claimId: string, reason = 'as seen') {
  await giveFacts(desk, claimId)
  return desk.eligibility.decide({ claimId, outcome: 'referred', reason })
}
