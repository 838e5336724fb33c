/** Whether the border of a shade runs across the face: of a hat, a blind, a window's frame, another person. */
import type { Point } from '../../../shared/photos/geometry.ts'
import { type Box, cropEyes, cropHeight, cropIed, cropWidth, type FaceCrop } from './crop.ts'
import type { Places, Readings } from './readings.ts'
import { linear } from './tone.ts'

/** Pixels of the crop: 16 cells lie between the eyes. */
const cell = 8
const columns = cropWidth / cell
const rows = cropHeight / cell

/** In cells. The step of light is taken across `near`; what the light does up to `far` is the shape of the face. */
const [near, far] = [1, 3]

/** Lines by their lean, by how far they pass from the middle of the face, and by how they bow. */
const leans = Array.from({ length: 24 }, (_, at) => (at * Math.PI) / 24)
const reach = 8
const bows = [-0.018, 0, 0.018] as const
const halfLine = 22
const centre: Point = { x: cropEyes.x / cell - 0.5, y: (cropEyes.y + 0.45 * cropIed) / cell - 0.5 }
/** How far a border may stray from its line. */
const stray = 1
/** A border over fewer cells of bare skin is of a nose, a fold or a curl. */
const leastLength = 16
/** As much of each third of a line must be border. */
const share = 0.6
/** Logarithm of light: what takes less than a tenth of it is none. */
const leastStep = 0.1

/**
 * The light that is left beyond the hardest border along a line through the face, as a share of the light before it; 1
 * where there is none. Light is compared with the light a little beside it, as a ratio, so the tone of the skin falls
 * out; the shape of a face makes slopes and folds, which go on or go back beyond `near`; a border is met all along its
 * line, a nose or a curl is not.
 */
export function measureShade(crop: FaceCrop, places: Places): Readings {
  const cells = cellsOf(crop)
  const mouth = Math.floor((crop.points[base] as Point).y / cell) - 1
  let best: Border = { step: leastStep, places: [] }
  for (const lean of leans) {
    // Beards begin below the nose, about level: there only borders that run down are looked for.
    const steps = stepsAcross(cells, lean, Math.abs(Math.cos(lean)) > Math.SQRT1_2 ? mouth : rows)
    for (let aside = -reach; aside <= reach; aside++) {
      for (const bow of bows) best = borderAlong(steps, { lean, aside, bow }, best.step) ?? best
    }
  }
  if (best.places.length === 0) return { values: { shade_edge: 1 } }
  const region = places.frame(boxOf(best.places, cell), crop.map)
  return { values: { shade_edge: Math.exp(-best.step) }, regions: { shade_edge: [region] } }
}

/** Point of the mesh under the nose. */
const base = 2
/** Around each eye with its brow: no skin, and behind glasses. */
const eyes = [
  [70, 105, 107, 33, 133, 145],
  [300, 334, 336, 263, 362, 374],
] as const

interface Cells {
  /** 1 where skin is bare. */
  readonly skin: Uint8Array
  /** Logarithm of Y. */
  readonly light: Float32Array
}

function cellsOf({ rgb, face, points }: FaceCrop): Cells {
  const skin = new Uint8Array(columns * rows)
  const light = new Float32Array(columns * rows)
  const hidden = eyes.map((around) =>
    boxOf(
      around.map((at) => points[at] as Point),
      cell / 4,
    ),
  )
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      const [x, y] = [column * cell, row * cell]
      const corners = [y * cropWidth + x, (y + cell - 1) * cropWidth + x]
      if (!corners.every((corner) => face[corner] && face[corner + cell - 1])) continue
      if (hidden.some((box) => x + cell > box.left && x < box.right && y + cell > box.top && y < box.bottom)) continue
      skin[at] = 1
      light[at] = Math.log(meanLight(rgb, x, y))
    }
  }
  return { skin, light }
}

/** Mean Y of a cell, from every fourth pixel; a little is added, so that noise in the dark counts little. */
function meanLight(rgb: Float32Array, x: number, y: number): number {
  const light = (at: number) => linear[((rgb[at] as number) + 0.5) | 0] as number
  let sum = 0
  for (let row = y; row < y + cell; row += 2) {
    for (let from = (row * cropWidth + x) * 3, k = 0; k < cell; k += 2, from += 6)
      sum += 0.2126729 * light(from) + 0.7151522 * light(from + 1) + 0.072175 * light(from + 2)
  }
  return sum / 16 + 0.004
}

/** The box of points, larger by `around` on every side. */
function boxOf(points: readonly Point[], around: number): Box {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return {
    left: Math.min(...xs) - around,
    top: Math.min(...ys) - around,
    right: Math.max(...xs) + around,
    bottom: Math.max(...ys) + around,
  }
}

/** The hard step of light across each cell above row `last`; NaN where there is no bare skin to compare. */
function stepsAcross({ skin, light }: Cells, lean: number, last: number): Float32Array {
  const [nx, ny] = [-Math.sin(lean), Math.cos(lean)]
  const by = (distance: number): number => Math.round(ny * distance) * columns + Math.round(nx * distance)
  const [nearBy, farBy] = [by(near), by(far)]
  const margin = far * (columns + 1)
  const steps = new Float32Array(light.length).fill(Number.NaN)
  for (let at = margin; at < Math.min(last * columns, light.length - margin); at++) {
    if (!skin[at - nearBy] || !skin[at + nearBy] || !skin[at - farBy] || !skin[at + farBy]) continue
    const step = (light[at + nearBy] as number) - (light[at - nearBy] as number)
    const wide = (light[at + farBy] as number) - (light[at - farBy] as number)
    steps[at] = Math.sign(step) * Math.max(0, Math.abs(step) - Math.abs(wide - step))
  }
  return steps
}

interface Line {
  readonly lean: number
  readonly aside: number
  readonly bow: number
}

interface Border {
  /** By how much the logarithm of light falls across it. */
  readonly step: number
  /** Where it is, pixels of the crop. */
  readonly places: readonly Point[]
}

/** Along one line: of each cell of bare skin the largest step to either side, and where. */
const rises = new Float64Array(2 * halfLine + 1)
const falls = new Float64Array(2 * halfLine + 1)
const alongs = new Int16Array(2 * halfLine + 1)

/** The border along a line, when it is harder than `least`. */
function borderAlong(steps: Float32Array, line: Line, least: number): Border | null {
  const [cos, sin] = [Math.cos(line.lean), Math.sin(line.lean)]
  let count = 0
  for (let along = -halfLine; along <= halfLine; along++) {
    const across = line.aside + line.bow * along * along
    // Half is added: cut off, they are rounded. No line leaves the cells by more than their margin.
    const x = centre.x + cos * along - sin * across + 0.5
    const y = centre.y + sin * along + cos * across + 0.5
    let [rise, fall] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let off = -stray; off <= stray; off++) {
      const [column, row] = [(x - sin * off) | 0, (y + cos * off) | 0]
      if (column >= columns || row >= rows) continue
      const step = steps[row * columns + column] as number
      if (step > rise) rise = step
      if (-step > fall) fall = -step
    }
    if (rise === Number.NEGATIVE_INFINITY) continue
    rises[count] = rise
    falls[count] = fall
    alongs[count++] = along
  }
  if (count < leastLength) return null
  const [rise, fall] = [stepOf(rises, count, least), stepOf(falls, count, least)]
  const step = Math.max(rise, fall)
  if (step <= least) return null
  const of = rise > fall ? rises : falls
  const places = [...alongs.subarray(0, count)]
    .filter((_, at) => (of[at] as number) >= step)
    .map((along) => placeOn(line, along))
  return { step, places }
}

/** A place of the line, pixels of the crop. */
function placeOn({ lean, aside, bow }: Line, along: number): Point {
  const across = aside + bow * along * along
  const [cos, sin] = [Math.cos(lean), Math.sin(lean)]
  const [x, y] = [centre.x + cos * along - sin * across, centre.y + sin * along + cos * across]
  return { x: (x + 0.5) * cell, y: (y + 0.5) * cell }
}

/** The step that `share` of each third has; 0 when that is no more than `least`. */
function stepOf(values: Float64Array, count: number, least: number): number {
  let step = Number.POSITIVE_INFINITY
  for (let third = 0; third < 3; third++) {
    const [from, to] = [Math.round((third * count) / 3), Math.round(((third + 1) * count) / 3)]
    const rank = Math.floor((to - from) * (1 - share))
    let below = 0
    for (let at = from; at < to; at++) if ((values[at] as number) <= least) below++
    if (below > rank) return 0
    step = Math.min(step, values.slice(from, to).sort()[rank] as number)
  }
  return step
}
