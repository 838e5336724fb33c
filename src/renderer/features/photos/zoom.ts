import type { Size } from '../../../shared/photos/geometry.ts'

/** How large a picture is drawn: pixels of the screen for each of its own. */

const step = 1.5
const largest = 8
const smallest = 0.05

export const larger = (now: number): number => Math.min(largest, now * step)
export const smaller = (now: number): number => Math.max(smallest, now / step)

/** Longest side of the copy that the desk makes for screens. */
const screenCopy = 1600

/** Is the copy for screens too coarse for this size? Undefined: the whole picture in its place. */
export const needsEveryPixel = (zoom: number | undefined, { width, height }: Size): boolean =>
  zoom !== undefined && zoom * Math.max(width, height) > screenCopy && Math.max(width, height) > screenCopy
