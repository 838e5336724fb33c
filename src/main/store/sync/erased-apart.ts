import type { LoggedEvent, Subject } from '../../../shared/domain/event.ts'
import type { Taken } from '../../../shared/sync/page.ts'
import { isKnown } from '../known.ts'
import { keepLocalNote } from '../local-notes.ts'
import type { Projector } from '../projector.ts'
import type { Catalogue, ProjectionTx } from '../types.ts'

/**
 * Orders of erasure on a page of the stream, and what they do not reach. Whoever orders an erasure names every record of a
 * person that they know of. What another desk had done by then, and they had not heard of, may belong together with it: a
 * claim joined to that person, a paper. Nothing goes that nobody ordered to go; but it cannot stay as if what is erased had
 * been said, either (see `eraseAllOrdered`). No row tells what it was without what another one's event did to it: the tables are written anew.
 */
export interface Orders {
  /** Does this order name less than what belongs together here now? */
  isApart(event: LoggedEvent): boolean
  /** Remembers of each order what it leaves, for officers of this desk to be told: see `leftStanding`. */
  note(): void
}

interface Parts {
  readonly catalogue: Catalogue
  readonly projector: Projector
  readonly tx: ProjectionTx
}

/** The orders among what arrives; undefined where no other desk's is, as on almost every page. */
export function ordersOf({ catalogue, projector, tx }: Parts, arriving: readonly Taken[]): Orders | undefined {
  // One that only a newer program can read takes nothing yet.
  const isOrder = (event: Pick<LoggedEvent, 'type' | 'version'>) =>
    isKnown(catalogue, event) && catalogue[event.type]?.erases === true
  const counting = arriving.filter(({ verdict }) => counts(verdict))
  const others = counting.flatMap(({ event }) => (event && isOrder(event) ? [event] : []))
  if (others.length === 0) return undefined
  const own = counting.flatMap((placed) => (placed.own && tx.event(placed.own)) || [])
  const going = new Set([...others, ...own.filter(isOrder)].map(({ subject }) => keyOf(subject)))
  const leftBy = (subject: Subject) =>
    projector.projections
      .flatMap((projection) => projection.together?.(subject, tx) ?? [])
      .filter((other) => !going.has(keyOf(other)))
  return {
    isApart: (event) => isOrder(event) && counts(event.verdict) && leftBy(event.subject).length > 0,
    note() {
      // Of several the first is kept, which says more: a claim's comes before that of its person.
      for (const { id: order, subject } of others.toReversed())
        for (const { kind, id } of leftBy(subject as Subject))
          keepLocalNote(tx, `${leftName}${id}`, JSON.stringify({ kind, order } satisfies Omit<Left, 'id'>))
    },
  }
}

const counts = (verdict: Taken['verdict']): boolean => verdict !== 'superseded' && verdict !== 'quarantined'
const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind}/${id}`

/** Notes of records that an order left, which were one with what it erased. */
export const leftName = 'erasure.left.'

/** A record that an order of another desk left, of which that desk did not know that it belongs together with what it erased. */
export interface Left {
  readonly kind: Subject['kind']
  readonly id: string
  /** Id of the event. */
  readonly order: string
}
