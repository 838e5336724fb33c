import type { ErrorSpecs } from '../language.ts'

/** Setting a desk up, and what the frame of the window warns of. */
const setUp = {
  'setup.not_begun': {
    status: 409,
    retryable: false,
    message: { en: 'No set-up is under way at this desk.', fr: 'Aucune configuration n’est en cours à ce poste.' },
    next: {
      en: 'Start the set-up again. Nothing was kept.',
      fr: 'Recommencez la configuration. Rien n’a été conservé.',
    },
  },
} as const satisfies ErrorSpecs

const importNumbers = {
  en: 'Ask national headquarters for a numbers file and import it under Administration, Numbers.',
  fr: 'Demandez un fichier de numéros à l’administration centrale et importez-le sous Administration, Numéros.',
}

const warnings = {
  'numbers.applications_low': {
    status: 200,
    retryable: false,
    message: { en: '{{left}} application numbers are left.', fr: 'Il reste {{left}} numéros de demande.' },
    next: importNumbers,
  },
  'numbers.clients_low': {
    status: 200,
    retryable: false,
    message: { en: '{{left}} client numbers (UCI) are left.', fr: 'Il reste {{left}} numéros de client (IUC).' },
    next: importNumbers,
  },
  'numbers.documents_low': {
    status: 200,
    retryable: false,
    message: { en: '{{left}} document numbers are left.', fr: 'Il reste {{left}} numéros de document.' },
    next: importNumbers,
  },
  'backup.no_folder': {
    status: 200,
    retryable: false,
    message: {
      en: 'This desk makes no backups: no folder was chosen.',
      fr: 'Ce poste ne fait aucune copie de sauvegarde : aucun dossier n’a été choisi.',
    },
    next: {
      en: 'An administrator chooses a folder on another disk under Administration, Backup.',
      fr: 'Un administrateur choisit un dossier sur un autre disque sous Administration, Sauvegarde.',
    },
  },
  'backup.folder_missing': {
    status: 400,
    retryable: true,
    message: {
      en: 'There is no such folder. Nothing was changed.',
      fr: 'Ce dossier n’existe pas. Rien n’a été modifié.',
    },
    next: {
      en: 'Connect the disk and give the whole path of a folder that is there, from its beginning.',
      fr: 'Branchez le disque et donnez le chemin complet d’un dossier qui existe, depuis le début.',
    },
  },
  'backup.folder_refused': {
    status: 400,
    retryable: true,
    message: {
      en: 'A file could not be written to this folder and read back ({{reason}}). Nothing was changed.',
      fr: 'Un fichier n’a pas pu être écrit dans ce dossier puis relu ({{reason}}). Rien n’a été modifié.',
    },
    next: {
      en: 'Choose another folder, or ask for the right to write to this one.',
      fr: 'Choisissez un autre dossier ou demandez le droit d’écrire dans celui-ci.',
    },
  },
  'backup.overdue': {
    status: 200,
    retryable: true,
    message: {
      en: 'The last good backup is {{days}} days old.',
      fr: 'La dernière copie de sauvegarde réussie date de {{days}} jours.',
    },
    next: {
      en: 'Connect the backup disk; the desk tries again every quarter of an hour.',
      fr: 'Branchez le disque de sauvegarde; le poste réessaie tous les quarts d’heure.',
    },
  },
  'desk.clock_behind': {
    status: 200,
    retryable: false,
    message: {
      en: 'The clock of this desk is {{minutes}} min behind its newest entry.',
      fr: 'L’horloge de ce poste retarde de {{minutes}} min sur sa dernière inscription.',
    },
    next: {
      en: 'Set the clock of the computer: dates on papers and deadlines follow it.',
      fr: 'Réglez l’horloge de l’ordinateur : les dates des documents et les échéances en dépendent.',
    },
  },
} as const satisfies ErrorSpecs

export const seatErrors = { ...setUp, ...warnings } as const satisfies ErrorSpecs
