import { deflateSync } from 'node:zlib'
import type { LoadedFace } from '../fonts.ts'
import type { PdfFile, Ref } from './file.ts'
import { create, type Font } from './fontkit.ts'
import { array, dict, plainString, utf16 } from './syntax.ts'

/** A face as the objects of a PDF: a composite font of ISO 32000-1, 9.7, with Identity-H. */

/** A glyph that has a code in a document, and the text for which it stands there. */
export interface Coded {
  readonly code: number
  readonly glyph: number
  readonly text: string
}

export interface Cut {
  /** False embeds the whole font, to check the subset against. */
  readonly subset: boolean
  /** With a CIDSet, which PDF/A-1 asks of a subset and PDF/A-2 does not. */
  readonly listed: boolean
}

/** All of a font that takes time: its streams, compressed. */
export interface FontStreams {
  readonly program: { readonly entries: string; readonly bytes: Uint8Array }
  /** Glyph of each code; undefined for outlines of PostScript's kind. */
  readonly glyphMap: Uint8Array | undefined
  readonly toUnicode: Uint8Array
  readonly codeSet: Uint8Array | undefined
  readonly widths: string
}

/** Outlines of PostScript's kind: the file says `OTTO`. Such a font has no CIDToGIDMap: codes are its glyphs. */
export const isCff = ({ bytes }: LoadedFace): boolean => String.fromCharCode(...bytes.subarray(0, 4)) === 'OTTO'

export const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')

/** The font with these glyphs, in the order of their codes. The same glyphs give the same bytes. */
export function fontStreams(face: LoadedFace, coded: readonly Coded[], { subset, listed }: Cut): FontStreams {
  const cut = parsed(face).createSubset()
  const inFile = coded.map(({ glyph }) => (subset ? Number(cut.includeGlyph(glyph)) : glyph))
  if (isCff(face) && coded.some(({ code }, at) => code !== inFile[at])) throw new Error(`${face.file}: a code twice`)
  const program = subset ? cut.encode() : face.bytes
  const kind = subset ? 'CIDFontType0C' : 'OpenType'
  const entries = `${isCff(face) ? `/Subtype/${kind}` : `/Length1 ${program.length}`}/Filter/FlateDecode`
  return {
    program: { entries, bytes: deflateSync(program) },
    glyphMap: isCff(face) ? undefined : deflateSync(glyphMap(coded, inFile)),
    toUnicode: deflateSync(toUnicode(coded)),
    codeSet: listed ? deflateSync(codeSet(coded)) : undefined,
    widths: widths(face, coded),
  }
}

/** Writes the font under the number that the page knows. */
export function putFont(file: PdfFile, at: Ref, face: LoadedFace, streams: FontStreams, { subset }: Cut): void {
  const put = (bytes: Uint8Array | undefined) => bytes && file.putStream('/Filter/FlateDecode', bytes)
  const baseFont = `/${subset ? face.pdfName : face.pdfName.slice(7)}`
  const descendant = dict({
    Type: '/Font',
    Subtype: isCff(face) ? '/CIDFontType0' : '/CIDFontType2',
    BaseFont: baseFont,
    CIDSystemInfo: dict({ Registry: plainString('Adobe'), Ordering: plainString('Identity'), Supplement: 0 }),
    FontDescriptor: descriptor(file, face, baseFont, streams, put(streams.codeSet)),
    DW: 0,
    W: streams.widths,
    CIDToGIDMap: put(streams.glyphMap),
  })
  const font = dict({
    Type: '/Font',
    Subtype: '/Type0',
    BaseFont: baseFont,
    Encoding: '/Identity-H',
    DescendantFonts: array([file.put(descendant)]),
    ToUnicode: put(streams.toUnicode),
  })
  file.put(font, at)
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

function descriptor(file: PdfFile, face: LoadedFace, name: string, { program }: FontStreams, codes: Ref | undefined) {
  const font = parsed(face)
  const scale = (units: number) => Math.round((units * 1000) / font.unitsPerEm)
  const { minX, minY, maxX, maxY } = font.bbox
  const fixedPitch = isCff(face) ? 1 : 0
  return file.put(
    dict({
      Type: '/FontDescriptor',
      FontName: name,
      Flags: 4 + fixedPitch, // symbolic: not of the standard Latin set alone
      FontBBox: array([minX, minY, maxX, maxY].map(scale)),
      ItalicAngle: 0,
      Ascent: scale(font.ascent),
      Descent: scale(font.descent),
      CapHeight: scale(font.capHeight || font.ascent),
      StemV: 0,
      [isCff(face) ? 'FontFile3' : 'FontFile2']: file.putStream(program.entries, program.bytes),
      CIDSet: codes,
    }),
  )
}

function widths({ shaper }: LoadedFace, coded: readonly Coded[]): string {
  const width = (glyph: number) => Math.round((shaper.advanceOf(glyph) * 100_000) / shaper.unitsPerEm) / 100
  return array(
    coded.map(({ code, glyph }, at) => {
      const joined = at > 0 && coded[at - 1]?.code === code - 1
      const ends = coded[at + 1]?.code !== code + 1
      return `${joined ? '' : `${code}[`}${width(glyph)}${ends ? ']' : ''}`
    }),
  )
}

function glyphMap(coded: readonly Coded[], inFile: readonly number[]): Uint8Array {
  const map = new DataView(new ArrayBuffer(2 * ((coded.at(-1)?.code ?? 0) + 1)))
  coded.forEach(({ code }, at) => {
    map.setUint16(2 * code, inFile[at] ?? 0)
  })
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
