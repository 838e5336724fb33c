import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suggestFrame } from '../../../src/shared/photos/crop.ts'
import { centredFrame } from '../../../src/shared/photos/geometry.ts'
import { difference, hamming } from '../../../src/shared/photos/likeness.ts'
import type { FaceGeometry } from '../../../src/shared/photos/measures.ts'
import { type PhotoPolicy, photoPolicies } from '../../../src/shared/photos/policy.ts'
import { whatIf } from '../../../src/shared/photos/what-if.ts'
import { goodFace, reported } from '../../support/photo-measures.ts'

const prCard = photoPolicies['pr-card']
const document = photoPolicies['refugee-document']

/** The policy with other limits of the head. */
function withRoll(max: number): PhotoPolicy {
  const roll = { ...prCard.checks.roll.metrics.roll!, review: { min: -max, max }, return: { min: -max, max } }
  return {
    ...prCard,
    version: 'copy',
    checks: { ...prCard.checks, roll: { ...prCard.checks.roll, metrics: { roll } } },
  }
}

const stored = [0, 3, 6, 9].map((roll) => reported({ values: { roll } }))

test('the policy in force changes nothing about photos that it judged', () => {
  expect(whatIf(prCard, stored)).toMatchObject({ photos: 4, checks: [], changed: [] })
})

test('a stricter copy shows how many photos it would have returned, from their stored values alone', () => {
  const { before, after, checks, changed } = whatIf(withRoll(2), JSON.parse(JSON.stringify(stored)))
  expect(before).toEqual({ accept: 2, review: 1, return: 1 })
  expect(after).toEqual({ accept: 1, review: 0, return: 3 })
  expect(checks).toEqual([
    { id: 'roll', from: 'ok', to: 'return', count: 1 },
    { id: 'roll', from: 'review', to: 'return', count: 1 },
  ])
  expect(changed.map(({ index }) => index)).toEqual([1, 2])
})

test('photos of the other profile are left out', () => {
  expect(whatIf(document, stored).photos).toBe(0)
})

test('hashes differ by their bits', () => {
  expect(hamming('0000000000000000', 'ffffffffffffffff')).toBe(64)
  expect(hamming('0123456789abcdef', '0123456789abcdee')).toBe(1)
  const whole = '0000000000000000'
  expect(difference({ whole, face: '0000000000000001' }, { whole, face: '0000000000000003' })).toBe(1)
  expect(difference({ whole, face: null }, { whole: '000000000000000f', face: whole })).toBe(4)
})

test('the frame for a card is the whole picture when the head has the right size on it', () => {
  expect(suggestFrame(goodFace, { width: 1000, height: 1400 }, prCard)).toEqual({
    x: 0,
    y: 0,
    width: 1000,
    height: 1400,
  })
})

test('the suggested frame lies in the picture, has the printed shape and holds the head', () => {
  const side = fc.integer({ min: 600, max: 6000 })
  const policy = fc.constantFrom(prCard, document)
  fc.assert(
    fc.property(side, side, fc.double({ min: 0.1, max: 0.5, noNaN: true }), policy, (width, height, share, policy) => {
      const face = faceAt(width / 2, height / 2, share * Math.min(width, height))
      const frame = suggestFrame(face, { width, height }, policy)
      const shape = policy.print.widthMm / policy.print.heightMm
      expect(Math.abs(frame.width / frame.height / shape - 1)).toBeLessThan(0.02)
      expect(Math.min(frame.x, frame.y)).toBeGreaterThanOrEqual(0)
      expect(frame.x + frame.width).toBeLessThanOrEqual(width)
      expect(frame.y + frame.height).toBeLessThanOrEqual(height)
      expect(frame.y).toBeLessThanOrEqual(face.crownEstimate.y)
      expect(frame.y + frame.height).toBeGreaterThanOrEqual(face.chin.y)
    }),
  )
})

/** A face in the middle, `head` pixels from chin to crown. */
const faceAt = (x: number, y: number, head: number): FaceGeometry => ({
  ...goodFace,
  eyes: [
    { x: x - head / 5, y },
    { x: x + head / 5, y },
  ],
  crownEstimate: { x, y: y - head / 2 },
  chin: { x, y: y + head / 2 },
  hairTop: { x, y: y - head * 0.6 },
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
