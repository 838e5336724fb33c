import { createHash } from 'node:crypto'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { join, text } from '../../../src/shared/photos/bytes.ts'
import { exifDate } from '../../../src/shared/photos/exif.ts'
import { walkJpeg } from '../../../src/shared/photos/jpeg.ts'
import type { WalkedPicture } from '../../../src/shared/photos/picture.ts'
import { walkPng } from '../../../src/shared/photos/png.ts'
import {
  cmykJpeg,
  greyJpeg,
  portraitJpeg,
  portraitPng,
  truncated,
  withExif,
  withTrailingZip,
  zip,
} from '../../support/portraits.ts'

const walked = (picture: WalkedPicture | null): WalkedPicture => {
  if (!picture) throw new Error('could not be walked')
  return picture
}
/** Digest of the decoded picture. */
const pixels = async (bytes: Uint8Array) =>
  createHash('sha256')
    .update(await sharp(bytes).raw().toBuffer())
    .digest('hex')
const holds = (bytes: Uint8Array, marker: string) => Buffer.from(bytes).includes(marker, 0, 'latin1')

test('cleaning a phone’s JPEG cuts camera, date and place and leaves every pixel as it was', async () => {
  const original = await withExif({ takenAt: '2026:10:05 09:30:00', gps: true })
  const { facts, clean } = walked(walkJpeg(original))
  expect(facts).toMatchObject({
    takenOn: '2026-10-05',
    hadGps: true,
    orientation: 1,
    truncated: false,
    trailingBytes: 0,
  })
  expect(holds(original, 'secret-marker')).toBe(true)
  expect(holds(clean, 'secret-marker')).toBe(false)
  expect(holds(clean, 'Exif')).toBe(false)
  expect(await pixels(clean)).toEqual(await pixels(original))
})

test('the coded picture data of a JPEG stays byte for byte', async () => {
  const original = Buffer.from(await withExif({ gps: true }))
  const { clean } = walked(walkJpeg(original))
  const scan = original.subarray(original.indexOf(Buffer.of(0xff, 0xda)))
  expect(Buffer.from(clean).subarray(-scan.length)).toEqual(scan)
})

test.each([2, 3, 4, 5, 6, 7, 8])(
  'orientation %i survives the cleaning, and nothing else of the EXIF block',
  async (orientation) => {
    const original = await withExif({ orientation, gps: true })
    const { facts, clean } = walked(walkJpeg(original))
    expect(facts.orientation).toBe(orientation)
    const kept = await sharp(clean).metadata()
    expect(kept.orientation).toBe(orientation)
    expect(kept.exif?.length).toBe(32)
    expect(await pixels(await sharp(clean).autoOrient().toBuffer())).toEqual(
      await pixels(await sharp(original).autoOrient().toBuffer()),
    )
  },
)

test('a comment, an IPTC block and a ZIP archive behind the end are cut from a JPEG', async () => {
  const hidden = await withTrailingZip()
  const comment = (marker: number, content: string) =>
    join([Uint8Array.of(0xff, marker, 0, content.length + 2), Buffer.from(content)])
  const original = join([
    hidden.subarray(0, 2),
    comment(0xfe, 'a comment'),
    comment(0xed, 'Photoshop 3.0'),
    hidden.subarray(2),
  ])
  const { facts, clean } = walked(walkJpeg(original))
  expect(facts).toMatchObject({ trailingBytes: zip().length, trailingKind: 'archive', metadataBytes: 30 })
  for (const marker of ['PK\x03\x04', 'a comment', 'Photoshop']) expect(holds(clean, marker)).toBe(false)
  expect(await pixels(clean)).toEqual(await pixels(await portraitJpeg(1)))
})

test('a colour profile stays, and a block that only pretends to be one goes', async () => {
  const wide = await sharp(await portraitJpeg(1))
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()
  const kept = walked(walkJpeg(wide))
  expect(kept.facts.hasColourProfile).toBe(true)
  expect((await sharp(kept.clean).metadata()).icc).toEqual((await sharp(wide).metadata()).icc)
  const plain = await portraitJpeg(1)
  const false_ = Buffer.concat([
    Buffer.of(0xff, 0xe2, 0, 30),
    Buffer.from('ICC_PROFILE\0\x01\x01stolen-secrets', 'latin1'),
  ])
  const { facts, clean } = walked(walkJpeg(join([plain.subarray(0, 2), false_, plain.subarray(2)])))
  expect(facts.hasColourProfile).toBe(false)
  expect(holds(clean, 'stolen')).toBe(false)
})

test('progressive, grey and CMYK pictures are told and cleaned without loss', async () => {
  const progressive = await sharp(await portraitJpeg(1))
    .jpeg({ progressive: true })
    .toBuffer()
  for (const [original, expected] of [
    [progressive, { progressive: true, colour: 'rgb' }],
    [await greyJpeg(), { colour: 'grey' }],
    [await cmykJpeg(), { colour: 'cmyk' }],
  ] as const) {
    const { facts, clean } = walked(walkJpeg(original))
    expect(facts).toMatchObject(expected)
    expect(await pixels(clean)).toEqual(await pixels(original))
  }
})

test('a JPEG cut short anywhere is told as truncated or unreadable', async () => {
  for (const share of [0.02, 0.3, 0.6, 0.999]) {
    const result = walkJpeg(await truncated(share))
    expect(result === null || result.facts.truncated).toBe(true)
  }
})

test('text, time and a trailing archive are cut from a PNG; pixels, palette and transparency stay', async () => {
  const base = await sharp(await portraitPng(1, {}, 140))
    .ensureAlpha(0.5)
    .png({ palette: true })
    .withExif({ IFD0: { Software: 'secret-marker' } })
    .toBuffer()
  const original = join([base, zip()])
  const { facts, clean } = walked(walkPng(original))
  expect(facts).toMatchObject({ colour: 'palette', hasAlpha: true, truncated: false, trailingKind: 'archive' })
  expect(holds(base, 'secret-marker')).toBe(true)
  expect(holds(clean, 'secret-marker')).toBe(false)
  expect(await pixels(clean)).toEqual(await pixels(base))
})

test('depth, interlacing and orientation of a PNG are told', async () => {
  const deep = await sharp(await portraitPng(1, {}, 70))
    .toColourspace('rgb16')
    .png({ progressive: true })
    .toBuffer()
  expect(walked(walkPng(deep)).facts).toMatchObject({ bitDepth: 16, progressive: true, colour: 'rgb' })
  const turned = await sharp(await portraitPng(1, {}, 70))
    .withMetadata({ orientation: 6 })
    .png()
    .toBuffer()
  const { facts, clean } = walked(walkPng(turned))
  expect(facts.orientation).toBe(6)
  expect((await sharp(clean).metadata()).orientation).toBe(6)
})

test('a PNG with a wrong checksum or an unknown critical chunk is refused', async () => {
  const sound = await portraitPng(1, {}, 70)
  const broken = Uint8Array.from(sound)
  broken[60] = (broken[60] ?? 0) ^ 1
  expect(walkPng(sound)).not.toBeNull()
  expect(walkPng(broken)).toBeNull()
  const at = Buffer.from(sound).indexOf('IDAT')
  const renamed = Buffer.from(sound)
  renamed.write('XDAT', at, 'latin1')
  expect(walkPng(renamed)).toBeNull()
})

test('cleaning what is clean changes nothing', async () => {
  for (const original of [await withExif({ orientation: 6, gps: true }), await withTrailingZip(), await cmykJpeg()]) {
    const once = walked(walkJpeg(original)).clean
    expect(walked(walkJpeg(once)).clean).toEqual(once)
  }
})

test('no bytes whatever make the walk throw, read past the end or grow the file', async () => {
  const seeds = [
    await withExif({ orientation: 6, takenAt: '2026:10:05 09:30:00', gps: true }),
    await portraitPng(2, {}, 70),
    await greyJpeg(),
  ].map((bytes) => bytes.subarray(0, 6000))
  const change = fc.record({ at: fc.nat(5999), value: fc.integer({ min: 0, max: 255 }) })
  fc.assert(
    fc.property(
      fc.constantFrom(...seeds),
      fc.array(change, { maxLength: 40 }),
      fc.nat(6000),
      (seed, changes, length) => {
        const bytes = Uint8Array.from(seed)
        for (const { at, value } of changes) if (at < bytes.length) bytes[at] = value
        const cut = bytes.subarray(0, Math.max(8, length))
        for (const result of [walkJpeg(cut), walkPng(cut)]) {
          if (!result) continue
          expect(result.clean.length).toBeLessThanOrEqual(cut.length + 64)
          expect(result.facts.trailingBytes).toBeLessThanOrEqual(cut.length)
        }
      },
    ),
    { numRuns: 2000 },
  )
})

test('only real days are taken for the day of the photo', () => {
  expect(exifDate('2024:02:29')).toBe('2024-02-29')
  for (const written of ['2025:02:29', '2026:13:01', '0000:00:00', '2026-01-01', '    :  :  '])
    expect(exifDate(written)).toBeNull()
  expect(text(Uint8Array.of(65), 0, 10)).toBe('A')
})
