import { createHash } from 'node:crypto'
import { PDFDocument, PDFHexString, PDFName, type PDFPage, PrintScaling } from 'pdf-lib'
import { type DisplayList, type FontFace, type Ink, inks } from '../../../shared/documents/display-list.ts'
import type { DocumentFonts } from '../fonts.ts'
import { type EmbeddedFace, embedFace } from './embedded-face.ts'
import { drawInk, portraitName } from './operators.ts'
import { drawTagged } from './structure.ts'
import { showText } from './text-operators.ts'

export interface PdfOptions {
  /** Dates inside the file: the instant of issue, ms since epoch. */
  readonly issuedAt: number
  /** False embeds whole fonts: only to check the subsets against. */
  readonly subset?: boolean
  /** `1B` only for checkers that know no later part: the same page, with what that part asks beyond. */
  readonly archive?: '2U' | '1B'
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
  const embedded = embedFaces(doc, page, list, fonts, options)
  if (portrait) page.node.setXObject(PDFName.of(portraitName.slice(1)), (await doc.embedJpg(portrait)).ref)
  drawTagged(doc, page, list.root, (ink) => draw(ink, embedded))
  for (const face of embedded.values()) face.finish()
  const id = PDFHexString.of(contentHash(list, portrait, options).slice(0, 32))
  doc.context.trailerInfo.ID = doc.context.obj([id, id])
  const { archive = '2U' } = options
  doc.convertToPDFA({ conformance: archive })
  return doc.save({ useObjectStreams: archive === '2U' })
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

function embedFaces(
  doc: PDFDocument,
  page: PDFPage,
  list: DisplayList,
  fonts: DocumentFonts,
  { subset = true, archive }: PdfOptions,
): EmbeddedFaces {
  const cut = { subset, listed: archive === '1B' }
  const used = new Set([...inks(list.root)].flatMap((ink) => ('face' in ink ? [ink.face] : [])))
  return new Map([...used].map((name) => [name, embedFace(doc, page, fonts.faces[name], name, cut)]))
}

function contentHash(list: DisplayList, portrait: Uint8Array | undefined, options: PdfOptions): string {
  const hash = createHash('sha256').update(JSON.stringify([list, options]))
  return hash.update(portrait ?? '').digest('hex')
}
