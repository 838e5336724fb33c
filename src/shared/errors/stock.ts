import type { ErrorSpecs } from '../language.ts'

const checkSerial = {
  en: 'Check the serial printed on the sheet against the ledger.',
  fr: 'Comparez le numéro de série imprimé sur la feuille au registre.',
}

export const stockErrors = {
  'papers.scan_not_in_pack': {
    status: 409,
    retryable: false,
    message: {
      en: 'The number scanned is of no paper of this pack. Nothing was confirmed.',
      fr: 'Le numéro lu n’est celui d’aucun document de cette pochette. Rien n’a été confirmé.',
    },
    next: {
      en: 'Take the sheet out of the pack: it may be another family’s, or a spoiled one.',
      fr: 'Retirez la feuille de la pochette : elle peut être à une autre famille, ou gâchée.',
    },
  },
  'papers.not_signable': {
    status: 409,
    retryable: false,
    message: {
      en: 'A signed copy is added to a paper that was printed and is neither spoiled nor revoked.',
      fr: 'Une copie signée s’ajoute à un document imprimé, ni gâché ni révoqué.',
    },
    next: { en: 'Choose the paper that was signed.', fr: 'Choisissez le document qui a été signé.' },
  },
  'papers.nothing_due': {
    status: 409,
    retryable: false,
    message: {
      en: 'There is nothing to put on this paper: every seizure recorded has its notice.',
      fr: 'Il n’y a rien à inscrire sur ce document : chaque saisie consignée a son avis.',
    },
    next: { en: 'Record the seizure first.', fr: 'Consignez d’abord la saisie.' },
  },
  'papers.no_interview': {
    status: 409,
    retryable: false,
    message: {
      en: 'No interview is set for today or a later day.',
      fr: 'Aucune entrevue n’est fixée à aujourd’hui ou à un jour ultérieur.',
    },
    next: { en: 'Set day, time and place of the interview first.', fr: 'Fixez d’abord le jour, l’heure et le lieu.' },
  },
  'papers.nothing_changed': {
    status: 409,
    retryable: false,
    message: {
      en: 'Letter {{number}} still says what the claim says.',
      fr: 'La lettre {{number}} dit encore ce que dit la demande.',
    },
    next: {
      en: 'Print the stored letter again, or a file copy of it.',
      fr: 'Réimprimez la lettre conservée, ou une copie pour le dossier.',
    },
  },
  'stock.range_invalid': {
    status: 422,
    retryable: false,
    message: {
      en: 'First and last serial do not make a range of at most 10,000 sheets.',
      fr: 'Le premier et le dernier numéro ne forment pas une plage d’au plus 10 000 feuilles.',
    },
    next: {
      en: 'Type both as printed, for example A0001001 and A0001500.',
      fr: 'Tapez les deux tels qu’imprimés, par exemple A0001001 et A0001500.',
    },
  },
  'stock.already_received': {
    status: 409,
    retryable: false,
    message: {
      en: 'Sheet {{serial}} is in the ledger already.',
      fr: 'La feuille {{serial}} figure déjà au registre.',
    },
    next: checkSerial,
  },
  'stock.unknown': {
    status: 404,
    retryable: false,
    message: { en: 'Sheet {{serial}} is not in the ledger.', fr: 'La feuille {{serial}} ne figure pas au registre.' },
    next: checkSerial,
  },
  'stock.not_available': {
    status: 409,
    retryable: false,
    message: {
      en: 'Sheet {{serial}} cannot be used: it is already used, spoiled, or not checked out to this desk.',
      fr: 'La feuille {{serial}} ne peut pas servir : elle a déjà servi, est gâchée ou n’a pas été remise à ce poste.',
    },
    next: { en: 'Take the next sheet of the pile.', fr: 'Prenez la feuille suivante de la pile.' },
  },
  'stock.none_ready': {
    status: 409,
    retryable: false,
    message: {
      en: 'No sheet is checked out to this desk.',
      fr: 'Aucune feuille n’est remise à ce poste.',
    },
    next: {
      en: 'Check sheets out under Administration, Numbered sheets.',
      fr: 'Remettez des feuilles au poste sous Administration, Feuilles numérotées.',
    },
  },
  'stock.low': {
    status: 200,
    retryable: false,
    message: {
      en: 'Sheets left at this desk: {{left}}.',
      fr: 'Feuilles qui restent à ce poste : {{left}}.',
    },
    next: {
      en: 'Take more sheets to this desk under Administration, Numbered sheets.',
      fr: 'Prenez d’autres feuilles à ce poste sous Administration, Feuilles numérotées.',
    },
  },
  'papers.not_in_doubt': {
    status: 409,
    retryable: false,
    message: { en: 'This document is no longer in doubt.', fr: 'Ce document n’est plus en cause.' },
    next: {
      en: 'Another officer has answered for it: see the timeline of the claim.',
      fr: 'Un autre agent en a répondu : consultez l’historique de la demande.',
    },
  },
  'papers.not_in_this_state': {
    status: 409,
    retryable: false,
    message: {
      en: 'This cannot be done to the paper in its present state.',
      fr: 'Cette action n’est pas possible dans l’état actuel du document.',
    },
    next: { en: 'Open the claim again to see its papers.', fr: 'Rouvrez la demande pour voir ses documents.' },
  },
  'papers.changed_meanwhile': {
    status: 409,
    retryable: true,
    message: {
      en: 'The claim changed while the page was being made. Nothing was issued.',
      fr: 'La demande a changé pendant la préparation de la page. Rien n’a été délivré.',
    },
    next: {
      en: 'Look at the preview and issue again.',
      fr: 'Consultez l’aperçu et délivrez de nouveau.',
    },
  },
  'papers.scan_not_in_queue': {
    status: 409,
    retryable: false,
    message: {
      en: 'No printed sheet of the queue bears {{number}}. Nothing was confirmed.',
      fr: 'Aucune feuille imprimée de la file ne porte {{number}}. Rien n’a été confirmé.',
    },
    next: {
      en: 'Take the sheet out: it belongs elsewhere, was confirmed before, or is not known to be printed.',
      fr: 'Retirez la feuille : elle est d’ailleurs, déjà confirmée, ou n’est pas notée comme imprimée.',
    },
  },
  'papers.scan_other': {
    status: 409,
    retryable: false,
    message: {
      en: 'This sheet is paper {{number}}, not the one to be confirmed. Nothing was confirmed.',
      fr: 'Cette feuille est le document {{number}}, et non celui à confirmer. Rien n’a été confirmé.',
    },
    next: {
      en: 'Hold the sheets of both people apart and scan again.',
      fr: 'Séparez les feuilles des deux personnes et numérisez de nouveau.',
    },
  },
  'papers.scan_old_sheet': {
    status: 409,
    retryable: false,
    message: {
      en: 'This sheet bears an older seal of paper {{number}}: it is not the sheet that was printed last.',
      fr: 'Cette feuille porte un sceau antérieur du document {{number}} : ce n’est pas la dernière feuille imprimée.',
    },
    next: {
      en: 'Keep it with the spoiled sheets and scan the new one.',
      fr: 'Conservez-la avec les feuilles gâchées et numérisez la nouvelle.',
    },
  },
  'papers.scan_differs': {
    status: 409,
    retryable: false,
    message: {
      en: 'The sheet that was scanned is not this document.',
      fr: 'La feuille numérisée n’est pas ce document.',
    },
    next: {
      en: 'Hold the sheets of both people apart and scan again.',
      fr: 'Séparez les feuilles des deux personnes et numérisez de nouveau.',
    },
  },
  'papers.kind_not_allowed': {
    status: 409,
    retryable: false,
    message: {
      en: 'This paper cannot be given after the decision taken.',
      fr: 'Ce document ne peut pas être remis après la décision prise.',
    },
    next: { en: 'Look at the decision under Eligibility.', fr: 'Consultez la décision sous Recevabilité.' },
  },
  'papers.already_issued': {
    status: 409,
    retryable: false,
    message: {
      en: 'This person already holds document {{number}}.',
      fr: 'Cette personne détient déjà le document {{number}}.',
    },
    next: {
      en: 'Spoil or replace that document instead.',
      fr: 'Annulez ou remplacez plutôt ce document.',
    },
  },
  'papers.not_yet_renewable': {
    status: 409,
    retryable: false,
    message: {
      en: 'The document is valid until {{until}} and may be renewed from {{from}}.',
      fr: 'Le document est valide jusqu’au {{until}} et renouvelable à partir du {{from}}.',
    },
    next: {
      en: 'Nothing was changed. Replace it for another reason if one applies: lost, stolen, damaged, error.',
      fr: 'Rien n’a été modifié. Remplacez-le pour un autre motif s’il y a lieu : perdu, volé, endommagé, erreur.',
    },
  },
  'papers.police_report_needed': {
    status: 422,
    retryable: false,
    message: {
      en: 'A stolen document needs the number of the police report and the service that took it.',
      fr: 'Pour un document volé, il faut le numéro du rapport de police et le service qui l’a reçu.',
    },
    next: {
      en: 'Enter both. Without a report, the person goes to the police first.',
      fr: 'Entrez les deux. Sans rapport, la personne s’adresse d’abord à la police.',
    },
  },
  'papers.error_unsaid': {
    status: 422,
    retryable: false,
    message: { en: 'Say what was wrong on the document.', fr: 'Indiquez ce qui était erroné sur le document.' },
    next: { en: 'Write it and replace again.', fr: 'Inscrivez-le et remplacez de nouveau.' },
  },
  'papers.not_returned': {
    status: 422,
    retryable: false,
    message: {
      en: 'A document that is lost or stolen cannot have been returned.',
      fr: 'Un document perdu ou volé ne peut pas avoir été rendu.',
    },
    next: {
      en: 'If the sheet is in your hand, choose another reason.',
      fr: 'Si la feuille est entre vos mains, choisissez un autre motif.',
    },
  },
  'papers.new_photo_needed': {
    status: 409,
    retryable: false,
    message: {
      en: 'The person was under 18 when the claim was made: the replacement needs a new photo.',
      fr: 'La personne avait moins de 18 ans lors de la demande : il faut une nouvelle photo.',
    },
    next: { en: 'Take the photo in its step, then replace.', fr: 'Prenez la photo à son étape, puis remplacez.' },
  },
  'papers.number_revoked': {
    status: 409,
    retryable: false,
    message: {
      en: 'Document number {{number}} was revoked and is never valid again.',
      fr: 'Le numéro de document {{number}} a été révoqué et n’est plus jamais valide.',
    },
    next: { en: 'Issue a document with a new number.', fr: 'Délivrez un document avec un nouveau numéro.' },
  },
} as const satisfies ErrorSpecs
