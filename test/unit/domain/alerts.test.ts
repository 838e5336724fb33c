import { describe, expect, test } from 'vitest'
import type { AlertInput } from '../../../src/shared/domain/alert.ts'
import { alertsOf } from '../../../src/shared/domain/alerts.ts'

const quiet: AlertInput = {
  today: '2026-11-23',
  person: { familyName: 'Osman', birthDate: '1990-05-17', sex: 'F', citizenships: ['SYR'] },
  claim: {
    claimDate: '2026-11-23',
    entries: [{ date: '2026-11-20', manner: 'airport' }],
    fearedCountries: ['SYR'],
    interpreterNeeded: true,
    spokenLanguage: 'ar',
  },
  read: { birthDate: '1990-05-17', sex: 'F', nationality: 'SYR', expiry: '2027-01-01', failedChecks: [] },
}
const read = (change: Partial<NonNullable<AlertInput['read']>>): AlertInput => ({
  ...quiet,
  read: { failedChecks: [], ...quiet.read, ...change },
})
const person = (change: AlertInput['person']): AlertInput => ({ ...quiet, person: { ...quiet.person, ...change } })
const claim = (change: AlertInput['claim']): AlertInput => ({ ...quiet, claim: { ...quiet.claim, ...change } })

const paper = { id: '0198c0de-0000-7000-8000-000000000001', kind: 'passport', looks: 'genuine' } as const
const report = { on: '2026-11-23', paragraph: '41(a)', by: 'G. Roy', referredTo: 'minister_delegate' } as const
const order = { on: '2026-11-23', by: 'minister_delegate', conditional: true } as const
const child = (change: AlertInput['claim']): AlertInput => ({
  ...claim(change),
  person: { ...quiet.person, birthDate: '2012' },
  read: { failedChecks: [] },
})

test('a full intake without contradictions is quiet', () => {
  const full = claim({
    route: [
      { from: 'SYR', to: 'TUR', left: '2025', arrived: '2025-03' },
      { from: 'TUR', to: 'CAN', left: '2026-11-19', arrived: '2026-11' },
    ],
    heldDocuments: [{ ...paper, issued: '2020', expires: '2026-11-23' }],
    earlierClaims: [{ country: 'CAN', outcome: 'withdrawn' }],
  })
  expect(alertsOf({ ...full, answers: { priorClaims: ['withdrawn'] } })).toEqual([])
  const acts = { inadmissibilityReport: report, departureOrder: order }
  expect(alertsOf({ ...quiet, acts })).toEqual([])
  expect(alertsOf(child({ companion: 'parent' }))).toEqual([])
})

test('a claim without contradictions is quiet, and so is an empty one', () => {
  expect(alertsOf(quiet)).toEqual([])
  expect(alertsOf({ today: '2026-11-23', person: {}, claim: {} })).toEqual([])
})

describe('an alert', () => {
  test.each<[string, string, AlertInput]>([
    ['other_claims', 'eligibility', { ...quiet, otherClaims: ['W000100001'] }],
    ['birth_date_differs', 'identity', read({ birthDate: '1990-05-18' })],
    ['sex_differs', 'identity', read({ sex: 'M' })],
    ['citizenship_differs', 'identity', read({ nationality: 'LBN' })],
    ['check_digits', 'passport', read({ failedChecks: ['documentNumber'] })],
    ['document_expired', 'passport', read({ expiry: '2026-11-22' })],
    ['birth_in_future', 'identity', { ...person({ birthDate: '2026-12' }), read: { failedChecks: [] } }],
    ['entry_before_birth', 'entry', claim({ entries: [{ date: '1990-05-16', manner: 'airport' }] })],
    ['entry_after_claim', 'entry', claim({ claimDate: '2026-11-19' })],
    ['claim_in_future', 'entry', claim({ claimDate: '2026-11-24' })],
    ['stateless_and_citizen', 'identity', person({ citizenships: ['SYR', 'XXA'] })],
    ['feared_elsewhere', 'grounds', claim({ fearedCountries: ['LBN'] })],
    ['route_end', 'journey', claim({ route: [{ from: 'SYR', to: 'TUR' }] })],
    ['route_entry', 'journey', claim({ route: [{ from: 'SYR', to: 'CAN', arrived: '2026-11-19' }] })],
    ['route_order', 'journey', claim({ route: [{ from: 'SYR', to: 'CAN', left: '2026-10', arrived: '2026-09' }] })],
    [
      'route_gap',
      'journey',
      claim({
        route: [
          { from: 'SYR', to: 'TUR' },
          { from: 'LBN', to: 'CAN' },
        ],
      }),
    ],
    ['held_expired', 'papers', claim({ heldDocuments: [{ ...paper, expires: '2026-10' }] })],
    ['held_dates', 'papers', claim({ heldDocuments: [{ ...paper, issued: '2026', expires: '2025' }] })],
    ['minor_alone', 'needs', child({ companion: 'nobody' })],
    ['guardian_missing', 'needs', child({ companion: 'other_adult' })],
    ['companion_of_adult', 'needs', claim({ companion: 'parent' })],
    ['report_to_division', 'measures', { ...child({ companion: 'nobody' }), acts: { inadmissibilityReport: report } }],
    ['order_without_report', 'measures', { ...quiet, acts: { departureOrder: order } }],
    [
      'order_before_report',
      'measures',
      { ...quiet, acts: { inadmissibilityReport: report, departureOrder: { ...order, on: '2026-11-22' } } },
    ],
    [
      'earlier_claim_denied',
      'eligibility',
      { ...claim({ earlierClaims: [{ country: 'CAN', outcome: 'withdrawn' }] }), answers: { priorClaims: [] } },
    ],
  ])('%s takes the officer to the step %s', (code, step, input) => {
    expect(alertsOf(input).map((alert) => [alert.code, alert.step])).toContainEqual([code, step])
  })

  test('a country is named in words, not by its code', () => {
    const [alert] = alertsOf(read({ nationality: 'LBN' }))
    expect(alert?.text.en).toContain('Lebanon')
    expect(alert?.text.fr).toContain('Liban')
  })

  test('that a language is missing stands where an interpreter is needed', () => {
    const { spokenLanguage: _, ...silent } = quiet.claim
    expect(alertsOf({ ...quiet, claim: silent }).map(({ code }) => code)).toEqual(['interpreter_language'])
  })

  test.each<[string, AlertInput]>([
    ['a partial date that agrees as far as it goes', person({ birthDate: '1990-05' })],
    ['a document that expires today', read({ expiry: '2026-11-23' })],
    [
      'a birth this month, known by the month',
      { ...person({ birthDate: '2026-11' }), read: { failedChecks: [] }, claim: {} },
    ],
    ['an entry on the day of birth', claim({ entries: [{ date: '1990-05-17', manner: 'airport' }] })],
    ['one of several citizenships in the zone', person({ citizenships: ['LBN', 'SYR'] })],
    ['a stateless person who fears a country', { ...person({ citizenships: ['XXA'] }), read: { failedChecks: [] } }],
  ])('is not raised by %s', (_, input) => {
    expect(alertsOf(input)).toEqual([])
  })

  test('says the same in two languages', () => {
    for (const { text } of alertsOf(read({ birthDate: '1991-01-01', sex: 'M', failedChecks: ['x'] }))) {
      expect(text.en).toMatch(/\.$/)
      expect(text.fr).toMatch(/\.$/)
      expect(text.fr).not.toBe(text.en)
    }
  })
})
