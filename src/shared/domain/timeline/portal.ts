import type { Bilingual } from '../../language.ts'
import { correctedForm } from '../../portal/correction.ts'
import { byPost } from '../../portal/reminders.ts'
import type { portalEvents } from '../catalogue/portal.ts'
import type { EventBody } from '../catalogue.ts'
import type { RequiredAction } from '../vocabulary.ts'
import { say, type Writer, withReason } from './writer.ts'

/** What the office asks for, as a thing to do. */
export const actionWords: Readonly<Record<RequiredAction, Bilingual>> = {
  send_document: { en: 'Send a document', fr: 'Envoyer un document' },
  send_photo: { en: 'Send a photo', fr: 'Envoyer une photo' },
  correct_form: { en: 'Correct the form', fr: 'Corriger le formulaire' },
  answer: { en: 'Answer the message', fr: 'Répondre au message' },
  attend: { en: 'Attend the appointment', fr: 'Se présenter au rendez-vous' },
  read: { en: 'Read and acknowledge', fr: 'Lire et accuser réception' },
}

const failures: Readonly<Record<EventBody<'claim.mail_failed'>['how'], Bilingual>> = {
  bounced: { en: 'E-mail bounced', fr: 'Courriel non remis' },
  returned: { en: 'Mail returned undelivered', fr: 'Courrier retourné à l’expéditeur' },
}

const answers: Readonly<Record<EventBody<'claim.correction_answered'>['answer'], Bilingual>> = {
  accepted: { en: 'Correction accepted', fr: 'Correction acceptée' },
  declined: { en: 'Correction not accepted', fr: 'Correction non acceptée' },
}

const inPart = (left: number): Bilingual => ({
  en: `Correction accepted in part, ${left} ${left === 1 ? 'change' : 'changes'} left out`,
  fr: `Correction acceptée en partie, ${left} ${left === 1 ? 'changement écarté' : 'changements écartés'}`,
})

/** What came through the portal, and the messages, in words. */
export const portalWriters: { readonly [N in keyof typeof portalEvents]: Writer<N> } = {
  'claim.sent': (b) => ({
    en: `Claim submitted through the portal${b.people > 1 ? `, ${b.people} people` : ''}`,
    fr: `Demande présentée par le portail${b.people > 1 ? `, ${b.people} personnes` : ''}`,
  }),
  'claim.evidence_sent': (b) => ({
    en: `Evidence ${b.replaces ? 'replaced' : 'added'}: ${b.title}`,
    fr: `Preuve ${b.replaces ? 'remplacée' : 'ajoutée'} : ${b.title}`,
  }),
  'claim.photo_sent': say('Photo sent through the portal', 'Photo envoyée par le portail'),
  'claim.sent_item_refused': (b) =>
    b.kind === 'photo'
      ? { en: 'The photo sent cannot be used', fr: 'La photo envoyée est inutilisable' }
      : { en: 'The file sent cannot be used', fr: 'Le fichier envoyé est inutilisable' },
  'claim.correction_sent': (b) => {
    const form = correctedForm(b.form)
    const said = form
      ? {
          en: `Corrected form received through the portal: ${form.title.en} (${form.number})`,
          fr: `Formulaire corrigé reçu par le portail\u00a0: ${form.title.fr} (${form.number})`,
        }
      : { en: 'Correction proposed', fr: 'Correction proposée' }
    return withReason(said, b.reason)
  },
  'claim.correction_answered': (b) => withReason(b.except ? inPart(b.except.length) : answers[b.answer], b.reason),
  'claim.message_sent': (b) => {
    if (b.template === byPost)
      return { en: `Letter by post: ${b.subject}`, fr: `Lettre par la poste\u00a0: ${b.subject}` }
    return b.from === 'office'
      ? { en: `Message to the claimant: ${b.subject}`, fr: `Message à la personne : ${b.subject}` }
      : { en: `Message from the claimant: ${b.subject}`, fr: `Message de la personne : ${b.subject}` }
  },
  'claim.messages_read': (b) =>
    b.by === 'office'
      ? { en: 'Message read by the office', fr: 'Message lu par le bureau' }
      : { en: 'Message read by the claimant', fr: 'Message lu par la personne' },
  'claim.action_acknowledged': say('What is asked was acknowledged', 'Accusé de réception de ce qui est demandé'),
  'claim.action_settled': say('What was asked for was received or done', 'Ce qui était demandé a été reçu ou fait'),
  'claim.mail_failed': (b) => withReason(failures[b.how], b.code),
  'claim.reached_again': (b) =>
    withReason({ en: 'The person can be reached again', fr: 'La personne est de nouveau joignable' }, b.reason),
}
