import fc from 'fast-check'
import { expect, test } from 'vitest'
import { centredFrame } from '../../../src/shared/photos/geometry.ts'
import { type Arrival, findingCodes, judge, type Measured } from '../../../src/shared/photos/judge.ts'
import type { PictureFacts } from '../../../src/shared/photos/picture.ts'
import { photoPolicies, printPixels } from '../../../src/shared/photos/policy.ts'
import { findingText, requirements } from '../../../src/shared/photos/words.ts'

const prCard = photoPolicies['pr-card']
const document = photoPolicies['refugee-document']
const plain: PictureFacts = {
  format: 'jpeg',
  width: 1000,
  height: 1400,
  colour: 'rgb',
  bitDepth: 8,
  hasAlpha: false,
  progressive: false,
  hasColourProfile: false,
  truncated: false,
  trailingBytes: 0,
  trailingKind: 'empty',
  metadataBytes: 0,
  animated: false,
  orientation: 1,
  takenOn: '2026-10-01',
  hadGps: false,
  hadThumbnail: false,
}
const good: Measured = { greyscale: false, transparent: false, damaged: false }
const arrival: Arrival = { bytes: 800_000, today: '2026-11-22' }
const of = (facts: Partial<PictureFacts> = {}, given: Partial<Arrival> = {}, measured = good, policy = prCard) =>
  judge({ ...plain, ...facts }, measured, { ...arrival, ...given }, policy)
const severity = (findings: ReturnType<typeof judge>, code: string) =>
  findings.find((each) => each.code === code)?.severity

test('a good photo has nothing but ok findings', () => {
  expect(of().every((each) => each.severity === 'ok')).toBe(true)
})

test.each([
  [715, 1000, 'ok'],
  [714, 1000, 'return'],
  [715, 999, 'return'],
  [2000, 2800, 'ok'],
  [2001, 2800, 'return'],
  [2000, 2801, 'return'],
])('for a permanent resident card %i x %i pixels is %s', (width, height, expected) => {
  expect(severity(of({ width, height }), 'pixels')).toBe(expected)
})

test('a picture stored on its side is measured as a person sees it', () => {
  expect(severity(of({ width: 1400, height: 1000, orientation: 6 }), 'pixels')).toBe('ok')
  expect(severity(of({ width: 1400, height: 1000, orientation: 1 }), 'aspect')).toBe('review')
})

test.each([
  [413, 531, 'ok'],
  [412, 531, 'return'],
  [1280, 720, 'ok'],
  [640, 480, 'return'],
])('for a claimant’s document %i x %i pixels, of which the frame counts, is %s', (width, height, expected) => {
  expect(severity(of({ width, height }, {}, good, document), 'pixels')).toBe(expected)
})

test('four megabytes are accepted for a card and one byte more is returned', () => {
  expect(severity(of({}, { bytes: 4_000_000 }), 'file_size')).toBe('ok')
  expect(severity(of({}, { bytes: 4_000_001 }), 'file_size')).toBe('return')
})

test.each([
  ['2025-11-22', 'ok'],
  ['2025-11-21', 'review'],
  ['2026-11-23', 'ok'],
  ['2024-01-01', 'review'],
])('a photo taken on %s is %s on 2026-11-22', (takenOn, expected) => {
  expect(severity(of({ takenOn }), 'age')).toBe(expected)
})

test('what the person says about the day wins over the file, and no day at all is not assessed', () => {
  expect(severity(of({ takenOn: '2020-01-01' }, { takenOn: '2026-11-01' }), 'age')).toBe('ok')
  const unknown = of({ takenOn: null })
  expect(severity(unknown, 'age')).toBeUndefined()
  expect(severity(unknown, 'age_unknown')).toBe('not_assessed')
})

test('no colour, printing colours, see-through parts, an upside-down camera and a hidden archive are for the officer', () => {
  const findings = of(
    { colour: 'cmyk', orientation: 3, trailingBytes: 40, trailingKind: 'archive' },
    {},
    { greyscale: true, transparent: true, damaged: true },
  )
  for (const code of ['greyscale', 'cmyk', 'transparency', 'damaged', 'upside_down', 'trailing_file'])
    expect(severity(findings, code)).toBe('review')
})

test('the second picture that phones append alarms nobody', () => {
  const findings = of({ trailingBytes: 90_000, trailingKind: 'jpeg' })
  expect(severity(findings, 'trailing_bytes')).toBe('ok')
  expect(severity(findings, 'trailing_file')).toBeUndefined()
})

test('the worst finding comes first', () => {
  expect(
    of({ width: 100, height: 100, colour: 'cmyk' })
      .map((each) => each.severity)
      .slice(0, 3),
  ).toEqual(['return', 'review', 'review'])
})

test('every finding and requirement is said in both languages, numbers filled in', () => {
  const texts = findingCodes.flatMap((code) =>
    (['ok', 'review'] as const).map((level) =>
      findingText({ code, severity: level, value: 1.5, limit: { min: 0.5, max: 2 } }),
    ),
  )
  for (const { en, fr } of [...texts, ...requirements(prCard), ...requirements(document)]) {
    expect(en).not.toBe(fr)
    expect(en + fr).not.toMatch(/\{\{|\?|undefined/)
    expect(fr).not.toMatch(/ :|« | »/)
  }
  expect(findingText({ code: 'file_size', severity: 'return', value: 4.2, limit: { max: 4 }, unit: 'MB' }).fr).toBe(
    'Le fichier fait 4,2 Mo; la limite est de 4 Mo.',
  )
})

test('the published requirements say the numbers of the rule', () => {
  const lines = requirements({ ...prCard, fileBytes: { ...prCard.fileBytes, max: 7_000_000 } }).map(({ en }) => en)
  expect(lines).toContain('No larger than 7 MB.')
  expect(lines).toContain('Between 715 × 1000 and 2000 × 2800 pixels (width × height).')
})

test('the frame of 35 by 45 mm at 300 dots an inch is 413 by 531 pixels', () => {
  expect(printPixels(document)).toEqual({ width: 413, height: 531 })
})

test('the centred frame always lies within the picture and has the printed shape', () => {
  const side = fc.integer({ min: 400, max: 9000 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const frame = centredFrame({ width, height }, { width: 413, height: 531 })
      expect(frame.x + frame.width).toBeLessThanOrEqual(width)
      expect(frame.y + frame.height).toBeLessThanOrEqual(height)
      expect(Math.min(frame.x, frame.y)).toBeGreaterThanOrEqual(0)
      expect(Math.abs(frame.width / frame.height / (413 / 531) - 1)).toBeLessThan(0.01)
      expect(frame.width === width || frame.height === height).toBe(true)
    }),
  )
})
