import sharp from 'sharp'

/** A portrait as pixels, rows from the top: decoded once for the check of the picture and for the seal. */
export interface PortraitPixels {
  readonly width: number
  readonly height: number
  /** 1 for grey, 3 for colour. */
  readonly channels: 1 | 3
  readonly pixels: Buffer
}

/** The pixels of a complete JPEG in colour or grey, upright as stored; undefined for anything else. */
export async function decodePortrait(jpeg: Uint8Array): Promise<PortraitPixels | undefined> {
  try {
    const { format, space, orientation = 1 } = await sharp(jpeg).metadata()
    if (format !== 'jpeg' || (space !== 'srgb' && space !== 'b-w') || orientation !== 1) return undefined
    const { data, info } = await sharp(jpeg, { failOn: 'warning' }).raw().toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    return channels === 1 || channels === 3 ? { width, height, channels, pixels: data } : undefined
  } catch {
    return undefined // not a picture, or cut short: the caller says so
  }
}
