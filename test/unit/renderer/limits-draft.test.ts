import { describe, expect, test } from 'vitest'
import {
  groupsOf,
  limitKey,
  outcomes,
  readDraft,
  rowsOf,
  sides,
} from '../../../src/renderer/features/administration/photos/limits-draft.ts'
import { photoPolicies } from '../../../src/shared/photos/policy.ts'
import { photoProfiles } from '../../../src/shared/photos/profiles.ts'
import { limitText, metricName, shownLimit, storedLimit } from '../../../src/shared/photos/words/metrics.ts'

const policy = photoPolicies['pr-card']
const head = { check: 'head_size', metric: 'head_mm' } as const
const at = (outcome: 'review' | 'return', side: 'min' | 'max') => limitKey(head, outcome, side)

describe('a copy of the limits', () => {
  test('that nobody changed, or that was typed back, changes nothing', () => {
    for (const profile of photoProfiles) {
      const each = photoPolicies[profile]
      const typedBack = Object.fromEntries(
        rowsOf(each).flatMap((row) =>
          outcomes.flatMap((outcome) =>
            sides.flatMap((side) => {
              const value = row.rule[outcome]?.[side]
              return value === undefined ? [] : [[limitKey(row, outcome, side), shownLimit(row.metric, value)]]
            }),
          ),
        ),
      )
      expect(readDraft(each, {})).toEqual({ limits: [], faults: [] })
      expect(readDraft(each, typedBack)).toEqual({ limits: [], faults: [] })
      expect(groupsOf(each).flatMap(({ rows }) => rows)).toHaveLength(rowsOf(each).length)
    }
  })

  test('says an outcome whole, with the side that was left alone', () => {
    expect(readDraft(policy, { [at('review', 'min')]: 30 }).limits).toEqual([{ ...head, review: { min: 30, max: 36 } }])
  })

  test('takes shares as percent', () => {
    const key = limitKey({ check: 'glare', metric: 'glare' }, 'return', 'max')
    expect(readDraft(policy, { [key]: 2.5 }).limits).toEqual([
      { check: 'glare', metric: 'glare', return: { max: 0.025 } },
    ])
    for (const value of [0.0144, 0.07, -0.12, 0.002])
      expect(storedLimit('glare', shownLimit('glare', value))).toBe(value)
  })

  test.each([
    ['number', { [at('review', 'min')]: '' }],
    ['number', { [at('return', 'max')]: '-' }],
    ['crossed', { [at('review', 'min')]: 37 }],
    ['outside', { [at('review', 'min')]: 29 }],
    ['outside', { [at('return', 'max')]: 35 }],
  ])('is refused with %s for %j', (fault, draft) => {
    expect(readDraft(policy, draft)).toEqual({ limits: [], faults: [{ ...head, fault }] })
  })
})

describe('the policy in plain words', () => {
  test.each([
    ['head_mm', { min: 31, max: 36 }, '31 to 36\u00a0mm', 'de 31 à 36\u00a0mm'],
    ['megabytes', { max: 4 }, 'at most 4\u00a0MB', 'au plus 4\u00a0Mo'],
    ['glare', { max: 0.005 }, 'at most 0.5\u00a0%', 'au plus 0,5\u00a0%'],
    ['peak', { min: 185 }, 'at least 185', 'au moins 185'],
  ] as const)('says the limit of %s', (metric, bounds, en, fr) => {
    expect([limitText(metric, bounds, 'en'), limitText(metric, bounds, 'fr')]).toEqual([en, fr])
  })

  test('names every number and every source in both languages', () => {
    for (const profile of photoProfiles)
      for (const { metric, rule } of rowsOf(photoPolicies[profile])) {
        expect(metricName[metric].fr).toMatch(/^[a-zà-ÿ]/)
        expect(rule.source.citation.fr).not.toBe(rule.source.citation.en)
      }
  })
})
