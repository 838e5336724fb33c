import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupsToRemove, retention } from '../../../src/main/store/backup/retention.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 23, 18)
const zone = 'America/Toronto'
const kept = (hoursAgo: readonly number[], at = now) => {
  const backups = hoursAgo.map((hours) => ({ name: `${hours}`, at: now - hours * hour }))
  const removed = new Set(backupsToRemove(backups, at, zone))
  return hoursAgo.filter((hours) => !removed.has(`${hours}`))
}

describe('keeping backups', () => {
  test('three of today, the last of each of seven days', () => {
    expect(kept([0, 1, 2, 3, 24, 25, 48, 72, 96, 120, 144, 168, 192])).toEqual([0, 1, 2, 24, 48, 72, 96, 120, 144])
  })

  test('a day begins at midnight of the desk, not of Greenwich', () => {
    // 18:00Z is 13:00 in Toronto: twelve hours ago is today, fourteen hours ago is yesterday.
    expect(kept([0, 1, 2, 12, 14])).toEqual([0, 1, 2, 14])
  })

  test('weeks without a backup take none away', () => {
    expect(kept([1000, 2000, 3000])).toEqual([1000, 2000, 3000])
  })

  test('the newest stays whatever the clock says, and there are never more than ten', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: -2000, max: 2000 }),
        (hours, skew) => {
          const left = kept(hours, now + skew * hour)
          expect(left).toContain(Math.min(...hours))
          expect(left.length).toBeLessThanOrEqual(retention.total)
        },
      ),
    )
  })
})
