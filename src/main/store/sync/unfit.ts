import type { Connection } from '../connection.ts'
import { uuidBytes, uuidText } from '../log/uuid.ts'

/**
 * Which events do not fit what stands where they take effect. One that is placed is flagged, for officers to see. One of
 * this desk's tail is remembered: it may get its place just where it stands, and is not applied again for that.
 */

/** An event of the log, by its position, does not fit. */
export function noteUnfit(connection: Connection, position: number): void {
  if (flag(connection, position)) return
  const id = connection.prepare<{ id: Uint8Array }>('SELECT id FROM event WHERE position = ?').get(position)?.id
  if (id) remember(connection, [...remembered(connection), uuidText(id)])
}

/** Own events got their places where they stood: those that were remembered are flagged. */
export function flagPlaced(connection: Connection): void {
  const ids = remembered(connection)
  if (ids.length === 0) return
  const position = connection.prepare<{ position: number }>('SELECT position FROM event WHERE id = ?')
  const isPlaced = (id: string) => flag(connection, position.get(uuidBytes(id))?.position ?? 0)
  remember(
    connection,
    ids.filter((id) => !isPlaced(id)),
  )
}

/** The tail is taken back, and will be applied again. */
export const forgetUnfitTail = (connection: Connection): void => remember(connection, [])

/** The tables are written anew: what does not fit is found again. */
export function forgetUnfit(connection: Connection): void {
  forgetUnfitTail(connection)
  connection
    .prepare("UPDATE placed SET verdict = 'ok', why = NULL WHERE verdict <> 'ok' AND why = 'sync.does_not_fit'")
    .run()
}

/** Every place is about to be taken away: what is flagged is remembered. */
export function rememberUnfit(connection: Connection): void {
  const flagged = connection
    .prepare<{ id: Uint8Array }>(
      `SELECT e.id FROM placed p JOIN event e ON e.position = p.event
       WHERE p.verdict <> 'ok' AND p.why = 'sync.does_not_fit'`,
    )
    .all()
  remember(connection, [...remembered(connection), ...flagged.map(({ id }) => uuidText(id))])
}

/** Is it placed? What the central flagged keeps its reason: officers see it anyway, and a rebuild does not take it back. */
function flag(connection: Connection, position: number): boolean {
  connection
    .prepare("UPDATE placed SET verdict = 'flagged', why = 'sync.does_not_fit' WHERE event = ? AND verdict = 'ok'")
    .run(position)
  return connection.prepare('SELECT 1 FROM placed WHERE event = ?').get(position) !== undefined
}

const remembered = (connection: Connection): string[] => {
  const kept = connection.prepare<{ value: string }>("SELECT value FROM meta WHERE name = 'unfit_tail'").get()
  return kept ? (JSON.parse(kept.value) as string[]) : []
}

function remember(connection: Connection, ids: readonly string[]): void {
  if (ids.length === 0) connection.prepare("DELETE FROM meta WHERE name = 'unfit_tail'").run()
  else
    connection
      .prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('unfit_tail', ?)")
      .run(JSON.stringify([...new Set(ids)]))
}
