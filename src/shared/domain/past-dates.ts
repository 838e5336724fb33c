/** Which dates of fields and acts tell of something that happened, and so cannot lie after today. */

type Dates = readonly (string | undefined)[]
const rows =
  (...names: readonly string[]) =>
  (value: unknown): Dates =>
    (value as readonly Readonly<Record<string, string>>[]).flatMap((row) => names.map((name) => row[name]))
const parts =
  (...names: readonly string[]) =>
  (value: unknown): Dates =>
    names.map((name) => (value as Readonly<Record<string, string>>)[name])
const itself = (value: unknown): Dates => [value as string]

const past: Readonly<Record<string, (value: unknown) => Dates>> = {
  birthDate: itself,
  claimDate: itself,
  entries: rows('date'),
  route: rows('left', 'arrived'),
  heldDocuments: rows('issued'),
  earlierClaims: rows('date'),
  authorityNotifiedOn: itself,
  consentToSharing: parts('on'),
  conditionsAcknowledged: parts('on'),
  inadmissibilityReport: parts('on'),
  departureOrder: parts('on'),
  detention: parts('since', 'divisionNotified', 'until'),
  seizures: rows('on'),
}

/** The first field that speaks of a day after `today`; a partial date is compared as far as it says. */
export function futureField(fields: Readonly<Record<string, unknown>>, today: string): string | undefined {
  const lies = (date: string | undefined) => date !== undefined && date > today.slice(0, date.length)
  return Object.entries(fields).find(([name, value]) => {
    const dates = Object.hasOwn(past, name) ? past[name] : undefined
    return dates !== undefined && value !== null && value !== undefined && dates(value).some(lies)
  })?.[0]
}
