import { asciiBytes, join, text, u8 } from '../photos/bytes.ts'

/**
 * The portrait in a seal: the bare VP8 frame of a WebP picture, whose container of 20 bytes says nothing that the frame
 * does not (RFC 9649; RFC 6386, 9.1).
 */

const containerLength = 20

/** The WebP file of a frame. */
export function webpOfFrame(frame: Uint8Array): Uint8Array {
  const padding = new Uint8Array(frame.length % 2)
  const size = frame.length + padding.length
  return join([
    asciiBytes('RIFF'),
    littleEndian(containerLength - 8 + size),
    asciiBytes('WEBPVP8 '),
    littleEndian(frame.length),
    frame,
    padding,
  ])
}

/** The frame of a WebP file, whatever stands around it; undefined for a picture without one. */
export function frameOfWebp(file: Uint8Array): Uint8Array | undefined {
  if (text(file, 0, 4) !== 'RIFF' || text(file, 8, 4) !== 'WEBP') return undefined
  for (let at = 12; at + 8 <= file.length; ) {
    const size = u8(file, at + 4) + u8(file, at + 5) * 0x100 + u8(file, at + 6) * 0x10000 + u8(file, at + 7) * 0x1000000
    const frame = file.subarray(at + 8, at + 8 + size)
    if (text(file, at, 4) === 'VP8 ') return frame.length === size ? frame : undefined
    at += 8 + size + (size % 2)
  }
  return undefined
}

/** Width and height of a key frame in pixels; undefined for what is no frame, so that nothing else is ever decoded. */
export function frameSize(frame: Uint8Array): { width: number; height: number } | undefined {
  const key = (u8(frame, 0) & 1) === 0 && u8(frame, 3) === 0x9d && u8(frame, 4) === 0x01 && u8(frame, 5) === 0x2a
  if (!key || frame.length < 10) return undefined
  return {
    width: (u8(frame, 6) + u8(frame, 7) * 0x100) & 0x3fff,
    height: (u8(frame, 8) + u8(frame, 9) * 0x100) & 0x3fff,
  }
}

const littleEndian = (value: number) =>
  Uint8Array.of(value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255)
