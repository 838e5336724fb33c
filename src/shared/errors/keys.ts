import type { ErrorSpecs } from '../language.ts'

/** The key file and what opens it. */
export const keyErrors = {
  'officers.keychain_changed': {
    status: 409,
    retryable: false,
    message: {
      en: 'This computer no longer holds the secret that passwords need on this desk. The records are safe.',
      fr: 'Cet ordinateur ne détient plus le secret dont les mots de passe ont besoin à ce poste. Les dossiers sont en sécurité.',
    },
    next: {
      en: 'An administrator opens the desk with the printed recovery key; after that every password works again.',
      fr: 'Un administrateur ouvre le poste avec la clé de récupération imprimée; tous les mots de passe fonctionneront de nouveau.',
    },
  },
  'officers.keychain_unavailable': {
    status: 503,
    retryable: true,
    message: {
      en: 'The keychain of this computer does not answer.',
      fr: 'Le trousseau de clés de cet ordinateur ne répond pas.',
    },
    next: {
      en: 'Unlock the keychain or restart the computer and try again; otherwise use the printed recovery key.',
      fr: 'Déverrouillez le trousseau ou redémarrez l’ordinateur et réessayez; sinon, utilisez la clé de récupération imprimée.',
    },
  },
  'officers.key_file_missing': {
    status: 409,
    retryable: false,
    message: { en: 'The key file of this desk is missing.', fr: 'Le fichier de clés de ce poste est introuvable.' },
    next: {
      en: 'Put back the key file of the last backup. Nothing was deleted.',
      fr: 'Remettez le fichier de clés de la dernière sauvegarde. Rien n’a été supprimé.',
    },
  },
  'officers.key_file_damaged': {
    status: 409,
    retryable: false,
    message: { en: 'The key file of this desk cannot be read.', fr: 'Le fichier de clés de ce poste est illisible.' },
    next: {
      en: 'Put back the key file of the last backup. Nothing was deleted.',
      fr: 'Remettez le fichier de clés de la dernière sauvegarde. Rien n’a été supprimé.',
    },
  },
  'officers.key_file_changed': {
    status: 409,
    retryable: false,
    message: {
      en: 'The key file was changed from outside while the desk was open. Nothing was written.',
      fr: 'Le fichier de clés a été modifié de l’extérieur pendant que le poste était ouvert. Rien n’a été écrit.',
    },
    next: {
      en: 'Close the desk, open it again, check the list of officers, and report it to the office’s security officer.',
      fr: 'Fermez le poste, rouvrez-le, vérifiez la liste des agents et signalez-le à l’agent de sécurité du bureau.',
    },
  },
  'officers.key_file_newer': {
    status: 409,
    retryable: false,
    message: {
      en: 'The key file was written by a newer Passerelle.',
      fr: 'Le fichier de clés a été écrit par une version plus récente de Passerelle.',
    },
    next: { en: 'Install the newer version on this desk.', fr: 'Installez la version plus récente à ce poste.' },
  },
  'officers.key_file_exists': {
    status: 409,
    retryable: false,
    message: { en: 'This desk already has keys.', fr: 'Ce poste a déjà des clés.' },
    next: { en: 'Sign in instead of setting up.', fr: 'Ouvrez une session plutôt que de configurer le poste.' },
  },
  'officers.cannot_read': {
    status: 503,
    retryable: true,
    message: {
      en: 'A file of this desk cannot be read ({{reason}}).',
      fr: 'Un fichier de ce poste ne peut être lu ({{reason}}).',
    },
    next: {
      en: 'Check the permissions of the data folder, then try again.',
      fr: 'Vérifiez les autorisations du dossier de données, puis réessayez.',
    },
  },
  'officers.cannot_write': {
    status: 507,
    retryable: true,
    message: {
      en: 'A file of this desk cannot be written ({{reason}}). Nothing was changed.',
      fr: 'Un fichier de ce poste ne peut être écrit ({{reason}}). Rien n’a été modifié.',
    },
    next: {
      en: 'Free some disk space or check the permissions of the data folder, then try again.',
      fr: 'Libérez de l’espace disque ou vérifiez les autorisations du dossier de données, puis réessayez.',
    },
  },
  'officers.recovery_key_length': {
    status: 400,
    retryable: false,
    message: {
      en: 'A recovery key has {{expected}} letters and digits; {{count}} were entered.',
      fr: 'Une clé de récupération compte {{expected}} lettres et chiffres; {{count}} ont été entrés.',
    },
    next: {
      en: 'Compare it group by group with the printed sheet.',
      fr: 'Comparez-la groupe par groupe avec la feuille imprimée.',
    },
  },
  'officers.recovery_key_group': {
    status: 400,
    retryable: false,
    message: {
      en: 'Group {{group}} of the recovery key has a mistake.',
      fr: 'Le groupe {{group}} de la clé de récupération contient une erreur.',
    },
    next: {
      en: 'Compare group {{group}} with the printed sheet.',
      fr: 'Comparez le groupe {{group}} avec la feuille imprimée.',
    },
  },
  'officers.recovery_key_wrong': {
    status: 401,
    retryable: false,
    message: {
      en: 'This recovery key is well written but does not open this desk.',
      fr: 'Cette clé de récupération est bien écrite, mais elle n’ouvre pas ce poste.',
    },
    next: {
      en: 'Look for the newest sheet of this desk: a new key ends the one before.',
      fr: 'Cherchez la feuille la plus récente de ce poste : une nouvelle clé annule la précédente.',
    },
  },
} as const satisfies ErrorSpecs
