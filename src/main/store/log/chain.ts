import { chainStart } from '../../../shared/sync/event-header.ts'
import type { Connection } from '../connection.ts'

/** The last event of a chain; before the first, sequence 0 and 32 zero bytes. */
export function endOfChain(
  connection: Connection,
  stream: number,
  device: number,
): { sequence: number; hash: Uint8Array } {
  return (
    connection
      .prepare<{ sequence: number; hash: Uint8Array }>(
        'SELECT sequence, hash FROM event WHERE stream = ? AND device = ? ORDER BY sequence DESC LIMIT 1',
      )
      .get(stream, device) ?? { sequence: 0, hash: chainStart }
  )
}
