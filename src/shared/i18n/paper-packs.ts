import type { Texts } from './types.ts'

/** Paper packs: for when everything is down. */
export const paperPackTexts = {
  'packs.title': { en: 'Paper packs', fr: 'Trousses papier' },
  'packs.about': {
    en: 'Printed ahead, for when the computer is down. Each pack has a number, two pages, and becomes one claim.',
    fr: 'Imprimées d’avance, pour les pannes. Chaque trousse a un numéro, deux pages, et devient une demande.',
  },
  'packs.take_title': { en: 'Take in a pack that was filled in', fr: 'Saisir une trousse remplie' },
  'packs.number': { en: 'Number of the pack', fr: 'Numéro de la trousse' },
  'packs.number_help': {
    en: 'Scan the barcode, or type it: P and 13 digits',
    fr: 'Scannez le code à barres, ou tapez-le : P et 13 chiffres',
  },
  'packs.take': { en: 'Open its claim', fr: 'Ouvrir sa demande' },
  'packs.taken_new': { en: 'A claim was opened for this pack', fr: 'Une demande a été ouverte pour cette trousse' },
  'packs.taken_before': {
    en: 'This pack was taken in before: here is its claim',
    fr: 'Cette trousse a déjà été saisie : voici sa demande',
  },
  'packs.foreign': { en: 'This pack was printed at another desk', fr: 'Cette trousse a été imprimée à un autre poste' },
  'packs.print_title': { en: 'Print packs ahead', fr: 'Imprimer des trousses d’avance' },
  'packs.count': { en: 'How many', fr: 'Combien' },
  'packs.print': { en: 'Print', fr: 'Imprimer' },
  'packs.printed': { en: 'The packs are with the printer', fr: 'Les trousses sont à l’imprimante' },
  'packs.list': { en: 'Packs of this desk', fr: 'Trousses de ce poste' },
  'packs.none': { en: 'No pack was printed here yet.', fr: 'Aucune trousse imprimée ici.' },
  'packs.none_next': {
    en: 'Keep some in the drawer before they are needed.',
    fr: 'Gardez-en quelques-unes avant d’en avoir besoin.',
  },
  'packs.printed_at': { en: 'Printed', fr: 'Imprimée' },
  'packs.claim': { en: 'Claim', fr: 'Demande' },
  'packs.unused': { en: 'Not used', fr: 'Non utilisée' },
  'packs.of_claim': { en: 'Paper pack {{number}}', fr: 'Trousse papier {{number}}' },
  'packs.page': { en: 'Page {{page}}', fr: 'Page {{page}}' },
  'packs.page_none': { en: 'Page {{page}} is not added yet', fr: 'La page {{page}} n’est pas encore ajoutée' },
  'packs.page_alt': { en: 'Page {{page}} as it was filled in', fr: 'Page {{page}} telle que remplie' },
  'packs.add': { en: 'Add a page', fr: 'Ajouter une page' },
  'packs.page_number': { en: 'Number on this page', fr: 'Numéro sur cette page' },
  'packs.which': { en: 'Which page', fr: 'Quelle page' },
  'packs.file': { en: 'Photo or scan of the page, JPEG or PNG', fr: 'Photo ou numérisation de la page, JPEG ou PNG' },
  'packs.added': { en: 'Page {{page}} is kept with the claim', fr: 'La page {{page}} est conservée avec la demande' },
} as const satisfies Texts
