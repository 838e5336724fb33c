/** The checks of a photo, in the order in which they are listed, and how they are grouped for the eye. */

export const levels = ['ok', 'not_assessed', 'review', 'return'] as const
/** `review`: an officer looks at it. `return`: proposed as a reason to return the photo; the officer decides. */
export type Level = (typeof levels)[number]

/** Better to worse. A check that could not be made is worse than one that passed. */
export const rank: Readonly<Record<Level, number>> = { ok: 0, not_assessed: 1, review: 2, return: 3 }

export const checkGroups = {
  face: ['no_face', 'animal', 'several_faces'],
  features: ['eyes_covered', 'tinted_glasses', 'eyes_closed', 'mouth_covered', 'mouth_open'],
  light: ['too_dark', 'over_exposed', 'low_contrast', 'glare', 'uneven_light', 'shade_edge'],
  sharpness: ['blur', 'motion', 'upscaled', 'compression'],
  background: ['background_uneven', 'background_dark', 'background_colour', 'background_shadow'],
  framing: ['head_size', 'cropped', 'off_centre', 'roll', 'yaw', 'pitch'],
  colour: ['colour_cast', 'greyscale'],
  original: ['recapture', 'duplicate', 'duplicate_other', 'transparency'],
  file: [
    'format',
    'file_size',
    'pixels',
    'aspect',
    'age',
    'turned',
    'upside_down',
    'mirrored',
    'damaged',
    'cmyk',
    'moving',
    'trailing_file',
    'trailing_bytes',
    'place_removed',
  ],
} as const

export type CheckGroup = keyof typeof checkGroups
export type CheckId = (typeof checkGroups)[CheckGroup][number]
export const checkIds = Object.values(checkGroups).flat() as [CheckId, ...CheckId[]]

/** The group of a check. */
export const groupOf = (id: CheckId): CheckGroup => groups[id]
const groups = Object.fromEntries(
  Object.entries(checkGroups).flatMap(([group, ids]) => ids.map((id) => [id, group])),
) as Readonly<Record<CheckId, CheckGroup>>

/** Why a check was not made: said beside "not assessed". */
export const notes = [
  /** There is no face to judge. */
  'no_face',
  /** The face is turned too far for it. */
  'turned_away',
  /** The face is too small, pixels between the eyes. */
  'too_small',
  /** Too little background is seen. */
  'little_background',
  /** Only JPEG files show it. */
  'not_jpeg',
  /** Reduced while decoding: what it looks at is gone. */
  'reduced',
  /** Nobody and nothing says it. */
  'unknown',
  /** Another finding makes it meaningless: covered eyes cannot be closed. */
  'hidden',
  /** The time for it was used up. */
  'no_time',
  /** The part of the program that measures was not there. */
  'not_measured',
] as const
export type Note = (typeof notes)[number]
