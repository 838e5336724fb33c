import type { Bilingual } from '../../language.ts'
import { fail, ok, type Result } from '../../result.ts'
import { type Box, type DisplayList, type FontFace, inks, type PageNode, type TextMetrics } from '../display-list.ts'
import type { Finding } from '../finding.ts'
import { missingGlyphs } from '../names.ts'
import { words } from '../templates/labels.ts'
import { headerBottom, joined, type Layout, languageTag, margin, mm, node, sheet } from './parts.ts'
import { specimen } from './specimen.ts'

/** A laid out page and what the officer should see before it goes out. */
export interface Page {
  readonly list: DisplayList
  readonly findings: readonly Finding[]
}

/** The photograph, 35 x 45 mm, at the upper left. */
export const photoBox: Box = { x: margin, y: headerBottom - 10 - mm(45), width: mm(35), height: mm(45) }

export function portrait(layout: Layout): { node: PageNode; box: Box } {
  const box = photoBox
  return { box, node: node('Figure', [{ kind: 'portrait', ...box }], { alt: joined(layout, words.photoAlt), box }) }
}

export function page(
  layout: Layout,
  title: Bilingual,
  documentNumber: string,
  nodes: readonly PageNode[],
  places: DisplayList['places'],
  options: { readonly specimen?: boolean },
): DisplayList {
  const children = options.specimen ? [...nodes, specimen()] : nodes
  const lang = languageTag(layout.order[0])
  return {
    ...sheet,
    title: `${joined(layout, title)} ${documentNumber}`,
    lang,
    places,
    root: node('Document', children, { lang }),
  }
}

/** Refuses a page on which any letter would be missing, whatever field it came from. */
export function checkGlyphs(list: DisplayList, metrics: TextMetrics, findings: readonly Finding[]): Result<Page> {
  const letters = new Map<FontFace, Set<string>>()
  for (const ink of inks(list.root)) {
    if (ink.kind !== 'text') continue
    const ofFace = letters.get(ink.face) ?? new Set()
    for (const letter of ink.text) ofFace.add(letter)
    letters.set(ink.face, ofFace)
  }
  const missing = [...letters].flatMap(([face, each]) => missingGlyphs([...each].join(''), face, metrics))
  if (missing.length > 0) return fail('documents.glyph_missing', { codePoints: [...new Set(missing)].join(' ') })
  return ok({ list, findings })
}
