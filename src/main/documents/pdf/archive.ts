import { deflateSync } from 'node:zlib'
import type { PdfFile, Ref } from './file.ts'
import { srgbProfile } from './srgb.ts'
import { array, dateString, dict, plainString, textString } from './syntax.ts'

/** What makes a file one to be kept: what it says of itself, twice and alike, and which colours are meant (ISO 19005-2, 6.2.3 and 6.6). */

export interface About {
  readonly title: string
  readonly maker: string
  readonly instant: Date
  /** Part and level of the standard. */
  readonly archive: '2U' | '1B'
}

/** Writes the document information dictionary. */
export const putInfo = (file: PdfFile, { title, maker, instant }: About): Ref =>
  file.put(
    dict({
      Title: textString(title),
      Author: textString(maker),
      Creator: textString(maker),
      Producer: textString(maker),
      CreationDate: dateString(instant),
      ModDate: dateString(instant),
    }),
  )

/** Writes the same as XMP, not compressed, so that programs find it that know no PDF. */
export const putMetadata = (file: PdfFile, about: About): Ref =>
  file.putStream('/Type/Metadata/Subtype/XML', Buffer.from(xmp(about)))

let profile: Uint8Array | undefined

/** Writes the intent to print sRGB, and gives the array of the catalogue's `OutputIntents`. */
export function putOutputIntent(file: PdfFile): string {
  profile ??= deflateSync(srgbProfile())
  const intent = dict({
    Type: '/OutputIntent',
    S: '/GTS_PDFA1',
    OutputConditionIdentifier: plainString('sRGB IEC61966-2.1'),
    DestOutputProfile: file.putStream('/N 3/Filter/FlateDecode', profile),
  })
  return array([file.put(intent)])
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

function xmp({ title, maker, instant, archive: [part, level] }: About): string {
  const by = escaped(maker)
  const at = `${instant.toISOString().slice(0, 19)}Z`
  const about = (prefix: string, space: string, properties: string) =>
    `<rdf:Description rdf:about="" xmlns:${prefix}="${space}">${properties}</rdf:Description>`
  const titles = `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt>`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
${about(
  'dc',
  'http://purl.org/dc/elements/1.1/',
  `<dc:format>application/pdf</dc:format><dc:title>${titles}</dc:title><dc:creator><rdf:Seq><rdf:li>${by}</rdf:li></rdf:Seq></dc:creator>`,
)}
${about(
  'xmp',
  'http://ns.adobe.com/xap/1.0/',
  `<xmp:CreatorTool>${by}</xmp:CreatorTool><xmp:CreateDate>${at}</xmp:CreateDate><xmp:ModifyDate>${at}</xmp:ModifyDate><xmp:MetadataDate>${at}</xmp:MetadataDate>`,
)}
${about('pdf', 'http://ns.adobe.com/pdf/1.3/', `<pdf:Producer>${by}</pdf:Producer>`)}
${about(
  'pdfaid',
  'http://www.aiim.org/pdfa/ns/id/',
  `<pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>${level}</pdfaid:conformance>`,
)}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`
}
