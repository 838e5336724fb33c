import type { Texts } from './types.ts'

/** The read-back: the screen turned to the claimant. */
export const readBackTexts = {
  'readback.title': { en: 'Read-back by the claimant', fr: 'Relecture par la personne' },
  'readback.turn': { en: 'Turn the screen', fr: 'Tourner l’écran' },
  'readback.again': { en: 'Turn the screen again', fr: 'Tourner l’écran de nouveau' },
  'readback.none': {
    en: 'The claimant has not checked name, birth date, citizenship and photo yet.',
    fr: 'La personne n’a pas encore vérifié son nom, sa date de naissance, sa citoyenneté et sa photo.',
  },
  'readback.confirmed': { en: 'Confirmed by the claimant, {{at}}', fr: 'Confirmé par la personne, {{at}}' },
  'readback.changed': {
    en: 'Changed since the claimant confirmed it ({{at}}). Show it again.',
    fr: 'Modifié depuis la confirmation par la personne ({{at}}). Montrez-le de nouveau.',
  },
  'readback.wrong': {
    en: 'The claimant says this is wrong ({{at}}): {{what}}',
    fr: 'Inexact selon la personne ({{at}}) : {{what}}',
  },
  'readback.photo': { en: 'photo', fr: 'photo' },
  'readback.language': { en: 'Language of the labels', fr: 'Langue des libellés' },
  'readback.no_phrases': {
    en: 'No labels in {{language}} yet: shown in {{shown}}.',
    fr: 'Pas encore de libellés en {{language}} : affichés en {{shown}}.',
  },
  'readback.unverified': {
    en: 'Labels not checked by a certified translator: the interpreter’s words count.',
    fr: 'Libellés non vérifiés par un traducteur agréé : les paroles de l’interprète priment.',
  },
  'readback.back': { en: 'Back to the claim', fr: 'Retour à la demande' },
  'readback.officer': { en: 'For the officer', fr: 'Pour l’agent' },
} as const satisfies Texts
