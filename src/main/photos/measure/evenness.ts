/** Whether the light comes from one side. */
import { cropEyes, cropHeight, cropIed, cropWidth, type FaceCrop } from './crop.ts'
import type { Readings } from './readings.ts'
import { luminance } from './tone.ts'

/** Rows of skin in distances of the eyes below them: between the brows and the chin, without the eyes themselves. */
const skinRows = [-0.8, -0.7, -0.6, -0.5, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 1.1, 1.2] as const
/** Columns from the middle of the face outwards, `step` pixels each. */
const step = 4
const columns = Math.round((cropIed * 0.75) / step)
/** Fewer rows of skin say nothing about a column. */
const leastRows = 4

/**
 * The odd part of the shading: log light on the right minus the same on the left, by distance from the middle, the
 * median over rows of skin. Brows, nose and mouth are the same on both sides and fall out; so do moles and curls.
 */
function oddProfile(crop: FaceCrop): number[] {
  const profile: number[] = []
  for (let column = 1; column <= columns; column++) {
    const differences = skinRows.flatMap((row) => {
      const y = Math.round(cropEyes.y + row * cropIed)
      const [left, right] = [cropEyes.x - column * step, cropEyes.x + column * step]
      if (!crop.face[y * cropWidth + left] || !crop.face[y * cropWidth + right]) return []
      return [Math.log(light(crop, right, y)) - Math.log(light(crop, left, y))]
    })
    if (differences.length < leastRows) break
    profile.push(differences.sort((a, b) => a - b)[differences.length >> 1] as number)
  }
  return profile
}

/** Mean Y of a cell; a little is added, so that noise in the dark counts little. */
function light({ rgb }: FaceCrop, x: number, y: number): number {
  let sum = 0
  for (let row = y - 4; row <= Math.min(cropHeight - 1, y + 4); row += 2) {
    for (let from = (row * cropWidth + x - 2) * 3, k = 0; k < 3; k++, from += 6) {
      sum += luminance(rgb[from] as number, rgb[from + 1] as number, rgb[from + 2] as number)
    }
  }
  return sum / 15 + 0.004
}

/**
 * The mean ratio of the light on the two sides, by the lowest odd order of the shading rather than by raw halves: a
 * highlight, the shadow of the nose or of a curl, and the sun's modelling of the temples move it little.
 */
export function measureEvenness(crop: FaceCrop): Readings {
  const odd = oddProfile(crop)
  if (odd.length < columns / 2) return {}
  const mean = odd.reduce((sum, each) => sum + each, 0) / odd.length
  return { values: { evenness: Math.exp(-Math.abs(mean)) } }
}
