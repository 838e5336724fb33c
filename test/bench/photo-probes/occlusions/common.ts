/**
 * What the probes learn from: things drawn over mouths and eyes, and things that look like it and are allowed. Other
 * designs than those of test/support/photo-degrade, on which the probes are tested.
 */
import type { Draw } from '../../../../src/main/demo/draw.ts'
import type { Point } from '../../../../src/shared/photos/geometry.ts'
import { rgbText } from '../../../support/photo-degrade/canvas.ts'
import type { Subject } from '../../../support/photo-degrade/subject.ts'

/** SVG over the subject's own pixels. */
export type Occlusion = (subject: Subject, draw: Draw) => string

export const cloths = [
  '#f4f4f2',
  '#dfe7ee',
  '#9fc3d8',
  '#6fa7a0',
  '#1c1c1f',
  '#2b3550',
  '#5c2733',
  '#7d8a5f',
  '#c8a27a',
  '#d9b8c4',
  '#8f8f94',
  '#e2c9a0',
  '#3f2f27',
]

export const clothOf = (draw: Draw, { skin }: Subject): string =>
  draw.chance(0.15) ? rgbText(skin, 0.85 + draw.next() * 0.3) : draw.pick(cloths)

/** Of glasses. */
export const bridge = (eyes: readonly [Point, Point], ied: number, stroke: string): string =>
  `<path d="M${eyes[0].x + ied * 0.3},${eyes[0].y - ied * 0.05}Q${(eyes[0].x + eyes[1].x) / 2},${eyes[0].y - ied * 0.14} ${eyes[1].x - ied * 0.3},${eyes[1].y - ied * 0.05}" stroke="${stroke}" stroke-width="${ied * 0.04}" fill="none"/>`
