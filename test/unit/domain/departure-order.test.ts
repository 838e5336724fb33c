import { describe, expect, test } from 'vitest'
import {
  inForceAfter,
  orderDeadlines,
  orderStanding,
  pausesOf,
  withPauses,
} from '../../../src/shared/domain/departure-order.ts'

const departureOrder = { on: '2026-11-23', by: 'minister_delegate', conditional: true } as const
const held = (since: string, until?: string) => ({
  detention: { since, place: 'Laval', ground: 'identity' as const, ...(until ? { until } : {}) },
})

describe('a departure order', () => {
  test('waits while the claim is open', () => {
    expect(orderStanding({ departureOrder }, undefined, '2027-06-01')).toEqual({ state: 'conditional' })
    expect(orderStanding({}, undefined, '2027-06-01')).toBeUndefined()
  })

  test.each([
    ['2026-12-09', 'waiting'],
    ['2026-12-10', 'in_force'],
    ['2027-01-09', 'in_force'],
    ['2027-01-10', 'deportation'],
  ])('that came into force on 2026-12-10 is, on %s, %s', (today, state) => {
    expect(orderStanding({ departureOrder }, '2026-12-10', today)).toEqual({
      state,
      inForce: '2026-12-10',
      leaveBy: '2027-01-09',
      deportationFrom: '2027-01-10',
    })
  })

  test('gives 30 days that do not run in detention', () => {
    const acts = { departureOrder, ...held('2026-12-20', '2026-12-29') }
    expect(orderStanding(acts, '2026-12-10', '2027-01-12')).toMatchObject({ state: 'in_force', leaveBy: '2027-01-19' })
    const open = orderStanding({ departureOrder, ...held('2026-12-20') }, '2026-12-10', '2027-03-01')
    expect(open).toEqual({ state: 'in_force', inForce: '2026-12-10' })
  })

  test('that is not conditional is in force from its day', () => {
    const now = { ...departureOrder, conditional: false }
    expect(orderStanding({ departureOrder: now }, undefined, '2026-11-23')).toMatchObject({ inForce: '2026-11-23' })
  })

  test('comes into force on the day of a withdrawal and 15 days after an abandonment', () => {
    expect(inForceAfter('withdrawn', '2026-11-23')).toBe('2026-11-23')
    expect(inForceAfter('abandoned', '2026-11-23')).toBe('2026-12-08')
  })
})

describe('the limits of a claim', () => {
  const citation = { en: 'IRPA s. 49(2)', fr: 'LIPR, par. 49(2)' }
  const order = { rule: 'order.ineligible', inForce: '2026-12-10', notice: '2026-12-03', citation }
  const plain = orderDeadlines(order, [])
  const dues = (deadlines: typeof plain) => deadlines.map(({ rule, due }) => [rule, due])

  test('move with a detention, stop while it lasts, and come back when it is set aside', () => {
    expect(dues(plain)).toEqual([
      ['order.ineligible', '2026-12-10'],
      ['departure.comply', '2027-01-09'],
    ])
    const paused = withPauses(plain, pausesOf(held('2026-12-20').detention))
    expect(dues(paused)).toEqual([['order.ineligible', '2026-12-10']])
    const released = withPauses(paused, pausesOf(held('2026-12-20', '2026-12-29').detention))
    expect(dues(released).at(-1)).toEqual(['departure.comply', '2027-01-19'])
    expect(withPauses(released, [])).toEqual(plain)
  })

  test('of a claim without an order stay as they are', () => {
    const [other] = orderDeadlines({ ...order, rule: 'boc.poe' }, [])
    expect(withPauses(other ? [other] : [], pausesOf(held('2026-12-20').detention))).toEqual([other])
  })
})
