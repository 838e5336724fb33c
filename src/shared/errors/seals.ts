import type { ErrorSpecs } from '../language.ts'

/** Failures of digital seals, and of the keys and the trust behind them. */
export const sealErrors = {
  'seal.malformed': {
    status: 422,
    retryable: false,
    message: {
      en: 'These bytes are no digital seal ({{reason}}).',
      fr: 'Ces octets ne forment pas un sceau numérique ({{reason}}).',
    },
    next: {
      en: 'Scan the seal again, flat and in even light. If it lasts, treat the paper as not verified.',
      fr: 'Numérisez le sceau de nouveau, à plat et sous un éclairage uniforme. Si cela persiste, traitez le document comme non vérifié.',
    },
  },
  'seal.unwritable': {
    status: 422,
    retryable: false,
    message: {
      en: 'The seal of this paper cannot be written ({{reason}}).',
      fr: 'Le sceau de ce document ne peut pas être écrit ({{reason}}).',
    },
    next: {
      en: 'Correct this value in the claim, then issue the paper again.',
      fr: 'Corrigez cette valeur dans la demande, puis délivrez le document de nouveau.',
    },
  },
  'seal.none_found': {
    status: 422,
    retryable: false,
    message: { en: 'No seal was found on this paper.', fr: 'Aucun sceau n’a été trouvé sur ce document.' },
    next: {
      en: 'Scan the whole page again at 200 dots an inch or more, flat and clean.',
      fr: 'Numérisez de nouveau toute la page à 200 points par pouce ou plus, à plat et propre.',
    },
  },
  'seal.file_kind': {
    status: 415,
    retryable: false,
    message: {
      en: 'A paper is verified from a PDF, PNG or JPEG file; this one is none of these.',
      fr: 'Un document est vérifié à partir d’un fichier PDF, PNG ou JPEG; celui-ci n’en est pas un.',
    },
    next: {
      en: 'Scan the paper anew as PDF, PNG or JPEG.',
      fr: 'Numérisez le document de nouveau en PDF, PNG ou JPEG.',
    },
  },
  'seal.file_damaged': {
    status: 422,
    retryable: false,
    message: {
      en: 'The file is damaged, protected or too large to be opened.',
      fr: 'Le fichier est endommagé, protégé ou trop volumineux pour être ouvert.',
    },
    next: { en: 'Scan the paper anew.', fr: 'Numérisez le document de nouveau.' },
  },
  'seal.file_unreadable': {
    status: 422,
    retryable: true,
    message: { en: 'The file could not be read ({{reason}}).', fr: 'Le fichier n’a pas pu être lu ({{reason}}).' },
    next: {
      en: 'Check its name, and that it is smaller than 25 MB.',
      fr: 'Vérifiez son nom, et qu’il fait moins de 25 Mo.',
    },
  },
  'seal.certificates_unreadable': {
    status: 422,
    retryable: false,
    message: {
      en: 'This file holds no certificates that can be read.',
      fr: 'Ce fichier ne contient pas de certificats lisibles.',
    },
    next: {
      en: 'Give a PEM file with the certificates of the signers.',
      fr: 'Indiquez un fichier PEM contenant les certificats des signataires.',
    },
  },
} as const satisfies ErrorSpecs
