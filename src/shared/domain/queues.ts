import { addDays, type IsoDate } from '../rules/dates.ts'
import { isOpenDay, type OwnDays } from '../rules/scheduling/office-time.ts'
import type { Action } from './authority.ts'

/**
 * The queues of casework: who may work them, in what order, and from when on a claim in one is red. Which claims stand in
 * one is asked of the record each time and kept nowhere, so that no claim can be in a queue that it does not belong to.
 */

interface Queue {
  /** Whoever may do this sees the queue. */
  readonly needs: Action
  /** What the order goes by, the earliest first: an instant since which it waits, or the day on which it is due. */
  readonly by: 'instant' | 'day'
  /** Red once the day has passed, or once it waited more open days than these; never, when left out. */
  readonly red?: 'passed' | number | 'interviewWithinDays'
}

/** Days ahead, today among them, that a queue of the near future shows. */
export const nearDays = 7

/** In the order in which they are shown. Open days of waiting are the office's practice; no law sets them. */
const table = {
  portal_new: { needs: 'claim.take', by: 'instant', red: 2 },
  unowned: { needs: 'claim.take', by: 'instant', red: 2 },
  leaver: { needs: 'claim.assign', by: 'instant', red: 1 },
  taking_in: { needs: 'claim.edit', by: 'instant', red: 5 },
  review_due: { needs: 'claim.edit', by: 'day', red: 'passed' },
  // An extension that was asked for and nobody answered, since that day.
  extension_asked: { needs: 'deadline.extend', by: 'day', red: 2 },
  incomplete: { needs: 'claim.edit', by: 'day', red: 30 },
  sent_items: { needs: 'claim.edit', by: 'day', red: 3 },
  to_schedule: { needs: 'interview.schedule', by: 'instant', red: 'interviewWithinDays' },
  // The day until which the claimant can choose; a job ends what lapsed.
  offered: { needs: 'interview.schedule', by: 'instant' },
  interview_week: { needs: 'interview.schedule', by: 'day', red: 'passed' },
  booked_later: { needs: 'interview.schedule', by: 'day' },
  no_show: { needs: 'interview.review', by: 'day', red: 2 },
  to_decide: { needs: 'claim.decide', by: 'instant', red: 15 },
  ready_to_refer: { needs: 'claim.decide', by: 'instant', red: 15 },
  second_officer: { needs: 'claim.confirm_decision', by: 'instant', red: 1 },
  // The day until which the partner should have answered.
  partner: { needs: 'claim.edit', by: 'day', red: 'passed' },
  suspended: { needs: 'claim.decide', by: 'instant' },
  // A limit of the claimant has passed, and nobody noted that what it asks for came.
  limit_passed: { needs: 'claim.edit', by: 'day', red: 'passed' },
  to_issue: { needs: 'document.issue', by: 'instant', red: 1 },
  papers: { needs: 'document.print', by: 'instant', red: 1 },
  messages: { needs: 'message.send', by: 'instant', red: 2 },
  asked: { needs: 'message.send', by: 'day', red: 'passed' },
  unreachable: { needs: 'message.send', by: 'day', red: 5 },
  conflict: { needs: 'conflict.resolve', by: 'instant', red: 1 },
} as const satisfies Record<string, Queue>

export type QueueName = keyof typeof table
export const queueNames = Object.keys(table) as [QueueName, ...QueueName[]]
export const queueOf = (name: QueueName): Queue => table[name]

/** Open days after which waiting in the queue is late; undefined where no number of days makes it so. */
export function patienceOf(name: QueueName, settings: { readonly interviewWithinDays: number }): number | undefined {
  const { red } = queueOf(name)
  if (red === 'interviewWithinDays') return settings.interviewWithinDays
  return red === 'passed' ? undefined : red
}

/**
 * The first day of which what stands in the queue is not late yet: all of before is red. Undefined where nothing ever is.
 */
export function firstNotLate(
  name: QueueName,
  today: IsoDate,
  settings: { readonly interviewWithinDays: number },
  own: OwnDays,
): IsoDate | undefined {
  if (queueOf(name).red === 'passed') return today
  const patience = patienceOf(name, settings)
  if (patience === undefined) return undefined
  let waited = 0
  let day = today
  // An office that never opens finds nothing late; two years are further than anybody looks.
  for (let tried = 0; tried < 731; tried++) {
    if (isOpenDay(day, own)) waited += 1
    if (waited > patience) return day
    day = addDays(day, -1)
  }
  return day
}
