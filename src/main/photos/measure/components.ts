/** Raw values of ISO/IEC 29794-5 that this engine can measure, each beside the check it speaks to. */
import type { CheckId } from '../../../shared/photos/checks.ts'
import type { Point } from '../../../shared/photos/geometry.ts'
import { type IsoComponentName, isoQuality } from '../../../shared/photos/iso.ts'
import type { IsoComponent } from '../../../shared/photos/measures.ts'
import type { MetricId } from '../../../shared/photos/metrics.ts'
import type { Background } from './background.ts'
import { boxAround, cropEyes, cropIed, cropWidth, type FaceCrop } from './crop.ts'
import type { Face } from './face.ts'
import { middle } from './geometry.ts'
import type { FaceLight } from './light.ts'
import type { Picture } from './raster.ts'
import { luminance } from './tone.ts'

/** What the components are made of. */
export interface Measured {
  readonly picture: Picture
  readonly face: Face
  readonly crop: FaceCrop
  readonly light: FaceLight
  readonly background: Background | null
  /** Our own metrics, where the standard's raw value is the same. */
  readonly values: Partial<Record<MetricId, number>>
}

/** The first component of a check is the one that is closest to it. */
export function componentsOf(measured: Measured): IsoComponent[] {
  const { picture, face, crop, light, background, values } = measured
  const shares = (from: number, to: number) => light.linear.slice(from, to).reduce((sum, n) => sum + n, 0) / light.count
  const apart = face.ied
  const facing = Math.max(0.3, Math.cos((face.pose.yaw * Math.PI) / 180))
  const raws: readonly (readonly [CheckId, IsoComponentName, number | undefined])[] = [
    ['several_faces', 'SingleFacePresent', values.second_face],
    ['eyes_closed', 'EyesOpen', values.eye_gap],
    ['mouth_open', 'MouthClosed', values.mouth_gap],
    ['too_dark', 'UnderExposurePrevention', shares(0, 26)],
    ['too_dark', 'LuminanceMean', light.mean],
    ['over_exposed', 'OverExposurePrevention', shares(247, 256)],
    ['low_contrast', 'DynamicRange', entropy(light)],
    ['low_contrast', 'LuminanceVariance', light.variance],
    ['uneven_light', 'IlluminationUniformity', uniformity(crop)],
    ['background_uneven', 'BackgroundUniformity', background?.gradient],
    ['pixels', 'InterEyeDistance', (apart * picture.full.scale) / facing],
    ['head_size', 'HeadSize', face.t / picture.height],
    ['off_centre', 'LeftwardCropOfTheFaceImage', face.middle.x / apart],
    ['off_centre', 'RightwardCropOfTheFaceImage', (picture.width - face.middle.x) / apart],
    ['cropped', 'MarginAboveOfTheFaceImage', face.middle.y / apart],
    ['cropped', 'MarginBelowOfTheFaceImage', (picture.height - face.middle.y) / apart],
    ['roll', 'HeadPoseRoll', face.pose.roll],
    ['yaw', 'HeadPoseYaw', face.pose.yaw],
    ['pitch', 'HeadPosePitch', face.pose.pitch],
    ['colour_cast', 'NaturalColour', values.colour_distance],
  ]
  return raws.flatMap(([check, component, raw]) =>
    raw === undefined ? [] : [{ check, component, raw: short(raw), quality: isoQuality(component, short(raw)) }],
  )
}

/** Raw values are stored to four digits after the point; the quality is that of the stored value. */
const short = (raw: number): number => Math.round(raw * 1e4) / 1e4 + 0

/** Bits by pixel of the histogram of luma. */
function entropy({ luma, count }: FaceLight): number {
  let bits = 0
  for (const n of luma) if (n > 0) bits -= (n / count) * Math.log2(n / count)
  return bits
}

/** Common area of the histograms of luminance on both cheeks: squares of .3 IED halfway between eyes and mouth. */
function uniformity(crop: FaceCrop): number {
  const mouth = middle([crop.points[61] as Point, crop.points[291] as Point])
  const y = (cropEyes.y + mouth.y) / 2
  const [left, right] = [-1, 1].map((side) => histogram(crop, { x: cropEyes.x + (side * cropIed) / 2, y }))
  let common = 0
  for (let at = 0; at < 256; at++) common += Math.min(left?.[at] ?? 0, right?.[at] ?? 0)
  return common
}

function histogram({ rgb }: FaceCrop, centre: Point): Float64Array {
  const shares = new Float64Array(256)
  const { left, top, right, bottom } = boxAround(centre, 0.15 * cropIed)
  const one = 1 / Math.max(1, (right - left) * (bottom - top))
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const from = (y * cropWidth + x) * 3
      const code = Math.round(luminance(rgb[from] as number, rgb[from + 1] as number, rgb[from + 2] as number) * 255)
      shares[code] = (shares[code] as number) + one
    }
  }
  return shares
}
