import {
  BufferFlag,
  ClusterLevel,
  Direction,
  Face,
  Feature,
  Font,
  Blob as FontBytes,
  Buffer as ShapedText,
  shape,
} from 'harfbuzzjs'

/**
 * Shaping by HarfBuzz, the engine of browsers and phones: letters that join, change places, melt together or bear
 * marks come out as their readers know them. fontkit, which cuts the subsets, shapes some Kurdish and Bengali wrong.
 */

/** A glyph and where it stands, in font units. */
export interface PlacedGlyph {
  readonly id: number
  /** What a reader of this glyph finds. */
  readonly text: string
  readonly advance: number
  readonly x: number
  readonly y: number
}

/** A shaped string: glyphs from left to right. */
export interface Run {
  readonly glyphs: readonly PlacedGlyph[]
  readonly advance: number
  /** Do programs that read glyph by glyph find the string? */
  readonly readable: boolean
  /** Has every letter a glyph and every mark a letter to stand on? */
  readonly sound: boolean
}

/** A part of an outline in font units: end points of moves (M) and lines (L), control points before them (Q, C), or the end (Z). */
export interface OutlinePart {
  readonly type: string
  readonly values: readonly number[]
}

export interface Shaper {
  readonly unitsPerEm: number
  covers(codePoint: number): boolean
  /** Width of a glyph as the font gives it. */
  advanceOf(glyph: number): number
  /** How far the ink of a glyph reaches above the line and beneath it, in font units, both from the line upwards. */
  reach(glyph: number): { readonly top: number; readonly bottom: number }
  outline(glyph: number): readonly OutlinePart[]
  shape(text: string): Run
  /** The letters of `text` one by one, unshaped, from left to right as they stand on the page: to be found, not to be seen. */
  spell(text: string): Run
}

/** Shapes with one face. `off` are OpenType features that stay off. */
export function shaperOf(bytes: Uint8Array, off: readonly string[]): Shaper {
  const face = new Face(new FontBytes(bytes))
  const font = new Font(face)
  const features = off.map((tag) => new Feature(tag, 0))
  const dottedCircle = font.nominalGlyph(0x25cc)
  return {
    unitsPerEm: face.upem,
    covers: (codePoint) => font.nominalGlyph(codePoint) !== undefined,
    advanceOf: (glyph) => font.glyphHAdvance(glyph),
    reach(glyph) {
      const { yBearing = 0, height = 0 } = font.glyphExtents(glyph) ?? {}
      return { top: yBearing, bottom: yBearing + height }
    },
    outline: (glyph) => font.glyphToJson(glyph),
    shape(text) {
      const glyphs = shapeWith(font, text, features)
      // HarfBuzz puts a dotted circle beneath a mark that has no letter.
      const sound = glyphs.every(({ id }) => id !== 0 && (id !== dottedCircle || text.includes('\u25cc')))
      return { glyphs, advance: advanceOf(glyphs), readable: isReadable(glyphs, text), sound }
    },
    spell(text) {
      const letters = isRightToLeft(text) ? [...text].toReversed() : [...text]
      const glyphs = letters.map((letter): PlacedGlyph => {
        const id = font.nominalGlyph(letter.codePointAt(0) ?? 0) ?? 0
        return { id, text: letter, advance: font.glyphHAdvance(id), x: 0, y: 0 }
      })
      return { glyphs, advance: advanceOf(glyphs), readable: true, sound: true }
    },
  }
}

const advanceOf = (glyphs: readonly PlacedGlyph[]) => glyphs.reduce((sum, { advance }) => sum + advance, 0)

const isRightToLeft = (text: string) => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)

/**
 * Each glyph one letter, in the order of the letters, and none without width but general marks such as U+0300:
 * PDFium and Poppler take any other for the end of a word or of a line, and hand the dots of Arabic letters to others.
 */
const isReadable = (glyphs: readonly PlacedGlyph[], text: string) =>
  !isRightToLeft(text) &&
  glyphs.map((glyph) => glyph.text).join('') === text &&
  glyphs.every((glyph) => glyph.text && (glyph.advance > 0 || /\p{Script=Inherited}/u.test(glyph.text)))

function shapeWith(font: Font, text: string, features: Feature[]): PlacedGlyph[] {
  const buffer = new ShapedText()
  // Marks keep their own place in the text; joiners shape and then vanish; no locale of this computer bends letters.
  buffer.setClusterLevel(ClusterLevel.MONOTONE_CHARACTERS)
  buffer.setFlags(BufferFlag.BOT | BufferFlag.EOT | BufferFlag.REMOVE_DEFAULT_IGNORABLES)
  buffer.setLanguage('und')
  buffer.addText(text)
  buffer.guessSegmentProperties()
  buffer.setDirection(isRightToLeft(text) ? Direction.RTL : Direction.LTR)
  shape(font, buffer, features)
  const positions = buffer.getGlyphPositions()
  const infos = buffer.getGlyphInfos()
  const texts = textsOf(
    infos.map(({ cluster }) => cluster),
    text,
  )
  return infos.map(({ codepoint }, index): PlacedGlyph => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    return { id: codepoint, text: texts[index] ?? '', advance: xAdvance, x: xOffset, y: yOffset }
  })
}

/** The letters of each cluster (its start in `text`), given to its first glyph. */
function textsOf(clusters: readonly number[], text: string): string[] {
  const starts = [...new Set(clusters)].sort((a, b) => a - b)
  const next = new Map(starts.map((start, index) => [start, starts[index + 1] ?? text.length]))
  return clusters.map((cluster, index) =>
    cluster === clusters[index - 1] ? '' : text.slice(cluster, next.get(cluster)),
  )
}
