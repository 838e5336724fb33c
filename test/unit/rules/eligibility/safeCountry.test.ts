import { describe, expect, it, test } from 'vitest'
import type { EligibilityFacts } from '../../../../src/shared/rules/eligibility/facts.ts'
import { atLandPort, crossing, judge, plain, without } from './cases.ts'

const stca = 'irpa.101.1.e'

describe('where the Safe Third Country Agreement applies', () => {
  const places: readonly [string, EligibilityFacts, string][] = [
    ['a land port of entry', atLandPort, 'met'],
    ['a train at a designated location', { ...atLandPort, claimPlace: 'train_poe' }, 'met'],
    ['a land port of entry, not from the United States', { ...atLandPort, cameFromUs: false }, 'not_met'],
    ['an airport', { ...atLandPort, claimPlace: 'airport', removedInTransit: false }, 'not_met'],
    ['an airport, in transit on removal', { ...atLandPort, claimPlace: 'airport', removedInTransit: true }, 'met'],
    ['a harbour', { ...atLandPort, claimPlace: 'harbour' }, 'not_met'],
    ['inland after an entry by air', plain, 'not_met'],
    ['inland, crossed 13 days ago', crossing('2026-11-09', '2026-11-22'), 'met'],
    ['inland, crossed 14 days ago', crossing('2026-11-08', '2026-11-22'), 'not_met'],
  ]
  test.each(places)('%s: %s', (_, facts, kind) => {
    expect(judge(facts, stca).kind).toBe(kind)
  })

  it('is asked about no exception where it does not apply', () => {
    const exceptionFacts = ['relativeInCanada', 'visaFreeCanada', 'deathPenaltyUs'] as const
    const airport = without({ ...atLandPort, claimPlace: 'airport', removedInTransit: false }, ...exceptionFacts)
    expect(judge(airport, stca).nextQuestions).toEqual([])
    expect(judge(without(atLandPort, 'claimPlace', ...exceptionFacts), stca).missing).toEqual(['claimPlace'])
  })

  it('does not apply to citizens of the United States', () => {
    expect(judge({ ...atLandPort, citizenships: ['USA'] }, stca).kind).toBe('not_applicable')
    expect(judge({ ...atLandPort, citizenships: ['SYR', 'USA'] }, stca).kind).toBe('not_applicable')
  })

  it('does not apply to stateless persons who used to live in the United States', () => {
    const stateless = { ...atLandPort, citizenships: [], stateless: true, formerResidences: ['USA'] }
    expect(judge(stateless, stca).kind).toBe('not_applicable')
    expect(judge({ ...stateless, formerResidences: ['LBN'] }, stca).kind).toBe('met')
    expect(judge({ ...atLandPort, formerResidences: ['USA'] }, stca).kind).toBe('met')
    expect(judge(without(stateless, 'formerResidences'), stca).missing).toEqual(['formerResidences'])
    expect(judge(without(stateless, 'stateless'), stca).missing).toEqual(['stateless'])
  })
})

const relative = {
  relativeInCanada: true,
  relativeCitizen: false,
  relativeStatus: 'none',
  relativeClaim: false,
  relativePermit: 'none',
} as const
const claim = { ...relative, relativeClaim: true, relativeClaimAdult: true, relativeClaimEnded: 'no' } as const
const permit = {
  ...relative,
  relativePermit: 'work',
  relativePermitAdult: true,
  relativePermitExcluded: false,
} as const
const minor = {
  birthDate: '2012-01-01',
  accompaniedByParent: false,
  hasPartner: false,
  parentInCanadaOrUs: false,
} as const

describe('the exceptions of IRPR 159.5 and 159.6', () => {
  const holding: readonly [string, EligibilityFacts][] = [
    ['irpr.159.5.a', { ...relative, relativeCitizen: true }],
    ['irpr.159.5.b', { ...relative, relativeStatus: 'protected_person' }],
    ['irpr.159.5.b', { ...relative, relativeStatus: 'permanent_resident' }],
    ['irpr.159.5.b', { ...relative, relativeStatus: 'stay_of_removal' }],
    ['irpr.159.5.c', claim],
    ['irpr.159.5.d', permit],
    ['irpr.159.5.d', { ...permit, relativePermit: 'study' }],
    ['irpr.159.5.e', minor],
    ['irpr.159.5.f', { canadianDocument: 'temporary_resident_visa', transitOnly: false }],
    ['irpr.159.5.g', { visaFreeCanada: true, visaNeededUs: true }],
    ['irpr.159.5.h', { returnedFromUs: 'refused_without_adjudication' }],
    ['irpr.159.5.h', { returnedFromUs: 'resident_removed' }],
    ['irpr.159.6.a', { deathPenaltyUs: true }],
    ['irpr.159.6.b', { deathPenaltyElsewhere: true }],
  ]
  test.each(holding)('%s lifts the ground at a land port of entry and after crossing: %j', (id, facts) => {
    expect(judge({ ...atLandPort, ...facts }, stca)).toMatchObject({ kind: 'exempt', exception: id })
    expect(judge({ ...crossing('2026-11-20', '2026-11-22'), ...facts }, stca).exception).toBe(id)
  })

  test.each(holding)('%s in transit at an airport: only 159.6 lifts the ground: %j', (id, facts) => {
    const transit = { ...atLandPort, claimPlace: 'airport' as const, removedInTransit: true, ...facts }
    expect(judge(transit, stca).kind).toBe(id.startsWith('irpr.159.6') ? 'exempt' : 'met')
  })

  const failing: readonly [string, EligibilityFacts][] = [
    ['(a) no family member in Canada', { ...relative, relativeInCanada: false, relativeCitizen: true }],
    ['(c) withdrawn', { ...claim, relativeClaimEnded: 'withdrawn' }],
    ['(c) abandoned', { ...claim, relativeClaimEnded: 'abandoned' }],
    ['(c) rejected', { ...claim, relativeClaimEnded: 'rejected' }],
    ['(c) terminated', { ...claim, relativeClaimEnded: 'terminated' }],
    ['(c) relative under 18', { ...claim, relativeClaimAdult: false }],
    ['(d) relative under 18', { ...permit, relativePermitAdult: false }],
    ['(d) permit under 206(b) or invalid', { ...permit, relativePermitExcluded: true }],
    ['(e) 18 on the day of the claim', { ...minor, birthDate: '2008-11-22' }],
    ['(e) with a parent', { ...minor, accompaniedByParent: true }],
    ['(e) with a spouse', { ...minor, hasPartner: true }],
    ['(e) parent in the United States', { ...minor, parentInCanadaOrUs: true }],
    ['(f) for transit only', { canadianDocument: 'temporary_resident_visa', transitOnly: true }],
    ['(g) no visa needed for the United States either', { visaFreeCanada: true, visaNeededUs: false }],
  ]
  test.each(failing)('%s: the ground stands', (_, facts) => {
    expect(judge({ ...atLandPort, ...facts }, stca).kind).toBe('met')
  })

  it('one that holds answers for all: the others are not asked', () => {
    const facts = { ...without(atLandPort, 'canadianDocument', 'visaFreeCanada'), ...relative, relativeCitizen: true }
    expect(judge(facts, stca)).toMatchObject({ kind: 'exempt', nextQuestions: [] })
  })

  it('open step by step: the age of a relative only once there is a claim', () => {
    const open = without(atLandPort, 'relativeInCanada')
    expect(judge(open, stca).missing).toEqual(['relativeInCanada'])
    const known = { ...open, relativeInCanada: true }
    expect(judge(known, stca).missing).toEqual(['relativeCitizen', 'relativeStatus', 'relativeClaim', 'relativePermit'])
    const claimed = { ...known, ...relative, relativeClaim: true }
    expect(judge(claimed, stca).missing).toEqual(['relativeClaimAdult'])
  })
})
