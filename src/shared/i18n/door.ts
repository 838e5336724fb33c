import type { Texts } from './types.ts'

/** The door: sign-in, second factor, password, recovery, set-up, restore. */
export const doorTexts = {
  'door.practice': { en: 'Practice', fr: 'S’exercer' },
  'door.practice_about': {
    en: 'Made-up people in a folder of their own; this desk stays closed.',
    fr: 'Personnes fictives, dans un dossier à part; ce poste reste fermé.',
  },
  'door.practice_open': { en: 'Go to the practice desk', fr: 'Aller au poste d’exercice' },
  'door.practice_started': { en: 'Practice opens in its own window', fr: 'L’exercice s’ouvre dans sa propre fenêtre' },
  'door.tagline': {
    en: 'Refugee claims and confirmation of permanent residence',
    fr: 'Demandes d’asile et confirmation de la résidence permanente',
  },
  'door.sign_in': { en: 'Sign in', fr: 'Ouvrir une session' },
  'door.user_name': { en: 'User name', fr: 'Nom d’utilisateur' },
  'door.password': { en: 'Password', fr: 'Mot de passe' },
  'door.recover': { en: 'Use the recovery key', fr: 'Utiliser la clé de récupération' },
  'door.privacy': {
    en: 'Every sign-in, view and change is recorded with the officer’s name.',
    fr: 'Chaque ouverture de session, consultation et modification est consignée avec le nom de l’agent.',
  },
  'door.demo_title': { en: 'Demo: enter as', fr: 'Démonstration : entrer comme' },

  'door.factor_title': { en: 'Second factor', fr: 'Second facteur' },
  'door.factor_about': {
    en: 'Once a shift: the six digits that the authenticator app shows now.',
    fr: 'Une fois par quart : les six chiffres affichés par l’application d’authentification.',
  },
  'door.factor_code': { en: 'Code of six digits', fr: 'Code à six chiffres' },
  'door.factor_recovery': { en: 'Recovery code', fr: 'Code de récupération' },
  'door.factor_recovery_help': {
    en: 'One of the ten printed codes; each works once.',
    fr: 'L’un des dix codes imprimés; chacun sert une seule fois.',
  },
  'door.factor_use_recovery': { en: 'I do not have my phone', fr: 'Je n’ai pas mon téléphone' },
  'door.factor_use_code': { en: 'Use the app instead', fr: 'Utiliser plutôt l’application' },
  'door.confirm': { en: 'Confirm', fr: 'Confirmer' },

  'door.change_title': { en: 'Choose a new password', fr: 'Choisissez un nouveau mot de passe' },
  'door.change_about': {
    en: 'The password you were given works once. Choose one that only you know.',
    fr: 'Le mot de passe reçu ne sert qu’une fois. Choisissez-en un que vous seul connaissez.',
  },
  'door.current_password': { en: 'Current password', fr: 'Mot de passe actuel' },
  'door.new_password': { en: 'New password', fr: 'Nouveau mot de passe' },
  'door.repeat_password': { en: 'New password again', fr: 'Nouveau mot de passe, de nouveau' },
  'door.password_again': { en: 'Password again', fr: 'Mot de passe, de nouveau' },
  'door.repeat_differs': { en: 'The two passwords differ.', fr: 'Les deux mots de passe diffèrent.' },
  'door.change': { en: 'Change the password', fr: 'Changer le mot de passe' },
  'door.policy_length': { en: 'At least {{min}} characters', fr: 'Au moins {{min}} caractères' },
  'door.policy_guess': {
    en: 'Not a common word, your name, the office or this work',
    fr: 'Ni mot courant, ni votre nom, ni le bureau, ni ce travail',
  },
  'door.policy_advice': {
    en: 'Four or five unrelated words are easy to type and hard to guess.',
    fr: 'Quatre ou cinq mots sans lien sont faciles à taper et difficiles à deviner.',
  },
  'door.policy_met': { en: 'met', fr: 'respecté' },
  'door.policy_open': { en: 'not yet', fr: 'pas encore' },

  'door.recover_title': { en: 'Recover with the recovery key', fr: 'Récupérer avec la clé de récupération' },
  'door.recover_about': {
    en: 'The recovery key was printed when this desk was set up. It opens the store and gives you a new password; both are recorded.',
    fr: 'La clé de récupération a été imprimée lors de la configuration du poste. Elle ouvre les données et vous donne un nouveau mot de passe; les deux sont consignés.',
  },
  'door.recovery_key': { en: 'Recovery key', fr: 'Clé de récupération' },
  'door.recovery_key_help': {
    en: 'Hyphens and case do not matter.',
    fr: 'Les traits d’union et la casse n’importent pas.',
  },
  'door.recover_do': { en: 'Recover', fr: 'Récupérer' },

  'setup.title': { en: 'Set up this desk', fr: 'Configurer ce poste' },
  'setup.about': {
    en: 'About five minutes. You need the number file of the office, a phone with an authenticator app, and a printer or a USB stick.',
    fr: 'Environ cinq minutes. Il vous faut le fichier de numéros du bureau, un téléphone avec une application d’authentification et une imprimante ou une clé USB.',
  },
  'setup.step': { en: 'Step {{n}} of {{total}}', fr: 'Étape {{n}} sur {{total}}' },
  'setup.restore_link': { en: 'Restore from a backup instead', fr: 'Restaurer plutôt une sauvegarde' },
  'setup.new_link': { en: 'Set up a new desk instead', fr: 'Configurer plutôt un nouveau poste' },
  'setup.office': { en: 'Office', fr: 'Bureau' },
  'setup.office_help': {
    en: 'Dates of entry and of claim are dates of this place.',
    fr: 'Les dates d’entrée et de demande sont celles de cet endroit.',
  },
  'setup.office_placeholder': { en: 'Type a name', fr: 'Tapez un nom' },
  'setup.office_land': { en: 'Land border', fr: 'Frontière terrestre' },
  'setup.office_air': { en: 'Airports', fr: 'Aéroports' },
  'setup.office_ferry': { en: 'Harbours and ferries', fr: 'Ports et traversiers' },
  'setup.office_rail': { en: 'Rail', fr: 'Chemin de fer' },
  'setup.office_inland': { en: 'Inland offices', fr: 'Bureaux intérieurs' },
  'setup.admin': { en: 'First administrator', fr: 'Premier administrateur' },
  'setup.admin_about': {
    en: 'This person enrols the other officers and keeps the recovery key.',
    fr: 'Cette personne inscrit les autres agents et garde la clé de récupération.',
  },
  'setup.display_name': { en: 'Name as officers see it', fr: 'Nom tel que les agents le voient' },
  'setup.user_name_help': {
    en: 'Small letters, digits, dot, hyphen; at least 2',
    fr: 'Minuscules, chiffres, point, trait d’union; au moins 2',
  },
  'setup.user_name_wrong': {
    en: 'Use 2 to 63 small letters, digits, dots or hyphens, starting with a letter or digit.',
    fr: 'Utilisez de 2 à 63 minuscules, chiffres, points ou traits d’union, en commençant par une lettre ou un chiffre.',
  },
  'setup.numbers': { en: 'Numbers', fr: 'Numéros' },
  'setup.numbers_about': {
    en: 'The office hands each desk its own blocks of numbers, so that no two desks ever give the same one, even offline.',
    fr: 'Le bureau remet à chaque poste ses propres plages de numéros : deux postes ne donnent jamais le même, même hors ligne.',
  },
  'setup.numbers_drop': {
    en: 'Drop the number file here or choose it',
    fr: 'Déposez ici le fichier de numéros ou choisissez-le',
  },
  'setup.numbers_sample': {
    en: 'Use sample numbers (training only)',
    fr: 'Utiliser des numéros d’exemple (formation seulement)',
  },
  'setup.series': { en: 'Series', fr: 'Série' },
  'setup.range': { en: 'From – to', fr: 'De – à' },
  'setup.left': { en: 'Left', fr: 'Restants' },
  'setup.secrets': { en: 'Second factor and recovery', fr: 'Second facteur et récupération' },
  'setup.qr': { en: 'Scan with the authenticator app', fr: 'Numérisez avec l’application d’authentification' },
  'setup.qr_label': { en: 'QR code of the second factor', fr: 'Code QR du second facteur' },
  'setup.qr_by_hand': { en: 'Or type this secret into the app', fr: 'Ou tapez ce secret dans l’application' },
  'setup.codes': { en: 'Ten recovery codes', fr: 'Dix codes de récupération' },
  'setup.codes_about': {
    en: 'For a day without the phone. Each works once.',
    fr: 'Pour un jour sans téléphone. Chacun sert une seule fois.',
  },
  'setup.key_about': {
    en: 'Opens the store when every password is lost. Without it nobody can, not even support. Keep it in the office safe, never on this computer.',
    fr: 'Ouvre les données quand tous les mots de passe sont perdus. Sans elle, personne ne le peut, pas même le soutien. Gardez-la dans le coffre du bureau, jamais sur cet ordinateur.',
  },
  'setup.key_save': { en: 'Save to USB', fr: 'Enregistrer sur une clé USB' },
  'setup.key_saved': { en: 'The recovery key was saved.', fr: 'La clé de récupération a été enregistrée.' },
  'setup.key_not_saved': {
    en: 'The recovery key was not saved.',
    fr: 'La clé de récupération n’a pas été enregistrée.',
  },
  'setup.key_window': {
    en: 'The browser downloads the file: move it to the USB stick.',
    fr: 'Le navigateur télécharge le fichier : déplacez-le sur la clé USB.',
  },
  'setup.key_confirm': {
    en: 'I have the recovery key and the codes on paper or on a USB stick',
    fr: 'J’ai la clé de récupération et les codes sur papier ou sur une clé USB',
  },
  'setup.code_confirm': { en: 'Code that the app shows now', fr: 'Code affiché maintenant par l’application' },
  'setup.begin': { en: 'Create the store', fr: 'Créer la base de données' },
  'setup.begin_pending': {
    en: 'Creating the encrypted store: a few seconds',
    fr: 'Création des données chiffrées : quelques secondes',
  },
  'setup.finish': { en: 'Finish', fr: 'Terminer' },
  'setup.print_title': { en: 'Passerelle: recovery key and codes', fr: 'Passerelle : clé et codes de récupération' },
  'setup.print_keep': {
    en: 'Keep in the office safe. Anyone who holds this page can open this desk’s store.',
    fr: 'À garder dans le coffre du bureau. Quiconque détient cette page peut ouvrir les données de ce poste.',
  },
  'setup.restore_title': { en: 'Restore from a backup', fr: 'Restaurer une sauvegarde' },
  'setup.restore_about': {
    en: 'Brings back everything up to the moment of the backup, on this computer. The restored desk gets a new identity; numbers that may have been used since are skipped.',
    fr: 'Ramène tout jusqu’au moment de la sauvegarde, sur cet ordinateur. Le poste restauré reçoit une nouvelle identité; les numéros peut-être utilisés depuis sont sautés.',
  },
  'setup.restore_folder': { en: 'Folder of the backup', fr: 'Dossier de la sauvegarde' },
  'setup.restore_folder_help': {
    en: 'Full path on this computer or on the USB stick',
    fr: 'Chemin complet sur cet ordinateur ou sur la clé USB',
  },
  'setup.restore_do': { en: 'Restore', fr: 'Restaurer' },

  'kiosk.who': { en: 'Badge number or user name', fr: 'Numéro d’insigne ou nom d’utilisateur' },
  'kiosk.locked': {
    en: '{{name}} has the seat. Nothing of the record is left on this screen.',
    fr: '{{name}} occupe le poste. Rien du dossier ne reste à cet écran.',
  },
  'kiosk.colleague': { en: 'Another officer', fr: 'Autre agent' },
  'kiosk.colleague_help': {
    en: 'Scan a badge, or type a badge number or user name. Leave it empty if you are {{name}}.',
    fr: 'Lisez un insigne, ou tapez un numéro d’insigne ou un nom d’utilisateur. Laissez vide si vous êtes {{name}}.',
  },
  'kiosk.take_over': { en: 'Take over the seat', fr: 'Prendre le relais' },
  'kiosk.kept': {
    en: 'What was typed into a claim is kept at the desk.',
    fr: 'Ce qui a été tapé dans une demande est conservé au poste.',
  },
  'kiosk.paper': { en: 'Paper to print', fr: 'Document à imprimer' },
  'kiosk.print': { en: 'Print', fr: 'Imprimer' },
  'kiosk.paper_gone': { en: 'This page is no longer ready', fr: 'Cette page n’est plus prête' },
  'kiosk.paper_gone_next': {
    en: 'Print it again from the claim.',
    fr: 'Imprimez-la de nouveau à partir de la demande.',
  },
} as const satisfies Texts
