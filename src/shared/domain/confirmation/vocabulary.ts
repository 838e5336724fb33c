/** The closed lists of the confirmation of permanent residence. No schema: a window shows them without loading the validator. */

/** How something reached the person or came from them. */
export const contactChannels = ['portal', 'email', 'phone', 'post', 'counter'] as const
export type ContactChannel = (typeof contactChannels)[number]

/** Whether the person does it in the portal, or with the office's help on paper and by telephone. */
export const confirmationPaths = ['portal', 'assisted'] as const

/** Who is who in an approved family. */
export const familyRoles = ['principal', 'spouse', 'child', 'other'] as const
export type FamilyRole = (typeof familyRoles)[number]

/** Why an officer wants to see the person first: in most cases no interview is needed. */
export const interviewReasons = [
  'identity',
  'passport_differs',
  'inadmissibility',
  'family_composition',
  'presence_in_doubt',
  'other',
] as const
export type InterviewReason = (typeof interviewReasons)[number]

/** `resumed`: the officer is satisfied and the process goes on. `no_show`: it must be booked again. */
export const interviewOutcomes = ['resumed', 'not_satisfied', 'no_show'] as const
export type InterviewOutcome = (typeof interviewOutcomes)[number]

/** Passport or travel document against the data on file. `none`: the person has none, and says why. */
export const passportFindings = ['agrees', 'corrected', 'none'] as const

/** Why a temporary password is made: the first one, the last one ran out, or it was lost. */
export const passwordReasons = ['first', 'expired', 'lost'] as const

/** What the portal does not do, and officers refuse with directions. */
export const refusedRequests = ['renewal', 'representative', 'other_application'] as const
export type RefusedRequest = (typeof refusedRequests)[number]

export const cardReturns = ['moved', 'unclaimed', 'address_incomplete', 'refused', 'other'] as const
export const contactReasons = [
  'card_refused',
  'card_undelivered',
  'address_changed',
  'card_late',
  'unreachable',
  'other',
] as const
export const contactAttempts = ['reached', 'no_answer', 'message_left', 'wrong_contact'] as const
export const contactOutcomes = ['resolved', 'address_confirmed', 'not_reached'] as const

export const closingReasons = ['withdrawn', 'not_satisfied', 'deceased', 'duplicate', 'transferred', 'other'] as const

/** Messages and letters of the process; each has its text in both languages. */
export const confirmationMessages = [
  'invitation',
  'invitation_reminder',
  'account',
  'password',
  'password_expiring',
  'interview',
  'photo_reminder',
  'address_photo',
  'confirmed',
  'ecopr_available',
  'card_mailed',
  'card_problem',
  'renewal_refused',
  'representative_refused',
  'other_application_refused',
] as const
export type ConfirmationMessage = (typeof confirmationMessages)[number]
