/** Places in a picture. Pixels from the upper left corner of the picture as a person sees it (orientation applied). */
import { z } from 'zod'

export const point = z.object({ x: z.number(), y: z.number() })
export type Point = Readonly<z.infer<typeof point>>

/** A rectangle: where something was found, or what is cut out for print. */
export const frame = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Frame = Readonly<z.infer<typeof frame>>

export interface Size {
  readonly width: number
  readonly height: number
}

/** The largest centred frame of the printed shape within a picture; whole pixels. */
export function centredFrame(size: Size, shape: Size): Frame {
  const width = Math.min(size.width, Math.floor((size.height * shape.width) / shape.height))
  const height = Math.min(size.height, Math.floor((size.width * shape.height) / shape.width))
  return {
    x: Math.floor((size.width - width) / 2),
    y: Math.floor((size.height - height) / 2),
    width: Math.max(1, width),
    height: Math.max(1, height),
  }
}
