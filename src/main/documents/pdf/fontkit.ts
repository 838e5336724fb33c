import * as fontkit from '@cantoo/fontkit'

/** The part of fontkit that we use: outlines and subsets. Shaping is HarfBuzz's. */

export type Font = fontkit.Font

/** Parses a font file of one face. */
export const create = (bytes: Uint8Array): Font => fontkit.create(bytes) as Font
