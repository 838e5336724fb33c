import { restsOn, slotOf, takesSlot } from './guarded.ts'
import type { Verdict } from './wire.ts'

/** What is known of the stream before an event is placed. */
export interface Placing {
  /** The event that holds a slot now. */
  holder(slot: string): string | undefined
  /** Was this event superseded? */
  lost(id: string): boolean
}

export interface Judged {
  readonly verdict: Extract<Verdict, 'ok' | 'superseded' | 'flagged'>
  /** A code for the desk, where it is not `ok`. */
  readonly why?: string
  /** The slot that the event holds from now on. */
  readonly takes?: string
}

/**
 * What becomes of an event at its place in the stream: a pure function of what stands before it. A signed event is never
 * dropped for a reason of business: it stays, superseded or flagged.
 */
export function judge(
  event: { type: string; subject: { kind: string; id: string }; body: unknown; bases: readonly string[] },
  { holder, lost }: Placing,
): Judged {
  const slot = slotOf(event)
  if (slot)
    return takesSlot(holder(slot), event.bases)
      ? { verdict: 'ok', takes: slot }
      : { verdict: 'superseded', why: 'sync.decided_elsewhere' }
  const ground = restsOn(event)
  if (!ground) return { verdict: 'ok' }
  if (event.bases.some(lost)) return { verdict: 'flagged', why: 'sync.rests_on_lost_decision' }
  return { verdict: 'ok' }
}
