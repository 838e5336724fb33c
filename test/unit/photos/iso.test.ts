import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type IsoComponentName, isoComponentNames, isoQuality } from '../../../src/shared/photos/iso.ts'
import { sharedData } from '../../support/shared-data.ts'

/** Computed by hand from the published parameters. */
const pairs: readonly (readonly [IsoComponentName, number, number])[] = [
  // 100 / (1 + e^0) = 50: the middle of each sigmoid
  ['InterEyeDistance', 70, 50],
  ['EyesOpen', 0.02, 50],
  ['MarginAboveOfTheFaceImage', 1.4, 50],
  ['LeftwardCropOfTheFaceImage', 0.9, 50],
  // 100 / (1 + e^-1) = 73.1
  ['InterEyeDistance', 90, 73],
  // 200 (1 - 1 / 2) = 100 at the ideal head, 200 (1 - 1 / (1 + e^-1)) = 53.8 at .05 from it, on both sides
  ['HeadSize', 0.45, 100],
  ['HeadSize', 0.4, 54],
  ['HeadSize', 0.5, 54],
  // cos^2 60 = 1/4; behind the head is no better than sideways
  ['HeadPoseYaw', 60, 25],
  ['HeadPoseRoll', -60, 25],
  ['HeadPosePitch', 120, 0],
  // .5^.3 = .8123
  ['IlluminationUniformity', 0.5, 81],
  // sin(pi .6 / 1.6) = .9239
  ['LuminanceVariance', 0.01, 92],
  // 1 / .02
  ['OverExposurePrevention', 0.01, 50],
  ['OverExposurePrevention', 0, 100],
  // 12.5 x 8 bits
  ['DynamicRange', 8, 100],
  ['DynamicRange', 6.4, 80],
  ['SingleFacePresent', 0.25, 75],
  // 200 (1 - 1 / (1 + e^-1)) = 53.8
  ['NaturalColour', 10, 54],
  // 100 (1 - 1 / (1 + e^-(−.2 / .06))) = 96.6
  ['MouthClosed', 0, 97],
  // 120 (.832 - 1 / (1 + e^18.4)) = 99.8; in the dark whole .832 - .832 = 0
  ['UnderExposurePrevention', 0, 100],
  ['UnderExposurePrevention', 1, 0],
]

test.each(pairs)('%s of %d is %d', (component, raw, quality) => {
  expect(isoQuality(component, raw)).toBe(quality)
})

test('any raw value gives a whole number from 0 to 100', () => {
  for (const component of isoComponentNames) {
    for (const raw of [-1e9, -1, 0, 0.3, 1, 7, 1e9]) {
      const quality = isoQuality(component, raw)
      if (component === 'IlluminationUniformity' && raw < 0) continue // a share: no root of what is below 0
      expect(Number.isInteger(quality) && quality >= 0 && quality <= 100, `${component} ${raw}: ${quality}`).toBe(true)
    }
  }
})

const expected = sharedData('ofiq/expected_results.csv')

test.skipIf(!existsSync(expected))(
  'all 756 pairs of the reference implementation are reproduced (needs shared/data/ofiq)',
  () => {
    const [header = [], ...rows] = readFileSync(expected, 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(';'))
    const wrong: string[] = []
    let compared = 0
    for (const component of isoComponentNames) {
      const [raw, scalar] = [header.indexOf(component), header.indexOf(`${component}.scalar`)]
      for (const row of rows) {
        compared++
        const quality = isoQuality(component, Number(row[raw]))
        if (quality !== Number(row[scalar])) wrong.push(`${component} ${row[raw]}: ${quality}, not ${row[scalar]}`)
      }
    }
    expect(wrong).toEqual([])
    expect(compared).toBe(756)
  },
)
