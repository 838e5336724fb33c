import type { ExifFacts } from './exif.ts'
import type { FileKind } from './sniff.ts'

/** What a JPEG or PNG says of itself before anything is decoded, and the same picture without the rest. */
export interface PictureFacts extends ExifFacts {
  readonly format: 'jpeg' | 'png'
  /** As stored, before the orientation is applied; pixels. */
  readonly width: number
  readonly height: number
  readonly colour: 'grey' | 'rgb' | 'cmyk' | 'palette'
  /** Bits a channel. */
  readonly bitDepth: number
  readonly hasAlpha: boolean
  /** Progressive JPEG or interlaced PNG. */
  readonly progressive: boolean
  readonly hasColourProfile: boolean
  /** The end of the picture is missing. */
  readonly truncated: boolean
  /** Bytes after the end of the picture, which the cleaning cuts, and what they look like. */
  readonly trailingBytes: number
  readonly trailingKind: FileKind
  /** Bytes of metadata inside the picture that the cleaning cuts. */
  readonly metadataBytes: number
  /** Moving pictures (APNG); only the first is kept. */
  readonly animated: boolean
}

/**
 * Facts and cleaned original. `clean` holds the picture data byte for byte as it arrived, the colour profile, and
 * one value written anew: the orientation, because without it the picture would lie on its side.
 */
export interface WalkedPicture {
  readonly facts: PictureFacts
  readonly clean: Uint8Array
}

/** Width and height as a person sees the picture. */
export const uprightSize = ({
  width,
  height,
  orientation,
}: Pick<PictureFacts, 'width' | 'height' | 'orientation'>): { width: number; height: number } =>
  orientation >= 5 ? { width: height, height: width } : { width, height }
