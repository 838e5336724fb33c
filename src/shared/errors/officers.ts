import type { ErrorSpecs } from '../language.ts'
import { keyErrors } from './keys.ts'

/** Signing in: passwords, keys, second factor, seat. */
const signIn = {
  'officers.wrong_credentials': {
    status: 401,
    retryable: false,
    message: {
      en: 'The user name or the password is not right.',
      fr: 'Le nom d’utilisateur ou le mot de passe est incorrect.',
    },
    next: {
      en: 'Check Caps Lock and the keyboard language, then try again. An administrator can reset a forgotten password.',
      fr: 'Vérifiez le verrouillage des majuscules et la langue du clavier, puis réessayez. Un administrateur peut réinitialiser un mot de passe oublié.',
    },
  },
  'officers.wait': {
    status: 429,
    retryable: true,
    message: {
      en: 'Too many attempts that were not right. This desk waits {{seconds}} s before the next one.',
      fr: 'Trop de tentatives incorrectes. Ce poste attend {{seconds}} s avant la prochaine.',
    },
    next: {
      en: 'Wait, then try again. Restarting the desk or changing its clock does not shorten the wait.',
      fr: 'Attendez, puis réessayez. Redémarrer le poste ou changer l’heure n’abrège pas l’attente.',
    },
  },
  'officers.not_signed_in': {
    status: 401,
    retryable: false,
    message: { en: 'Nobody is signed in at this desk.', fr: 'Personne n’a ouvert de session à ce poste.' },
    next: { en: 'Sign in and try again.', fr: 'Ouvrez une session et réessayez.' },
  },
  'officers.locked': {
    status: 401,
    retryable: false,
    message: {
      en: 'The desk is locked. What you typed is kept.',
      fr: 'Le poste est verrouillé. Ce que vous avez tapé est conservé.',
    },
    next: { en: 'Unlock it with your password.', fr: 'Déverrouillez-le avec votre mot de passe.' },
  },
  'officers.second_factor_due': {
    status: 401,
    retryable: false,
    message: {
      en: 'The code of your authenticator is needed once a shift.',
      fr: 'Le code de votre application d’authentification est requis une fois par quart de travail.',
    },
    next: {
      en: 'Enter the six-digit code, or a recovery code.',
      fr: 'Entrez le code à six chiffres ou un code de récupération.',
    },
  },
  'officers.must_change_password': {
    status: 403,
    retryable: false,
    message: { en: 'Your password is temporary.', fr: 'Votre mot de passe est temporaire.' },
    next: { en: 'Choose a password of your own to go on.', fr: 'Choisissez votre propre mot de passe pour continuer.' },
  },
  'officers.code_wrong': {
    status: 401,
    retryable: false,
    message: { en: 'This code is not right.', fr: 'Ce code est incorrect.' },
    next: {
      en: 'Enter the code that your authenticator shows now. If it is refused again, compare the clock of the desk with that of the phone, or use a recovery code.',
      fr: 'Entrez le code affiché en ce moment. S’il est encore refusé, comparez l’heure du poste à celle du téléphone ou utilisez un code de récupération.',
    },
  },
  'officers.code_replayed': {
    status: 401,
    retryable: true,
    message: { en: 'This code was already used.', fr: 'Ce code a déjà servi.' },
    next: { en: 'Wait for the next code, at most 30 seconds.', fr: 'Attendez le code suivant, au plus 30 secondes.' },
  },
  'officers.code_clock_behind': {
    status: 401,
    retryable: false,
    message: {
      en: 'The clock of this desk is behind your last sign-in, so no code can be checked.',
      fr: 'L’horloge de ce poste retarde sur votre dernière ouverture de session : aucun code ne peut être vérifié.',
    },
    next: {
      en: 'Set the clock of the desk, or use a recovery code.',
      fr: 'Réglez l’horloge du poste ou utilisez un code de récupération.',
    },
  },
  'officers.recovery_code_wrong': {
    status: 401,
    retryable: false,
    message: {
      en: 'This recovery code is not right or was already used.',
      fr: 'Ce code de récupération est incorrect ou a déjà servi.',
    },
    next: {
      en: 'Use another code of your list, or ask an administrator.',
      fr: 'Utilisez un autre code de votre liste ou adressez-vous à un administrateur.',
    },
  },
} as const satisfies ErrorSpecs

/** Choosing passwords and user names, enrolling and removing. */
const enrolment = {
  'officers.password_too_short': {
    status: 400,
    retryable: false,
    message: {
      en: 'The password has {{length}} characters; at least {{minimum}} are needed.',
      fr: 'Le mot de passe compte {{length}} caractères; il en faut au moins {{minimum}}.',
    },
    next: {
      en: 'Several unrelated words with spaces are easy to remember.',
      fr: 'Plusieurs mots sans lien, avec des espaces, se retiennent facilement.',
    },
  },
  'officers.password_too_long': {
    status: 400,
    retryable: false,
    message: {
      en: 'The password has more than {{maximum}} characters.',
      fr: 'Le mot de passe compte plus de {{maximum}} caractères.',
    },
    next: { en: 'Choose a shorter one.', fr: 'Choisissez-en un plus court.' },
  },
  'officers.password_common': {
    status: 400,
    retryable: false,
    message: {
      en: 'This password is among the first that a stranger would try.',
      fr: 'Ce mot de passe est parmi les premiers qu’un inconnu essaierait.',
    },
    next: { en: 'Choose several unrelated words.', fr: 'Choisissez plusieurs mots sans lien.' },
  },
  'officers.password_contextual': {
    status: 400,
    retryable: false,
    message: {
      en: 'This password is little more than your name, the office or this program.',
      fr: 'Ce mot de passe n’est guère plus que votre nom, le bureau ou ce programme.',
    },
    next: {
      en: 'Choose words that have nothing to do with your work.',
      fr: 'Choisissez des mots sans rapport avec votre travail.',
    },
  },
  'officers.password_same': {
    status: 400,
    retryable: false,
    message: { en: 'The new password is the old one.', fr: 'Le nouveau mot de passe est le même que l’ancien.' },
    next: { en: 'Choose another.', fr: 'Choisissez-en un autre.' },
  },
  'officers.user_name_invalid': {
    status: 400,
    retryable: false,
    message: {
      en: 'A user name has 2 to 63 letters a to z, digits, dots, hyphens or underscores, and starts with a letter or digit.',
      fr: 'Un nom d’utilisateur compte de 2 à 63 lettres de a à z, chiffres, points, traits d’union ou soulignés, et commence par une lettre ou un chiffre.',
    },
    next: { en: 'Correct the user name.', fr: 'Corrigez le nom d’utilisateur.' },
  },
  'officers.user_name_taken': {
    status: 409,
    retryable: false,
    message: {
      en: 'This user name is already in use on this desk.',
      fr: 'Ce nom d’utilisateur est déjà pris à ce poste.',
    },
    next: { en: 'Choose another.', fr: 'Choisissez-en un autre.' },
  },
  'officers.no_such_officer': {
    status: 404,
    retryable: false,
    message: { en: 'This officer has no key on this desk.', fr: 'Cet agent n’a pas de clé à ce poste.' },
    next: { en: 'Enrol the officer on this desk first.', fr: 'Inscrivez d’abord l’agent à ce poste.' },
  },
  'officers.last_slot': {
    status: 409,
    retryable: false,
    message: {
      en: 'This is the last officer who can open this desk.',
      fr: 'C’est le dernier agent qui peut ouvrir ce poste.',
    },
    next: { en: 'Enrol another officer first.', fr: 'Inscrivez d’abord un autre agent.' },
  },
} as const satisfies ErrorSpecs

/** What an officer may do and where. */
const authority = {
  'officers.not_your_role': {
    status: 403,
    retryable: false,
    message: { en: 'None of your roles allows this.', fr: 'Aucun de vos rôles ne le permet.' },
    next: {
      en: 'Ask a supervisor or an administrator of the office.',
      fr: 'Adressez-vous à un superviseur ou à un administrateur du bureau.',
    },
  },
  'officers.not_your_case': {
    status: 403,
    retryable: false,
    message: { en: 'Another officer works on this case.', fr: 'Un autre agent s’occupe de ce dossier.' },
    next: {
      en: 'Ask that officer or a supervisor to hand it over to you.',
      fr: 'Demandez à cet agent ou à un superviseur de vous le confier.',
    },
  },
  'officers.other_office': {
    status: 403,
    retryable: false,
    message: { en: 'This belongs to another office.', fr: 'Cet élément relève d’un autre bureau.' },
    next: { en: 'Ask a supervisor of that office.', fr: 'Adressez-vous à un superviseur de ce bureau.' },
  },
  'officers.restricted_person': {
    status: 403,
    retryable: false,
    message: {
      en: 'Access to this person’s file is restricted.',
      fr: 'L’accès au dossier de cette personne est restreint.',
    },
    next: { en: 'Ask a supervisor.', fr: 'Adressez-vous à un superviseur.' },
  },
  'officers.not_yourself': {
    status: 403,
    retryable: false,
    message: { en: 'Nobody does this to their own account.', fr: 'Personne ne peut le faire pour son propre compte.' },
    next: { en: 'Ask another administrator.', fr: 'Adressez-vous à un autre administrateur.' },
  },
  'officers.disabled': {
    status: 403,
    retryable: false,
    message: { en: 'This account is disabled.', fr: 'Ce compte est désactivé.' },
    next: { en: 'Ask an administrator of the office.', fr: 'Adressez-vous à un administrateur du bureau.' },
  },
  'officers.roles_conflict': {
    status: 400,
    retryable: false,
    message: {
      en: 'These roles may not be held by one person: {{first}} and {{second}}.',
      fr: 'Une même personne ne peut avoir ces rôles : {{first}} et {{second}}.',
    },
    next: { en: 'Give one of them to somebody else.', fr: 'Confiez l’un d’eux à une autre personne.' },
  },
} as const satisfies ErrorSpecs

/** The counters of refused sign-ins. */
const counters = {
  'officers.counters_tampered': {
    status: 409,
    retryable: false,
    message: {
      en: 'The counters of refused sign-ins were changed or removed from outside. The longest wait applies.',
      fr: 'Les compteurs d’ouvertures de session refusées ont été modifiés ou retirés de l’extérieur. L’attente la plus longue s’applique.',
    },
    next: { en: 'Report it to the office’s security officer.', fr: 'Signalez-le à l’agent de sécurité du bureau.' },
  },
} as const satisfies ErrorSpecs

export const officerErrors = {
  ...signIn,
  ...keyErrors,
  ...enrolment,
  ...authority,
  ...counters,
  'officers.not_at_kiosk': {
    status: 403,
    retryable: false,
    message: {
      en: 'Only border officers and supervisors work at a kiosk.',
      fr: 'Seuls les agents des services frontaliers et les superviseurs travaillent à un kiosque.',
    },
    next: {
      en: 'Sign in at a desk inside the office.',
      fr: 'Ouvrez une session à un poste à l’intérieur du bureau.',
    },
  },
  'officers.badge_invalid': {
    status: 422,
    retryable: false,
    message: {
      en: 'A badge number has 4 to 20 letters and digits.',
      fr: 'Un numéro d’insigne compte de 4 à 20 lettres et chiffres.',
    },
    next: { en: 'Scan the badge, or type its number.', fr: 'Lisez l’insigne, ou tapez son numéro.' },
  },
  'officers.badge_taken': {
    status: 409,
    retryable: false,
    message: {
      en: 'This badge belongs to another officer, or reads like a user name.',
      fr: 'Cet insigne est celui d’un autre agent, ou se lit comme un nom d’utilisateur.',
    },
    next: { en: 'Check the number on the card.', fr: 'Vérifiez le numéro sur la carte.' },
  },
} as const satisfies ErrorSpecs
