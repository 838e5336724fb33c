import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Action, actions } from '../../../src/shared/domain/authority.ts'
import { nextAction, nextQueues } from '../../../src/shared/domain/next-action.ts'
import { type QueueName, queueNames, queueOf } from '../../../src/shared/domain/queues.ts'
import { type ChecklistLine, checklistItems } from '../../../src/shared/domain/review-checklist.ts'

const lines = fc
  .tuple(...checklistItems.map(() => fc.constantFrom('done', 'missing', 'waiting', 'not_needed' as const)))
  .map((states) => checklistItems.map((item, at): ChecklistLine => ({ item, state: states[at] as 'done' })))
const standing = fc.record({
  queues: fc.subarray(queueNames as unknown as QueueName[]),
  checklist: lines,
  held: fc.subarray([...actions]),
})
const asked = (queues: readonly QueueName[], checklist: readonly ChecklistLine[], held: readonly Action[]) =>
  nextAction({
    places: new Map(queues.map((queue) => [queue, '2026-12-01'])),
    checklist: () => checklist,
    may: (action) => held.includes(action),
  })

describe('the next action', () => {
  test('every queue has its place in the order of what is next', () => {
    expect([...nextQueues].sort()).toEqual([...queueNames].sort())
  })

  test('is one that this officer works, of a queue in which the claim stands or a line that is missing', () => {
    fc.assert(
      fc.property(standing, ({ queues, checklist, held }) => {
        const next = asked(queues, checklist, held)
        const works = queues.filter((queue) => held.includes(queueOf(queue).needs))
        if (!next) return works.length === 0
        if ('queue' in next) return works.includes(next.queue)
        return checklist.some(({ item, state }) => item === next.item && state === 'missing')
      }),
    )
  })

  test('more rights never hide what presses: who may do everything is shown the same or what comes before it', () => {
    const order = (queue: QueueName) => nextQueues.indexOf(queue)
    fc.assert(
      fc.property(standing, ({ queues, checklist, held }) => {
        const [some, all] = [asked(queues, checklist, held), asked(queues, checklist, actions)]
        if (!some || !all) return some === undefined
        return !('queue' in some && 'queue' in all) || order(all.queue) <= order(some.queue)
      }),
    )
  })

  test('who waits for the office comes before what the review lacks, and that before what is awaited', () => {
    const missing: ChecklistLine[] = [
      { item: 'identity', state: 'done' },
      { item: 'photo', state: 'waiting' },
      { item: 'findings', state: 'missing' },
      { item: 'decision', state: 'missing' },
    ]
    expect(asked(['messages', 'to_decide'], missing, actions)).toMatchObject({ queue: 'messages' })
    expect(asked(['partner', 'to_decide'], missing, actions)).toEqual({ item: 'findings' })
    expect(asked(['ready_to_refer', 'to_decide'], missing.slice(3), actions)).toEqual({ item: 'decision' })
    expect(asked(['partner', 'review_due'], missing.slice(0, 2), actions)).toMatchObject({ queue: 'partner' })
    // Who may not decide is not told to.
    expect(asked(['messages'], missing.slice(3), ['claim.edit'])).toBeUndefined()
  })
})
