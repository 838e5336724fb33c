import type { RequiredAction } from '../domain/vocabulary.ts'
import type { Bilingual } from '../language.ts'
import { fill } from './fill.ts'

/**
 * What the office writes often, in both languages. Fields stand in double braces and are filled from the claim; what is
 * left open the officer fills by hand. The person reads their own official language.
 */
export interface MessageTemplate {
  readonly title: Bilingual
  readonly subject: Bilingual
  readonly text: Bilingual
  readonly action?: RequiredAction
}

const closing = {
  en: '\n\nYou can answer here. If you cannot, call or visit {{office}} with your number {{number}}.',
  fr: '\n\nVous pouvez répondre ici. Sinon, téléphonez à {{office}} ou présentez-vous avec votre numéro {{number}}.',
}
const greeting = { en: 'Dear {{name}},\n\n', fr: 'Bonjour {{name}},\n\n' }
export const letter = (en: string, fr: string): Bilingual => ({
  en: `${greeting.en}${en}${closing.en}`,
  fr: `${greeting.fr}${fr}${closing.fr}`,
})

export const messageTemplates = {
  document_missing: {
    title: { en: 'A document is missing', fr: 'Un document manque' },
    subject: { en: 'A document is missing from your claim', fr: 'Il manque un document à votre demande' },
    text: letter(
      'We cannot go on with the review of your claim without: {{item}}. Until it arrives the review is paused, which adds {{weeksFrom}} to {{weeksTo}} weeks. If you cannot get it, tell us why: that is an answer too.',
      'Nous ne pouvons poursuivre l’examen de votre demande sans ce document : {{item}}. L’examen est suspendu jusqu’à sa réception, ce qui ajoute de {{weeksFrom}} à {{weeksTo}} semaines. Si vous ne pouvez pas l’obtenir, dites-nous pourquoi : c’est aussi une réponse.',
    ),
    action: 'send_document',
  },
  photo_again: {
    title: { en: 'A new photo is needed', fr: 'Une nouvelle photo est requise' },
    subject: { en: 'Please send a new photo', fr: 'Veuillez envoyer une nouvelle photo' },
    text: letter(
      'Your photo cannot be used: {{item}}. Please send another one through the portal.',
      'Votre photo ne peut pas être utilisée : {{item}}. Veuillez en envoyer une autre par le portail.',
    ),
    action: 'send_photo',
  },
  file_again: {
    title: { en: 'A file cannot be used', fr: 'Un fichier est inutilisable' },
    subject: { en: 'Please send your document again', fr: 'Veuillez renvoyer votre document' },
    text: letter(
      'A document that you sent cannot be used: {{item}} Please send it again as JPEG, PNG or PDF.',
      'Un document que vous avez envoyé est inutilisable : {{item}} Veuillez le renvoyer en format JPEG, PNG ou PDF.',
    ),
    action: 'send_document',
  },
  form_unclear: {
    title: { en: 'An answer is unclear', fr: 'Une réponse n’est pas claire' },
    subject: { en: 'A question about your form', fr: 'Une question sur votre formulaire' },
    text: letter(
      'An answer in your form is not clear to us: {{item}}. Please correct it in the portal, or explain it here.',
      'Une réponse de votre formulaire n’est pas claire : {{item}}. Veuillez la corriger dans le portail ou l’expliquer ici.',
    ),
    action: 'correct_form',
  },
  address: {
    title: { en: 'Is your address still right?', fr: 'Votre adresse est-elle exacte?' },
    subject: { en: 'Please confirm your address', fr: 'Veuillez confirmer votre adresse' },
    text: letter(
      'A letter to you came back. Please confirm your address and telephone number, or correct them in the portal.',
      'Une lettre qui vous était adressée nous est revenue. Veuillez confirmer votre adresse et votre numéro de téléphone, ou les corriger dans le portail.',
    ),
    action: 'answer',
  },
  evidence_received: {
    title: { en: 'Evidence received', fr: 'Preuve reçue' },
    subject: { en: 'We received your document', fr: 'Nous avons reçu votre document' },
    text: letter(
      'We received: {{item}}. Nothing more is needed for it.',
      'Nous avons reçu : {{item}}. Rien d’autre n’est requis à ce sujet.',
    ),
  },
} as const satisfies Record<string, MessageTemplate>

export type TemplateId = keyof typeof messageTemplates
export const templateIds = Object.keys(messageTemplates) as readonly TemplateId[]

/** A template in one language, its fields filled; a field without a value stays in its braces for the officer to fill. */
export function fillTemplate(
  id: TemplateId,
  language: 'en' | 'fr',
  values: Readonly<Record<string, string>>,
): { subject: string; text: string } {
  const { subject, text } = messageTemplates[id]
  return { subject: fill(subject[language], values), text: fill(text[language], values) }
}

/** Fields of a text that nobody has filled yet. */
export const openFields = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)
