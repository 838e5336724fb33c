import type { Texts } from './types.ts'

/** Words of the work itself: roles, states, kinds. Terms after the glossary of the two Acts and of the services. */
export const domainTexts = {
  'role.border_officer': { en: 'Border services officer', fr: 'Agent des services frontaliers' },
  'role.caseworker': { en: 'Caseworker', fr: 'Agent de traitement' },
  'role.photo_reviewer': { en: 'Photo reviewer', fr: 'Réviseur de photos' },
  'role.supervisor': { en: 'Supervisor', fr: 'Superviseur' },
  'role.auditor': { en: 'Auditor', fr: 'Vérificateur' },
  'role.administrator': { en: 'Administrator', fr: 'Administrateur' },
  'role.border_officer.about': {
    en: 'Takes in claims, decides eligibility, issues documents',
    fr: 'Reçoit les demandes, statue sur la recevabilité, délivre les documents',
  },
  'role.caseworker.about': {
    en: 'Follows claims up: contact details, acknowledgements, documents',
    fr: 'Assure le suivi : coordonnées, accusés de réception, documents',
  },
  'role.photo_reviewer.about': { en: 'Reviews photos', fr: 'Examine les photos' },
  'role.supervisor.about': {
    en: 'Oversees the office, overrides with a reason',
    fr: 'Supervise le bureau, déroge avec un motif',
  },
  'role.auditor.about': {
    en: 'Reads the logs, changes nothing',
    fr: 'Consulte les journaux, ne modifie rien',
  },
  'role.administrator.about': {
    en: 'Officers, numbers, numbered sheets, backups',
    fr: 'Agents, numéros, feuilles numérotées, sauvegardes',
  },
  'jurisdiction.office': { en: 'This office', fr: 'Ce bureau' },
  'jurisdiction.all': { en: 'All offices', fr: 'Tous les bureaux' },
  'claim_state.intake': { en: 'Being taken in', fr: 'En réception' },
  'claim_state.undecided': { en: 'To be decided', fr: 'À décider' },
  'claim_state.suspended': { en: 'Suspended', fr: 'Étude en sursis' },
  'claim_state.ineligible_proposed': { en: 'Proposed ineligible', fr: 'Irrecevabilité proposée' },
  'claim_state.ineligible': { en: 'Ineligible', fr: 'Irrecevable' },
  'claim_state.referred': { en: 'Referred to the RPD', fr: 'Déférée à la SPR' },
  'document_state.reserved': { en: 'Ready to print', fr: 'Prêt à imprimer' },
  'document_state.sent': { en: 'Sent to the printer', fr: 'Envoyé à l’imprimante' },
  'document_state.confirmed': { en: 'Issued', fr: 'Délivré' },
  'document_state.spoiled': { en: 'Spoiled', fr: 'Gâché' },
  'document_state.revoked': { en: 'Revoked', fr: 'Révoqué' },
  'document_kind.RPID': {
    en: 'Refugee Protection Identity Document (RPID)',
    fr: 'Document d’identité du demandeur d’asile',
  },
  'document_kind.RPCD': {
    en: 'Refugee Protection Claimant Document (RPCD)',
    fr: 'Document du demandeur d’asile (DDA)',
  },
  'document_kind.acknowledgement': {
    en: 'Acknowledgement of Claim letter (AOC)',
    fr: 'Lettre d’accusé de réception de la demande d’asile',
  },
  'stock_state.in_office': { en: 'In the office', fr: 'Au bureau' },
  'stock_state.checked_out': { en: 'On this desk', fr: 'Sur ce poste' },
  'stock_state.issued': { en: 'Issued', fr: 'Délivrée' },
  'stock_state.spoiled': { en: 'Spoiled', fr: 'Gâchée' },
  'stock_state.lost': { en: 'Lost', fr: 'Perdue' },
  'stock_state.returned': { en: 'Returned', fr: 'Retournée' },
  'series.document': { en: 'Document numbers', fr: 'Numéros de document' },
  'series.client': { en: 'Client IDs (UCI)', fr: 'Identificateurs de client (IUC)' },
  'series.application': { en: 'Application numbers', fr: 'Numéros de demande' },
  'number.uci': { en: 'Client ID (UCI)', fr: 'ID client (IUC)' },
  'number.application': { en: 'Application number', fr: 'Numéro de la demande' },
  'number.document': { en: 'Document number', fr: 'Numéro du document' },
} as const satisfies Texts
