/** How the lines of text lie on a page. */
import type { Ink } from './ink.ts'

/** Degrees of skew that are looked for, to either side. */
const mostSkew = 12
/** More points of ink than this say nothing new about an angle. */
const mostPoints = 40_000

/**
 * The angles, in degrees, at which lines of text may lie: near 0, and near 90. The likelier first. A line at angle `a`
 * runs along (cos a, sin a) in pixels, y downwards; which end is its beginning is not known yet.
 */
export function textAngles(ink: Ink): readonly [number, number] {
  const points = pointsOf(ink)
  const level = best(points, 0)
  const upright = best(points, 90)
  return level.energy >= upright.energy ? [level.angle, upright.angle] : [upright.angle, level.angle]
}

interface Points {
  readonly count: number
  readonly xs: Float32Array
  readonly ys: Float32Array
  readonly amounts: Float32Array
}

function pointsOf({ width, height, amounts }: Ink): Points {
  let inked = 0
  for (let at = 0; at < amounts.length; at++) if (amounts[at] as number) inked++
  const step = Math.max(1, Math.ceil(inked / mostPoints))
  const most = Math.ceil(inked / step)
  const found = { xs: new Float32Array(most), ys: new Float32Array(most), amounts: new Float32Array(most) }
  let [seen, count] = [0, 0]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const amount = amounts[y * width + x] as number
      // Steps that no letter repeats in.
      if (amount === 0 || seen++ % step !== 0) continue
      found.xs[count] = x - width / 2
      found.ys[count] = y - height / 2
      found.amounts[count++] = amount
    }
  return { ...found, count }
}

/** From steps of a degree to steps of a twentieth. */
function best(points: Points, around: number): { angle: number; energy: number } {
  let top = { angle: around, energy: -1 }
  let [from, to] = [around - mostSkew, around + mostSkew]
  for (const step of [1, 0.25, 0.05]) {
    for (let angle = from; angle <= to + 1e-9; angle += step) {
      const energy = energyAt(points, angle)
      if (energy > top.energy) top = { angle, energy }
    }
    from = top.angle - step
    to = top.angle + step
  }
  return top
}

/** Text in lines gives a profile of steps: the sum of their squares is greatest where the lines are level. */
function energyAt({ count, xs, ys, amounts }: Points, angle: number): number {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  let reach = 0
  for (let at = 0; at < count; at += 97)
    reach = Math.max(reach, Math.abs(xs[at] as number) + Math.abs(ys[at] as number))
  const middle = Math.ceil(reach) + 200
  const profile = new Float64Array(2 * middle + 2)
  for (let at = 0; at < count; at++) {
    const place = (ys[at] as number) * cos - (xs[at] as number) * sin + middle
    const bin = place | 0
    const share = (place - bin) * (amounts[at] as number)
    profile[bin] = (profile[bin] as number) + (amounts[at] as number) - share
    profile[bin + 1] = (profile[bin + 1] as number) + share
  }
  let energy = 0
  // Over three pixels: the thin edge of a photo counts less than letters do.
  for (let bin = 4; bin < profile.length; bin++) {
    const rise =
      (profile[bin] as number) +
      (profile[bin - 1] as number) -
      (profile[bin - 3] as number) -
      (profile[bin - 4] as number)
    energy += rise * rise
  }
  return energy
}
