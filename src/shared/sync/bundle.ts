import { z } from 'zod'
import { int64, parts } from './event-header.ts'
import { chainHead, wireEvent } from './wire.ts'

/**
 * A case bundle: one claim as a desk knows it, carried to another desk of the office where there is no network. It holds
 * a piece of the desk's own chain, without a gap, as a push does; bodies only of what concerns the claim. What it names
 * and the desk has travels with it. Later the central brings the same events, which are then only given their places.
 */

/** Most events of one bundle, and most bytes of all its files. */
export const mostBundleEvents = 20_000
export const mostBundleBytes = 150 * 1024 * 1024

const uuid = z.uuid()

export const caseBundle = z.strictObject({
  form: z.literal('passerelle-case-bundle-1'),
  stream: uuid,
  claim: uuid,
  /** The desk that made it and the one that it is sealed to. */
  from: uuid,
  to: uuid,
  made: z.int(),
  events: z.array(wireEvent).min(1).max(mostBundleEvents),
  /** After the last event; signed as the head of a push is (`batchBytes`), base64. */
  head: chainHead,
  headSignature: z.base64().length(88),
  /** In the order in which their bytes follow. */
  files: z.array(z.strictObject({ sha: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().nonnegative() })).max(2000),
  /** Ed25519 of the desk that made it, over `bundleBytes`, base64. */
  signature: z.base64().length(88),
})
export type CaseBundle = z.infer<typeof caseBundle>

/** What the desk signs besides the head of its chain: which claim, for whom, when, and the files. */
export const bundleBytes = (of: Omit<CaseBundle, 'form' | 'events' | 'signature' | 'headSignature'>): Uint8Array =>
  parts([
    'passerelle/case-bundle/1',
    ...[of.stream, of.claim, of.from, of.to],
    int64(of.made, of.head.sequence),
    of.head.hash,
    ...of.files.map(({ sha }) => sha),
  ])
