import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CheckId, checkGroups, checkIds } from '../../../src/shared/photos/checks.ts'
import { onlyDecoded } from '../../../src/shared/photos/measures.ts'
import { type MetricId, metricIds } from '../../../src/shared/photos/metrics.ts'
import { photoPolicies } from '../../../src/shared/photos/policy.ts'
import { photoProfiles } from '../../../src/shared/photos/profiles.ts'
import { type Likeness, photoReport } from '../../../src/shared/photos/report.ts'
import { goodMeasures, judged, reported } from '../../support/photo-measures.ts'

const check = (checks: ReturnType<typeof judged>, id: CheckId) => checks.find((each) => each.id === id)
const decoded = goodMeasures.decoded

test('a good photo is accepted by both profiles, every check in order', () => {
  for (const profile of photoProfiles) {
    const report = reported({ policy: photoPolicies[profile] })
    expect(report.checks.filter(({ level }) => level !== 'ok')).toEqual([])
    expect(report).toMatchObject({ suggestion: 'accept', suggestedReasons: [] })
  }
})

test.each<[MetricId, number, CheckId, string]>([
  ['face_score', 0.3, 'no_face', 'return'],
  ['face_flag', 10, 'animal', 'return'],
  ['second_face', 0.3, 'several_faces', 'return'],
  ['exposure', 50, 'too_dark', 'return'],
  ['face_p95', 70, 'too_dark', 'review'],
  ['peak', 140, 'too_dark', 'return'],
  ['peak', 180, 'too_dark', 'review'],
  ['saturated', 0.2, 'over_exposed', 'return'],
  ['burnt', 0.02, 'over_exposed', 'return'],
  ['contrast', 40, 'low_contrast', 'return'],
  ['glare', 0.02, 'glare', 'return'],
  ['lens_glare', 0.2, 'glare', 'return'],
  ['evenness', 0.1, 'uneven_light', 'return'],
  ['evenness', 0.3, 'uneven_light', 'review'],
  ['shade_edge', 0.5, 'shade_edge', 'review'],
  ['blur', 0.7, 'blur', 'return'],
  ['eye_detail', 0.05, 'blur', 'review'],
  ['motion', 4, 'motion', 'return'],
  ['enlarged', 4, 'upscaled', 'return'],
  ['blocks', 2, 'compression', 'return'],
  ['jpeg_quality', 30, 'compression', 'review'],
  ['background_deviation', 20, 'background_uneven', 'return'],
  ['background_lightness', 40, 'background_dark', 'return'],
  ['background_chroma', 40, 'background_colour', 'return'],
  ['head', 0.3, 'head_size', 'return'],
  ['head', 0.7, 'head_size', 'return'],
  ['chin_margin', 0.01, 'cropped', 'return'],
  ['off_centre', -0.2, 'off_centre', 'return'],
  ['off_centre', 0.1, 'off_centre', 'review'],
  ['roll', 8, 'roll', 'return'],
  ['yaw', -20, 'yaw', 'return'],
  ['pitch', 25, 'pitch', 'return'],
  ['eye_gap', 0.01, 'eyes_closed', 'return'],
  ['iris_light', 0.6, 'eyes_closed', 'review'],
  ['iris_light', 0.9, 'eyes_closed', 'return'],
  ['eyes_probe', 5, 'eyes_covered', 'return'],
  ['lens_light', 0.2, 'tinted_glasses', 'return'],
  ['lens_light', 0.4, 'tinted_glasses', 'review'],
  ['mouth_gap', 0.3, 'mouth_open', 'review'],
  ['mouth_probe', 3, 'mouth_covered', 'return'],
  ['colour_distance', 9, 'colour_cast', 'return'],
  ['paper_edge', 0.9, 'recapture', 'review'],
  ['raster', 2, 'recapture', 'review'],
])('%s at %d: %s is %s', (metric, value, id, level) => {
  expect(check(judged({ values: { [metric]: value } }), id)?.level).toBe(level)
})

test('a check names its number, its unit and the limits on the side where the number lies', () => {
  expect(check(judged({ values: { head: 0.543 } }), 'head_size')).toMatchObject({
    value: 38,
    unit: 'mm',
    reviewAt: 36,
    returnAt: 37.8,
    reason: 'other_requirements',
    code: 'head_size',
  })
  expect(check(judged({ values: { head: 0.4 } }), 'head_size')).toMatchObject({ value: 28, reviewAt: 31 })
})

test('a picture of a paper photo is never alone a reason, and joins others', () => {
  const alone = reported({ values: { paper_edge: 0.9, raster: 3 } })
  expect(alone).toMatchObject({ suggestion: 'review', suggestedReasons: [] })
  const dark = reported({ values: { paper_edge: 0.9, exposure: 30 } })
  expect(dark.suggestedReasons).toEqual(['too_dark', 'picture_of_paper_photo'])
})

test('an open mouth is never returned: neutral expression is later practice', () => {
  expect(reported({ values: { mouth_gap: 1 } }).suggestion).toBe('review')
})

test('without a face nothing is said of a face, and nothing of it counts as passed', () => {
  const report = reported({ measures: { faces: 0, face: null, values: {} }, values: { face_score: 0 } })
  expect(report).toMatchObject({ suggestion: 'return', suggestedReasons: ['features_not_visible'] })
  for (const id of [...checkGroups.features, ...checkGroups.light, ...checkGroups.framing])
    expect(check([...report.checks], id)).toMatchObject({ level: 'not_assessed', note: 'no_face' })
})

test('an animal is returned as no person; what may cover a person’s face is still named', () => {
  const checks = judged({ values: { face_flag: 5, mouth_probe: 4, exposure: 10 } })
  expect(check(checks, 'animal')?.level).toBe('return')
  expect(check(checks, 'mouth_covered')?.level).toBe('return')
  expect(check(checks, 'too_dark')?.note).toBe('no_face')
})

test('of a face turned away the mouth is not assessed, whichever side', () => {
  for (const yaw of [-16, 16]) {
    const mouth = check(judged({ values: { yaw, mouth_probe: 5 } }), 'mouth_covered')
    expect(mouth).toMatchObject({ level: 'not_assessed', note: 'turned_away' })
  }
})

test('covered eyes are not called closed as well, nor a covered mouth open', () => {
  const checks = judged({ values: { eyes_probe: 9, eye_gap: 0, mouth_probe: 9, mouth_gap: 1 } })
  expect(check(checks, 'eyes_closed')).toMatchObject({ level: 'not_assessed', note: 'hidden' })
  expect(check(checks, 'mouth_open')).toMatchObject({ level: 'not_assessed', note: 'hidden' })
})

test('what was not measured is not assessed, with the engine’s note, and an officer must look', () => {
  const report = reported({
    values: { background_deviation: undefined, background_detail: undefined },
    measures: { notes: { background_deviation: 'little_background' } },
  })
  expect(check([...report.checks], 'background_uneven')).toMatchObject({
    level: 'not_assessed',
    note: 'little_background',
    value: null,
  })
  expect(report.suggestion).toBe('review')
})

test('a photo that was only decoded is for the officer, and no check of the face has passed', () => {
  const report = reported({ measures: onlyDecoded(decoded) })
  expect(report.suggestion).toBe('review')
  for (const id of checkGroups.light) expect(check([...report.checks], id)?.level).toBe('not_assessed')
})

test('a picture whose face lies is judged as it will stand, and an officer turns it', () => {
  const change = { file: { width: 1400, height: 1000 }, measures: { turn: 90 } } as const
  const report = reported(change)
  expect(check([...report.checks], 'turned')?.level).toBe('review')
  expect(check([...report.checks], 'pixels')?.level).toBe('ok')
  expect(report).toMatchObject({ suggestion: 'review', crop: null })
})

test('block edges and tables of a PNG are not assessed', () => {
  expect(check(judged({ file: { format: 'png' } }), 'compression')).toMatchObject({ note: 'not_jpeg' })
})

test('an infant may open the mouth, close the eyes and look aside a little; a grown person may not', () => {
  const values = { mouth_gap: 0.3, eye_gap: 0, yaw: 14 }
  const infant = judged({ values, arrival: { personMonths: 7 } })
  const grown = judged({ values, arrival: { personMonths: 36 } })
  expect(['mouth_open', 'eyes_closed', 'yaw'].map((id) => check(infant, id as CheckId)?.level)).toEqual([
    'ok',
    'review',
    'ok',
  ])
  expect(['mouth_open', 'eyes_closed', 'yaw'].map((id) => check(grown, id as CheckId)?.level)).toEqual([
    'review',
    'return',
    'review',
  ])
})

const like = (given: Partial<Likeness>): Likeness => ({
  photo: 'p1',
  person: 'same',
  outcome: 'accepted',
  sameFile: false,
  difference: 3,
  ...given,
})

test.each<[Partial<Likeness>, 'duplicate' | 'duplicate_other', string]>([
  [{}, 'duplicate', 'review'],
  [{ difference: 8 }, 'duplicate', 'review'],
  [{ difference: 9 }, 'duplicate', 'ok'],
  [{ sameFile: true, difference: 0 }, 'duplicate', 'review'],
  [{ sameFile: true, outcome: 'returned' }, 'duplicate', 'return'],
  [{ person: 'other', difference: 6 }, 'duplicate_other', 'review'],
  [{ person: 'other', difference: 7 }, 'duplicate_other', 'ok'],
  [{ person: 'other', sameFile: true }, 'duplicate_other', 'return'],
])('an earlier photo %o: %s is %s', (given, id, level) => {
  const found = check(judged({ arrival: { likenesses: [like(given)] } }), id)
  expect(found?.level).toBe(level)
  expect(found?.photos).toEqual(level === 'ok' ? undefined : ['p1'])
})

test('nobody compared it: a duplicate is not assessed, never passed', () => {
  const { likenesses: _, ...arrival } = { likenesses: undefined }
  const report = reported({ arrival: { ...arrival, likenesses: undefined } as object })
  expect(check([...report.checks], 'duplicate')).toMatchObject({ level: 'not_assessed', note: 'unknown' })
})

const anyValues = fc.record(
  Object.fromEntries(
    metricIds.map((metric) => [metric, fc.option(fc.double({ min: -300, max: 300, noNaN: true }), { nil: undefined })]),
  ),
)

test('any measures give a report that its schema accepts, each check at most once, worst first', () => {
  fc.assert(
    fc.property(anyValues, fc.constantFrom(...photoProfiles), (values, profile) => {
      const report = reported({ values, policy: photoPolicies[profile] })
      expect(photoReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(JSON.parse(JSON.stringify(report)))
      const ids = report.checks.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of checkIds.filter((each) => !absentWhenFine.has(each))) expect(ids).toContain(id)
      expect(report.suggestion === 'return').toBe(report.checks[0]?.level === 'return')
    }),
    { numRuns: 200 },
  )
})

/** Statements of the file, which are made only when they hold. */
const absentWhenFine: ReadonlySet<CheckId> = new Set<CheckId>([
  'transparency',
  'turned',
  'upside_down',
  'mirrored',
  'damaged',
  'cmyk',
  'moving',
  'trailing_file',
  'trailing_bytes',
  'place_removed',
])

test('every limit of both policies names its source', () => {
  for (const profile of photoProfiles)
    for (const id of checkIds)
      for (const rule of Object.values(photoPolicies[profile].checks[id].metrics))
        expect(Math.min(...Object.values(rule.source.citation).map((text) => text.length))).toBeGreaterThan(10)
})

test('within every limit a return is never proposed before a review', () => {
  for (const profile of photoProfiles)
    for (const id of checkIds)
      for (const { review, return: back } of Object.values(photoPolicies[profile].checks[id].metrics)) {
        if (review?.max !== undefined && back?.max !== undefined) expect(back.max).toBeGreaterThanOrEqual(review.max)
        if (review?.min !== undefined && back?.min !== undefined) expect(back.min).toBeLessThanOrEqual(review.min)
      }
})
