import type { Bilingual, Language } from '../../shared/language.ts'

/** The words of the command line. */

const en = {
  desk: 'The command line of Passerelle: the same services as the window, without it.',
  help: 'show what can be typed',
  helpHint: 'Type --help to see what can be typed.',
  json: 'answer with one line of JSON',
  lang: 'language of the answers',
  secrets: `A store is opened with the recovery key or, with --user, with that officer's password (and the code of the
authenticator when it is due). Neither is ever an argument. They are taken from --secret-fd N (first line the secret,
second the code), else from the variables PASSERELLE_SECRET and PASSERELLE_CODE, else asked for at the terminal.
Exit status: 0 it went well, 1 it failed or something is wrong, 2 this is no command.`,
  version: 'print the version',
  tour: 'do a whole day of work in a temporary folder and keep its papers',
  out: 'folder for the papers and their pictures',
  photo: 'a photograph to take instead of a drawn one',
  store: 'look after the store of a desk',
  data: 'the data folder of the desk',
  demo: 'the folder of the demo; no secret is needed',
  user: 'user name of the officer whose password opens the store',
  secretFd: 'number of an open file that holds the secret',
  check: 'check the file, both logs, the pictures and the papers',
  rebuild: 'write every table anew from the log',
  case: 'carry one claim to another desk by hand',
  caseCarry: 'seal a claim to another desk, as a file; without --to, name the desks',
  caseNumber: 'application number of the claim',
  caseTo: 'the desk that may open it',
  caseTake: 'take in what another desk carried here',
  backup: 'make a verified backup',
  to: 'folder for the backups; it must exist',
  restore: 'make a desk out of a backup, with the recovery key',
  from: 'folder of the backup, or of several: the newest is taken',
  replace: 'put aside the desk that is already in the data folder',
  audit: 'look after the two logs',
  verify: 'walk both logs and name the first broken place',
  seal: 'read and verify the digital seals of papers; no store is opened',
  sealVerify:
    'verify a paper (PDF, PNG or JPEG), or with - a seal in hex from standard input; status 0 only when it is VALID',
  sealDecode: 'show what a seal says, without judging it',
  certificates: 'PEM file of signers to believe for this once',
  mrz: 'read machine-readable zones; no store is opened',
  mrzRead: `read the zone of a passport or card in a picture of its page (PDF, PNG or JPEG) and say which letters to doubt.
Status 0 when a zone was read; a name has no check digit: compare it with the page`,
  photos: 'judge photos; no store is opened',
  photoCheck: `judge JPEG and PNG files and say what is wrong with them; with --json an array of reports, a file that
cannot be judged among them. Status 0 when every file was judged, whatever was found; 1 when one was not`,
  photoRequirements: 'say what a photo must be, in plain words',
  profile: 'what the photos are for',
  today: 'the day on which they arrive, YYYY-MM-DD; by default today',
  takenOn: 'the day on which they were taken, YYYY-MM-DD, if the file is not to say it',
  born: 'the day on which the person was born, YYYY-MM-DD: infants are judged more leniently',
  language: 'the same as --lang',
  trustBundle: 'trust bundle to go by for this once',
  trust: 'look after the keys behind the seals: an offline root, and the desks that sign',
  trustRoot: 'make a root (with --name), or show the fingerprint of the one that is there',
  trustName: 'name of the new root',
  trustEnrol: 'issue a certificate on the request of a desk',
  trustRevoke: 'note signers and documents as revoked',
  trustExport: 'sign the next trust bundle for the desks',
  trustRequest: 'make the key of this desk, once, and write its request for a certificate',
  trustPropose: 'write what this office asks the root to revoke: void documents, desks that were turned away',
  proposal: 'file of `trust propose`',
  trustImport: 'let this desk go by a trust bundle',
  authority: 'folder of the root, on a computer that meets no network; its passphrase is a secret as below',
  request: 'file with the request of the desk',
  outFile: 'file to write',
  signer: 'signer and certificate reference, such as CA01/1F',
  document: 'numbers of documents that are void',
  bundle: 'file with the trust bundle',
  fingerprint: 'fingerprint of the root, from paper: for the first bundle of a desk',
}
type Words = typeof en

const fr: Words = {
  desk: 'La ligne de commande de Passerelle : les mêmes services que la fenêtre, sans elle.',
  help: 'montrer ce qui peut être tapé',
  helpHint: 'Tapez --help pour voir ce qui peut être tapé.',
  json: 'répondre par une ligne de JSON',
  lang: 'langue des réponses',
  secrets: `Une base s’ouvre avec la clé de récupération ou, avec --user, avec le mot de passe de cet agent (et le code de
l’application d’authentification lorsqu’il est dû). Ni l’une ni l’autre ne s’écrivent en argument. Ils sont lus de
--secret-fd N (première ligne le secret, deuxième le code), sinon des variables PASSERELLE_SECRET et PASSERELLE_CODE,
sinon demandés au terminal.
État de sortie : 0 tout s’est bien passé, 1 échec ou anomalie, 2 ceci n’est pas une commande.`,
  version: 'afficher la version',
  tour: 'faire toute une journée de travail dans un dossier temporaire et en garder les documents',
  out: 'dossier des documents et de leurs images',
  photo: 'une photographie à prendre au lieu d’un portrait dessiné',
  store: 'entretenir la base de données d’un poste',
  data: 'le dossier de données du poste',
  demo: 'le dossier de la démonstration; aucun secret n’est requis',
  user: 'nom d’utilisateur de l’agent dont le mot de passe ouvre la base',
  secretFd: 'numéro d’un fichier ouvert qui contient le secret',
  check: 'vérifier le fichier, les deux journaux, les images et les documents',
  rebuild: 'réécrire toutes les tables à partir du journal',
  case: 'porter une demande à un autre poste, à la main',
  caseCarry: 'sceller une demande pour un autre poste, dans un fichier; sans --to, nommer les postes',
  caseNumber: 'numéro de la demande',
  caseTo: 'le poste qui pourra l’ouvrir',
  caseTake: 'verser ce qu’un autre poste a apporté',
  backup: 'faire une copie de sauvegarde vérifiée',
  to: 'dossier des copies de sauvegarde; il doit exister',
  restore: 'faire un poste d’une copie de sauvegarde, avec la clé de récupération',
  from: 'dossier de la copie, ou de plusieurs : la plus récente est prise',
  replace: 'mettre de côté le poste qui est déjà dans le dossier de données',
  audit: 'entretenir les deux journaux',
  verify: 'parcourir les deux journaux et nommer le premier endroit rompu',
  seal: 'lire et vérifier les sceaux numériques des documents; aucune base n’est ouverte',
  sealVerify:
    'vérifier un document (PDF, PNG ou JPEG), ou avec - un sceau en hexadécimal lu de l’entrée standard; état 0 seulement s’il est VALID',
  sealDecode: 'montrer ce que dit un sceau, sans le juger',
  certificates: 'fichier PEM des signataires auxquels se fier pour cette fois',
  mrz: 'lire des zones de lecture automatique; aucune base n’est ouverte',
  mrzRead: `lire la zone d’un passeport ou d’une carte dans une image de sa page (PDF, PNG ou JPEG) et dire de quels
caractères douter. État 0 si une zone a été lue; un nom n’a pas de chiffre de contrôle : comparez-le à la page`.replace(
    ' :',
    '\u00A0:',
  ),
  photos: 'évaluer des photos; aucune base n’est ouverte',
  photoCheck: `évaluer des fichiers JPEG et PNG et dire ce qui n’y va pas; avec --json, un tableau de rapports, y compris pour
les fichiers qui ne peuvent être évalués. État 0 si chaque fichier a été évalué, quel que soit le constat; 1 sinon`,
  photoRequirements: 'dire en mots simples ce qu’une photo doit être',
  profile: 'ce à quoi servent les photos',
  today: 'le jour de leur arrivée, AAAA-MM-JJ; par défaut aujourd’hui',
  takenOn: 'le jour où elles ont été prises, AAAA-MM-JJ, si le fichier ne doit pas le dire',
  born: 'la date de naissance de la personne, AAAA-MM-JJ : les tout-petits sont évalués avec plus de souplesse',
  language: 'la même chose que --lang',
  trustBundle: 'ensemble de confiance à suivre pour cette fois',
  trust: 'entretenir les clés derrière les sceaux\u00a0: une racine hors ligne et les postes qui signent',
  trustRoot: 'créer une racine (avec --name), ou montrer l’empreinte de celle qui s’y trouve',
  trustName: 'nom de la nouvelle racine',
  trustEnrol: 'délivrer un certificat à la demande d’un poste',
  trustRevoke: 'inscrire des signataires et des documents comme révoqués',
  trustExport: 'signer le prochain ensemble de confiance pour les postes',
  trustRequest: 'créer la clé de ce poste, une seule fois, et écrire sa demande de certificat',
  trustPropose: 'écrire ce que ce bureau demande à la racine de révoquer : documents nuls, postes écartés',
  proposal: 'fichier de `trust propose`',
  trustImport: 'faire suivre un ensemble de confiance à ce poste',
  authority: 'dossier de la racine, sur un ordinateur sans réseau; sa phrase secrète est un secret comme ci-dessous',
  request: 'fichier contenant la demande du poste',
  outFile: 'fichier à écrire',
  signer: 'signataire et référence du certificat, comme CA01/1F',
  document: 'numéros des documents annulés',
  bundle: 'fichier de l’ensemble de confiance',
  fingerprint: 'empreinte de la racine, lue sur papier\u00a0: pour le premier ensemble d’un poste',
}

export const texts: Readonly<Record<Language, Words>> = { en, fr }

/** Commander's own headings. */
export const helpTitles: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  fr: { 'Usage:': 'Utilisation :', 'Options:': 'Options :', 'Commands:': 'Commandes :', 'Arguments:': 'Arguments :' },
}

/** One of both languages. */
export const say = (lang: Language, text: Bilingual): string => text[lang]
