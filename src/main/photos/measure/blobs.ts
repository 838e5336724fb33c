/** Connected areas of a mask. */
import type { Box } from './crop.ts'

export interface Blob {
  readonly area: number
  readonly box: Box
}

/** Areas of 4-connected ones of the mask that have at least `least` pixels, largest first. The mask is used up. */
export function blobs(mask: Uint8Array, width: number, least: number): Blob[] {
  const found: Blob[] = []
  const stack = new Int32Array(mask.length)
  for (let start = mask.indexOf(1); start >= 0; start = mask.indexOf(1, start + 1)) {
    const blob = flood(mask, width, start, stack)
    if (blob.area >= least) found.push(blob)
  }
  return found.sort((a, b) => b.area - a.area)
}

function flood(mask: Uint8Array, width: number, start: number, stack: Int32Array): Blob {
  let [left, right, top, bottom] = [width, 0, mask.length, 0]
  let area = 0
  let depth = 1
  stack[0] = start
  mask[start] = 0
  while (depth > 0) {
    const at = stack[--depth] as number
    const x = at % width
    const y = (at - x) / width
    area++
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
    if (x > 0 && mask[at - 1]) depth = take(mask, stack, depth, at - 1)
    if (x < width - 1 && mask[at + 1]) depth = take(mask, stack, depth, at + 1)
    if (mask[at - width]) depth = take(mask, stack, depth, at - width)
    if (mask[at + width]) depth = take(mask, stack, depth, at + width)
  }
  return { area, box: { left, top, right: right + 1, bottom: bottom + 1 } }
}

function take(mask: Uint8Array, stack: Int32Array, depth: number, at: number): number {
  mask[at] = 0
  stack[depth] = at
  return depth + 1
}
