/** Why a photo is returned: the seed's list, the official list and the finer codes that feed both. */

/** The service's own list, in its order; the officer's number keys follow it. */
export const returnReasons = [
  'too_dark',
  'features_not_visible',
  'glare',
  'picture_of_paper_photo',
  'other_requirements',
] as const
export type ReturnReason = (typeof returnReasons)[number]

/** The list of the portal's help page (later practice). */
export const officialReasons = [
  'too_dark',
  'background_not_white',
  'features_not_visible',
  'glare',
  'pixels',
  'file_size',
  'other',
] as const
export type OfficialReason = (typeof officialReasons)[number]

/** What exactly: each has a text for the applicant, and belongs to one reason of either list. */
export const reasonCodes = {
  dark: { reason: 'too_dark', official: 'too_dark' },
  features_hidden: { reason: 'features_not_visible', official: 'features_not_visible' },
  eyes_closed: { reason: 'features_not_visible', official: 'features_not_visible' },
  glasses: { reason: 'features_not_visible', official: 'features_not_visible' },
  headcover: { reason: 'features_not_visible', official: 'features_not_visible' },
  blur: { reason: 'features_not_visible', official: 'features_not_visible' },
  cropped: { reason: 'features_not_visible', official: 'features_not_visible' },
  glare: { reason: 'glare', official: 'glare' },
  photo_of_photo: { reason: 'picture_of_paper_photo', official: 'other' },
  bright: { reason: 'other_requirements', official: 'other' },
  shadow: { reason: 'other_requirements', official: 'other' },
  bg_not_white: { reason: 'other_requirements', official: 'background_not_white' },
  head_size: { reason: 'other_requirements', official: 'other' },
  framing: { reason: 'other_requirements', official: 'other' },
  pose: { reason: 'other_requirements', official: 'other' },
  expression: { reason: 'other_requirements', official: 'other' },
  several_people: { reason: 'other_requirements', official: 'other' },
  colour: { reason: 'other_requirements', official: 'other' },
  altered: { reason: 'other_requirements', official: 'other' },
  old: { reason: 'other_requirements', official: 'other' },
  pixels: { reason: 'other_requirements', official: 'pixels' },
  file_size: { reason: 'other_requirements', official: 'file_size' },
  format: { reason: 'other_requirements', official: 'other' },
  same_again: { reason: 'other_requirements', official: 'other' },
  wrong_person: { reason: 'other_requirements', official: 'other' },
  other: { reason: 'other_requirements', official: 'other' },
} as const satisfies Record<string, { readonly reason: ReturnReason; readonly official: OfficialReason }>

export type ReasonCode = keyof typeof reasonCodes
export const reasonCodeIds = Object.keys(reasonCodes) as [ReasonCode, ...ReasonCode[]]
