import { stringify } from 'uuid'
import type { Uuid } from '../../../shared/ports.ts'
import { uuidToBytes } from '../../../shared/uuid-bytes.ts'

/** The 16 bytes of a UUID; throws on text that is none. */
export const uuidBytes = (id: Uuid): Uint8Array => uuidToBytes(id)

/** The lower-case text of 16 bytes. */
export const uuidText = (bytes: Uint8Array): Uuid => stringify(bytes)

export function unpackIds(bytes: Uint8Array): Uuid[] {
  return Array.from({ length: bytes.length / 16 }, (_, i) => uuidText(bytes.subarray(i * 16, i * 16 + 16)))
}
