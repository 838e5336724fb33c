import type { Texts } from './types.ts'

/** Typing readers and hand scanners: where a scan went, and the test of a reader. */
export const readerTexts = {
  'scan.in_dialog': {
    en: 'A scan arrived and changed nothing: close what is open in front, then scan again.',
    fr: 'Une lecture est arrivée et n’a rien changé : fermez ce qui est ouvert devant, puis lisez de nouveau.',
  },
  'scan.outside': {
    en: 'A scan arrived and changed nothing: sign in, then scan again.',
    fr: 'Une lecture est arrivée et n’a rien changé : ouvrez une session, puis lisez de nouveau.',
  },
  'scan.passport': { en: 'A passport was scanned', fr: 'Un passeport a été lu' },
  'scan.passport_offer': {
    en: 'No claim is open here. Open one with this passport, or close and go on.',
    fr: 'Aucune demande n’est ouverte ici. Ouvrez-en une avec ce passeport, ou fermez et poursuivez.',
  },
  'scan.passport_closed': {
    en: 'The claim on the screen can no longer take a document.',
    fr: 'La demande à l’écran ne peut plus recevoir de document.',
  },
  'scan.passport_differs': {
    en: 'It does not say what the claim on the screen says. Is it the same person?',
    fr: 'Il ne dit pas ce que dit la demande à l’écran. Est-ce la même personne?',
  },
  'scan.passport_same': {
    en: 'It says what the claim on the screen says.',
    fr: 'Il dit ce que dit la demande à l’écran.',
  },
  'scan.passport_may_not': {
    en: 'Your role opens no claims, so nothing here takes it.',
    fr: 'Votre rôle n’ouvre pas de demandes; rien ici ne le reçoit.',
  },
  'scan.new_poe': { en: 'New claim at a port of entry', fr: 'Nouvelle demande à un point d’entrée' },
  'scan.new_inland': { en: 'New claim inside Canada', fr: 'Nouvelle demande au Canada' },
  'scan.into_claim': { en: 'Read into this claim', fr: 'Verser à cette demande' },
  'scan.checks_agree': { en: 'Every check digit agrees', fr: 'Tous les chiffres de contrôle concordent' },
  'scan.checks_wrong_one': {
    en: '{{count}} check digit does not agree: compare with the document',
    fr: '{{count}} chiffre de contrôle ne concorde pas : comparez avec le document',
  },
  'scan.checks_wrong_other': {
    en: '{{count}} check digits do not agree: compare with the document',
    fr: '{{count}} chiffres de contrôle ne concordent pas : comparez avec le document',
  },
  'scan.read_into': {
    en: 'The passport was read into this claim. Filled in: {{what}}',
    fr: 'Le passeport a été versé à cette demande. Rempli : {{what}}',
  },
  'scan.read_into_nothing': {
    en: 'The passport was read into this claim. Every field was filled in already.',
    fr: 'Le passeport a été versé à cette demande. Tous les champs étaient déjà remplis.',
  },
  'scan.not_read': {
    en: 'The passport was not read into this claim. Scan it again.',
    fr: 'Le passeport n’a pas été versé à cette demande. Lisez-le de nouveau.',
  },
  'scan.read_failed': {
    en: 'The claim is open, but the passport was not read. Scan it again.',
    fr: 'La demande est ouverte, mais le passeport n’a pas été lu. Lisez-le de nouveau.',
  },
  'scan.look_first': {
    en: 'Check digits do not agree: compare with the document, then read it into the claim.',
    fr: 'Des chiffres de contrôle ne concordent pas : comparez avec le document, puis versez-le à la demande.',
  },
  'scan.number_title': { en: 'A number was scanned', fr: 'Un numéro a été lu' },
  'scan.text_title': { en: 'A scan arrived', fr: 'Une lecture est arrivée' },
  'scan.broken_title': {
    en: 'The reader sent part of a passport',
    fr: 'Le lecteur a envoyé une partie d’un passeport',
  },
  'scan.number_where': {
    en: 'Nothing on this screen takes it. Sheets and documents are scanned in the step “Document” of their claim.',
    fr: 'Rien à cet écran ne le reçoit. Les feuilles et les documents se lisent à l’étape « Document » de leur demande.',
  },
  'scan.text_where': {
    en: 'It is neither a passport nor a number that Passerelle knows, and was typed nowhere.',
    fr: 'Ce n’est ni un passeport ni un numéro que connaît Passerelle, et rien n’a été tapé.',
  },
  'scan.broken_where': {
    en: 'Lay the page flat on the reader and scan again. If this happens with every passport, test the reader.',
    fr: 'Posez la page bien à plat sur le lecteur et lisez de nouveau. Si cela arrive avec chaque passeport, testez le lecteur.',
  },
  'scan.search': { en: 'Search for it', fr: 'Le chercher' },
  'scan.into_field': { en: 'Put it into “{{field}}”', fr: 'Le mettre dans « {{field}} »' },
  'scan.into_the_field': { en: 'Put it into the field', fr: 'Le mettre dans le champ' },
  'scan.taken': { en: 'Scanned: {{what}}', fr: 'Lu : {{what}}' },
} as const satisfies Texts
