/** One frame of live guidance: the detector alone, no mesh, no segmentation. */
import { type GuideReading, hintsOf } from '../../../shared/photos/guide.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { type FaceBox, findFaces } from './detector.ts'
import { distance } from './geometry.ts'
import type { Models } from './models.ts'
import { openRaster, type Picture, pictureOf } from './raster.ts'
import { lightness, luminance } from './tone.ts'

/** Straight from a canvas; or the bytes of a JPEG or PNG. */
export type GuideFrame = Uint8Array | { readonly width: number; readonly height: number; readonly rgba: Uint8Array }

/** A second face counts from this share of the first: people pass behind. */
const leastSecond = 0.15

/** Reads a frame, about 320 pixels long. Fails with `photo.*` when its bytes are no picture. */
export async function readGuide(models: Models, given: GuideFrame): Promise<Result<GuideReading>> {
  if (!(given instanceof Uint8Array)) return ok(read(models, fromCanvas(given)))
  const opened = await openRaster(given)
  return opened.ok ? ok(read(models, opened.value.picture)) : opened
}

function read(models: Models, picture: Picture): GuideReading {
  const faces = findFaces(models, picture)
  const [face] = faces
  const others = faces
    .slice(1)
    .filter((other) => face && other.width * other.height > leastSecond * face.width * face.height)
  const [left, right] = face?.marks ?? []
  const reading = {
    faces: face ? 1 + others.length : 0,
    face: face ? { x: face.x, y: face.y, width: face.width, height: face.height } : null,
    eyes: left && right ? ([left, right] as [typeof left, typeof right]) : null,
    pose: face ? coarsePose(face) : null,
    brightness: brightnessOf(picture, face),
  }
  return { ...reading, hints: hintsOf(reading, picture) }
}

/** Roll from the eyes; yaw from the nose between them: a nose stands out by about half the distance of the eyes. */
function coarsePose({ marks: [left, right, nose] }: FaceBox): { roll: number; yaw: number } {
  const roll = Math.atan2(right.y - left.y, right.x - left.x)
  const ied = distance(left, right)
  const aside =
    ((nose.x - (left.x + right.x) / 2) * Math.cos(roll) + (nose.y - (left.y + right.y) / 2) * Math.sin(roll)) / ied
  return { roll: degrees(roll), yaw: degrees(Math.asin(Math.max(-1, Math.min(1, aside * 1.7)))) }
}

const degrees = (radians: number): number => Math.round((radians * 1800) / Math.PI) / 10

/** Mean L* of the box, or of the whole frame. */
function brightnessOf({ width, height, rgb }: Picture, box: FaceBox | undefined): number {
  const [left, right] = box ? [Math.max(0, box.x | 0), Math.min(width, (box.x + box.width) | 0)] : [0, width]
  const [top, bottom] = box ? [Math.max(0, box.y | 0), Math.min(height, (box.y + box.height) | 0)] : [0, height]
  let [sum, count] = [0, 0]
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x += 2) {
      const at = (y * width + x) * 3
      sum += lightness(luminance(rgb[at] as number, rgb[at + 1] as number, rgb[at + 2] as number))
      count++
    }
  }
  return count === 0 ? 0 : Math.round(sum / count)
}

function fromCanvas({ width, height, rgba }: Exclude<GuideFrame, Uint8Array>): Picture {
  const rgb = new Uint8Array(width * height * 3)
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = rgba[from] as number
    rgb[to + 1] = rgba[from + 1] as number
    rgb[to + 2] = rgba[from + 2] as number
  }
  return pictureOf({ width, height, rgb })
}
