import { Temporal } from 'temporal-polyfill'

interface Dated {
  readonly name: string
  /** ms since epoch. */
  readonly at: number
}

export const retention = { today: 3, days: 7, total: 10 } as const

/**
 * Names of the backups that may go: all but the three newest of today, the newest of each of the last seven days that
 * have one, and at most ten in all. The newest of all always stays, whatever the clock says.
 */
export function backupsToRemove(backups: readonly Dated[], now: number, zone: string): string[] {
  const day = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString()
  const newestFirst = [...backups].sort((a, b) => b.at - a.at)
  const today = newestFirst.filter(({ at }) => day(at) === day(now)).slice(0, retention.today)
  const newestOfDay = new Map(newestFirst.toReversed().map((backup) => [day(backup.at), backup]))
  const daily = [...newestOfDay.values()].sort((a, b) => b.at - a.at).slice(0, retention.days)
  const wanted = new Set([...newestFirst.slice(0, 1), ...today, ...daily])
  const kept = new Set([...wanted].slice(0, retention.total))
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ name }) => name)
}
