import type { Uuid } from '../../../shared/ports.ts'
import { packIds } from '../../../shared/sync/event-header.ts'
import { uuidToBytes } from '../../../shared/uuid-bytes.ts'

/** The 16 bytes of a UUID; throws on text that is none. */
export const uuidBytes = (id: Uuid): Uint8Array => uuidToBytes(id)

/** The lower-case text of 16 bytes. Every event that is read has five of them: a tenth of the time of the package uuid. */
export function uuidText(bytes: Uint8Array): Uuid {
  if (bytes.length !== 16) throw new TypeError('Not the 16 bytes of a UUID')
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, 16).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export function unpackIds(bytes: Uint8Array): Uuid[] {
  return Array.from({ length: bytes.length / 16 }, (_, i) => uuidText(bytes.subarray(i * 16, i * 16 + 16)))
}

/** As `unpackIds` gives them of what `packIds` made: in order, none twice. */
export const inOrder = (ids: readonly Uuid[]): Uuid[] =>
  ids.length > 1 ? unpackIds(packIds(ids)) : ids.map((id) => id.toLowerCase())
