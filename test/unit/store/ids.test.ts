import fc from 'fast-check'
import { validate, version } from 'uuid'
import { describe, expect, test } from 'vitest'
import { deviceId } from '../../../src/main/store/identity.ts'
import { createIds } from '../../../src/main/store/ids.ts'
import { nextMoment } from '../../../src/main/store/log/hlc.ts'
import { testClock, testRandom } from '../../support/store.ts'

const jumps = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 2, maxLength: 200 })

describe('ids', () => {
  test('are UUIDv7 that grow, whatever the clock does', () => {
    fc.assert(
      fc.property(jumps, (by) => {
        const clock = testClock()
        const newId = createIds(clock, testRandom())
        const ids = by.map((ms) => {
          clock.advance(ms)
          return newId()
        })
        expect(ids).toEqual([...new Set(ids)].sort())
        expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true)
      }),
    )
  })

  test('begin with the milliseconds of the clock', () => {
    const clock = testClock(0x0123456789ab)
    expect(createIds(clock, testRandom())().slice(0, 13)).toBe('01234567-89ab')
  })
})

test('the hybrid clock is never behind the wall clock and never stands still', () => {
  fc.assert(
    fc.property(jumps, (by) => {
      const clock = testClock()
      let last = { ms: 0, counter: 0 }
      for (const ms of by) {
        clock.advance(ms)
        const next = nextMoment(last, clock)
        expect(next.ms).toBeGreaterThanOrEqual(clock.now())
        expect(next.ms > last.ms || (next.ms === last.ms && next.counter > last.counter)).toBe(true)
        last = next
      }
    }),
  )
})

test('a device’s id follows from its public key alone: SHA-256, 16 bytes, version 8', () => {
  const key = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex')
  const id = deviceId(key)
  expect(deviceId(Buffer.from(key))).toBe(id)
  expect(version(id)).toBe(8)
  expect(id).toMatchInlineSnapshot(`"21fe31df-a154-8261-a26b-f854046fd227"`)
})
