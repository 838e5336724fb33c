/**
 * Lossless cleaning of a JPEG (ITU-T T.81; JFIF, Adobe and ICC segments): a walk over its segments that keeps what
 * a decoder needs and leaves the coded picture data untouched.
 */
import { asciiBytes, join, text, u8, u16 } from './bytes.ts'
import { type ExifFacts, noExif, orientationExif, readExif } from './exif.ts'
import { isColourProfile } from './icc.ts'
import type { WalkedPicture } from './picture.ts'
import { sniff } from './sniff.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
/** A real progressive JPEG has about ten scans; thousands are a known way to keep a decoder busy for minutes. */
const maxScans = 100

interface Frame {
  readonly width: number
  readonly height: number
  readonly precision: number
  readonly components: number
  readonly progressive: boolean
}

interface Segment {
  readonly marker: number
  /** The whole segment: marker, length and content; for a scan also its coded data. */
  readonly bytes: Uint8Array
}

/** Facts and cleaned original of a JPEG; null when it is too damaged to walk. Never throws, whatever the bytes. */
export function walkJpeg(bytes: Uint8Array): WalkedPicture | null {
  if (u16(bytes, 0) !== 0xff00 + SOI) return null
  const { segments, end, truncated } = split(bytes)
  const frames = segments.filter(({ marker }) => isFrame(marker))
  const frame = frames[0] && readFrame(frames[0])
  const scans = segments.filter(({ marker }) => marker === SOS).length
  if (!frame || frames.length > 1 || scans === 0 || scans > maxScans) return null
  const profile = colourProfile(segments)
  const exif = findExif(segments)
  const kept = segments.filter(({ marker }) => isPicture(marker))
  const clean = join([
    Uint8Array.of(0xff, SOI),
    ...jfifWithoutThumbnail(segments),
    ...orientationSegment(exif.orientation),
    ...profile,
    ...kept.map((segment) => segment.bytes),
    Uint8Array.of(0xff, EOI),
  ])
  const trailingBytes = bytes.length - end
  return {
    clean,
    facts: {
      format: 'jpeg',
      ...exif,
      width: frame.width,
      height: frame.height,
      colour: frame.components === 1 ? 'grey' : frame.components === 4 ? 'cmyk' : 'rgb',
      bitDepth: frame.precision,
      hasAlpha: false,
      progressive: frame.progressive,
      hasColourProfile: profile.length > 0,
      truncated,
      trailingBytes,
      trailingKind: sniff(bytes.subarray(end)),
      metadataBytes: Math.max(0, bytes.length - trailingBytes - clean.length),
      animated: false,
    },
  }
}

/** All segments between SOI and EOI. `end` is where the picture ends; without EOI it is `truncated`. */
function split(bytes: Uint8Array): { segments: Segment[]; end: number; truncated: boolean } {
  const segments: Segment[] = []
  let at = 2
  while (at + 1 < bytes.length) {
    if (u8(bytes, at) !== 0xff) return { segments, end: bytes.length, truncated: true }
    const marker = u8(bytes, at + 1)
    if (marker === 0xff) at += 1
    else if (marker === EOI) return { segments, end: at + 2, truncated: false }
    else {
      const content = at + 2 + u16(bytes, at + 2)
      const stop = marker === SOS ? codedDataEnd(bytes, content) : content
      if (isAlone(marker) || u16(bytes, at + 2) < 2 || stop > bytes.length) break
      segments.push({ marker, bytes: bytes.subarray(at, stop) })
      at = stop
    }
  }
  return { segments, end: bytes.length, truncated: true }
}

/** Coded data runs to the next marker that is neither a stuffed zero nor a restart. */
function codedDataEnd(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = u8(bytes, at + 1)
    if (at + 1 < bytes.length && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** Markers without a length; none may stand between segments. */
const isAlone = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= SOI)

/** Baseline, extended and progressive, Huffman or arithmetic. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Frame, tables, restart interval, line count, scans, and Adobe's APP14, which says how colours are coded. */
const isPicture = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= SOS && marker <= 0xdd) || marker === 0xee

function readFrame({ marker, bytes }: Segment): Frame | null {
  const [precision, height, width, components] = [u8(bytes, 4), u16(bytes, 5), u16(bytes, 7), u8(bytes, 9)]
  if (width === 0 || height === 0 || ![1, 3, 4].includes(components)) return null
  return { width, height, precision, components, progressive: [0xc2, 0xc6, 0xca, 0xce].includes(marker) }
}

function findExif(segments: readonly Segment[]): ExifFacts {
  const block = segments.find(({ marker, bytes }) => marker === 0xe1 && text(bytes, 4, 6) === 'Exif\0\0')
  const jfxx = segments.some(({ marker, bytes }) => marker === 0xe0 && text(bytes, 4, 5) === 'JFXX\0')
  const facts = block ? readExif(block.bytes.subarray(10)) : noExif
  return { ...facts, hadThumbnail: facts.hadThumbnail || jfxx }
}

function jfifWithoutThumbnail(segments: readonly Segment[]): Uint8Array[] {
  const jfif = segments.find(({ marker, bytes }) => marker === 0xe0 && text(bytes, 4, 5) === 'JFIF\0')
  if (!jfif || jfif.bytes.length < 18) return []
  return [join([Uint8Array.of(0xff, 0xe0, 0, 16), jfif.bytes.subarray(4, 16), Uint8Array.of(0, 0)])]
}

const orientationSegment = (orientation: number): Uint8Array[] =>
  orientation === 1
    ? []
    : [join([Uint8Array.of(0xff, 0xe1, 0, 34), asciiBytes('Exif\0\0'), orientationExif(orientation)])]

/** The ICC segments, when together they are one whole profile; anything else that calls itself one is cut. */
function colourProfile(segments: readonly Segment[]): Uint8Array[] {
  const parts = segments
    .filter(({ marker, bytes }) => marker === 0xe2 && text(bytes, 4, 12) === 'ICC_PROFILE\0' && bytes.length > 18)
    .toSorted((a, b) => u8(a.bytes, 16) - u8(b.bytes, 16))
  const complete = parts.every(({ bytes }, index) => u8(bytes, 16) === index + 1 && u8(bytes, 17) === parts.length)
  if (!complete || !isColourProfile(join(parts.map(({ bytes }) => bytes.subarray(18))))) return []
  return parts.map(({ bytes }) => bytes)
}
