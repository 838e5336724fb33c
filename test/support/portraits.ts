/** Pictures for tests: drawn portraits (shared with the demo) and files that must be refused or cleaned. */
import sharp from 'sharp'
import { portraitJpeg as draw, type Traits } from '../../src/main/demo/portraits.ts'
import { asciiBytes, join, u16 } from '../../src/shared/photos/bytes.ts'
import { crc32 } from '../../src/shared/photos/crc32.ts'

export { portraitPng, portraitSvg } from '../../src/main/demo/portraits.ts'

const drawn = new Map<string, Promise<Uint8Array>>()

/** A drawn portrait as JPEG, `width` pixels wide; each is drawn once. */
export function portraitJpeg(seed = 1, traits: Traits = {}, width = 420): Promise<Uint8Array> {
  const key = JSON.stringify([seed, traits, width])
  const known = drawn.get(key) ?? draw(seed, traits, width)
  drawn.set(key, known)
  return known
}

/** The first bytes of each kind of file that is not a photo, padded so that they look whole. */
export const wrongFiles: Readonly<Record<string, Uint8Array>> = {
  heic: padded('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
  webp: padded('RIFF\x40\0\0\0WEBPVP8 '),
  gif: padded('GIF89a\x01\0\x01\0'),
  svg: asciiBytes('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  tiff: padded('II*\0\x08\0\0\0'),
  pdf: padded('%PDF-1.7\n'),
  executable: padded('MZ\x90\0\x03\0\0\0'),
  archive: padded('PK\x03\x04\x14\0\0\0'),
  html: asciiBytes('<!DOCTYPE html><html><body>404</body></html>'),
  empty: new Uint8Array(),
  other: padded('just some text '),
}

function padded(start: string): Uint8Array {
  return join([asciiBytes(start), new Uint8Array(256).fill(32)])
}

/** A ZIP archive with one stored file, whole enough that unzip opens it. */
export function zip(name = 'evil.sh', content = 'rm -rf /'): Uint8Array {
  const data = asciiBytes(content)
  const common = join([
    Uint8Array.of(20, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    le32(crc32(data)),
    le32(data.length),
    le32(data.length),
    le16(name.length),
    le16(0),
  ])
  const local = join([asciiBytes('PK\x03\x04'), common, asciiBytes(name), data])
  const central = join([asciiBytes('PK\x01\x02'), le16(20), common, new Uint8Array(14), asciiBytes(name)])
  const end = join([
    asciiBytes('PK\x05\x06'),
    new Uint8Array(4),
    le16(1),
    le16(1),
    le32(central.length),
    le32(local.length),
    le16(0),
  ])
  return join([local, central, end])
}

/** A portrait with a ZIP archive behind the end of the picture. */
export const withTrailingZip = async (seed = 1): Promise<Uint8Array> => join([await portraitJpeg(seed), zip()])

/** A portrait of which only this share arrived. */
export async function truncated(share = 0.6, seed = 1): Promise<Uint8Array> {
  const whole = await portraitJpeg(seed)
  return whole.subarray(0, Math.floor(whole.length * share))
}

/** A real JPEG of at least `bytes` bytes: noise, which cannot be compressed. */
export async function heavyJpeg(bytes = 20_500_000): Promise<Uint8Array> {
  const side = Math.ceil(Math.sqrt(bytes / 1.5))
  const raw = new Uint8Array(side * side * 3)
  let state = 1
  for (let at = 0; at < raw.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    raw[at] = state >>> 24
  }
  return sharp(raw, { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

/** A small JPEG whose header claims these sides. */
export async function bombJpeg(width = 60_000, height = 60_000): Promise<Uint8Array> {
  const bytes = Uint8Array.from(await portraitJpeg(1, {}, 140))
  const frame = bytes.findIndex(
    (byte, at) => byte === 0xff && [0xc0, 0xc2].includes(bytes[at + 1] ?? 0) && u16(bytes, at + 2) === 17,
  )
  bytes.set([height >> 8, height & 255, width >> 8, width & 255], frame + 5)
  return bytes
}

/** A PNG of a few hundred bytes whose header claims these sides. */
export async function bombPng(width = 60_000, height = 60_000): Promise<Uint8Array> {
  const bytes = Uint8Array.from(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer(),
  )
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  view.setUint32(29, crc32(bytes.subarray(12, 29)))
  return bytes
}

export interface ExifGiven {
  readonly orientation?: number
  /** `2026:11:22 10:00:00` */
  readonly takenAt?: string
  readonly gps?: boolean
}

/** A portrait as a phone would write it: orientation, date and place in its EXIF block. */
export async function withExif({ orientation = 1, takenAt, gps = false }: ExifGiven, seed = 1): Promise<Uint8Array> {
  const picture = sharp(await portraitJpeg(seed))
    .withExif({
      IFD0: { Make: 'Example', Software: 'secret-marker' },
      ...(takenAt ? { IFD2: { DateTimeOriginal: takenAt } } : {}),
      ...(gps ? { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 25/1 0/1' } } : {}),
    })
    .withMetadata({ orientation })
  return new Uint8Array(await picture.jpeg().toBuffer())
}

/** A portrait for the printing press. */
export const cmykJpeg = async (seed = 1): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp(await portraitJpeg(seed))
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer(),
  )

/** A portrait without colour. */
export const greyJpeg = async (seed = 1): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp(await portraitJpeg(seed))
      .toColourspace('b-w')
      .jpeg()
      .toBuffer(),
  )

const le16 = (value: number): Uint8Array => Uint8Array.of(value & 255, (value >> 8) & 255)
const le32 = (value: number): Uint8Array => join([le16(value & 0xffff), le16(value >>> 16)])
