import type { Bilingual } from '../../language.ts'
import type { CheckGroup, Level, Note } from '../checks.ts'

export const levelText: Readonly<Record<Level, Bilingual>> = {
  ok: { en: 'In order', fr: 'Conforme' },
  not_assessed: { en: 'Not assessed', fr: 'Non évalué' },
  review: { en: 'Look at it', fr: 'À examiner' },
  return: { en: 'Better a new one', fr: 'À refaire' },
}

export const groupTitle: Readonly<Record<CheckGroup, Bilingual>> = {
  face: { en: 'Face', fr: 'Visage' },
  features: { en: 'Features', fr: 'Traits' },
  light: { en: 'Light', fr: 'Lumière' },
  sharpness: { en: 'Sharpness', fr: 'Netteté' },
  background: { en: 'Background', fr: 'Arrière-plan' },
  framing: { en: 'Framing', fr: 'Cadrage' },
  colour: { en: 'Colour', fr: 'Couleur' },
  original: { en: 'Originality', fr: 'Authenticité' },
  file: { en: 'File', fr: 'Fichier' },
}

/** Why a check was not made; after "not assessed". */
export const noteText: Readonly<Record<Note, Bilingual>> = {
  no_face: { en: 'there is no face to judge', fr: 'il n’y a pas de visage à évaluer' },
  turned_away: { en: 'the face is turned too far', fr: 'le visage est trop tourné' },
  too_small: { en: 'the face is too small', fr: 'le visage est trop petit' },
  little_background: { en: 'too little background is seen', fr: 'l’arrière-plan est trop peu visible' },
  not_jpeg: { en: 'only a JPEG file shows it', fr: 'seul un fichier JPEG le montre' },
  reduced: { en: 'the picture is too large for it', fr: 'l’image est trop grande pour cela' },
  unknown: { en: 'nothing says it', fr: 'rien ne l’indique' },
  hidden: { en: 'another finding makes it meaningless', fr: 'un autre constat la rend sans objet' },
  no_time: { en: 'it would have taken too long', fr: 'cela aurait pris trop de temps' },
  not_measured: { en: 'it was not measured', fr: 'la mesure n’a pas été faite' },
}
