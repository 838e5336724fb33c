import { z } from 'zod'

/**
 * What goes over the wire between a desk and the central: the bodies of the bulk routes, as JSON under zstd. An event
 * carries no hash: both sides compute the chain, and one signature over the last hash vouches for a whole batch.
 */

/** Raised when a desk and a central of different age could no longer understand each other. */
export const wireVersion = 1

/** Most events of one push or one page of a pull. A central says in `hello` how many it takes. */
export const mostEvents = 1000
/** What one takes that does not say. */
export const usualEvents = 500
/** Most places of the stream that one page of a pull covers where runs of own events are only named. */
export const mostPlaces = 2000

const uuid = z.uuid()
const hash = z.base64().length(44)
const count = z.int().nonnegative()

/** An event without stream and device, which the envelope says. Body: the JSON text to the letter, as it was hashed. */
export const wireEvent = z.object({
  id: uuid,
  sequence: z.int().positive(),
  actor: uuid,
  subject: z.object({ kind: z.string().min(1).max(40), id: uuid }),
  type: z.string().min(1).max(80),
  version: z.int().positive(),
  visibility: z.string().min(1).max(20),
  at: z.int(),
  /** Hybrid logical clock: ms and counter. */
  hlc: z.tuple([z.int(), count]),
  bases: z.array(uuid).max(500),
  /** 16 bytes; null with the body once that is erased or withheld. */
  salt: z.base64().length(24).nullable(),
  body: z.string().nullable(),
  /** Only where there is no body to compute it from. */
  commitment: hash.optional(),
})
export type WireEvent = z.infer<typeof wireEvent>

/**
 * What the central made of an event. `superseded`: another decision came first; kept in the log, without effect.
 * `flagged`: takes effect and needs a look. `quarantined`: nobody entitled to it wrote it, or it does not fit its type;
 * its header stays in the chain, its body is withheld.
 */
export const verdicts = ['ok', 'superseded', 'flagged', 'quarantined'] as const
export const verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof verdict>

/** Why, as a code: `sync.decided_elsewhere`, `sync.rests_on_lost_decision` ... */
const why = z.string().max(80)

/** The end of a chain of one device in one stream. */
export const chainHead = z.object({ sequence: count, hash })
export type ChainHead = z.infer<typeof chainHead>

export const pushRequest = z.object({
  stream: uuid,
  /** What `hello` said: another one means that the central was restored. */
  epoch: uuid,
  /** In the order of the chain, without a gap; all of the device that signs the request. */
  events: z.array(wireEvent).min(1).max(mostEvents),
  /** After the last of them. The signature is Ed25519 over `batchBytes` (base64). */
  head: chainHead,
  signature: z.base64().length(88),
})
export type PushRequest = z.infer<typeof pushRequest>

export const pushAnswer = z.object({
  /** Last sequence of this chain that the central holds, safely on its disk. */
  durable: count,
  /** Of each event; only of those that are not `ok`, where the desk asked so: it is told of all places by the pull. */
  verdicts: z.array(
    z.object({ sequence: z.int().positive(), position: z.int().positive(), verdict, why: why.optional() }),
  ),
})
export type PushAnswer = z.infer<typeof pushAnswer>

/** An event in the stream. One of the asking device's own is only named: the desk has it. */
export const placedEvent = z.object({
  position: z.int().positive(),
  device: uuid,
  /** `ok` when left out. */
  verdict: verdict.optional(),
  why: why.optional(),
  own: uuid.optional(),
  event: wireEvent.optional(),
})
export type PlacedEvent = z.infer<typeof placedEvent>

/**
 * Own events of the asking device that stand in a row, in the stream as in its chain, each `ok`: the first place, the
 * first sequence, and how many. Only for a desk that asks for runs; it does without the id of each.
 */
export const ownRun = z.object({
  position: z.int().positive(),
  sequence: z.int().positive(),
  count: z.int().positive().max(mostPlaces),
})
export type OwnRun = z.infer<typeof ownRun>

/** The end of a batch, as its device signed it. The signature covers everything before it in the chain. */
export const vouchedBatch = z.object({
  device: uuid,
  publicKey: hash,
  head: chainHead,
  signature: z.base64().length(88),
})
export type VouchedBatch = z.infer<typeof vouchedBatch>

export const pullAnswer = z.object({
  epoch: uuid,
  /** In the order of the stream; with the runs there is no gap. */
  events: z.array(placedEvent).max(mostEvents),
  /** In the order of the stream, where the desk asked for them. */
  runs: z
    .array(ownRun)
    .max(mostEvents + 1)
    .optional(),
  /** Batches that end within the page: what the devices vouched for. */
  batches: z.array(vouchedBatch),
  /** Last position of the stream when the page was read. */
  head: count,
})
export type PullAnswer = z.infer<typeof pullAnswer>

/** An event whose salt and body stand behind the page (page.ts): how many bytes both have together. */
export const apartEvent = wireEvent.omit({ salt: true, body: true }).extend({ salted: z.int().min(16).nullable() })

/** A page without the bodies of its events. */
export const apartPage = pullAnswer.extend({
  events: z.array(placedEvent.extend({ event: apartEvent.optional() })).max(mostEvents),
})

export const helloAnswer = z.object({
  wire: z.int().positive(),
  epoch: uuid,
  /** ISO instant: desks say how far their clock is off, and refuse nothing for it. */
  serverTime: z.iso.datetime(),
  /** Oldest program that may still sync, such as `0.1.0`. */
  minClient: z.string().max(40),
  /** Days for which the desk may go on without a hello. */
  offlineDays: z.int().positive(),
  /** Most events of one push or one page; `usualEvents` when left out. */
  mostEvents: z.int().positive().optional(),
  /** Most events of a packed push (packed-push.ts), where it takes such. */
  packed: z.int().positive().optional(),
  /** Version of the trust bundle that it hands out, once there is one. */
  trust: z.int().positive().optional(),
  /** Desks of the office that were revoked: whoever keeps the root is told. */
  revoked: z.array(uuid).max(10_000).optional(),
  /** Does the central lack pictures or papers that the office's records name? Then desks look whether they have them. */
  blobsWanted: z.boolean().optional(),
  /** Is it a central for practice? Whoever is at a desk is told. */
  practice: z.boolean().optional(),
  streams: z.array(
    z.object({
      stream: uuid,
      /** Last position. */
      head: count,
      /** What the central holds of this desk's own chain; sequence 0 with 32 zero bytes when nothing. */
      mine: chainHead,
    }),
  ),
})
export type HelloAnswer = z.infer<typeof helloAnswer>
