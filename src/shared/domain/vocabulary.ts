/**
 * The closed lists of the domain and what needs no schema: a window can show them without loading the validator.
 * The schemas of fields.ts and catalogue.ts are made of these.
 */

export const numberSeries = ['document', 'client', 'application'] as const

export const decisionOutcomes = ['referred', 'ineligible', 'suspended', 'undecided'] as const

export const documentKinds = ['RPID', 'RPCD', 'acknowledgement'] as const

export const stockStates = ['in_office', 'checked_out', 'issued', 'spoiled', 'lost', 'returned'] as const

export const roles = [
  'border_officer',
  'caseworker',
  'photo_reviewer',
  'supervisor',
  'auditor',
  'administrator',
] as const

export const sexes = ['F', 'M', 'X'] as const

/** How a person came across the border: decides which rules of law open. */
export const manners = ['land_poe', 'train_poe', 'airport', 'harbour', 'between_poes', 'elsewhere'] as const

export const persecutionGrounds = [
  'race',
  'religion',
  'nationality',
  'social_group',
  'political_opinion',
  'torture',
  'risk_to_life',
] as const

export const channels = ['port_of_entry', 'inland'] as const

export const provinces = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT'] as const

/** Why somebody in the waiting room cannot wait as long as others; what each means is in hall.ts. */
export const vulnerabilities = ['medical', 'pregnant', 'infant', 'disability', 'older', 'distress'] as const

/** Where a party of the waiting room stands: in the hall, gone without being seen, or seen to the end. */
export const arrivalStages = ['waiting', 'left', 'done'] as const

/** How a claim is taken in: everything at once, or only what the One Touch lane needs today. */
export const lanes = ['full_intake', 'one_touch'] as const

/** Is it a real year, year-month or day? 2026-02-30 and a 13th month are not. */
export function isPartialDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value)
  if (!match) return false
  const [, year = '', month = '01', day = '01'] = match
  const days = daysIn(Number(year), Number(month))
  return days > 0 && Number(day) >= 1 && Number(day) <= days
}

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
