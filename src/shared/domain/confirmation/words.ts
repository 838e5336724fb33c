import type { CardRefusal } from '../../cards/kinds.ts'
import type { Bilingual } from '../../language.ts'
import type { ConfirmationQueue } from './queue-names.ts'
import type { ConfirmationStep } from './table.ts'
import type {
  ConfirmationMessage,
  ContactChannel,
  cardReturns,
  closingReasons,
  contactAttempts,
  contactOutcomes,
  contactReasons,
  FamilyRole,
  InterviewOutcome,
  InterviewReason,
  passportFindings,
  RefusedRequest,
} from './vocabulary.ts'

/** The closed lists of the confirmation in words. The timeline and the screens say the same. */
type Words<K extends string> = Readonly<Record<K, Bilingual>>

export const channelWords: Words<ContactChannel> = {
  portal: { en: 'in the portal', fr: 'dans le portail' },
  email: { en: 'by e-mail', fr: 'par courriel' },
  phone: { en: 'by telephone', fr: 'par téléphone' },
  post: { en: 'by post', fr: 'par la poste' },
  counter: { en: 'at the counter', fr: 'au comptoir' },
}
export const familyRoleWords: Words<FamilyRole> = {
  principal: { en: 'Principal applicant', fr: 'Demandeur principal' },
  spouse: { en: 'Spouse or common-law partner', fr: 'Époux ou conjoint de fait' },
  child: { en: 'Dependent child', fr: 'Enfant à charge' },
  other: { en: 'Other family member', fr: 'Autre membre de la famille' },
}
export const interviewReasonWords: Words<InterviewReason> = {
  identity: { en: 'Identity in doubt', fr: 'Doute sur l’identité' },
  passport_differs: { en: 'Passport and data differ', fr: 'Le passeport et les données diffèrent' },
  inadmissibility: { en: 'Possible inadmissibility', fr: 'Interdiction de territoire possible' },
  family_composition: { en: 'Family composition has changed', fr: 'La composition de la famille a changé' },
  presence_in_doubt: { en: 'Presence in Canada in doubt', fr: 'Doute sur la présence au Canada' },
  other: { en: 'Another reason', fr: 'Autre motif' },
}
export const interviewOutcomeWords: Words<InterviewOutcome> = {
  resumed: { en: 'Officer satisfied: the process resumes', fr: 'Agent convaincu : le processus reprend' },
  not_satisfied: { en: 'Officer not satisfied', fr: 'Agent non convaincu' },
  no_show: { en: 'The person did not come', fr: 'La personne ne s’est pas présentée' },
}
export const passportWords: Words<(typeof passportFindings)[number]> = {
  agrees: { en: 'Passport agrees with the data', fr: 'Le passeport concorde avec les données' },
  corrected: { en: 'Data corrected after the passport', fr: 'Données corrigées d’après le passeport' },
  none: { en: 'No passport', fr: 'Pas de passeport' },
}
export const requestWords: Words<RefusedRequest> = {
  renewal: { en: 'renewal of a card', fr: 'renouvellement d’une carte' },
  representative: { en: 'access for a representative', fr: 'accès pour un représentant' },
  other_application: { en: 'status of another application', fr: 'état d’une autre demande' },
}
export const cardReturnWords: Words<(typeof cardReturns)[number]> = {
  moved: { en: 'moved', fr: 'a déménagé' },
  unclaimed: { en: 'not claimed', fr: 'non réclamée' },
  address_incomplete: { en: 'address incomplete', fr: 'adresse incomplète' },
  refused: { en: 'refused', fr: 'refusée' },
  other: { en: 'another reason', fr: 'autre motif' },
}
const refusedFor: Words<CardRefusal> = {
  photo: { en: 'photo', fr: 'photo' },
  name: { en: 'name', fr: 'nom' },
  address: { en: 'address', fr: 'adresse' },
  data: { en: 'data', fr: 'données' },
  duplicate: { en: 'ordered twice', fr: 'commandée deux fois' },
  other: { en: 'another reason', fr: 'autre motif' },
}
export const cardRefusalWords: Words<CardRefusal> = Object.fromEntries(
  Object.entries(refusedFor).map(([code, { en, fr }]) => [code, { en: `refused: ${en}`, fr: `refusée\u00a0: ${fr}` }]),
) as Words<CardRefusal>

/** Why the facility refused an order, as it is recorded (a code of its list, and behind a full stop what it wrote), in words. */
export function refusalInWords(recorded: string): Bilingual {
  const [code = '', ...note] = recorded.split('. ')
  const what = Object.hasOwn(refusedFor, code) ? refusedFor[code as CardRefusal] : { en: code, fr: code }
  const of = (language: 'en' | 'fr') => [what[language], ...note].filter(Boolean).join('. ')
  return { en: of('en'), fr: of('fr') }
}
export const contactReasonWords: Words<(typeof contactReasons)[number]> = {
  card_refused: { en: 'the facility refused the order', fr: 'le centre de production a refusé la commande' },
  card_undelivered: { en: 'the card came back', fr: 'la carte est revenue' },
  address_changed: { en: 'the address changed after the order', fr: 'l’adresse a changé après la commande' },
  card_late: { en: 'the card is late', fr: 'la carte est en retard' },
  unreachable: { en: 'the person cannot be reached', fr: 'la personne est injoignable' },
  other: { en: 'another reason', fr: 'autre motif' },
}
export const attemptWords: Words<(typeof contactAttempts)[number]> = {
  reached: { en: 'reached', fr: 'personne jointe' },
  no_answer: { en: 'no answer', fr: 'sans réponse' },
  message_left: { en: 'message left', fr: 'message laissé' },
  wrong_contact: { en: 'wrong number or address', fr: 'mauvais numéro ou mauvaise adresse' },
}
export const contactOutcomeWords: Words<(typeof contactOutcomes)[number]> = {
  resolved: { en: 'resolved', fr: 'réglé' },
  address_confirmed: { en: 'address confirmed', fr: 'adresse confirmée' },
  not_reached: { en: 'the person could not be reached', fr: 'la personne n’a pu être jointe' },
}
export const closingWords: Words<(typeof closingReasons)[number]> = {
  withdrawn: { en: 'withdrawn by the person', fr: 'retirée par la personne' },
  not_satisfied: { en: 'officer not satisfied', fr: 'agent non convaincu' },
  deceased: { en: 'the person has died', fr: 'la personne est décédée' },
  duplicate: { en: 'another profile of the same person', fr: 'autre profil de la même personne' },
  transferred: { en: 'another office has it', fr: 'un autre bureau s’en charge' },
  other: { en: 'another reason', fr: 'autre motif' },
}
export const messageWords: Words<ConfirmationMessage> = {
  invitation: { en: 'Invitation', fr: 'Invitation' },
  invitation_reminder: { en: 'Reminder of the invitation', fr: 'Rappel de l’invitation' },
  account: { en: 'Link and user name', fr: 'Lien et nom d’utilisateur' },
  password: { en: 'Temporary password', fr: 'Mot de passe temporaire' },
  password_expiring: { en: 'Temporary password runs out', fr: 'Expiration du mot de passe temporaire' },
  interview: { en: 'Notice of interview', fr: 'Avis d’entrevue' },
  photo_reminder: { en: 'Reminder of the photo', fr: 'Rappel pour la photo' },
  address_photo: { en: 'Address and photo within 180 days', fr: 'Adresse et photo dans les 180 jours' },
  confirmed: { en: 'Permanent residence confirmed', fr: 'Résidence permanente confirmée' },
  ecopr_available: { en: 'Electronic confirmation available', fr: 'Confirmation électronique disponible' },
  card_mailed: { en: 'Card mailed', fr: 'Carte postée' },
  card_problem: { en: 'Question about the card', fr: 'Question au sujet de la carte' },
  renewal_refused: { en: 'Renewal refused, with directions', fr: 'Renouvellement refusé, avec indications' },
  representative_refused: {
    en: 'Representative refused, with directions',
    fr: 'Représentant refusé, avec indications',
  },
  other_application_refused: {
    en: 'Other application not shown, with directions',
    fr: 'Autre demande non affichée, avec indications',
  },
}
export const stepWords: Words<ConfirmationStep> = {
  to_invite: { en: 'To invite', fr: 'À inviter' },
  invited: { en: 'Invited', fr: 'Invitation envoyée' },
  account_to_create: { en: 'Account to create', fr: 'Compte à créer' },
  password_out: { en: 'Temporary password sent', fr: 'Mot de passe temporaire envoyé' },
  declaration_awaited: { en: 'Declaration awaited', fr: 'Déclaration attendue' },
  abroad: { en: 'Abroad', fr: 'À l’étranger' },
  interview_required: { en: 'Interview required', fr: 'Entrevue requise' },
  interview_booked: { en: 'Interview booked', fr: 'Entrevue fixée' },
  not_satisfied: { en: 'Officer not satisfied', fr: 'Agent non convaincu' },
  ready_for_confirmation: { en: 'Ready for confirmation', fr: 'Prête à confirmer' },
  address_awaited: { en: 'Canadian address awaited', fr: 'Adresse au Canada attendue' },
  photo_awaited: { en: 'Photo awaited', fr: 'Photo attendue' },
  photo_returned: { en: 'Photo returned', fr: 'Photo retournée' },
  photo_waiting: { en: 'Photo waits for review', fr: 'Photo à examiner' },
  card_to_order: { en: 'Card to order', fr: 'Carte à commander' },
  card_ordered: { en: 'Card ordered', fr: 'Carte commandée' },
  card_produced: { en: 'Card produced', fr: 'Carte produite' },
  card_undelivered: { en: 'Card came back', fr: 'Carte revenue' },
  card_mailed: { en: 'Card mailed', fr: 'Carte postée' },
  closed: { en: 'Closed', fr: 'Fermée' },
  duplicate: { en: 'Second profile: refused', fr: 'Deuxième profil : refusé' },
}
export const queueWords: Words<ConfirmationQueue> = {
  to_invite: { en: 'To invite', fr: 'À inviter' },
  invitation_unanswered: { en: 'Invitation unanswered', fr: 'Invitation sans réponse' },
  account_to_create: { en: 'Account to create', fr: 'Compte à créer' },
  password_expired: { en: 'Password expired', fr: 'Mot de passe expiré' },
  declaration_awaited: { en: 'Declaration awaited', fr: 'Déclaration attendue' },
  interview_to_book: { en: 'Interview to book', fr: 'Entrevue à fixer' },
  interview_to_record: { en: 'Interview to record', fr: 'Entrevue à consigner' },
  not_satisfied: { en: 'Officer not satisfied', fr: 'Agent non convaincu' },
  ready_for_confirmation: { en: 'Ready for confirmation', fr: 'Prêtes à confirmer' },
  ecopr_to_issue: { en: 'eCOPR to issue', fr: 'CRP électronique à délivrer' },
  photo_waiting: { en: 'Photo waiting', fr: 'Photo en attente' },
  address_photo_due: { en: 'Address or photo due', fr: 'Adresse ou photo à fournir' },
  card_to_order: { en: 'Card to order', fr: 'Carte à commander' },
  card_late: { en: 'Card late', fr: 'Carte en retard' },
  contact_open: { en: 'Contact task', fr: 'Tâche de contact' },
}
