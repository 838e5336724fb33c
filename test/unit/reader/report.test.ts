import { describe, expect, it } from 'vitest'
import { reportOn } from '../../../src/shared/reader/report.ts'
import { keysOf, type ReaderSetting } from '../../support/reader.ts'

const td3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']
const us: ReaderSetting = { reader: 'us', computer: 'us' }
const report = (lines: readonly string[], setting = us, gap = 8) =>
  reportOn(
    keysOf(lines, setting).map((key, at) => ({ ...key, at: at * gap })),
    '2026-11-22',
  )

describe('the test of a reader', () => {
  it('that is set as its computer is finds nothing to say', () => {
    expect(report(td3)).toMatchObject({
      works: true,
      advice: [],
      keys: 90,
      keysPerSecond: 125,
      slowest: 8,
      lineEnds: ['Enter', 'Enter'],
    })
    expect(report(td3).zone?.checks.map(({ ok }) => ok)).toEqual([true, true, true, true, true])
    expect(report(['A0001001'])).toMatchObject({ works: true, advice: [] })
  })

  it.each([
    ['too_slow', td3, us, 60],
    ['part_of_zone', td3.slice(0, 1), us, 8],
    ['no_zone', ['HELLO WORLD'], us, 8],
  ] as const)('that does not work says why: %s', (advice, lines, setting, gap) => {
    const { works, advice: given } = report(lines, setting, gap)
    expect(works).toBe(false)
    expect(given).toContain(advice)
  })

  it.each([
    ['check_digits', td3.map((line) => line.replace('L898902C3', 'L898902C4')), us],
    ['layouts_differ', td3, { reader: 'us', computer: 'csa' }],
    ['layouts_differ', td3, { reader: 'csa', computer: 'canadian_french' }],
    ['no_line_end', td3, { ...us, lineEnd: [] }],
  ] as const)('that works may still be told: %s', (advice, lines, setting) => {
    expect(report(lines, setting)).toMatchObject({ works: true, advice: [advice] })
  })

  it('a pause between lines is no slowness', () => {
    const keys = keysOf(td3, us).map((key, at) => ({ ...key, at: at * 8 + (at > 44 ? 220 : 0) }))
    expect(reportOn(keys, '2026-11-22')).toMatchObject({ works: true, advice: [], slowest: 8 })
  })
})
