import { oc } from '@orpc/contract'
import { z } from 'zod'
import { numberSeries } from '../domain/vocabulary.ts'
import { snapshotAnswer, snapshotKept, snapshotManifest, snapshotQuery } from '../sync/snapshot.ts'
import { statement } from '../sync/statement.ts'
import { helloAnswer, mostEvents, pullAnswer, pushAnswer, pushRequest } from '../sync/wire.ts'

/**
 * What the central offers to desks. Every request but `health` is signed (`sync/http-signature.ts`); refusals are problem
 * details (RFC 9457) with a `code`. Bodies are JSON, packed with zstd or gzip as Content-Encoding says; blobs are bytes.
 */

const uuid = z.uuid()
/** 32 bytes. */
const key = z.base64().length(44)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().nonnegative()

const blockShape = {
  series: z.enum(numberSeries),
  prefix: z.string().max(4),
  first: count,
  last: count,
  width: z.int().min(1).max(12),
}

export const enrolRequest = z.strictObject({
  /** One-time code of the office, as it was read out: letters and digits, hyphens do not matter. */
  code: z.string().max(60),
  /** Ed25519. The request is signed with its private half, and its id follows from it. */
  publicKey: key,
  /** The desk's own stream: its office, as it knows it. Its chain is adopted from the first event. */
  stream: uuid,
  /** Numbers that it has left, and the desk that they were granted to: this one, or one that it was before. */
  blocks: z
    .array(z.strictObject({ ...blockShape, device: uuid }))
    .max(200)
    .default([]),
})

export const deviceState = z.enum(['waiting', 'active', 'revoked'])

export const enrolAnswer = z.object({
  device: uuid,
  /** Slug of the office that the code was made for. */
  office: z.string(),
  status: deviceState,
  epoch: uuid,
  /** Ed25519 key of the central's statements: wipe orders, certificates, checkpoints. */
  centralKey: key,
})

export const deviceView = z.object({
  device: uuid,
  office: z.string(),
  status: deviceState,
  enrolled: z.iso.datetime(),
  approvedBy: z.string().nullable(),
  seen: z.iso.datetime().nullable(),
})

export const deviceList = z.object({ devices: z.array(deviceView) })

/** An officer of the office who may change settings, acting at the desk that signs the request. */
const officerActs = { device: uuid, officer: uuid }

export const leaseRequest = z.strictObject({
  series: z.enum(numberSeries),
  /** Made by the desk: asking again with it gives the same block. */
  req: uuid,
})

export const leaseAnswer = z.object({
  req: uuid,
  ...blockShape,
  /** After this no new number of it is used; numbers are never given to anybody else. */
  expires: z.iso.datetime(),
})

/** A stream has grown up to here. */
export const watchHint = z.object({ stream: uuid, head: count })

export const trustAnswer = z.object({ version: z.int(), file: z.string() })

const blobPath = { sha: digest }

/** In the order of the hashes; empty behind the last. */
export const wantedBlobs = z.object({ wanted: z.array(digest).max(500) })

const get = <Path extends `/${string}`>(path: Path, summary: string) => oc.route({ method: 'GET', path, summary })
const post = <Path extends `/${string}`>(path: Path, summary: string) => oc.route({ method: 'POST', path, summary })

export const centralContract = {
  devices: {
    enrol: post('/v1/devices', 'Enrol a desk with a one-time code').input(enrolRequest).output(enrolAnswer),
    list: get('/v1/devices', 'Devices of the desk’s office').output(deviceList),
    approve: post('/v1/devices/{device}/approval', 'A second officer approves a waiting desk')
      .input(z.object(officerActs))
      .output(deviceView),
    revoke: post('/v1/devices/{device}/revocation', 'Revoke a desk: it is told to wipe itself')
      .input(z.object({ ...officerActs, reason: z.string().trim().min(3).max(500) }))
      .output(deviceView),
  },
  sync: {
    hello: get('/v1/sync/hello', 'Where things stand').output(helloAnswer),
    push: post('/v1/sync/push', 'Hand in a batch of the desk’s chain').input(pushRequest).output(pushAnswer),
    pull: get('/v1/sync/pull', 'One page of a stream, behind a position')
      .input(
        z.object({
          stream: uuid,
          after: z.coerce.number().int().nonnegative().default(0),
          limit: z.coerce.number().int().min(1).max(mostEvents).default(mostEvents),
          own: z.enum(['each', 'runs']).default('each'),
          bodies: z.enum(['text', 'apart']).default('text'),
        }),
      )
      .output(pullAnswer),
    snapshot: get('/v1/sync/snapshot', 'The office’s log with its tables, for a desk that joins')
      .input(snapshotQuery)
      .output(snapshotAnswer),
    offer: post('/v1/sync/snapshot', 'Offer a snapshot whose parts were sent as blobs')
      .input(snapshotManifest)
      .output(snapshotKept),
    watch: get('/v1/sync/watch', 'Hints that streams grew, as server-sent events').output(watchHint),
    checkpoints: get('/v1/sync/checkpoints', 'Latest signed checkpoint of each stream in scope').output(
      z.object({ checkpoints: z.array(statement) }),
    ),
  },
  leases: {
    take: post('/v1/leases', 'Lease a block of numbers').input(leaseRequest).output(leaseAnswer),
  },
  blobs: {
    state: oc
      .route({
        method: 'HEAD',
        path: '/v1/blobs/{sha}',
        summary: 'How much of a blob is there: x-complete or x-offset',
      })
      .input(z.object(blobPath)),
    put: oc
      .route({
        method: 'PUT',
        path: '/v1/blobs/{sha}',
        summary: 'A piece of a blob, up to 4 MiB, behind what is there',
      })
      .input(z.object({ ...blobPath, offset: z.coerce.number().int(), total: z.coerce.number().int() })),
    get: get('/v1/blobs/{sha}', 'The bytes of a blob, from `offset`, at most `length`').input(
      z.object({
        ...blobPath,
        offset: z.coerce.number().int().nonnegative().default(0),
        length: z.coerce.number().int().positive().optional(),
      }),
    ),
    wanted: get('/v1/blobs', 'Blobs that records of the office name and that are not there, behind a hash')
      .input(z.object({ after: z.string().default('') }))
      .output(wantedBlobs),
  },
  trust: {
    latest: get('/v1/trust', 'The latest trust bundle, as its offline root signed it').output(trustAnswer),
  },
}
