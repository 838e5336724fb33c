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

  'reader.title': { en: 'Test my reader', fr: 'Tester mon lecteur' },
  'reader.area': { en: 'Area for the scan', fr: 'Zone de lecture' },
  'reader.lead': {
    en: 'Scan a passport, or the bar code of a sheet. Nothing is kept and no claim is touched.',
    fr: 'Lisez un passeport, ou le code à barres d’une feuille. Rien n’est conservé et aucune demande n’est touchée.',
  },
  'reader.works': { en: 'This reader works with Passerelle', fr: 'Ce lecteur fonctionne avec Passerelle' },
  'reader.works_not': {
    en: 'This reader does not work as it is set',
    fr: 'Ce lecteur ne fonctionne pas tel qu’il est réglé',
  },
  'reader.advice_too_slow': {
    en: 'Its keys come too slowly to be told from a person typing. Set the delay between characters to 0 ms.',
    fr: 'Ses touches arrivent trop lentement pour être distinguées de celles d’une personne. Réglez le délai entre les caractères à 0 ms.',
  },
  'reader.advice_character_codes': {
    en: 'It sends codes of characters by Alt and the number pad. Set it to a plain keyboard, with the layout of this computer.',
    fr: 'Il envoie des codes de caractères par Alt et le pavé numérique. Réglez-le en clavier ordinaire, avec la disposition de ce poste.',
  },
  'reader.advice_part_of_zone': {
    en: 'Only part of a machine-readable zone arrived. Lay the page flat and scan again; the reader must send every line of the zone, not chosen fields.',
    fr: 'Seule une partie de la zone de lecture automatique est arrivée. Posez la page bien à plat et lisez de nouveau; le lecteur doit envoyer toutes les lignes de la zone, et non des champs choisis.',
  },
  'reader.advice_no_zone': {
    en: 'What arrived is neither a machine-readable zone nor a number of a sheet or document. Set the reader to send the zone as it stands.',
    fr: 'Ce qui est arrivé n’est ni une zone de lecture automatique ni un numéro de feuille ou de document. Réglez le lecteur pour qu’il envoie la zone telle quelle.',
  },
  'reader.advice_check_digits': {
    en: 'Check digits do not agree. With one document, look at it; with every document, clean the glass of the reader or check its layout.',
    fr: 'Des chiffres de contrôle ne concordent pas. Avec un seul document, examinez-le; avec tous, nettoyez la vitre du lecteur ou vérifiez sa disposition.',
  },
  'reader.advice_layouts_differ': {
    en: 'The reader and this computer are set for different keyboard layouts. Passerelle reads it all the same; other programs will not. Set the reader’s country to the layout of this computer.',
    fr: 'Le lecteur et ce poste sont réglés pour des dispositions de clavier différentes. Passerelle le lit quand même; les autres programmes, non. Réglez le pays du lecteur selon la disposition de ce poste.',
  },
  'reader.advice_layout_unknown': {
    en: 'The reader is set for a layout that Passerelle does not know. Set it to US, Canadian French or Canadian Multilingual (CSA).',
    fr: 'Le lecteur est réglé pour une disposition que Passerelle ne connaît pas. Réglez-le à Américain, Français (Canada) ou Multilingue canadien (CSA).',
  },
  'reader.advice_no_line_end': {
    en: 'It sends no line end. Passerelle does not need one; set the suffix to Enter (CR) for other programs.',
    fr: 'Il n’envoie pas de fin de ligne. Passerelle s’en passe; réglez le suffixe à Entrée (CR) pour les autres programmes.',
  },
  'reader.kind': { en: 'What it was', fr: 'Ce que c’était' },
  'reader.kind_passport': { en: 'A machine-readable zone', fr: 'Une zone de lecture automatique' },
  'reader.kind_number': { en: 'A number', fr: 'Un numéro' },
  'reader.kind_text': { en: 'Neither a zone nor a number', fr: 'Ni une zone ni un numéro' },
  'reader.keys': { en: 'Keys', fr: 'Touches' },
  'reader.speed': { en: 'Speed', fr: 'Vitesse' },
  'reader.speed_value': { en: '{{n}} keys a second', fr: '{{n}} touches par seconde' },
  'reader.slowest': { en: 'Longest pause within a line', fr: 'Plus longue pause dans une ligne' },
  'reader.slowest_value': { en: '{{n}} ms (35 ms at most)', fr: '{{n}} ms (35 ms au plus)' },
  'reader.ends': { en: 'Line ends', fr: 'Fins de ligne' },
  'reader.ends_none': { en: 'none', fr: 'aucune' },
  'reader.end_Enter': { en: 'Enter', fr: 'Entrée' },
  'reader.end_Tab': { en: 'Tab', fr: 'Tab' },
  'reader.set_for': { en: 'The reader is set for', fr: 'Le lecteur est réglé pour' },
  'reader.computer': { en: 'This computer’s layout', fr: 'Disposition de ce poste' },
  'reader.layout_us': { en: 'US', fr: 'Américain' },
  'reader.layout_canadian_french': { en: 'Canadian French', fr: 'Français (Canada)' },
  'reader.layout_canadian_french_legacy': {
    en: 'Canadian French (legacy)',
    fr: 'Français (Canada, ancien)',
  },
  'reader.layout_csa': { en: 'Canadian Multilingual (CSA)', fr: 'Multilingue canadien (CSA)' },
  'reader.layout_or': { en: ' or ', fr: ' ou ' },
  'reader.layout_any': { en: 'Cannot be told from this scan', fr: 'Cette lecture ne permet pas de le dire' },
  'reader.layout_unknown': { en: 'None that Passerelle knows', fr: 'Aucune que connaît Passerelle' },
  'reader.raw': { en: 'As it arrived', fr: 'Tel que reçu' },
  'reader.decoded': { en: 'As the reader meant it', fr: 'Tel que l’entend le lecteur' },
  'reader.not_kept': {
    en: 'Closing this window forgets the scan.',
    fr: 'La fermeture de cette fenêtre efface la lecture.',
  },

  'keys.main': { en: 'Main action of the screen', fr: 'Action principale de l’écran' },
  'keys.change': { en: 'Change keys', fr: 'Changer les touches' },
  'keys.change_about': {
    en: 'Changes hold on this desk, for every officer. Keys that one screen never shows together may be the same.',
    fr: 'Les changements valent sur ce poste, pour tous les agents. Des actions qui ne sont jamais ensemble à l’écran peuvent partager une touche.',
  },
  'keys.change_this': { en: 'Change', fr: 'Changer' },
  'keys.change_of': { en: 'Change the key: {{action}}', fr: 'Changer la touche : {{action}}' },
  'keys.press': { en: 'Press the new key (Esc: keep)', fr: 'Appuyez sur la nouvelle touche (Échap : garder)' },
  'keys.take_away': { en: 'No key', fr: 'Aucune touche' },
  'keys.take_away_of': { en: 'No key: {{action}}', fr: 'Aucune touche : {{action}}' },
  'keys.reset': { en: 'As it was', fr: 'Touche d’origine' },
  'keys.reset_of': { en: 'Key as it was: {{action}}', fr: 'Touche d’origine : {{action}}' },
  'keys.reset_all': { en: 'Every key as it was', fr: 'Toutes les touches d’origine' },
  'keys.all_reset': { en: 'Every key is as it was', fr: 'Toutes les touches sont celles d’origine' },
  'keys.none': { en: 'none', fr: 'aucune' },
  'keys.changed': { en: 'Changed: {{action}}', fr: 'Changée : {{action}}' },
  'keys.reserved': {
    en: 'The system, the browser or a list needs this key. Choose another.',
    fr: 'Le système, le navigateur ou une liste a besoin de cette touche. Choisissez-en une autre.',
  },
  'keys.taken': {
    en: '“{{action}}” has this key, or one that begins with it. Choose another, or change that one first.',
    fr: '« {{action}} » a cette touche, ou une suite qui commence par elle. Choisissez-en une autre, ou changez d’abord celle-là.',
  },
  'keys.group_everywhere': { en: 'Everywhere', fr: 'Partout' },
  'keys.group_claims': { en: 'List of claims', fr: 'Liste des demandes' },
  'keys.group_opening': { en: 'New claim', fr: 'Nouvelle demande' },
  'keys.group_intake': { en: 'Steps of a claim', fr: 'Étapes d’une demande' },
  'keys.group_entry': { en: 'Step “Entry”', fr: 'Étape « Entrée »' },
  'keys.group_photo': { en: 'Step “Photo”', fr: 'Étape « Photo »' },
  'keys.group_photos': { en: 'Photos', fr: 'Photos' },
  'keys.group_eligibility': { en: 'Step “Eligibility”', fr: 'Étape « Recevabilité »' },
  'keys.group_document': { en: 'Step “Document”', fr: 'Étape « Document »' },
  'keys.group_queues': { en: 'Queues', fr: 'Files de travail' },
  'keys.group_interviews': { en: 'Interviews', fr: 'Entrevues' },
  'keys.group_shift': { en: 'Shift', fr: 'Relève' },
  'keys.group_rest': { en: 'On this screen', fr: 'Sur cet écran' },
} as const satisfies Texts
