/** Queues of the confirmation of permanent residence, in the order of the process. */
export const confirmationQueues = [
  'to_invite',
  'invitation_unanswered',
  'account_to_create',
  'password_expired',
  'declaration_awaited',
  'interview_to_book',
  'interview_to_record',
  'not_satisfied',
  'ready_for_confirmation',
  'ecopr_to_issue',
  'photo_waiting',
  'address_photo_due',
  'card_to_order',
  'card_late',
  'contact_open',
] as const
export type ConfirmationQueue = (typeof confirmationQueues)[number]
