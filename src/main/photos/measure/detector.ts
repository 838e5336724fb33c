/** Finding faces: MediaPipe's BlazeFace, full range, 256 x 256, over the whole picture padded to a square. */
import type { Point } from '../../../shared/photos/geometry.ts'
import type { Models } from './models.ts'
import { type Picture, sample } from './raster.ts'

export interface FaceBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** 0 to 1. */
  readonly score: number
  /** Left eye as seen, right eye, tip of the nose, mouth, left ear, right ear: roughly. */
  readonly marks: readonly [Point, Point, Point, Point, Point, Point]
}

const side = 256
/** Numbers by anchor: box centre and size, then six points. */
const stride = 16
/** The two grids of anchors, cells a side and anchors a cell, with the outputs that hold their scores and boxes. */
const grids = [
  { cells: 16, each: 2, scores: 'Identity', boxes: 'Identity_2' },
  { cells: 8, each: 6, scores: 'Identity_1', boxes: 'Identity_3' },
] as const

/** Faces by area, largest first; at most one for one place. Coordinates are pixels of the picture. */
export function findFaces(models: Models, picture: Picture, threshold = 0.5): FaceBox[] {
  const square = Math.max(picture.width, picture.height)
  const scale = square / side
  const left = (picture.width - square) / 2
  const top = (picture.height - square) / 2
  const half = scale / 2 - 0.5
  const input = sample(picture, [scale, 0, left + half, 0, scale, top + half], side, side, 1 / 127.5, -1)
  const outputs = models.run('blazeface', input, side)
  const found = grids.flatMap(({ cells, each, scores, boxes }) => {
    const [score, box] = [outputs.get(scores), outputs.get(boxes)]
    if (!score || !box) throw new Error('The face detector has other outputs')
    return [...score.keys()].flatMap((anchor) => {
      const sure = sigmoid(score[anchor] as number)
      if (sure < threshold) return []
      const cell = Math.floor(anchor / each)
      const values = box.subarray(anchor * stride, (anchor + 1) * stride)
      return [faceAt(values, ((cell % cells) + 0.5) / cells, (Math.floor(cell / cells) + 0.5) / cells, sure)]
    })
  })
  return distinct(found.map((face) => inPicture(face, square, left, top)))
}

/** In shares of the square. */
function faceAt(values: Float32Array, anchorX: number, anchorY: number, score: number): FaceBox {
  const at = (index: number) => (values[index] as number) / side
  const [width, height] = [at(2), at(3)]
  const mark = (first: number): Point => ({ x: at(first) + anchorX, y: at(first + 1) + anchorY })
  const marks = [mark(4), mark(6), mark(8), mark(10), mark(12), mark(14)] as const
  return { x: at(0) + anchorX - width / 2, y: at(1) + anchorY - height / 2, width, height, score, marks }
}

function inPicture({ x, y, width, height, score, marks }: FaceBox, square: number, left: number, top: number): FaceBox {
  const place = (point: Point): Point => ({ x: left + point.x * square, y: top + point.y * square })
  const [a, b, c, d, e, f] = marks
  return {
    ...place({ x, y }),
    width: width * square,
    height: height * square,
    score,
    marks: [place(a), place(b), place(c), place(d), place(e), place(f)],
  }
}

/** Keeps the surest of those that overlap. */
function distinct(faces: readonly FaceBox[]): FaceBox[] {
  const kept: FaceBox[] = []
  for (const face of faces.toSorted((a, b) => b.score - a.score))
    if (!kept.some((other) => overlap(face, other))) kept.push(face)
  return kept.sort((a, b) => b.width * b.height - a.width * a.height)
}

function overlap(one: FaceBox, other: FaceBox): boolean {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  const common = Math.max(0, width) * Math.max(0, height)
  const [a, b] = [one.width * one.height, other.width * other.height]
  return common / (a + b - common) > 0.3 || common / Math.min(a, b) > 0.6
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))
