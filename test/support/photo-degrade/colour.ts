/** Pictures that lost or changed their colours. */
import type { Raster } from '../../../src/main/photos/measure/raster.ts'
import { repainted } from './canvas.ts'
import type { Subject } from './subject.ts'

const lumaOf = ([r, g, b]: readonly number[]): number => 0.299 * (r ?? 0) + 0.587 * (g ?? 0) + 0.114 * (b ?? 0)

export const grey = ({ canvas }: Subject): Raster =>
  repainted(canvas, (pixel) => {
    const luma = lumaOf(pixel)
    for (let c = 0; c < 3; c++) pixel[c] = luma
  })

export const sepia = ({ canvas }: Subject): Raster =>
  repainted(canvas, (pixel) => {
    const luma = lumaOf(pixel)
    pixel[0] = luma * 1.07 + 12
    pixel[1] = luma * 0.94 + 6
    pixel[2] = luma * 0.72
  })

/** A wrong white balance: each channel times its gain. */
export const cast = ({ canvas }: Subject, gains: readonly [number, number, number]): Raster =>
  repainted(canvas, (pixel) => {
    for (let c = 0; c < 3; c++) pixel[c] = (pixel[c] ?? 0) * (gains[c] ?? 1)
  })
