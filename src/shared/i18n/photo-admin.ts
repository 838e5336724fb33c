import type { Texts } from './types.ts'

/** Photos in Administration: the import folder and the policy. */
export const photoAdminTexts = {
  'photo_import.title': { en: 'Import folder', fr: 'Dossier d’importation' },
  'photo_import.about': {
    en: 'Each picture there, with a small file beside it that says whose it is, goes into the queue. What was taken lies in “done”, what was refused in “refused” with its reason.',
    fr: 'Chaque image qui s’y trouve, avec un petit fichier qui dit de qui elle est, entre dans la file. Ce qui est pris va dans « done », ce qui est refusé dans « refused » avec le motif.',
  },
  'photo_import.folder': { en: 'Folder for photos', fr: 'Dossier des photos' },
  'photo_import.folder_help': {
    en: 'On this computer or a network share. The desk looks into it every five seconds while somebody is signed in.',
    fr: 'Sur cet ordinateur ou un partage réseau. Le poste y regarde toutes les cinq secondes tant que quelqu’un est connecté.',
  },
  'photo_import.none': { en: 'No import folder is set', fr: 'Aucun dossier d’importation n’est défini' },
  'photo_import.none_next': {
    en: 'An administrator names one here; until then photos come from intake only.',
    fr: 'Un administrateur en nomme un ici; d’ici là, les photos ne viennent que de l’accueil.',
  },
  'photo_import.now': { en: 'Import now', fr: 'Importer maintenant' },
  'photo_import.nothing': { en: 'Nothing was taken or refused so far', fr: 'Rien n’a encore été pris ni refusé' },
  'photo_import.last': {
    en: 'Last import, {{at}}: {{taken}} taken, {{refused}} refused',
    fr: 'Dernière importation, {{at}} : {{taken}} prises, {{refused}} refusées',
  },
  'photo_import.in_all': {
    en: 'In all: {{taken}} taken, {{refused}} refused',
    fr: 'En tout : {{taken}} prises, {{refused}} refusées',
  },
  'photo_import.waiting_one': {
    en: '{{count}} file is still being copied or waits for the file that says whose it is',
    fr: '{{count}} fichier est encore en cours de copie ou attend celui qui dit de qui il est',
  },
  'photo_import.waiting_other': {
    en: '{{count}} files are still being copied or wait for the file that says whose they are',
    fr: '{{count}} fichiers sont encore en cours de copie ou attendent celui qui dit de qui ils sont',
  },
  'photo_import.refused': { en: 'Refused in that import', fr: 'Refusées lors de cette importation' },
  'photo_import.refused_more': {
    en: 'and {{n}} more, in the folder “refused”',
    fr: 'et {{n}} de plus, dans le dossier « refused »',
  },

  'photo_policy.title': { en: 'What a photo must be', fr: 'Ce qu’une photo doit être' },
  'photo_policy.about': {
    en: 'The limits that the machine goes by, and where each comes from. The machine explains; the officer decides.',
    fr: 'Les limites que suit la machine et l’origine de chacune. La machine explique; l’agent décide.',
  },
  'photo_policy.profile': { en: 'Limits for', fr: 'Limites pour' },
  'photo_policy.version': { en: 'Version {{version}}', fr: 'Version {{version}}' },
  'photo_policy.requirements': { en: 'As the public is told', fr: 'Tel que dit au public' },
  'photo_policy.limits': { en: 'Limits: {{title}}', fr: 'Limites : {{title}}' },
  'photo_policy.check': { en: 'Check', fr: 'Vérification' },
  'photo_policy.fine': { en: 'In order within', fr: 'Conforme dans' },
  'photo_policy.not_returned': { en: 'A new one is proposed outside', fr: 'Une nouvelle est proposée hors de' },
  'photo_policy.source': { en: 'Source', fr: 'Origine' },
  'photo_policy.no_limit': { en: 'no limit', fr: 'sans limite' },
  'photo_policy.infants': {
    en: 'Under {{years}} years: in order {{fine}}',
    fr: 'Moins de {{years}} ans : conforme {{fine}}',
  },
  'photo_policy.infants_free': { en: 'Under {{years}} years: no limit', fr: 'Moins de {{years}} ans : sans limite' },
  'photo_policy.try': { en: 'Try other limits', fr: 'Essayer d’autres limites' },
  'photo_policy.try_about': {
    en: 'Change numbers in this copy and see what they would have done to the last 500 photos, from what was measured then. Nothing is saved and no photo changes. The limits for infants stay as they are.',
    fr: 'Changez des nombres dans cette copie et voyez ce qu’ils auraient fait des 500 dernières photos, d’après ce qui a été mesuré alors. Rien n’est enregistré et aucune photo ne change. Les limites pour les tout-petits restent les mêmes.',
  },
  'photo_policy.try_now': { en: 'Show what it would have done', fr: 'Montrer ce que cela aurait fait' },
  'photo_policy.reset': { en: 'Back to the limits in force', fr: 'Revenir aux limites en vigueur' },
  'photo_policy.input_review_min': { en: '{{what}}, in order from', fr: '{{what}}, conforme à partir de' },
  'photo_policy.input_review_max': { en: '{{what}}, in order up to', fr: '{{what}}, conforme jusqu’à' },
  'photo_policy.input_return_min': { en: '{{what}}, a new one below', fr: '{{what}}, une nouvelle sous' },
  'photo_policy.input_return_max': { en: '{{what}}, a new one above', fr: '{{what}}, une nouvelle au-dessus de' },
  'photo_policy.fault_number': { en: '{{what}}: a number is needed.', fr: '{{what}} : il faut un nombre.' },
  'photo_policy.fault_crossed': {
    en: '{{what}}: the lower limit is above the upper one.',
    fr: '{{what}} : la limite inférieure dépasse la limite supérieure.',
  },
  'photo_policy.fault_outside': {
    en: '{{what}}: a new photo would be proposed where the photo is in order. Widen the second limit or narrow the first.',
    fr: '{{what}} : une nouvelle photo serait proposée là où la photo est conforme. Élargissez la seconde limite ou resserrez la première.',
  },
  'photo_policy.none_judged': {
    en: 'No photo of this kind was checked yet, so nothing can be compared.',
    fr: 'Aucune photo de ce genre n’a encore été vérifiée : rien à comparer.',
  },
  'photo_policy.outcome': {
    en: 'What it would have done to the last {{n}} photos',
    fr: 'Ce que cela aurait fait des {{n}} dernières photos',
  },
  'photo_policy.machine': { en: 'Machine', fr: 'Machine' },
  'photo_policy.before': { en: 'As it was', fr: 'Comme c’était' },
  'photo_policy.after': { en: 'With these limits', fr: 'Avec ces limites' },
  'photo_policy.unchanged': { en: 'Nothing would have been different.', fr: 'Rien n’aurait été différent.' },
  'photo_policy.by_check': { en: 'Per check', fr: 'Par vérification' },
  'photo_policy.move': { en: '{{from}} → {{to}}', fr: '{{from}} → {{to}}' },
  'photo_policy.photos': { en: 'Photos', fr: 'Photos' },
  'photo_policy.changed_one': { en: '{{count}} photo would change', fr: '{{count}} photo changerait' },
  'photo_policy.changed_other': { en: '{{count}} photos would change', fr: '{{count}} photos changeraient' },
  'photo_policy.photo': { en: 'Photo {{id}}', fr: 'Photo {{id}}' },
  'photo_policy.more': { en: 'and {{n}} more', fr: 'et {{n}} de plus' },
} as const satisfies Texts
