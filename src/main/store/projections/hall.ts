import type { LoggedEvent } from '../../../shared/domain/event.ts'
import type { ArrivalValues } from '../../../shared/domain/fields.ts'
import { query } from '../query.ts'
import type { ProjectionTx } from '../types.ts'
import { fieldsAfter } from './heads.ts'
import { projection } from './projection.ts'

/** Who is in the waiting room. The table of desks that never met comes out the same once they have. */
export const hallProjection = projection({
  name: 'hall',
  tables: ['arrival'],
  erase(subject, tx) {
    if (subject.kind === 'arrival') tx.run(query.deleteFrom('arrival').where('id', '=', subject.id))
  },
  on: {
    'arrival.noted': (event, { fields }, tx) => {
      tx.run(
        query.insertInto('arrival').values({
          n: event.position,
          id: event.subject.id,
          arrived_ms: event.hlc.ms,
          adults: 0,
          children: 0,
          minor_alone: 0,
          vulnerable: '[]',
          language: null,
          name: null,
          note: null,
          holder: null,
          stage: 'waiting',
          conflicts: 0,
        }),
      )
      setFields(event, fields, tx)
    },
    'arrival.set': (event, { fields }, tx) => setFields(event, fields, tx),
    'arrival.taken': (event, { fields }, tx) => setFields(event, fields, tx),
    'arrival.handed_back': (event, { fields }, tx) => setFields(event, fields, tx),
    'arrival.handed_over': (event, { fields }, tx) => setFields(event, fields, tx),
    'arrival.left': (event, { fields }, tx) => setFields(event, fields, tx),
    'arrival.done': (event, { fields }, tx) => setFields(event, fields, tx),
    'arrival.returned': (event, { fields }, tx) => setFields(event, fields, tx),
  },
})

type Fields = { readonly [F in keyof ArrivalValues]?: ArrivalValues[F] | null | undefined } & {
  readonly holder?: string | null
  readonly stage?: string
}

const columns: { readonly [F in keyof Required<Fields>]: (value: never) => Record<string, string | number | null> } = {
  arrivedAt: (value: string) => ({ arrived_ms: Date.parse(value) }),
  adults: (value: number | null) => ({ adults: value ?? 0 }),
  children: (value: number | null) => ({ children: value ?? 0 }),
  minorAlone: (value: boolean | null) => ({ minor_alone: value ? 1 : 0 }),
  vulnerable: (value: string[] | null) => ({ vulnerable: JSON.stringify(value ?? []) }),
  language: (value: string | null) => ({ language: value }),
  name: (value: string | null) => ({ name: value }),
  note: (value: string | null) => ({ note: value }),
  holder: (value: string | null) => ({ holder: value }),
  stage: (value: string) => ({ stage: value }),
}

function setFields(event: LoggedEvent, fields: Fields, tx: ProjectionTx): void {
  const { conflicts, shows } = fieldsAfter(event, tx)
  const shown = Object.entries(fields).filter(([field, value]) => value !== undefined && shows(field))
  const set = shown.map(([field, value]) => columns[field as keyof Fields](value as never))
  tx.run(
    query
      .updateTable('arrival')
      .set(Object.assign({ conflicts }, ...set))
      .where('id', '=', event.subject.id),
  )
}
