/** Ways in which a file goes wrong or is made to: for tests that feed broken pictures to whatever reads them. */
import fc from 'fast-check'
import sharp from 'sharp'
import { join } from '../../src/shared/photos/bytes.ts'
import { cmykJpeg, greyJpeg, portraitJpeg, withExif, withTrailingZip } from './portraits.ts'

type Mutate = (bytes: Uint8Array) => Uint8Array

/** A place in a file as a share of its length; headers, where sizes and lengths stand, are hit as often as the rest. */
const share = (most: number) => fc.noBias(fc.nat(1e6)).map((given) => (given / 1e6) * most)
const place = fc.oneof(share(1), share(0.05))
const index = (bytes: Uint8Array, at: number): number => Math.floor(at * Math.max(0, bytes.length - 1))
const some = fc.uint8Array({ minLength: 1, maxLength: 12 })
const extremes = fc.constantFrom(
  Uint8Array.of(0, 0),
  Uint8Array.of(0xff, 0xff),
  Uint8Array.of(0xff, 0xff, 0xff, 0xff),
  Uint8Array.of(0x7f, 0xff, 0xff, 0xff),
  Uint8Array.of(0xff, 0xd8),
  Uint8Array.of(0xff, 0xd9),
  Uint8Array.of(0xff, 0xda),
  Uint8Array.of(0x49, 0x45, 0x4e, 0x44),
)

const overwrite =
  (at: number, given: Uint8Array): Mutate =>
  (bytes) => {
    const copy = Uint8Array.from(bytes)
    copy.set(given.subarray(0, Math.max(0, copy.length - index(bytes, at))), index(bytes, at))
    return copy
  }
const flip =
  (at: number, bit: number): Mutate =>
  (bytes) => {
    const copy = Uint8Array.from(bytes)
    if (copy.length) copy[index(bytes, at)]! ^= 1 << bit
    return copy
  }
const insert =
  (at: number, given: Uint8Array): Mutate =>
  (bytes) =>
    join([bytes.subarray(0, index(bytes, at)), given, bytes.subarray(index(bytes, at))])
const remove =
  (at: number, length: number): Mutate =>
  (bytes) =>
    join([bytes.subarray(0, index(bytes, at)), bytes.subarray(index(bytes, at) + length)])
const repeat =
  (at: number, length: number): Mutate =>
  (bytes) => {
    const from = index(bytes, at)
    return join([bytes.subarray(0, from + length), bytes.subarray(from)])
  }
const end =
  (at: number): Mutate =>
  (bytes) =>
    bytes.subarray(0, index(bytes, at))

const length = fc.oneof(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 4000 }))

/** One to three mutations in a row. */
export const mutations: fc.Arbitrary<Mutate> = fc
  .array(
    fc.oneof(
      fc.tuple(place, some).map((given) => overwrite(...given)),
      fc.tuple(place, extremes).map((given) => overwrite(...given)),
      // The gentlest: most of such pictures still open, and what is behind the decoder sees them.
      { weight: 4, arbitrary: fc.tuple(place, fc.integer({ min: 0, max: 7 })).map((given) => flip(...given)) },
      fc.tuple(place, some).map((given) => insert(...given)),
      fc.tuple(place, length).map((given) => remove(...given)),
      fc.tuple(place, length).map((given) => repeat(...given)),
      place.map(end),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => (bytes) => all.reduce((changed, each) => each(changed), bytes))

/** JPEG and PNG files of every kind that the desk takes, small so that thousands of them can be broken. */
export async function goodPictures(): Promise<Uint8Array[]> {
  const portrait = await portraitJpeg(3, {}, 280)
  const picture = () => sharp(portrait)
  const made = [
    picture().jpeg({ progressive: true }),
    picture().jpeg({ quality: 20, chromaSubsampling: '4:4:4' }),
    picture().png(),
    picture().png({ palette: true, colours: 32 }),
    picture().png({ progressive: true }).ensureAlpha(0.5),
    picture().toColourspace('rgb16').png(),
    picture().toColourspace('b-w').png(),
  ]
  return [
    portrait,
    ...(await Promise.all(made.map(async (each) => new Uint8Array(await each.toBuffer())))),
    await greyJpeg(3),
    await cmykJpeg(3),
    await withExif({ orientation: 6, takenAt: '2026:10:01 10:00:00', gps: true }, 3),
    await withTrailingZip(3),
  ]
}

/** A small picture in every other format that the picture library reads and can write here. */
export async function otherPictures(): Promise<Readonly<Record<string, Uint8Array>>> {
  const portrait = await portraitJpeg(3, {}, 140)
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20"/></svg>'
  const written = { webp: 'webp', gif: 'gif', tiff: 'tiff', heic: 'avif' } as const
  const made = await Promise.all(
    Object.entries(written).map(
      async ([kind, format]) => [kind, new Uint8Array(await sharp(portrait).toFormat(format).toBuffer())] as const,
    ),
  )
  return { ...Object.fromEntries(made), svg: new TextEncoder().encode(svg) }
}
