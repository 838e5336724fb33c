import fc from 'fast-check'
import type { ConfirmationFacts } from '../../src/shared/domain/confirmation/facts.ts'
import { type ConfirmationEvent, fold } from '../../src/shared/domain/confirmation/fold.ts'
import { byTheWay, wholeWay } from './confirmation-events.ts'

/** Any way that one person's confirmation can go: a beginning of the usual way, then events in any order. */

export const [imported] = wholeWay as readonly [ConfirmationEvent]
const all: readonly ConfirmationEvent[] = [...wholeWay.slice(1), ...byTheWay]
/** How far the person is at first, what was left out on the way there, and then events: one out of all, or out of those that have an effect. */
export const anyWay = fc.record({
  begun: fc.integer({ min: 1, max: wholeWay.length }),
  left: fc.uniqueArray(fc.integer({ min: 1, max: wholeWay.length - 1 }), { maxLength: 3 }),
  draws: fc.array(fc.record({ blind: fc.boolean(), n: fc.nat() }), { maxLength: 40 }),
})
type Way = typeof anyWay extends fc.Arbitrary<infer W> ? W : never

export const reached = (events: readonly ConfirmationEvent[], start?: ConfirmationFacts) =>
  events.reduce<ConfirmationFacts | undefined>(fold, start) as ConfirmationFacts

/** Every state on a way, with the one before it. */
export function* walk({ begun, left, draws }: Way) {
  let before = reached([imported])
  for (const event of wholeWay.slice(0, begun).filter((_event, at) => at > 0 && !left.includes(at))) {
    const now = reached([event], before)
    yield { before, now, event }
    before = now
  }
  for (const { blind, n } of draws) {
    const state = before
    const effective = blind ? all : all.filter((event) => reached([event], state).without === state.without)
    const event = effective[n % effective.length] as ConfirmationEvent
    const now = reached([event], before)
    yield { before, now, event }
    before = now
  }
}
