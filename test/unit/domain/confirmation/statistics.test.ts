import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConfirmationFacts } from '../../../../src/shared/domain/confirmation/facts.ts'
import { type ConfirmationEvent, fold } from '../../../../src/shared/domain/confirmation/fold.ts'
import {
  mailedLate,
  stepTimes,
  type Tally,
  type TallyEntry,
  tallyOf,
} from '../../../../src/shared/domain/confirmation/statistics.ts'
import { confirmationStatisticsCsv } from '../../../../src/shared/domain/confirmation/statistics-csv.ts'
import { daysBetween, openDaysBetween } from '../../../../src/shared/rules/index.ts'
import { eventOf, wholeWay } from '../../../support/confirmation-events.ts'

const openDays = (from: string, to: string) => openDaysBetween(from, to, new Map())
const times = (tallies: readonly Tally[]) => stepTimes(tallies, daysBetween, openDays)
const spans = (step: 'invited' | 'interview_required', ...all: readonly (readonly [string, string, number])[]) =>
  all.map(([from, to, count]): Tally => ({ name: `step.${step}`, from, to, count }))
const reached = (events: readonly ConfirmationEvent[]) =>
  events.reduce<ConfirmationFacts | undefined>(fold, undefined) as ConfirmationFacts
/** The same event on a later day. */
const later = (event: ConfirmationEvent, on: string): ConfirmationEvent => ({
  ...event,
  body: { ...(event.body as object), on },
})

describe('time at each step', () => {
  test('has a median and the days within which nine in ten went on', () => {
    const tallies = spans(
      'invited',
      ['2026-12-01', '2026-12-01', 4],
      ['2026-12-01', '2026-12-04', 5],
      ['2026-11-01', '2026-12-01', 1],
    )
    expect(times(tallies)).toEqual([{ step: 'invited', unit: 'day', count: 10, median: 3, p90: 3 }])
    expect(times([...tallies, ...spans('invited', ['2026-12-01', '2026-12-11', 1])])[0]).toMatchObject({ p90: 10 })
  })

  test('is in working days where the standard is: a weekend and a holiday do not count', () => {
    // Friday to Monday; over Christmas and Boxing Day, which fall on a Friday and a Saturday.
    expect(times(spans('interview_required', ['2026-12-04', '2026-12-07', 1]))[0]).toMatchObject({
      unit: 'working_day',
      median: 1,
    })
    const [christmas] = times(spans('interview_required', ['2026-12-24', '2026-12-29', 1]))
    expect(christmas?.median).toBeLessThan(daysBetween('2026-12-24', '2026-12-29') - 2)
  })

  test('lies between the shortest and the longest, the median not above nine in ten', () => {
    const entry = fc.record({ days: fc.integer({ min: 0, max: 400 }), count: fc.integer({ min: 1, max: 50 }) })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 30 }), (entries) => {
        const to = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)
        const tallies = entries.map(
          ({ days, count }): Tally => ({ name: 'step.invited', from: '2026-01-01', to: to(days), count }),
        )
        const [time] = times(tallies)
        const all = entries.flatMap(({ days, count }) => Array<number>(count).fill(days)).sort((a, b) => a - b)
        expect(time?.median).toBe(all[Math.ceil(all.length / 2) - 1])
        expect(time?.p90).toBe(all[Math.ceil(all.length * 0.9) - 1])
      }),
    )
  })
})

describe('what one person adds', () => {
  test('is each step that is over, with its days', () => {
    const days = [
      '01',
      '02',
      '05',
      '06',
      '06',
      '06',
      '08',
      '08',
      '09',
      '10',
      '11',
      '12',
      '12',
      '12',
      '13',
      '13',
      '14',
      '16',
    ]
    const facts = reached(wholeWay.map((event, at) => later(event, `2026-12-${days[at]}`)))
    const steps = tallyOf(facts).filter(({ name }) => name.startsWith('step.'))
    expect(steps).toContainEqual({ name: 'step.to_invite', from: '2026-12-01', to: '2026-12-02' })
    expect(steps).toContainEqual({ name: 'step.invited', from: '2026-12-02', to: '2026-12-05' })
    expect(steps).toContainEqual({ name: 'step.password_out', from: '2026-12-06', to: '2026-12-08' })
    expect(steps.at(-1)).toEqual({ name: 'step.card_produced', from: '2026-12-14', to: '2026-12-16' })
    expect(facts.steps?.at(-1)).toEqual({ step: 'card_mailed', from: '2026-12-16' })
  })

  test('counts the answer with the invitation, and the first mailing of the card with the day it was due', () => {
    const late = [...wholeWay.slice(0, -1), later(wholeWay.at(-1) as ConfirmationEvent, '2026-12-20')]
    const again = [
      ...late,
      eventOf('confirmation.card_returned', { on: '2027-01-04', why: 'moved' }),
      later(
        eventOf('confirmation.card_remailed', { on: '2027-01-08', address: { line1: 'x', city: 'y', country: 'CAN' } }),
        '2027-01-08',
      ),
    ]
    const entries = tallyOf(reached(again))
    expect(entries).toContainEqual({ name: 'answered', from: '2026-12-01', to: '2026-12-01' })
    expect(entries).toContainEqual({ name: 'card_mailed', from: '2026-12-08', to: '2026-12-20' })
    expect(entries).toContainEqual({ name: 'card_returned', from: '2027-01-04', to: '2027-01-04' })
    const counted = entries.map((entry: TallyEntry): Tally => ({ ...entry, count: 1 }))
    expect(mailedLate(counted)).toEqual({ mailed: 1, late: 1 })
  })

  test('of an event that names no day is the day of the log in the office', () => {
    const undone = {
      ...eventOf('photo.reopened', { decision: 'd', reason: 'wrong person' } as never),
      day: '2026-12-24',
    }
    const facts = reached([...wholeWay.slice(0, 12), undone])
    expect(facts.steps?.at(-1)).toEqual({ step: 'photo_waiting', from: '2026-12-24' })
  })
})

test('the CSV has a line for each number, in codes, and a head in the language', () => {
  const view = {
    ...{ from: '2026-12-01', to: '2026-12-31', invitations: { sent: 4, answered: 3 } },
    ...{ photos: { accepted: 6, returned: 1 }, cards: { mailed: 2, late: 1, cameBack: 0, lateNow: 5 } },
    steps: [{ step: 'interview_required', unit: 'working_day', count: 2, median: 3, p90: 4 }] as const,
  }
  const lines = confirmationStatisticsCsv(view, 'fr').split('\r\n')
  expect(lines[0]).toBe('\ufeffdu,au,objet,quoi,nombre')
  expect(lines).toContain('2026-12-01,2026-12-31,step.interview_required,median_working_days,3')
  expect(lines).toContain('2026-12-01,2026-12-31,card,late_now,5')
})
