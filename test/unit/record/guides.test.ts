import { expect, test } from 'vitest'
import { countryGuide, guidesFor } from '../../../src/shared/guides/guide.ts'
import { sampleGuides } from '../../../src/shared/guides/samples.ts'

test('ten samples, each whole, with its sources, and none called verified', () => {
  expect(new Set(sampleGuides.map(({ country }) => country)).size).toBe(10)
  for (const guide of sampleGuides) {
    expect(countryGuide.safeParse(guide).error?.issues ?? [], guide.country).toEqual([])
    expect(guide.verified).toBe(false)
  }
})

test('the newest guide of each country counts, of the same version the imported one', () => {
  const [syria] = sampleGuides
  if (!syria) throw new Error('no sample')
  const imported = { ...syria, verified: true }
  const older = { ...imported, version: '2020-01' }
  expect(guidesFor(['SYR', 'SYR', 'FRA'], sampleGuides, [imported])).toEqual([imported])
  expect(guidesFor(['SYR'], sampleGuides, [older])).toEqual([syria])
})
