import type { ErrorSpecs } from '../language.ts'

/** Failures of the central service that its administrator sees. */
export const centralErrors = {
  'central.not_practice': {
    status: 409,
    retryable: false,
    message: {
      en: 'This central service is live: nobody is played in it, and no partner.',
      fr: 'Ce service central est en exploitation : on n’y simule ni personnes ni partenaires.',
    },
    next: {
      en: 'Start another one with --practice and a data folder (--data) or database of its own, and play there.',
      fr: 'Démarrez-en un autre avec --practice et son propre dossier de données (--data) ou sa propre base, et simulez-y.',
    },
  },
  'central.is_live': {
    status: 409,
    retryable: false,
    message: {
      en: 'This central service is live, and stays so: practice is chosen at the first start.',
      fr: 'Ce service central est en exploitation et le reste : l’exercice se choisit au premier démarrage.',
    },
    next: {
      en: 'Leave --practice out; for practice name another data folder (--data) or database.',
      fr: 'Omettez --practice; pour l’exercice, indiquez un autre dossier de données (--data) ou une autre base.',
    },
  },
  'central.no_postgres': {
    status: 500,
    retryable: false,
    message: {
      en: 'There is no PostgreSQL for this system ({{platform}}) among the installed packages.',
      fr: 'Aucun PostgreSQL pour ce système ({{platform}}) ne figure parmi les paquets installés.',
    },
    next: {
      en: 'Run “npm ci” again, or name a PostgreSQL in DATABASE_URL.',
      fr: 'Relancez « npm ci » ou indiquez un PostgreSQL dans DATABASE_URL.',
    },
  },
  'central.postgres_failed': {
    status: 500,
    retryable: false,
    message: {
      en: 'PostgreSQL did not start. It said: {{detail}}',
      fr: 'PostgreSQL n’a pas démarré. Il a répondu : {{detail}}',
    },
    next: {
      en: 'Check that the data folder is on a local disk with free space and that other users of this system can pass through the folders above it; or name a PostgreSQL in DATABASE_URL.',
      fr: 'Vérifiez que le dossier de données se trouve sur un disque local avec de l’espace libre et que les autres utilisateurs du système peuvent traverser les dossiers parents; ou indiquez un PostgreSQL dans DATABASE_URL.',
    },
  },
  'central.folder_closed': {
    status: 500,
    retryable: false,
    message: {
      en: 'PostgreSQL does not run as root, and other users of this system cannot pass through the folders above the data folder.',
      fr: 'PostgreSQL ne s’exécute pas en tant que root, et les autres utilisateurs du système ne peuvent pas traverser les dossiers parents du dossier de données.',
    },
    next: {
      en: 'Name a folder such as /var/lib/passerelle-central with --data, or run the central as a user of its own.',
      fr: 'Indiquez avec --data un dossier tel que /var/lib/passerelle-central, ou exécutez le service central sous un utilisateur distinct.',
    },
  },
  'central.database': {
    status: 503,
    retryable: true,
    message: { en: 'The database does not answer ({{reason}}).', fr: 'La base de données ne répond pas ({{reason}}).' },
    next: {
      en: 'Check the address in DATABASE_URL and that the database runs, then start again.',
      fr: 'Vérifiez l’adresse dans DATABASE_URL et l’état de la base de données, puis redémarrez.',
    },
  },
  'central.schema_newer': {
    status: 426,
    retryable: false,
    message: {
      en: 'A newer central worked on this database (schema {{found}}; this program knows {{known}}). Nothing was changed.',
      fr: 'Un service central plus récent a utilisé cette base de données (schéma {{found}}; ce programme connaît {{known}}). Rien n’a été modifié.',
    },
    next: { en: 'Install the newer version.', fr: 'Installez la version plus récente.' },
  },
  'central.in_use': {
    status: 409,
    retryable: true,
    message: {
      en: 'A central already runs on this data folder.',
      fr: 'Un service central utilise déjà ce dossier de données.',
    },
    next: {
      en: 'Stop it first, or name another folder with --data.',
      fr: 'Arrêtez-le d’abord ou indiquez un autre dossier avec --data.',
    },
  },
  'central.setting': {
    status: 400,
    retryable: false,
    message: { en: 'A setting cannot be used: {{setting}}.', fr: 'Un paramètre est inutilisable : {{setting}}.' },
    next: { en: 'See “npm run -s central -- --help”.', fr: 'Voyez « npm run -s central -- --help ».' },
  },
  'central.needs_tls': {
    status: 400,
    retryable: false,
    message: {
      en: 'Beyond this computer ({{host}}) the central speaks TLS only.',
      fr: 'Hors de cet ordinateur ({{host}}), le service central n’utilise que TLS.',
    },
    next: {
      en: 'Give --tls-cert and --tls-key, or listen on 127.0.0.1 behind a proxy.',
      fr: 'Fournissez --tls-cert et --tls-key, ou écoutez sur 127.0.0.1 derrière un mandataire.',
    },
  },
  'central.port': {
    status: 409,
    retryable: false,
    message: {
      en: 'The address {{address}} cannot be listened on ({{reason}}).',
      fr: 'Impossible d’écouter à l’adresse {{address}} ({{reason}}).',
    },
    next: { en: 'Choose another one with --listen.', fr: 'Choisissez-en une autre avec --listen.' },
  },
  'central.no_office': {
    status: 404,
    retryable: false,
    message: { en: 'There is no office “{{office}}”.', fr: 'Il n’existe aucun bureau « {{office}} ».' },
    next: {
      en: 'Use the short name of the office as desks show it at set-up, such as lacolle-15.',
      fr: 'Utilisez le nom court du bureau tel qu’il apparaît à la configuration des postes, par exemple lacolle-15.',
    },
  },
  'central.no_device': {
    status: 404,
    retryable: false,
    message: { en: 'No such desk waits or works here.', fr: 'Aucun poste de ce nom n’attend ni ne travaille ici.' },
    next: { en: 'List the desks with “devices”.', fr: 'Affichez les postes avec « devices ».' },
  },
  'central.no_checkpoint': {
    status: 422,
    retryable: false,
    message: {
      en: 'This holds something else than checkpoints. Nothing was checked.',
      fr: 'Ceci contient autre chose que des points de contrôle. Rien n’a été vérifié.',
    },
    next: { en: 'Give what “checkpoint-show” wrote.', fr: 'Donnez ce que «\u00a0checkpoint-show\u00a0» a écrit.' },
  },
  'central.checkpoint_differs': {
    status: 409,
    retryable: false,
    message: {
      en: 'Checkpoints that do not stand: {{count}}. Something before them was changed, left out or moved, or they were not signed here.',
      fr: 'Points de contrôle qui ne tiennent pas\u00a0: {{count}}. Un élément antérieur a été modifié, retiré ou déplacé, ou ils n’ont pas été signés ici.',
    },
    next: {
      en: 'After a restore this is expected of those later than the backup. Otherwise stop the service and keep its database as it is.',
      fr: 'Après une restauration, c’est attendu pour ceux postérieurs à la sauvegarde. Sinon, arrêtez le service et conservez sa base telle quelle.',
    },
  },
  'central.not_withheld': {
    status: 404,
    retryable: false,
    message: {
      en: 'No such event waits here to be looked at.',
      fr: 'Aucun événement de ce nom n’attend ici d’être examiné.',
    },
    next: { en: 'List them with “quarantine list”.', fr: 'Affichez-les avec «\u00a0quarantine list\u00a0».' },
  },
  'central.withheld_gone': {
    status: 410,
    retryable: false,
    message: {
      en: 'What it said is gone: its record was erased, or the desk sent no body.',
      fr: 'Ce qu’il disait n’existe plus\u00a0: son dossier a été effacé, ou le poste n’en a pas envoyé le contenu.',
    },
    next: { en: 'Note that it was looked at.', fr: 'Notez qu’il a été examiné.' },
  },
  'central.not_empty': {
    status: 409,
    retryable: false,
    message: {
      en: 'Something is there already. Nothing was changed.',
      fr: 'Il y a déjà quelque chose à cet endroit. Rien n’a été modifié.',
    },
    next: {
      en: 'A backup goes to an empty folder; a restore, into an empty database.',
      fr: 'Une sauvegarde va dans un dossier vide; une restauration, dans une base de données vide.',
    },
  },
  'central.backup_damaged': {
    status: 400,
    retryable: false,
    message: {
      en: 'This backup is damaged or not complete ({{reason}}). Nothing was changed.',
      fr: 'Cette sauvegarde est endommagée ou incomplète ({{reason}}). Rien n’a été modifié.',
    },
    next: { en: 'Choose another backup.', fr: 'Choisissez une autre sauvegarde.' },
  },
  'central.trust_file': {
    status: 400,
    retryable: false,
    message: { en: 'This is no trust bundle.', fr: 'Ce fichier n’est pas un ensemble de confiance.' },
    next: { en: 'Export it with “desk trust export”.', fr: 'Exportez-le avec « desk trust export ».' },
  },
  'central.trust_older': {
    status: 409,
    retryable: false,
    message: {
      en: 'Desks already have version {{known}}; this bundle is version {{found}}.',
      fr: 'Les postes ont déjà la version {{known}}; cet ensemble est de la version {{found}}.',
    },
    next: { en: 'Export a newer one.', fr: 'Exportez-en un plus récent.' },
  },
  'central.key_file': {
    status: 500,
    retryable: false,
    message: {
      en: 'The key file is missing, or does not hold the 32 bytes that this data folder was made with.',
      fr: 'Le fichier de clé est absent ou ne contient pas les 32 octets avec lesquels ce dossier de données a été créé.',
    },
    next: {
      en: 'Put the file back from where keys are kept. Without it the bodies of the records cannot be read.',
      fr: 'Rétablissez le fichier depuis l’endroit où les clés sont conservées. Sans lui, le contenu des dossiers est illisible.',
    },
  },
  'central.portal_name_taken': {
    status: 409,
    retryable: false,
    message: {
      en: 'There is a portal service of this name already.',
      fr: 'Un service de portail porte déjà ce nom.',
    },
    next: { en: 'Choose another name.', fr: 'Choisissez un autre nom.' },
  },
  'central.not_running': {
    status: 503,
    retryable: true,
    message: {
      en: 'No central answers at {{address}}.',
      fr: 'Aucun service central ne répond à {{address}}.',
    },
    next: {
      en: 'Start it first, or name its address with --url.',
      fr: 'Démarrez-le d’abord, ou indiquez son adresse avec --url.',
    },
  },
  'central.no_bounce': {
    status: 422,
    retryable: false,
    message: {
      en: 'This is no report of a mail that was not delivered.',
      fr: 'Ce n’est pas un avis de non-remise de courriel.',
    },
    next: {
      en: 'Hand over the whole mail with its headers, as the mail server wrote it.',
      fr: 'Remettez le courriel entier avec ses en-têtes, tel que le serveur de courriel l’a écrit.',
    },
  },
  'central.no_mail': {
    status: 404,
    retryable: false,
    message: {
      en: 'No mail of this central has the id that the report names.',
      fr: 'Aucun courriel de ce service central ne porte l’identifiant nommé dans l’avis.',
    },
    next: {
      en: 'It belongs to another central, or the mail is older than 180 days.',
      fr: 'Il relève d’un autre service central, ou le courriel date de plus de 180 jours.',
    },
  },
  'central.no_portal': {
    status: 404,
    retryable: false,
    message: {
      en: 'There is no portal service of this name, or it was turned away already.',
      fr: 'Aucun service de portail ne porte ce nom, ou il est déjà écarté.',
    },
    next: { en: 'Check the name.', fr: 'Vérifiez le nom.' },
  },
} as const satisfies ErrorSpecs
