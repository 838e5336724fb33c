import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newPdf } from '../../../src/main/documents/pdf/file.ts'
import { srgbProfile } from '../../../src/main/documents/pdf/srgb.ts'
import { array, dict, textString } from '../../../src/main/documents/pdf/syntax.ts'

/** A file of one empty page with a title. */
function small(objectStreams: boolean, title = 'Été (1)'): Uint8Array {
  const file = newPdf()
  const [pages, page] = [file.reserve(), file.reserve()]
  const contents = file.putStream('', Buffer.from('0 0 10 10 re f'))
  file.put(dict({ Type: '/Page', Parent: pages, MediaBox: array([0, 0, 100, 200]), Contents: contents }), page)
  file.put(dict({ Type: '/Pages', Kids: array([page]), Count: 1 }), pages)
  const root = file.put(dict({ Type: '/Catalog', Pages: pages, Lang: undefined }))
  return file.write({ root, info: file.put(dict({ Title: textString(title) })), objectStreams })
}

test.each([true, false])('a file is read as it was written, object streams: %s', async (objectStreams) => {
  const doc = await PDFDocument.load(small(objectStreams), { updateMetadata: false, throwOnInvalidObject: true })
  expect(doc.getPage(0).getSize()).toEqual({ width: 100, height: 200 })
  const info = doc.context.lookup(doc.context.trailerInfo.Info, PDFDict)
  expect(info.lookup(PDFName.of('Title'), PDFHexString).decodeText()).toBe('Été (1)')
  expect(doc.catalog.has(PDFName.of('Lang'))).toBe(false)
})

test('every row of the table leads to its object', () => {
  const text = Buffer.from(small(false)).toString('latin1')
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1])
  const rows = text.slice(start).match(/^\d{10} \d{5} [nf] $/gm) ?? []
  expect(rows.length).toBe(6)
  for (const [number, row] of rows.slice(1).entries())
    expect(text.slice(Number(row.slice(0, 10))).startsWith(`${number + 1} 0 obj`)).toBe(true)
})

test('the id of a file is another once anything in it is, and only then', () => {
  const id = (file: Uint8Array) => /\/ID\[<(\w+)>/.exec(Buffer.from(file).toString('latin1'))?.[1]
  expect(id(small(true))).toBe(id(small(true)))
  expect(id(small(true))).not.toBe(id(small(true, 'Été (2)')))
})

test('an object that was promised and never put is a mistake', () => {
  const file = newPdf()
  file.reserve()
  expect(() => file.write({ root: '1 0 R', info: '1 0 R', objectStreams: true })).toThrow('Object 1')
})

test('the colour profile means sRGB to an engine of colours that others wrote', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'))
  try {
    const profile = join(folder, 'srgb.icc')
    writeFileSync(profile, srgbProfile())
    const colours = Buffer.from(Array.from({ length: 3 * 64 }, (_, at) => (at * 37) % 256))
    const raw = { width: 8, height: 8, channels: 3 } as const
    const png = await sharp(colours, { raw }).withIccProfile(profile).png().toBuffer()
    expect((await sharp(png).metadata()).icc?.length).toBe(srgbProfile().length)
    const turned = await sharp(png).toColourspace('srgb').raw().toBuffer()
    const off = colours.map((value, at) => Math.abs(value - (turned[at] ?? 0)))
    expect(Math.max(...off)).toBeLessThanOrEqual(2)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
