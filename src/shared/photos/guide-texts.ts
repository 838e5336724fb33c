/** What the camera's live guidance says to the person, in both languages at once: nobody has to ask which is theirs. */
import type { Bilingual } from '../language.ts'
import type { GuideHint } from './guide.ts'

export const guideTexts: Readonly<Record<GuideHint, Bilingual>> = {
  no_face: { en: 'Face the camera', fr: 'Placez-vous face à la caméra' },
  several_faces: { en: 'One person only, please', fr: 'Une seule personne, s’il vous plaît' },
  come_closer: { en: 'Come closer', fr: 'Approchez-vous' },
  move_back: { en: 'Move back', fr: 'Reculez' },
  move_left: { en: 'Move to the left of the screen', fr: 'Déplacez-vous vers la gauche de l’écran' },
  move_right: { en: 'Move to the right of the screen', fr: 'Déplacez-vous vers la droite de l’écran' },
  move_up: { en: 'Sit up, or lower the camera', fr: 'Redressez-vous, ou baissez la caméra' },
  move_down: { en: 'Sit lower, or raise the camera', fr: 'Baissez-vous, ou levez la caméra' },
  hold_level: { en: 'Hold your head straight', fr: 'Tenez la tête droite' },
  look_straight: { en: 'Look straight into the camera', fr: 'Regardez droit vers la caméra' },
  more_light: { en: 'More light on the face', fr: 'Éclairez davantage le visage' },
  less_light: { en: 'Less light on the face', fr: 'Éclairez moins le visage' },
}

/** Nothing to change. */
export const guideReady: Bilingual = { en: 'Good: hold still', fr: 'C’est bien\u00a0: ne bougez plus' }
