import { headPixels } from '../../../shared/photos/crop.ts'
import { centredFrame, type Frame, type Size } from '../../../shared/photos/geometry.ts'
import type { FaceGeometry } from '../../../shared/photos/measures.ts'
import type { PhotoPolicy } from '../../../shared/photos/policy.ts'

/** Chin to crown in millimetres of the print. */
export function headMm(face: FaceGeometry, frame: Size, policy: PhotoPolicy): number {
  return Math.round((headPixels(face) / frame.height) * policy.print.heightMm * 10) / 10
}

/** Between these the head is as the paper wants it, millimetres. */
export function headLimits(policy: PhotoPolicy): { readonly min: number; readonly max: number } {
  const { min = 0, max = policy.print.heightMm } = policy.checks.head_size.metrics.head_mm?.review ?? {}
  return { min, max }
}

/** Where chin and crown are, and between which heights the crown may lie above this chin; pixels of the picture. */
export function headBand(face: FaceGeometry, frame: Frame, picture: Size, policy: PhotoPolicy) {
  const { min, max } = headLimits(policy)
  // As the judge measures it: of the whole picture, or of what is cut from it.
  const shape = { width: policy.print.widthMm, height: policy.print.heightMm }
  const judged = policy.of === 'picture' ? centredFrame(picture, shape) : frame
  const perMm = judged.height / policy.print.heightMm
  const top = face.chin.y - max * perMm
  return {
    chin: face.chin.y,
    crown: face.crownEstimate.y,
    crownMay: { y: top, height: (max - min) * perMm },
  }
}
