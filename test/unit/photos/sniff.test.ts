import fc from 'fast-check'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { lookOf } from '../../../src/main/demo/portraits.ts'
import type { photoErrors } from '../../../src/shared/errors/photos.ts'
import { explain } from '../../../src/shared/errors.ts'
import { fileKinds, sniff } from '../../../src/shared/photos/sniff.ts'
import { portraitJpeg, portraitPng, portraitSvg, wrongFiles, zip } from '../../support/portraits.ts'

test.each(Object.entries(wrongFiles))('a file that starts like %s is told as such', (kind, bytes) => {
  expect(sniff(bytes)).toBe(kind)
})

test('a drawn portrait is a JPEG, a PNG or an SVG by its bytes', async () => {
  expect(sniff(await portraitJpeg(1, {}, 100))).toBe('jpeg')
  expect(sniff(await portraitPng(1, {}, 100))).toBe('png')
  expect(sniff(new TextEncoder().encode(portraitSvg(lookOf(1))))).toBe('svg')
})

test('real files of other kinds are told as an independent library tells them', async () => {
  const picture = sharp(await portraitPng(1, {}, 100))
  const files = [
    await picture.webp().toBuffer(),
    await picture.gif().toBuffer(),
    await picture.tiff().toBuffer(),
    await picture.avif().toBuffer(),
    zip(),
  ]
  const names: Record<string, string> = { webp: 'webp', gif: 'gif', tif: 'tiff', avif: 'heic', zip: 'archive' }
  for (const file of files) {
    const told = await fileTypeFromBuffer(file)
    expect(sniff(file)).toBe(names[told?.ext ?? ''])
  }
})

test('a web page is told apart from a drawing, after a byte order mark or a comment', () => {
  const of = (text: string) => sniff(new TextEncoder().encode(text))
  expect(of('\ufeff  <!-- saved --><html><p></p></html>')).toBe('html')
  expect(of('<!doctype HTML>')).toBe('html')
  expect(of('<?xml version="1.0"?><html xmlns="x">')).toBe('html')
  expect(of('<note>hello</note>')).toBe('other')
})

test('any bytes give a kind', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => fileKinds.includes(sniff(bytes))))
})

test('every wrong kind has its own plain message in both languages', () => {
  const kinds = fileKinds.filter((kind) => kind !== 'jpeg' && kind !== 'png')
  const messages = kinds
    .map((kind) => `photo.is_${kind}` as keyof typeof photoErrors)
    .map((code) => [explain({ code, params: {} }, 'en'), explain({ code, params: {} }, 'fr')])
  expect(new Set(messages.map(([en]) => en?.message)).size).toBe(kinds.length)
  expect(new Set(messages.map(([, fr]) => fr?.message)).size).toBe(kinds.length)
})
