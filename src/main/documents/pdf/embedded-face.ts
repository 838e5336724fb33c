import { type PDFDict, type PDFDocument, PDFName, type PDFPage, PDFString } from 'pdf-lib'
import type { FontFace } from '../../../shared/documents/display-list.ts'
import type { LoadedFace } from '../fonts.ts'
import { create, type Font } from './fontkit.ts'
import type { PlacedGlyph } from './shaping.ts'

/**
 * A face in one document. A glyph has one code for each text that it stands for (one outline may be a Latin and a Greek
 * letter), so that the ToUnicode table is right for every single one; CIDToGIDMap leads all of them to the outline.
 */
export interface EmbeddedFace {
  readonly face: LoadedFace
  /** Its name among the page's resources. */
  readonly name: PDFName
  /** Code of a glyph, four hex digits. */
  code(glyph: PlacedGlyph): string
  /** Writes the font with the glyphs that had a code: once, when all is drawn. */
  finish(): void
}

interface Coded {
  readonly code: number
  readonly glyph: number
  /** Its number in the font program that is embedded. */
  readonly inFile: number
  readonly text: string
}

interface Cut {
  /** False embeds the whole font, to check the subset against. */
  readonly subset: boolean
  /** With a CIDSet, which PDF/A-1 asks of a subset and PDF/A-2 does not. */
  readonly listed: boolean
}

export function embedFace(doc: PDFDocument, page: PDFPage, face: LoadedFace, key: FontFace, how: Cut): EmbeddedFace {
  const { subset } = how
  const font = parsed(face)
  const cut = font.createSubset()
  const ref = doc.context.nextRef()
  const name = PDFName.of(key)
  page.node.setFontDictionary(name, ref)
  const codes = new Map<string, Coded>()
  return {
    face,
    name,
    code({ id, text }) {
      const known = codes.get(`${id} ${text}`)
      if (known) return hex(known.code)
      const inFile = subset ? Number(cut.includeGlyph(id)) : id
      // An outline font of the CFF kind has no CIDToGIDMap: its glyphs stand for one letter each.
      const code = isCff(face) ? inFile : codes.size + 1
      codes.set(`${id} ${text}`, { code, glyph: id, inFile, text })
      return hex(code)
    },
    finish() {
      const coded = [...codes.values()].sort((a, b) => a.code - b.code)
      if (new Set(coded.map(({ code }) => code)).size < coded.length) throw new Error(`${face.file}: a code twice`)
      const program = subset ? cut.encode() : face.bytes
      doc.context.assign(ref, fontDict(doc, face, font, coded, { ...how, program }))
    },
  }
}

const parsedFonts = new WeakMap<Uint8Array, Font>()

/** Parsing takes time: once for the life of the face. */
function parsed({ bytes }: LoadedFace): Font {
  const known = parsedFonts.get(bytes)
  if (known) return known
  const font = create(bytes)
  parsedFonts.set(bytes, font)
  return font
}

/** Outlines of PostScript's kind: the file says `OTTO`. */
const isCff = ({ bytes }: LoadedFace) => String.fromCharCode(...bytes.subarray(0, 4)) === 'OTTO'

const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, '0')

interface Program extends Cut {
  readonly program: Uint8Array
}

/** A composite font of ISO 32000-1, 9.7, with Identity-H. */
function fontDict(doc: PDFDocument, face: LoadedFace, font: Font, coded: readonly Coded[], file: Program): PDFDict {
  const { context } = doc
  const baseFont = file.subset ? face.pdfName : face.pdfName.slice(7)
  const descendant = context.obj({
    Type: 'Font',
    Subtype: isCff(face) ? 'CIDFontType0' : 'CIDFontType2',
    BaseFont: baseFont,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: descriptor(doc, face, font, baseFont, coded, file),
    DW: 0,
    W: widths(face, coded),
  })
  if (!isCff(face)) descendant.set(PDFName.of('CIDToGIDMap'), context.register(context.flateStream(glyphMap(coded))))
  return context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: baseFont,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
    ToUnicode: context.register(context.flateStream(toUnicode(coded))),
  })
}

function descriptor(
  { context }: PDFDocument,
  face: LoadedFace,
  font: Font,
  name: string,
  coded: readonly Coded[],
  { program, subset, listed }: Program,
) {
  const scale = (units: number) => Math.round((units * 1000) / font.unitsPerEm)
  const { minX, minY, maxX, maxY } = font.bbox
  const kind = subset ? 'CIDFontType0C' : 'OpenType'
  const file = context.flateStream(program, isCff(face) ? { Subtype: kind } : { Length1: program.length })
  const fixedPitch = isCff(face) ? 1 : 0
  return context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4 + fixedPitch, // symbolic: not of the standard Latin set alone
      FontBBox: [minX, minY, maxX, maxY].map(scale),
      ItalicAngle: 0,
      Ascent: scale(font.ascent),
      Descent: scale(font.descent),
      CapHeight: scale(font.capHeight || font.ascent),
      StemV: 0,
      [isCff(face) ? 'FontFile3' : 'FontFile2']: context.register(file),
      ...(listed ? { CIDSet: context.register(context.flateStream(codeSet(coded))) } : {}),
    }),
  )
}

function widths({ shaper }: LoadedFace, coded: readonly Coded[]): (number | number[])[] {
  const width = (glyph: number) => Math.round((shaper.advanceOf(glyph) * 100_000) / shaper.unitsPerEm) / 100
  return coded.flatMap(({ code, glyph }) => [code, [width(glyph)]])
}

function glyphMap(coded: readonly Coded[]): Uint8Array {
  const map = new DataView(new ArrayBuffer(2 * ((coded.at(-1)?.code ?? 0) + 1)))
  for (const { code, inFile } of coded) map.setUint16(2 * code, inFile)
  return new Uint8Array(map.buffer)
}

/** One bit for every code that has a glyph, and for 0. */
function codeSet(coded: readonly Coded[]): Uint8Array {
  const bits = new Uint8Array(Math.floor((coded.at(-1)?.code ?? 0) / 8) + 1)
  for (const code of [0, ...coded.map((each) => each.code)])
    bits[code >> 3] = (bits[code >> 3] ?? 0) | (0x80 >> (code & 7))
  return bits
}

/** At most a hundred entries a block, as Adobe's note 5014 asks. */
function toUnicode(coded: readonly Coded[]): string {
  const blocks = Array.from({ length: Math.ceil(coded.length / 100) }, (_, at) => coded.slice(100 * at, 100 * at + 100))
  const lines = blocks.flatMap((block) => [
    `${block.length} beginbfchar`,
    ...block.map(({ code, text }) => `<${hex(code)}> <${utf16(text)}>`),
    'endbfchar',
  ])
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${lines.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

/** A text in UTF-16, big end first, as hex. */
const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('')
