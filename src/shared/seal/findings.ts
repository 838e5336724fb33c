import type { Bilingual } from '../language.ts'

/**
 * What a verification can find (ICAO Doc 9303-13 appendix D, Doc 9303-8 section 6, and ours). Codes are those of the
 * standard. High: do not accept; medium: look closer; notice: told for completeness, changes no verdict.
 */

export type Severity = 'high' | 'medium' | 'notice'

interface FindingKind {
  readonly severity: Severity
  readonly text: Bilingual
}

/** From the one that says most to the one that says least: the first that was found is the verdict. */
export const sealFindings = {
  WRONG_FORMAT: {
    severity: 'high',
    text: {
      en: 'This is not a seal, or it is damaged or not signed.',
      fr: 'Ce n’est pas un sceau, ou il est endommagé ou non signé.',
    },
  },
  UNKNOWN_CERTIFICATE: {
    severity: 'high',
    text: {
      en: 'Who signed is not known here: nothing can be said of this paper.',
      fr: 'Le signataire est inconnu ici\u00a0: rien ne peut être dit de ce document.',
    },
  },
  INVALID_SIGNATURE: {
    severity: 'high',
    text: {
      en: 'The signature does not hold: the seal was changed or forged.',
      fr: 'La signature ne tient pas\u00a0: le sceau a été modifié ou contrefait.',
    },
  },
  UNTRUSTED_CERTIFICATE: {
    severity: 'high',
    text: {
      en: 'The certificate of the signer is not one that this desk trusts.',
      fr: 'Le certificat du signataire n’est pas de ceux auxquels ce poste se fie.',
    },
  },
  REVOKED_CERTIFICATE: {
    severity: 'high',
    text: { en: 'The key of the signer was revoked.', fr: 'La clé du signataire a été révoquée.' },
  },
  INVALID_DOCUMENTTYPE: {
    severity: 'high',
    text: {
      en: 'The signer may not issue papers of this type.',
      fr: 'Le signataire ne peut pas délivrer de documents de ce type.',
    },
  },
  REVOKED_DOCUMENT: {
    severity: 'high',
    text: {
      en: 'This document was revoked or reported lost.',
      fr: 'Ce document a été révoqué ou signalé perdu.',
    },
  },
  SEAL_DOCUMENT_MISMATCH: {
    severity: 'high',
    text: {
      en: 'What is printed is not what was sealed: the paper was altered, or the seal is of another paper.',
      fr: 'Ce qui est imprimé n’est pas ce qui a été scellé\u00a0: le document a été modifié, ou le sceau est celui d’un autre.',
    },
  },
  PORTRAIT_MISMATCH: {
    severity: 'high',
    text: {
      en: 'The photograph is not the one that was sealed.',
      fr: 'La photographie n’est pas celle qui a été scellée.',
    },
  },
  INVALID_SEAL_MRZ: {
    severity: 'high',
    text: {
      en: 'Check digits of the sealed machine-readable zone do not agree.',
      fr: 'Des chiffres de contrôle de la zone scellée ne concordent pas.',
    },
  },
  INVALID_PRINTED_MRZ: {
    severity: 'high',
    text: {
      en: 'Check digits of the printed machine-readable zone do not agree.',
      fr: 'Des chiffres de contrôle de la zone imprimée ne concordent pas.',
    },
  },
  EXPIRED_CERTIFICATE: {
    severity: 'medium',
    text: {
      en: 'The certificate of the signer is no longer valid.',
      fr: 'Le certificat du signataire n’est plus valide.',
    },
  },
  READ_ERROR: {
    severity: 'medium',
    text: { en: 'No seal could be read.', fr: 'Aucun sceau n’a pu être lu.' },
  },
  ZONE_NOT_READ: {
    severity: 'notice',
    text: {
      en: 'The printed machine-readable zone was not compared: compare it by eye with the sealed one.',
      fr: 'La zone imprimée n’a pas été comparée\u00a0: comparez-la à l’œil avec la zone scellée.',
    },
  },
  PORTRAIT_NOT_COMPARED: {
    severity: 'notice',
    text: {
      en: 'Whose face it is was not judged: you must compare the faces yourself.',
      fr: 'À qui est le visage n’a pas été jugé\u00a0: vous devez comparer les visages vous-même.',
    },
  },
  WORDS_NOT_COMPARED: {
    severity: 'notice',
    text: {
      en: 'The printed words were not compared: the seal names the paper and the client, not what it says.',
      fr: 'Le texte imprimé n’a pas été comparé : le sceau désigne le document et le client, non ce qui y est dit.',
    },
  },
  UNKNOWN_PROFILE: {
    severity: 'notice',
    text: {
      en: 'This kind of document is not known here: its content is shown as it stands.',
      fr: 'Ce type de document est inconnu ici\u00a0: son contenu est montré tel quel.',
    },
  },
  UNKNOWN_FEATURE: {
    severity: 'notice',
    text: {
      en: 'The seal holds an entry that is not known here.',
      fr: 'Le sceau contient une inscription inconnue ici.',
    },
  },
  TRUST_OUT_OF_DATE: {
    severity: 'notice',
    text: {
      en: 'The trust bundle is due for an update: newer revocations are not known here.',
      fr: 'L’ensemble de confiance doit être mis à jour\u00a0: des révocations plus récentes sont inconnues ici.',
    },
  },
  COPY_NOT_DETECTED: {
    severity: 'notice',
    text: {
      en: 'A seal cannot tell a photocopy from the paper: compare the person with the portrait.',
      fr: 'Un sceau ne distingue pas une photocopie du document\u00a0: comparez la personne avec le portrait.',
    },
  },
} as const satisfies Readonly<Record<string, FindingKind>>

export type SealFindingCode = keyof typeof sealFindings

export interface SealFinding {
  readonly code: SealFindingCode
  readonly severity: Severity
  /** What the code leaves open: a reason, a tag, a date, letters that differ. Codes and counts, never names. */
  readonly details?: Readonly<Record<string, string | number>>
}

export type SealStatus = 'VALID' | SealFindingCode

export const sealFinding = (code: SealFindingCode, details?: SealFinding['details']): SealFinding => ({
  code,
  severity: sealFindings[code].severity,
  ...(details ? { details } : {}),
})

const order = Object.keys(sealFindings) as SealFindingCode[]

/** The findings from the gravest on. */
export const gravestFirst = (findings: readonly SealFinding[]): readonly SealFinding[] =>
  findings.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code))

/** The verdict: the gravest finding, notices apart. */
export const statusOf = (findings: readonly SealFinding[]): SealStatus =>
  gravestFirst(findings).find(({ severity }) => severity !== 'notice')?.code ?? 'VALID'
