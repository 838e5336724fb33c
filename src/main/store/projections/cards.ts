import type { EventBody } from '../../../shared/domain/catalogue.ts'
import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { query } from '../query.ts'
import type { ProjectionTx } from '../types.ts'
import { projection } from './projection.ts'

/** Orders of cards and their files. What became of a card is told by its person's confirmation. */
export const cardsProjection = projection({
  name: 'cards',
  tables: ['card_file', 'card_order', 'ecopr'],
  erase({ kind, id }, tx) {
    if (kind === 'card_file') tx.run(query.deleteFrom('card_file').where('id', '=', id))
    if (kind !== 'confirmation') return
    tx.run(query.deleteFrom('card_order').where('confirmation', '=', id))
    tx.run(query.deleteFrom('ecopr').where('confirmation', '=', id))
  },
  on: {
    'card_file.sent': (event, body, tx) => keep(event, body, null, tx),
    'card_file.taken': (event, body, tx) => keep(event, body, body, tx),
    'confirmation.card_ordered': ({ id, subject }, { batch, line }, tx) => {
      const values = { confirmation: subject.id, event: id }
      tx.run(
        query
          .insertInto('card_order')
          .values({ batch, line, ...values })
          .onConflict((conflict) => conflict.doNothing()),
      )
    },
    'confirmation.ecopr_issued': ({ subject }, { number }, tx) =>
      void tx.run(
        query
          .insertInto('ecopr')
          .values({ number, confirmation: subject.id, withdrawn: 0 })
          .onConflict((conflict) => conflict.doNothing()),
      ),
    'confirmation.ecopr_withdrawn': ({ subject }, { number }, tx) =>
      void tx.run(
        query
          .updateTable('ecopr')
          .set({ withdrawn: 1 })
          .where('number', '=', number)
          .where('confirmation', '=', subject.id),
      ),
  },
})

function keep(
  { subject, position }: LoggedEvent,
  { kind, on, file, rows }: EventBody<'card_file.sent'>,
  counts: Pick<EventBody<'card_file.taken'>, 'taken' | 'refused'> | null,
  tx: ProjectionTx,
): void {
  const values = { kind, on_day: on, file, rows, taken: counts?.taken ?? null, refused: counts?.refused ?? null }
  tx.run(
    query
      .insertInto('card_file')
      .values({ n: position, id: subject.id, ...values })
      .onConflict((conflict) => conflict.doNothing()),
  )
}
