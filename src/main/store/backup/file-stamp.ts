import { Temporal } from 'temporal-polyfill'

/** A moment as part of a file's name that sorts by time: `2026-11-23T14-10-00.000Z`. */
export const fileStamp = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' }).replaceAll(':', '-')
