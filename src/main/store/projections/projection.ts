import type { EventBody, EventName } from '../../../shared/domain/catalogue.ts'
import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { query } from '../query.ts'
import type { Projection, ProjectionTx } from '../types.ts'

type Handlers = {
  readonly [N in EventName]?: (event: LoggedEvent, body: EventBody<N>, tx: ProjectionTx) => void
}

/** A projection as a table: what each type of event means for its rows; other types mean nothing to it. */
export function projection(
  parts: Pick<Projection, 'name' | 'tables' | 'erase' | 'clear'> & { readonly on: Handlers },
): Projection {
  const { on, ...rest } = parts
  return {
    ...rest,
    apply(event, tx) {
      const handler = Object.hasOwn(on, event.type) ? on[event.type as EventName] : undefined
      // The log parsed the body with the catalogue before it was written: its shape is that of its type.
      if (handler) (handler as (e: LoggedEvent, body: unknown, tx: ProjectionTx) => void)(event, event.body, tx)
    },
  }
}

/** The local number of a person; throws if the log speaks of one that was never registered (a bug of the writer). */
export function personNumber(tx: ProjectionTx, person: string): number {
  const row = tx.first(query.selectFrom('person').select('n').where('id', '=', person))
  if (!row) throw new Error(`Person ${person} was never registered`)
  return row.n
}

/** Notes a number under which a person can be found. */
export function indexNumber(tx: ProjectionTx, personN: number, kind: string, number: string): void {
  tx.run(
    query
      .insertInto('number_index')
      .values({ number, kind, person_n: personN })
      .onConflict((conflict) => conflict.doNothing()),
  )
}

/** A claim was touched: it moves to the top of the list. The hybrid clock never goes back, so neither does the list. */
export const touchClaim = (tx: ProjectionTx, claim: string, event: LoggedEvent): void => {
  tx.run(query.updateTable('claim').set({ updated_ms: event.hlc.ms }).where('id', '=', claim))
}
