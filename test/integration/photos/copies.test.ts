import sharp from 'sharp'
import { expect, test } from 'vitest'
import { printCrop, viewCopy } from '../../../src/main/photos/copies.ts'
import { decode } from '../../../src/main/photos/decode.ts'
import { takeIn } from '../../../src/main/photos/intake.ts'
import { photoPolicies } from '../../../src/shared/photos/policy.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { cmykJpeg, portraitJpeg, wrongFiles } from '../../support/portraits.ts'

const red = { r: 255, g: 0, b: 0 }
const blue = { r: 0, g: 0, b: 255 }

/** 800 x 600, left half red, right half blue. */
const halves = (): Promise<Buffer> =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: blue } })
    .composite([{ input: { create: { width: 400, height: 600, channels: 3, background: red } }, left: 0, top: 0 }])
    .png()
    .toBuffer()

const pixel = async (bytes: Uint8Array, left: number, top: number): Promise<number[]> => [
  ...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
]

test('the print crop is 413 x 531 pixels at 300 dots an inch, sRGB JPEG without metadata, the same every time', async () => {
  const portrait = await portraitJpeg(1)
  const crop = unwrap(await printCrop(portrait))
  const { format, width, height, density, space, exif } = await sharp(crop).metadata()
  expect({ format, width, height, density, space, exif }).toEqual({
    format: 'jpeg',
    width: 413,
    height: 531,
    density: 300,
    space: 'srgb',
    exif: undefined,
  })
  expect(unwrap(await printCrop(portrait))).toEqual(crop)
})

test('by default the crop is the centred frame, and a given frame is cut exactly', async () => {
  const picture = await halves()
  const centred = unwrap(await printCrop(picture))
  expect((await pixel(centred, 20, 260))[0]).toBeGreaterThan(240)
  expect((await pixel(centred, 390, 260))[2]).toBeGreaterThan(240)
  const right = unwrap(await printCrop(picture, { x: 410, y: 50, width: 350, height: 450 }))
  expect((await pixel(right, 5, 5))[2]).toBeGreaterThan(240)
})

test.each([
  ['outside', { x: 700, y: 0, width: 350, height: 450 }],
  ['negative', { x: -1, y: 0, width: 350, height: 450 }],
  ['square', { x: 0, y: 0, width: 300, height: 300 }],
  ['empty', { x: 0, y: 0, width: 0, height: 0 }],
  ['not a number', { x: Number.NaN, y: 0, width: 350, height: 450 }],
])('a frame that is %s is refused', async (_, frame) => {
  expect(await printCrop(await halves(), frame)).toMatchObject({ ok: false, failure: { code: 'photo.bad_crop' } })
})

test('a picture stored on its side is shown and printed upright, also after cleaning', async () => {
  // Stored on its side: what is red at the left stands at the top when shown (orientation 6).
  const bytes = new Uint8Array(
    await sharp(await halves())
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
  )
  const photo = unwrap(await takeIn(bytes, photoPolicies['refugee-document'], decode, { today: '2026-11-22' }))
  expect(photo).toMatchObject({ width: 600, height: 800 })
  const view = unwrap(await viewCopy(photo.original.bytes, 400))
  expect(view).toMatchObject({ width: 300, height: 400 })
  expect((await pixel(view.bytes, 150, 20))[0]).toBeGreaterThan(240)
  expect((await pixel(view.bytes, 150, 380))[2]).toBeGreaterThan(240)
  const crop = unwrap(await printCrop(photo.original.bytes))
  expect((await pixel(crop, 200, 20))[0]).toBeGreaterThan(240)
  expect((await sharp(view.bytes).metadata()).orientation).toBeUndefined()
})

test('a picture for the press comes out in the colours of screens, a see-through one on white', async () => {
  expect((await sharp(unwrap(await printCrop(await cmykJpeg()))).metadata()).space).toBe('srgb')
  const clear = await sharp({
    create: { width: 500, height: 600, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer()
  expect(await pixel(unwrap(await printCrop(clear)), 200, 200)).toEqual([255, 255, 255])
})

test('a copy for the screen is never larger than the picture', async () => {
  expect(unwrap(await viewCopy(await portraitJpeg(1), 4000))).toMatchObject({ width: 420, height: 540 })
})

test('what is no JPEG or PNG is never handed to the decoder', async () => {
  for (const bytes of Object.values(wrongFiles)) {
    expect((await viewCopy(bytes, 100)).ok).toBe(false)
    expect((await printCrop(bytes)).ok).toBe(false)
  }
})
