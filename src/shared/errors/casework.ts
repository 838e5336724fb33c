import type { ErrorSpecs } from '../language.ts'

export const caseworkErrors = {
  'casework.same_office': {
    status: 422,
    retryable: false,
    message: { en: 'The claim is at this office already.', fr: 'La demande est déjà à ce bureau.' },
    next: { en: 'Choose another office.', fr: 'Choisissez un autre bureau.' },
  },
  'casework.papers_open': {
    status: 409,
    retryable: false,
    message: {
      en: 'A paper of this claim or its family was begun and is not confirmed yet.',
      fr: 'Un document de cette demande ou de sa famille est commencé et n’est pas encore confirmé.',
    },
    next: {
      en: 'Confirm the paper or mark it spoiled, then transfer the claim.',
      fr: 'Confirmez le document ou déclarez-le gâché, puis transférez la demande.',
    },
  },
  'casework.no_letters': {
    status: 409,
    retryable: false,
    message: { en: 'No reminder is to go by post today.', fr: 'Aucun rappel n’est à poster aujourd’hui.' },
    next: { en: 'Nothing is left to do.', fr: 'Il n’y a rien à faire.' },
  },
  'casework.no_address': {
    status: 409,
    retryable: false,
    message: { en: 'No address of this person is known.', fr: 'Aucune adresse n’est connue pour cette personne.' },
    next: {
      en: 'Call them, note street and town on the claim, and make the letters again.',
      fr: 'Téléphonez-lui, consignez la rue et la ville dans la demande, puis produisez de nouveau les lettres.',
    },
  },
  'casework.officer_gone': {
    status: 409,
    retryable: false,
    message: { en: 'This officer no longer works here.', fr: 'Cet agent ne travaille plus ici.' },
    next: { en: 'Choose another officer.', fr: 'Choisissez un autre agent.' },
  },
  'casework.officer_cannot': {
    status: 409,
    retryable: false,
    message: { en: 'This officer does not work on claims.', fr: 'Cet agent ne traite pas les demandes.' },
    next: { en: 'Choose an officer whose role allows it.', fr: 'Choisissez un agent dont le rôle le permet.' },
  },
  'casework.already_theirs': {
    status: 409,
    retryable: false,
    message: { en: 'The claim is theirs already.', fr: 'La demande lui est déjà attribuée.' },
    next: { en: 'Nothing is left to do.', fr: 'Il n’y a rien à faire.' },
  },
  'casework.reason_needed': {
    status: 422,
    retryable: false,
    message: {
      en: 'Another officer has this claim: a reason is needed.',
      fr: 'Un autre agent a cette demande : il faut un motif.',
    },
    next: { en: 'Say why, in a few words.', fr: 'Indiquez pourquoi, en quelques mots.' },
  },
  'casework.nothing_missing': {
    status: 409,
    retryable: false,
    message: { en: 'Nothing essential is missing.', fr: 'Il ne manque rien d’essentiel.' },
    next: { en: 'Leave this claim out.', fr: 'Laissez cette demande de côté.' },
  },
  'casework.asked_already': {
    status: 409,
    retryable: false,
    message: { en: 'It was asked for already, and is awaited.', fr: 'La demande en a déjà été faite; on attend.' },
    next: {
      en: 'Wait for the answer, or write a message of your own.',
      fr: 'Attendez la réponse, ou écrivez vous-même.',
    },
  },
  'casework.item_needed': {
    status: 422,
    retryable: false,
    message: { en: 'The template has a gap to fill.', fr: 'Le modèle comporte un espace à remplir.' },
    next: { en: 'Say what it is about.', fr: 'Précisez de quoi il s’agit.' },
  },
  'casework.unreachable': {
    status: 409,
    retryable: false,
    message: {
      en: 'No notice reaches this person: none would count as served.',
      fr: 'Aucun avis ne parvient à cette personne : aucun ne vaudrait signification.',
    },
    next: { en: 'Reach the person first.', fr: 'Joignez d’abord la personne.' },
  },
  'casework.only_tried': {
    status: 409,
    retryable: true,
    message: { en: 'It was only tried out; nothing was changed.', fr: 'Ce n’était qu’un essai; rien n’a changé.' },
    next: { en: 'Try again.', fr: 'Réessayez.' },
  },
} as const satisfies ErrorSpecs
