import { hash } from 'node:crypto'
import * as header from '../../../shared/sync/event-header.ts'

/** The hashes of the log, with Node's SHA-256. What they cover is in shared/sync/event-header.ts. */
export const eventHash = (previous: Uint8Array, of: header.EventHeader, commitment: Uint8Array): Uint8Array =>
  header.eventHash(sha256, previous, of, commitment)

export const commitmentOf = (salt: Uint8Array, body: Uint8Array): Uint8Array => header.commitmentOf(sha256, salt, body)

/** On its way one letter a byte: a piece of memory of its own for each of two hashes an event costs more than to hash it. */
export const sha256: header.Sha256 = (...chunks) => Buffer.from(hash('sha256', inOne(chunks), 'binary'), 'latin1')

/** In hexadecimal digits, for what is only compared: Node makes such a text in half the time of a buffer. */
export const sha256Hex: header.Sha256<string> = (...chunks) => hash('sha256', inOne(chunks), 'hex')

/** As `eventHash`, in hexadecimal digits. */
export const eventHashHex = (previous: Uint8Array, of: header.EventHeader, commitment: Uint8Array): string =>
  header.eventHash(sha256Hex, previous, of, commitment)

const inOne = (chunks: readonly Uint8Array[]): Uint8Array =>
  chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
