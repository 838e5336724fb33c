import { describe, expect, test } from 'vitest'
import { mayReplace, newPhotoNeeded, renewalOf } from '../../../src/shared/rules/index.ts'

const until = '2032-11-23'
const asked = { returned: false }
const codeOf = (result: ReturnType<typeof mayReplace>) => (result.ok ? 'allowed' : result.failure.code)

describe('a document', () => {
  test('is renewable from three months before its last day, and afterwards', () => {
    expect(renewalOf(until, '2032-08-22')).toMatchObject({ renewable: false, expired: false, from: '2032-08-23' })
    expect(renewalOf(until, '2032-08-23')).toMatchObject({ renewable: true, expired: false })
    expect(renewalOf(until, until)).toMatchObject({ renewable: true, expired: false })
    expect(renewalOf(until, '2032-11-24')).toMatchObject({ renewable: true, expired: true })
    expect(renewalOf('2033-05-31', '2033-02-28')).toMatchObject({ renewable: true, from: '2033-02-28' })
    expect(renewalOf(until, '2032-01-01').citation.en).toContain('IRCC')
  })

  test('is replaced for each reason on what that reason needs', () => {
    const replace = (request: object) => codeOf(mayReplace({ ...asked, why: 'lost', ...request }, until, '2026-12-01'))
    expect(replace({})).toBe('allowed')
    expect(replace({ returned: true })).toBe('papers.not_returned')
    expect(replace({ why: 'stolen' })).toBe('papers.police_report_needed')
    expect(replace({ why: 'stolen', police: { number: '1', service: 'SPVM' } })).toBe('allowed')
    expect(replace({ why: 'damaged', returned: true })).toBe('allowed')
    expect(replace({ why: 'error' })).toBe('papers.error_unsaid')
    expect(replace({ why: 'error', note: 'wrong birth date' })).toBe('allowed')
    expect(replace({ why: 'expiry' })).toBe('papers.not_yet_renewable')
    expect(codeOf(mayReplace({ ...asked, why: 'expiry' }, null, '2026-12-01'))).toBe('papers.not_yet_renewable')
  })
})

test('a new photo is needed of whoever was under 18 at the claim, by the latest day that a partial birth date means', () => {
  const claim = '2026-11-23'
  expect(newPhotoNeeded('lost', '2008-11-24', claim)).toBe(true)
  expect(newPhotoNeeded('lost', '2008-11-23', claim)).toBe(false)
  expect(newPhotoNeeded('expiry', '2008', claim)).toBe(true)
  expect(newPhotoNeeded('expiry', '2008-10', claim)).toBe(false)
  expect(newPhotoNeeded('lost', undefined, claim)).toBe(false)
  expect(newPhotoNeeded('error', '2015-01-01', claim)).toBe(false)
})
