import type { Bilingual, Language } from '../../language.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Ink, PageNode } from '../display-list.ts'
import { type Word, wordsOf, wrapWords } from '../text.ts'
import { frame, innerWidth, type Layout, languagesOf, languageTag, margin, node, text } from './parts.ts'

/**
 * Running text in two columns, a language each, in the same size and with the same paragraphs beside each other; a letter
 * in one language has one column.
 */

export interface Section {
  readonly heading: Bilingual
  readonly paragraphs: readonly Bilingual[]
  readonly numbered?: boolean
  /** Framed: the block that clinics look for. */
  readonly framed?: boolean
}

const gutter = 18
const columnWidth = (layout: Layout) => (languagesOf(layout).length === 1 ? innerWidth : (innerWidth - gutter) / 2)
/** From comfortable to the smallest that is still read without a glass. */
const sizes = [9, 8.75, 8.5, 8.25, 8, 7.75, 7.5, 7.25, 7]
const leading = 1.34
const indent = 12
const framePadding = 7

interface Paragraph {
  readonly lines: Readonly<Record<Language, readonly string[]>>
  readonly drop: number
  readonly height: number
}

/** The words of each paragraph, in ems: measured once for all sizes. */
type Words = readonly Readonly<Record<Language, readonly Word[]>>[]

interface SetSection {
  readonly section: Section
  readonly size: number
  readonly paragraphs: readonly Paragraph[]
  readonly height: number
}

/** Sets the sections from `top` down to `bottom` at most, all in one size. Fails with `documents.page_full`. */
export function passages(
  layout: Layout,
  sections: readonly Section[],
  top: number,
  bottom: number,
): Result<PageNode[]> {
  const words = sections.map((section) => measured(layout, section))
  for (const size of sizes) {
    const set = sections.map((section, at) => setSection(layout, section, words[at] ?? [], size))
    const between = size * 1.1
    const height = set.reduce((sum, section) => sum + section.height, 0) + between * (set.length - 1)
    if (height > top - bottom) continue
    let y = top
    return ok(
      set.flatMap((section) => {
        const drawn = drawSection(layout, section, y)
        y -= section.height + between
        return drawn
      }),
    )
  }
  return fail('documents.page_full')
}

const inEms =
  ({ metrics }: Layout) =>
  (part: string) =>
    metrics.width('regular', part, 1)

function measured(layout: Layout, { paragraphs }: Section): Words {
  const languages = languagesOf(layout)
  const words = (both: Bilingual, language: Language) =>
    languages.includes(language) ? wordsOf(both[language], inEms(layout)) : []
  return paragraphs.map((both) => ({ en: words(both, 'en'), fr: words(both, 'fr') }))
}

function setSection(layout: Layout, section: Section, words: Words, size: number): SetSection {
  const languages = languagesOf(layout)
  const padding = languages.length === 1 ? 2 * framePadding : framePadding
  const width = columnWidth(layout) - (section.framed ? padding : 0) - (section.numbered ? indent : 0)
  const wrap = (of: readonly Word[]) => wrapWords(of, width / size, inEms(layout))
  let drop = headingSize(size) * leading + 1.5
  const paragraphs = words.map(({ en, fr }): Paragraph => {
    const lines = { en: wrap(en), fr: wrap(fr) }
    const height = Math.max(...languages.map((language) => lines[language].length)) * size * leading
    const paragraph = { lines, drop, height }
    drop += height + size * 0.28
    return paragraph
  })
  return { section, size, paragraphs, height: drop + (section.framed ? 2 * framePadding - size * 0.28 : 0) }
}

const headingSize = (size: number) => size + 0.5

function drawSection(layout: Layout, set: SetSection, top: number): PageNode[] {
  const padding = set.section.framed ? framePadding : 0
  const columns = languagesOf(layout).map((language, column) => {
    const x = margin + column * (columnWidth(layout) + gutter) + (column === 0 ? padding : 0)
    return node('Sect', drawColumn(set, language, x, top - padding), { lang: languageTag(language) })
  })
  if (!set.section.framed) return columns
  return [...frame({ x: margin, y: top - set.height, width: innerWidth, height: set.height }, 0.9), ...columns]
}

function drawColumn({ section, size, paragraphs }: SetSection, language: Language, x: number, top: number): PageNode[] {
  const heading = node('H2', [text(x, top - headingSize(size), headingSize(size), 'bold', section.heading[language])])
  const linesOf = (paragraph: Paragraph, left: number): Ink[] =>
    paragraph.lines[language].map((line, index) =>
      text(left, top - paragraph.drop - size - index * size * leading, size, 'regular', line),
    )
  if (!section.numbered) return [heading, ...paragraphs.map((paragraph) => node('P', linesOf(paragraph, x)))]
  const items = paragraphs.map((paragraph, index) =>
    node('LI', [
      node('Lbl', [text(x, top - paragraph.drop - size, size, 'regular', `${index + 1}.`)]),
      node('LBody', linesOf(paragraph, x + indent)),
    ]),
  )
  return [heading, node('L', items)]
}
