import type { EligibilityWorksheet } from '../../../shared/contract/views.ts'
import type { FactId } from '../../../shared/rules/index.ts'
import type { DeskClient } from './tour-day.ts'

/** Answers by fact. */
export type Answers = Readonly<Record<string, boolean | string | string[]>>

/** The answer of a person for whom nothing stands against the claim, where it is not "no". */
const ordinary: Answers = {
  entriesComplete: true,
  protectionInCanada: 'none',
  priorClaims: [],
  partnerClaim: 'none',
  inadmissibility: [],
  relativeStatus: 'none',
  relativeClaimEnded: 'no',
  relativePermit: 'none',
  canadianDocument: 'none',
  returnedFromUs: 'no',
}

const enough = 40

/** Answers question by question until nothing is open, as an officer does. */
export async function answerAll(
  desk: DeskClient,
  claimId: string,
  own: Answers = {},
): Promise<{ sheet: EligibilityWorksheet; asked: number }> {
  const answers: Answers = { ...ordinary, ...own }
  for (let asked = 0; ; asked++) {
    const sheet = await desk.eligibility.worksheet({ claimId })
    const fact: FactId | undefined = sheet.evaluation.nextQuestions[0]
    if (!fact || asked === enough) return { sheet, asked }
    await desk.eligibility.answer({ claimId, facts: { [fact]: answers[fact] ?? false }, bases: [] })
  }
}
