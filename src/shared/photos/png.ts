/** Lossless cleaning of a PNG (ISO/IEC 15948, third edition): a walk over its chunks that keeps picture and colour. */
import { asciiBytes, join, text, u8, u32 } from './bytes.ts'
import { crc32 } from './crc32.ts'
import { type ExifFacts, noExif, orientationExif, readExif } from './exif.ts'
import type { PictureFacts, WalkedPicture } from './picture.ts'
import { sniff } from './sniff.ts'

const signature = asciiBytes('\x89PNG\r\n\x1a\n')
/** Picture, palette, transparency, and the chunks that say what its numbers mean as colours. */
const kept = new Set(['IHDR', 'PLTE', 'IDAT', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT'])
/** More chunks than any encoder writes for a picture under 20 MB. */
const maxChunks = 100_000

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  /** Length, type, data and checksum. */
  readonly bytes: Uint8Array
}

/** Facts and cleaned original of a PNG; null when it is too damaged to walk. Never throws, whatever the bytes. */
export function walkPng(bytes: Uint8Array): WalkedPicture | null {
  if (signature.some((byte, index) => bytes[index] !== byte)) return null
  const { chunks, end, truncated } = split(bytes)
  const header = chunks[0]
  if (header?.type !== 'IHDR' || header.data.length !== 13 || !isSound(chunks)) return null
  const shape = readHeader(header.data)
  if (!shape) return null
  const exif = findExif(chunks)
  const clean = join([
    signature,
    header.bytes,
    ...(exif.orientation === 1 ? [] : [chunk('eXIf', orientationExif(exif.orientation))]),
    ...chunks.slice(1).flatMap(({ type, bytes }) => (kept.has(type) ? [bytes] : [])),
    chunk('IEND', new Uint8Array()),
  ])
  const has = (type: string) => chunks.some((each) => each.type === type)
  const trailingBytes = bytes.length - end
  return {
    clean,
    facts: {
      format: 'png',
      ...exif,
      ...shape,
      hasAlpha: shape.hasAlpha || has('tRNS'),
      hasColourProfile: has('iCCP'),
      truncated: truncated || !has('IDAT'),
      trailingBytes,
      trailingKind: sniff(bytes.subarray(end)),
      metadataBytes: Math.max(0, bytes.length - trailingBytes - clean.length),
      animated: has('acTL'),
    },
  }
}

function split(bytes: Uint8Array): { chunks: Chunk[]; end: number; truncated: boolean } {
  const chunks: Chunk[] = []
  let at = signature.length
  while (at + 12 <= bytes.length && chunks.length < maxChunks) {
    const length = u32(bytes, at)
    const stop = at + 12 + length
    if (stop > bytes.length) break
    const type = text(bytes, at + 4, 4)
    if (type === 'IEND') return { chunks, end: stop, truncated: false }
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length), bytes: bytes.subarray(at, stop) })
    at = stop
  }
  return { chunks, end: bytes.length, truncated: true }
}

/** One header, no critical chunk that we do not know, and every kept chunk has its right checksum. */
const isSound = (chunks: readonly Chunk[]): boolean =>
  chunks.filter(({ type }) => type === 'IHDR').length === 1 &&
  chunks.every(({ type }) => kept.has(type) || isAncillary(type)) &&
  chunks.every(({ type, bytes }) => !kept.has(type) || checksum(bytes) === u32(bytes, bytes.length - 4))

/** Lower-case first letter: a decoder may skip it (5.4). */
const isAncillary = (type: string): boolean => /^[a-z][A-Za-z]{3}$/.test(type)

const checksum = (whole: Uint8Array): number => crc32(whole.subarray(4, whole.length - 4))

type Shape = Pick<PictureFacts, 'width' | 'height' | 'colour' | 'bitDepth' | 'hasAlpha' | 'progressive'>

function readHeader(data: Uint8Array): Shape | null {
  const [width, height, bitDepth, colourType] = [u32(data, 0), u32(data, 4), u8(data, 8), u8(data, 9)]
  const colour = colours[colourType]
  if (!colour || width === 0 || height === 0 || width > 0x7fffffff || height > 0x7fffffff) return null
  return { width, height, colour, bitDepth, hasAlpha: colourType >= 4, progressive: u8(data, 12) === 1 }
}

/** Colour types of the header (11.2.1). */
const colours: Readonly<Record<number, PictureFacts['colour']>> = {
  0: 'grey',
  2: 'rgb',
  3: 'palette',
  4: 'grey',
  6: 'rgb',
}

function findExif(chunks: readonly Chunk[]): ExifFacts {
  const block = chunks.find(({ type }) => type === 'eXIf')
  return block ? readExif(block.data) : noExif
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = join([asciiBytes(type), data])
  return join([word(data.length), body, word(crc32(body))])
}

const word = (value: number): Uint8Array =>
  Uint8Array.of((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)
