/** Where the person is: MediaPipe's Selfie Segmentation, 256 x 256 over the whole picture. */
import type { Models } from './models.ts'
import { type Picture, sample } from './raster.ts'

export interface PersonMask {
  /** Share of person, 0 to 1, at a place of the picture; 0 outside of it. */
  at(x: number, y: number): number
}

const side = 256

/** Segments the picture; one call of the model. */
export function findPerson(models: Models, picture: Picture): PersonMask {
  const [across, down] = [picture.width / side, picture.height / side]
  const map = [across, 0, across / 2 - 0.5, 0, down, down / 2 - 0.5] as const
  const [share] = models.run('selfie', sample(picture, map, side, side, 1 / 255), side).values()
  if (share?.length !== side * side) throw new Error('The segmentation has other outputs')
  return {
    at(x, y) {
      const column = Math.floor((x + 0.5) / across)
      const row = Math.floor((y + 0.5) / down)
      if (column < 0 || row < 0 || column >= side || row >= side) return 0
      return share[row * side + column] as number
    },
  }
}
