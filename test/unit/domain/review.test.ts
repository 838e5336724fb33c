import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSampled } from '../../../src/shared/domain/quality-sample.ts'
import { type ChecklistFacts, checklistItems, reviewChecklist } from '../../../src/shared/domain/review-checklist.ts'
import { standingOf } from '../../../src/shared/domain/standing.ts'
import { benefits } from '../../../src/shared/domain/vocabulary.ts'
import { consents, partnerPurposes, partners, sharedFields } from '../../../src/shared/partners/names.ts'
import { requestState, sharing } from '../../../src/shared/partners/sharing.ts'
import { authorityWords, sharingOn, sharingRules } from '../../../src/shared/partners/table.ts'

const ready: ChecklistFacts = {
  received: { at: '2026-11-23' },
  identityLacks: 0,
  essentials: { missing: 0 },
  findings: 0,
  photo: { state: 'good', done: { at: '2026-11-23T15:00:00Z' } },
  biometrics: { exempt: false, done: { by: 'Amélie', at: '2026-11-23T15:00:00Z' } },
  checks: { open: 0, pending: 0, done: { by: 'Amélie', at: '2026-11-23T15:00:00Z' } },
  medical: { met: '2026-12-01' },
  partners: { unasked: 0, waiting: 0 },
  preliminary: '2026-12-02',
  interview: { state: 'attended', openNotes: false, needed: true, closed: { by: 'Amélie', at: '2026-12-03' } },
  openRules: 0,
  decision: { by: 'Amélie', at: '2026-12-04T15:00:00Z' },
}
const stateOf = (facts: ChecklistFacts, item: string) => reviewChecklist(facts).find((line) => line.item === item)

describe('the checklist', () => {
  test('has every item once, and nothing next when all is done', () => {
    expect(reviewChecklist(ready).map(({ item }) => item)).toEqual(checklistItems)
  })

  test('says who did it and when, what waits for others and since when', () => {
    expect(stateOf(ready, 'biometrics')).toMatchObject({ state: 'done', by: 'Amélie' })
    const facts = { ...ready, medical: { since: '2026-11-23' }, essentials: { missing: 2, since: '2026-11-25' } }
    expect(stateOf(facts, 'medical')).toEqual({ item: 'medical', state: 'waiting', since: '2026-11-23' })
    expect(stateOf(facts, 'essentials')).toEqual({
      item: 'essentials',
      state: 'waiting',
      count: 2,
      since: '2026-11-25',
    })
    expect(stateOf({ ...ready, biometrics: { exempt: true } }, 'biometrics')?.state).toBe('not_needed')
    const photo = { state: 'returned' as const, done: { at: '2026-11-24' } }
    expect(stateOf({ ...ready, photo }, 'photo')?.state).toBe('waiting')
    expect(stateOf({ ...ready, checks: { open: 2, pending: 2 } }, 'checks')?.state).toBe('waiting')
    expect(stateOf({ ...ready, checks: { open: 2, pending: 1 } }, 'checks')?.state).toBe('missing')
  })

  test('follows an interview from its wait over a no-show to its closed notes', () => {
    const interview = { state: 'none' as const, openNotes: false, needed: true }
    const at = (changes: object) => stateOf({ ...ready, interview: { ...interview, ...changes } }, 'interview')?.state
    expect(at({})).toBe('missing')
    expect(at({ needed: false })).toBe('not_needed')
    expect(at({ state: 'booked', on: '2026-12-10' })).toBe('waiting')
    expect(at({ state: 'no_show', on: '2026-12-10' })).toBe('missing')
    expect(at({ state: 'attended' })).toBe('missing')
    expect(at({ state: 'attended', openNotes: true })).toBe('missing')
    expect(at({ state: 'attended', closed: { at: '2026-12-10' } })).toBe('done')
  })
})

describe('the standing', () => {
  const passed = { on: '2026-12-02', opens: benefits }
  const states = (facts: Parameters<typeof standingOf>[0]) =>
    standingOf(facts).map(({ state, since }) => [state, since])

  test('is none before the preliminary review, open from it, suspended and ended with the claim', () => {
    expect(states({})).toEqual(benefits.map(() => ['none', undefined]))
    expect(states({ passed })).toEqual(benefits.map(() => ['open', '2026-12-02']))
    expect(states({ passed, suspended: '2026-12-20' })).toEqual(benefits.map(() => ['suspended', '2026-12-20']))
    expect(states({ passed, suspended: '2026-12-20', ended: '2027-01-05' })[0]).toEqual(['ended', '2027-01-05'])
  })

  test('never ends before it began, and what was not opened does not end', () => {
    expect(states({ passed, ended: '2026-12-01' })[0]).toEqual(['ended', '2026-12-02'])
    expect(states({ passed: { on: '2026-12-02', opens: ['health_coverage'] }, ended: '2027-01-05' })).toEqual([
      ['none', undefined],
      ['none', undefined],
      ['ended', '2027-01-05'],
    ])
  })
})

describe('the table of sharing', () => {
  const on = '2026-11-23'
  const security = { partner: 'cbsa_screening', purpose: 'security', consent: 'given', on } as const
  const outcome = (wish: Parameters<typeof sharing>[0]) => {
    const answer = sharing(wish)
    return 'refused' in answer ? answer.refused.code : 'granted'
  }

  test('refuses a purpose that it does not have and every field beyond it, by name', () => {
    expect(outcome({ ...security, fields: ['familyName', 'birthDate'] })).toBe('granted')
    expect(sharing({ ...security, fields: ['familyName', 'narrative', 'medical'] })).toEqual({
      refused: { code: 'too_much', fields: ['narrative', 'medical'] },
    })
    expect(outcome({ ...security, purpose: 'settlement', fields: ['familyName'] })).toBe('not_agreed')
  })

  test('stops with a withdrawn consent unless an authority is cited; the Act goes on without any word of consent', () => {
    const fields = ['familyName'] as const
    expect(outcome({ ...security, fields, consent: 'none' })).toBe('granted')
    expect(outcome({ ...security, fields, consent: 'withdrawn' })).toBe('consent_withdrawn')
    const cited = 'Privacy Act, s. 8(2)(e)'
    expect(sharing({ ...security, fields, consent: 'withdrawn', cited })).toMatchObject({
      granted: { authority: cited },
    })
    const health = { partner: 'health_administrator', purpose: 'health_coverage', fields, on } as const
    expect(outcome({ ...health, consent: 'given' })).toBe('granted')
    expect(outcome({ ...health, consent: 'none' })).toBe('no_consent')
    expect(outcome({ ...health, consent: 'none', cited })).toBe('granted')
  })

  test('never gives more than a row has, whoever is asked for whatever', () => {
    const wish = fc.record({
      partner: fc.constantFrom(...partners),
      purpose: fc.constantFrom(...partnerPurposes),
      fields: fc.uniqueArray(fc.constantFrom(...sharedFields), { minLength: 1 }),
      consent: fc.constantFrom(...consents),
      on: fc.constant(on),
      cited: fc.option(fc.constant('a warrant'), { nil: undefined }),
    })
    fc.assert(
      fc.property(wish, (asked) => {
        const answer = sharing(asked)
        if ('refused' in answer) return
        expect(asked.fields.every((field) => answer.granted.row.fields.includes(field))).toBe(true)
        expect(asked.consent !== 'withdrawn' || asked.cited !== undefined).toBe(true)
      }),
    )
  })

  test('counts an answer late from the day after it was expected', () => {
    const due = '2028-02-29'
    expect(requestState({ due, awaited: true }, '2028-02-29')).toBe('asked')
    expect(requestState({ due, awaited: true }, '2028-03-01')).toBe('late')
    expect(requestState({ due, awaited: true, result: 'clear' }, '2028-03-01')).toBe('answered')
    expect(requestState({ due, awaited: false }, '2028-03-01')).toBe('given')
  })

  test('has each partner and purpose once, and says so when nobody has compared it with the agreements', () => {
    const rows = sharingOn(on)?.rows ?? []
    expect(new Set(rows.map(({ partner, purpose }) => `${partner} ${purpose}`)).size).toBe(rows.length)
    expect(sharingOn(on)?.verified).toBe(false)
  })
})

test('the quality sample follows from seed and decision alone, at about its rate, and never at nothing', () => {
  const settings = { percent: 5, seed: 'a' }
  const ids = Array.from({ length: 4000 }, (_, i) => `0198c0de-0000-7000-8000-${String(i).padStart(12, '0')}`)
  const drawn = ids.filter((id) => isSampled(settings, id, 1_800_000_000_000))
  expect(drawn).toEqual(ids.filter((id) => isSampled(settings, id, 1_800_000_000_000)))
  expect(drawn.length).toBeGreaterThan(140)
  expect(drawn.length).toBeLessThan(260)
  expect(ids.filter((id) => isSampled({ ...settings, seed: 'b' }, id, 1_800_000_000_000))).not.toEqual(drawn)
  expect(ids.some((id) => isSampled({ ...settings, percent: 0 }, id, 1))).toBe(false)
  expect(ids.every((id) => isSampled({ ...settings, percent: 100 }, id, 1))).toBe(true)
})

test('an authority that was written down is read in both languages; what an officer cited stays as typed', () => {
  for (const { rows } of sharingRules)
    for (const { authority } of rows) {
      expect(authorityWords(authority.en)).toEqual(authority)
      expect(authority.fr).not.toBe(authority.en)
    }
  expect(authorityWords('Order of the court, 2026-11-02')).toEqual({
    en: 'Order of the court, 2026-11-02',
    fr: 'Order of the court, 2026-11-02',
  })
})
