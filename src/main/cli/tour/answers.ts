import type { EligibilityWorksheet } from '../../../shared/contract/views.ts'
import type { FactId } from '../../../shared/rules/index.ts'
import { ordinaryAnswers } from '../../demo/ordinary-answers.ts'
import type { DeskClient } from './tour-day.ts'

/** Answers by fact. */
export type Answers = Readonly<Record<string, boolean | string | string[]>>

const enough = 40

/** Answers question by question until nothing is open, as an officer does. */
export async function answerAll(
  desk: DeskClient,
  claimId: string,
  own: Answers = {},
): Promise<{ sheet: EligibilityWorksheet; asked: number }> {
  const answers: Answers = { ...ordinaryAnswers, ...own }
  for (let asked = 0; ; asked++) {
    const sheet = await desk.eligibility.worksheet({ claimId })
    const fact: FactId | undefined = sheet.evaluation.nextQuestions[0]
    if (!fact || asked === enough) return { sheet, asked }
    await desk.eligibility.answer({ claimId, facts: { [fact]: answers[fact] ?? false }, bases: [] })
  }
}
