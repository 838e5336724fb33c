import type { IsoDate } from './dates.ts'

/** A notice of the office to a person: a message with a deadline, a reminder, a call to an appointment. */
export interface SentNotice {
  readonly message: string
  readonly sentOn: IsoDate
  readonly readOn?: IsoDate | undefined
  readonly acknowledgedOn?: IsoDate | undefined
}

/** A time in which mail did not reach the person. */
export interface ReachGap {
  readonly from: IsoDate
  /** Somebody reached them again on this day. */
  readonly to?: IsoDate
  /** The notice that came back, when it is known. */
  readonly message?: string
}

export type Service =
  | { readonly served: true; readonly on: IsoDate; readonly how: 'acknowledged' | 'read' | 'sent' }
  | { readonly served: false; readonly since: IsoDate }

/**
 * Does a notice count as served, and since when? What the person saw counts from the day on which they saw it. What they
 * have not seen counts from the day on which it was sent, unless mail did not reach them then, or it is what came back: such
 * a notice is sent anew once they are reached. The office's practice: no section of the Act or the Regulations says when a
 * message of the portal counts as served.
 * @param gaps oldest first
 */
export function serviceOf(notice: SentNotice, gaps: readonly ReachGap[]): Service {
  const { message, sentOn, readOn, acknowledgedOn } = notice
  if (acknowledgedOn && !(readOn && readOn < acknowledgedOn))
    return { served: true, on: acknowledgedOn, how: 'acknowledged' }
  if (readOn) return { served: true, on: readOn, how: 'read' }
  const gap = gaps.find((one) => one.message === message || (one.from <= sentOn && !(one.to && one.to <= sentOn)))
  return gap ? { served: false, since: gap.from } : { served: true, on: sentOn, how: 'sent' }
}

/** The gaps that events tell, in their order: one begins when mail fails, and ends when somebody reaches the person. */
export function reachGaps(
  told: readonly ({ readonly failedOn: IsoDate; readonly message?: string } | { readonly reachedOn: IsoDate })[],
): ReachGap[] {
  const gaps: ReachGap[] = []
  for (const one of told) {
    if ('failedOn' in one) {
      // A second failure says of one more notice that it came back.
      gaps.push({ from: one.failedOn, ...(one.message ? { message: one.message } : {}) })
      continue
    }
    for (const [i, gap] of gaps.entries()) if (!gap.to) gaps[i] = { ...gap, to: one.reachedOn }
  }
  return gaps
}
