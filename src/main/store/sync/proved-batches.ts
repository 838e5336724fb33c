import { verify } from 'node:crypto'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { batchBytes } from '../../../shared/sync/batch.ts'
import type { Page } from '../../../shared/sync/page.ts'
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
  { events, runs = [], batches, head: end }: Page,
): Result<void> {
  const vouched = new Map<string, number>()
  for (const { device, publicKey, head, signature } of batches) {
    if (device === own) continue
    const key = bytesOf(publicKey)
    const hash = hashAt(connection, stream, device, head.sequence)
    const proved =
      hash !== undefined &&
      bytesOf(head.hash).equals(hash) &&
      deviceId(key) === device &&
      verify(null, batchBytes(stream, device, head.sequence, hash), publicKeyObject(key), bytesOf(signature))
    if (!proved) return fail('sync.batch_unproved', { device, sequence: head.sequence })
    vouched.set(device, Math.max(head.sequence, vouched.get(device) ?? 0))
  }
  const last = events.at(-1)
  const isLast = last && last.position > (runs.at(-1)?.position ?? 0)
  const cut = isLast && last.position < end ? last.device : undefined
  for (const { device, event } of events) {
    if (!event || device === cut || event.sequence <= (vouched.get(device) ?? 0)) continue
    return fail('sync.batch_unproved', { device, sequence: event.sequence })
  }
  return ok(undefined)
}

/**
 * A run names this desk's events by their sequences: they are its own only if the chain is, up to where it vouched for it.
 * Fails with sync.forked.
 */
export function sameOwnChain(
  connection: Connection,
  stream: string,
  own: string,
  { batches }: Pick<Page, 'batches'>,
): Result<void> {
  for (const { device, head } of batches) {
    const hash = device === own ? hashAt(connection, stream, own, head.sequence) : undefined
    if (hash && !bytesOf(head.hash).equals(hash)) return fail('sync.forked', { device, sequence: head.sequence })
  }
  return ok(undefined)
}

const hashAt = (connection: Connection, stream: string, device: string, sequence: number): Uint8Array | undefined =>
  connection
    .prepare<{ hash: Uint8Array }>(
      `SELECT e.hash FROM event e JOIN party s ON s.n = e.stream JOIN party d ON d.n = e.device
       WHERE s.id = ? AND d.id = ? AND e.sequence = ?`,
    )
    .get(uuidBytes(stream), uuidBytes(device), sequence)?.hash
