import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/shared/rules/dates.ts'
import { reachGaps, serviceOf } from '../../../src/shared/rules/service.ts'

const notice = { message: 'm', sentOn: '2026-03-02' }

describe('a notice', () => {
  test.each([
    ['counts from the day on which it was sent', {}, [], { served: true, on: '2026-03-02', how: 'sent' }],
    ['that was read counts from then', { readOn: '2026-03-04' }, [], { served: true, on: '2026-03-04', how: 'read' }],
    [
      'that was acknowledged counts from then',
      { acknowledgedOn: '2026-03-04', readOn: '2026-03-04' },
      [],
      { served: true, on: '2026-03-04', how: 'acknowledged' },
    ],
    [
      'that was read before it was acknowledged counts from the reading',
      { acknowledgedOn: '2026-03-05', readOn: '2026-03-04' },
      [],
      { served: true, on: '2026-03-04', how: 'read' },
    ],
    [
      'sent on the day on which mail failed is not served',
      {},
      [{ from: '2026-03-02' }],
      { served: false, since: '2026-03-02' },
    ],
    ['sent after mail failed is not served', {}, [{ from: '2026-02-01' }], { served: false, since: '2026-02-01' }],
    ['sent before mail failed is', {}, [{ from: '2026-03-03' }], { served: true, on: '2026-03-02', how: 'sent' }],
    [
      'that came back itself is not, whenever it was sent',
      {},
      [{ from: '2026-03-09', message: 'm' }],
      { served: false, since: '2026-03-09' },
    ],
    [
      '… nor does reaching the person later serve it',
      {},
      [{ from: '2026-03-01', to: '2026-03-09' }],
      { served: false, since: '2026-03-01' },
    ],
    [
      'sent on the day on which they were reached again is served',
      {},
      [{ from: '2026-02-01', to: '2026-03-02' }],
      { served: true, on: '2026-03-02', how: 'sent' },
    ],
    [
      'that was read though mail failed is served',
      { readOn: '2026-03-08' },
      [{ from: '2026-03-01' }],
      { served: true, on: '2026-03-08', how: 'read' },
    ],
  ] as const)('%s', (_, seen, gaps, service) => {
    expect(serviceOf({ ...notice, ...seen }, gaps)).toEqual(service)
  })

  test('nothing unseen that is sent between a failure and reaching the person counts as served', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2027-12-20', n))
    const told = fc.array(
      fc
        .record({ on: day, failed: fc.boolean() })
        .map(({ on, failed }) => (failed ? { failedOn: on } : { reachedOn: on })),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(told, day, (given, sentOn) => {
        const inOrder = given.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))
        const before = inOrder.filter((one) => dayOf(one) <= sentOn).at(-1)
        const service = serviceOf({ message: 'm', sentOn }, reachGaps(inOrder))
        expect(service.served).toBe(!(before && 'failedOn' in before))
      }),
    )
  })
})

const dayOf = (one: { failedOn: string } | { reachedOn: string }): string =>
  'failedOn' in one ? one.failedOn : one.reachedOn

test('a second failure is of one more notice; reaching the person ends both', () => {
  expect(
    reachGaps([
      { failedOn: '2026-01-01', message: 'a' },
      { failedOn: '2026-01-03', message: 'b' },
      { reachedOn: '2026-01-05' },
    ]),
  ).toEqual([
    { from: '2026-01-01', message: 'a', to: '2026-01-05' },
    { from: '2026-01-03', message: 'b', to: '2026-01-05' },
  ])
})
