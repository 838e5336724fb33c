/** The frame to print: the face placed as the paper wants it. The officer adjusts it; nothing else is ever altered. */
import { centredFrame, type Frame, type Point, type Size } from './geometry.ts'
import type { FaceGeometry } from './measures.ts'
import type { PhotoPolicy } from './policy.ts'

/** Share of the room beside the head that is left above the crown: more is left below, for the shoulders. */
const above = 0.32
/** Of the height of the frame, above hair and head coverings. */
const hairMargin = 0.03

/**
 * The frame of the printed shape in which the head has the middle of the size that the paper wants, or comes as near as
 * the picture allows; whole pixels within the picture. Without a face the largest centred one.
 */
export function suggestFrame(face: FaceGeometry | null, size: Size, policy: PhotoPolicy): Frame {
  const { print } = policy
  const shape = { width: print.widthMm, height: print.heightMm }
  const largest = centredFrame(size, shape)
  if (!face) return largest
  const head = headPixels(face)
  if (policy.of === 'picture' && fits((head / largest.height) * print.heightMm, policy)) return largest
  const height = Math.min(largest.height, (head / middle(policy)) * print.heightMm)
  const width = (height * shape.width) / shape.height
  const crown = Math.min(face.crownEstimate.y, face.chin.y - head)
  const hair = face.hairTop ? Math.min(crown, face.hairTop.y) : crown
  const top = Math.min(crown - (height - head) * above, hair - height * hairMargin)
  const [left, right] = face.eyes
  return placed((left.x + right.x) / 2 - width / 2, top, width, height, size)
}

/** Chin to estimated crown, pixels. */
export const headPixels = ({ chin, crownEstimate }: FaceGeometry): number => distance(chin, crownEstimate)

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

const limits = (policy: PhotoPolicy) => policy.checks.head_size.metrics.head_mm?.review ?? {}

function middle(policy: PhotoPolicy): number {
  const { min = 0, max = policy.print.heightMm } = limits(policy)
  return (min + max) / 2
}

function fits(mm: number, policy: PhotoPolicy): boolean {
  const { min = 0, max = policy.print.heightMm } = limits(policy)
  return mm >= min && mm <= max
}

function placed(x: number, y: number, width: number, height: number, size: Size): Frame {
  const whole = { width: Math.max(1, Math.floor(width)), height: Math.max(1, Math.floor(height)) }
  return {
    x: Math.round(Math.min(Math.max(0, x), size.width - whole.width)),
    y: Math.round(Math.min(Math.max(0, y), size.height - whole.height)),
    ...whole,
  }
}
