import type { ErrorSpecs } from '../language.ts'

export const deskErrors = {
  'desk.bad_input': {
    status: 400,
    retryable: false,
    message: {
      en: 'Something in what was entered is not valid: {{field}}.',
      fr: 'Une donnée saisie n’est pas valide : {{field}}.',
    },
    next: {
      en: 'Correct it and try again. Nothing was changed.',
      fr: 'Corrigez-la et réessayez. Rien n’a été modifié.',
    },
  },
  'desk.not_found': {
    status: 404,
    retryable: false,
    message: { en: 'This record is not on this desk.', fr: 'Ce dossier ne se trouve pas sur ce poste.' },
    next: { en: 'Check the number or search for the person.', fr: 'Vérifiez le numéro ou cherchez la personne.' },
  },
  'desk.not_allowed': {
    status: 403,
    retryable: false,
    message: { en: 'Your role does not allow this.', fr: 'Votre rôle ne le permet pas.' },
    next: {
      en: 'Ask a supervisor or an administrator of the office.',
      fr: 'Adressez-vous à un superviseur ou à un administrateur du bureau.',
    },
  },
  'desk.bug': {
    status: 500,
    retryable: false,
    message: {
      en: 'Passerelle made a mistake. What you saved before is safe.',
      fr: 'Passerelle a commis une erreur. Ce que vous avez enregistré est en sécurité.',
    },
    next: {
      en: 'Try again; if it happens again, give the reference {{reference}} to support.',
      fr: 'Réessayez; si l’erreur se répète, donnez la référence {{reference}} au soutien.',
    },
  },
  'desk.not_at_kiosk': {
    status: 403,
    retryable: false,
    message: { en: 'This is not done at a kiosk.', fr: 'Cela ne se fait pas à un kiosque.' },
    next: {
      en: 'Set-up, restoring and practice belong to a desk inside the office, started without --kiosk.',
      fr: 'La configuration, la restauration et l’exercice se font à un poste du bureau, démarré sans --kiosk.',
    },
  },
} as const satisfies ErrorSpecs
