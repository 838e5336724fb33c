/**
 * How two dates of birth agree, closest first:
 * - `same`;
 * - `transposed`: day and month changed places, 1974-08-12 and 1974-12-08;
 * - `one_digit`: one digit differs, 1974-08-12 and 1984-08-12;
 * - `year_only`: they agree as far as both are known. A first of January counts as a year alone: registries and
 *   camps write it for a birthday that nobody recorded;
 * - `different`;
 * - `unknown`: a date is missing and says nothing either way.
 */
export type BirthDateAgreement = 'same' | 'transposed' | 'one_digit' | 'year_only' | 'different' | 'unknown'

/** Compares two dates of birth, whole (`1974-08-12`) or partial (`1974-08`, `1974`); the same both ways round. */
export function birthDateCloseness(a: string | null, b: string | null): BirthDateAgreement {
  if (!a || !b) return 'unknown'
  if (a === b) return 'same'
  if (transposed(a) === b) return 'transposed'
  if (oneDigitOff(a, b)) return 'one_digit'
  const [first, second] = [recorded(a), recorded(b)]
  return first.startsWith(second) || second.startsWith(first) ? 'year_only' : 'different'
}

function transposed(date: string): string {
  const [year, month, day] = date.split('-')
  return [year, day, month].join('-')
}

const oneDigitOff = (a: string, b: string): boolean =>
  a.length === b.length && [...a].filter((digit, at) => digit !== b[at]).length === 1

const recorded = (date: string): string => date.replace(/-01-01$/, '')
