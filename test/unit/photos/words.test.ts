import { expect, test } from 'vitest'
import { checkGroups, checkIds, levels, notes } from '../../../src/shared/photos/checks.ts'
import { type MetricId, metrics } from '../../../src/shared/photos/metrics.ts'
import { type PhotoPolicy, photoPolicies } from '../../../src/shared/photos/policy.ts'
import { photoProfiles } from '../../../src/shared/photos/profiles.ts'
import type { CheckResult } from '../../../src/shared/photos/report.ts'
import { requirements } from '../../../src/shared/photos/requirements.ts'
import { checkText, checkTitle, groupTitle, levelText, noteText } from '../../../src/shared/photos/words.ts'
import { judged } from '../../support/photo-measures.ts'

const prCard = photoPolicies['pr-card']

/** Straight apostrophes, spaces that may break before a colon or within guillemets, and words not filled in. */
function expectGood({ en, fr }: { en: string; fr: string }) {
  expect(en + fr).not.toMatch(/\{\{|\?|undefined|'|NaN/)
  expect(fr).not.toMatch(/ :| %|« | »/)
}

/** Every check with each of its metrics below, within and above, at every level. */
const cases = photoProfiles.flatMap((profile) =>
  checkIds.flatMap((id) =>
    levels.flatMap((level) => {
      const rules = Object.entries(photoPolicies[profile].checks[id].metrics) as [MetricId, object][]
      const readings = (rules.length ? rules : [['difference', {}] as [MetricId, object]]).flatMap(([metric, rule]) =>
        [-999, 1.5, 999].map((value) => ({ metric, value, rule })),
      )
      return readings.map(({ metric, value, rule }): CheckResult => {
        const { review, return: back } = rule as { review?: { max?: number }; return?: { max?: number } }
        const limits = { ...(review ? { review } : {}), ...(back ? { return: back } : {}) }
        const { unit } = metrics[metric]
        const size = (name: MetricId) => ({ metric: name, value: 800, unit: 'px', level, limits: {} }) as const
        const readings = [
          { metric, value, unit, level, limits },
          ...(id === 'pixels' ? [size('width'), size('height')] : []),
        ]
        return { id, level, value, unit, reviewAt: 3, returnAt: 4, readings }
      })
    }),
  ),
)

test('every check at every level is said in both languages, numbers filled in', () => {
  for (const each of cases) {
    expectGood(checkText(each))
    expect(checkText(each).en).toMatch(/\.$/)
    expect(checkText(each).fr).toMatch(/\.$/)
    if (!['pixels'].includes(each.id)) expect(checkText(each).en).not.toBe(checkText(each).fr)
  }
  const labels = [levelText, groupTitle, noteText].flatMap((table) => Object.values(table))
  for (const text of [...labels, ...checkIds.map(checkTitle)]) expectGood(text)
})

test('a check that was not made never reads as passed, whatever the reason', () => {
  for (const id of checkIds.filter((each) => each !== 'age'))
    for (const note of notes) {
      const text = checkText({ id, level: 'not_assessed', value: null, readings: [], note })
      expect(text.en).toContain(`not assessed, ${noteText[note].en}`)
      expect(text.fr).toContain(`non évalué, ${noteText[note].fr}`)
    }
})

const said = (change: Parameters<typeof judged>[0], id: string) => {
  const found = judged(change).find((each) => each.id === id)
  return found && checkText(found)
}

test('numbers are read with what they must be', () => {
  expect(said({ values: { head: 0.543 } }, 'head_size')).toEqual({
    en: 'Head 38 mm, must be 31 to 36: too large.',
    fr: 'Tête de 38 mm, doit mesurer de 31 à 36\u00a0: trop grande.',
  })
  expect(said({ values: { roll: -8.4 } }, 'roll')?.en).toBe(
    'The head leans to the left of the picture by 8.4°, at most 5.5°.',
  )
  expect(said({ values: { off_centre: 0.125 } }, 'off_centre')?.fr).toBe(
    'Le visage est à 12,5\u00a0% de la largeur à droite du milieu, au plus 7\u00a0%.',
  )
  expect(said({ file: { width: 700 } }, 'pixels')?.en).toBe(
    '700 × 1400 pixels are used; the width must be 715 to 2000.',
  )
  expect(said({ file: { bytes: 4_200_000 } }, 'file_size')?.fr).toBe('Le fichier fait 4,2 Mo; la limite est de 4 Mo.')
  expect(said({ arrival: { takenOn: '2024-01-01' } }, 'age')?.en).toBe(
    'The photo was taken more than 34 months ago; the limit is 12 months.',
  )
})

test('the published requirements say the numbers of the rule, in both languages', () => {
  const { checks } = prCard
  const megabytes = { ...checks.file_size.metrics.megabytes, return: { max: 7 } }
  const copy = {
    ...prCard,
    checks: { ...checks, file_size: { metrics: { megabytes } } },
  } as PhotoPolicy
  expect(requirements(copy, 'en')).toContain('No larger than 7 MB.')
  expect(requirements(prCard, 'en')).toContain('Between 715 × 1000 and 2000 × 2800 pixels (width × height).')
  expect(requirements(prCard, 'en').join()).toContain('31 to 36 mm')
  for (const profile of photoProfiles) {
    const [en, fr] = (['en', 'fr'] as const).map((language) => requirements(photoPolicies[profile], language))
    expect(en?.length).toBe(fr?.length)
    en?.forEach((line, at) => {
      expectGood({ en: line, fr: fr?.[at] ?? '?' })
    })
  }
})

test('every check stands in a group with a title', () => {
  for (const group of Object.keys(checkGroups)) expect(Object.keys(groupTitle)).toContain(group)
})
