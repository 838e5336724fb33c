import { expect, test } from 'vitest'
import { firstNotLate, queueNames, queueOf } from '../../../src/shared/domain/queues.ts'

const settings = { interviewWithinDays: 10 }
const none = new Map<string, boolean>()
const first = (queue: Parameters<typeof firstNotLate>[0], today: string, own: ReadonlyMap<string, boolean> = none) =>
  firstNotLate(queue, today, settings, own)

test.each([
  // Two open days of patience: what came on Thursday is late on the Tuesday after, what came on Friday is not.
  ['portal_new', '2026-11-24', '2026-11-20'],
  ['portal_new', '2026-11-23', '2026-11-19'],
  // Christmas and Boxing Day are no open days.
  ['portal_new', '2026-12-29', '2026-12-24'],
  // A leap day is a day like any other.
  ['portal_new', '2028-03-01', '2028-02-28'],
  ['second_officer', '2026-11-23', '2026-11-20'],
  // What is due is late the day after.
  ['review_due', '2026-11-23', '2026-11-23'],
  ['limit_passed', '2026-11-23', '2026-11-23'],
  ['to_schedule', '2026-11-23', '2026-11-06'],
] as const)('%s on %s: red is what stands there since before %s', (queue, today, expected) => {
  expect(first(queue, today)).toBe(expected)
})

test('a day on which the office says it is closed does not count as waiting', () => {
  expect(first('portal_new', '2026-11-24', new Map([['2026-11-23', false]]))).toBe('2026-11-19')
})

test('an office that never opens finds something late in two years at the earliest', () => {
  const never = new Map(
    Array.from(
      { length: 800 },
      (_, i) => [new Date(Date.UTC(2026, 10, 24) - i * 864e5).toISOString().slice(0, 10), false] as const,
    ),
  )
  expect(first('portal_new', '2026-11-24', never) ?? '').toMatch(/^2024-11-2/)
})

test('every queue says from when on it is red, or never is', () => {
  for (const queue of queueNames)
    expect(first(queue, '2026-11-24') === undefined).toBe(queueOf(queue).red === undefined)
})
