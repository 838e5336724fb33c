import type { Bilingual } from '../../../language.ts'
import type { AnswerOption, FactQuestion } from '../questions.ts'

export { text } from '../../text.ts'

/** Short forms for the tables of questions. */

export const yesNo = (label: Bilingual, question: Bilingual, help?: Bilingual): FactQuestion => ({
  label,
  question,
  ...(help && { help }),
  answer: { type: 'yes_no' },
})

/** A question that the officer answers: the claimant cannot know, or must not judge. */
export const forOfficer = (question: FactQuestion): FactQuestion => ({ ...question, to: 'officer' })

export const choice = (
  label: Bilingual,
  question: Bilingual,
  options: Readonly<Record<string, Bilingual>>,
  help?: Bilingual,
): FactQuestion => ({ label, question, ...(help && { help }), answer: { type: 'choice', options: toOptions(options) } })

/** Several may be chosen; none chosen means "none". */
export const choices = (...[label, question, options, help]: Parameters<typeof choice>): FactQuestion => ({
  ...choice(label, question, options, help),
  answer: { type: 'choices', options: toOptions(options) },
})

export const toOptions = (labels: Readonly<Record<string, Bilingual>>): readonly AnswerOption[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
