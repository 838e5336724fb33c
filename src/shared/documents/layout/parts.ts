import type { Bilingual, Language } from '../../language.ts'
import type { Box, FontFace, Grey, Ink, PageNode, Tag, TextMetrics } from '../display-list.ts'
import { labels } from '../templates/labels.ts'

/** Measures and small parts that both papers share. */

export const mm = (millimetres: number) => (millimetres * 72) / 25.4
/** US Letter, as all Canadian stock. */
export const sheet = { width: 612, height: 792 } as const
export const margin = 36
export const innerWidth = sheet.width - 2 * margin
export const right = sheet.width - margin
/** One dot of a 300 dpi printer: bars and modules lie on this grid, so that none is half a dot wider than its neighbour. */
export const dot = 72 / 300
export const snap = (length: number) => Math.round(length / dot) * dot
/** Ink of labels: lighter than values, dark enough for a photocopy of coloured stock. */
export const labelGrey: Grey = 0.25
export const rectGrey: Grey = 0.55

export interface Layout {
  readonly metrics: TextMetrics
  /** The language that stands first (left or above) and the other; twice the same on a letter in one language. */
  readonly order: readonly [Language, Language]
}

/** The languages of the page, each once. */
export const languagesOf = ({ order: [first, second] }: Layout): readonly Language[] =>
  first === second ? [first] : [first, second]

export const languageTag = (language: Language) => (language === 'en' ? 'en-CA' : 'fr-CA')

export function node(
  tag: Tag,
  children: PageNode['children'],
  more: Omit<PageNode, 'tag' | 'children'> = {},
): PageNode {
  return { tag, children, ...more }
}

/** A text. Once lines are broken a no-break space is a space: both have one glyph, and the text layer shall say space. */
export function text(x: number, y: number, size: number, face: FontFace, value: string, grey: Grey = 0): Ink {
  return { kind: 'text', x, y, size, face, text: value.replaceAll('\u00a0', ' '), grey }
}

/** A line that a screen reader passes over. */
export function rule(x: number, y: number, width: number, thickness: number, grey: Grey = 0): PageNode {
  return node('Artifact', [{ kind: 'rect', x, y, width, height: thickness, grey }])
}

/** A frame drawn as four rules. */
export function frame(box: Box, thickness: number): PageNode[] {
  const { x, y, width, height } = box
  const upright = (left: number): PageNode =>
    node('Artifact', [{ kind: 'rect', x: left, y, width: thickness, height, grey: 0 }])
  return [
    rule(x, y + height - thickness, width, thickness),
    rule(x, y, width, thickness),
    upright(x),
    upright(x + width - thickness),
  ]
}

export interface Style {
  readonly size: number
  readonly face: FontFace
  readonly grey?: Grey
}

/** Both languages on one line, ` / ` between them; once where they are the same. */
export function bothOnALine(layout: Layout, both: Bilingual, x: number, y: number, style: Style): PageNode[] {
  const [first, second] = layout.order
  const span = (language: Language, at: number, value: string) =>
    node('Span', [text(at, y, style.size, style.face, value, style.grey)], { lang: languageTag(language) })
  if (both.en === both.fr) return [node('Span', [text(x, y, style.size, style.face, both.en, style.grey)])]
  if (first === second) return [span(first, x, both[first])]
  const lead = `${both[first]} / `
  return [span(first, x, lead), span(second, x + layout.metrics.width(style.face, lead, style.size), both[second])]
}

export function bothWidth(layout: Layout, both: Bilingual, style: Style): number {
  return layout.metrics.width(style.face, joined(layout, both), style.size)
}

/** Both languages as one string. */
export function joined(layout: Layout, both: Bilingual): string {
  const [first, second] = layout.order
  return both.en === both.fr || first === second ? both[first] : `${both[first]} / ${both[second]}`
}

/** The head of the paper: department, the title in both languages and the same size, the number at the right. */
export function header(
  layout: Layout,
  title: Bilingual,
  titleSize: number,
  documentNumber: string,
  note?: Bilingual,
): PageNode[] {
  const small: Style = { size: 7.5, face: 'regular', grey: labelGrey }
  const top = sheet.height - margin
  const number = { size: 14, face: 'bold' } as const
  const numberWidth = layout.metrics.width(number.face, documentNumber, number.size)
  // The first title stands beside the number: a long one gives way, and the other with it.
  const firstWidth = layout.metrics.width('bold', title[layout.order[0]], titleSize)
  const size = titleSize * Math.min(1, (innerWidth - numberWidth - 18) / firstWidth)
  const lines = languagesOf(layout).map((language, line) =>
    node('Span', [text(margin, top - 26 - line * titleSize * 1.28, size, 'bold', title[language])], {
      lang: languageTag(language),
    }),
  )
  return [
    node('P', bothOnALine(layout, labels.department, margin, top - 6, small)),
    node('H1', lines),
    node('P', [
      ...bothOnALine(
        layout,
        labels.documentNumber,
        right - bothWidth(layout, labels.documentNumber, small),
        top - 6,
        small,
      ),
      text(right - numberWidth, top - 24, number.size, number.face, documentNumber),
    ]),
    ...(note
      ? [
          node(
            'P',
            bothOnALine(layout, note, right - bothWidth(layout, note, { ...small, face: 'bold', size: 9 }), top - 40, {
              size: 9,
              face: 'bold',
            }),
          ),
        ]
      : []),
    rule(margin, headerBottom, innerWidth, 1.5),
  ]
}

/** Where the header's rule lies. */
export const headerBottom = sheet.height - margin - 56
