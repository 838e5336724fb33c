import type { FontFace } from '../../../shared/documents/display-list.ts'
import type { LoadedFace } from '../fonts.ts'
import type { PdfFile, Ref } from './file.ts'
import { type Coded, type Cut, type FontStreams, fontStreams, hex, isCff, putFont } from './font-file.ts'
import type { PlacedGlyph, Run } from './shaping.ts'
import { number } from './syntax.ts'

/**
 * A face in one document. A glyph has one code for each text that it stands for (one outline may be a Latin and a Greek
 * letter), so that the ToUnicode table is right for every single one; CIDToGIDMap leads all of them to the outline.
 */
export interface EmbeddedFace {
  readonly face: LoadedFace
  /** Its name among the page's resources, and where it is. */
  readonly name: string
  readonly ref: Ref
  /** A shaped string in the codes of this document. */
  show(run: Run): readonly ShownPiece[]
  /** Writes the font with the glyphs that had a code: once, when all is drawn. */
  finish(): void
}

/** Glyphs at one height. */
export interface ShownPiece {
  /** Above the line, in font units. */
  readonly rise: number
  /** The operand of `TJ`: kerning and marks as shifts in thousandths of an em. */
  readonly shown: string
}

export function embedFace(file: PdfFile, face: LoadedFace, key: FontFace, how: Cut): EmbeddedFace {
  const ref = file.reserve()
  const stock = how.subset ? stockOf(face) : undefined
  /** Glyphs of this document alone. */
  const own = new Map<string, Coded>()
  const codeOf = ({ id, text }: PlacedGlyph): Coded => {
    const name = nameOf(id, text)
    const known = stock?.codes.get(name) ?? own.get(name)
    if (known) return known
    const code = !how.subset && isCff(face) ? id : (stock?.codes.size ?? 0) + own.size + 1
    const coded = { code, glyph: id, text }
    own.set(name, coded)
    return coded
  }
  return {
    face,
    name: `/${key}`,
    ref,
    show(run) {
      const known = stock?.shown.get(run)
      if (known) return known
      let highest = 0
      const pieces = piecesOf(face, run, (glyph) => {
        const { code } = codeOf(glyph)
        highest = Math.max(highest, code)
        return code
      })
      if (stock && highest <= stock.codes.size) stock.shown.set(run, pieces)
      return pieces
    },
    finish() {
      const coded = [...(stock?.codes.values() ?? []), ...own.values()].sort((a, b) => a.code - b.code)
      if (!stock || own.size > 0 || how.listed) return putFont(file, ref, face, fontStreams(face, coded, how), how)
      stock.streams ??= fontStreams(face, coded, how)
      putFont(file, ref, face, stock.streams, how)
    },
  }
}

/**
 * What every document has of a face, whether it uses all of it or not: the letters that most papers need, under the
 * same codes in each. So cutting the font, compressing it and naming the letters of fixed wording is done once.
 */
interface Stock {
  readonly codes: ReadonlyMap<string, Coded>
  /** Strings that need no other glyph. */
  readonly shown: WeakMap<Run, readonly ShownPiece[]>
  streams?: FontStreams
}

const stocks = new WeakMap<Uint8Array, Stock>()

function stockOf(face: LoadedFace): Stock {
  const known = stocks.get(face.bytes)
  if (known) return known
  const glyphs = [...face.always].map((text) => ({ glyph: face.shaper.spell(text).glyphs[0]?.id ?? 0, text }))
  const codes = new Map(glyphs.map(({ glyph, text }, at) => [nameOf(glyph, text), { code: at + 1, glyph, text }]))
  const stock: Stock = { codes, shown: new WeakMap() }
  stocks.set(face.bytes, stock)
  return stock
}

const nameOf = (id: number, text: string) => `${id} ${text}`

function piecesOf(face: LoadedFace, { glyphs }: Run, codeOf: (glyph: PlacedGlyph) => number): ShownPiece[] {
  const scale = 1000 / face.shaper.unitsPerEm
  const pieces: ShownPiece[] = []
  let [shown, codes, rise] = ['', '', 0]
  const endCodes = () => {
    if (codes) shown += `<${codes}>`
    codes = ''
  }
  const flush = () => {
    endCodes()
    if (shown) pieces.push({ rise, shown: `[${shown}]` })
    shown = ''
  }
  const shift = (units: number) => {
    if (units === 0) return
    endCodes()
    shown += `${number(units * scale)} `
  }
  for (const glyph of glyphs) {
    if (glyph.y !== rise) {
      flush()
      rise = glyph.y
    }
    shift(-glyph.x)
    codes += hex(codeOf(glyph))
    shift(glyph.x + face.shaper.advanceOf(glyph.id) - glyph.advance)
  }
  flush()
  return pieces
}
