/** Copies of a stored photo for paper and screen. The original stays as it is; copies are upright, sRGB, JPEG. */
import type { Sharp } from 'sharp'
import { asciiBytes, join, u16 } from '../../shared/photos/bytes.ts'
import { centredFrame, type Frame } from '../../shared/photos/geometry.ts'
import { deskLimits, type PhotoPolicy, photoPolicies, printPixels } from '../../shared/photos/policy.ts'
import { fail, type Result } from '../../shared/result.ts'
import { attempt, isPicture, openPicture } from './decode.ts'

/** Fixed, so that the same photo always prints from the same bytes. */
const printQuality = 92
const screenQuality = 85
/** A frame moved by hand is whole pixels and may miss the printed shape by this share. */
const shapeTolerance = 0.02

/**
 * The picture that is printed: exactly the frame of the policy at its dots an inch (35 x 45 mm at 300 dpi is
 * 413 x 531 pixels), JPEG, sRGB, same bytes for the same input. `frame` is in pixels of the upright picture; by
 * default the largest centred one. Fails with `photo.bad_crop` when it leaves the picture or has another shape.
 */
export async function printCrop(
  original: Uint8Array,
  frame?: Frame,
  policy: PhotoPolicy = photoPolicies['refugee-document'],
): Promise<Result<Uint8Array>> {
  if (!isPicture(original)) return fail('photo.is_other')
  const size = await attempt(deskLimits, () => uprightPixels(original))
  if (!size.ok) return size
  const target = printPixels(policy)
  const area = frame ? rounded(frame) : centredFrame(size.value, target)
  if (!fits(area, size.value) || (frame && !hasShape(area, target))) return fail('photo.bad_crop')
  return attempt(deskLimits, async () => {
    const cut = forPeople(openPicture(original))
      .extract({ left: area.x, top: area.y, width: area.width, height: area.height })
      .resize(target.width, target.height, { fit: 'fill', kernel: 'lanczos3' })
    const jpeg = await cut.jpeg({ quality: printQuality, chromaSubsampling: '4:4:4' }).toBuffer()
    return withDensity(new Uint8Array(jpeg), policy.print.dpi)
  })
}

/** A copy for the screen, neither side longer than `maxSide` pixels, never enlarged. */
export async function viewCopy(
  original: Uint8Array,
  maxSide: number,
): Promise<Result<{ bytes: Uint8Array; width: number; height: number }>> {
  if (!isPicture(original)) return fail('photo.is_other')
  return attempt(deskLimits, async () => {
    const { data, info } = await forPeople(openPicture(original))
      .resize(maxSide, maxSide, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: screenQuality })
      .toBuffer({ resolveWithObject: true })
    return { bytes: new Uint8Array(data), width: info.width, height: info.height }
  })
}

/** Upright, on white where see-through, in the colours of screens. */
const forPeople = (picture: Sharp): Sharp =>
  picture.autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb')

/** Adds the JFIF header (T.871) that says the dots an inch: sharp writes none, or a whole EXIF block instead. */
function withDensity(jpeg: Uint8Array, dpi: number): Uint8Array {
  const density = Uint8Array.of(1, dpi >> 8, dpi & 255, dpi >> 8, dpi & 255)
  const header = [Uint8Array.of(0xff, 0xe0, 0, 16), asciiBytes('JFIF\0\x01\x01'), density, Uint8Array.of(0, 0)]
  const hasHeader = u16(jpeg, 2) === 0xffe0
  return join([jpeg.subarray(0, 2), ...header, jpeg.subarray(hasHeader ? 4 + u16(jpeg, 4) : 2)])
}

async function uprightPixels(original: Uint8Array): Promise<{ width: number; height: number }> {
  const { autoOrient } = await openPicture(original).metadata()
  return autoOrient
}

const rounded = ({ x, y, width, height }: Frame): Frame => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
})

const fits = (area: Frame, size: { width: number; height: number }): boolean =>
  [area.x, area.y, area.width, area.height].every(Number.isSafeInteger) &&
  area.x >= 0 &&
  area.y >= 0 &&
  area.width >= 1 &&
  area.height >= 1 &&
  area.x + area.width <= size.width &&
  area.y + area.height <= size.height

const hasShape = (area: Frame, target: { width: number; height: number }): boolean =>
  Math.abs((area.width * target.height) / (area.height * target.width) - 1) <= shapeTolerance
