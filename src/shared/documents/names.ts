import { fail, ok, type Result } from '../result.ts'
import type { FontFace, TextMetrics } from './display-list.ts'
import type { Finding } from './finding.ts'

/** What of a person's names can be printed rightly with the faces we have. */

const lettersBetween = String.raw`[\s'’ʼ\-.,·]`

/** Scripts whose shaping we have looked at on paper, and the face that prints them. Indic scripts: not shaped rightly yet. */
const scripts: readonly { name: string; face: FontFace }[] = [
  { name: 'Latin', face: 'bold' },
  { name: 'Cyrillic', face: 'bold' },
  { name: 'Greek', face: 'bold' },
  { name: 'Arabic', face: 'arabic' },
  { name: 'Ethiopic', face: 'ethiopic' },
]

/** Is the whole text of one script, with nothing else than marks and what stands between the parts of names? */
const writtenIn = (text: string, script: string) =>
  new RegExp(String.raw`^(\p{Script=${script}}|\p{M}|${lettersBetween})+$`, 'u').test(text)

const hasLettersOf = (text: string, script: string) => new RegExp(String.raw`\p{Script=${script}}`, 'u').test(text)

export type Shapeability =
  | { readonly ok: true; readonly face: FontFace; readonly text: string }
  | { readonly ok: false; readonly leftOut: Finding }

/** Can this name in the person's own script be printed rightly? If not: the finding that says why it is left out. */
export function shapeability(name: string, metrics: TextMetrics): Shapeability {
  const text = tidy(name)
  const present = scripts.filter(({ name: script }) => hasLettersOf(text, script))
  const found = present.find(({ name: script }) => writtenIn(text, script))
  if (!found) return leaveOut(present.length > 1 ? 'documents.own_script_mixed' : 'documents.own_script_unsupported')
  // Vowel marks over joined letters need positions that few printers' fonts agree on; names are written without them.
  if (found.face !== 'bold' && /\p{M}/u.test(text)) return leaveOut('documents.own_script_marks')
  if (missingGlyphs(text, found.face, metrics).length > 0) return leaveOut('documents.own_script_unsupported')
  return { ok: true, face: found.face, text }
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

/** Code points (`U+1F600`) that the face has no letter for, and control characters, which have none anywhere. */
export function missingGlyphs(text: string, face: FontFace, metrics: Pick<TextMetrics, 'covers'>): string[] {
  const missing = [...new Set(text)].filter((letter) => {
    const codePoint = letter.codePointAt(0) ?? 0
    return /\p{C}/u.test(letter) || !metrics.covers(face, codePoint)
  })
  return missing.map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
}
