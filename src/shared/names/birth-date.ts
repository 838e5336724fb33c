/** How two dates of birth agree, closest first. */
export type BirthDateAgreement =
  | 'same'
  | 'compatible'
  | 'transposed'
  | 'one_digit'
  | 'same_year'
  | 'different'
  | 'unknown'

/** The agreement and its weight for ranking, 0 to 1; null where a date is unknown and says nothing either way. */
export interface BirthDateCloseness {
  readonly agreement: BirthDateAgreement
  readonly score: number | null
}

const scores: Readonly<Record<BirthDateAgreement, number | null>> = {
  same: 1,
  transposed: 0.85, // 1974-08-12 and 1974-12-08
  compatible: 0.8, // one of them is only a year, or a year and a month
  one_digit: 0.75,
  same_year: 0.4,
  different: 0,
  unknown: null,
}

/**
 * Compares two dates of birth, whole (`1974-08-12`) or partial (`1974-08`, `1974`); null is unknown.
 * The same both ways round.
 */
export function birthDateCloseness(a: string | null, b: string | null): BirthDateCloseness {
  const agreement = agreementOf(a, b)
  return { agreement, score: scores[agreement] }
}

function agreementOf(a: string | null, b: string | null): BirthDateAgreement {
  if (!a || !b) return 'unknown'
  if (a === b) return 'same'
  if (a.startsWith(`${b}-`) || b.startsWith(`${a}-`)) return 'compatible'
  if (transposed(a) === b) return 'transposed'
  if (a.length === b.length && [...a].filter((digit, at) => digit !== b[at]).length === 1) return 'one_digit'
  return a.slice(0, 4) === b.slice(0, 4) ? 'same_year' : 'different'
}

function transposed(date: string): string {
  const [year, month, day] = date.split('-')
  return [year, day, month].join('-')
}
