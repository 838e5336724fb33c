import type { LoggedEvent } from '../../shared/domain/event.ts'
import type { Connection } from './connection.ts'
import { isKnown } from './known.ts'
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
  connection
    .prepare(
      `UPDATE event SET salt = NULL, body = NULL
       WHERE subject = (SELECT n FROM subject WHERE id = ? AND kind = ?)
         AND type NOT IN (SELECT value FROM json_each(?))`,
    )
    .run(uuidBytes(subject.id), subject.kind, JSON.stringify(ordering(catalogue)))
}

/**
 * The same for every order that the log holds and that counts, piece by piece of the log: gives how many bodies went with
 * each piece. Inside the caller's transaction. What is erased was never said, whatever stood before the order: a desk that
 * writes its tables from bodies that are going to go would show something else than one that does so the day after, or
 * that has them from the central, which sends none.
 */
export function* eraseAllOrdered(connection: Connection, catalogue: Catalogue): Generator<number> {
  const types = JSON.stringify(ordering(catalogue))
  const end = connection.prepare<{ n: number | null }>('SELECT max(position) AS n FROM event').get()?.n ?? 0
  const orders = connection.prepare<{ subject: number; type: string; version: number }>(
    `SELECT DISTINCT e.subject, e.type, e.version FROM event e LEFT JOIN placed p ON p.event = e.position
     WHERE e.position > ? AND e.position <= ? AND e.type IN (SELECT value FROM json_each(?)) AND e.body IS NOT NULL
       AND coalesce(p.verdict, 'ok') NOT IN ('superseded', 'quarantined')`,
  )
  const remove = connection.prepare(
    `UPDATE event SET salt = NULL, body = NULL
     WHERE subject = ? AND body IS NOT NULL AND type NOT IN (SELECT value FROM json_each(?))`,
  )
  for (let from = 0; from < end; from += piece) {
    const known = orders.all(from, from + piece, types).filter((order) => isKnown(catalogue, order))
    yield known.reduce((count, { subject }) => count + remove.run(subject, types).changes, 0)
  }
}

/** Events that are looked through at once: about ten milliseconds. */
const piece = 5000

const ordering = (catalogue: Catalogue): string[] =>
  Object.entries(catalogue).flatMap(([type, spec]) => (spec?.erases ? [type] : []))
