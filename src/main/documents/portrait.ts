import { walkJpeg } from '../../shared/photos/jpeg.ts'
import { pictures } from '../photos/decode.ts'

/** Size of the portrait in a seal. */
export const sealedPortraitSize = { width: 56, height: 72 }

/** What a paper needs of a portrait beside its bytes. */
export interface PortraitRead {
  /** Pixels of the picture as it lies in the file. */
  readonly width: number
  readonly height: number
  /** The picture at `sealedPortraitSize`, rows from the top; 1 channel for grey, 3 for colour. */
  readonly small: { readonly channels: 1 | 3; readonly pixels: Buffer }
}

/**
 * Reads a complete JPEG in colour or grey, upright as stored; undefined for anything else. All of the file is read, so
 * that one cut short is found, but made small while it is: that takes half of the time of all its pixels.
 */
export async function readPortrait(jpeg: Uint8Array): Promise<PortraitRead | undefined> {
  const facts = walkJpeg(jpeg)?.facts
  if (!facts || facts.truncated || facts.colour === 'cmyk' || facts.orientation !== 1) return undefined
  try {
    const { data, info } = await pictures()(jpeg, { failOn: 'warning' })
      .resize({ ...sealedPortraitSize, fit: 'fill' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { channels } = info
    if (channels !== 1 && channels !== 3) return undefined
    return { width: facts.width, height: facts.height, small: { channels, pixels: data } }
  } catch {
    return undefined // not a picture, or cut short: the caller says so
  }
}
