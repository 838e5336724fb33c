import type { Bilingual } from '../../language.ts'
import type { confirmationEvents } from '../catalogue/confirmations.ts'
import {
  attemptWords,
  cardReturnWords,
  channelWords,
  closingWords,
  contactOutcomeWords,
  contactReasonWords,
  familyRoleWords,
  interviewOutcomeWords,
  interviewReasonWords,
  messageWords,
  passportWords,
  requestWords,
} from '../confirmation/words.ts'
import { say, type Writer, withReason } from './writer.ts'

/** What there is of it, joined by full stops; officers end theirs with one or not. */
const told = (en: readonly (string | undefined)[], fr: readonly (string | undefined)[]): Bilingual => ({
  en: join(en),
  fr: join(fr),
})
const join = (parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined)
    .map((part) => part.replace(/\.$/, ''))
    .join('. ')

/** Lower case behind a colon. */
const inside = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** The confirmation of permanent residence, in words. */
export const confirmationWriters: { readonly [N in keyof typeof confirmationEvents]: Writer<N> } = {
  'confirmation.imported': (b) => ({
    en: `Approved application ${b.applicationNumber} taken in${b.file ? ` from a file, row ${b.file.row}` : ''}`,
    fr: `Demande approuvée ${b.applicationNumber} reçue${b.file ? ` d’un fichier, ligne ${b.file.row}` : ''}`,
  }),
  'confirmation.family_linked': (b) =>
    told(
      [`Joined to a family: ${inside(familyRoleWords[b.role].en)}`, b.reason],
      [`Rattachée à une famille : ${inside(familyRoleWords[b.role].fr)}`, b.reason],
    ),
  'confirmation.corrected': (b) =>
    withReason(
      {
        en: `Data corrected (${Object.keys(b.fields).length})`,
        fr: `Données corrigées (${Object.keys(b.fields).length})`,
      },
      b.reason,
    ),
  'confirmation.photos_joined': say('Joined to the photos of the same person', 'Jointe aux photos de la même personne'),
  'confirmation.invited': (b) => ({
    en: `Invited by e-mail; answer by ${b.answerBy}`,
    fr: `Invitation envoyée par courriel; réponse au plus tard le ${b.answerBy}`,
  }),
  'confirmation.reminded': (b) => ({
    en: `Reminder ${b.number} of the invitation; answer by ${b.answerBy}`,
    fr: `Rappel ${b.number} de l’invitation; réponse au plus tard le ${b.answerBy}`,
  }),
  'confirmation.invitation_posted': (b) => ({
    en: `Invited by post; answer by ${b.answerBy}`,
    fr: `Invitation envoyée par la poste; réponse au plus tard le ${b.answerBy}`,
  }),
  'confirmation.answered': (b) =>
    told(
      [`${pathWords[b.path].en}, ${channelWords[b.via].en}`, b.why],
      [`${pathWords[b.path].fr}, ${channelWords[b.via].fr}`, b.why],
    ),
  'confirmation.account_created': (b) =>
    b.reused
      ? { en: 'Account of the application is used again', fr: 'Le compte de la demande est réutilisé' }
      : { en: 'Portal account created', fr: 'Compte du portail créé' },
  'confirmation.password_requested': (b) => ({
    en: `Temporary password asked for, valid until ${b.validUntil}`,
    fr: `Mot de passe temporaire demandé, valide jusqu’au ${b.validUntil}`,
  }),
  'confirmation.password_sent': (b) =>
    told(
      [
        `Temporary password sent ${b.by === 'email' ? 'by e-mail' : 'by letter'}, valid until ${b.validUntil}`,
        b.again && sentAgain.en,
      ],
      [
        `Mot de passe temporaire envoyé ${b.by === 'email' ? 'par courriel' : 'par lettre'}, valide jusqu’au ${b.validUntil}`,
        b.again && sentAgain.fr,
      ],
    ),
  'confirmation.signed_in': say('Signed in to the portal', 'Connexion au portail'),
  'confirmation.presence_declared': (b) =>
    told(
      [
        `Declared ${channelWords[b.via].en}: ${b.inCanada ? 'in Canada' : 'not in Canada'}`,
        b.returnOn && `Returns on ${b.returnOn}`,
      ],
      [
        `Déclaration ${channelWords[b.via].fr} : ${b.inCanada ? 'au Canada' : 'hors du Canada'}`,
        b.returnOn && `Retour le ${b.returnOn}`,
      ],
    ),
  'confirmation.address_set': (b) => ({
    en: `Address given ${channelWords[b.via].en}; the card goes to the ${b.card === 'home' ? 'home' : 'mailing'} address`,
    fr: `Adresse donnée ${channelWords[b.via].fr}; la carte va à l’adresse ${b.card === 'home' ? 'du domicile' : 'postale'}`,
  }),
  'confirmation.photo_sent': say('Photo sent through the portal', 'Photo envoyée par le portail'),
  'confirmation.photo_refused': (b) => ({
    en: `Photo of the portal cannot be used (${b.code}): the person may send another`,
    fr: `La photo du portail est inutilisable (${b.code}) : la personne peut en envoyer une autre`,
  }),
  'confirmation.interview_required': (b) =>
    told(
      [`Interview required: ${inside(interviewReasonWords[b.why].en)}`, b.note],
      [`Entrevue requise : ${inside(interviewReasonWords[b.why].fr)}`, b.note],
    ),
  'confirmation.interview_set': (b) =>
    b.interview
      ? {
          en: `Interview booked for ${b.interview.date}, ${b.interview.time}, ${b.interview.place}`,
          fr: `Entrevue fixée au ${b.interview.date}, ${b.interview.time}, ${b.interview.place}`,
        }
      : told(['Interview called off', b.reason], ['Entrevue annulée', b.reason]),
  'confirmation.interview_held': (b) =>
    told(
      [`Interview: ${inside(interviewOutcomeWords[b.outcome].en)}`, b.note],
      [`Entrevue : ${inside(interviewOutcomeWords[b.outcome].fr)}`, b.note],
    ),
  'confirmation.confirmed': (b) =>
    told(
      [
        `Permanent resident since ${b.on} (IRPA s. 21(1)): not inadmissible, checked in ${b.notInadmissible.source}`,
        passportWords[b.passport].en,
        b.passportNote,
        b.presence,
      ],
      [
        `Résident permanent depuis le ${b.on} (LIPR par. 21(1)) : aucune interdiction de territoire, vérifié dans ${b.notInadmissible.source}`,
        passportWords[b.passport].fr,
        b.passportNote,
        b.presence,
      ],
    ),
  'confirmation.residence_set_aside': (b) =>
    withReason({ en: `Confirmation set aside`, fr: `Confirmation écartée` }, b.reason),
  'confirmation.ecopr_issued': (b) => ({
    en: `Electronic confirmation ${b.number} available until ${b.availableUntil}`,
    fr: `Confirmation électronique ${b.number} disponible jusqu’au ${b.availableUntil}`,
  }),
  'confirmation.ecopr_downloaded': (b) => ({
    en: `Electronic confirmation taken ${channelWords[b.via].en}`,
    fr: `Confirmation électronique obtenue ${channelWords[b.via].fr}`,
  }),
  'confirmation.ecopr_withdrawn': (b) =>
    withReason(
      { en: `Electronic confirmation ${b.number} withdrawn`, fr: `Confirmation électronique ${b.number} retirée` },
      b.reason,
    ),
  'confirmation.card_ordered': (b) => ({
    en: `Card ordered, line ${b.line} of the batch; due on ${b.dueOn}`,
    fr: `Carte commandée, ligne ${b.line} du lot; prévue le ${b.dueOn}`,
  }),
  'confirmation.card_acknowledged': (b) =>
    b.accepted
      ? { en: 'Order of the card acknowledged', fr: 'Commande de la carte confirmée' }
      : told(
          ['Order of the card refused by the facility', b.reason],
          ['Commande de la carte refusée par le centre', b.reason],
        ),
  'confirmation.card_produced': say('Card produced', 'Carte produite'),
  'confirmation.card_mailed': (b) =>
    told(
      ['Card mailed', b.tracking && `Tracking ${b.tracking}`],
      ['Carte postée', b.tracking && `Suivi ${b.tracking}`],
    ),
  'confirmation.card_returned': (b) =>
    told(
      [`Card came back: ${cardReturnWords[b.why].en}`, b.note],
      [`Carte revenue : ${cardReturnWords[b.why].fr}`, b.note],
    ),
  'confirmation.card_remailed': (b) =>
    told(
      ['Card mailed again', b.tracking && `Tracking ${b.tracking}`],
      ['Carte postée de nouveau', b.tracking && `Suivi ${b.tracking}`],
    ),
  'confirmation.contact_opened': (b) =>
    told(
      [`Contact task: ${contactReasonWords[b.why].en}`, b.note],
      [`Tâche de contact : ${contactReasonWords[b.why].fr}`, b.note],
    ),
  'confirmation.contact_attempted': (b) =>
    told(
      [`Contact ${channelWords[b.via].en}: ${attemptWords[b.outcome].en}`, b.note],
      [`Contact ${channelWords[b.via].fr} : ${attemptWords[b.outcome].fr}`, b.note],
    ),
  'confirmation.contact_closed': (b) =>
    told(
      [`Contact task closed: ${contactOutcomeWords[b.outcome].en}`, b.note],
      [`Tâche de contact fermée : ${contactOutcomeWords[b.outcome].fr}`, b.note],
    ),
  'confirmation.message_sent': (b) =>
    told(
      [`${messageWords[b.message].en}: ${sentBy[b.by].en}`, b.again && sentAgain.en],
      [`${messageWords[b.message].fr} : ${sentBy[b.by].fr}`, b.again && sentAgain.fr],
    ),
  'confirmation.request_refused': (b) =>
    told(
      [`Refused with directions: ${requestWords[b.request].en}`, b.representativeEmail, b.note],
      [`Refusé, avec indications : ${requestWords[b.request].fr}`, b.representativeEmail, b.note],
    ),
  'confirmation.closed': (b) =>
    told([`Closed: ${closingWords[b.why].en}`, b.reason], [`Fermée : ${closingWords[b.why].fr}`, b.reason]),
  'confirmation.reopened': (b) => withReason({ en: `Reopened`, fr: `Rouverte` }, b.reason),
  'confirmation.erased': (b) => ({ en: `Confirmation erased. ${b.law}`, fr: `Confirmation effacée. ${b.law}` }),
}

/** The sender was stopped between the mail and its record. */
const sentAgain = {
  en: 'The same mail may have gone out before',
  fr: 'Le même courriel est peut-être déjà parti',
} as const

const sentBy = {
  email: { en: 'by e-mail', fr: 'par courriel' },
  letter: { en: 'by letter', fr: 'par lettre' },
  portal: { en: 'in the portal', fr: 'dans le portail' },
} as const

const pathWords = {
  portal: { en: 'Will use the portal', fr: 'Utilisera le portail' },
  assisted: { en: 'Cannot use the portal: assisted', fr: 'Ne peut utiliser le portail : assistance' },
} as const
