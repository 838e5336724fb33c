import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minuteOf, quarter, type Slot, type WeeklyHours } from '../../../src/shared/domain/appointments.ts'
import {
  clockIn,
  dueBy,
  findPreferred,
  findSlots,
  type Hold,
  holdOf,
  isOpenDay,
  isThere,
  openDaysBetween,
  person,
  problemsOf,
  type SchedulingOffice,
  type Wish,
} from '../../../src/shared/rules/index.ts'

const weekdaysOf = (from: string, to: string): WeeklyHours =>
  Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from, to }]]))
const always = { hours: weekdaysOf('09:00', '17:00'), away: [] }
const room = (id: string, accessible = true) => ({ id, place: `Room ${id}`, accessible, ...always })

const office: SchedulingOffice = {
  zone: 'America/Toronto',
  ownDays: new Map(),
  officers: [
    { id: 'o1', ...always },
    { id: 'o2', ...always },
  ],
  rooms: [room('r1', false), room('r2')],
  interpreters: [
    { id: 'i1', languages: [{ language: 'ar', dialects: [] }], ...always },
    { id: 'i2', languages: [{ language: 'ar', dialects: ['Sudanese'] }], ...always },
  ],
  holds: [],
}
const wish: Wish = {
  minutes: 60,
  mode: 'in_person',
  accessible: false,
  members: 1,
  // A Tuesday.
  first: '2026-12-01',
  withinOpenDays: 10,
  videoPlace: 'Microsoft Teams',
}
const firstOf = (changes: Partial<Wish>, from: SchedulingOffice = office) => findSlots(from, { ...wish, ...changes })[0]

describe('the finder of slots', () => {
  test('gives the first time on which officer and room are free', () => {
    expect(firstOf({})).toEqual([
      {
        date: '2026-12-01',
        time: '09:00',
        minutes: 60,
        mode: 'in_person',
        officer: 'o1',
        room: 'r1',
        interpreter: null,
        place: 'Room r1',
      },
    ])
  })

  test('prefers the officer of the case', () => {
    expect(firstOf({ officer: 'o2' })?.[0]?.officer).toBe('o2')
    const holds: Hold[] = [{ date: '2026-12-01', from: 9 * 60, to: 10 * 60, resources: ['o2'] }]
    expect(firstOf({ officer: 'o2' }, { ...office, holds })?.[0]?.officer).toBe('o1')
  })

  test('takes an accessible room where one is needed', () => {
    expect(firstOf({ accessible: true })?.[0]?.room).toBe('r2')
  })

  test('takes the interpreter of the dialect, else one who takes any, never one of another dialect', () => {
    expect(firstOf({ language: 'ar', dialect: 'sudanese' })?.[0]?.interpreter).toBe('i2')
    expect(firstOf({ language: 'ar', dialect: 'Iraqi' })?.[0]?.interpreter).toBe('i1')
    expect(firstOf({ language: 'so' })).toBeUndefined()
  })

  test('passes over weekends, federal holidays and days that the office closed, and takes those that it opened', () => {
    expect(firstOf({ first: '2026-12-25' })?.[0]?.date).toBe('2026-12-28')
    expect(firstOf({ first: '2027-01-01' })?.[0]?.date).toBe('2027-01-04')
    const ownDays = new Map([['2026-12-28', false]])
    expect(firstOf({ first: '2026-12-25' }, { ...office, ownDays })?.[0]?.date).toBe('2026-12-29')
    const boxing = { ...office, officers: [{ id: 'o1', hours: { '6': [{ from: '09:00', to: '12:00' }] }, away: [] }] }
    const rooms = [{ ...room('r1'), hours: { '6': [{ from: '09:00', to: '12:00' }] } }]
    expect(
      firstOf({ first: '2026-12-25' }, { ...boxing, rooms, ownDays: new Map([['2026-12-26', true]]) })?.[0]?.date,
    ).toBe('2026-12-26')
  })

  test('puts a family one after the other, with the same people', () => {
    const group = firstOf({ members: 3, language: 'ar' })
    expect(group?.map(({ time }) => time)).toEqual(['09:00', '10:00', '11:00'])
    expect(new Set(group?.map(({ officer, room, interpreter }) => `${officer} ${room} ${interpreter}`)).size).toBe(1)
  })

  test('by video calls nobody at night, where they are', () => {
    // Nine in Toronto is six in Los Angeles: eight there is eleven here.
    expect(firstOf({ mode: 'video', personZone: 'America/Los_Angeles' })?.[0]).toMatchObject({
      time: '11:00',
      room: null,
      place: 'Microsoft Teams',
    })
    expect(clockIn('America/Los_Angeles', office, '2026-12-01', 11 * 60)).toBe('2026-12-01T08:00')
  })

  test('gives a morning, an afternoon, and the next morning to choose from', () => {
    const times = findSlots(office, wish, 3).map(([slot]) => `${slot?.date} ${slot?.time}`)
    expect(times).toEqual(['2026-12-01 09:00', '2026-12-01 12:00', '2026-12-02 09:00'])
  })

  test('within the times that a person named: their half-days in order, whole, and nothing else', () => {
    const within = (...preferred: Parameters<typeof findPreferred>[2]) =>
      findPreferred(office, wish, preferred, 3).map(([slot]) => `${slot?.date} ${slot?.time}`)
    const [late, soon] = [
      { date: '2026-12-09', part: 'any' } as const,
      { date: '2026-12-03', part: 'afternoon' } as const,
    ]
    expect(within(late, soon)).toEqual(['2026-12-03 12:00', '2026-12-09 09:00', '2026-12-09 12:00'])
    expect(within({ date: '2026-12-03', part: 'morning' }, soon)).toEqual(['2026-12-03 09:00', '2026-12-03 12:00'])
    // Past the days that are looked through else, not before the first, never on a Sunday.
    expect(within({ date: '2027-03-02', part: 'morning' })).toEqual(['2027-03-02 09:00'])
    expect(within({ date: '2026-11-30', part: 'any' }, { date: '2026-12-06', part: 'any' })).toEqual([])
  })

  test('a morning is too short for a family of four', () => {
    const four = { ...wish, members: 4 }
    expect(findPreferred(office, four, [{ date: '2026-12-03', part: 'morning' }], 1)).toEqual([])
    expect(findPreferred(office, four, [{ date: '2026-12-03', part: 'any' }], 1)[0]).toHaveLength(4)
  })

  test('finds nothing past the days that it may look through', () => {
    const holds: Hold[] = ['01', '02', '03'].map((day) => ({
      date: `2026-12-${day}`,
      from: 0,
      to: 24 * 60,
      resources: ['o1', 'o2'],
    }))
    expect(firstOf({ withinOpenDays: 3 }, { ...office, holds })).toBeUndefined()
    expect(firstOf({ withinOpenDays: 4 }, { ...office, holds })?.[0]?.date).toBe('2026-12-04')
  })
})

describe('a wait', () => {
  test('is counted in days on which the office is open', () => {
    expect(openDaysBetween('2026-12-24', '2026-12-29', new Map())).toBe(2)
    expect(dueBy('2026-12-18', 10, new Map())).toBe('2027-01-05')
    expect(dueBy('2028-02-28', 1, new Map())).toBe('2028-02-29')
  })
})

const spans = fc
  .tuple(fc.integer({ min: 28, max: 60 }), fc.integer({ min: 4, max: 30 }))
  .map(([from, long]) => ({ from: from * quarter, to: (from + long) * quarter }))
const textOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const hoursOf = fc
  .array(fc.option(spans), { minLength: 7, maxLength: 7 })
  .map(
    (days): WeeklyHours =>
      Object.fromEntries(
        days.flatMap((day, i) => (day ? [[String(i + 1), [{ from: textOf(day.from), to: textOf(day.to) }]]] : [])),
      ),
  )
const dayOf = fc.integer({ min: 1, max: 31 }).map((day) => `2026-12-${String(day).padStart(2, '0')}`)
const bookable = fc.record({
  hours: hoursOf,
  away: fc.array(
    dayOf.map((from) => ({ from, to: from })),
    { maxLength: 3 },
  ),
})
const offices = fc
  .record({
    officers: fc.array(bookable, { minLength: 1, maxLength: 3 }),
    rooms: fc.array(fc.tuple(bookable, fc.boolean()), { minLength: 1, maxLength: 3 }),
    interpreters: fc.array(bookable, { minLength: 1, maxLength: 2 }),
    closed: fc.array(dayOf, { maxLength: 4 }),
  })
  .map(
    ({ officers, rooms, interpreters, closed }): SchedulingOffice => ({
      zone: 'America/Toronto',
      ownDays: new Map(closed.map((day) => [day, false])),
      officers: officers.map((one, i) => ({ id: `o${i}`, ...one })),
      rooms: rooms.map(([one, accessible], i) => ({ id: `r${i}`, place: 'x', accessible, ...one })),
      interpreters: interpreters.map((one, i) => ({
        id: `i${i}`,
        languages: [{ language: i === 0 ? 'ar' : 'so', dialects: [] }],
        ...one,
      })),
      holds: [],
    }),
  )
const wishes = fc.record({
  minutes: fc.integer({ min: 1, max: 8 }).map((n) => n * quarter),
  mode: fc.constantFrom('in_person' as const, 'video' as const),
  accessible: fc.boolean(),
  language: fc.constantFrom(undefined, 'ar', 'so'),
  members: fc.integer({ min: 1, max: 3 }),
  first: dayOf,
  withinOpenDays: fc.constant(10),
  officer: fc.constantFrom(undefined, 'o0', 'o1'),
  videoPlace: fc.constant('v'),
})

describe('whatever is wished, one after the other', () => {
  test('nothing is ever held twice at once, out of hours, or on a day on which the office is closed', () => {
    fc.assert(
      fc.property(offices, fc.array(wishes, { maxLength: 25 }), (made, wished) => {
        const booked: Slot[] = []
        for (const one of wished) {
          const now = { ...made, holds: booked.map(holdOf) }
          const group = findSlots(now, one)[0] ?? []
          // What the finder gives, the check of slots that officers choose lets pass.
          for (const slot of group) expect(problemsOf(now, one, slot)).toEqual([])
          booked.push(...group)
        }
        for (const [i, slot] of booked.entries()) {
          const { date, from, to, resources } = holdOf(slot)
          expect(isOpenDay(date, made.ownDays)).toBe(true)
          for (const resource of resources) {
            const one = [...made.officers, ...made.rooms, ...made.interpreters].find(({ id }) => id === resource)
            expect(one && isThere(one, date, from, to)).toBe(true)
          }
          for (const other of booked.slice(i + 1).map(holdOf)) {
            const meets = other.date === date && other.from < to && from < other.to
            expect(meets && other.resources.some((each) => resources.includes(each))).toBe(false)
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('a person is never in two places', () => {
    fc.assert(
      fc.property(offices, wishes, fc.array(fc.tuple(dayOf, spans), { maxLength: 20 }), (made, one, elsewhere) => {
        const personHolds = elsewhere.map(([date, { from, to }]) => ({ date, from, to, resources: [person] }))
        for (const slot of findSlots(made, { ...one, personHolds })[0] ?? []) {
          const start = minuteOf(slot.time)
          const met = personHolds.some(
            ({ date, from, to }) => date === slot.date && from < start + slot.minutes && start < to,
          )
          expect(met).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })
})
