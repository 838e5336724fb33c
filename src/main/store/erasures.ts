import type { LoggedEvent } from '../../shared/domain/event.ts'
import type { Connection } from './connection.ts'
import { uuidBytes } from './log/uuid.ts'
import type { Catalogue, Projection } from './types.ts'

/** Keeps which subjects are erased, and by which event. It follows from the log: the ordering event itself keeps its body. */
export function erasures(catalogue: Catalogue, connection: Connection): Projection {
  return {
    name: 'erasures',
    tables: ['erased'],
    apply({ id, type, subject }) {
      if (!catalogue[type]?.erases) return
      connection
        .prepare('INSERT OR IGNORE INTO erased (subject, reason) SELECT n, ? FROM subject WHERE id = ? AND kind = ?')
        .run(uuidBytes(id), uuidBytes(subject.id), subject.kind)
    },
  }
}

/**
 * Removes salt and body of every event about a subject but those that order it: two desks may have, each for itself.
 * Inside the caller's transaction.
 */
export function eraseBodies(connection: Connection, catalogue: Catalogue, { subject }: LoggedEvent): void {
  const orders = Object.keys(catalogue).filter((type) => catalogue[type]?.erases)
  connection
    .prepare(
      `UPDATE event SET salt = NULL, body = NULL
       WHERE subject = (SELECT n FROM subject WHERE id = ? AND kind = ?) AND type NOT IN (${orders.map(() => '?').join()})`,
    )
    .run(uuidBytes(subject.id), subject.kind, ...orders)
}
