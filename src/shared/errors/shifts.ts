import type { ErrorSpecs } from '../language.ts'

export const shiftErrors = {
  'shift.accepted_already': {
    status: 409,
    retryable: false,
    message: { en: 'This shift was accepted already.', fr: 'Cette relève a déjà été acceptée.' },
    next: { en: 'Look at the list as it is now.', fr: 'Consultez la liste telle qu’elle est maintenant.' },
  },
  'shift.own': {
    status: 422,
    retryable: false,
    message: {
      en: 'You handed this shift over yourself.',
      fr: 'Vous avez vous-même transmis cette relève.',
    },
    next: {
      en: 'The officer who comes next accepts it. Nothing was changed.',
      fr: 'L’agent qui prend la suite l’accepte. Rien n’a été modifié.',
    },
  },
  'packs.not_a_number': {
    status: 422,
    retryable: false,
    message: {
      en: 'This is not the number of a paper pack, or a digit is wrong.',
      fr: 'Ce n’est pas le numéro d’une trousse papier, ou un chiffre est inexact.',
    },
    next: {
      en: 'Compare it with the number under the barcode, or scan the barcode. Nothing was changed.',
      fr: 'Comparez-le au numéro sous le code à barres, ou scannez le code à barres. Rien n’a été modifié.',
    },
  },
  'packs.used_up': {
    status: 409,
    retryable: false,
    message: {
      en: 'This desk has numbers for {{left}} more packs and no more.',
      fr: 'Ce poste n’a plus de numéros que pour {{left}} trousse(s).',
    },
    next: {
      en: 'Print fewer, or print at another desk: any desk takes them in.',
      fr: 'Imprimez-en moins, ou imprimez à un autre poste : tous les postes les acceptent.',
    },
  },
  'packs.other_claim': {
    status: 409,
    retryable: false,
    message: {
      en: 'Pack {{pack}} belongs to claim {{application}}.',
      fr: 'La trousse {{pack}} appartient à la demande {{application}}.',
    },
    next: {
      en: 'Open that claim and add the page there. Nothing was changed here.',
      fr: 'Ouvrez cette demande et ajoutez-y la page. Rien n’a été modifié ici.',
    },
  },
  'packs.not_of_this_claim': {
    status: 409,
    retryable: false,
    message: {
      en: 'Pack {{pack}} was not taken in yet: this page is not of this claim.',
      fr: 'La trousse {{pack}} n’a pas encore été saisie : cette page n’est pas de cette demande.',
    },
    next: {
      en: 'Take the pack in first, under Paper packs. Nothing was changed.',
      fr: 'Saisissez d’abord la trousse, sous Trousses papier. Rien n’a été modifié.',
    },
  },
  'packs.page_there': {
    status: 409,
    retryable: false,
    message: {
      en: 'This very picture is kept already as page {{page}} of the pack.',
      fr: 'Cette même image est déjà conservée comme page {{page}} de la trousse.',
    },
    next: { en: 'Choose the picture of the other page.', fr: 'Choisissez l’image de l’autre page.' },
  },
} as const satisfies ErrorSpecs
