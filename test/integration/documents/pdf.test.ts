import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRawStream,
  type PDFRef,
} from 'pdf-lib'
import { expect, onTestFinished, test, vi } from 'vitest'
import { fontFiles } from '../../../src/main/documents/font-files.ts'
import { type DocumentFonts, loadDocumentFonts } from '../../../src/main/documents/fonts.ts'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import { renderAcknowledgement, renderClaimantDocument } from '../../../src/main/documents/render.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { demoNames, ownScripts } from '../../support/own-scripts.ts'
import { acknowledged, claimant, fonts, portrait } from './samples.ts'

const claimantPdf = async (change = {}) => unwrap(await renderClaimantDocument(claimant(change), portrait, fonts)).pdf
const letterPdf = async (change = {}) => unwrap(await renderAcknowledgement(acknowledged(change), portrait, fonts)).pdf

const asTyped = (text: string) => text.normalize('NFC').replace(/[\u200c\u200d]/g, '')

test.each(ownScripts)('own-script names are found as they were typed: $code', async ({ code, hard }) => {
  for (const nativeName of [...hard, ...demoNames(code).slice(0, 3)])
    expect(asTyped(await pageText(await claimantPdf({ nativeName }), 0))).toContain(asTyped(nativeName))
})

test('the language of a name in its own script is not said to be English', async () => {
  const doc = await PDFDocument.load(await claimantPdf({ nativeName: 'নাসরিন' }), { updateMetadata: false })
  const languages = doc.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object.get(PDFName.of('Lang'))?.toString()] : []))
  expect(languages).toContain('(und-Beng)')
})

test.each(['مُحَمَّد', 'שָׁלוֹם'])(
  'a name from right to left is spelled out to readers of the tree: %s',
  async (nativeName) => {
    const doc = await PDFDocument.load(await claimantPdf({ nativeName }), { updateMetadata: false })
    const spelled = doc.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const text = object instanceof PDFDict && object.get(PDFName.of('ActualText'))
      return text instanceof PDFHexString ? [text.decodeText()] : []
    })
    expect(spelled).toEqual([nativeName.normalize('NFC')])
  },
)

test('every capital, condition and line of the machine-readable zone is found', async () => {
  const text = (await pageText(await claimantPdf({ familyName: 'Şükrü', givenNames: 'Łukasz Thị' }), 0)).replace(
    /\s+/g,
    ' ',
  )
  for (const part of [
    'ŞÜKRÜ',
    'ŁUKASZ THỊ',
    'R48219370',
    '2032-11-21',
    ...claimant().mrzLines,
    ...claimant().conditions.map((each) => each.fr),
  ]) {
    expect(text).toContain(part)
  }
})

// The last letter of both names is one glyph: fontkit remembers for whose sake it was first drawn.
test('the same data gives the same bytes, whatever was printed before and in whatever time zone', async () => {
  const fresh = () => unwrap(loadDocumentFonts((file) => readFileSync(`assets/fonts/${file}`)))
  const print = async (nativeName: string, faces: DocumentFonts) =>
    Buffer.from(unwrap(await renderClaimantDocument(claimant({ nativeName }), portrait, faces)).pdf)
  const first = await print('موسى', fresh())
  const used = fresh()
  vi.stubEnv('TZ', 'Asia/Kathmandu')
  onTestFinished(() => void vi.unstubAllEnvs())
  await print('علی', used)
  expect((await print('موسى', used)).equals(first)).toBe(true)
  expect((await print('موسى', used)).equals(first)).toBe(true)
})

test('any change of the data changes the bytes, and the same change gives the same bytes', async () => {
  const original = Buffer.from(await claimantPdf())
  const letters = fc
    .string({ unit: fc.constantFrom(...'ABCDEéßðłıİắ -’'), minLength: 1, maxLength: 40 })
    .filter((name) => name.trim().length > 0)
  await fc.assert(
    fc.asyncProperty(letters, async (familyName) => {
      const [once, again] = [await claimantPdf({ familyName }), await claimantPdf({ familyName })]
      expect(Buffer.from(once).equals(again)).toBe(true)
      expect(Buffer.from(once).equals(original)).toBe(false)
    }),
    { numRuns: 8 },
  )
})

test.each([
  ['document', () => claimantPdf()],
  ['letter', () => letterPdf()],
])('the %s is one tagged page of PDF/A with its language', async (_, make) => {
  const pdf = await make()
  const doc = await PDFDocument.load(pdf, { updateMetadata: false })
  const raw = Buffer.from(pdf).toString('latin1')
  expect(doc.getPageCount()).toBe(1)
  expect(raw).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(raw).toContain('<pdfaid:conformance>U</pdfaid:conformance>')
  expect(doc.catalog.lookup(PDFName.of('Lang'))?.toString()).toBe('(en-CA)')
  const types = structureTypes(doc, doc.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict))
  for (const type of ['/Document', '/H1', '/H2', '/P', '/Figure', '/Table', '/TR', '/TH', '/TD'])
    expect(types).toContain(type)
})

test('every figure says what it shows', async () => {
  const doc = await PDFDocument.load(await claimantPdf(), { updateMetadata: false })
  const figures = doc.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('S'))?.toString() === '/Figure' ? [object] : [],
    )
  expect(figures).toHaveLength(2)
  for (const figure of figures) expect(figure.lookup(PDFName.of('Alt'), PDFHexString).decodeText()).not.toBe('')
})

function structureTypes(doc: PDFDocument, element: PDFDict): string[] {
  const kids = element.lookup(PDFName.of('K'))
  const own = element.get(PDFName.of('S'))?.toString() ?? ''
  if (!(kids instanceof PDFArray)) return [own]
  return [
    own,
    ...kids.asArray().flatMap((kid) => {
      const child = doc.context.lookup(kid as PDFRef)
      return child instanceof PDFDict ? structureTypes(doc, child) : []
    }),
  ]
}

test('every font is embedded as a subset and every glyph drawn has a Unicode value', async () => {
  for (const nativeName of ['بيت پژمان', 'ሰላም', 'Ọ̀ṣun', 'শ্রীকৃষ্ণ', 'கௌதம்', 'हृषिकेश']) {
    const doc = await PDFDocument.load(await claimantPdf({ nativeName }), { updateMetadata: false })
    const page = doc.getPage(0)
    const drawn = drawnCodes(stream(page.node.Contents()))
    const faces = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
    expect(faces?.keys().length).toBeGreaterThanOrEqual(3)
    for (const key of faces?.keys() ?? []) {
      const font = faces?.lookup(key, PDFDict)
      expect(font?.lookup(PDFName.of('BaseFont'))?.toString()).toMatch(/^\/[A-Z]{6}\+/)
      const map = unicodeMap(stream(font?.lookup(PDFName.of('ToUnicode'))))
      for (const code of drawn.get(key.toString()) ?? [])
        expect(map.get(code), `${key} ${code}`).toMatch(/^(?!0000|FEFF|FFFE)[0-9A-F]{4,}$/i)
    }
  }
})

// Else each page would cut its fonts anew: the greater part of what a page took before.
test('wording and plain values need no letter beyond those that every paper brings along', async () => {
  const doc = await PDFDocument.load(await claimantPdf({ nativeName: null }), { updateMetadata: false })
  const faces = doc.getPage(0).node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
  for (const face of ['regular', 'bold', 'ocrb'] as const) {
    const map = unicodeMap(stream(faces?.lookup(PDFName.of(face), PDFDict).lookup(PDFName.of('ToUnicode'))))
    const letters = [...map.values()].map((value) => String.fromCharCode(Number.parseInt(value, 16)))
    expect([face, letters.slice(1).join('')], 'behind the range of all codes').toEqual([face, fontFiles[face].always])
  }
})

function stream(object: unknown): string {
  const streams = object instanceof PDFArray ? object.asArray().map((_, index) => object.lookup(index)) : [object]
  return streams
    .map((each) => Buffer.from(decodePDFRawStream(each as PDFRawStream).decode()).toString('latin1'))
    .join('\n')
}

/** Glyph codes shown with each font name. */
function drawnCodes(content: string): Map<string, Set<string>> {
  const codes = new Map<string, Set<string>>()
  let font = ''
  for (const [, name, array] of content.matchAll(/(\/\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = name
    for (const [, shown = ''] of (array ?? '').matchAll(/<(\w+)>/g))
      for (const code of shown.match(/.{4}/g) ?? [])
        codes.set(font, (codes.get(font) ?? new Set()).add(code.toUpperCase()))
  }
  return codes
}

const unicodeMap = (cmap: string) =>
  new Map([...cmap.matchAll(/^<(\w{4})> <(\w*)>$/gm)].map(([, code = '', value = '']) => [code.toUpperCase(), value]))
