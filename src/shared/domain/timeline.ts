import type { Bilingual } from '../language.ts'
import { ruleTitle } from '../rules/eligibility/ruleSets.ts'
import type { EventBody, EventName } from './catalogue.ts'
import { actWriters } from './timeline/acts.ts'
import { appointmentWriters } from './timeline/appointments.ts'
import { cardFileWriters } from './timeline/card-files.ts'
import { caseworkWriters, deadlineName } from './timeline/casework.ts'
import { confirmationWriters } from './timeline/confirmations.ts'
import { familyWriters } from './timeline/families.ts'
import { hallWriters } from './timeline/hall.ts'
import { moveWriters } from './timeline/moves.ts'
import { ownershipWriters } from './timeline/ownership.ts'
import { photoWriters } from './timeline/photos.ts'
import { portalWriters } from './timeline/portal.ts'
import { recordWriters } from './timeline/record.ts'
import { shiftWriters } from './timeline/shifts.ts'
import { amendedFrom, fateWords, say, sentences, type Writer, withReason } from './timeline/writer.ts'
import type { CheckName } from './vocabulary.ts'

/**
 * What happened, in words, for a case's timeline. One writer per event type; an event of a type that this
 * program does not know (a newer desk wrote it) is still shown, as such.
 */

const outcomes: Readonly<Record<EventBody<'claim.decided'>['outcome'], Bilingual>> = {
  referred: { en: 'Claim found eligible and referred to the RPD', fr: 'Demande jugée recevable et déférée à la SPR' },
  ineligible: { en: 'Claim found ineligible', fr: 'Demande jugée irrecevable' },
  suspended: { en: 'Consideration of eligibility suspended', fr: 'Étude de la recevabilité suspendue' },
  undecided: {
    en: 'Eligibility not decided: to return for an interview',
    fr: 'Recevabilité non tranchée : convocation à une entrevue',
  },
}

const seriesName: Readonly<Record<string, Bilingual>> = {
  RPID: { en: 'Refugee Protection Identity Document', fr: 'Document d’identité du demandeur d’asile' },
  RPCD: { en: 'Refugee Protection Claimant Document', fr: 'Document du demandeur d’asile' },
  acknowledgement: { en: 'Acknowledgement of Claim', fr: 'Accusé de réception de la demande d’asile' },
  seizure: { en: 'Notice of Seizure', fr: 'Avis de saisie' },
  conditions: { en: 'Acknowledgement of Conditions', fr: 'Reconnaissance des conditions' },
  cover: { en: 'Checklist of papers', fr: 'Liste de contrôle des documents' },
  referral: { en: 'Confirmation of Referral', fr: 'Confirmation de cas déféré' },
  interview: { en: 'Interview notice', fr: 'Avis de convocation' },
  decision: { en: 'Notice of decision', fr: 'Avis de décision' },
  preparation: { en: 'Preparation for the interview', fr: 'Préparation à l’entrevue' },
}

const kinds: Readonly<Record<string, Bilingual>> = {
  met: { en: 'met', fr: 'rempli' },
  not_met: { en: 'not met', fr: 'non rempli' },
  unknown: { en: 'not enough facts', fr: 'faits insuffisants' },
  not_applicable: { en: 'not applicable', fr: 'sans objet' },
  exempt: { en: 'exempt', fr: 'exempté' },
}
const kindWord = (kind: string): Bilingual => kinds[kind] ?? { en: kind, fr: kind }

const checkWords: Readonly<Record<CheckName, Bilingual>> = {
  removal_order: { en: 'Check of removal orders', fr: 'Vérification des mesures de renvoi' },
  biometrics: { en: 'Biometrics', fr: 'Données biométriques' },
  police: { en: 'Police check', fr: 'Vérification policière' },
  prior_claims: { en: 'Check of earlier claims', fr: 'Vérification des demandes antérieures' },
}

function checkOutcome({ result, found }: EventBody<'claim.check_set'>): Bilingual {
  if (result === 'unavailable') return { en: 'unavailable', fr: 'impossible' }
  if (result === 'pending') return { en: 'pending', fr: 'en attente' }
  if (found === undefined) return { en: 'done', fr: 'effectuée' }
  return found ? { en: 'something found', fr: 'résultat positif' } : { en: 'nothing found', fr: 'aucun résultat' }
}

const writers: { readonly [N in EventName]: Writer<N> } = {
  'office.founded': say('Office set up', 'Bureau configuré'),
  'device.started': (b) => {
    if (b.as) return { en: 'Portal connected to the office', fr: 'Portail relié au bureau' }
    if (b.reason)
      return { en: `Desk given a new identity: ${b.reason}`, fr: `Nouvelle identité du poste : ${b.reason}` }
    if (!b.restoredFrom) return { en: 'Desk set up', fr: 'Poste configuré' }
    return {
      en: 'Desk restored from a backup, with a new identity',
      fr: 'Poste restauré d’une sauvegarde, avec une nouvelle identité',
    }
  },
  'policy.set': say('Settings changed', 'Paramètres modifiés'),
  'officer.enrolled': say('Officer enrolled', 'Agent inscrit'),
  'officer.roles_set': say('Officer’s roles changed', 'Rôles de l’agent modifiés'),
  'officer.badge_set': (b) =>
    b.badge
      ? { en: 'Officer’s badge recorded', fr: 'Insigne de l’agent consigné' }
      : { en: 'Officer’s badge taken back', fr: 'Insigne de l’agent retiré' },
  'officer.disabled': say('Officer disabled', 'Agent désactivé'),
  'officer.password_reset': say('Officer’s password reset', 'Mot de passe de l’agent réinitialisé'),
  'lease.granted': (b) => ({ en: `Numbers added: ${b.series}`, fr: `Numéros ajoutés : ${b.series}` }),
  'lease.voided': (b) => ({ en: `Unused numbers voided: ${b.series}`, fr: `Numéros inutilisés annulés : ${b.series}` }),
  'lease.spent': (b) => ({
    en: `Used numbers kept apart from the records: ${b.series}`,
    fr: `Numéros utilisés conservés à part des dossiers : ${b.series}`,
  }),
  'stock.kept': (b) => ({
    en: `Sheets kept apart from the papers: ${b.sheets.length}`,
    fr: `Feuilles conservées à part des documents : ${b.sheets.length}`,
  }),
  'stock.received': say('Sheets received', 'Feuilles reçues'),
  'stock.checked_out': (b) => ({
    en: `${b.serials.length} sheets checked out to the desk`,
    fr: `${b.serials.length} feuilles remises au poste`,
  }),
  'stock.ended': (b) => ({
    en: `Sheet ${b.serial}: ${b.state}. ${b.reason}`,
    fr: `Feuille ${b.serial} : ${b.state}. ${b.reason}`,
  }),
  'claim.opened': (b) => ({
    en: `Claim opened, application ${b.applicationNumber}`,
    fr: `Demande ouverte, numéro ${b.applicationNumber}`,
  }),
  'claim.set': (b) => ({
    en: `Claim: ${fieldCount(b.fields, 'en')}${b.from ? ', typed once for the family' : ''}`,
    fr: `Demande : ${fieldCount(b.fields, 'fr')}${b.from ? ', saisie unique pour la famille' : ''}`,
  }),
  'claim.person_linked': (b) => ({
    en: `Joined to the record of the same person. ${b.reason}`,
    fr: `Jointe au dossier de la même personne. ${b.reason}`,
  }),
  'claim.duplicates_searched': (b) => ({
    en: `Searched ${b.people} people on this desk: ${b.found} possible matches`,
    fr: `${b.people} personnes cherchées sur ce poste : ${b.found} correspondances possibles`,
  }),
  'claim.not_same_person': (b) => ({
    en: `Possible match ruled out. ${b.reason}`,
    fr: `Correspondance possible écartée. ${b.reason}`,
  }),
  'claim.read_back': (b) =>
    b.wrong.length === 0
      ? { en: 'Identity read back: confirmed by the claimant', fr: 'Identité relue : confirmée par la personne' }
      : {
          en: `Identity read back: the claimant says ${b.wrong.length} of it is wrong`,
          fr: `Identité relue : ${b.wrong.length} élément(s) inexact(s) selon la personne`,
        },
  'claim.facts_set': (b) => ({
    en: `Eligibility facts recorded: ${Object.keys(b.fields).length}`,
    fr: `Faits relatifs à la recevabilité consignés : ${Object.keys(b.fields).length}`,
  }),
  'claim.finding_overridden': (b) => ({
    en: `Finding overridden (${ruleTitle(b.rule).en}): from “${kindWord(b.from).en}” to “${kindWord(b.to).en}”. ${b.reason}`,
    fr: `Constat remplacé (${ruleTitle(b.rule).fr}) : « ${kindWord(b.from).fr} » devient « ${kindWord(b.to).fr} ». ${b.reason}`,
  }),
  'claim.check_set': (b) => ({
    en: [`${checkWords[b.check].en}: ${checkOutcome(b).en}`, b.note].filter(Boolean).join('. '),
    fr: [`${checkWords[b.check].fr} : ${checkOutcome(b).fr}`, b.note].filter(Boolean).join('. '),
  }),
  'claim.ineligibility_proposed': (b) => ({
    en: ['Proposed ineligible; waits for a second officer', b.reason].filter(Boolean).join('. '),
    fr: ['Irrecevabilité proposée; en attente d’un deuxième agent', b.reason].filter(Boolean).join('. '),
  }),
  'claim.proposal_returned': (b) => ({
    en: `Proposal of ineligibility returned. ${b.reason}`,
    fr: `Proposition d’irrecevabilité renvoyée. ${b.reason}`,
  }),
  'claim.decided': (b) => ({
    en: [outcomes[b.outcome].en, b.proposedBy && 'Confirmed by a second officer', b.reason].filter(Boolean).join('. '),
    fr: [outcomes[b.outcome].fr, b.proposedBy && 'Confirmée par un deuxième agent', b.reason]
      .filter(Boolean)
      .join('. '),
  }),
  ...actWriters,
  'claim.amended': (b) => corrected('Claim corrected', 'Demande corrigée', b),
  'claim.reopened': (b) => ({
    en: sentences(
      `Decision of ${b.decisionDate} reopened (it was: ${outcomes[b.outcome].en})`,
      b.reason,
      b.document && fateWords(b.document).en,
    ),
    fr: sentences(
      `Décision du ${b.decisionDate} rouverte (c’était : ${outcomes[b.outcome].fr})`,
      b.reason,
      b.document && fateWords(b.document).fr,
    ),
  }),
  'claim.deadline_met': (b) => ({
    en: `${deadlineName(b.rule).en}: received or done on ${b.on}`,
    fr: `${deadlineName(b.rule).fr} : reçu ou fait le ${b.on}`,
  }),
  'claim.deadline_reopened': (b) =>
    withReason(
      {
        en: `${deadlineName(b.rule).en}: not received after all`,
        fr: `${deadlineName(b.rule).fr} : finalement pas reçu`,
      },
      b.reason,
    ),
  'person.registered': say('Person registered', 'Personne enregistrée'),
  'person.set': (b) => ({
    en: `Identity: ${fieldCount(b.fields, 'en')}`,
    fr: `Identité : ${fieldCount(b.fields, 'fr')}`,
  }),
  'person.amended': (b) => corrected('Identity corrected', 'Identité corrigée', b),
  'person.client_id_given': say('Client ID given', 'ID client attribué'),
  'person.document_read': (b) => ({
    en: `Machine-readable zone read (${b.format})${b.failedChecks.length ? `, check digits failed: ${b.failedChecks.length}` : ''}`,
    fr: `Zone de lecture automatique lue (${b.format})${b.failedChecks.length ? `, chiffres de contrôle erronés : ${b.failedChecks.length}` : ''}`,
  }),
  'person.photo_added': say('Photo added', 'Photo ajoutée'),
  'document.reserved': (b) => ({
    en: `${seriesName[b.kind]?.en} ${b.number} prepared${b.replacesNumber ? `, replaces ${b.replacesNumber}` : ''}`,
    fr: `${seriesName[b.kind]?.fr} ${b.number} préparé${b.replacesNumber ? `, remplace ${b.replacesNumber}` : ''}`,
  }),
  'document.not_printed': say('The printer did not take the sheet', 'L’imprimante n’a pas pris la feuille'),
  'document.signed_copy_added': say('Signed copy added', 'Copie signée ajoutée'),
  'document.sent': say('Sent to the printer', 'Envoyé à l’imprimante'),
  'document.confirmed': say('Printed sheet confirmed and handed over', 'Feuille imprimée confirmée et remise'),
  'document.spoiled': (b) => ({ en: `Sheet spoiled. ${b.reason}`, fr: `Feuille gâchée. ${b.reason}` }),
  'document.revoked': (b) => revoked(b),
  'document.upheld': (b) => ({
    en: `Document stands although its decision came second. ${b.reason}`,
    fr: `Document maintenu bien que sa décision soit arrivée en second. ${b.reason}`,
  }),
  'document.reprinted': (b) => ({
    en: `File copy printed. ${b.reason}`,
    fr: `Copie pour le dossier imprimée. ${b.reason}`,
  }),
  ...hallWriters,
  ...familyWriters,
  ...shiftWriters,
  ...photoWriters,
  ...confirmationWriters,
  ...cardFileWriters,
  ...recordWriters,
  ...appointmentWriters,
  ...portalWriters,
  ...caseworkWriters,
  ...ownershipWriters,
  ...moveWriters,
  'person.erased': (b) => ({ en: `Person erased. ${b.law}`, fr: `Personne effacée. ${b.law}` }),
  'claim.erased': (b) => ({ en: `Claim erased. ${b.law}`, fr: `Demande effacée. ${b.law}` }),
  'document.erased': (b) => ({ en: `Paper erased. ${b.law}`, fr: `Document effacé. ${b.law}` }),
}

/** Why, and what was seen; the fields and their values stand beside it. */
const corrected = (
  en: string,
  fr: string,
  body: Pick<EventBody<'claim.amended'>, 'reason' | 'evidence' | 'correction'>,
): Bilingual => ({
  en: sentences(en, body.reason, ...amendedFrom(body).en),
  fr: sentences(fr, body.reason, ...amendedFrom(body).fr),
})

const revocations: Readonly<Record<EventBody<'document.revoked'>['why'], Bilingual>> = {
  expiry: { en: 'expired or close to it', fr: 'expiré ou près de l’être' },
  lost: { en: 'lost', fr: 'perdu' },
  stolen: { en: 'stolen', fr: 'volé' },
  damaged: { en: 'damaged', fr: 'endommagé' },
  error: { en: 'it held an error', fr: 'il contenait une erreur' },
  reopened: { en: 'decision reopened', fr: 'décision rouverte' },
  superseded: { en: 'a newer letter says otherwise', fr: 'une lettre plus récente dit autre chose' },
}

const revoked = ({ why, note, police, returned }: EventBody<'document.revoked'>): Bilingual => ({
  en: sentences(
    `Document revoked: ${revocations[why].en}`,
    police && `Police report ${police.number}, ${police.service}`,
    note,
    returned && 'The sheet was returned',
  ),
  fr: sentences(
    `Document révoqué : ${revocations[why].fr}`,
    police && `Rapport de police ${police.number}, ${police.service}`,
    note,
    returned && 'La feuille a été rendue',
  ),
})

const fieldCount = (fields: object, language: 'en' | 'fr'): string => {
  const count = Object.keys(fields).length
  return language === 'en'
    ? `${count} ${count === 1 ? 'field' : 'fields'} changed`
    : `${count} ${count === 1 ? 'champ modifié' : 'champs modifiés'}`
}

/** What an event says happened, in both languages. `body` is null when it was erased. */
export function describe(type: string, body: unknown): Bilingual {
  const writer = Object.hasOwn(writers, type) ? (writers[type as EventName] as Writer<never>) : undefined
  if (!writer) return { en: `Event of a newer version (${type})`, fr: `Événement d’une version plus récente (${type})` }
  if (body === null) return { en: 'Contents erased', fr: 'Contenu effacé' }
  return writer(body as never)
}
