import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nodeClock, nodeRandom, nodeTimers } from '../../../src/main/ports/node.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const day = 86_400_000

test('a timer of more than 24 days fires once, at its time', () => {
  let fired = 0
  nodeTimers.after(60 * day, () => fired++)
  vi.advanceTimersByTime(60 * day - 1)
  expect(fired).toBe(0)
  vi.advanceTimersByTime(1)
  expect(fired).toBe(1)
  vi.advanceTimersByTime(60 * day)
  expect(fired).toBe(1)
})

test('a cancelled timer never fires, also after its first part', () => {
  let fired = 0
  const cancel = nodeTimers.after(60 * day, () => fired++)
  vi.advanceTimersByTime(30 * day)
  cancel()
  vi.advanceTimersByTime(60 * day)
  expect(fired).toBe(0)
})

test('random bytes are as many as asked, and new each time', () => {
  expect(nodeRandom.bytes(32)).toHaveLength(32)
  expect(nodeRandom.bytes(32)).not.toEqual(nodeRandom.bytes(32))
})

test('small requests never get the same bytes, over many blocks of them', () => {
  const seen = new Set(
    Array.from({ length: 2000 }, (_, i) => Buffer.from(nodeRandom.bytes(16 + (i % 49))).toString('hex')),
  )
  expect(seen.size).toBe(2000)
  expect([...seen].filter((hex) => hex.includes('0'.repeat(16)))).toEqual([])
})

test('the clock knows the zone of the desk', () => {
  expect(Intl.supportedValuesOf('timeZone').concat('UTC')).toContain(nodeClock.zone())
})
