/** Straight lines around the face: the edges of a paper photo that was photographed. Hough's transform on a small copy. */
import { lumaOf } from './crop.ts'
import type { FaceBox } from './detector.ts'
import { ranked } from './rank.ts'
import { type Picture, sample } from './raster.ts'
import type { Readings } from './readings.ts'

/** Longer side of the copy. */
const longest = 240
/** Lines may lean this far from upright and level: slopes of one pixel in a line of `longest`, both ways. */
const mostLean = Math.tan((14 * Math.PI) / 180)
const slopes = 21
/** Strongest lines of a side whose support is counted exactly. */
const candidates = 6

interface Edges {
  readonly width: number
  readonly height: number
  /** Per pixel: 1 on an edge that runs about downwards, 2 about across. */
  readonly kind: Uint8Array
}

/**
 * Support of the best line on each of the four sides of the face: the share of its length that lies on an edge. Paper
 * has four; walls, doors and shoulders seldom three. The value rests on the worst side and is lifted by the third best.
 */
export function measureLines(picture: Picture, face: FaceBox): Readings {
  const scale = Math.max(picture.width, picture.height) / longest
  const width = Math.round(picture.width / scale)
  const height = Math.round(picture.height / scale)
  const map = [scale, 0, scale / 2 - 0.5, 0, scale, scale / 2 - 0.5] as const
  const edges = edgesOf(lumaOf(sample(picture, map, width, height)), width, height)
  const [left, right] = [face.x / scale - 2, (face.x + face.width) / scale + 2]
  const [top, bottom] = [face.y / scale - 2, (face.y + face.height) / scale + 2]
  const supports = [
    bestLine(edges, 1, 3, left),
    bestLine(edges, 1, right, width - 3),
    bestLine(edges, 2, 3, top),
    bestLine(edges, 2, bottom, height - 3),
  ].sort((a, b) => b - a)
  const [third, fourth] = [supports[2] as number, supports[3] as number]
  return { values: { paper_edge: Math.max(fourth, Math.min(third - 0.03, fourth + 0.1)) } }
}

function edgesOf(luma: Float32Array, width: number, height: number): Edges {
  const across = new Float32Array(luma.length)
  const down = new Float32Array(luma.length)
  const strength = new Float32Array(luma.length)
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      const nw = luma[at - width - 1] as number
      const ne = luma[at - width + 1] as number
      const sw = luma[at + width - 1] as number
      const se = luma[at + width + 1] as number
      const gx = ne - nw + se - sw + 2 * ((luma[at + 1] as number) - (luma[at - 1] as number))
      const gy = sw - nw + se - ne + 2 * ((luma[at + width] as number) - (luma[at - width] as number))
      across[at] = gx
      down[at] = gy
      strength[at] = Math.sqrt(gx * gx + gy * gy)
    }
  }
  const threshold = Math.max(28, ranked(strength.slice(), Math.floor(strength.length * 0.8)) * 0.6)
  const kind = new Uint8Array(luma.length)
  for (let at = 0; at < kind.length; at++) {
    const strong = strength[at] as number
    if (strong <= threshold) continue
    // The gradient is at right angles to the line, within about 22 degrees.
    if (Math.abs(across[at] as number) > 0.93 * strong) kind[at] = 1
    else if (Math.abs(down[at] as number) > 0.93 * strong) kind[at] = 2
  }
  return { width, height, kind }
}

/** Of lines of one kind that cross the middle between `from` and `to`; 0 to 1. */
function bestLine(edges: Edges, kind: 1 | 2, from: number, to: number): number {
  const [low, high] = [Math.max(3, Math.floor(from)), Math.floor(to)]
  if (high < low) return 0
  const votes = vote(edges, kind, low, high)
  const count = high - low + 1
  let best = 0
  for (let tried = 0; tried < candidates; tried++) {
    let most = 0
    for (let at = 1; at < votes.length; at++) if ((votes[at] as number) > (votes[most] as number)) most = at
    const slope = Math.floor(most / count)
    const place = low + (most % count)
    best = Math.max(best, support(edges, kind, place, leans[slope] as number))
    for (let at = Math.max(0, most - 2); at <= Math.min(votes.length - 1, most + 2); at++) votes[at] = 0
  }
  return best
}

const leans = Float64Array.from(
  { length: slopes },
  (_, slope) => (mostLean * (2 * slope - (slopes - 1))) / (slopes - 1),
)

/** One counter a slope and place; each edge pixel votes for every line of its kind through it. */
function vote({ width, height, kind: kinds }: Edges, kind: 1 | 2, low: number, high: number): Uint16Array {
  const count = high - low + 1
  const votes = new Uint16Array(slopes * count)
  const middle = (kind === 1 ? height : width) / 2
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      if (kinds[y * width + x] !== kind) continue
      const aside = kind === 1 ? x : y
      const along = (kind === 1 ? y : x) - middle
      for (let slope = 0; slope < slopes; slope++) {
        const place = Math.round(aside - (leans[slope] as number) * along) - low
        if (place >= 0 && place < count) votes[slope * count + place] = (votes[slope * count + place] as number) + 1
      }
    }
  }
  return votes
}

/** Share of the line's length with an edge of its kind within one pixel. */
function support({ width, height, kind: kinds }: Edges, kind: 1 | 2, place: number, lean: number): number {
  const length = kind === 1 ? height : width
  const [step, aside] = kind === 1 ? [width, 1] : [1, width]
  const room = kind === 1 ? width : height
  let [hits, seen] = [0, 0]
  for (let along = 2; along < length - 2; along++) {
    const across = Math.round(place + lean * (along - length / 2))
    if (across < 1 || across >= room - 1) continue
    seen++
    const at = along * step + across * aside
    if (kinds[at - aside] === kind || kinds[at] === kind || kinds[at + aside] === kind) hits++
  }
  return seen > length * 0.6 ? hits / length : 0
}
