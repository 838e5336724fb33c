import type { Action } from './authority.ts'
import { type QueueName, queueOf } from './queues.ts'
import type { ChecklistItem, ChecklistLine } from './review-checklist.ts'

/**
 * The one next action on a claim, whoever shows it. What cannot wait comes first: queues in which somebody waits for the
 * office. Then the first thing of the checklist of the review that this officer can do, then what is awaited of others.
 */
export type NextAction =
  /** Why it stands in a queue, with its day there. */
  | { readonly queue: QueueName; readonly day: string }
  /** A line of the checklist. */
  | { readonly item: ChecklistItem }

export interface WhereItStands {
  /** The queues in which the claim stands, with its day in each. */
  readonly places: ReadonlyMap<QueueName, string>
  /** The checklist of its review; nothing where there is none to be made. Asked for when no queue says what is next. */
  readonly checklist: () => readonly ChecklistLine[]
  readonly may: (action: Action) => boolean
}

/** Somebody waits for the office, or a time runs out: before whatever the review still lacks. */
const pressing = [
  'conflict',
  'messages',
  'sent_items',
  'no_show',
  'extension_asked',
  'second_officer',
  'unreachable',
  'papers',
  'to_issue',
  'incomplete',
  'portal_new',
  'to_schedule',
  'suspended',
] as const satisfies readonly QueueName[]
/** What goes on of itself with the checklist, and what is only awaited. */
const otherwise = [
  'taking_in',
  'ready_to_refer',
  'to_decide',
  'partner',
  'interview_week',
  'offered',
  'booked_later',
  'asked',
  'leaver',
  'unowned',
  'review_due',
  'limit_passed',
] as const satisfies readonly QueueName[]

/** Every queue in the order in which it says what is next. */
export const nextQueues: readonly QueueName[] = [...pressing, ...otherwise]

/** Who can do what the checklist says is missing. */
const needs: Readonly<Record<ChecklistItem, Action>> = {
  received: 'claim.edit',
  identity: 'claim.edit',
  essentials: 'claim.edit',
  findings: 'claim.edit',
  photo: 'claim.edit',
  biometrics: 'claim.edit',
  checks: 'claim.edit',
  medical: 'claim.edit',
  partners: 'claim.edit',
  preliminary: 'claim.decide',
  interview: 'interview.conduct',
  eligibility: 'claim.decide',
  decision: 'claim.decide',
}

/** Undefined: nothing on this claim is for this officer to do or to await. */
export function nextAction({ places, checklist, may }: WhereItStands): NextAction | undefined {
  const first = (queues: readonly QueueName[]): NextAction | undefined => {
    const queue = queues.find((name) => places.has(name) && may(queueOf(name).needs))
    return queue && { queue, day: places.get(queue) ?? '' }
  }
  const pressed = first(pressing)
  if (pressed) return pressed
  const lines = checklist()
  const todo = lines.find(({ item, state }) => state === 'missing' && may(needs[item]))
  return (todo && { item: todo.item }) ?? first(otherwise)
}
