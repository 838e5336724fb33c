/** Where the head is in the picture and how large: chin, estimated crown, hair, edges, turns. */

import type { Point } from '../../../shared/photos/geometry.ts'
import type { FaceGeometry } from '../../../shared/photos/measures.ts'
import { ovalIndices } from './crop.ts'
import type { Face, Found } from './face.ts'
import type { PersonMask } from './person.ts'
import type { Picture } from './raster.ts'
import type { Places, Readings } from './readings.ts'

/** Chin to the top of the skull by T, the median of seven bald heads (1.80 to 1.98): hair and coverings do not count. */
const headByT = 1.87

/** A place on the axis of the face: `d` above the middle of the eyes, `aside` to the right as seen. */
function onAxis({ middle, chin, t }: Face, d: number, aside = 0): Point {
  const up = { x: (middle.x - chin.x) / t, y: (middle.y - chin.y) / t }
  return { x: middle.x + up.x * d - up.y * aside, y: middle.y + up.y * d + up.x * aside }
}

const crownOf = (face: Face): Point => onAxis(face, (headByT - 1) * face.t)

export function measureFraming({ width, height }: Picture, face: Face, person: PersonMask): Readings {
  const crown = crownOf(face)
  return {
    values: {
      head: (headByT * face.t) / height,
      chin_margin: (height - 0.5 - face.chin.y) / height,
      crown_margin: (crown.y + 0.5) / height,
      top_touch: topTouch(width, face, person),
      off_centre: (face.middle.x + 0.5) / width - 0.5,
      roll: face.pose.roll,
      yaw: face.pose.yaw,
      pitch: face.pose.pitch,
    },
  }
}

/** Share of the head's width in which the person reaches the upper edge of the picture. */
function topTouch(width: number, face: Face, person: PersonMask): number {
  const xs = ovalIndices.map((at) => (face.mesh.points[at] as Point).x)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const steps = 64
  let touching = 0
  for (let k = 0; k <= steps; k++) {
    const x = left + ((right - left) * k) / steps
    if (x >= 0 && x < width && person.at(x, 1) > 0.5) touching++
  }
  return touching / (steps + 1)
}

/** The face as the report shows it. */
export function describeFace({ picture, face }: Found, person: PersonMask, places: Places): FaceGeometry | null {
  if (!face) return null
  const { box, mesh } = face
  const all = (points: readonly Point[]) => points.map((each) => places.point(each))
  const hair = hairTop(picture, face, person)
  return {
    box: places.frame({ left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height }),
    score: Math.round(box.score * 100) / 100,
    iedPx: Math.round(face.ied * picture.full.scale * 10) / 10,
    pose: { yaw: tenth(face.pose.yaw), pitch: tenth(face.pose.pitch), roll: tenth(face.pose.roll) },
    eyes: [places.point(face.eyes[0]), places.point(face.eyes[1])],
    chin: places.point(face.chin),
    crownEstimate: places.point(crownOf(face)),
    hairTop: hair ? places.point(hair) : null,
    landmarks: {
      oval: all(ovalIndices.map((at) => mesh.points[at] as Point)),
      leftEye: all(mesh.lids.left),
      rightEye: all(mesh.lids.right),
      lips: all(mesh.lips),
      noseTip: places.point(mesh.points[1] as Point),
    },
  }
}

/** Up the axis of the face to where the person ends; null when that is outside of the picture. */
function hairTop({ height }: Picture, face: Face, person: PersonMask): Point | null {
  const step = height / 512
  let [last, missed] = [face.t * 0.55, 0]
  for (let d = last; d < face.t * 3; d += step) {
    if (onAxis(face, d).y < 0) return null
    const here = [-0.35, -0.2, 0, 0.2, 0.35].map((aside) => onAxis(face, d, aside * face.ied))
    if (here.some(({ x, y }) => person.at(x, y) > 0.5)) [last, missed] = [d, 0]
    else missed += step
    if (missed > face.t * 0.04) return onAxis(face, last)
  }
  return null
}

const tenth = (value: number): number => Math.round(value * 10) / 10 + 0
