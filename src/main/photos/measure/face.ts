/** The face that the checks are about, the way up it stands, and its plain geometry. */
import type { Point } from '../../../shared/photos/geometry.ts'
import { type FaceBox, findFaces } from './detector.ts'
import { distance, middle } from './geometry.ts'
import { fitMesh, type Mesh } from './mesh.ts'
import type { Models } from './models.ts'
import { type Picture, type Turn, turned } from './raster.ts'

/** Log-odds of the mesh below which it is no human face: animals and patterns fool the detector, not the mesh. */
export const leastFlag = 15
/** Faces tried before giving up: an animal may be larger than its owner. */
const tried = 3

export interface Found {
  /** The picture as it was measured: turned by `turn`. */
  readonly picture: Picture
  readonly turn: Turn
  /** Largest first. */
  readonly faces: readonly FaceBox[]
  /** Which of them is measured, and its mesh; null when the detector found nothing. */
  readonly face: Face | null
}

export interface Face {
  readonly box: FaceBox
  readonly mesh: Mesh
  /** Centres of the irises, left as seen first. */
  readonly eyes: readonly [Point, Point]
  readonly chin: Point
  /** Between the eyes; T is from here to the chin. */
  readonly middle: Point
  readonly ied: number
  readonly t: number
  /** Degrees; + is clockwise as seen, to the right as seen, up. */
  readonly pose: { readonly roll: number; readonly yaw: number; readonly pitch: number }
}

/**
 * Finds the face. A picture on its side or upside down is turned until the face stands upright: upside down the
 * detector still finds it, but the mesh does not.
 */
export function findFace(models: Models, picture: Picture): Found {
  const asIs = look(models, picture, 0)
  if (isSure(asIs)) return sideways(models, asIs) ?? asIs
  const over = look(models, turned(picture, 180), 180)
  return flagOf(over) > flagOf(asIs) && isHuman(over) ? over : (sideways(models, asIs) ?? asIs)
}

/** Upright faces reach both; a face that stands on its head misses one. */
const isSure = ({ face }: Found): boolean => face !== null && face.mesh.flag >= 20 && face.box.score >= 0.75
const flagOf = ({ face }: Found): number => face?.mesh.flag ?? Number.NEGATIVE_INFINITY

function look(models: Models, picture: Picture, turn: Turn): Found {
  const faces = findFaces(models, picture)
  const fitted = { at: 0, mesh: null as Mesh | null }
  for (const [at, box] of faces.slice(0, tried).entries()) {
    const mesh = fitMesh(models, picture, box)
    if (!fitted.mesh || mesh.flag >= leastFlag) Object.assign(fitted, { at, mesh })
    if (mesh.flag >= leastFlag) break
  }
  const box = faces[fitted.at]
  return { picture, turn, faces, face: box && fitted.mesh ? faceOf(box, fitted.mesh) : null }
}

/** The picture turned upright, where the head lies on its side. */
function sideways(models: Models, { picture, face }: Found): Found | null {
  if (!face || Math.abs(face.pose.roll) < 50 || Math.abs(face.pose.roll) > 130) return null
  const turn: Turn = face.pose.roll > 0 ? 270 : 90
  const upright = look(models, turned(picture, turn), turn)
  return isHuman(upright) ? upright : null
}

const isHuman = (found: Found): boolean => flagOf(found) >= leastFlag

function faceOf(box: FaceBox, mesh: Mesh): Face {
  const eyes = [mesh.irises.left, mesh.irises.right] as const
  const chin = mesh.points[152] as Point
  const between = middle(eyes)
  return {
    box,
    mesh,
    eyes,
    chin,
    middle: between,
    ied: distance(...eyes),
    t: distance(between, chin),
    pose: poseOf(mesh),
  }
}

/** The mesh sees a face that looks straight ahead as looking slightly down. */
const pitchBias = -2
/** Pairs of points on both sides of the face: corners of the eyes and mouth, brows, cheeks. */
const pairs = [
  [33, 263],
  [133, 362],
  [61, 291],
  [105, 334],
  [50, 280],
  [127, 356],
] as const

/**
 * Turns of the head. Roll is the mean of the line of the irises and of the lines of other pairs, so that one badly
 * placed iris does not decide; yaw and pitch are the normal of the mesh's own plane.
 */
function poseOf({ points, depths, irises }: Mesh): Face['pose'] {
  const irisLine = lineAngle(irises.left, irises.right)
  const others = pairs.map(([a, b]) => wrapped(lineAngle(points[a] as Point, points[b] as Point) - irisLine))
  const roll = irisLine + others.reduce((sum, each) => sum + each, 0) / others.length / 2
  const at = (index: number): [number, number, number] => {
    const { x, y } = points[index] as Point
    return [
      x * Math.cos(-roll) - y * Math.sin(-roll),
      x * Math.sin(-roll) + y * Math.cos(-roll),
      depths[index] as number,
    ]
  }
  const [nx, ny, nz] = cross(minus(at(454), at(234)), minus(at(152), at(10)))
  const sign = nz > 0 ? -1 : 1 // towards the camera, where depths are negative
  const degrees = (across: number) => (Math.atan2(sign * across, Math.abs(nz)) * 180) / Math.PI
  return { roll: (roll * 180) / Math.PI, yaw: degrees(nx), pitch: -degrees(ny) - pitchBias }
}

const lineAngle = (from: Point, to: Point): number => Math.atan2(to.y - from.y, to.x - from.x)
const wrapped = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle))

type Vector = readonly [number, number, number]
const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
