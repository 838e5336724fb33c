import type { Ink } from '../../../shared/documents/display-list.ts'
import type { LoadedFace } from '../fonts.ts'
import type { EmbeddedFace } from './embedded-face.ts'
import { colour, type Operator, op } from './operators.ts'
import type { OutlinePart, Run } from './shaping.ts'
import { number } from './syntax.ts'

/** Text inks as PDF operators, each glyph where the font's own tables put it: bare advances misplace marks and dots. */

type TextInk = Extract<Ink, { kind: 'text' | 'outline' }>

/** Operators that show one text and let it be found. */
export function showText(ink: TextInk, embedded: EmbeddedFace): Operator[] {
  const text = ink.text.normalize('NFC')
  const run = embedded.face.run(text)
  if (run.readable) return textObject(ink, embedded, paint(ink), showRun(embedded, run, ink.size))
  return [...drawShapes(ink, embedded.face, run), ...layUnseen(ink, embedded, run, embedded.face.shaper.spell(text))]
}

/** Filled, or as lines for the letters of a specimen. */
function paint(ink: TextInk): Operator[] {
  if (ink.kind === 'text') return [colour('rg', ink.grey ?? 0)]
  return [op('Tr', '1'), op('w', number(1.1)), colour('RG', ink.grey)]
}

function textObject(ink: TextInk, { name }: EmbeddedFace, style: Operator[], shown: Operator[]): Operator[] {
  const font = op('Tf', name, number(ink.size))
  return [op('q'), op('BT'), ...style, font, placed(ink), ...shown, op('ET'), op('Q')]
}

function placed(ink: TextInk): Operator {
  const [x, y] = [number(ink.x), number(ink.y)]
  if (ink.kind === 'text') return op('Td', x, y)
  const radians = (ink.angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  return op('Tm', number(cos), number(sin), number(-sin), number(cos), x, y)
}

/** One TJ for all glyphs of a height, and heights above the line as Ts. */
function showRun({ face, show }: EmbeddedFace, run: Run, size: number): Operator[] {
  let risen = 0
  return show(run).flatMap(({ rise, shown }) => {
    const lift = rise === risen ? [] : [op('Ts', number((rise * size) / face.shaper.unitsPerEm))]
    risen = rise
    return [...lift, op('TJ', shown)]
  })
}

/** The glyphs as filled shapes, for scripts whose letters share their glyphs, change places or stack: no program reads those rightly. */
function drawShapes(ink: TextInk, { shaper }: LoadedFace, run: Run): Operator[] {
  const scale = ink.size / shaper.unitsPerEm
  let pen = 0
  const shapes = run.glyphs.flatMap((glyph) => {
    const [x, y] = [ink.x + (pen + glyph.x) * scale, ink.y + glyph.y * scale]
    pen += glyph.advance
    return fillOutline(shaper.outline(glyph.id), x, y, scale)
  })
  return [op('q'), colour('rg', ink.grey ?? 0), ...shapes, op('Q')]
}

/** The outline of a glyph with its origin at (x, y), filled. */
function fillOutline(parts: readonly OutlinePart[], x: number, y: number, scale: number): Operator[] {
  let from: readonly number[] = []
  const place = (values: readonly number[]) =>
    values.map((value, index) => number(value * scale + (index % 2 === 0 ? x : y)))
  const path = parts.map(({ type, values }) => {
    const start = from
    if (values.length > 0) from = values.slice(-2)
    if (type === 'M') return op('m', ...place(values))
    if (type === 'L') return op('l', ...place(values))
    if (type === 'Q') return op('c', ...place(cubic(start, values)))
    if (type === 'C') return op('c', ...place(values))
    return op('h')
  })
  return path.length > 0 ? [...path, op('f')] : []
}

/** A quadratic curve as the cubic one that PDF knows. */
function cubic(from: readonly number[], [controlX = 0, controlY = 0, x = 0, y = 0]: readonly number[]): number[] {
  const [fromX = 0, fromY = 0] = from
  const between = (end: number, control: number) => end + (2 / 3) * (control - end)
  return [between(fromX, controlX), between(fromY, controlY), between(x, controlX), between(y, controlY), x, y]
}

/**
 * The letters as invisible text (rendering mode 3) over the shapes, stretched to the same width: what search and speech
 * find. Spans with ActualText would be the standard's way (ISO 32000-1, 14.9.4); PDFium turns Arabic in them about.
 */
function layUnseen(ink: TextInk, embedded: EmbeddedFace, shown: Run, spelled: Run): Operator[] {
  const stretch = (100 * shown.advance) / spelled.advance
  const style = [op('Tr', '3'), op('Tz', number(stretch))]
  return textObject(ink, embedded, style, showRun(embedded, spelled, ink.size))
}
