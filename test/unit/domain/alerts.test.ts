import { describe, expect, test } from 'vitest'
import { type AlertInput, alertsOf } from '../../../src/shared/domain/alerts.ts'

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
