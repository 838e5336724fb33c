import type { EventDraft } from '../../../shared/domain/event.ts'
import type { Connection } from '../connection.ts'
import type { Appender } from '../log/append.ts'
import { rowsOfTail, toEvent } from '../log/rows.ts'
import { uuidBytes } from '../log/uuid.ts'
import { settledUpTo } from './tail.ts'

interface Parts {
  readonly connection: Connection
  readonly append: Appender['append']
  /** The identity under which this desk writes now. */
  readonly device: string
}

/**
 * Work of an earlier identity of this desk that the central does not have: its store was copied back, went on by itself,
 * and the chain has other events at those places. The work is kept: it is written again, as it was, at the end of the
 * present identity's chain, and the rows that no chain can hold go. Inside a transaction, with the tail taken back.
 * @param which a retired device's chain from a sequence on; every retired chain when left out
 */
export function writeAgain({ connection, append, device }: Parts, which?: { device: string; sequence: number }): void {
  const lost = rowsOfTail(connection, 0, Number.MAX_SAFE_INTEGER)
    .map(toEvent)
    .filter((event) => event.device !== device && isOwn(connection, event.device))
    .filter((event) => !which || (event.device === which.device && event.sequence >= which.sequence))
  const isErased = connection.prepare(
    'SELECT 1 FROM erased e JOIN subject s ON s.n = e.subject WHERE s.id = ? AND s.kind = ?',
  )
  const remove = connection.prepare('DELETE FROM event WHERE position = ?')
  const ordered = connection.prepare('DELETE FROM erased WHERE reason = ?')
  for (const { id, position } of lost) {
    remove.run(position)
    // An erasure that is among them is ordered again, and must not be taken for done.
    ordered.run(uuidBytes(id))
  }
  const renamed = new Map<string, string>()
  for (const { id, subject, type, body, bases, actor, at, stream } of lost) {
    // Its subject was erased: there is nothing left to say.
    if (body === null || isErased.get(uuidBytes(subject.id), subject.kind)) continue
    const draft: EventDraft = { subject, type, body, bases: bases.map((base) => renamed.get(base) ?? base) }
    renamed.set(id, append(draft, { device, stream, actor, at }).id)
  }
}

/** Is there unplaced work of an earlier identity? */
export const hasRetiredTail = (connection: Connection, device: string): boolean =>
  connection
    .prepare(
      // From the identities on: most desks have had one, and then nothing of the log is looked at.
      `SELECT 1 FROM desk_identity i CROSS JOIN party d CROSS JOIN event e
       WHERE i.device <> ? AND d.id = i.device AND e.device = d.n AND e.position > ?
         AND NOT EXISTS (SELECT 1 FROM placed p WHERE p.event = e.position) LIMIT 1`,
    )
    .get(uuidBytes(device), settledUpTo(connection)) !== undefined

/** An identity that this desk has or had. */
export const isOwn = (connection: Connection, device: string): boolean =>
  connection.prepare('SELECT 1 FROM desk_identity WHERE device = ?').get(uuidBytes(device)) !== undefined
