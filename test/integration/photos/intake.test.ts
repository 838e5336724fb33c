import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { decode } from '../../../src/main/photos/decode.ts'
import { takeIn } from '../../../src/main/photos/intake.ts'
import { join } from '../../../src/shared/photos/bytes.ts'
import { crc32 } from '../../../src/shared/photos/crc32.ts'
import { deskLimits, photoPolicies } from '../../../src/shared/photos/policy.ts'
import { unwrap } from '../../../src/shared/result.ts'
import {
  bombJpeg,
  bombPng,
  cmykJpeg,
  greyJpeg,
  heavyJpeg,
  portraitJpeg,
  portraitPng,
  truncated,
  withExif,
  withTrailingZip,
  wrongFiles,
} from '../../support/portraits.ts'
import { sharedData } from '../../support/shared-data.ts'

const policy = photoPolicies['refugee-document']
const given = { today: '2026-11-22' }
const take = (bytes: Uint8Array, more = {}) => takeIn(bytes, policy, decode, { ...given, ...more })
const failure = async (bytes: Uint8Array) => {
  const result = await take(bytes)
  return result.ok ? 'taken' : result.failure.code
}
const codes = async (bytes: Uint8Array, severity: string) =>
  unwrap(await take(bytes)).findings.flatMap((each) => (each.level === severity ? [each.id] : []))

test('a drawn portrait is taken in with nothing to review but its unknown age, and both hashes are of the right bytes', async () => {
  const bytes = await portraitJpeg(4)
  const photo = unwrap(await take(bytes))
  const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')
  expect(photo.findings.filter(({ level }) => level !== 'ok').map(({ id }) => id)).toEqual(['age'])
  expect(photo).toMatchObject({ width: 420, height: 540, arrived: { sha256: hash(bytes), bytes: bytes.length } })
  expect(photo.original).toMatchObject({ sha256: hash(photo.original.bytes), mime: 'image/jpeg' })
})

test('the same bytes give the same answer', async () => {
  const bytes = await withExif({ orientation: 6, takenAt: '2026:01:02 03:04:05', gps: true })
  expect(await take(bytes)).toEqual(await take(bytes))
})

test.each(Object.entries(wrongFiles))('%s is refused by its own name', async (kind, bytes) => {
  expect(await failure(bytes)).toBe(`photo.is_${kind}`)
})

test('a program renamed .jpg, and one that starts like a JPEG, are refused', async () => {
  expect(await failure(Buffer.from('MZ this is not a photo'))).toBe('photo.is_executable')
  expect(await failure(join([Uint8Array.of(0xff, 0xd8, 0xff), Buffer.from('MZ'.repeat(500))]))).toBe('photo.unreadable')
})

test('a truncated picture is told as such', async () => {
  expect(await failure(await truncated(0.6))).toBe('photo.truncated')
  const png = await portraitPng(1, {}, 140)
  expect(await failure(png.subarray(0, png.length - 400))).toBe('photo.truncated')
})

test('a picture whose data is damaged inside is refused, not half shown', async () => {
  const png = Uint8Array.from(await portraitPng(1, {}, 140))
  png.fill(7, 2000, 2100)
  expect(await failure(png)).toBe('photo.unreadable')
})

test('a PNG that ends early inside its compressed data is refused although every checksum is right', async () => {
  const png = Buffer.from(await portraitPng(1, {}, 140))
  const start = png.indexOf('IDAT') - 4
  const half = png.readUInt32BE(start) >> 1
  const cut = Buffer.concat([png.subarray(0, start + 8 + half), Buffer.alloc(4), png.subarray(png.length - 12)])
  cut.writeUInt32BE(half, start)
  cut.writeUInt32BE(crc32(cut.subarray(start + 4, start + 8 + half)), start + 8 + half)
  expect(await failure(cut)).toMatch(/^photo\.(truncated|unreadable)$/)
})

test('a JPEG with damage amid its data is taken, and the officer told to look', async () => {
  const damaged = Uint8Array.from(await portraitJpeg(1))
  damaged.set([0xff, 0xd3], Math.floor(damaged.length * 0.6))
  expect(await codes(damaged, 'review')).toEqual(['damaged'])
})

test('a file of more than 20 MB is refused with both numbers before it is walked', async () => {
  const result = await take(await heavyJpeg(20_500_000))
  expect(result).toMatchObject({ ok: false, failure: { code: 'photo.too_many_bytes', params: { limit: 20 } } })
})

test('a header that claims 60000 x 60000 pixels is refused without decoding', async () => {
  const never = () => Promise.reject(new Error('decoded'))
  for (const bytes of [await bombJpeg(), await bombPng()]) {
    const result = await takeIn(bytes, policy, never, given)
    expect(result).toMatchObject({
      failure: { code: 'photo.too_many_pixels', params: { width: 60_000, height: 60_000 } },
    })
  }
})

test('a true bomb that lies in no header is stopped by the decoder’s own limit', async () => {
  const bytes = await portraitJpeg(1)
  const limits = { ...deskLimits, maxPixels: 1000 }
  expect(await decode(bytes, limits)).toMatchObject({ ok: false, failure: { code: 'photo.too_many_pixels' } })
})

test('an office may set a lower limit of size', async () => {
  const result = await take(await portraitJpeg(1), { limits: { ...deskLimits, maxBytes: 10_000 } })
  expect(result).toMatchObject({ failure: { code: 'photo.too_many_bytes' } })
})

test('grey, printing colours and see-through parts are found on the picture itself', async () => {
  expect(await codes(await greyJpeg(), 'review')).toEqual(['greyscale'])
  const greyAsRgb = await sharp(await greyJpeg())
    .toColourspace('srgb')
    .jpeg()
    .toBuffer()
  expect(await codes(greyAsRgb, 'review')).toEqual(['greyscale'])
  expect(await codes(await cmykJpeg(), 'review')).toEqual(['cmyk'])
  const cutOut = await sharp(await portraitPng(1))
    .ensureAlpha(0.4)
    .png()
    .toBuffer()
  expect(await codes(cutOut, 'review')).toEqual(['transparency'])
  const opaque = await sharp(await portraitPng(1))
    .ensureAlpha()
    .png()
    .toBuffer()
  expect(await codes(opaque, 'review')).toEqual([])
})

test('sixteen bits, a palette and a wide-gamut profile are decoded', async () => {
  const portrait = sharp(await portraitPng(3))
  for (const bytes of [
    await portrait.clone().toColourspace('rgb16').png().toBuffer(),
    await portrait.clone().png({ palette: true }).toBuffer(),
    await portrait.clone().withIccProfile('p3').jpeg().toBuffer(),
  ]) {
    expect(await failure(bytes)).toBe('taken')
  }
})

test('no skin tone is taken for a picture without colour', async () => {
  for (let tone = 0; tone < 10; tone++) {
    expect(await codes(await portraitJpeg(50 + tone, { tone }), 'review')).toEqual([])
  }
})

test('an archive behind the picture is named and gone', async () => {
  const photo = unwrap(await take(await withTrailingZip()))
  expect(photo.findings[0]).toMatchObject({ id: 'trailing_file', level: 'review' })
  expect(photo.original.bytes).toEqual(await portraitJpeg(1))
})

test('the place never leaves the file that arrived', async () => {
  const photo = unwrap(await take(await withExif({ gps: true })))
  expect(photo.findings.map((each) => each.id)).toContain('place_removed')
  expect((await sharp(photo.original.bytes).metadata()).exif).toBeUndefined()
})

test('mutated pictures are taken or refused, and nothing throws', async () => {
  const seeds = [
    await portraitJpeg(1, {}, 70),
    await portraitPng(2, {}, 70),
    await sharp(await portraitJpeg(3, {}, 70))
      .jpeg({ progressive: true })
      .toBuffer(),
  ]
  const change = fc.record({ at: fc.nat(8000), value: fc.integer({ min: 0, max: 255 }) })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      async (seed, changes) => {
        const bytes = Uint8Array.from(seed)
        for (const { at, value } of changes) bytes[at % bytes.length] = value
        const result = await take(bytes)
        if (!result.ok) expect(result.failure.code).toMatch(/^photo\./)
      },
    ),
    { numRuns: 150 },
  )
})

const faces = sharedData('faces')
const pictures = existsSync(faces) ? readdirSync(faces).filter((name) => /\.(jpg|png)$/.test(name)) : []

// The pictures may not be committed: they are tried where they lie beside the project.
test.skipIf(pictures.length === 0)(
  'real portraits are taken in, and cleaning leaves every pixel as it was',
  async () => {
    for (const name of pictures) {
      const bytes = readFileSync(`${faces}/${name}`)
      const { original } = unwrap(await take(bytes))
      const [before, after] = await Promise.all([bytes, original.bytes].map((each) => sharp(each).raw().toBuffer()))
      expect(before && after?.equals(before)).toBe(true)
    }
  },
)
