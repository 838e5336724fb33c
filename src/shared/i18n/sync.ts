import type { Texts } from './types.ts'

/** Where the desk stands with the central service: pill, sentences, the page of the administration. */
export const syncTexts = {
  'admin.sync': { en: 'Central service', fr: 'Service central' },
  'sync.no_central': { en: 'Offline', fr: 'Hors ligne' },
  'sync.not_enrolled': { en: 'To be enrolled', fr: 'À inscrire' },
  'sync.awaiting_approval': { en: 'Waiting for approval', fr: 'En attente d’approbation' },
  'sync.settling': { en: 'Syncing', fr: 'Synchronisation' },
  'sync.settled': { en: 'Online', fr: 'En ligne' },
  'sync.offline': { en: 'Offline', fr: 'Hors ligne' },
  'sync.paused': { en: 'Paused', fr: 'En pause' },
  'sync.stopped': { en: 'Sync stopped', fr: 'Synchronisation arrêtée' },
  'sync.practice_short': { en: 'Practice', fr: 'Exercice' },
  'sync.practice': {
    en: 'This central service is for practice: people and partners in it are played, and nobody is real.',
    fr: 'Ce service central sert à l’exercice : les personnes et les partenaires y sont simulés, et personne n’est réel.',
  },
  'sync.waiting_short_one': { en: '{{count}} waiting', fr: '{{count}} en attente' },
  'sync.waiting_short_other': { en: '{{count}} waiting', fr: '{{count}} en attente' },

  'sync.title.no_central': {
    en: 'Offline: no central service is set up',
    fr: 'Hors ligne : aucun service central n’est configuré',
  },
  'sync.title.not_enrolled': {
    en: 'This desk has to be enrolled again',
    fr: 'Ce poste doit être inscrit de nouveau',
  },
  'sync.title.awaiting_approval': {
    en: 'A second officer has to approve this desk',
    fr: 'Un second agent doit approuver ce poste',
  },
  'sync.title.settling': { en: 'Syncing with the central service', fr: 'Synchronisation avec le service central' },
  'sync.title.settled': { en: 'Everything is sent', fr: 'Tout est envoyé' },
  'sync.title.offline': { en: 'The central service cannot be reached', fr: 'Le service central est injoignable' },
  'sync.title.paused': { en: 'Syncing is paused', fr: 'La synchronisation est en pause' },
  'sync.title.stopped': { en: 'Syncing has stopped', fr: 'La synchronisation est arrêtée' },

  'sync.kept_here': {
    en: 'Everything you do is kept on this desk, encrypted, and nowhere else. Searches cover this desk only. Nothing is lost and nothing waits on a network.',
    fr: 'Tout ce que vous faites est conservé sur ce poste, chiffré, et nulle part ailleurs. Les recherches portent sur ce poste seulement. Rien n’est perdu et rien n’attend un réseau.',
  },
  'sync.kept_until': {
    en: 'Everything you do is kept on this desk until the central service has it. Go on as usual.',
    fr: 'Tout ce que vous faites est conservé sur ce poste jusqu’à ce que le service central l’ait reçu. Continuez comme d’habitude.',
  },
  'sync.backup': {
    en: 'A backup is what protects this desk’s work: see Administration, Backup.',
    fr: 'Seule une sauvegarde protège le travail de ce poste : voir Administration, Sauvegarde.',
  },
  'sync.waiting_one': { en: '{{count}} change waits to be sent.', fr: '{{count}} changement attend d’être envoyé.' },
  'sync.waiting_other': {
    en: '{{count}} changes wait to be sent.',
    fr: '{{count}} changements attendent d’être envoyés.',
  },
  'sync.waits_for': {
    en: 'Part of it rests on work of desk {{code}} that the central service does not have, and goes out behind that work. Connect desk {{code}}, or have it turned away if it is lost.',
    fr: 'Une partie repose sur le travail du poste {{code}}, que le service central n’a pas, et sera envoyée à sa suite. Connectez le poste {{code}}, ou faites-le révoquer s’il est perdu.',
  },
  'sync.waits_for_office': {
    en: 'Part of it rests on a claim of another office that the central service is to bring again, and goes out behind it. Nothing to do.',
    fr: 'Une partie repose sur une demande d’un autre bureau que le service central doit transmettre de nouveau, et sera envoyée à sa suite. Rien à faire.',
  },
  'sync.last': { en: 'Last settled: {{when}}', fr: 'Dernière synchronisation : {{when}}' },
  'sync.never': { en: 'Nothing was settled yet.', fr: 'Rien n’a encore été synchronisé.' },
  'sync.days_left_one': {
    en: 'Without the central service this desk may go on for {{count}} more day.',
    fr: 'Sans le service central, ce poste peut continuer encore {{count}} jour.',
  },
  'sync.days_left_other': {
    en: 'Without the central service this desk may go on for {{count}} more days.',
    fr: 'Sans le service central, ce poste peut continuer encore {{count}} jours.',
  },
  'sync.clock_ahead': {
    en: 'This computer’s clock is {{minutes}} minutes ahead. Dates on documents follow it: have it set right.',
    fr: 'L’horloge de cet ordinateur avance de {{minutes}} minutes. Les dates des documents la suivent : faites-la régler.',
  },
  'sync.clock_behind': {
    en: 'This computer’s clock is {{minutes}} minutes behind. Dates on documents follow it: have it set right.',
    fr: 'L’horloge de cet ordinateur retarde de {{minutes}} minutes. Les dates des documents la suivent : faites-la régler.',
  },
  'sync.carry_title': { en: 'Carry a claim by hand', fr: 'Porter une demande à la main' },
  'sync.carry_help': {
    en: 'With no network, a claim goes to another desk of the office on a stick: sealed to that desk, signed by this one. Later the central service brings the same, and nothing is doubled.',
    fr: 'Sans réseau, une demande va à un autre poste du bureau sur une clé : scellée pour ce poste, signée par celui-ci. Le service central apporte ensuite la même chose, et rien n’est en double.',
  },
  'sync.carry_number': { en: 'Application number', fr: 'Numéro de demande' },
  'sync.carry_desk': { en: 'To which desk', fr: 'Vers quel poste' },
  'sync.carry_none': {
    en: 'No other desk is known here yet: settle once with the central service.',
    fr: 'Aucun autre poste n’est encore connu ici : synchronisez une fois avec le service central.',
  },
  'sync.carry_make': { en: 'Make the file', fr: 'Préparer le fichier' },
  'sync.carry_take': { en: 'Take in a file', fr: 'Verser un fichier' },
  'sync.carry_taken': {
    en: 'Taken in: {{events}} entries, {{files}} pictures or papers',
    fr: 'Versé : {{events}} inscriptions, {{files}} photos ou documents',
  },
  'sync.carry_open': { en: 'Open the claim', fr: 'Ouvrir la demande' },
  'sync.now': { en: 'Sync now', fr: 'Synchroniser maintenant' },
  'sync.let_erase': { en: 'It is right, take it in', fr: 'C’est exact, le reprendre' },
  'sync.let_erase_body': {
    en: 'What other desks erased goes here too, and cannot be brought back. Your name stands in the access log.',
    fr: 'Ce que d’autres postes ont effacé disparaît ici aussi, sans retour possible. Votre nom figure au journal des accès.',
  },
  'sync.pause': { en: 'Pause', fr: 'Mettre en pause' },
  'sync.resume': { en: 'Resume', fr: 'Reprendre' },

  'sync.blobs': { en: 'Pictures and papers', fr: 'Photos et documents' },
  'sync.blobs_none': {
    en: 'Every picture and paper of the office’s claims is where it should be.',
    fr: 'Toutes les photos et tous les documents des dossiers du bureau sont à leur place.',
  },
  'sync.blobs_out_one': {
    en: '{{count}} picture or paper of this desk waits to be sent ({{size}}).',
    fr: '{{count}} photo ou document de ce poste attend d’être envoyé ({{size}}).',
  },
  'sync.blobs_out_other': {
    en: '{{count}} pictures and papers of this desk wait to be sent ({{size}}).',
    fr: '{{count}} photos et documents de ce poste attendent d’être envoyés ({{size}}).',
  },
  'sync.blobs_in_one': {
    en: '{{count}} picture or paper of another desk is on its way here.',
    fr: '{{count}} photo ou document d’un autre poste est en route vers ce poste.',
  },
  'sync.blobs_in_other': {
    en: '{{count}} pictures and papers of other desks are on their way here.',
    fr: '{{count}} photos et documents d’autres postes sont en route vers ce poste.',
  },
  'sync.blobs_later': {
    en: 'Photos wait for later. Decisions, papers and small pictures travel as usual.',
    fr: 'Les photos attendent. Les décisions, les documents et les petites images circulent comme d’habitude.',
  },
  'sync.photos_later': { en: 'Send photos later', fr: 'Envoyer les photos plus tard' },
  'sync.photos_now': { en: 'Send photos now', fr: 'Envoyer les photos maintenant' },
  'sync.on_its_way': { en: 'On its way', fr: 'En route' },

  'sync.enrol_again': { en: 'Enrol this desk again', fr: 'Inscrire ce poste de nouveau' },
  'sync.enrol_anew': {
    en: 'The desk has a new identity, which the central service does not know yet. An administrator enrols it again under Administration with a one-time code; then everything that waits is sent.',
    fr: 'Le poste a une nouvelle identité, que le service central ne connaît pas encore. Un administrateur l’inscrit de nouveau sous Administration avec un code à usage unique; tout ce qui attend est alors envoyé.',
  },
  'sync.enrol_title': { en: 'Enrol this desk', fr: 'Inscrire ce poste' },
  'sync.enrol_help': {
    en: 'The administrator of the central service gives the address and a code that works once, within a day. All work of this desk so far goes along. A second officer then approves the desk.',
    fr: 'L’administrateur du service central fournit l’adresse et un code qui sert une seule fois, en moins d’un jour. Tout le travail de ce poste jusqu’ici est transmis. Un second agent approuve ensuite le poste.',
  },
  'sync.address': { en: 'Address of the central service', fr: 'Adresse du service central' },
  'sync.code': { en: 'One-time code', fr: 'Code à usage unique' },
  'sync.ca': { en: 'Its certificate (PEM), if it signs its own', fr: 'Son certificat (PEM), s’il signe le sien' },
  'sync.enrol': { en: 'Enrol', fr: 'Inscrire' },

  'sync.trust_one': {
    en: 'The trust bundle by which documents are verified (no. {{version}}) is {{count}} day old.',
    fr: 'L’ensemble de confiance qui sert à vérifier les documents (no {{version}}) date de {{count}} jour.',
  },
  'sync.trust_other': {
    en: 'The trust bundle by which documents are verified (no. {{version}}) is {{count}} days old.',
    fr: 'L’ensemble de confiance qui sert à vérifier les documents (no {{version}}) date de {{count}} jours.',
  },
  'sync.trust_due': { en: 'The next one is due by {{date}}.', fr: 'Le prochain est attendu d’ici le {{date}}.' },
  'sync.trust_late': {
    en: 'The next one was due by {{date}}: documents revoked since are not known here.',
    fr: 'Le prochain était attendu d’ici le {{date}} : les documents révoqués depuis ne sont pas connus ici.',
  },
  'sync.trust_none': {
    en: 'No trust bundle is held: documents of other offices cannot be verified. The first one comes on a USB stick, with the fingerprint of its root on paper.',
    fr: 'Aucun ensemble de confiance n’est détenu : les documents d’autres bureaux ne peuvent être vérifiés. Le premier arrive sur une clé USB, avec l’empreinte de sa racine sur papier.',
  },

  'sync.this_desk': { en: 'This desk: {{code}}', fr: 'Ce poste : {{code}}' },
  'sync.this_desk_help': {
    en: 'Whoever approves this desk compares these eight characters.',
    fr: 'La personne qui approuve ce poste compare ces huit caractères.',
  },
  'sync.desks': { en: 'Desks of this office', fr: 'Postes de ce bureau' },
  'sync.desk': { en: 'Desk', fr: 'Poste' },
  'sync.desk_state': { en: 'State', fr: 'État' },
  'sync.desk_enrolled': { en: 'Enrolled', fr: 'Inscrit' },
  'sync.desk_seen': { en: 'Last heard of', fr: 'Dernier contact' },
  'sync.desk_do': { en: 'Action', fr: 'Action' },
  'sync.desk_own': { en: 'this one', fr: 'celui-ci' },
  'sync.desk_waiting': { en: 'Waits for approval', fr: 'En attente d’approbation' },
  'sync.desk_active': { en: 'Approved', fr: 'Approuvé' },
  'sync.desk_revoked': { en: 'Revoked', fr: 'Révoqué' },
  'sync.desks_none': { en: 'No desk is enrolled', fr: 'Aucun poste n’est inscrit' },
  'sync.desks_none_next': {
    en: 'The administrator of the central service gives a one-time code for each.',
    fr: 'L’administrateur du service central fournit un code à usage unique pour chacun.',
  },
  'sync.approve': { en: 'Approve', fr: 'Approuver' },
  'sync.approve_title': { en: 'Approve desk {{code}}?', fr: 'Approuver le poste {{code}}?' },
  'sync.approve_help': {
    en: 'Go to that desk, or call whoever set it up: under Administration, Central service, it must show {{code}}. It then receives every record of this office.',
    fr: 'Allez à ce poste ou appelez la personne qui l’a configuré : sous Administration, Service central, il doit afficher {{code}}. Il recevra ensuite tous les dossiers de ce bureau.',
  },
  'sync.revoke': { en: 'Revoke', fr: 'Révoquer' },
  'sync.revoke_title': { en: 'Revoke desk {{code}}?', fr: 'Révoquer le poste {{code}}?' },
  'sync.revoke_help': {
    en: 'For a desk that is lost, stolen or given away. It can never settle again; when it next reaches the central service it destroys its keys, and what it had not sent by then is lost. What it still sends is set aside for a supervisor.',
    fr: 'Pour un poste perdu, volé ou cédé. Il ne pourra plus jamais se synchroniser; à son prochain contact avec le service central il détruit ses clés, et ce qu’il n’avait pas encore envoyé est perdu. Ce qu’il enverrait encore est mis de côté pour un superviseur.',
  },
} as const satisfies Texts
