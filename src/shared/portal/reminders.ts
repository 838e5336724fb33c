import type { Language } from '../language.ts'
import { letter } from './templates.ts'

/** What the office writes by itself when a limit comes near, and once when it has passed. */

const texts = {
  before: {
    subject: { en: 'Reminder: {{item}}, {{due}}', fr: 'Rappel : {{item}}, {{due}}' },
    text: letter(
      'This is a reminder: {{item}} is due on {{due}}. If you need more time, ask for it before {{ask}} and say why.',
      'Ceci est un rappel : {{item}}, à remettre au plus tard le {{due}}. Si vous avez besoin de plus de temps, demandez-le avant le {{ask}} en indiquant pourquoi.',
    ),
  },
  after: {
    subject: { en: 'Not received: {{item}}', fr: 'Non reçu : {{item}}' },
    text: letter(
      '{{item}} was due on {{due}}, and we have not received it. Send it as soon as you can and tell us why it is late: it is kept, and marked late.',
      '{{item}} devait nous parvenir au plus tard le {{due}}; nous ne l’avons pas reçu. Envoyez-le dès que possible et dites-nous pourquoi il est en retard : il sera conservé et marqué comme tardif.',
    ),
  },
} as const

interface Values {
  readonly item: string
  readonly due: string
  /** The day after the last one on which more time can be asked for. */
  readonly ask: string
  readonly name: string
  readonly number: string
  readonly office: string
}

/** The message of one rung of a ladder, in the language of the person. */
export function reminderMessage(rung: number, language: Language, values: Values): { subject: string; text: string } {
  const { subject, text } = rung < 0 ? texts.after : texts.before
  const fill = (words: string) =>
    words.replace(
      /\{\{(\w+)\}\}/g,
      (whole, name: string) => (values as unknown as Record<string, string>)[name] ?? whole,
    )
  return { subject: fill(subject[language]), text: fill(text[language]) }
}
