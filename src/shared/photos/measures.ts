/** What the engine measures on a photo. Plain data, stored with the report: a changed policy is judged from it again. */
import { z } from 'zod'
import { checkIds, notes } from './checks.ts'
import { frame, point } from './geometry.ts'
import { metricIds } from './metrics.ts'

/** What decoding shows of any picture, face or not. */
export const decoded = z.object({
  /** No colour anywhere: stored as grey, or every pixel's channels are nearly equal. */
  greyscale: z.boolean(),
  /** Some pixel is really see-through. */
  transparent: z.boolean(),
  /** The decoder went on over data that makes no sense: a part may be garbled. */
  damaged: z.boolean(),
})
export type Decoded = Readonly<z.infer<typeof decoded>>

/** The face that the checks are about, the largest one; places in pixels of the upright picture. */
export const faceGeometry = z.object({
  box: frame,
  /** Score of the detector, 0 to 1. */
  score: z.number(),
  /** Pixels between the centres of the eyes. */
  iedPx: z.number(),
  /** Degrees; signs as in `metrics`. */
  pose: z.object({ yaw: z.number(), pitch: z.number(), roll: z.number() }),
  /** Centres of the irises, left as seen first. */
  eyes: z.tuple([point, point]),
  chin: point,
  /** Top of the skull: 1.87 T above the chin along the axis of the face; true within 5 %. */
  crownEstimate: point,
  /** Top of the hair or head covering by the segmentation; null when it is cut off or not found. */
  hairTop: point.nullable(),
  /** For guides and for showing what was judged. */
  landmarks: z.object({
    oval: z.array(point),
    leftEye: z.array(point),
    rightEye: z.array(point),
    lips: z.array(point),
    noseTip: point,
  }),
})
export type FaceGeometry = Readonly<z.infer<typeof faceGeometry>>

/** A quality component of ISO/IEC 29794-5 by the published mapping; `quality` is 0 to 100. */
export const isoComponent = z.object({
  check: z.enum(checkIds),
  component: z.string(),
  raw: z.number(),
  quality: z.number().int(),
})
export type IsoComponent = Readonly<z.infer<typeof isoComponent>>

/** 64 bits as 16 hex digits: perceptual hashes. Personal data, kept as long as the photo. */
const hash = z.string().regex(/^[0-9a-f]{16}$/)
export const fingerprints = z.object({ whole: hash, face: hash.nullable() })
export type Fingerprints = Readonly<z.infer<typeof fingerprints>>

export const measures = z.object({
  decoded,
  /**
   * Degrees clockwise by which the picture must be turned for the face to stand upright, after the file's own
   * orientation. The values are those of the turned picture; places stay those of the picture as it is shown.
   */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** Faces that the detector found. */
  faces: z.number().int(),
  face: faceGeometry.nullable(),
  /** The number of each metric, rounded as `metrics` says; one that could not be measured is absent. */
  values: z.partialRecord(z.enum(metricIds), z.number()),
  /** Why a metric is absent. Absent without a note reads as `not_measured`. */
  notes: z.partialRecord(z.enum(metricIds), z.enum(notes)),
  /** Where the metric was found: the glare, the second face, the dark corner. */
  regions: z.partialRecord(z.enum(metricIds), z.array(frame)),
  iso: z.array(isoComponent),
  fingerprints: fingerprints.nullable(),
})
/** See {@link measures}; the schema is the type. */
export type Measures = Readonly<z.infer<typeof measures>>

/** Measures of a picture that was decoded only: every check that needs a face or pixels is not assessed. */
export const onlyDecoded = (given: Decoded): Measures => ({
  decoded: given,
  turn: 0,
  faces: 0,
  face: null,
  values: {},
  notes: {},
  regions: {},
  iso: [],
  fingerprints: null,
})
