/** What a group of measures gives: numbers, why one is absent, where it was found. */
import type { Note } from '../../../shared/photos/checks.ts'
import type { Frame, Point } from '../../../shared/photos/geometry.ts'
import type { MetricId } from '../../../shared/photos/metrics.ts'
import type { Box } from './crop.ts'
import { type Affine, apply } from './geometry.ts'
import type { Picture, Turn } from './raster.ts'

export interface Readings {
  readonly values?: Partial<Record<MetricId, number>>
  readonly notes?: Partial<Record<MetricId, Note>>
  readonly regions?: Partial<Record<MetricId, Frame[]>>
}

/** None of these could be measured, for one reason. */
export const absent = (note: Note, ...metrics: readonly MetricId[]): Readings => ({
  notes: Object.fromEntries(metrics.map((metric) => [metric, note])),
})

/** Turns places of the measured raster into places of the picture as it is shown, at full size. */
export interface Places {
  point(place: Point): Point
  /** A box of a crop (whose `map` leads to the raster) or, without one, of the raster itself. */
  frame(box: Box, map?: Affine): Frame
}

export function placesOf({ full }: Picture, turn: Turn): Places {
  const point = ({ x, y }: Point): Point => {
    const [fx, fy] = [(x + 0.5) * full.scale - 0.5, (y + 0.5) * full.scale - 0.5]
    const shown = unturned(fx, fy, full, turn)
    return { x: tenth(shown.x), y: tenth(shown.y) }
  }
  return {
    point,
    frame({ left, top, right, bottom }, map) {
      const corners = [
        { x: left - 0.5, y: top - 0.5 },
        { x: right - 0.5, y: top - 0.5 },
        { x: right - 0.5, y: bottom - 0.5 },
        { x: left - 0.5, y: bottom - 0.5 },
      ].map((corner) => point(map ? apply(map, corner) : corner))
      const xs = corners.map(({ x }) => x)
      const ys = corners.map(({ y }) => y)
      const [x, y] = [Math.min(...xs), Math.min(...ys)]
      return { x, y, width: tenth(Math.max(...xs) - x), height: tenth(Math.max(...ys) - y) }
    },
  }
}

/** `size` is of the turned picture. */
function unturned(x: number, y: number, size: { width: number; height: number }, turn: Turn): Point {
  if (turn === 90) return { x: y, y: size.width - 1 - x }
  if (turn === 180) return { x: size.width - 1 - x, y: size.height - 1 - y }
  return turn === 270 ? { x: size.height - 1 - y, y: x } : { x, y }
}

/** Places are stored to a tenth of a pixel. */
const tenth = (value: number): number => Math.round(value * 10) / 10 + 0
