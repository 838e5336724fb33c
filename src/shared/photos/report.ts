/**
 * What the machine found on a photo. Same bytes, policy, models, platform and arrival give the same report, so timings
 * are not part of it. Stored with the event; the officer decides.
 */
import { z } from 'zod'
import { checkIds, levels, notes } from './checks.ts'
import { frame } from './geometry.ts'
import { faceGeometry, fingerprints, measures } from './measures.ts'
import { metricIds, units } from './metrics.ts'
import { photoProfiles } from './profiles.ts'
import { reasonCodeIds, returnReasons } from './reasons.ts'
import { fileKinds } from './sniff.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Within is fine; at the limit itself is within. */
export const bounds = z.object({ min: z.number().optional(), max: z.number().optional() })
export type Bounds = Readonly<z.infer<typeof bounds>>

/** One number of a check and what it may be. */
export const reading = z.object({
  metric: z.enum(metricIds),
  value: z.number(),
  unit: z.enum(units),
  level: z.enum(levels),
  /** Outside of `review` an officer looks at it; outside of `return` a return is proposed. */
  limits: z.object({ review: bounds.optional(), return: bounds.optional() }),
})
export type Reading = Readonly<z.infer<typeof reading>>

export const checkResult = z.object({
  id: z.enum(checkIds),
  level: z.enum(levels),
  /** Of the deciding reading, null when there is none; its limits on the side where the value lies. */
  value: z.number().nullable(),
  unit: z.enum(units).optional(),
  reviewAt: z.number().optional(),
  returnAt: z.number().optional(),
  /** Every number that was looked at, the deciding one first. */
  readings: z.array(reading),
  regions: z.array(frame).optional(),
  iso: z.object({ component: z.string(), raw: z.number(), quality: z.number().int() }).optional(),
  /** The reason that this check would give, whatever its level now. */
  reason: z.enum(returnReasons).optional(),
  code: z.enum(reasonCodeIds).optional(),
  /** Why it was not assessed. */
  note: z.enum(notes).optional(),
  /** Other photos that this is about, as the desk names them. */
  photos: z.array(z.string()).optional(),
})
export type CheckResult = Readonly<z.infer<typeof checkResult>>

/** What the file says of itself; the place it names is never kept. */
export const fileFacts = z.object({
  /** Of the bytes that arrived. */
  sha256,
  bytes: z.number().int(),
  /** Of the cleaned original that is kept. */
  cleanSha256: sha256,
  format: z.enum(['jpeg', 'png']),
  /** As stored, before the orientation is applied. */
  width: z.number().int(),
  height: z.number().int(),
  orientation: z.number().int().min(1).max(8),
  colourSpace: z.enum(['grey', 'rgb', 'cmyk', 'palette']),
  bitDepth: z.number().int(),
  hasAlpha: z.boolean(),
  hasColourProfile: z.boolean(),
  animated: z.boolean(),
  /** What the camera says; null when it says nothing. */
  takenOn: day.nullable(),
  hadGps: z.boolean(),
  trailingBytes: z.number().int(),
  trailingKind: z.enum(fileKinds),
})
export type FileFacts = Readonly<z.infer<typeof fileFacts>>

/** A photo of earlier that looks like this one, found by the desk among its fingerprints. */
export const likeness = z.object({
  /** As the desk names it: an event or a submission. */
  photo: z.string(),
  person: z.enum(['same', 'other']),
  outcome: z.enum(['waiting', 'accepted', 'returned']),
  /** The very same bytes arrived, or the same picture data. */
  sameFile: z.boolean(),
  /** Bits of 64, the smaller of face and whole picture; faces first. */
  difference: z.number().int(),
})
export type Likeness = Readonly<z.infer<typeof likeness>>

/** What came with the photo. */
export const arrival = z.object({
  /** The day of the desk on which it arrived. */
  today: day,
  /** What the person or the officer said; wins over the camera. */
  takenOn: day.optional(),
  /** Age of the person in whole months, where it is known: rules for infants. */
  personMonths: z.number().int().optional(),
  likenesses: z.array(likeness).optional(),
})
export type Arrival = Readonly<z.infer<typeof arrival>>

export const suggestions = ['accept', 'review', 'return'] as const

export const photoReport = z.object({
  schema: z.literal(1),
  policy: z.object({ profile: z.enum(photoProfiles), version: z.string() }),
  /** Null when only the file was looked at. */
  engine: z.object({ version: z.string(), models: z.record(z.string(), sha256) }).nullable(),
  file: fileFacts,
  arrival,
  face: faceGeometry.nullable(),
  /** Without the face's places, which are in `face`. */
  measures: measures.omit({ face: true, fingerprints: true }),
  /** Worst first, then in the order of `checkIds`. */
  checks: z.array(checkResult),
  suggestion: z.enum(suggestions),
  /** The service's reasons, most frequent words first; and what exactly. */
  suggestedReasons: z.array(z.enum(returnReasons)),
  suggestedCodes: z.array(z.enum(reasonCodeIds)),
  fingerprints: fingerprints.nullable(),
  /** The frame to print; null when none of the printed shape holds the head as it must. */
  crop: frame.nullable(),
})
export type PhotoReport = Readonly<z.infer<typeof photoReport>>

/** How long each step took: beside a report, never in it. */
export type Timings = Readonly<Record<string, number>>
