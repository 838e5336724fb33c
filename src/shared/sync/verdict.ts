import { cellsOf, goesOn, restsOn, slotOf, takesSlot } from './guarded.ts'
import type { Verdict } from './wire.ts'

/** What of an event its verdict rests on. */
export interface Placeable {
  readonly type: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly body: unknown
  readonly bases: readonly string[]
}

/** What is known of the stream before an event is placed. */
export interface Placing {
  /** The event that holds a slot or cell now. */
  holder(slot: string): string | undefined
  /** Was this event superseded? */
  lost(id: string): boolean
  /** Is it of a claim that had gone to another office before? What the law has erased is erased there too, whoever says so. */
  moved?(event: Placeable): boolean
  /** Is there such an office? Its key in ports-of-entry.ts. */
  office?(slug: string): boolean
}

export interface Judged {
  readonly verdict: Extract<Verdict, 'ok' | 'superseded' | 'flagged'>
  /** A code for the desk, where it is not `ok`. */
  readonly why?: string
  /** Slots and cells that the event holds from now on. */
  readonly takes?: readonly string[]
  /** Cells that nobody holds any more. */
  readonly frees?: readonly string[]
}

/**
 * What becomes of an event at its place in the stream: a pure function of what stands before it. A signed event is never
 * dropped for a reason of business: it stays, superseded or flagged.
 */
export function judge(event: Placeable, { holder, lost, moved, office }: Placing): Judged {
  // A paper is in the world, whoever had the claim: it counts, and somebody looks.
  if (moved?.(event)) return { verdict: event.subject.kind === 'document' ? 'flagged' : 'superseded', why: claimMoved }
  if (event.type === 'claim.moved_out' && office?.((event.body as { to: string }).to) === false)
    return { verdict: 'superseded', why: 'sync.no_such_office' }
  const slot = slotOf(event)
  if (slot) {
    const { takes, frees } = cellsOf(event)
    const own = (cell: string) => takesSlot(holder(cell), event.bases)
    if (!own(slot) || (goesOn(event) && event.bases.some(lost)))
      return { verdict: 'superseded', why: 'sync.decided_elsewhere' }
    if (!takes.every(own)) return { verdict: 'superseded', why: 'sync.booked_elsewhere' }
    return { verdict: 'ok', takes: [slot, ...takes], frees: frees.filter((cell) => holder(cell) && own(cell)) }
  }
  const ground = restsOn(event)
  if (!ground) return { verdict: 'ok' }
  if (event.bases.some(lost)) return { verdict: 'flagged', why: 'sync.rests_on_lost_decision' }
  return { verdict: 'ok' }
}

/** Why: the claim had gone to another office. */
export const claimMoved = 'sync.claim_moved'
