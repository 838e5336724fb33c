/** Eyes and mouth: open, covered, closed. */
import type { Point } from '../../../shared/photos/geometry.ts'
import { type Box, boxAround, cropWidth, eyeBoxes, type FaceCrop } from './crop.ts'
import type { Face } from './face.ts'
import { distance } from './geometry.ts'
import type { Models } from './models.ts'
import { activation, score } from './probes.ts'
import { absent, type Places, type Readings } from './readings.ts'

/** Beyond this yaw the probe of the mouth is wrong too often to be used (facts: 7 of 17 beyond 20 degrees). */
const probeYaw = 15

/** Lid and lip gaps by T, from the points of the attention mesh. */
export function measureGaps({ mesh, t }: Face): Readings {
  const gaps = [mesh.lids.left, mesh.lids.right].map(lidGap)
  return { values: { eye_gap: Math.min(...gaps) / t, mouth_gap: lipGap(mesh.lips) / t } }
}

/** Widest of the three middle pairs of lid points. */
const lidGap = (lids: readonly Point[]): number =>
  widest(lids, [
    [11, 3],
    [12, 4],
    [13, 5],
  ])

/** Of the opening of the mouth, in the same way. */
const lipGap = (lips: readonly Point[]): number =>
  widest(lips, [
    [24, 34],
    [25, 35],
    [26, 36],
  ])

const widest = (points: readonly Point[], pairs: readonly (readonly [number, number])[]): number =>
  Math.max(...pairs.map(([a, b]) => distance(points[a] as Point, points[b] as Point)))

/** Skin to compare the eyes with: cheeks. */
const cheeks = [50, 280, 205, 425] as const

/** How much is seen in the boxes of the eyes, against the cheeks. */
export function measureEyes(crop: FaceCrop, places: Places): Readings {
  const skin = mean(cheeks.map((at) => statistics(crop, boxAround(crop.points[at] as Point, 8)).mean)) + 1
  const eyes = eyeBoxes.map((box) => statistics(crop, box))
  return {
    values: {
      eye_deviation: Math.min(...eyes.map(({ deviation }) => deviation)) / skin,
      eye_mean: Math.min(...eyes.map((eye) => eye.mean)) / skin,
    },
    regions: { eye_deviation: eyeBoxes.map((box) => places.frame(box, crop.map)) },
  }
}

/** The probes; a probe that is missing, or a face turned too far, is not assessed. */
export function measureProbes(models: Models, face: Face): Readings {
  const { mouth, eyes } = models.probes
  const inner = activation(models, face.mesh.square)
  const turnedAway = Math.abs(face.pose.yaw) > probeYaw
  const values = {
    ...(eyes ? { eyes_probe: score(eyes, inner) } : {}),
    ...(mouth && !turnedAway ? { mouth_probe: score(mouth, inner) } : {}),
  }
  return { values, ...(turnedAway ? absent('turned_away', 'mouth_probe') : {}) }
}

function statistics({ luma }: FaceCrop, { left, top, right, bottom }: Box): { mean: number; deviation: number } {
  let [sum, squares] = [0, 0]
  for (let y = top; y < bottom; y++) {
    for (let at = y * cropWidth + left; at < y * cropWidth + right; at++) {
      const value = luma[at] as number
      sum += value
      squares += value * value
    }
  }
  const count = Math.max(1, (right - left) * (bottom - top))
  const average = sum / count
  return { mean: average, deviation: Math.sqrt(Math.max(0, squares / count - average * average)) }
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length
