import type { Bilingual } from '../../../shared/language.ts'

/** What the host itself says, before or without a window. The window's texts are in src/renderer. */
export const texts = {
  edit: { en: 'Edit', fr: 'Édition' },
  view: { en: 'View', fr: 'Affichage' },
  undo: { en: 'Undo', fr: 'Annuler' },
  redo: { en: 'Redo', fr: 'Rétablir' },
  cut: { en: 'Cut', fr: 'Couper' },
  copy: { en: 'Copy', fr: 'Copier' },
  paste: { en: 'Paste', fr: 'Coller' },
  selectAll: { en: 'Select all', fr: 'Tout sélectionner' },
  zoomIn: { en: 'Larger', fr: 'Agrandir' },
  zoomOut: { en: 'Smaller', fr: 'Réduire' },
  resetZoom: { en: 'Actual size', fr: 'Taille réelle' },
  fullScreen: { en: 'Full screen', fr: 'Plein écran' },
  quit: { en: 'Quit Passerelle', fr: 'Quitter Passerelle' },
  cannotStart: { en: 'Passerelle cannot start', fr: 'Passerelle ne peut pas démarrer' },
  folderInUse: {
    en: 'Another Passerelle is already open on this data folder. Go to its window, or close it and start again.',
    fr: 'Passerelle est déjà ouvert sur ce dossier de données. Allez à sa fenêtre, ou fermez-le et redémarrez.',
  },
  startBug: {
    en: 'Something went wrong at the start. What was saved is safe. Start again; if it happens again, call support.',
    fr: 'Un problème est survenu au démarrage. Ce qui a été enregistré est en sécurité. Redémarrez; si le problème se répète, communiquez avec le soutien.',
  },
  crashed: { en: 'Passerelle must start again', fr: 'Passerelle doit redémarrer' },
  crashedDetail: {
    en: 'A part of the program stopped. What was saved is safe; the field being typed may be missing its last seconds.',
    fr: 'Une partie du programme s’est arrêtée. Ce qui a été enregistré est en sécurité; les dernières secondes de saisie peuvent manquer.',
  },
  restart: { en: 'Start again', fr: 'Redémarrer' },
} as const satisfies Record<string, Bilingual>
