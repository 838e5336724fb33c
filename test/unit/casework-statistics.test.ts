import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseworkCsv, countedNames, inStretches, stretchesOf } from '../../src/shared/casework-statistics.ts'
import { addDays } from '../../src/shared/rules/dates.ts'

test.each([
  ['2026-11-01', '2026-12-01', 31, '2026-11-01', '2026-12-01'],
  // 32 days: weeks, the first and the last cut off.
  ['2026-11-01', '2026-12-02', 6, '2026-11-01', '2026-11-30'],
  ['2028-01-01', '2028-12-31', 12, '2028-01-01', '2028-12-01'],
  ['2026-11-23', '2026-11-23', 1, '2026-11-23', '2026-11-23'],
])('from %s to %s there are %i stretches', (from, to, count, first, last) => {
  const stretches = stretchesOf(from, to)
  expect(stretches).toHaveLength(count)
  expect(stretches[0]?.from).toBe(first)
  expect(stretches.at(-1)).toEqual({ from: last, to })
})

test('February of a leap year ends on the 29th', () => {
  expect(stretchesOf('2028-01-01', '2028-12-31')[1]).toEqual({ from: '2028-02-01', to: '2028-02-29' })
})

const day = fc.nat(900).map((n) => addDays('2026-01-01', n))
test('stretches follow each other without a gap, and nothing counted in the period is lost or told twice', () => {
  fc.assert(
    fc.property(
      day,
      fc.nat(800),
      fc.array(fc.record({ day, name: fc.constantFrom(...countedNames), count: fc.nat(9) })),
      (from, length, counts) => {
        const to = addDays(from, length)
        const stretches = stretchesOf(from, to)
        for (const [at, stretch] of stretches.entries())
          expect(stretch.from).toBe(at === 0 ? from : addDays(stretches[at - 1]?.to ?? '', 1))
        const told = inStretches(stretches, counts)
        for (const name of countedNames)
          expect(told.reduce((sum, stretch) => sum + stretch[name], 0)).toBe(
            counts
              .filter((each) => each.name === name && from <= each.day && each.day <= to)
              .reduce((sum, each) => sum + each.count, 0),
          )
      },
    ),
    { numRuns: 60 },
  )
})

test('the CSV has a line for each number, in both languages', () => {
  const stretches = inStretches(stretchesOf('2026-11-22', '2026-11-23'), [
    { day: '2026-11-23', name: 'arrivals', count: 3 },
  ])
  const view = {
    ...{ from: '2026-11-22', to: '2026-11-23', stretches, backlog: [{ from: 91, claims: 2 }], oldestDays: 100 },
    standard: { met: 1, late: 0, missed: 0, running: 0 },
  }
  const csv = caseworkCsv(view, 'fr')
  expect(csv).toContain('du,au,objet,quoi,nombre\r\n')
  expect(csv).toContain('2026-11-22,2026-11-23,2026-11-23,arrivals,3\r\n')
  expect(csv).toContain(',backlog_age_days,91+,2\r\n')
  expect(csv.trim().split('\r\n')).toHaveLength(1 + 2 * countedNames.length + 2 + 4)
})
