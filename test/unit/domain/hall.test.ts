import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn, isMinorOn } from '../../../src/shared/domain/age.ts'
import { arrivalProblem, byTurn, prioritiesOf } from '../../../src/shared/domain/hall.ts'
import { vulnerabilities } from '../../../src/shared/domain/vocabulary.ts'

const party = fc.record({
  id: fc.uuid(),
  arrivedMs: fc.nat(1000),
  minorAlone: fc.boolean(),
  vulnerable: fc.subarray([...vulnerabilities]),
})

describe('the turn of the waiting room', () => {
  test('is a minor alone, then whoever is vulnerable, then the longest waiting', () => {
    const waiting = [
      { id: 'late', arrivedMs: 9 },
      { id: 'early', arrivedMs: 1 },
      { id: 'pregnant', arrivedMs: 8, vulnerable: ['pregnant' as const] },
      { id: 'older', arrivedMs: 7, vulnerable: ['older' as const] },
      { id: 'child', arrivedMs: 10, minorAlone: true },
    ]
    expect(waiting.sort(byTurn).map(({ id }) => id)).toEqual(['child', 'older', 'pregnant', 'early', 'late'])
  })

  test('is one order, whatever the order in which they were noted, and never passes over an equal', () => {
    fc.assert(
      fc.property(fc.uniqueArray(party, { selector: ({ id }) => id }), (waiting) => {
        const turn = [...waiting].sort(byTurn)
        expect([...waiting].reverse().sort(byTurn)).toEqual(turn)
        turn.forEach((first, at) => {
          for (const later of turn.slice(at + 1)) {
            if (later.minorAlone) expect(first.minorAlone).toBe(true)
            else if (later.vulnerable.length > 0) expect(first.minorAlone || first.vulnerable.length > 0).toBe(true)
            if (prioritiesOf(first).length === 0) expect(first.arrivedMs).toBeLessThanOrEqual(later.arrivedMs)
          }
        })
      }),
    )
  })

  test('shows the strongest reason first', () => {
    expect(prioritiesOf({ vulnerable: ['medical'], minorAlone: true })).toEqual(['minor_alone', 'medical'])
    expect(prioritiesOf({})).toEqual([])
  })
})

describe('a party as noted', () => {
  const now = Date.parse('2026-11-26T10:00:00Z')
  const arrivedAt = '2026-11-26T09:55:00Z'

  test.each([
    ['two adults and a child', { arrivedAt, adults: 2, children: 1 }, null],
    ['a minor alone', { arrivedAt, adults: 0, children: 1, minorAlone: true }, null],
    ['nobody', { arrivedAt, adults: 0, children: 0 }, 'hall.nobody'],
    ['a minor alone with an adult', { arrivedAt, adults: 1, children: 1, minorAlone: true }, 'hall.minor_with_adult'],
    ['a minor alone who is no child', { arrivedAt, adults: 1, children: 0, minorAlone: true }, 'hall.minor_with_adult'],
    ['someone who comes tomorrow', { arrivedAt: '2026-11-27T09:00:00Z', adults: 1 }, 'hall.future_time'],
  ])('of %s', (_, values, problem) => {
    expect(arrivalProblem(values, now)).toBe(problem)
  })
})

describe('age', () => {
  test('counts birthdays, and says nothing of a birth date that is not known to the day', () => {
    expect(ageOn('2010-11-26', '2026-11-25')).toBe(15)
    expect(ageOn('2010-11-26', '2026-11-26')).toBe(16)
    expect(ageOn('2010-11', '2026-11-26')).toBeUndefined()
    expect(ageOn('2027-01-01', '2026-11-26')).toBeUndefined()
  })

  test('takes whoever may be a child for one', () => {
    expect(isMinorOn('2008-11-26', '2026-11-26')).toBe(false)
    expect(isMinorOn('2008-11-27', '2026-11-26')).toBe(true)
    expect(isMinorOn('2008', '2026-11-26')).toBe(true)
    expect(isMinorOn('2007', '2026-11-26')).toBe(false)
  })
})
