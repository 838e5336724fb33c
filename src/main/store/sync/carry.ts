import { verify } from 'node:crypto'
import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { blobsNamedIn } from '../../../shared/domain/named-blobs.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { batchBytes } from '../../../shared/sync/batch.ts'
import type { TakenEvent } from '../../../shared/sync/page.ts'
import type { ChainHead, WireEvent } from '../../../shared/sync/wire.ts'
import { wantBlobs } from '../blobs/travel.ts'
import type { Connection } from '../connection.ts'
import { deviceId, publicKeyObject } from '../identity.ts'
import { rowAt, toEvent } from '../log/rows.ts'
import type { Surrogates } from '../log/surrogates.ts'
import { uuidBytes } from '../log/uuid.ts'
import type { Catalogue } from '../types.ts'
import { insertForeign } from './insert-foreign.ts'
import { base64, bytesOf, saidBy } from './wire-event.ts'

/** A piece of another desk's chain that did not come through the central. */
export interface Carried {
  readonly stream: string
  readonly device: string
  readonly publicKey: Uint8Array
  readonly events: readonly WireEvent[]
  readonly head: ChainHead
  readonly signature: Uint8Array
}

interface Parts {
  readonly connection: Connection
  readonly surrogates: Surrogates
  readonly catalogue: Catalogue
}

/**
 * Writes down what of a carried piece is new: events behind the end of that chain, and bodies of those of which only the
 * header is here. Checked as a pull is: no gap, the hashes computed here, the end signed by the device. Gives the new ones.
 * Inside a transaction. Fails with sync.hole, sync.forked, sync.batch_unproved.
 */
export function writeCarried(parts: Parts, piece: Carried): Result<LoggedEvent[]> {
  const { connection, surrogates } = parts
  const { stream, device, events, head } = piece
  const fresh: number[] = []
  for (const event of events) {
    const known = rowOf(connection, stream, device, event.sequence)
    if (!known) {
      const written = insertForeign(connection, surrogates, { stream, device, event: withoutErased(parts, event) })
      if (!written.ok) return written
      if (written.value === 0) return fail('sync.forked', { device, sequence: event.sequence })
      fresh.push(written.value)
    } else if (!known.id.equals(Buffer.from(uuidBytes(event.id)))) {
      return fail('sync.forked', { device, sequence: event.sequence })
    } else if (fillBody(connection, known.position, event)) fresh.push(known.position)
  }
  if (!vouched(connection, piece)) return fail('sync.batch_unproved', { device, sequence: head.sequence })
  return ok(fresh.flatMap((position) => rowAt(connection, position) ?? []).map(toEvent))
}

/** The header alone where its subject was erased here, as a pull would bring it: nobody comes back by hand. */
function withoutErased({ connection, catalogue }: Parts, event: WireEvent): WireEvent {
  const { subject, type } = event
  const said = saidBy(event)
  if (!said || catalogue[type]?.erases) return event
  const gone = connection
    .prepare('SELECT 1 FROM erased e JOIN subject s ON s.n = e.subject WHERE s.id = ? AND s.kind = ?')
    .get(uuidBytes(subject.id), subject.kind)
  if (!gone) return event
  return { ...event, salt: null, body: null, commitment: base64(said.commitment) }
}

function vouched(connection: Connection, { stream, device, publicKey, events, head, signature }: Carried): boolean {
  const hash = rowOf(connection, stream, device, head.sequence)?.hash
  return (
    events.at(-1)?.sequence === head.sequence &&
    hash !== undefined &&
    bytesOf(head.hash).equals(hash) &&
    deviceId(publicKey) === device &&
    verify(null, batchBytes(stream, device, head.sequence, hash), publicKeyObject(publicKey), signature)
  )
}

const rowOf = (connection: Connection, stream: string, device: string, sequence: number) =>
  connection
    .prepare<{ position: number; id: Buffer; hash: Buffer }>(
      `SELECT e.position, e.id, e.hash FROM event e JOIN party s ON s.n = e.stream JOIN party d ON d.n = e.device
       WHERE s.id = ? AND d.id = ? AND e.sequence = ?`,
    )
    .get(uuidBytes(stream), uuidBytes(device), sequence)

/** Puts the body to a header that came without it, if it is the one and its subject was not erased here. */
export function fillBody(connection: Connection, position: number, event: TakenEvent): boolean {
  const said = saidBy(event)
  if (!said) return false
  const filled = connection
    .prepare(
      `UPDATE event SET salt = ?, body = ? WHERE position = ? AND body IS NULL AND commitment = ?
       AND NOT EXISTS (SELECT 1 FROM erased WHERE erased.subject = event.subject)`,
    )
    .run(said.salt, said.body, position, said.commitment)
  return filled.changes > 0
}

/** Their pictures and papers are asked for. */
export function wantFilesOf(connection: Connection, events: readonly LoggedEvent[], now: number): void {
  for (const event of events) wantBlobs(connection, blobsNamedIn(event), now)
}
