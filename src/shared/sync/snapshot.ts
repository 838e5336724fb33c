import { z } from 'zod'
import { parts as framed, int64 } from './event-header.ts'
import { vouchedBatch } from './wire.ts'

/**
 * A snapshot: the log of an office up to a place in its stream, with the tables that follow from it, as a desk that had
 * settled everything wrote them out. A desk that joins takes it instead of reading the whole stream event by event. Its
 * parts travel like pictures, by the SHA-256 of their sealed bytes.
 */

/** Raised when the form of the parts changes. */
export const snapshotForm = 1
/** A desk asks for a snapshot, and makes one, from so many events of the stream on. */
export const fewestEvents = 5000

const uuid = z.uuid()
const key = z.base64().length(44)

export const snapshotManifest = z.strictObject({
  stream: uuid,
  epoch: uuid,
  /** The last place of the stream that is in it; a push ended there. */
  position: z.int().positive(),
  /** SHA-256 (hex) of everything that a desk must have in common with its maker to read it: schema and projections. */
  format: z.string().regex(/^[0-9a-f]{64}$/),
  /** 32 bytes under which the parts are sealed. The central keeps it wrapped, and destroys it with the snapshot. */
  key,
  parts: z
    .array(
      z.strictObject({
        sha: z.string().regex(/^[0-9a-f]{64}$/),
        size: z
          .int()
          .positive()
          .max(25 * 1024 * 1024),
      }),
    )
    .min(1)
    .max(400),
  /** Ed25519 of the desk that made it, over `snapshotBytes`. */
  signature: z.base64().length(88),
})
export type SnapshotManifest = z.infer<typeof snapshotManifest>

/** Which snapshot a desk can read. */
export const snapshotQuery = snapshotManifest.pick({ stream: true, format: true })

export const snapshotAnswer = snapshotManifest.extend({
  maker: z.object({ device: uuid, publicKey: key }),
  /** The end of every chain up to the position, as its device signed it. */
  heads: z.array(vouchedBatch).min(1),
  /** SHA-256 (base64) of `placesDigest` up to the position; an older central gives none. */
  places: key.optional(),
})
export type SnapshotAnswer = z.infer<typeof snapshotAnswer>

/** Up to where the snapshot goes that the central keeps now. */
export const snapshotKept = z.object({ position: z.int().positive() })

/** What the maker signs: which log, up to where, in which form, and the bytes themselves by their hashes. */
export const snapshotBytes = ({
  stream,
  epoch,
  position,
  format,
  parts,
}: Omit<SnapshotManifest, 'key' | 'signature'>): Uint8Array =>
  framed(['passerelle/snapshot/1', stream, epoch, int64(position), format, ...parts.map(({ sha }) => sha)])
