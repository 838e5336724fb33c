import type { EventBody, EventName } from '../../domain/catalogue.ts'

/** An event as far as its person may see it. */
export interface PublicEvent {
  readonly id: string
  readonly type: string
  /** Kind and id of what it is about. */
  readonly subject: { readonly kind: string; readonly id: string }
  /** ms since 1970-01-01T00:00Z, by the author's clock. */
  readonly at: number
  readonly hlc: { readonly ms: number; readonly counter: number }
  /** null once erased. */
  readonly body: unknown
}

/** The same on every side, whatever order events came in. */
export const byMoment = (a: PublicEvent, b: PublicEvent): number =>
  a.hlc.ms - b.hlc.ms || a.hlc.counter - b.hlc.counter || (a.id < b.id ? -1 : 1)

/** Bodies of the events of a type, oldest first, without what is erased. */
export type BodiesOf = <N extends EventName>(type: N) => readonly EventBody<N>[]
