import type { ErrorSpecs } from '../language.ts'

/** Failures of the record of a claim and its evidence. */
export const recordErrors = {
  'record.finding_gone': {
    status: 409,
    retryable: false,
    message: {
      en: 'This is no longer found: the facts changed.',
      fr: 'Ce constat n’existe plus\u00a0: les faits ont changé.',
    },
    next: { en: 'Look at the findings again.', fr: 'Consultez de nouveau les constats.' },
  },
  'record.file_kind': {
    status: 422,
    retryable: false,
    message: {
      en: 'This file is neither a JPEG nor a PNG picture nor a PDF.',
      fr: 'Ce fichier n’est ni une image JPEG ou PNG ni un PDF.',
    },
    next: {
      en: 'Nothing was kept. Scan the paper again, or save it as PDF.',
      fr: 'Rien n’a été conservé. Numérisez de nouveau le document ou enregistrez-le en PDF.',
    },
  },
  'record.too_many_bytes': {
    status: 413,
    retryable: false,
    message: { en: 'The file is larger than {{limit}} MB.', fr: 'Le fichier dépasse {{limit}} Mo.' },
    next: {
      en: 'Nothing was kept. Scan with fewer dots an inch, or in parts.',
      fr: 'Rien n’a été conservé. Numérisez avec une résolution moindre ou en plusieurs parties.',
    },
  },
  'record.too_many_pages': {
    status: 422,
    retryable: false,
    message: {
      en: 'The file has {{pages}} pages; {{limit}} is the most.',
      fr: 'Le fichier compte {{pages}} pages; le maximum est de {{limit}}.',
    },
    next: { en: 'Nothing was kept. Add it in parts.', fr: 'Rien n’a été conservé. Ajoutez-le en plusieurs parties.' },
  },
  'record.file_damaged': {
    status: 422,
    retryable: false,
    message: {
      en: 'The PDF cannot be opened: damaged, or locked by a password.',
      fr: 'Le PDF ne s’ouvre pas\u00a0: endommagé ou protégé par un mot de passe.',
    },
    next: {
      en: 'Ask for another copy, or print and scan it.',
      fr: 'Demandez une autre copie, ou imprimez-le et numérisez-le.',
    },
  },
  'record.no_such_page': {
    status: 404,
    retryable: false,
    message: { en: 'The file has only {{pages}} pages.', fr: 'Le fichier ne compte que {{pages}} pages.' },
    next: { en: 'Choose an earlier page.', fr: 'Choisissez une page précédente.' },
  },
  'record.guides_invalid': {
    status: 422,
    retryable: false,
    message: {
      en: 'This is no file of country guides ({{where}}).',
      fr: 'Ce fichier n’est pas un fichier de guides de pays ({{where}}).',
    },
    next: {
      en: 'Nothing was imported. Choose a file in the format passerelle-guides-1.',
      fr: 'Rien n’a été importé. Choisissez un fichier au format passerelle-guides-1.',
    },
  },
  'record.form_unknown': {
    status: 404,
    retryable: false,
    message: { en: 'This desk does not know that form.', fr: 'Ce poste ne connaît pas ce formulaire.' },
    next: { en: 'Choose one of the forms of the list.', fr: 'Choisissez un formulaire de la liste.' },
  },
  'record.evidence_unknown': {
    status: 404,
    retryable: false,
    message: {
      en: 'What it would replace is not on this claim.',
      fr: 'Ce qu’il remplacerait ne figure pas dans cette demande.',
    },
    next: { en: 'Add it as a new piece of evidence.', fr: 'Ajoutez-le comme nouvelle preuve.' },
  },
} as const satisfies ErrorSpecs
