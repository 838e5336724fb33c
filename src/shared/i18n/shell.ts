import type { Texts } from './types.ts'

/** The frame around every screen: navigation, top bar, lock, connection, keyboard, about. */
export const shellTexts = {
  'shell.skip': { en: 'Skip to the content', fr: 'Aller au contenu' },
  'shell.navigation': { en: 'Main navigation', fr: 'Navigation principale' },
  'shell.tools': { en: 'Tools', fr: 'Outils' },
  'shell.title': { en: '{{screen}} – Passerelle', fr: '{{screen}} – Passerelle' },
  'shell.title_practice': { en: '{{screen}} – PRACTICE – Passerelle', fr: '{{screen}} – EXERCICE – Passerelle' },
  'shell.today': { en: 'Today', fr: 'Aujourd’hui' },
  'shell.claims': { en: 'Claims', fr: 'Demandes d’asile' },
  'shell.attention': { en: 'Needs attention', fr: 'À traiter' },
  'shell.administration': { en: 'Administration', fr: 'Administration' },
  'shell.attention_count_one': { en: '{{count}} item', fr: '{{count}} élément' },
  'shell.attention_count_other': { en: '{{count}} items', fr: '{{count}} éléments' },
  'shell.search': { en: 'Search', fr: 'Rechercher' },
  'shell.search_long': { en: 'Search for a claim or an action', fr: 'Chercher une demande ou une action' },
  'shell.search_placeholder': {
    en: 'Name, UCI, application or document number, or an action',
    fr: 'Nom, IUC, numéro de demande ou de document, ou une action',
  },
  'shell.search_claims': { en: 'Claims', fr: 'Demandes' },
  'shell.search_go': { en: 'Go to', fr: 'Aller à' },
  'shell.search_do': { en: 'Do', fr: 'Actions' },
  'shell.search_searching': { en: 'Searching this desk', fr: 'Recherche sur ce poste' },
  'shell.search_none': {
    en: 'Nothing on this desk matches. Other desks and offices were not searched.',
    fr: 'Aucun résultat sur ce poste. Les autres postes et bureaux n’ont pas été consultés.',
  },
  'shell.search_scope_one': {
    en: 'Searched {{count}} person on this desk, up to {{until}}',
    fr: '{{count}} personne consultée sur ce poste, jusqu’au {{until}}',
  },
  'shell.search_scope_other': {
    en: 'Searched {{count}} people on this desk, up to {{until}}',
    fr: '{{count}} personnes consultées sur ce poste, jusqu’au {{until}}',
  },
  'shell.language': { en: 'Language', fr: 'Langue' },
  'shell.scheme': { en: 'Appearance', fr: 'Apparence' },
  'shell.scheme_light': { en: 'Light', fr: 'Clair' },
  'shell.scheme_dark': { en: 'Dark', fr: 'Sombre' },
  'shell.scheme_auto': { en: 'As the system', fr: 'Selon le système' },
  'shell.density': { en: 'Density', fr: 'Densité' },
  'shell.density_comfortable': { en: 'Comfortable', fr: 'Aérée' },
  'shell.density_compact': { en: 'Compact', fr: 'Compacte' },
  'shell.officer_menu': { en: 'Officer and settings: {{name}}', fr: 'Agent et paramètres : {{name}}' },
  'shell.lock': { en: 'Lock', fr: 'Verrouiller' },
  'shell.sign_out': { en: 'Sign out', fr: 'Fermer la session' },
  'shell.change_password': { en: 'Change password', fr: 'Changer de mot de passe' },
  'shell.password_changed': { en: 'Your password was changed', fr: 'Votre mot de passe a été changé' },
  'shell.keys': { en: 'Keyboard', fr: 'Clavier' },
  'shell.about': { en: 'About Passerelle', fr: 'À propos de Passerelle' },
  'shell.new_claim': { en: 'Take in a claim', fr: 'Recevoir une demande' },
  'shell.demo_label': { en: 'Demo', fr: 'Démonstration' },
  'shell.demo': {
    en: 'Demo: people, numbers and documents here are made up. Do not enter real ones.',
    fr: 'Démonstration : les personnes, numéros et documents sont fictifs. N’en saisissez pas de vrais.',
  },
  'shell.sync_no_central': { en: 'Offline', fr: 'Hors ligne' },
  'shell.sync_title': {
    en: 'Offline: no central service is set up',
    fr: 'Hors ligne : aucun service central n’est configuré',
  },
  'shell.sync_body': {
    en: 'Everything you do is kept on this desk, encrypted, and nowhere else. Searches cover this desk only. Nothing is lost and nothing waits on a network.',
    fr: 'Tout ce que vous faites est conservé sur ce poste, chiffré, et nulle part ailleurs. Les recherches portent sur ce poste seulement. Rien n’est perdu et rien n’attend un réseau.',
  },
  'shell.sync_waiting_one': {
    en: '{{count}} change will be sent when a central service is set up.',
    fr: '{{count}} changement sera envoyé lorsqu’un service central sera configuré.',
  },
  'shell.sync_waiting_other': {
    en: '{{count}} changes will be sent when a central service is set up.',
    fr: '{{count}} changements seront envoyés lorsqu’un service central sera configuré.',
  },
  'shell.sync_backup': {
    en: 'A backup is what protects this desk’s work: see Administration, Backup.',
    fr: 'Seule une sauvegarde protège le travail de ce poste : voir Administration, Sauvegarde.',
  },
  'shell.warnings': { en: 'Standing warnings', fr: 'Avertissements permanents' },

  'connection.lost': { en: 'The desk does not answer', fr: 'Le poste ne répond pas' },
  'connection.lost_next': {
    en: 'The window keeps what you typed and tries again by itself. If this lasts over a minute, start Passerelle again; in a browser, open the new address that it prints.',
    fr: 'La fenêtre conserve ce que vous avez tapé et réessaie d’elle-même. Si cela dure plus d’une minute, redémarrez Passerelle; dans un navigateur, ouvrez la nouvelle adresse affichée.',
  },
  'connection.back': { en: 'The desk answers again', fr: 'Le poste répond de nouveau' },
  'connection.slow': { en: 'The desk is still working', fr: 'Le poste travaille encore' },
  'connection.starting': { en: 'Starting Passerelle', fr: 'Démarrage de Passerelle' },
  'connection.refused': {
    en: 'The store of this desk cannot be opened',
    fr: 'Les données de ce poste ne peuvent pas être ouvertes',
  },
  'connection.refused_unknown': {
    en: 'The desk did not say why.',
    fr: 'Le poste n’a pas précisé la cause.',
  },
  'connection.refused_next': {
    en: 'Change nothing on the disk and call your administrator.',
    fr: 'Ne modifiez rien sur le disque et appelez votre administrateur.',
  },

  'lock.title': { en: 'Locked', fr: 'Verrouillé' },
  'lock.about': {
    en: 'Nothing that was typed is lost.',
    fr: 'Rien de ce qui a été tapé n’est perdu.',
  },
  'lock.demo': { en: 'Demo: no password is needed.', fr: 'Démonstration : aucun mot de passe n’est requis.' },
  'lock.unlock': { en: 'Unlock', fr: 'Déverrouiller' },
  'lock.unlocked': { en: 'Unlocked', fr: 'Déverrouillé' },
  'lock.switch': { en: 'Another officer', fr: 'Un autre agent' },
  'lock.switch_about': {
    en: '{{name}} is signed out. Drafts stay on the desk.',
    fr: 'La session de {{name}} sera fermée. Les brouillons restent sur le poste.',
  },

  'keys.title': { en: 'Keyboard', fr: 'Clavier' },
  'keys.open': { en: 'Show the keys', fr: 'Afficher les touches' },
  'keys.everywhere': { en: 'Everywhere', fr: 'Partout' },
  'keys.here': { en: 'On this screen', fr: 'Sur cet écran' },
  'keys.lists': { en: 'In lists', fr: 'Dans les listes' },
  'keys.list_move': { en: 'Move in the list', fr: 'Se déplacer dans la liste' },
  'keys.list_open': { en: 'Open', fr: 'Ouvrir' },
  'keys.single': { en: 'Single-letter keys', fr: 'Touches d’une seule lettre' },
  'keys.single_about': {
    en: 'They never act in a text field or while a passport reader types. Turn them off if you use speech input.',
    fr: 'Elles n’agissent jamais dans un champ de texte ni pendant qu’un lecteur de passeport écrit. Désactivez-les si vous utilisez la dictée.',
  },
  'keys.lost': {
    en: 'Keys came too early and did nothing. Look at the screen, then press again.',
    fr: 'Des touches sont arrivées trop tôt et n’ont rien fait. Regardez l’écran, puis appuyez de nouveau.',
  },
  'keys.then': { en: 'then', fr: 'puis' },
  'keys.or': { en: 'or', fr: 'ou' },

  'about.what': {
    en: 'Passerelle is the officers’ side of claims for refugee protection and of the confirmation of permanent residence. It works for weeks without a network.',
    fr: 'Passerelle est l’outil des agents pour les demandes d’asile et la confirmation de la résidence permanente. Elle fonctionne des semaines sans réseau.',
  },
  'about.unofficial': {
    en: 'It is not an official product of the Government of Canada.',
    fr: 'Ce n’est pas un produit officiel du gouvernement du Canada.',
  },
  'about.version': { en: 'Version', fr: 'Version' },
  'about.host': { en: 'Runs in', fr: 'Fonctionne dans' },
  'about.host_electron': { en: 'Its own window', fr: 'Sa propre fenêtre' },
  'about.host_browser': { en: 'A browser on this computer', fr: 'Un navigateur de cet ordinateur' },
  'about.office': { en: 'Office', fr: 'Bureau' },
} as const satisfies Texts
