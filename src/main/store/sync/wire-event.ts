import type { WireEvent } from '../../../shared/sync/wire.ts'
import type { EventRow } from '../log/rows.ts'
import { unpackIds, uuidText } from '../log/uuid.ts'

/** A row of the log as it goes over the wire: the body to the letter; erased ones with the commitment in its place. */
export function toWire(row: EventRow): WireEvent {
  return {
    id: uuidText(row.id),
    sequence: row.sequence,
    actor: uuidText(row.actor),
    subject: { kind: row.subjectKind, id: uuidText(row.subjectId) },
    type: row.type,
    version: row.version,
    visibility: row.visibility,
    at: row.at_ms,
    hlc: [row.hlc_ms, row.hlc_counter],
    bases: unpackIds(row.bases),
    salt: row.salt && base64(row.salt),
    body: row.body && Buffer.from(row.body).toString('utf8'),
    ...(row.body ? {} : { commitment: base64(row.commitment) }),
  }
}

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64')
