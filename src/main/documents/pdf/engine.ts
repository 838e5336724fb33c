import { createHash } from 'node:crypto'
import { PDFDocument, type PDFFont, PDFHexString, PDFName, type PDFPage, PrintScaling } from 'pdf-lib'
import { type DisplayList, type FontFace, type Ink, inks } from '../../../shared/documents/display-list.ts'
import type { DocumentFonts, LoadedFace } from '../fonts.ts'
import { drawInk, portraitName } from './operators.ts'
import { drawTagged } from './structure.ts'
import { type EmbeddedFace, showText } from './text-operators.ts'

export interface PdfOptions {
  /** Dates inside the file: the instant of issue, ms since epoch. */
  readonly issuedAt: number
  /** False embeds whole fonts: only to check the subsets against. */
  readonly subset?: boolean
}

const maker = 'Passerelle'

/**
 * One page as PDF/A-2u, tagged, with embedded subset fonts. The same list, portrait and fonts always give the same
 * bytes, whatever was made before: nothing comes from a clock or from chance.
 */
export async function writePdf(
  list: DisplayList,
  portrait: Uint8Array | undefined,
  fonts: DocumentFonts,
  options: PdfOptions,
): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false })
  describe(doc, list, options)
  const page = doc.addPage([list.width, list.height])
  const embedded = await embedFaces(doc, page, list, fonts, options.subset ?? true)
  if (portrait) page.node.setXObject(PDFName.of(portraitName.slice(1)), (await doc.embedJpg(portrait)).ref)
  drawTagged(doc, page, list.root, (ink) => draw(ink, embedded))
  const id = PDFHexString.of(contentHash(list, portrait, options).slice(0, 32))
  doc.context.trailerInfo.ID = doc.context.obj([id, id])
  doc.convertToPDFA({ conformance: '2U' })
  return doc.save()
}

type EmbeddedFaces = ReadonlyMap<FontFace, EmbeddedFace>

function draw(ink: Ink, embedded: EmbeddedFaces) {
  if (ink.kind !== 'text' && ink.kind !== 'outline') return drawInk(ink)
  const face = embedded.get(ink.face)
  if (!face) throw new Error(`Face ${ink.face} was not embedded`)
  return showText(ink, face)
}

function describe(doc: PDFDocument, list: DisplayList, { issuedAt }: PdfOptions): void {
  const issued = new Date(issuedAt)
  doc.setTitle(list.title, { showInWindowTitleBar: true })
  // At any other scale the modules of bar code and seal stop being whole dots, and the zone leaves its pitch.
  doc.catalog.getOrCreateViewerPreferences().setPrintScaling(PrintScaling.None)
  doc.setAuthor(maker)
  doc.setCreator(maker)
  doc.setProducer(maker)
  doc.setCreationDate(issued)
  doc.setModificationDate(issued)
  doc.setLanguage(list.lang)
}

async function embedFaces(
  doc: PDFDocument,
  page: PDFPage,
  list: DisplayList,
  fonts: DocumentFonts,
  subset: boolean,
): Promise<EmbeddedFaces> {
  doc.registerFontkit({ create: (bytes) => sharedFont(Object.values(fonts.faces), bytes) })
  const used = new Set([...inks(list.root)].flatMap((ink) => ('face' in ink ? [ink.face] : [])))
  const embedded = new Map<FontFace, EmbeddedFace>()
  for (const name of used) {
    const face = fonts.faces[name]
    const customName = subset ? face.pdfName : face.pdfName.slice(7)
    const font = await doc.embedFont(face.bytes, { subset, customName, features: face.features })
    embedded.set(name, embeddedFace(page, face, font, name))
  }
  return embedded
}

function embeddedFace(page: PDFPage, face: LoadedFace, font: PDFFont, key: FontFace): EmbeddedFace {
  const name = PDFName.of(key)
  page.node.setFontDictionary(name, font.ref)
  return { face, name, encode: (text) => font.encodeText(text).asString() }
}

/** The parsed font that belongs to these bytes, laying out through its memory: parsing anew would cost 50 ms a face. */
function sharedFont(faces: readonly LoadedFace[], bytes: Uint8Array) {
  const face = faces.find((candidate) => candidate.bytes === bytes)
  if (!face) throw new Error('A font that was not loaded')
  return Object.create(face.font, { layout: { value: (text: string) => face.spelled(text) ?? face.run(text) } })
}

function contentHash(list: DisplayList, portrait: Uint8Array | undefined, options: PdfOptions): string {
  const hash = createHash('sha256').update(JSON.stringify([list, options]))
  return hash.update(portrait ?? '').digest('hex')
}
