import { fail, ok, type Result } from '../result.ts'

/**
 * Passwords after NIST SP 800-63B-4 (July 2025), section 3.1.1.2: length counts, composition rules do not;
 * a list of what everybody tries first is refused; Unicode is normalised so that keyboards agree.
 * NIST asks for 15 characters where a password stands alone and 8 beside a second factor; ours unwraps a key and
 * then meets a second factor, so 12.
 */
export const passwordPolicy = { minimum: 12, maximum: 256 } as const

/** What a password should not be built from: the officer's own names and the office's. */
export interface PasswordContext {
  readonly userName: string
  readonly others?: readonly string[]
}

/** The form in which a password is judged and derived (NFKC): the same keys give the same bytes on every system. */
export const normalisePassword = (text: string): string => text.normalize('NFKC')

/**
 * Judges a new password. Gives back its normalised form.
 * Errors: officers.password_too_short, _too_long, _common, _contextual.
 */
export function checkNewPassword(text: string, context: PasswordContext): Result<string> {
  const password = normalisePassword(text)
  const length = [...password].length
  const { minimum, maximum } = passwordPolicy
  if (length < minimum) return fail('officers.password_too_short', { length, minimum })
  if (length > maximum) return fail('officers.password_too_long', { maximum })
  const letters = fold(password)
  if (leavesLittle(letters, contextWords(context))) return fail('officers.password_contextual')
  if (isMonotonous(password) || leavesLittle(letters, commonWords)) return fail('officers.password_common')
  return ok(password)
}

/** Words that open most lists of stolen passwords, in both languages, and walks along the keyboard. */
const commonWords: readonly string[] = [
  'password', 'passwort', 'passphrase', 'motdepasse', 'changeme', 'changemoi', 'welcome', 'bienvenue', 'letmein',
  'laissezmoi', 'trustnoone', 'iloveyou', 'jetaime', 'dragon', 'monkey', 'sunshine', 'football', 'hockey', 'princess',
  'master', 'superman', 'qwerty', 'qwertyuiop', 'qwertz', 'azerty', 'azertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefgh',
  'administrator', 'administrateur', 'admin', 'secret', 'temporary', 'temporaire', 'winter', 'hiver', 'spring',
  'printemps', 'summer', 'autumn', 'automne', 'january', 'janvier', 'monday', 'lundi', 'test', 'user', 'login',
] // biome-ignore format: a list is read as a list

/** Words of this work, which a stranger who knows where we are would try. */
const workWords: readonly string[] = [
  'passerelle', 'canada', 'canadian', 'canadien', 'immigration', 'citizenship', 'citoyennete', 'refugee', 'refugie',
  'asylum', 'asile', 'border', 'frontiere', 'services', 'officer', 'agent', 'ircc', 'cbsa', 'asfc', 'claim', 'demande',
] // biome-ignore format: a list is read as a list

const contextWords = (context: PasswordContext): readonly string[] => [
  ...workWords,
  ...[context.userName, ...(context.others ?? [])].flatMap((name) => fold(name).match(/[a-z]{3,}/g) ?? []),
]

const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Lower case, no accents, and the signs that people write for letters turned back into letters between letters. */
function fold(text: string): string {
  const signs = [...text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
  const isLetter = (sign: string) => /\p{L}/u.test(sign)
  const [first, last] = [signs.findIndex(isLetter), signs.findLastIndex(isLetter)]
  return signs.map((sign, at) => (at > first && at < last ? (lookAlikes[sign] ?? sign) : sign)).join('')
}

/** True if the password holds words of the list and, without them, fewer than six letters. */
function leavesLittle(folded: string, words: readonly string[]): boolean {
  const joined = folded.replace(/[^\p{L}]/gu, '')
  const rest = [...words].sort((a, b) => b.length - a.length).reduce((text, word) => text.replaceAll(word, ''), joined)
  return rest.length < joined.length && rest.length < 6
}

/** True for a short pattern again and again ('abcabcabcabc') and for runs ('123456789012', 'lkjihgfedcba'). */
function isMonotonous(password: string): boolean {
  if (/^(.{1,4})\1+.{0,3}$/su.test(password)) return true
  const points = [...password].map((sign) => sign.codePointAt(0) ?? 0)
  const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0))
  const regular = steps.filter((step) => Math.abs(step) <= 1 || Math.abs(step) === 9).length
  return regular >= steps.length - 1
}
