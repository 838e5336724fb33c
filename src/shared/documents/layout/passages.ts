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
  /** A box before each paragraph, to be ticked by hand. */
  readonly ticked?: boolean
  /** Framed: the block that clinics look for. */
  readonly framed?: boolean
}

const gutter = 18
const columnWidth = (layout: Layout, { width }: Column) =>
  languagesOf(layout).length === 1 ? width : (width - gutter) / 2
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

/** Part of the page's width, for a page in one language: from `x` on. */
export interface Column {
  readonly x: number
  readonly width: number
}
const wholeWidth: Column = { x: margin, width: innerWidth }

/** What is set in one size: how high it is, and its ink from `top` down. */
export interface SetText {
  readonly height: number
  draw(top: number): PageNode[]
}

/** Sets the sections from `top` down to `bottom` at most, all in one size. Fails with `documents.page_full`. */
export function passages(
  layout: Layout,
  sections: readonly Section[],
  top: number,
  bottom: number,
): Result<PageNode[]> {
  const set = setPassages(layout, sections)
  return largestThatFits((size) => set(size), top, bottom)
}

/** The largest size in which all of it ends above `bottom`. Fails with `documents.page_full`. */
export function largestThatFits(set: (size: number) => SetText, top: number, bottom: number): Result<PageNode[]> {
  for (const size of sizes) {
    const page = set(size)
    if (page.height <= top - bottom) return ok(page.draw(top))
  }
  return fail('documents.page_full')
}

/** The sections, measured once, to be set in whatever size and column. */
export function setPassages(
  layout: Layout,
  sections: readonly Section[],
  column: Column = wholeWidth,
): (size: number) => SetText {
  const words = sections.map((section) => measured(layout, section))
  return (size) => {
    const set = sections.map((section, at) => setSection(layout, section, words[at] ?? [], size, column))
    const between = gapOf(size)
    return {
      height: set.reduce((sum, section) => sum + section.height, 0) + between * (set.length - 1),
      draw(top) {
        let y = top
        return set.flatMap((section) => {
          const drawn = drawSection(layout, section, y, column)
          y -= section.height + between
          return drawn
        })
      },
    }
  }
}

/** Between two sections. */
export const gapOf = (size: number): number => size * 1.1

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

function setSection(layout: Layout, section: Section, words: Words, size: number, column: Column): SetSection {
  const languages = languagesOf(layout)
  const padding = languages.length === 1 ? 2 * framePadding : framePadding
  const width = columnWidth(layout, column) - (section.framed ? padding : 0) - (listed(section) ? indent : 0)
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

const listed = ({ numbered, ticked }: Section) => numbered || ticked

const headingSize = (size: number) => size + 0.5

function drawSection(layout: Layout, set: SetSection, top: number, area: Column): PageNode[] {
  const padding = set.section.framed ? framePadding : 0
  const columns = languagesOf(layout).map((language, column) => {
    const x = area.x + column * (columnWidth(layout, area) + gutter) + (column === 0 ? padding : 0)
    return node('Sect', drawColumn(set, language, x, top - padding), { lang: languageTag(language) })
  })
  if (!set.section.framed) return columns
  return [...frame({ ...area, y: top - set.height, height: set.height }, 0.9), ...columns]
}

function drawColumn({ section, size, paragraphs }: SetSection, language: Language, x: number, top: number): PageNode[] {
  const heading = node('H2', [text(x, top - headingSize(size), headingSize(size), 'bold', section.heading[language])])
  const linesOf = (paragraph: Paragraph, left: number): Ink[] =>
    paragraph.lines[language].map((line, index) =>
      text(left, top - paragraph.drop - size - index * size * leading, size, 'regular', line),
    )
  if (!listed(section)) return [heading, ...paragraphs.map((paragraph) => node('P', linesOf(paragraph, x)))]
  const items = paragraphs.map((paragraph, index) => {
    const body = node('LBody', linesOf(paragraph, x + indent))
    const number = text(x, top - paragraph.drop - size, size, 'regular', `${index + 1}.`)
    return node('LI', section.numbered ? [node('Lbl', [number]), body] : [body])
  })
  const side = size * 0.8
  const boxes = section.ticked
    ? paragraphs.flatMap(({ drop }) => frame({ x, y: top - drop - size, width: side, height: side }, 0.6))
    : []
  return [heading, node('L', items), ...boxes]
}
