import { verify } from 'node:crypto'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { batchBytes } from '../../../shared/sync/batch.ts'
import type { PullAnswer } from '../../../shared/sync/wire.ts'
import type { Connection } from '../connection.ts'
import { deviceId, publicKeyObject } from '../identity.ts'
import { uuidBytes } from '../log/uuid.ts'
import { bytesOf } from './wire-event.ts'

/**
 * Did the devices themselves vouch for what came? The id of a device follows from its key, and the hash that it signed
 * covers its chain up to there: the central could leave something out, but neither change nor invent. A push lies in one
 * piece in the stream, so only the one that the end of a page cuts may still lack its signature; the next page has it.
 * Fails with sync.batch_unproved.
 */
export function provedBatches(
  connection: Connection,
  stream: string,
  own: string,
  { events, batches, head: end }: PullAnswer,
): Result<void> {
  const vouched = new Map<string, number>()
  for (const { device, publicKey, head, signature } of batches) {
    if (device === own) continue
    const key = bytesOf(publicKey)
    const row = connection
      .prepare<{ hash: Uint8Array }>(
        `SELECT e.hash FROM event e JOIN party s ON s.n = e.stream JOIN party d ON d.n = e.device
         WHERE s.id = ? AND d.id = ? AND e.sequence = ?`,
      )
      .get(uuidBytes(stream), uuidBytes(device), head.sequence)
    const proved =
      row !== undefined &&
      bytesOf(head.hash).equals(row.hash) &&
      deviceId(key) === device &&
      verify(null, batchBytes(stream, device, head.sequence, row.hash), publicKeyObject(key), bytesOf(signature))
    if (!proved) return fail('sync.batch_unproved', { device, sequence: head.sequence })
    vouched.set(device, Math.max(head.sequence, vouched.get(device) ?? 0))
  }
  const last = events.at(-1)
  const cut = last && last.position < end ? last.device : undefined
  for (const { device, event } of events) {
    if (!event || device === cut || event.sequence <= (vouched.get(device) ?? 0)) continue
    return fail('sync.batch_unproved', { device, sequence: event.sequence })
  }
  return ok(undefined)
}
