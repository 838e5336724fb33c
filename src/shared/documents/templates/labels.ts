import type { Bilingual } from '../../language.ts'

/** Labels of printed fields: the terms of the glossary. */
export const labels = {
  department: { en: 'Immigration, Refugees and Citizenship Canada', fr: 'Immigration, Réfugiés et Citoyenneté Canada' },
  documentNumber: { en: 'Document number', fr: 'Numéro du document' },
  familyName: { en: 'Family name', fr: 'Nom de famille' },
  givenNames: { en: 'Given name(s)', fr: 'Prénom(s)' },
  nativeName: { en: 'Name in own script', fr: 'Nom en écriture d’origine' },
  birthDate: { en: 'Date of birth', fr: 'Date de naissance' },
  sex: { en: 'Sex', fr: 'Sexe' },
  countryOfBirth: { en: 'Country of birth', fr: 'Pays de naissance' },
  citizenships: { en: 'Country of citizenship', fr: 'Pays de citoyenneté' },
  clientId: { en: 'Client ID (UCI)', fr: 'ID client (IUC)' },
  applicationNumber: { en: 'Application no.', fr: 'Nº de la demande' },
  returnedPhoto: { en: 'No. of the returned photo', fr: 'Nº de la photo renvoyée' },
  issueDate: { en: 'Date issued', fr: 'Date de délivrance' },
  validUntil: { en: 'Valid until', fr: 'Valide jusqu’au' },
  office: { en: 'Issuing office', fr: 'Bureau de délivrance' },
  issuedBy: { en: 'Issued by', fr: 'Délivré par' },
  eligibility: { en: 'Eligibility decision', fr: 'Décision sur la recevabilité' },
  stockSerial: { en: 'Form serial no.', fr: 'Nº de série du formulaire' },
  claimDate: { en: 'Date of claim', fr: 'Date de la demande' },
  conditions: { en: 'Conditions', fr: 'Conditions' },
  remarks: { en: 'Remarks', fr: 'Remarques' },
  replaces: { en: 'Replaces', fr: 'Remplace' },
  replacement: { en: 'Replacement', fr: 'Remplacement' },
  holderSignature: { en: 'Signature of the holder', fr: 'Signature du titulaire' },
  claimantSignature: { en: 'Signature of the claimant', fr: 'Signature de la personne' },
  interpreterSignature: { en: 'Signature of the interpreter, if any', fr: 'Signature de l’interprète, s’il y a lieu' },
  officerSignature: { en: 'Signature of the officer', fr: 'Signature de l’agent' },
  appointment: { en: 'Your next appointment', fr: 'Votre prochain rendez-vous' },
  date: { en: 'Date', fr: 'Date' },
  time: { en: 'Time', fr: 'Heure' },
  place: { en: 'Place', fr: 'Lieu' },
  seizedDocument: { en: 'Document', fr: 'Document' },
  seizedNumber: { en: 'Its number', fr: 'Son numéro' },
  seizedCountry: { en: 'Issuing country', fr: 'Pays de délivrance' },
  seizedOn: { en: 'Seized on', fr: 'Saisi le' },
  seizedAt: { en: 'Place of the seizure', fr: 'Lieu de la saisie' },
  seizureGround: { en: 'Grounds for the seizure', fr: 'Motifs de la saisie' },
  conditionsVersion: { en: 'Wording', fr: 'Version' },
  bring: { en: 'Bring', fr: 'Apportez' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** Words that stand in a field. */
export const words = {
  notAssigned: { en: 'Not assigned yet', fr: 'Pas encore attribué' },
  notEstablished: { en: 'Not established', fr: 'Non établi' },
  eligible: { en: 'Eligible', fr: 'Recevable' },
  ineligible: { en: 'Ineligible', fr: 'Irrecevable' },
  notKnown: { en: 'Not known', fr: 'Inconnu' },
  photoAlt: { en: 'Photograph of the holder', fr: 'Photographie de la personne titulaire' },
  sealAlt: {
    en: 'Digital seal: proves what this paper says',
    fr: 'Sceau numérique\u00a0: prouve ce que dit le présent document',
  },
  barcodeAlt: { en: 'Bar code of the document number', fr: 'Code à barres du numéro du document' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** Monday first, as ISO 8601 counts. */
export const weekdays: readonly Bilingual[] = [
  { en: 'Monday', fr: 'lundi' },
  { en: 'Tuesday', fr: 'mardi' },
  { en: 'Wednesday', fr: 'mercredi' },
  { en: 'Thursday', fr: 'jeudi' },
  { en: 'Friday', fr: 'vendredi' },
  { en: 'Saturday', fr: 'samedi' },
  { en: 'Sunday', fr: 'dimanche' },
]
