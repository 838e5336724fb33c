import type { ErrorSpecs } from '../language.ts'

/** Failures of what comes through the portal, and of messages. */
export const portalErrors = {
  'portal.answered': {
    status: 409,
    retryable: false,
    message: { en: 'This correction was answered already.', fr: 'Cette correction a déjà reçu une réponse.' },
    next: { en: 'Look at the answer; nothing was changed.', fr: 'Voyez la réponse; rien n’a été modifié.' },
  },
  'portal.reason_missing': {
    status: 422,
    retryable: false,
    message: {
      en: 'A correction is declined with a reason: the claimant reads it.',
      fr: 'Une correction se refuse avec un motif : la personne le lira.',
    },
    next: { en: 'Write why it is not accepted.', fr: 'Écrivez pourquoi elle n’est pas acceptée.' },
  },
  'portal.no_change': {
    status: 409,
    retryable: false,
    message: {
      en: 'One of the changes left out is not in this correction.',
      fr: 'L’un des changements écartés ne fait pas partie de cette correction.',
    },
    next: {
      en: 'Look at the correction again; nothing was changed.',
      fr: 'Revoyez la correction; rien n’a été modifié.',
    },
  },
  'portal.nothing_accepted': {
    status: 422,
    retryable: false,
    message: { en: 'Every change is left out.', fr: 'Tous les changements sont écartés.' },
    next: { en: 'Decline the correction instead.', fr: 'Refusez plutôt la correction.' },
  },
  'portal.no_thread': {
    status: 404,
    retryable: false,
    message: { en: 'The conversation is no longer there.', fr: 'La conversation n’existe plus.' },
    next: { en: 'Begin a new one.', fr: 'Commencez-en une nouvelle.' },
  },
  'portal.file_kind': {
    status: 415,
    retryable: false,
    message: { en: 'A file is no JPEG, PNG or PDF.', fr: 'Un fichier n’est ni JPEG, ni PNG, ni PDF.' },
    next: { en: 'Attach it in one of these formats.', fr: 'Joignez-le dans l’un de ces formats.' },
  },
  'portal.due_past': {
    status: 422,
    retryable: false,
    message: { en: 'The date {{due}} is in the past.', fr: 'La date {{due}} est passée.' },
    next: { en: 'Choose a day from today on.', fr: 'Choisissez un jour à partir d’aujourd’hui.' },
  },
  'portal.reachable': {
    status: 409,
    retryable: false,
    message: {
      en: 'Nothing says that the person cannot be reached.',
      fr: 'Rien n’indique que la personne est injoignable.',
    },
    next: { en: 'Nothing needs to be done.', fr: 'Il n’y a rien à faire.' },
  },
} as const satisfies ErrorSpecs
