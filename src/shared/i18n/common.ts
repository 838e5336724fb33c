import type { Texts } from './types.ts'

/** Words that every screen shares: buttons, states of a screen, fields. */
export const commonTexts = {
  'common.save': { en: 'Save', fr: 'Enregistrer' },
  'common.look_not_kept': {
    en: 'This choice counts until Passerelle is closed: the desk could not keep it.',
    fr: 'Ce choix vaut jusqu’à la fermeture de Passerelle : le poste n’a pas pu le conserver.',
  },
  'common.saved': { en: 'Saved', fr: 'Enregistré' },
  'common.cancel': { en: 'Cancel', fr: 'Annuler' },
  'common.close': { en: 'Close', fr: 'Fermer' },
  'common.back': { en: 'Back', fr: 'Retour' },
  'common.continue': { en: 'Continue', fr: 'Continuer' },
  'common.again': { en: 'Try again', fr: 'Réessayer' },
  'common.copy': { en: 'Copy', fr: 'Copier' },
  'common.copied': { en: 'Copied', fr: 'Copié' },
  'common.copy_of': { en: 'Copy {{what}}', fr: 'Copier : {{what}}' },
  'common.print': { en: 'Print', fr: 'Imprimer' },
  'common.more': { en: 'Show more', fr: 'Afficher plus' },
  'common.yes': { en: 'Yes', fr: 'Oui' },
  'common.no': { en: 'No', fr: 'Non' },
  'common.required_for': { en: 'needed for {{what}}', fr: 'requis pour {{what}}' },
  'common.reason': { en: 'Reason', fr: 'Motif' },
  'common.reason_help': {
    en: 'Kept in the record with your name. No more detail than is needed.',
    fr: 'Conservé au dossier avec votre nom. Pas plus de détails que nécessaire.',
  },
  'common.reason_short': { en: 'Say why in at least 3 letters.', fr: 'Donnez le motif en au moins 3 lettres.' },
  'common.loading': { en: 'Loading', fr: 'Chargement' },
  'common.not_found': { en: 'There is nothing here', fr: 'Il n’y a rien ici' },
  'common.not_found_next': {
    en: 'The address is not one of Passerelle’s screens, or the record is not on this desk.',
    fr: 'L’adresse ne correspond à aucun écran de Passerelle, ou le dossier ne se trouve pas sur ce poste.',
  },
  'common.go_today': { en: 'Go to Today', fr: 'Aller à Aujourd’hui' },
  'common.no_permission': {
    en: 'Your role does not open this screen',
    fr: 'Votre rôle ne donne pas accès à cet écran',
  },
  'common.no_permission_next': {
    en: 'Ask an administrator of the office if your work needs it.',
    fr: 'Adressez-vous à un administrateur du bureau si votre travail l’exige.',
  },
  'common.crashed': { en: 'This screen stopped', fr: 'Cet écran s’est arrêté' },
  'common.crashed_next': {
    en: 'What you saved is safe. Open the screen again; if it stops again, tell support what you were doing.',
    fr: 'Ce que vous avez enregistré est en sécurité. Rouvrez l’écran; s’il s’arrête de nouveau, dites au soutien ce que vous faisiez.',
  },
  'common.drop_file': { en: 'Drop a file here or choose one', fr: 'Déposez un fichier ici ou choisissez-en un' },
  'common.choose_file': { en: 'Choose a file', fr: 'Choisir un fichier' },
  'common.date_help': { en: 'Year-month-day, such as 1990-05-17', fr: 'Année-mois-jour, par exemple 1990-05-17' },
  'common.date_partial_help': {
    en: 'Such as 1990-05-17; 1990-05 or 1990 if that is all that is known',
    fr: 'Par exemple 1990-05-17; 1990-05 ou 1990 si rien de plus n’est connu',
  },
  'common.date_wrong': {
    en: 'This is not a date of the calendar. Type year-month-day, such as 1990-05-17.',
    fr: 'Cette date n’existe pas. Tapez année-mois-jour, par exemple 1990-05-17.',
  },
  'common.date_future': {
    en: 'This date lies in the future. Correct it; it is not saved yet.',
    fr: 'Cette date est dans le futur. Corrigez-la; elle n’est pas encore enregistrée.',
  },
  'common.date_calendar': { en: 'Open the calendar', fr: 'Ouvrir le calendrier' },
  'common.country_placeholder': { en: 'Type a country', fr: 'Tapez un pays' },
  'common.language_placeholder': { en: 'Type a language', fr: 'Tapez une langue' },
  'common.nothing_found': { en: 'Nothing matches', fr: 'Aucun résultat' },
  'common.list_keys': {
    en: 'Up and down to move, Enter to open',
    fr: 'Haut et bas pour vous déplacer, Entrée pour ouvrir',
  },
  'common.show_password': { en: 'Show the password', fr: 'Afficher le mot de passe' },
  'common.caps_lock': { en: 'Caps Lock is on', fr: 'La touche Verr. maj. est activée' },

  'folder.browse': { en: 'Browse', fr: 'Parcourir' },
  'folder.browse_for': { en: 'Browse: {{field}}', fr: 'Parcourir : {{field}}' },
  'folder.places': { en: 'This computer', fr: 'Cet ordinateur' },
  'folder.home': { en: 'Own folder', fr: 'Dossier personnel' },
  'folder.list': { en: 'Folders', fr: 'Dossiers' },
  'folder.name': { en: 'Name', fr: 'Nom' },
  'folder.up': { en: 'Up', fr: 'Remonter' },
  'folder.take': { en: 'Use this folder', fr: 'Utiliser ce dossier' },
  'folder.none': { en: 'No folder inside', fr: 'Aucun dossier à l’intérieur' },
  'folder.more': {
    en: 'There are more folders here. Type the path of one that is not shown.',
    fr: 'Il y a d’autres dossiers ici. Tapez le chemin de celui qui n’est pas affiché.',
  },
} as const satisfies Texts
