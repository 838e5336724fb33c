import type { ErrorSpecs } from '../language.ts'

export const storeErrors = {
  'store.missing': {
    status: 404,
    retryable: false,
    message: { en: 'There is no store in this folder.', fr: 'Il n’y a pas de base de données dans ce dossier.' },
    next: {
      en: 'Check the folder, set up this desk, or restore a backup.',
      fr: 'Vérifiez le dossier, configurez ce poste ou restaurez une copie de sauvegarde.',
    },
  },
  'store.exists': {
    status: 409,
    retryable: false,
    message: { en: 'This folder already holds a store.', fr: 'Ce dossier contient déjà une base de données.' },
    next: { en: 'Sign in to it, or choose another folder.', fr: 'Ouvrez une session ou choisissez un autre dossier.' },
  },
  'store.wrong_key': {
    status: 403,
    retryable: false,
    message: { en: 'This key does not open the store.', fr: 'Cette clé n’ouvre pas la base de données.' },
    next: {
      en: 'Use the key that belongs to this store: the recovery key of its set-up, or of the desk that made the backup.',
      fr: 'Utilisez la clé de cette base de données : la clé de récupération de sa configuration ou du poste qui a fait la copie.',
    },
  },
  'store.damaged': {
    status: 500,
    retryable: false,
    message: {
      en: 'The store’s file is damaged or cut short. Nothing was changed.',
      fr: 'Le fichier de la base de données est endommagé ou tronqué. Rien n’a été modifié.',
    },
    next: {
      en: 'Restore the latest backup. The damaged file is kept beside it for support.',
      fr: 'Restaurez la dernière copie de sauvegarde. Le fichier endommagé est conservé à côté pour le soutien.',
    },
  },
  'store.too_long': {
    status: 413,
    retryable: false,
    message: {
      en: 'This is longer than one entry of the record may be. Nothing was changed.',
      fr: 'C’est plus long que ne peut l’être une inscription au dossier. Rien n’a été modifié.',
    },
    next: {
      en: 'Shorten the longest text by {{over}} characters or a little more, then try again. What you typed is still here.',
      fr: 'Raccourcissez le texte le plus long de {{over}} caractères ou un peu plus, puis réessayez. Ce que vous avez saisi est toujours ici.',
    },
  },
  'store.read_only': {
    status: 500,
    retryable: false,
    message: {
      en: 'Passerelle may not write to the store’s folder.',
      fr: 'Passerelle n’a pas le droit d’écrire dans le dossier de la base de données.',
    },
    next: {
      en: 'Ask an administrator of this computer for the right to write there, then start again.',
      fr: 'Demandez à un administrateur de cet ordinateur le droit d’y écrire, puis redémarrez.',
    },
  },
  'store.full': {
    status: 507,
    retryable: true,
    message: {
      en: 'The disk is full. This last step was not saved; everything before it is.',
      fr: 'Le disque est plein. Cette dernière étape n’a pas été enregistrée; tout ce qui précède l’est.',
    },
    next: { en: 'Free some space, then try again.', fr: 'Libérez de l’espace, puis réessayez.' },
  },
  'store.io': {
    status: 500,
    retryable: true,
    message: {
      en: 'The disk did not answer as it should ({{reason}}). This last step was not saved.',
      fr: 'Le disque n’a pas répondu comme il se doit ({{reason}}). Cette dernière étape n’a pas été enregistrée.',
    },
    next: {
      en: 'Try again; if it happens again, make a backup and call support.',
      fr: 'Réessayez; si cela se répète, faites une copie de sauvegarde et appelez le soutien.',
    },
  },
  'store.in_use': {
    status: 409,
    retryable: true,
    message: {
      en: 'Passerelle is already open on this store.',
      fr: 'Passerelle est déjà ouverte sur cette base de données.',
    },
    next: {
      en: 'Use the window that is open, or close it first.',
      fr: 'Utilisez la fenêtre ouverte ou fermez-la d’abord.',
    },
  },
  'store.held': {
    status: 409,
    retryable: true,
    message: {
      en: 'Something else has the store’s file open just now: a backup, or a virus scanner. Nothing was changed.',
      fr: 'Le fichier de la base de données est ouvert ailleurs en ce moment : une copie de sauvegarde ou un antivirus. Rien n’a été modifié.',
    },
    next: {
      en: 'Nothing to do: it is tried again by itself.',
      fr: 'Rien à faire : un nouvel essai se fera de lui-même.',
    },
  },
  'store.newer': {
    status: 426,
    retryable: false,
    message: {
      en: 'A newer version of Passerelle wrote this store (format {{found}}; this program knows {{known}}). Nothing was changed.',
      fr: 'Une version plus récente de Passerelle a écrit cette base de données (format {{found}}; ce programme connaît {{known}}). Rien n’a été modifié.',
    },
    next: { en: 'Install the newer version.', fr: 'Installez la version plus récente.' },
  },
  'store.no_identity': {
    status: 409,
    retryable: false,
    message: {
      en: 'This desk has no identity yet, so it cannot record anything.',
      fr: 'Ce poste n’a pas encore d’identité et ne peut donc rien consigner.',
    },
    next: { en: 'Finish setting up this desk.', fr: 'Terminez la configuration de ce poste.' },
  },
  'store.behind': {
    status: 409,
    retryable: false,
    message: {
      en: 'This store is older than what this desk has already done. Numbers could be issued twice, so issuing is stopped.',
      fr: 'Cette base de données est plus ancienne que ce que ce poste a déjà fait. Des numéros pourraient être attribués deux fois; l’attribution est donc suspendue.',
    },
    next: {
      en: 'Ask an administrator to settle the restored store under Administration, Checks: a new identity, and the numbers in doubt voided.',
      fr: 'Demandez à un administrateur de régler la base restaurée sous Administration, Vérifications : nouvelle identité et annulation des numéros douteux.',
    },
  },
  'store.rebuilding': {
    status: 503,
    retryable: true,
    message: {
      en: 'The lists are being rebuilt from the record. Reading goes on; saving waits.',
      fr: 'Les listes sont en cours de reconstruction à partir du registre. La lecture continue; l’enregistrement attend.',
    },
    next: { en: 'Wait until it has finished, then try again.', fr: 'Attendez la fin, puis réessayez.' },
  },
  'store.cancelled': {
    status: 409,
    retryable: true,
    message: { en: 'Stopped. Everything is as it was before.', fr: 'Arrêté. Tout est comme avant.' },
    next: { en: 'Start it again when you are ready.', fr: 'Relancez l’opération quand vous serez prêt.' },
  },
  'store.erased': {
    status: 410,
    retryable: false,
    message: { en: 'This record was erased.', fr: 'Ce dossier a été effacé.' },
    next: { en: 'Nothing can be added to it.', fr: 'On ne peut rien y ajouter.' },
  },
  'store.blob_missing': {
    status: 404,
    retryable: false,
    message: { en: 'This file is not on this desk.', fr: 'Ce fichier ne se trouve pas sur ce poste.' },
    next: {
      en: 'Restore it from a backup, or get it from the desk that took it.',
      fr: 'Restaurez-le à partir d’une copie de sauvegarde ou obtenez-le du poste qui l’a enregistré.',
    },
  },
  'store.blob_damaged': {
    status: 500,
    retryable: false,
    message: { en: 'This file is damaged and is not shown.', fr: 'Ce fichier est endommagé et n’est pas affiché.' },
    next: { en: 'Restore it from a backup.', fr: 'Restaurez-le à partir d’une copie de sauvegarde.' },
  },
  'store.blobs_missing': {
    status: 500,
    retryable: false,
    message: {
      en: 'Pictures and papers that are not on this desk: {{count}}.',
      fr: 'Photos et documents absents de ce poste : {{count}}.',
    },
    next: {
      en: 'Restore them from a backup, or get them from the desk that took them.',
      fr: 'Restaurez-les à partir d’une copie de sauvegarde ou obtenez-les du poste qui les a enregistrés.',
    },
  },
  'store.page_wrong': {
    status: 500,
    retryable: false,
    message: {
      en: 'A part of the database is not as it should be. For support: {{detail}}',
      fr: 'Une partie de la base de données n’est pas comme elle devrait l’être. Pour le soutien : {{detail}}',
    },
    next: {
      en: 'Make a backup now, keep the previous one, and call support.',
      fr: 'Faites une sauvegarde maintenant, gardez la précédente et appelez le soutien.',
    },
  },
  'store.chain_broken': {
    status: 500,
    retryable: false,
    message: {
      en: 'The record was changed from outside: {{table}}, device {{device}}, entry {{sequence}} ({{reason}}).',
      fr: 'Le registre a été modifié de l’extérieur : {{table}}, appareil {{device}}, entrée {{sequence}} ({{reason}}).',
    },
    next: {
      en: 'Stop issuing documents on this desk and call the auditor.',
      fr: 'Cessez de délivrer des documents sur ce poste et appelez le vérificateur.',
    },
  },
  'store.backup_folder': {
    status: 400,
    retryable: false,
    message: {
      en: 'The backup folder is not there or cannot be written to.',
      fr: 'Le dossier de sauvegarde est introuvable ou ne permet pas l’écriture.',
    },
    next: {
      en: 'Connect the disk or choose another folder in the settings.',
      fr: 'Branchez le disque ou choisissez un autre dossier dans les paramètres.',
    },
  },
  'store.backup_failed': {
    status: 500,
    retryable: true,
    message: {
      en: 'The new backup did not pass its check ({{reason}}) and was not kept. Older backups are untouched.',
      fr: 'La nouvelle copie de sauvegarde n’a pas réussi sa vérification ({{reason}}) et n’a pas été conservée. Les copies antérieures sont intactes.',
    },
    next: {
      en: 'Try again; if it fails again, use another disk.',
      fr: 'Réessayez; en cas de nouvel échec, utilisez un autre disque.',
    },
  },
  'store.backup_damaged': {
    status: 400,
    retryable: false,
    message: {
      en: 'This backup is damaged or not complete ({{reason}}). Nothing was changed.',
      fr: 'Cette copie de sauvegarde est endommagée ou incomplète ({{reason}}). Rien n’a été modifié.',
    },
    next: { en: 'Choose another backup.', fr: 'Choisissez une autre copie de sauvegarde.' },
  },
} as const satisfies ErrorSpecs
