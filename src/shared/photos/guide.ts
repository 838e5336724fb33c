/** Live guidance at the desk's camera: what a small frame shows, and what the person should do next. */
import { z } from 'zod'
import { frame, point } from './geometry.ts'

/** Most important first; a frame without hints is good to take. */
export const guideHints = [
  'no_face',
  'several_faces',
  /** Of the person to the camera. */
  'come_closer',
  'move_back',
  /** Of the head in the frame, as seen on the screen. */
  'move_left',
  'move_right',
  'move_up',
  'move_down',
  /** The head leans or is turned. */
  'hold_level',
  'look_straight',
  'more_light',
  'less_light',
] as const
export type GuideHint = (typeof guideHints)[number]

export const guideReading = z.object({
  /** Faces in the frame. */
  faces: z.number().int(),
  /** Of the largest; pixels of the frame. */
  face: frame.nullable(),
  eyes: z.tuple([point, point]).nullable(),
  /** Degrees, coarse; signs as in `metrics`. */
  pose: z.object({ roll: z.number(), yaw: z.number() }).nullable(),
  /** Mean L* of the face (of the frame without one), 0 to 100. */
  brightness: z.number(),
  hints: z.array(z.enum(guideHints)),
})
export type GuideReading = Readonly<z.infer<typeof guideReading>>

/**
 * When a hint is given: shares of the frame's height or width, degrees, L*. Wider than the limits of a photo: the
 * picture is taken at full size and cut afterwards.
 */
export const guideLimits = {
  /** Height of the face, brow to chin, over the height of the frame. */
  face: { min: 0.24, max: 0.5 },
  across: 0.1,
  /** Of the middle of the eyes below the top. */
  eyes: { min: 0.28, max: 0.56 },
  roll: 7,
  yaw: 14,
  brightness: { min: 24, max: 88 },
} as const

/** The frame as the hints see it. */
export interface GuideView {
  readonly width: number
  readonly height: number
}

/** What to say of a reading, most important first. */
export function hintsOf(reading: Omit<GuideReading, 'hints'>, { width, height }: GuideView): GuideHint[] {
  const { face, eyes, pose, faces, brightness } = reading
  const light: GuideHint[] = [
    ...said('more_light', brightness < guideLimits.brightness.min),
    ...said('less_light', brightness > guideLimits.brightness.max),
  ]
  if (!face || !eyes || !pose) return ['no_face', ...light]
  const size = face.height / height
  const across = (eyes[0].x + eyes[1].x) / 2 / width - 0.5
  const down = (eyes[0].y + eyes[1].y) / 2 / height
  return [
    ...said('several_faces', faces > 1),
    ...said('come_closer', size < guideLimits.face.min),
    ...said('move_back', size > guideLimits.face.max),
    ...said('move_left', across > guideLimits.across),
    ...said('move_right', across < -guideLimits.across),
    ...said('move_up', down > guideLimits.eyes.max),
    ...said('move_down', down < guideLimits.eyes.min),
    ...said('hold_level', Math.abs(pose.roll) > guideLimits.roll),
    ...said('look_straight', Math.abs(pose.yaw) > guideLimits.yaw),
    ...light,
  ]
}

const said = (hint: GuideHint, holds: boolean): GuideHint[] => (holds ? [hint] : [])
