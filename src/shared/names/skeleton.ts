/**
 * What each group of letters sounds like, usual reading first, then the other one where spellings of the world differ.
 * Sounds: P labial stop, F labial fricative, T dental stop, S every sibilant, K velar, H, L, M, N, R.
 */
const sounds: Readonly<Record<string, readonly [string, string]>> = {
  ...same('S', 'tsch dsch tch sch dzh dj dz ts tz cz sz zh sh jh s z'),
  ...same('P', 'p b bh'),
  ...same('F', 'f v ph'),
  ...same('T', 't d'),
  ...same('K', 'k q ck'),
  ...same('L', 'l'),
  ...same('M', 'm'),
  ...same('N', 'n'),
  ...same('R', 'r'),
  ch: ['S', 'K'], // Charles, Christos, Bach
  kh: ['K', 'H'], // Khalid, Mukhammad from Cyrillic х
  gh: ['K', ''],
  th: ['T', 'S'], // Thomas; Othman is Osman
  dh: ['T', 'S'], // Ridha is Reza
  j: ['S', ''], // Jamal; Slavic and German Jusuf is Yusuf
  w: ['F', ''], // Iwanow; Dawud is Daoud
  x: ['KS', 'S'],
}
const groups = new RegExp(
  `^hs(?=[aeiou])|ng(?![aeiouy])|${Object.keys(sounds)
    .sort((a, b) => b.length - a.length)
    .join('|')}|[cgh]|[aeiouy]+`,
  'g',
)

/** 0: as usually read; 1: the other way. A w is read apart from the rest, since it is so often beside a ch (Chow). */
type Reading = 0 | 1

/**
 * The consonants of a word (a-z) as sounds, vowels dropped but for an A that stands for one at the beginning: one key,
 * or two where the spelling can be read two ways (up to four with a w). A word of one sound keeps its vowel too (LI for
 * Li and Lee, LU for Lu), so that short names do not all meet.
 */
export function skeletons(word: string): readonly string[] {
  const both = [skeleton(word, 0, 0), skeleton(word, 1, 0)]
  const all = word.includes('w') ? [...both, skeleton(word, 0, 1), skeleton(word, 1, 1)] : both
  return [...new Set(all)]
}

function skeleton(word: string, reading: Reading, readingOfW: Reading): string {
  let key = ''
  let last = ''
  for (const match of word.matchAll(groups)) {
    const sound = soundOf(word, match[0], match.index, match[0] === 'w' ? readingOfW : reading)
    if (sound === '' && match.index === 0) key = 'A'
    else if (sound !== last) key += sound
    last = sound
  }
  return key.length < 2 ? key + vowelOf(word) : key
}

function soundOf(word: string, group: string, at: number, reading: Reading): string {
  const next = word.charAt(at + group.length)
  if (group === 'h') return next === '' ? '' : 'H'
  if (group === 'ng') return 'N'
  if (group === 'hs') return reading === 0 ? 'HS' : 'S' // Hsam for Husam; Hsu is Xu
  if (group === 'c') return soft(next) || (next === '' && word.endsWith('ic')) ? 'S' : 'K' // Milošević without its accent
  if (group === 'g') return hardOrSoft(at, next)[reading]
  if (group === 'x' && at === 0) return 'S' // Xu, Xiao, Xavier
  return sounds[group]?.[reading] ?? ''
}

/** George or Jorge; Guseinov, in Cyrillic, is Huseynov. */
function hardOrSoft(at: number, next: string): readonly [string, string] {
  if (soft(next)) return ['K', 'S']
  return at === 0 ? ['K', 'H'] : ['K', 'K']
}

const soft = (letter: string): boolean => letter === 'e' || letter === 'i' || letter === 'y'

/** The first vowel behind a glide (u of Yu, of Wu, of Zhou), as front I, open A or back U. */
function vowelOf(word: string): string {
  const vowel = /[aeiou]/.exec(word)?.[0] ?? (word.includes('y') ? 'i' : '')
  if (vowel === '') return ''
  if (vowel === 'a') return 'A'
  return vowel === 'o' || vowel === 'u' ? 'U' : 'I'
}

function same(sound: string, spellings: string): Record<string, readonly [string, string]> {
  return Object.fromEntries(spellings.split(' ').map((spelling) => [spelling, [sound, sound]]))
}
