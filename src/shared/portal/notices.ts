import type { Bilingual } from '../language.ts'
import { fill } from './fill.ts'

/**
 * What people are told by e-mail: that something is in their account, never what. An e-mail is read by others on the way
 * and at the other end, so it holds no name, no number of a person and nothing of their claim. No link either: people are
 * told to sign in as they always do.
 */
export interface Notice {
  readonly subject: Bilingual
  readonly text: Bilingual
}

const closing: Bilingual = {
  en: '\n\nSign in to your account as you always do. For your safety this e-mail holds no link and nothing about you.\nNobody reads answers to this address: write to us from your account, or call or visit the office.',
  fr: '\n\nOuvrez une session dans votre compte comme d’habitude. Pour votre sécurité, ce courriel ne contient ni lien ni renseignement à votre sujet.\nPersonne ne lit les réponses envoyées à cette adresse : écrivez-nous depuis votre compte, téléphonez ou présentez-vous au bureau.',
}
const notice = (subject: Bilingual, text: Bilingual): Notice => ({
  subject,
  text: { en: `${text.en}${closing.en}`, fr: `${text.fr}${closing.fr}` },
})

export const notices = {
  message: notice(
    { en: 'You have a message in your account', fr: 'Vous avez un message dans votre compte' },
    {
      en: 'You have a new message in your account. It may ask you to do something before a certain day.',
      fr: 'Vous avez un nouveau message dans votre compte. Il peut vous demander de faire quelque chose avant une certaine date.',
    },
  ),
  draft: notice(
    { en: 'Your form will be destroyed soon', fr: 'Votre formulaire sera bientôt détruit' },
    {
      en: 'You began a form in your account and did not submit it. It will be destroyed on {{date}}. After that you begin anew, with a new number.',
      fr: 'Vous avez commencé un formulaire dans votre compte sans le soumettre. Il sera détruit le {{date}}. Ensuite, il faudra recommencer, avec un nouveau numéro.',
    },
  ),
} as const satisfies Record<string, Notice>

export type NoticeId = keyof typeof notices

/** A notice in one language, its fields filled. */
export function noticeIn(
  id: NoticeId,
  language: 'en' | 'fr',
  values: Readonly<Record<string, string>> = {},
): { subject: string; text: string } {
  const { subject, text } = notices[id]
  return { subject: fill(subject[language], values), text: fill(text[language], values) }
}
