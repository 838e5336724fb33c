import { type DisplayList, type FontFace, type Ink, inks } from '../../../shared/documents/display-list.ts'
import { walkJpeg } from '../../../shared/photos/jpeg.ts'
import type { DocumentFonts } from '../fonts.ts'
import { type About, putInfo, putMetadata, putOutputIntent } from './archive.ts'
import { type EmbeddedFace, embedFace } from './embedded-face.ts'
import { newPdf, type PdfFile, type Ref } from './file.ts'
import { drawInk, portraitName } from './operators.ts'
import { drawTagged } from './structure.ts'
import { array, dict, number, plainString } from './syntax.ts'
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
export function writePdf(
  list: DisplayList,
  portrait: Uint8Array | undefined,
  fonts: DocumentFonts,
  { issuedAt, subset = true, archive = '2U' }: PdfOptions,
): Uint8Array {
  const file = newPdf()
  const [pages, page] = [file.reserve(), file.reserve()]
  const faces = embedFaces(file, list, fonts, { subset, listed: archive === '1B' })
  const { contents, structure } = drawTagged(file, page, list.root, (ink) => draw(ink, faces))
  for (const face of faces.values()) face.finish()
  const resources = dict({
    Font: dict(Object.fromEntries([...faces.values()].map(({ name, ref }) => [name.slice(1), ref]))),
    XObject: portrait && dict({ [portraitName.slice(1)]: putPortrait(file, portrait) }),
  })
  const mediaBox = array([0, 0, number(list.width), number(list.height)])
  const drawn = { Resources: resources, Contents: contents, StructParents: 0, Tabs: '/S' }
  file.put(dict({ Type: '/Page', Parent: pages, MediaBox: mediaBox, ...drawn }), page)
  file.put(dict({ Type: '/Pages', Kids: array([page]), Count: 1 }), pages)
  const about: About = { title: list.title, maker, instant: new Date(issuedAt), archive }
  const root = putCatalogue(file, about, { lang: list.lang, pages, structure })
  return file.write({ root, info: putInfo(file, about), objectStreams: archive === '2U' })
}

type EmbeddedFaces = ReadonlyMap<FontFace, EmbeddedFace>

function draw(ink: Ink, embedded: EmbeddedFaces) {
  if (ink.kind !== 'text' && ink.kind !== 'outline') return drawInk(ink)
  const face = embedded.get(ink.face)
  if (!face) throw new Error(`Face ${ink.face} was not embedded`)
  return showText(ink, face)
}

function embedFaces(
  file: PdfFile,
  list: DisplayList,
  fonts: DocumentFonts,
  cut: Parameters<typeof embedFace>[3],
): EmbeddedFaces {
  const used = new Set([...inks(list.root)].flatMap((ink) => ('face' in ink ? [ink.face] : [])))
  return new Map([...used].map((name) => [name, embedFace(file, fonts.faces[name], name, cut)]))
}

/** The picture as its bytes are. */
function putPortrait(file: PdfFile, jpeg: Uint8Array): Ref {
  const facts = walkJpeg(jpeg)?.facts
  if (!facts || facts.colour === 'cmyk') throw new Error('The portrait is no JPEG in grey or colour')
  const colours = facts.colour === 'grey' ? 'DeviceGray' : 'DeviceRGB'
  const size = `/Width ${facts.width}/Height ${facts.height}/BitsPerComponent ${facts.bitDepth}`
  return file.putStream(`/Type/XObject/Subtype/Image${size}/ColorSpace/${colours}/Filter/DCTDecode`, jpeg)
}

function putCatalogue(
  file: PdfFile,
  about: About,
  { lang, pages, structure }: { readonly lang: string; readonly pages: Ref; readonly structure: Ref },
): Ref {
  return file.put(
    dict({
      Type: '/Catalog',
      Pages: pages,
      Lang: plainString(lang),
      MarkInfo: dict({ Marked: 'true' }),
      StructTreeRoot: structure,
      // At any other scale the modules of bar code and seal stop being whole dots, and the zone leaves its pitch.
      ViewerPreferences: dict({ DisplayDocTitle: 'true', PrintScaling: '/None' }),
      Metadata: putMetadata(file, about),
      OutputIntents: putOutputIntent(file),
    }),
  )
}
