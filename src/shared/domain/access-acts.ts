/** What the access log tells of: looks, prints, refusals, and what happens at the door. Each has its words. */
export const accessActs = [
  'signed_in',
  'signed_out',
  'switched',
  'locked',
  'unlocked',
  'second_factor_accepted',
  'recovery_code_used',
  'password_changed',
  'key_file_changed',
  'slot_not_renewed',
  'opened_by_recovery_key',
  'counters_tampered',
  'refusals_dropped',
  'restored',
  'settled',
  'trust_changed',
  'tidied',
  'job_failed',
  'searched',
  'viewed',
  'printed',
  'verified',
  'refused',
] as const

export type AccessAct = (typeof accessActs)[number]
