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
} as const satisfies ErrorSpecs
