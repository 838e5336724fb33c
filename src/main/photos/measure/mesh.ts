/** The mesh of a face: MediaPipe's Face Mesh finds the square, the one with attention the points in it. */
import type { Point } from '../../../shared/photos/geometry.ts'
import type { FaceBox } from './detector.ts'
import { type Affine, apply, middle, squareMap } from './geometry.ts'
import type { Models } from './models.ts'
import { type Picture, sample } from './raster.ts'

export interface Mesh {
  /** The 468 points of the canonical face model; pixels of the picture. */
  readonly points: readonly Point[]
  /** Their depths, pixels, smaller is nearer. */
  readonly depths: Float32Array
  /** Log-odds that this is a human face: animals stay below 15, people reach 19. */
  readonly flag: number
  /** Lids: 9 points below from the outer corner to the inner one, then 7 above between them; as seen. */
  readonly lids: { readonly left: readonly Point[]; readonly right: readonly Point[] }
  readonly irises: { readonly left: Point; readonly right: Point }
  /** 11 + 9 points around the lips (below, above), then 11 + 9 around the opening. */
  readonly lips: readonly Point[]
  /** The face square that was looked at, 192 x 192, RGB from 0 to 1: the probes read the same. */
  readonly square: Float32Array
}

const side = 192
/** The square is this much larger than the face. */
const margin = 1.5
const outerCorners = [33, 263] as const

/** Fits the mesh to a face that was found. */
export function fitMesh(models: Models, picture: Picture, face: FaceBox): Mesh {
  const turn = turnOf(face.marks[0], face.marks[1])
  const centre = { x: face.x + face.width / 2, y: face.y + face.height / 2 }
  const rough = squareMap(centre, margin * Math.max(face.width, face.height), turn, side)
  const first = models.run('facemesh', sample(picture, rough, side, side, 1 / 255), side, ['Identity_2:0'])
  const map = squareAround(pointsOf(first.get('Identity_2:0'), 3, rough))
  const square = sample(picture, map, side, side, 1 / 255)
  return { ...read(models.run('facemesh-attention-pinto', square, side), map), square }
}

function read(outputs: Map<string, Float32Array>, map: Affine): Omit<Mesh, 'square'> {
  const get = (name: string) => outputs.get(name)
  const mesh = get('output_mesh_identity') ?? get('output_mesh_identity:0')
  const flat = (name: string) => pointsOf(get(name) ?? get(`${name}:0`), 2, map)
  const flag = (get('conv_faceflag') ?? get('conv_faceflag:0'))?.[0]
  if (!mesh || flag === undefined) throw new Error('The face mesh has other outputs')
  const fineness = Math.hypot(map[0], map[3])
  return {
    points: pointsOf(mesh, 3, map),
    depths: Float32Array.from({ length: mesh.length / 3 }, (_, at) => (mesh[3 * at + 2] as number) * fineness),
    flag,
    lids: { left: flat('output_left_eye').slice(0, 16), right: flat('output_right_eye').slice(0, 16) },
    irises: { left: middle(flat('output_left_iris')), right: middle(flat('output_right_iris')) },
    lips: flat('output_lips').slice(0, 40),
  }
}

function pointsOf(values: Float32Array | undefined, stride: number, map: Affine): Point[] {
  if (!values) throw new Error('The face mesh has other outputs')
  const count = values.length / stride
  return Array.from({ length: count }, (_, at) =>
    apply(map, { x: values[stride * at] as number, y: values[stride * at + 1] as number }),
  )
}

/** The square around the points, turned as the eyes are. */
function squareAround(points: readonly Point[]): Affine {
  const [one, other] = outerCorners.map((at) => points[at] as Point) as [Point, Point]
  const turn = turnOf(one, other)
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const along = points.map(({ x, y }) => x * cos + y * sin)
  const across = points.map(({ x, y }) => y * cos - x * sin)
  const [x0, x1, y0, y1] = [Math.min(...along), Math.max(...along), Math.min(...across), Math.max(...across)]
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  const centre = { x: x * cos - y * sin, y: x * sin + y * cos }
  return squareMap(centre, margin * Math.max(x1 - x0, y1 - y0), turn, side)
}

const turnOf = (left: Point, right: Point): number => Math.atan2(right.y - left.y, right.x - left.x)
