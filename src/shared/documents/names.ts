import { fail, ok, type Result } from '../result.ts'
import type { FontFace, TextMetrics } from './display-list.ts'
import type { Finding } from './finding.ts'

/** What of a person's names can be printed rightly with the faces we have. */

const lettersBetween = String.raw`[\s'’ʼ\-.,·]`
/** Zero-width non-joiner and joiner: they have no ink, but decide how the letters beside them look. */
const joiners = '\u200c\u200d'

/** Scripts whose printing is held against a browser's, the face that prints each, and its ISO 15924 code. */
const scripts: readonly { name: string; face: FontFace; code: string }[] = [
  { name: 'Latin', face: 'bold', code: 'Latn' },
  { name: 'Cyrillic', face: 'bold', code: 'Cyrl' },
  { name: 'Greek', face: 'bold', code: 'Grek' },
  { name: 'Arabic', face: 'arabic', code: 'Arab' },
  { name: 'Armenian', face: 'armenian', code: 'Armn' },
  { name: 'Bengali', face: 'bengali', code: 'Beng' },
  { name: 'Devanagari', face: 'devanagari', code: 'Deva' },
  { name: 'Ethiopic', face: 'ethiopic', code: 'Ethi' },
  { name: 'Georgian', face: 'georgian', code: 'Geor' },
  { name: 'Gurmukhi', face: 'gurmukhi', code: 'Guru' },
  { name: 'Hebrew', face: 'hebrew', code: 'Hebr' },
  { name: 'Myanmar', face: 'myanmar', code: 'Mymr' },
  { name: 'Sinhala', face: 'sinhala', code: 'Sinh' },
  { name: 'Tamil', face: 'tamil', code: 'Taml' },
  { name: 'Tibetan', face: 'tibetan', code: 'Tibt' },
]

/** Is the whole text of one script, with nothing else than marks and what stands between the parts of names? */
const writtenIn = (text: string, script: string) =>
  new RegExp(String.raw`^(\p{Script=${script}}|\p{M}|${lettersBetween})+$`, 'u').test(
    script === 'Latin' ? text : withoutJoiners(text),
  )

const withoutJoiners = (text: string) => text.replace(new RegExp(`[${joiners}]`, 'g'), '')

const hasLettersOf = (text: string, script: string) => new RegExp(String.raw`\p{Script=${script}}`, 'u').test(text)

export type Shapeability =
  /** `lang` is the language that nobody told us, in the script that we see: `und-Arab`. */
  | { readonly ok: true; readonly face: FontFace; readonly text: string; readonly lang: string }
  | { readonly ok: false; readonly leftOut: Finding }

/** Can this name in the person's own script be printed rightly? If not: the finding that says why it is left out. */
export function shapeability(name: string, metrics: TextMetrics): Shapeability {
  const text = tidy(name)
  const present = scripts.filter(({ name: script }) => hasLettersOf(text, script))
  const found = present.find(({ name: script }) => writtenIn(text, script))
  if (!found) return leaveOut(present.length > 1 ? 'documents.own_script_mixed' : 'documents.own_script_unsupported')
  if (missingGlyphs(withoutJoiners(text), found.face, metrics).length > 0)
    return leaveOut('documents.own_script_unsupported')
  if (!metrics.sound(found.face, text)) return leaveOut('documents.own_script_marks')
  return { ok: true, face: found.face, text, lang: `und-${found.code}` }
}

const leaveOut = (code: Finding['code']): Shapeability => ({ ok: false, leftOut: { code, params: {} } })

/**
 * A name in travel-document spelling as it is printed: NFC, single spaces, capitals.
 * Fails with `documents.glyph_missing` (its code points) or `documents.name_not_latin`: nobody gets a paper with a letter missing.
 */
export function printableName(name: string, metrics: Pick<TextMetrics, 'covers'>): Result<string> {
  const text = tidy(name).toUpperCase().normalize('NFC')
  const missing = missingGlyphs(text, 'bold', metrics)
  if (missing.length > 0) return fail('documents.glyph_missing', { codePoints: missing.join(' ') })
  if (text && !writtenIn(text, 'Latin')) return fail('documents.name_not_latin')
  return ok(text)
}

const tidy = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ')

const isJoinerOf = (letter: string, face: FontFace) =>
  joiners.includes(letter) && face !== 'bold' && face !== 'regular' && face !== 'ocrb'

/** Code points (`U+1F600`) that the face has no letter for, and control characters, which have none anywhere. */
export function missingGlyphs(text: string, face: FontFace, metrics: Pick<TextMetrics, 'covers'>): string[] {
  const missing = [...new Set(text)].filter((letter) => {
    const codePoint = letter.codePointAt(0) ?? 0
    return (/\p{C}/u.test(letter) && !isJoinerOf(letter, face)) || !metrics.covers(face, codePoint)
  })
  return missing.map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
}
