import type { EventBody, EventName } from '../../../shared/domain/catalogue.ts'
import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { Projection, ProjectionTx } from '../types.ts'

type Handlers = {
  readonly [N in EventName]?: (event: LoggedEvent, body: EventBody<N>, tx: ProjectionTx) => void
}

/** A projection as a table: what each type of event means for its rows; other types mean nothing to it. */
export function projection(
  parts: Pick<Projection, 'name' | 'version' | 'tables' | 'erase' | 'together' | 'clear' | 'undone' | 'caughtUp'> & {
    readonly on: Handlers
    /** Of events that do not fit: see `Projection.unfit`. */
    readonly unfit?: Handlers
  },
): Projection {
  const { on, unfit, ...rest } = parts
  return {
    ...rest,
    types: new Set(Object.keys(on)),
    apply: byType(on),
    ...(unfit ? { unfit: byType(unfit) } : {}),
  }
}

const byType =
  (handlers: Handlers): Projection['apply'] =>
  (event, tx) => {
    const handler = Object.hasOwn(handlers, event.type) ? handlers[event.type as EventName] : undefined
    // The log parsed the body with the catalogue before it was written: its shape is that of its type.
    if (handler) (handler as (e: LoggedEvent, body: unknown, tx: ProjectionTx) => void)(event, event.body, tx)
  }

/** The local number of a person; throws if the log speaks of one that was never registered (a bug of the writer). */
export function personNumber(tx: ProjectionTx, id: string): number {
  const row = tx.first(numberOf({ id }))
  if (!row) throw new Error(`Person ${id} was never registered`)
  return row.n
}

/** Notes a number under which a person can be found. */
export function indexNumber(tx: ProjectionTx, person_n: number, kind: string, number: string): void {
  tx.run(addNumber({ number, kind, person_n }))
}

/** A claim was touched: it moves to the top of the list. The hybrid clock never goes back, so neither does the list. */
export const touchClaim = (tx: ProjectionTx, id: string, { hlc }: LoggedEvent): void => {
  tx.run(touch({ id, ms: hlc.ms }))
}

const numberOf = prepared(({ id }: { id: string }) => query.selectFrom('person').select('n').where('id', '=', id))
const addNumber = prepared((row: { number: string; kind: string; person_n: number }) => {
  const { number, kind, person_n } = row
  return query
    .insertInto('number_index')
    .values({ number, kind, person_n })
    .onConflict((conflict) => conflict.doNothing())
})
const touch = prepared(({ id, ms }: { id: string; ms: number }) =>
  query.updateTable('claim').set({ updated_ms: ms }).where('id', '=', id),
)
