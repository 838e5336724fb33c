import type { Bilingual } from '../language.ts'
import { fill } from './fill.ts'
import { letter } from './templates.ts'

/** What the office writes by itself about appointments: times to choose from, a time that is booked, moved or cancelled. */
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
  moved: {
    subject: { en: 'Moved: {{what}}, {{times}}', fr: 'Report\u00a0: {{what}}, {{times}}' },
    text: letter(
      'The time has changed. You are expected: {{times}}.\n\nYou are not expected any more: {{before}}.\n\nTimes are those of the office ({{zone}}). If you cannot come, tell us before the day.\n\n{{pack}}',
      'L’heure a changé. Vous êtes attendu\u00a0: {{times}}.\n\nVous n’êtes plus attendu\u00a0: {{before}}.\n\nLes heures sont celles du bureau ({{zone}}). Si vous ne pouvez pas venir, avisez-nous avant la date.\n\n{{pack}}',
    ),
  },
  cancelled: {
    subject: { en: 'Cancelled: {{what}}, {{times}}', fr: 'Annulation\u00a0: {{what}}, {{times}}' },
    text: letter(
      'This appointment is cancelled: {{times}}. Do not come then. If you are to come at another time, we will write to you.',
      'Ce rendez-vous est annulé\u00a0: {{times}}. Ne vous présentez pas à cette heure. Si vous devez venir à un autre moment, nous vous écrirons.',
    ),
  },
  // Another desk had given the same time first.
  fallen: {
    subject: { en: 'Not at this time: {{what}}, {{times}}', fr: 'Pas à cette heure\u00a0: {{what}}, {{times}}' },
    text: letter(
      'The time of which we told you could not be kept: {{times}}. Do not come then. We will write to you about another time.',
      'L’heure que nous vous avions indiquée n’a pu être gardée\u00a0: {{times}}. Ne vous présentez pas à cette heure. Nous vous écrirons pour en fixer une autre.',
    ),
  },
  fallen_instead: {
    subject: { en: 'Not at this time: {{what}}, {{times}}', fr: 'Pas à cette heure\u00a0: {{what}}, {{times}}' },
    text: letter(
      'The time of which we told you could not be kept: {{times}}. Do not come then.\n\nYou are expected: {{instead}}.',
      'L’heure que nous vous avions indiquée n’a pu être gardée\u00a0: {{times}}. Ne vous présentez pas à cette heure.\n\nVous êtes attendu\u00a0: {{instead}}.',
    ),
  },
} as const satisfies Record<string, { subject: Bilingual; text: Bilingual }>

export type AppointmentMessage = keyof typeof texts

export function appointmentMessage(
  id: AppointmentMessage,
  language: 'en' | 'fr',
  values: Readonly<Record<string, string>>,
): { subject: string; text: string } {
  const { subject, text } = texts[id]
  return { subject: fill(subject[language], values).slice(0, 200), text: fill(text[language], values).trim() }
}
