import { query, sql } from '../../src/main/store/query.ts'
import type { Projection, Store } from '../../src/main/store/types.ts'
import { ok, unwrap } from '../../src/shared/result.ts'
import { testOfficer } from './store.ts'

/** Makes the toy projection's tables; no migration of the product knows them. */
export function makeToyTables(store: Store): void {
  unwrap(
    store.transact({ actor: testOfficer }, (tx) => {
      tx.run(
        sql`CREATE TABLE toy_claim (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, notes INTEGER NOT NULL) STRICT`,
      )
      tx.run(
        sql`CREATE TABLE toy_note (event TEXT PRIMARY KEY, claim TEXT NOT NULL REFERENCES toy_claim (id), text TEXT NOT NULL) STRICT`,
      )
      return ok(undefined)
    }),
  )
}

/** Claims and notes: a parent and a child table, a counter that depends on order, an erasure that takes rows away. */
export const toyProjection: Projection = {
  name: 'toy',
  tables: ['toy_claim', 'toy_note', 'moved_subject'],
  apply({ id, type, subject, body, position }, tx) {
    if (type === 'claim.opened') {
      const { label } = body as { label: string }
      tx.run(sql`INSERT INTO toy_claim (n, id, label, notes) VALUES (${position}, ${subject.id}, ${label}, 0)`)
    }
    if (type === 'claim.noted') {
      const { text } = body as { text: string }
      tx.run(sql`INSERT INTO toy_note (event, claim, text) VALUES (${id}, ${subject.id}, ${text})`)
      tx.run(sql`UPDATE toy_claim SET notes = notes + 1 WHERE id = ${subject.id}`)
    }
    if (type === 'claim.moved_out')
      tx.run(sql`INSERT OR IGNORE INTO moved_subject (kind, id, claim) VALUES ('claim', ${subject.id}, ${subject.id})`)
    if (type === 'claim.moved_in') tx.run(sql`DELETE FROM moved_subject WHERE claim = ${subject.id}`)
  },
  erase(subject, tx) {
    tx.run(sql`DELETE FROM moved_subject WHERE claim = ${subject.id}`)
    tx.run(sql`DELETE FROM toy_note WHERE claim = ${subject.id}`)
    tx.run(sql`DELETE FROM toy_claim WHERE id = ${subject.id}`)
  },
}

export const eventCount = (store: Store): number =>
  store.first(query.selectFrom('event').select(({ fn }) => fn.countAll<number>().as('n')))?.n ?? 0
