/** Colour of the face: a cast of the light, or none at all. */
import type { FaceLight } from './light.ts'
import type { Readings } from './readings.ts'

/** Distance of the mean a*, b* from the box of natural skin, as ISO/IEC 29794-5 (natural colour) takes it. */
export function measureColour({ lab: [, a, b] }: FaceLight): Readings {
  const outside = (value: number, least: number, most: number) => Math.max(0, least - value, value - most)
  return {
    values: {
      colour_distance: Math.hypot(outside(a, 5, 25), outside(b, 5, 35)),
      face_chroma: Math.hypot(a, b),
    },
  }
}
