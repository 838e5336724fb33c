import { describe, expect, test } from 'vitest'
import { slotOf } from '../../../src/shared/sync/guarded.ts'

const of = (type: string, body: unknown) => slotOf({ type, subject: { kind: 'claim', id: 'c' }, body })

describe('what is given once', () => {
  test('a reminder of a limit is, for each rung of each day; an ordinary message is not', () => {
    const reminder = { rule: 'medical.exam', due: '2026-12-23', rung: 7 }
    expect(of('claim.message_sent', { text: 'hello' })).toBeUndefined()
    const first = of('claim.message_sent', { reminder })
    expect(first).toBe('claim/c/reminder/medical.exam/2026-12-23/7')
    expect(of('claim.message_sent', { reminder: { ...reminder, rung: 2 } })).not.toBe(first)
    expect(of('claim.message_sent', { reminder: { ...reminder, due: '2027-01-06' } })).not.toBe(first)
  })

  test('withdrawal, reinstatement and decision contend for one slot; the preliminary review has its own', () => {
    const decided = of('claim.decided', {})
    for (const type of ['claim.withdrawn', 'claim.reinstated', 'claim.reopened']) expect(of(type, {})).toBe(decided)
    expect(of('preliminary_review.passed', {})).toBe(of('preliminary_review.taken_back', {}))
    expect(of('preliminary_review.passed', {})).not.toBe(decided)
  })
})
