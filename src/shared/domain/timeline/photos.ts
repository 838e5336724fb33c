import type { Bilingual } from '../../language.ts'
import { reasonLabel } from '../../photos/reason-texts.ts'
import type { ReturnReason } from '../../photos/reasons.ts'
import type { photoEvents } from '../catalogue/photos.ts'
import type { PhotoSource } from '../photo-states.ts'
import { say, type Writer, withReason } from './writer.ts'

const sources: Readonly<Record<PhotoSource, Bilingual>> = {
  intake: { en: 'brought as a file', fr: 'apportée en fichier' },
  camera: { en: 'taken at the desk', fr: 'prise au poste' },
  import: { en: 'from the import folder', fr: 'du dossier d’importation' },
  demo: { en: 'made up for practice', fr: 'inventée pour l’exercice' },
  portal: { en: 'sent through the portal', fr: 'envoyée par le portail' },
}

const says: Readonly<Record<'fine' | 'fault' | 'as_found', Bilingual>> = {
  fine: { en: 'nothing is amiss', fr: 'rien à redire' },
  fault: { en: 'a fault that the machine did not see', fr: 'un défaut que la machine n’a pas vu' },
  as_found: { en: 'as the machine found it', fr: 'tel que la machine l’a constaté' },
}

/** A reason of a newer policy stands as its code. */
const reasonsOf = (reasons: readonly string[], language: 'en' | 'fr'): string =>
  reasons
    .map((reason) => (Object.hasOwn(reasonLabel, reason) ? reasonLabel[reason as ReturnReason][language] : reason))
    .join(', ')

/** Photos and their review, in words. */
export const photoWriters: { readonly [N in keyof typeof photoEvents]: Writer<N> } = {
  'photo.submitted': (b) => ({
    en: `Photo submitted, ${sources[b.source].en}${b.answers ? ', in answer to a return' : ''}`,
    fr: `Photo soumise, ${sources[b.source].fr}${b.answers ? ', en réponse à un renvoi' : ''}`,
  }),
  'photo.checked': (b) => ({
    en: `Photo checked by the machine (policy ${b.policy})`,
    fr: `Photo vérifiée par la machine (politique ${b.policy})`,
  }),
  'photo.check_failed': say(
    'The machine could not check the photo; an officer looks at it',
    'La machine n’a pas pu vérifier la photo; un agent l’examine',
  ),
  'photo.approved': say('Photo approved', 'Photo approuvée'),
  'photo.returned': (b) => ({
    en: `Photo returned: ${reasonsOf(b.reasons, 'en')}`,
    fr: `Photo renvoyée : ${reasonsOf(b.reasons, 'fr')}`,
  }),
  'photo.decision_undone': say('Decision on the photo undone', 'Décision sur la photo annulée'),
  'photo.reopened': (b) => withReason({ en: `Photo reopened`, fr: `Photo rouverte` }, b.reason),
  'photo.check_overridden': (b) => ({
    en: [`Check ${b.check} of the photo: ${says[b.says].en}`, b.note].filter(Boolean).join('. '),
    fr: [`Vérification ${b.check} de la photo : ${says[b.says].fr}`, b.note].filter(Boolean).join('. '),
  }),
  'photo.crop_adjusted': say('Frame for printing adjusted', 'Cadre d’impression ajusté'),
  'photo.replaced': say('Replaced by another photo before a decision', 'Remplacée par une autre photo avant décision'),
  'photo.letter_made': (b) => ({
    en: `Letter that returns the photo made in ${b.language === 'en' ? 'English' : 'French'}`,
    fr: `Lettre de renvoi de la photo produite en ${b.language === 'en' ? 'anglais' : 'français'}`,
  }),
  'photo.erased': (b) => ({ en: `Photo erased. ${b.law}`, fr: `Photo effacée. ${b.law}` }),
  'photo_application.noted': (b) => ({
    en: `Application ${b.applicationNumber} noted`,
    fr: `Demande ${b.applicationNumber} notée`,
  }),
  'photo_application.erased': (b) => ({ en: `Application erased. ${b.law}`, fr: `Demande effacée. ${b.law}` }),
}
