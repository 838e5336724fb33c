import { expect, test } from 'vitest'
import { futureField } from '../../../src/shared/domain/past-dates.ts'

const today = '2026-11-23'

test.each([
  [{ birthDate: '2026-11-24' }, 'birthDate'],
  [{ birthDate: '2026-12' }, 'birthDate'],
  [{ birthDate: '2027' }, 'birthDate'],
  [{ entries: [{ date: today }, { date: '2026-11-24' }] }, 'entries'],
  [{ route: [{ left: '2026', arrived: '2026-12' }] }, 'route'],
  [{ heldDocuments: [{ issued: '2027' }] }, 'heldDocuments'],
  [{ earlierClaims: [{ date: '2026-11-24' }] }, 'earlierClaims'],
  [{ authorityNotifiedOn: '2026-11-24' }, 'authorityNotifiedOn'],
  [{ detention: { since: today, until: '2026-11-24' } }, 'detention'],
  [{ seizures: [{ on: '2026-11-24' }] }, 'seizures'],
])('%j speaks of a day to come', (fields, field) => {
  expect(futureField(fields, today)).toBe(field)
})

const past: Readonly<Record<string, unknown>>[] = [
  { birthDate: today },
  { birthDate: '2026' },
  { birthDate: null },
  { route: [{ left: '2026-11', arrived: today }] },
  { heldDocuments: [{ issued: '2020', expires: '2030' }] },
  { claimDate: undefined },
  { addressLine: '2027' },
  { constructor: '2027' },
]
test.each(past)('%j does not', (fields) => {
  expect(futureField(fields, today)).toBeUndefined()
})
