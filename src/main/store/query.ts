import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  type QueryExecutorProvider,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { DeskTables } from './tables.ts'

/**
 * The query builder. It only writes SQL: a query runs when it is handed to `store.all`, `store.first` or `tx.run`,
 * at once and in this thread. (Kysely's own `execute` is asynchronous and leads nowhere here.)
 */
export const query = new Kysely<DeskTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** Anything of Kysely that compiles: a builder of `query`, or a `sql` template. `O` is the row it gives. */
export interface Query<O> {
  compile(provider: QueryExecutorProvider): CompiledQuery<O>
}

export { sql } from 'kysely'
