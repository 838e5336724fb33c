import type { Bilingual } from '../language.ts'
import { fill } from './fill.ts'
import { letter } from './templates.ts'

/** What the office writes by itself about appointments: times to choose from, and a time that is booked. */
const texts = {
  offered: {
    subject: { en: 'Choose a time: {{what}}', fr: 'Choisissez une heure\u00a0: {{what}}' },
    text: letter(
      'Times are held for you. Choose one of them in your account before {{until}}; after that they go to somebody else, and we offer you new ones.\n\n{{times}}',
      'Des plages vous sont réservées. Choisissez-en une dans votre compte avant le {{until}}; ensuite, elles seront données à quelqu’un d’autre et nous vous en proposerons de nouvelles.\n\n{{times}}',
    ),
  },
  booked: {
    subject: { en: '{{what}}: {{times}}', fr: '{{what}}\u00a0: {{times}}' },
    text: letter(
      'You are expected: {{times}}.\n\nTimes are those of the office ({{zone}}). If you cannot come, tell us before the day.\n\n{{pack}}',
      'Vous êtes attendu\u00a0: {{times}}.\n\nLes heures sont celles du bureau ({{zone}}). Si vous ne pouvez pas venir, avisez-nous avant la date.\n\n{{pack}}',
    ),
  },
} as const satisfies Record<string, { subject: Bilingual; text: Bilingual }>

export function appointmentMessage(
  id: keyof typeof texts,
  language: 'en' | 'fr',
  values: Readonly<Record<string, string>>,
): { subject: string; text: string } {
  const { subject, text } = texts[id]
  return { subject: fill(subject[language], values).slice(0, 200), text: fill(text[language], values).trim() }
}
