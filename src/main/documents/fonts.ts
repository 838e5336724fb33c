import { createHash } from 'node:crypto'
import type { FontFace, TextMetrics } from '../../shared/documents/display-list.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { create, type Font, type FontFeatures, type Glyph, type GlyphPosition } from './pdf/fontkit.ts'

/** The faces of the printed papers: verified, parsed once, every string shaped once. */

interface FontFile {
  readonly file: string
  readonly sha256: string
  /** Name in the PDF: six letters that mark a subset, as ISO 32000-1, 9.6.4 asks, then the PostScript name. */
  readonly pdfName: string
  readonly features: FontFeatures
}

// Noto splits letters such as “ị” into base and mark (ccmp) and joins “fi” (liga): drawn alike, but a reader aloud
// and a search would then find other letters than the ones that were printed.
const whole: FontFeatures = { ccmp: false, liga: false }

/** The files of `assets/fonts` by face. */
export const fontFiles: Readonly<Record<FontFace, FontFile>> = {
  regular: {
    file: 'NotoSans-Regular.ttf',
    sha256: 'fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614',
    pdfName: 'PASREG+NotoSans-Regular',
    features: whole,
  },
  bold: {
    file: 'NotoSans-Bold.ttf',
    sha256: '13a813c49624ae3ba3c5c6e72c5ebffc4b9e1e6ea32f421c04069b037c6ad431',
    pdfName: 'PASBLD+NotoSans-Bold',
    features: whole,
  },
  arabic: {
    file: 'NotoSansArabic-Bold.ttf',
    sha256: 'a86a704ff8b315082f4859b04c2f8f746f4cefb14553ef10505f143e0d4829d3',
    pdfName: 'PASARB+NotoSansArabic-Bold',
    features: {},
  },
  ethiopic: {
    file: 'NotoSansEthiopic-Bold.ttf',
    sha256: 'b968f7d5c79d6caaff5e29031b1598555f4b154de7456dd51b7c866f90d37597',
    pdfName: 'PASETH+NotoSansEthiopic-Bold',
    features: {},
  },
  ocrb: {
    file: 'OCRB.otf',
    sha256: '84558d47dbc19bb5887cc7b72ed62c64534fd00f0b569d28e6dc63b71fe27707',
    pdfName: 'PASOCR+OCRB-Regular',
    features: {},
  },
}

/** A shaped string: glyphs from left to right and where each stands, in font units. */
export interface Run {
  readonly glyphs: readonly Glyph[]
  readonly positions: readonly GlyphPosition[]
  readonly rightToLeft: boolean
}

export interface LoadedFace extends FontFile {
  readonly bytes: Uint8Array
  readonly font: Font
  /** Glyphs of `text`, remembered. */
  run(text: string): Run
  /** Absent where the glyphs themselves read as `text`; else its letters, to be laid unseen over the drawn shapes. */
  spelled(text: string): Run | undefined
}

export interface DocumentFonts {
  readonly faces: Readonly<Record<FontFace, LoadedFace>>
  readonly metrics: TextMetrics
}

/**
 * Reads and verifies every face; `read` gives the bytes of a file of `assets/fonts` and throws if it is not there.
 * Parsing takes about 0.2 s: load once for the life of a worker. Fails with `documents.font_damaged`.
 */
export function loadDocumentFonts(read: (file: string) => Uint8Array): Result<DocumentFonts> {
  const faces: Partial<Record<FontFace, LoadedFace>> = {}
  for (const [face, file] of Object.entries(fontFiles) as [FontFace, FontFile][]) {
    const bytes = readVerified(read, file)
    if (!bytes) return fail('documents.font_damaged', { file: file.file })
    faces[face] = loadFace(file, bytes)
  }
  const loaded = faces as Record<FontFace, LoadedFace>
  return ok({ faces: loaded, metrics: metricsOf(loaded) })
}

function readVerified(read: (file: string) => Uint8Array, { file, sha256 }: FontFile): Uint8Array | undefined {
  let bytes: Uint8Array
  try {
    bytes = read(file)
  } catch {
    return undefined // the failure names the file
  }
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined
}

/** More strings than a page holds many times over; beyond that, names of people long gone are forgotten. */
const rememberedRuns = 4000

function loadFace(file: FontFile, bytes: Uint8Array): LoadedFace {
  const font = create(bytes)
  const run = remembered((text) => shape(font, text, file.features))
  const spelled = remembered((text) =>
    isReadable(run(text), text) ? undefined : spell(font, text, run(text).rightToLeft),
  )
  return { ...file, bytes, font, run, spelled }
}

function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (known.has(text)) return known.get(text) as T
    if (known.size >= rememberedRuns) known.clear()
    const made = make(text)
    known.set(text, made)
    return made
  }
}

function shape(font: Font, text: string, features: FontFeatures): Run {
  // fontkit keeps a glyph with the code points of its first use: forgotten here, or the text layer of a document
  // would depend on the documents made before it.
  font._glyphs = {}
  const { glyphs, positions, direction } = font.layout(text, features)
  return { glyphs, positions: positions ?? [], rightToLeft: direction === 'rtl' }
}

/**
 * The letters of `text` one by one, unjoined, from left to right as they stand on the page: not to be seen,
 * but to be found. For runs that are not readable.
 */
function spell(font: Font, text: string, rightToLeft: boolean): Run {
  const letters = [...text].map((letter) => {
    const codePoint = letter.codePointAt(0) ?? 0
    return Object.create(font.glyphForCodePoint(codePoint), { codePoints: { value: [codePoint] } }) as Glyph
  })
  const glyphs = rightToLeft ? letters.toReversed() : letters
  const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }))
  return { glyphs, positions, rightToLeft }
}

/** Would a reader of the glyphs, one by one, find `text`? Not where dots and marks became glyphs of their own. */
function isReadable({ glyphs, rightToLeft }: Run, text: string): boolean {
  const logical = rightToLeft ? glyphs.toReversed() : glyphs
  const found = String.fromCodePoint(...logical.flatMap((glyph) => glyph.codePoints))
  return found === text && glyphs.every((glyph) => glyph.codePoints.length > 0)
}

function metricsOf(faces: Readonly<Record<FontFace, LoadedFace>>): TextMetrics {
  const coverage = new Map(Object.entries(faces).map(([face, { font }]) => [face, new Set(font.characterSet)]))
  return {
    width: (face, text, size) => (runWidth(faces[face].run(text)) * size) / faces[face].font.unitsPerEm,
    covers: (face, codePoint) => coverage.get(face)?.has(codePoint) ?? false,
  }
}

const runWidth = (run: Run) => run.positions.reduce((sum, position) => sum + position.xAdvance, 0)
