import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type HeldDeadline,
  isLate,
  keepAnswers,
  keepRunning,
  nextDue,
  withExtension,
  withMet,
  withSet,
} from '../../../src/shared/domain/deadlines.ts'
import {
  addDays,
  deadline,
  deadlineFor,
  deadlineRules,
  extensionProblem,
  isExtendable,
  ladderOf,
  lastDayToAsk,
  reminderReach,
  ruleOn,
  rungDue,
} from '../../../src/shared/rules/index.ts'

describe('an extension', () => {
  const limit = { rule: 'boc.poe.practice', due: '2026-12-31' }
  const wish = { to: '2027-01-15', today: '2026-12-31' }

  test('of the Basis of Claim Form is asked for three working days before, of others until the day itself', () => {
    expect(lastDayToAsk('boc.poe.practice', '2026-12-31')).toBe('2026-12-28')
    // Christmas and Boxing Day do not count.
    expect(lastDayToAsk('boc.poe.practice', '2026-12-29')).toBe('2026-12-23')
    expect(lastDayToAsk('medical.exam', '2026-12-31')).toBe('2026-12-31')
    expect(extensionProblem(limit, { ...wish, askedOn: '2026-12-28' })).toBeUndefined()
    expect(extensionProblem(limit, { ...wish, askedOn: '2026-12-29' })).toBe('asked_late')
    expect(extensionProblem({ ...limit, rule: 'medical.exam' }, { ...wish, askedOn: '2026-12-31' })).toBeUndefined()
  })

  test('is not given ahead of being asked for, to the same day or an earlier one, nor of what the Act or the office owes', () => {
    expect(extensionProblem(limit, { ...wish, today: '2026-12-20', askedOn: '2026-12-21' })).toBe('asked_ahead')
    const asked = { ...wish, askedOn: '2026-12-01' }
    expect(extensionProblem(limit, { ...asked, to: '2026-12-31' })).toBe('not_later')
    expect(extensionProblem(limit, { ...asked, to: '2026-12-30' })).toBe('not_later')
    expect(extensionProblem({ ...limit, rule: 'officer.review' }, asked)).toBe('not_extendable')
    expect(extensionProblem({ ...limit, rule: 'departure.comply' }, asked)).toBe('not_extendable')
    expect(deadlineRules.filter(({ id }) => isExtendable(id)).map(({ id }) => id)).toEqual([
      'boc.poe.practice',
      'boc.poe.statutory',
      'boc.inland',
      'contact.info',
      'evidence.risk_documents',
      'medical.exam',
      'poe.online.completion',
    ])
  })

  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days))
  const step = fc.oneof(
    fc.record({ kind: fc.constant('extend' as const), to: day }),
    fc.record({ kind: fc.constant('set' as const), to: day }),
    fc.record({ kind: fc.constant('meet' as const), to: day }),
    fc.record({ kind: fc.constant('decide' as const), to: fc.constant('') }),
    // A decision that leaves the claim open says nothing of the day that an officer set.
    fc.record({ kind: fc.constant('leave_open' as const), to: fc.constant('') }),
  )

  test('never moves a deadline earlier, whatever happens in which order', () => {
    fc.assert(
      fc.property(day, fc.array(step, { maxLength: 12 }), (trigger, steps) => {
        const counted: HeldDeadline = { rule: 'medical.exam', trigger, due: deadline('medical.exam', trigger).due }
        let held: HeldDeadline[] = [counted]
        for (const { kind, to } of steps) {
          const before = held[0]?.due ?? ''
          if (kind === 'extend') held = withExtension(held, 'medical.exam', to)
          if (kind === 'set') held = withSet<HeldDeadline>(held, { ...counted, due: to })
          if (kind === 'meet') held = withMet(held, 'medical.exam', to)
          if (kind === 'decide') held = keepAnswers(held, [counted])
          if (kind === 'leave_open') held = keepRunning(held, [])
          expect(held).toHaveLength(1)
          expect((held[0]?.due ?? '') >= before).toBe(true)
        }
      }),
    )
  })

  test('ends with the decision from which the limit counted, and says what the day was at first', () => {
    const counted = { rule: 'boc.poe.practice', trigger: '2026-11-16', due: '2026-12-31' }
    const once = withExtension([counted], counted.rule, '2027-01-15')
    const twice = withExtension(once, counted.rule, '2027-01-20')
    expect(twice).toEqual([{ ...counted, due: '2027-01-20', original: '2026-12-31' }])
    const reopened = twice.map((each) => ({ ...each, superseded: true }))
    expect(keepAnswers(reopened, [counted])).toEqual([counted])
    const anew = { ...counted, trigger: '2027-02-01', due: '2027-03-18' }
    expect(keepAnswers(twice, [anew])).toEqual([anew])
    expect(nextDue(withMet(twice, counted.rule, '2027-01-21'))).toBeUndefined()
  })
})

test('an answer on the day is in time, one the day after is late', () => {
  expect(isLate({ due: '2028-02-29', met: '2028-02-29' })).toBe(false)
  expect(isLate({ due: '2028-02-29', met: '2028-03-01' })).toBe(true)
  expect(isLate({ due: '2028-02-29' })).toBe(false)
})

describe('a ladder of reminders', () => {
  const limit = { rule: 'medical.exam', trigger: '2027-12-01', due: '2028-01-03' }

  test('has a rung two weeks, one week and two days before, and one after', () => {
    expect(ladderOf('medical.exam', '2026-11-01')).toEqual([14, 7, 2, -1])
    expect(ladderOf('departure.comply', '2026-11-01')).toEqual([])
    expect(rungDue(limit, [], '2027-12-19')).toBeUndefined()
    expect(rungDue(limit, [], '2027-12-20')).toBe(14)
    expect(rungDue(limit, [14], '2027-12-26')).toBeUndefined()
    expect(rungDue(limit, [14], '2027-12-27')).toBe(7)
    expect(rungDue(limit, [14, 7], '2028-01-03')).toBe(2)
    expect(rungDue(limit, [14, 7, 2], '2028-01-03')).toBeUndefined()
    expect(rungDue(limit, [14, 7, 2], '2028-01-04')).toBe(-1)
    expect(rungDue(limit, [14, 7, 2, -1], '2028-01-05')).toBeUndefined()
  })

  test('after days of sleep gives the nearest rung alone, and nothing for what was missed a month ago', () => {
    expect(rungDue(limit, [], '2028-01-02')).toBe(2)
    expect(rungDue(limit, [2], '2028-01-02')).toBeUndefined()
    expect(rungDue(limit, [], '2028-02-02')).toBe(-1)
    expect(rungDue(limit, [], '2028-02-03')).toBeUndefined()
  })

  test('is climbed once, each rung at most once, in whatever order days come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 60 }), { maxLength: 60 }), (days) => {
        const sent: number[] = []
        for (const each of days) {
          const rung = rungDue(limit, sent, addDays(limit.due, each))
          if (rung === undefined) continue
          expect(sent.every((before) => before > rung)).toBe(true)
          sent.push(rung)
        }
        expect(sent.length).toBeLessThanOrEqual(4)
      }),
    )
    expect(reminderReach.ahead).toBeGreaterThanOrEqual(21)
  })
})

describe('a period that the office changed', () => {
  const changes = [
    { rule: 'medical.exam', from: '2027-03-01', count: 45, citation: 'Instruction of 2027-02-10' },
    { rule: 'medical.exam', from: '2028-02-29', count: 60, citation: 'Instruction of 2028' },
  ]

  test('counts for what is counted from its day on, with its own authority; what began before counts as before', () => {
    const on = (day: string) => deadlineFor('medical.exam', day, { changes })
    expect(on('2027-02-28')).toMatchObject({ due: '2027-03-30' })
    expect(on('2027-03-01')).toMatchObject({ due: '2027-04-15', citation: { en: 'Instruction of 2027-02-10' } })
    expect(on('2028-02-28')?.due).toBe('2028-04-13')
    expect(on('2028-02-29')?.due).toBe('2028-04-29')
    expect(ruleOn('medical.exam', '2026-01-01', { changes }).count).toBe(30)
  })
})
