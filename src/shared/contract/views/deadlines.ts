import type { Bilingual } from '../../language.ts'

/** Deadlines of the office. */

/** What became of the limits whose day lay in a month. */
export interface DeadlineReport {
  /** `YYYY-MM` */
  readonly month: string
  readonly rows: readonly {
    readonly rule: string
    readonly label: Bilingual
    readonly met: number
    readonly late: number
    readonly missed: number
    readonly running: number
    /** Of those met, missed and running. */
    readonly extended: number
    /** The decision was taken or reopened before: they count no more. */
    readonly ended: number
  }[]
}
