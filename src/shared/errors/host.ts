import type { ErrorSpecs } from '../language.ts'

/** What can go wrong between Passerelle and the computer that it runs on: dialogs, printers, the system's keychain. */
export const hostErrors = {
  'host.practice_failed': {
    status: 422,
    retryable: true,
    message: { en: 'Practice could not be started.', fr: 'L’exercice n’a pas pu démarrer.' },
    next: {
      en: 'Try again. The desk itself is untouched; if it lasts, start Passerelle with --demo.',
      fr: 'Réessayez. Le poste lui-même est intact; si cela persiste, démarrez Passerelle avec --demo.',
    },
  },
  'host.practice_here': {
    status: 409,
    retryable: false,
    message: { en: 'This is the practice desk already.', fr: 'C’est déjà le poste d’exercice.' },
    next: { en: 'Choose an officer and go on.', fr: 'Choisissez un agent et continuez.' },
  },
  'host.dialog_unavailable': {
    status: 422,
    retryable: false,
    message: {
      en: 'This window cannot ask for a file in this way.',
      fr: 'Cette fenêtre ne peut pas demander un fichier ainsi.',
    },
    next: {
      en: 'Choose the file with the button on the page.',
      fr: 'Choisissez le fichier à l’aide du bouton de la page.',
    },
  },
  'host.save_failed': {
    status: 422,
    retryable: true,
    message: {
      en: 'The file could not be saved ({{reason}}).',
      fr: 'Le fichier n’a pas pu être enregistré ({{reason}}).',
    },
    next: {
      en: 'Check that the disk or USB stick is in place and has room, then save again.',
      fr: 'Vérifiez que le disque ou la clé USB est en place et qu’il reste de l’espace, puis enregistrez de nouveau.',
    },
  },
  'host.open_failed': {
    status: 422,
    retryable: true,
    message: { en: 'The file could not be read ({{reason}}).', fr: 'Le fichier n’a pas pu être lu ({{reason}}).' },
    next: {
      en: 'Check that it is still there and smaller than 25 MB, then choose it again.',
      fr: 'Vérifiez qu’il est toujours là et qu’il fait moins de 25 Mo, puis choisissez-le de nouveau.',
    },
  },
  'host.no_files_at_kiosk': {
    status: 403,
    retryable: false,
    message: { en: 'Nothing is saved as a file at a kiosk.', fr: 'Rien n’est enregistré comme fichier à un kiosque.' },
    next: {
      en: 'Print it, or do this at a desk inside the office.',
      fr: 'Imprimez-le, ou faites-le à un poste à l’intérieur du bureau.',
    },
  },
  'host.folder_unreadable': {
    status: 422,
    retryable: true,
    message: {
      en: 'This folder cannot be looked into from here.',
      fr: 'Ce dossier ne peut pas être consulté d’ici.',
    },
    next: {
      en: 'Check that the disk or USB stick is in place, or type the folder’s path.',
      fr: 'Vérifiez que le disque ou la clé USB est en place, ou tapez le chemin du dossier.',
    },
  },
  'host.no_printer': {
    status: 422,
    retryable: true,
    message: { en: 'No printer was found.', fr: 'Aucune imprimante n’a été trouvée.' },
    next: {
      en: 'Turn the printer on or choose another one, then print again.',
      fr: 'Allumez l’imprimante ou choisissez-en une autre, puis imprimez de nouveau.',
    },
  },
  'host.print_failed': {
    status: 422,
    retryable: true,
    message: {
      en: 'The printer did not take the pages ({{reason}}).',
      fr: 'L’imprimante n’a pas accepté les pages ({{reason}}).',
    },
    next: {
      en: 'Look at the printer, then print again. If a numbered sheet was drawn in, record it as spoiled.',
      fr: 'Vérifiez l’imprimante, puis imprimez de nouveau. Si une feuille numérotée a été entraînée, inscrivez-la comme gâchée.',
    },
  },
  'host.keychain_unavailable': {
    status: 422,
    retryable: false,
    message: {
      en: 'This computer has no protected place for secrets.',
      fr: 'Cet ordinateur n’a pas d’endroit protégé pour les secrets.',
    },
    next: {
      en: 'Go on with the password alone, or ask the administrator to turn on the system’s keychain.',
      fr: 'Continuez avec le mot de passe seul, ou demandez à l’administrateur d’activer le trousseau du système.',
    },
  },
  'host.keychain_refused': {
    status: 422,
    retryable: false,
    message: {
      en: 'The secret of this computer could not be opened.',
      fr: 'Le secret de cet ordinateur n’a pas pu être ouvert.',
    },
    next: {
      en: 'Sign in to the computer with the account that set Passerelle up, or use the recovery key.',
      fr: 'Ouvrez la session de l’ordinateur avec le compte qui a configuré Passerelle, ou utilisez la clé de récupération.',
    },
  },
} as const satisfies ErrorSpecs
