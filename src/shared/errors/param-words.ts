import { fieldTexts } from '../i18n/claims-fields.ts'
import type { Bilingual, Language } from '../language.ts'

/**
 * What a code among the values of a failure means: officers read words, logs keep codes. By the name of the value; a
 * code without words here is shown as it is (codes of the operating system, counts, numbers, dates).
 */
export function paramWord(name: string, value: string | number, language: Language): string {
  const say = (text: Bilingual | undefined) => text?.[language] ?? String(value)
  if (name === 'field') return fieldWord(String(value))[language]
  if (name === 'where') return whereWord(String(value))[language]
  if (name === 'reason' || name === 'table') return say(codes[String(value)])
  if (name === 'kind') return say(kinds[String(value)])
  return String(value)
}

/** Of what other desks took away: src/main/sync/wipe-out.ts */
const kinds: Readonly<Record<string, Bilingual>> = {
  person: { en: 'people', fr: 'personnes' },
  claim: { en: 'claims', fr: 'demandes' },
  confirmation: { en: 'confirmations of residence', fr: 'confirmations de résidence' },
  document: { en: 'documents', fr: 'documents' },
}

const codes: Readonly<Record<string, Bilingual>> = {
  manifest: { en: 'the list of its contents', fr: 'la liste de son contenu' },
  database: { en: 'the database', fr: 'la base de données' },
  blob: { en: 'a picture or a paper', fr: 'une photo ou un document' },
  count: { en: 'the number of entries', fr: 'le nombre d’inscriptions' },
  changed: { en: 'what was read is not what was written', fr: 'ce qui est relu n’est pas ce qui a été écrit' },
  // The logs: src/main/store/verify.ts
  event: { en: 'the record', fr: 'le registre' },
  access: { en: 'the access log', fr: 'le journal des accès' },
  sequence: { en: 'an entry is missing or out of order', fr: 'une inscription manque ou n’est pas à sa place' },
  hash: { en: 'an entry was altered', fr: 'une inscription a été altérée' },
  body: { en: 'the content of an entry was altered', fr: 'le contenu d’une inscription a été altéré' },
  body_missing: { en: 'the content of an entry is gone', fr: 'le contenu d’une inscription a disparu' },
  cut_short: { en: 'its end was cut off', fr: 'la fin a été coupée' },
}

const entry: Bilingual = { en: 'one of the entries', fr: 'une des données' }

/** Fields that are no field of a claim, and parts of one that have no label of their own. */
const otherFields: Readonly<Record<string, Bilingual>> = {
  office: { en: 'Office', fr: 'Bureau' },
  displayName: { en: 'Name', fr: 'Nom' },
  userName: { en: 'User name', fr: 'Nom d’utilisateur' },
  password: { en: 'Password', fr: 'Mot de passe' },
  current: { en: 'Password', fr: 'Mot de passe' },
  next: { en: 'New password', fr: 'Nouveau mot de passe' },
  temporary: { en: 'Temporary password', fr: 'Mot de passe temporaire' },
  code: { en: 'Code', fr: 'Code' },
  recoveryKey: { en: 'Recovery key', fr: 'Clé de récupération' },
  roles: { en: 'Roles', fr: 'Rôles' },
  reason: { en: 'Reason', fr: 'Motif' },
  note: { en: 'Note', fr: 'Note' },
  evidence: { en: 'Evidence', fr: 'Preuve' },
  text: { en: 'Text', fr: 'Texte' },
  file: { en: 'File', fr: 'Fichier' },
  folder: { en: 'Folder', fr: 'Dossier' },
  photoImportFolder: { en: 'Import folder for photos', fr: 'Dossier d’importation des photos' },
  backupFolder: { en: 'Folder for backups', fr: 'Dossier des sauvegardes' },
  pullMinutes: { en: 'Minutes between two times of settling', fr: 'Minutes entre deux synchronisations' },
  idleLockMinutes: { en: 'Minutes until the desk locks', fr: 'Minutes avant le verrouillage du poste' },
  shiftHours: { en: 'Hours of a shift', fr: 'Heures d’un quart de travail' },
  stockWarnAt: { en: 'Sheets left before a warning', fr: 'Feuilles restantes avant un avertissement' },
  serial: { en: 'Sheet number', fr: 'Numéro de feuille' },
  stockSerial: { en: 'Sheet number', fr: 'Numéro de feuille' },
  nextSerial: { en: 'Sheet number', fr: 'Numéro de feuille' },
  first: { en: 'First number', fr: 'Premier numéro' },
  last: { en: 'Last number', fr: 'Dernier numéro' },
  on: { en: 'Date', fr: 'Date' },
  date: { en: 'Date', fr: 'Date' },
  adults: { en: 'Adults', fr: 'Adultes' },
  children: { en: 'Children', fr: 'Enfants' },
  photo: { en: 'Photo', fr: 'Photo' },
}

/** `fields.entries.0.date` is the field "Entries into Canada"; a path of no label is "one of the entries". */
function fieldWord(path: string): Bilingual {
  const parts = path.split('.')
  const labels: Readonly<Record<string, Bilingual>> = fieldTexts
  const ofClaim = parts.find((part) => `field.${part}` in labels && !noLabels.has(part))
  if (ofClaim) return labels[`field.${ofClaim}`] ?? entry
  const other = parts.findLast((part) => Object.hasOwn(otherFields, part))
  return (other && otherFields[other]) || entry
}

/** Texts about fields that name none. */
const noLabels: ReadonlySet<string> = new Set(['fact', 'wrong'])

/** Where a numbers file is wrong: `JSON`, `format`, or a path such as `blocks.0.first`. */
function whereWord(where: string): Bilingual {
  const [top = '', at, part = ''] = where.split('.')
  if (top === 'JSON') return { en: 'it is not a JSON file', fr: 'ce n’est pas un fichier JSON' }
  if (top === 'format') return { en: 'its format is another', fr: 'son format est différent' }
  if (top === 'office') return { en: 'it names no office', fr: 'il ne nomme aucun bureau' }
  if (top === 'issued') return { en: 'its date of issue', fr: 'sa date d’émission' }
  if (top !== 'blocks') return { en: 'one of its parts', fr: 'une de ses parties' }
  if (at === undefined) return { en: 'its list of blocks', fr: 'sa liste de blocs' }
  const n = Number(at) + 1
  const what = blockParts[part]
  return what ? { en: `block ${n}, ${what.en}`, fr: `bloc ${n}, ${what.fr}` } : { en: `block ${n}`, fr: `bloc ${n}` }
}

const blockParts: Readonly<Record<string, Bilingual>> = {
  series: { en: 'kind of number', fr: 'nature du numéro' },
  prefix: { en: 'prefix', fr: 'préfixe' },
  first: { en: 'first number', fr: 'premier numéro' },
  last: { en: 'last number', fr: 'dernier numéro' },
  width: { en: 'number of digits', fr: 'nombre de chiffres' },
}
