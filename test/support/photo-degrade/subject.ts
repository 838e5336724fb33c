/** A good photo and where its face is: what degradations need to know of it. */

import { type Draw, drawOf } from '../../../src/main/demo/draw.ts'
import { type Face, findFace } from '../../../src/main/photos/measure/face.ts'
import type { Models } from '../../../src/main/photos/measure/models.ts'
import { findPerson } from '../../../src/main/photos/measure/person.ts'
import { pictureOf, type Raster } from '../../../src/main/photos/measure/raster.ts'
import type { Point } from '../../../src/shared/photos/geometry.ts'
import { openCanvas, pixelAt } from './canvas.ts'

export interface Subject {
  readonly name: string
  readonly canvas: Raster
  readonly face: Face
  /** Share of person at a pixel, 0 to 1. */
  readonly person: (x: number, y: number) => number
  /** Colour of the wall, of a cheek. */
  readonly wall: readonly [number, number, number]
  readonly skin: readonly [number, number, number]
  /** Point of the 468-point mesh. */
  readonly at: (index: number) => Point
  /** The subject's own choices: the same for the same name, kind and seed. */
  readonly draw: (kind: string) => Draw
}

/** Reads a photo; null when no face is found in it. */
export async function subjectOf(models: Models, name: string, bytes: Uint8Array, seed = 1): Promise<Subject | null> {
  const canvas = await openCanvas(bytes)
  const picture = pictureOf(canvas)
  const { face, turn } = findFace(models, picture)
  if (!face || turn !== 0) return null
  const mask = findPerson(models, picture)
  const at = (index: number): Point => face.mesh.points[index] ?? face.middle
  return {
    name,
    canvas,
    face,
    person: (x, y) => mask.at(x, y),
    wall: pixelAt(canvas, canvas.width * 0.06, canvas.height * 0.06),
    skin: pixelAt(canvas, at(50).x, at(50).y),
    at,
    draw: (kind) => drawOf(seed, hashOf(name), hashOf(kind)),
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

export const between = (from: Point, to: Point, share = 0.5): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
})

/** Points as SVG wants them. */
export const outline = (points: readonly Point[]): string =>
  points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
