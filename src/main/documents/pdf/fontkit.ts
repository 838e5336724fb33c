import * as fontkit from '@cantoo/fontkit'

/** The part of fontkit that we use, with the one private field that we must reset. */

export type FontFeatures = Record<string, boolean>
export type Glyph = fontkit.Glyph
export type GlyphPosition = fontkit.GlyphPosition
export type Font = fontkit.Font & { _glyphs: Record<number, Glyph> }

/** Parses a font file of one face. */
export const create = (bytes: Uint8Array): Font => fontkit.create(bytes) as Font
