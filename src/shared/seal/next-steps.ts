import type { Bilingual } from '../language.ts'
import type { SealFindingCode } from './findings.ts'

/** What an officer does about each thing that a verification can find. */

const askOffice: Bilingual = {
  en: 'Do not accept the paper on this alone: call the office that it names.',
  fr: 'N’acceptez pas le document sur cette seule base\u00a0: appelez le bureau qu’il nomme.',
}
const keepPaper: Bilingual = {
  en: 'Do not accept the paper. Keep it and tell your supervisor.',
  fr: 'N’acceptez pas le document. Conservez-le et avisez votre superviseur.',
}
const scanAgain: Bilingual = {
  en: 'Scan the whole page flat at 300 dpi and try again; papers of practice, and older ones, bear no seal.',
  fr: 'Numérisez la page entière à plat à 300\u00a0ppp et réessayez; les documents d’exercice ou anciens sont sans sceau.',
}
const nothing: Bilingual = { en: 'Nothing to do.', fr: 'Rien à faire.' }
const newBundle: Bilingual = {
  en: 'Ask an administrator for the newest trust bundle.',
  fr: 'Demandez à un administrateur le plus récent ensemble de confiance.',
}

export const sealNextSteps: Readonly<Record<SealFindingCode, Bilingual>> = {
  WRONG_FORMAT: scanAgain,
  UNKNOWN_CERTIFICATE: {
    en: 'Ask an administrator for the newest trust bundle, or call the office that the paper names.',
    fr: 'Demandez à un administrateur le plus récent ensemble de confiance, ou appelez le bureau que le document nomme.',
  },
  INVALID_SIGNATURE: keepPaper,
  UNTRUSTED_CERTIFICATE: askOffice,
  REVOKED_CERTIFICATE: askOffice,
  INVALID_DOCUMENTTYPE: askOffice,
  REVOKED_DOCUMENT: keepPaper,
  SEAL_DOCUMENT_MISMATCH: keepPaper,
  PORTRAIT_MISMATCH: {
    en: 'Compare both pictures with the person; if they differ, keep the paper and tell your supervisor.',
    fr: 'Comparez les deux images avec la personne; si elles diffèrent, conservez le document et avisez votre superviseur.',
  },
  INVALID_SEAL_MRZ: askOffice,
  INVALID_PRINTED_MRZ: keepPaper,
  EXPIRED_CERTIFICATE: askOffice,
  READ_ERROR: scanAgain,
  ZONE_NOT_READ: {
    en: 'Read the zone on the paper letter by letter beside the sealed one above.',
    fr: 'Lisez la zone du document lettre par lettre à côté de la zone scellée ci-dessus.',
  },
  PORTRAIT_NOT_COMPARED: {
    en: 'Compare three faces: the signed portrait above, the photograph on the paper, and the person before you. If one is another’s, do not accept the paper.',
    fr: 'Comparez trois visages\u00a0: le portrait signé ci-dessus, la photographie du document et la personne devant vous. Si l’un est celui d’un autre, n’acceptez pas le document.',
  },
  WORDS_NOT_COMPARED: {
    en: 'Hold the number and the client ID on the paper beside the sealed ones; if the words matter, ask the office.',
    fr: 'Placez le numéro et l’ID client du document à côté de ceux du sceau; si le texte importe, demandez au bureau.',
  },
  UNKNOWN_PROFILE: newBundle,
  UNKNOWN_FEATURE: nothing,
  TRUST_OUT_OF_DATE: newBundle,
  COPY_NOT_DETECTED: {
    en: 'Compare the person with the portrait.',
    fr: 'Comparez la personne avec le portrait.',
  },
}
