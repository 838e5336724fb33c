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
  'seal.took_too_long': {
    status: 422,
    retryable: true,
    message: {
      en: 'Looking at this paper took longer than {{seconds}} seconds and was stopped.',
      fr: 'L’examen de ce document a duré plus de {{seconds}} secondes et a été interrompu.',
    },
    next: {
      en: 'Scan the page by itself, at 300 dots an inch.',
      fr: 'Numérisez la page seule, à 300 points par pouce.',
    },
  },
  'seal.stopped': {
    status: 409,
    retryable: true,
    message: {
      en: 'Looking at this paper was stopped before its end.',
      fr: 'L’examen de ce document a été arrêté avant la fin.',
    },
    next: { en: 'Give the paper again.', fr: 'Soumettez le document de nouveau.' },
  },
  'seal.reading_failed': {
    status: 503,
    retryable: true,
    message: {
      en: 'The desk failed to look at this paper.',
      fr: 'Le poste n’a pas réussi à examiner ce document.',
    },
    next: {
      en: 'Scan the seal with a hand scanner, or read the paper by eye. If this happens with every paper, tell the people who look after this desk.',
      fr: 'Lisez le sceau avec un lecteur manuel, ou examinez le document à l’œil. Si cela se produit avec chaque document, avisez les responsables de ce poste.',
    },
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
  'trust.not_a_proposal': {
    status: 422,
    retryable: false,
    message: {
      en: 'This file is no proposal of what to revoke.',
      fr: 'Ce fichier n’est pas une proposition de révocation.',
    },
    next: {
      en: 'Make it again at a desk: `desk trust propose`.',
      fr: 'Refaites-le à un poste : `desk trust propose`.',
    },
  },
  'trust.not_a_bundle': {
    status: 422,
    retryable: false,
    message: {
      en: 'This file is no trust bundle.',
      fr: 'Ce fichier n’est pas un ensemble de confiance.',
    },
    next: {
      en: 'Ask whoever keeps the root for the file again.',
      fr: 'Redemandez le fichier à la personne qui garde la racine.',
    },
  },
  'trust.bundle_forged': {
    status: 422,
    retryable: false,
    message: {
      en: 'The signature of this trust bundle does not hold.',
      fr: 'La signature de cet ensemble de confiance ne tient pas.',
    },
    next: {
      en: 'Do not use it. Report it to the administrator, and ask for the file again.',
      fr: 'Ne l’utilisez pas. Signalez-le à l’administrateur et redemandez le fichier.',
    },
  },
  'trust.root_needed': {
    status: 422,
    retryable: false,
    message: {
      en: 'This desk holds no trust bundle yet: the first one needs the fingerprint of its root.',
      fr: 'Ce poste n’a pas encore d’ensemble de confiance\u00a0: le premier exige l’empreinte de sa racine.',
    },
    next: {
      en: 'Give the fingerprint that came on paper from whoever keeps the root.',
      fr: 'Indiquez l’empreinte reçue sur papier de la personne qui garde la racine.',
    },
  },
  'trust.root_unknown': {
    status: 422,
    retryable: false,
    message: {
      en: 'This trust bundle is signed by a root that this desk does not believe.',
      fr: 'Cet ensemble de confiance est signé par une racine à laquelle ce poste ne se fie pas.',
    },
    next: {
      en: 'Compare the fingerprint with the one on paper. If it differs, do not use the file.',
      fr: 'Comparez l’empreinte avec celle sur papier. Si elle diffère, n’utilisez pas le fichier.',
    },
  },
  'trust.rollback': {
    status: 409,
    retryable: false,
    message: {
      en: 'This trust bundle is older than the one held ({{given}}; held: {{held}}).',
      fr: 'Cet ensemble de confiance est plus ancien que celui du poste ({{given}}; détenu\u00a0: {{held}}).',
    },
    next: {
      en: 'Nothing was changed. Ask for the newest file.',
      fr: 'Rien n’a été changé. Demandez le fichier le plus récent.',
    },
  },
  'trust.register_damaged': {
    status: 422,
    retryable: false,
    message: {
      en: '{{file}} is damaged: it is not the register of a root.',
      fr: '{{file}} est endommagé : ce n’est pas le registre d’une racine.',
    },
    next: {
      en: 'Put back the copy of the folder that was kept; nothing was changed.',
      fr: 'Remettez la copie conservée du dossier; rien n’a été modifié.',
    },
  },
  'trust.no_root': {
    status: 422,
    retryable: false,
    message: {
      en: 'This folder holds no root.',
      fr: 'Ce dossier ne contient pas de racine.',
    },
    next: {
      en: 'Give the folder in which the root was made, or make one.',
      fr: 'Indiquez le dossier dans lequel la racine a été créée, ou créez-en une.',
    },
  },
  'trust.root_exists': {
    status: 409,
    retryable: false,
    message: {
      en: 'This folder holds a root already.',
      fr: 'Ce dossier contient déjà une racine.',
    },
    next: {
      en: 'Use it, or give an empty folder for another one.',
      fr: 'Utilisez-la, ou indiquez un dossier vide pour une autre.',
    },
  },
  'trust.passphrase_short': {
    status: 422,
    retryable: false,
    message: {
      en: 'The passphrase of the root must have at least {{length}} characters.',
      fr: 'La phrase secrète de la racine doit avoir au moins {{length}} caractères.',
    },
    next: {
      en: 'Choose several words that nobody would put together.',
      fr: 'Choisissez plusieurs mots que personne ne mettrait ensemble.',
    },
  },
  'trust.passphrase_wrong': {
    status: 422,
    retryable: false,
    message: {
      en: 'The passphrase does not open the root.',
      fr: 'La phrase secrète n’ouvre pas la racine.',
    },
    next: {
      en: 'Type it again; nothing was changed.',
      fr: 'Tapez-la de nouveau; rien n’a été changé.',
    },
  },
  'trust.request_invalid': {
    status: 422,
    retryable: false,
    message: {
      en: 'This file is no request of a desk, or it was changed on its way.',
      fr: 'Ce fichier n’est pas la demande d’un poste, ou il a été modifié en chemin.',
    },
    next: {
      en: 'Write the request at the desk again.',
      fr: 'Produisez de nouveau la demande au poste.',
    },
  },
  'trust.signer_unknown': {
    status: 404,
    retryable: false,
    message: {
      en: 'No certificate was issued to {{signer}} {{reference}}.',
      fr: 'Aucun certificat n’a été délivré à {{signer}} {{reference}}.',
    },
    next: {
      en: 'Look at the list of signers, and type both as they stand on the seal.',
      fr: 'Consultez la liste des signataires et tapez les deux comme sur le sceau.',
    },
  },
} as const satisfies ErrorSpecs
