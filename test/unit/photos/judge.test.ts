import { expect, test } from 'vitest'
import { judgeFile } from '../../../src/shared/photos/judge.ts'
import { onlyDecoded } from '../../../src/shared/photos/measures.ts'
import { type PhotoPolicy, photoPolicies, printPixels } from '../../../src/shared/photos/policy.ts'
import type { Arrival, FileFacts } from '../../../src/shared/photos/report.ts'
import { goodArrival, goodFile } from '../../support/photo-measures.ts'

const prCard = photoPolicies['pr-card']
const document = photoPolicies['refugee-document']
const good = { greyscale: false, transparent: false, damaged: false }
const of = (
  facts: Partial<FileFacts> = {},
  given: Partial<Arrival> = {},
  decoded = good,
  policy: PhotoPolicy = prCard,
) => judgeFile(onlyDecoded(decoded), { ...goodFile, ...facts }, { ...goodArrival, ...given }, policy)
const level = (checks: ReturnType<typeof judgeFile>, id: string) => checks.find((each) => each.id === id)?.level

test('the file of a good photo is in order in every check', () => {
  expect(of().every((each) => each.level === 'ok')).toBe(true)
})

test.each([
  [715, 1000, 'ok'],
  [714, 1000, 'return'],
  [715, 999, 'return'],
  [2000, 2800, 'ok'],
  [2001, 2800, 'return'],
  [2000, 2801, 'return'],
])('for a permanent resident card %i x %i pixels is %s', (width, height, expected) => {
  expect(level(of({ width, height }), 'pixels')).toBe(expected)
})

test('a picture stored on its side is measured as a person sees it', () => {
  expect(level(of({ width: 1400, height: 1000, orientation: 6 }), 'pixels')).toBe('ok')
  expect(level(of({ width: 1400, height: 1000, orientation: 1 }), 'aspect')).toBe('review')
})

test.each([
  [413, 531, 'ok'],
  [412, 531, 'return'],
  [1280, 720, 'ok'],
  [640, 480, 'return'],
])('for a claimant’s document %i x %i pixels, of which the frame counts, is %s', (width, height, expected) => {
  expect(level(of({ width, height }, {}, good, document), 'pixels')).toBe(expected)
})

test('four megabytes are accepted for a card and one byte more is returned', () => {
  expect(level(of({ bytes: 4_000_000 }), 'file_size')).toBe('ok')
  expect(level(of({ bytes: 4_000_001 }), 'file_size')).toBe('return')
})

test.each([
  ['2025-11-22', 'ok', 12],
  ['2025-11-21', 'review', 12],
  ['2026-11-23', 'ok', 0],
  ['2026-11-01', 'ok', 0],
  ['2024-01-01', 'review', 34],
])('a photo taken on %s is %s on 2026-11-22, %i months old', (takenOn, expected, months) => {
  expect(of({ takenOn }).find(({ id }) => id === 'age')).toMatchObject({ level: expected, value: months })
})

test('what the person says about the day wins over the file, and no day at all is not assessed', () => {
  expect(level(of({ takenOn: '2020-01-01' }, { takenOn: '2026-11-01' }), 'age')).toBe('ok')
  expect(level(of({ takenOn: null }), 'age')).toBe('not_assessed')
  expect(level(of({ takenOn: '2027-03-01' }), 'age')).toBe('not_assessed')
})

test('no colour, printing colours, see-through parts, an upside-down camera and a hidden archive are for the officer', () => {
  const checks = of(
    { colourSpace: 'cmyk', orientation: 3, trailingBytes: 40, trailingKind: 'archive', animated: true },
    {},
    { greyscale: true, transparent: true, damaged: true },
  )
  for (const id of ['greyscale', 'cmyk', 'transparency', 'damaged', 'upside_down', 'trailing_file', 'moving'])
    expect(level(checks, id)).toBe('review')
})

test('the second picture that phones append alarms nobody', () => {
  const checks = of({ trailingBytes: 90_000, trailingKind: 'jpeg' })
  expect(checks.find(({ id }) => id === 'trailing_bytes')).toMatchObject({ level: 'ok', value: 90_000, unit: 'bytes' })
  expect(level(checks, 'trailing_file')).toBeUndefined()
})

test('the worst check comes first', () => {
  const levels = of({ width: 100, height: 100, colourSpace: 'cmyk', animated: true }).map((each) => each.level)
  expect(levels.slice(0, 3)).toEqual(['return', 'review', 'review'])
})

test('the frame of 35 by 45 mm at 300 dots an inch is 413 by 531 pixels', () => {
  expect(printPixels(document)).toEqual({ width: 413, height: 531 })
})
