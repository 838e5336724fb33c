import type { Texts } from './types.ts'

/** Checks of the person. */
export const checkTexts = {
  'step.checks': { en: 'Checks', fr: 'Vérifications' },
  'step.lack_check_removal_order': { en: 'the check of removal orders', fr: 'la vérification des mesures de renvoi' },
  'step.lack_check_biometrics': { en: 'biometrics', fr: 'les données biométriques' },
  'step.lack_check_police': { en: 'the police check', fr: 'la vérification policière' },
  'step.lack_check_prior_claims': {
    en: 'the check of earlier claims',
    fr: 'la vérification des demandes antérieures',
  },
  'check.lead': {
    en: 'A system that is down is no reason to wait: record it as unavailable, say why, and leave the claim undecided if need be.',
    fr: 'Un système en panne n’oblige pas à attendre : consignez la vérification comme impossible, dites pourquoi et, au besoin, ne tranchez pas.',
  },
  'check.removal_order': { en: 'Removal order', fr: 'Mesure de renvoi' },
  'check.about_removal_order': {
    en: 'First of all: whoever is under a removal order cannot make a claim in Canada, IRPA, s. 99(3). The result answers that question.',
    fr: 'Avant tout : la personne visée par une mesure de renvoi ne peut demander l’asile au Canada, LIPR, par. 99(3). Le résultat répond à cette question.',
  },
  'check.biometrics': { en: 'Biometrics', fr: 'Données biométriques' },
  'check.about_biometrics': {
    en: 'Fingerprints and photograph, from 14 years of age; no upper limit for claimants in Canada.',
    fr: 'Empreintes digitales et photographie, à partir de 14 ans; aucune limite supérieure pour les demandeurs au Canada.',
  },
  'check.police': { en: 'Police', fr: 'Police' },
  'check.about_police': {
    en: 'Police records and warrants, in Canada and with partners.',
    fr: 'Dossiers de police et mandats, au Canada et chez les partenaires.',
  },
  'check.prior_claims': { en: 'Earlier claims', fr: 'Demandes antérieures' },
  'check.about_prior_claims': {
    en: 'Earlier claims in Canada. Nothing found answers that question; of one found, say under Eligibility how it ended.',
    fr: 'Demandes d’asile antérieures au Canada. L’absence de résultat répond à la question; sinon, indiquez à Recevabilité l’issue de la demande.',
  },
  'check.exempt': { en: 'Exempt', fr: 'Exempté' },
  'check.exempt_about': {
    en: 'Under 14 on the day of the claim: exempt.',
    fr: 'Moins de 14 ans le jour de la demande : exempté.',
  },
  'check.demanded': { en: 'needed before a document', fr: 'exigée avant un document' },
  'check.not_begun': { en: 'To do', fr: 'À faire' },
  'check.said_clear': { en: 'Done, nothing found', fr: 'Effectuée, aucun résultat' },
  'check.said_taken': { en: 'Taken', fr: 'Recueillies' },
  'check.said_found': { en: 'Something found', fr: 'Résultat positif' },
  'check.said_unavailable': { en: 'Unavailable', fr: 'Impossible' },
  'check.said_pending': { en: 'Pending', fr: 'En attente' },
  'check.what_found': { en: 'What was found? It stays in the record.', fr: 'Qu’a-t-on trouvé? Cela reste au dossier.' },
  'check.why_unavailable': {
    en: 'Why can the check not be made now? It can be recorded again later.',
    fr: 'Pourquoi la vérification est-elle impossible? Elle pourra être consignée de nouveau plus tard.',
  },
  'check.record': { en: 'Record', fr: 'Consigner' },
  'check.by': { en: 'by {{by}}, {{at}}', fr: 'par {{by}}, le {{at}}' },
  'check.summary': { en: 'Checks {{settled}} of {{all}}', fr: 'Vérifications {{settled}} de {{all}}' },
  'check.key_done': { en: 'Check done, nothing found', fr: 'Vérification effectuée, aucun résultat' },
  'check.key_found': { en: 'Check found something', fr: 'Vérification : résultat positif' },
  'check.key_unavailable': { en: 'Check unavailable', fr: 'Vérification impossible' },
  'check.key_pending': { en: 'Check pending', fr: 'Vérification en attente' },
} as const satisfies Texts
