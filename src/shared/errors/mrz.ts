import type { ErrorSpecs } from '../language.ts'

const retype = {
  en: 'Scan the document again, or type all lines as printed, one below the other.',
  fr: 'Lisez de nouveau le document, ou tapez toutes les lignes telles qu’elles sont imprimées, l’une sous l’autre.',
}

/** Failures of reading and writing a machine readable zone. A wrong check digit is no failure: see mrz/warnings.ts. */
export const mrzErrors = {
  'mrz.empty': {
    status: 422,
    retryable: false,
    message: {
      en: 'No machine-readable zone was typed or scanned.',
      fr: 'Aucune zone de lecture automatique n’a été tapée ni lue.',
    },
    next: retype,
  },
  'mrz.unrecognized': {
    status: 422,
    retryable: false,
    message: {
      en: 'This is not a machine-readable zone: {{lines}} line(s), {{characters}} characters. Cards have 3 lines of 30; other documents have 2 lines of 36 or 44.',
      fr: 'Ce n’est pas une zone de lecture automatique\u00A0: {{lines}} ligne(s), {{characters}} caractères. Les cartes ont 3 lignes de 30 caractères; les autres documents ont 2 lignes de 36 ou de 44.',
    },
    next: retype,
  },
  'mrz.no_zone': {
    status: 422,
    retryable: false,
    message: {
      en: 'No machine-readable zone was found in this picture.',
      fr: 'Aucune zone de lecture automatique n’a été trouvée dans cette image.',
    },
    next: {
      en: 'Take the whole page flat, sharp and without glare, so that its last lines are readable. Or type the lines.',
      fr: 'Prenez la page entière à plat, nette et sans reflet, de sorte que ses dernières lignes soient lisibles. Ou tapez les lignes.',
    },
  },
  'mrz.picture_kind': {
    status: 415,
    retryable: false,
    message: {
      en: 'A zone is read from a PDF, PNG or JPEG file; this one is none of these.',
      fr: 'Une zone est lue dans un fichier PDF, PNG ou JPEG; celui-ci n’en est pas un.',
    },
    next: {
      en: 'Scan the page anew as PDF, PNG or JPEG.',
      fr: 'Numérisez la page de nouveau en PDF, PNG ou JPEG.',
    },
  },
  'mrz.picture_damaged': {
    status: 422,
    retryable: false,
    message: {
      en: 'The picture is damaged, protected or too large to be opened.',
      fr: 'L’image est endommagée, protégée ou trop volumineuse pour être ouverte.',
    },
    next: { en: 'Scan the page anew.', fr: 'Numérisez la page de nouveau.' },
  },
  'mrz.name_unwritable': {
    status: 422,
    retryable: false,
    message: {
      en: 'The name has no letter that a machine-readable zone can show.',
      fr: 'Le nom ne contient aucune lettre qu’une zone de lecture automatique peut montrer.',
    },
    next: { en: 'Enter the name in Latin letters.', fr: 'Inscrivez le nom en lettres latines.' },
  },
  'mrz.number_unwritable': {
    status: 422,
    retryable: false,
    message: {
      en: 'The document number must have 1 to {{limit}} letters (A to Z) and digits.',
      fr: 'Le numéro de document doit avoir de 1 à {{limit}} lettres (A à Z) et chiffres.',
    },
    next: { en: 'Check the document number.', fr: 'Vérifiez le numéro de document.' },
  },
  'mrz.code_unwritable': {
    status: 422,
    retryable: false,
    message: {
      en: 'The document code must be one or two letters; the first is P for a passport, A, C or I for another document.',
      fr: 'Le code de document doit être d’une ou deux lettres; la première est P pour un passeport, A, C ou I pour un autre document.',
    },
    next: { en: 'Report this to the administrator.', fr: 'Signalez-le à l’administrateur.' },
  },
  'mrz.state_unwritable': {
    status: 422,
    retryable: false,
    message: {
      en: 'A country or nationality has no three-letter code for the machine-readable zone.',
      fr: 'Un pays ou une nationalité n’a pas de code de trois lettres pour la zone de lecture automatique.',
    },
    next: { en: 'Choose the country from the list.', fr: 'Choisissez le pays dans la liste.' },
  },
  'mrz.date_unwritable': {
    status: 422,
    retryable: false,
    message: {
      en: 'A date cannot be written in the machine-readable zone.',
      fr: 'Une date ne peut pas être inscrite dans la zone de lecture automatique.',
    },
    next: {
      en: 'Enter the date as 2026-11-22, or as much of it as is known: 2026-11 or 2026.',
      fr: 'Inscrivez la date sous la forme 2026-11-22, ou ce qui en est connu\u00A0: 2026-11 ou 2026.',
    },
  },
  'mrz.optional_unwritable': {
    status: 422,
    retryable: false,
    message: {
      en: 'The optional data must have at most {{limit}} letters (A to Z) and digits.',
      fr: 'Les données facultatives doivent avoir au plus {{limit}} lettres (A à Z) et chiffres.',
    },
    next: { en: 'Shorten the optional data.', fr: 'Abrégez les données facultatives.' },
  },
} as const satisfies ErrorSpecs
