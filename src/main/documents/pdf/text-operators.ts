import type { PDFName, PDFOperator } from 'pdf-lib'
import type { Ink } from '../../../shared/documents/display-list.ts'
import type { LoadedFace, Run } from '../fonts.ts'
import type { Glyph } from './fontkit.ts'
import { colour, number, op } from './operators.ts'

/** Text inks as PDF operators, each glyph where the font's own tables put it: pdf-lib draws at bare advances, which misplaces marks and dots. */

type TextInk = Extract<Ink, { kind: 'text' | 'outline' }>

export interface EmbeddedFace {
  readonly face: LoadedFace
  readonly name: PDFName
  /** Codes in the subset of the glyphs of `text` (of its spelling, where it has one), four hex digits each. */
  encode(text: string): string
}

/** Operators that show one text and let it be found. */
export function showText(ink: TextInk, embedded: EmbeddedFace): PDFOperator[] {
  const text = ink.text.normalize('NFC')
  const spelled = embedded.face.spelled(text)
  if (spelled) return [...drawShapes(ink, embedded.face, text), ...layUnseen(ink, embedded, text, spelled)]
  return textObject(ink, embedded, paint(ink), showRun(embedded, text, embedded.face.run(text), ink.size))
}

/** Filled, or as lines for the letters of a specimen. */
function paint(ink: TextInk): PDFOperator[] {
  if (ink.kind === 'text') return [colour('rg', ink.grey ?? 0)]
  return [op('Tr', '1'), op('w', number(1.1)), colour('RG', ink.grey)]
}

function textObject(ink: TextInk, { name }: EmbeddedFace, style: PDFOperator[], shown: PDFOperator[]): PDFOperator[] {
  return [
    op('q'),
    op('BT'),
    ...style,
    op('Tf', name, number(ink.size)),
    op('Tm', ...matrix(ink)),
    ...shown,
    op('ET'),
    op('Q'),
  ]
}

function matrix(ink: TextInk): string[] {
  const radians = ink.kind === 'outline' ? (ink.angle * Math.PI) / 180 : 0
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  return [number(cos), number(sin), number(-sin), number(cos), number(ink.x), number(ink.y)]
}

/** One TJ array per height above the line: kerning and marks as shifts in thousandths of an em, rises as Ts. */
function showRun(
  { face, encode }: EmbeddedFace,
  text: string,
  { glyphs, positions }: Run,
  size: number,
): PDFOperator[] {
  const codes = encode(text)
  const scale = 1000 / face.font.unitsPerEm
  const operators: PDFOperator[] = []
  let parts: string[] = []
  let rise = 0
  const flush = () => {
    if (parts.length > 0) operators.push(op('TJ', `[${parts.join(' ')}]`))
    parts = []
  }
  const shift = (units: number) => {
    if (units !== 0) parts.push(number(units * scale))
  }
  glyphs.forEach((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    if (yOffset !== rise) {
      flush()
      operators.push(op('Ts', number((yOffset * size * scale) / 1000)))
      rise = yOffset
    }
    shift(-xOffset)
    parts.push(`<${codes.slice(index * 4, index * 4 + 4)}>`)
    shift(xOffset + glyph.advanceWidth - xAdvance)
  })
  flush()
  return operators
}

/** The glyphs as filled shapes, for scripts whose letters fall apart into strokes and dots shared with other letters. */
function drawShapes(ink: TextInk, face: LoadedFace, text: string): PDFOperator[] {
  const { glyphs, positions } = face.run(text)
  const scale = ink.size / face.font.unitsPerEm
  let pen = ink.x
  const shapes = glyphs.flatMap((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    const shape = outline(glyph, pen + xOffset * scale, ink.y + yOffset * scale, scale)
    pen += xAdvance * scale
    return shape
  })
  return [op('q'), colour('rg', ink.grey ?? 0), ...shapes, op('Q')]
}

/** The outline of a glyph with its origin at (x, y), filled. */
function outline(glyph: Glyph, x: number, y: number, scale: number): PDFOperator[] {
  let last = [0, 0]
  const place = (args: number[]) => args.map((value, index) => number(value * scale + (index % 2 === 0 ? x : y)))
  const path = glyph.path.commands.flatMap(({ command, args }) => {
    const from = last
    if (command !== 'closePath') last = args.slice(-2)
    if (command === 'moveTo') return [op('m', ...place(args))]
    if (command === 'lineTo') return [op('l', ...place(args))]
    if (command === 'quadraticCurveTo') return [op('c', ...place(cubic(from, args)))]
    if (command === 'bezierCurveTo') return [op('c', ...place(args))]
    return [op('h')]
  })
  return path.length > 0 ? [...path, op('f')] : []
}

/** A quadratic curve as the cubic one that PDF knows. */
function cubic(from: number[], [controlX = 0, controlY = 0, x = 0, y = 0]: number[]): number[] {
  const [fromX = 0, fromY = 0] = from
  const between = (end: number, control: number) => end + (2 / 3) * (control - end)
  return [between(fromX, controlX), between(fromY, controlY), between(x, controlX), between(y, controlY), x, y]
}

/** The letters as invisible text (rendering mode 3) over the shapes, stretched to the same width: what search and speech find. */
function layUnseen(ink: TextInk, embedded: EmbeddedFace, text: string, spelled: Run): PDFOperator[] {
  const width = (run: Run) => run.positions.reduce((sum, position) => sum + position.xAdvance, 0)
  const stretch = (100 * width(embedded.face.run(text))) / width(spelled)
  const style = [op('Tr', '3'), op('Tz', number(stretch))]
  return textObject(ink, embedded, style, showRun(embedded, text, spelled, ink.size))
}
