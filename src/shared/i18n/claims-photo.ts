import type { Texts } from './types.ts'

/** The photo step. */
export const photoTexts = {
  'photo.lead': {
    en: 'One photo for the document, taken here or brought as a file. The machine explains; you decide.',
    fr: 'Une photo pour le document, prise ici ou apportée en fichier. La machine explique; vous décidez.',
  },
  'photo.file': {
    en: 'Drop a JPEG or PNG here, or choose one',
    fr: 'Déposez un JPEG ou un PNG ici, ou choisissez-en un',
  },
  'photo.file_help': { en: 'At most 20 MB. Metadata is removed.', fr: 'Au plus 20 Mo. Les métadonnées sont retirées.' },
  'photo.camera': { en: 'Use the camera', fr: 'Utiliser la caméra' },
  'photo.take': { en: 'Take the photo', fr: 'Prendre la photo' },
  'photo.stop': { en: 'Close the camera', fr: 'Fermer la caméra' },
  'photo.use': { en: 'Use this photo', fr: 'Utiliser cette photo' },
  'photo.retake': { en: 'Take it again', fr: 'Reprendre' },
  'photo.taken': { en: 'Photo just taken', fr: 'Photo qui vient d’être prise' },
  'photo.guide': {
    en: 'Head inside the oval, eyes on the line, plain light background, face evenly lit.',
    fr: 'Tête dans l’ovale, yeux sur la ligne, fond clair uni, visage éclairé également.',
  },
  'photo.live': { en: 'Camera', fr: 'Caméra' },
  'photo.denied': { en: 'The camera may not be used', fr: 'La caméra ne peut être utilisée' },
  'photo.denied_next': {
    en: 'Allow the camera for Passerelle in the settings of the browser or system, or bring the photo as a file.',
    fr: 'Autorisez la caméra pour Passerelle dans les paramètres du navigateur ou du système, ou apportez la photo en fichier.',
  },
  'photo.no_camera': { en: 'No camera was found', fr: 'Aucune caméra trouvée' },
  'photo.no_camera_next': {
    en: 'Connect a camera and try again, or bring the photo as a file.',
    fr: 'Branchez une caméra et réessayez, ou apportez la photo en fichier.',
  },
  'photo.busy': { en: 'The camera does not start', fr: 'La caméra ne démarre pas' },
  'photo.busy_next': {
    en: 'Another program may be using it. Close that program and try again.',
    fr: 'Un autre programme l’utilise peut-être. Fermez-le et réessayez.',
  },
  'photo.print': { en: 'As it will be printed', fr: 'Telle qu’elle sera imprimée' },
  'photo.print_size': { en: '35 × 45 mm', fr: '35 × 45 mm' },
  'photo.original': {
    en: 'Picture received: {{width}} × {{height}} pixels',
    fr: 'Image reçue : {{width}} × {{height}} pixels',
  },
  'photo.added': { en: 'added {{at}}', fr: 'ajoutée le {{at}}' },
  'photo.findings': { en: 'What was checked', fr: 'Ce qui a été vérifié' },
  'photo.ok': { en: 'In order', fr: 'Conforme' },
  'photo.not_assessed': { en: 'Not assessed', fr: 'Non évalué' },
  'photo.review': { en: 'Look at it', fr: 'À examiner' },
  'photo.return': { en: 'Better a new one', fr: 'À refaire' },
  'photo.replace': { en: 'Replace the photo', fr: 'Remplacer la photo' },
  'photo.key_camera': { en: 'Open the camera', fr: 'Ouvrir la caméra' },
} as const satisfies Texts
