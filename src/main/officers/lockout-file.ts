import { z } from 'zod'
import { ok, type Result } from '../../shared/result.ts'
import type { Files } from './ports.ts'
import { authenticate, sameText } from './seal.ts'

/**
 * The file of refused sign-ins, beside the store because it must work while the store is closed. Its HMAC key lies in
 * a file of its own: enough to notice a changed, removed or exchanged file, not against somebody who reads both and
 * computes a new code; against that stand the slow derivation and the second factor. User names appear only as HMAC
 * values, because people type passwords into the wrong field.
 */
export const lockoutFileName = 'refusals.json'
export const lockoutKeyName = 'refusals.key'
const format = 'passerelle-refusals'

export const attemptKinds = ['password', 'second_factor', 'recovery_key'] as const
export type AttemptKind = (typeof attemptKinds)[number]

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const counter = z.strictObject({
  count: z.int().min(0),
  /** Length of the wait that this count brought, 0 once served; and when it ends by the desk's clock (ms). */
  delayMs: z.int().min(0),
  until: z.int(),
})
const refusal = z.strictObject({
  id: digest,
  at: z.int(),
  kind: z.enum([...attemptKinds, 'tampering']),
  user: digest.nullable(),
  reason: z.string().max(60),
})
const state = z.strictObject({
  /** Grows with each write: an older file put back while the desk runs is noticed. */
  sequence: z.int().min(0),
  /** The latest time ever seen: waits are counted from it, even under a clock set back. */
  highWater: z.int(),
  desk: counter,
  users: z.record(digest, counter),
  refusals: z.array(refusal),
  /** Refusals beyond the room for them: only their number is kept. */
  dropped: z.int().min(0),
})
const signed = z.strictObject({ format: z.literal(format), version: z.literal(1), state, mac: digest })

export type Counter = z.infer<typeof counter>
export type Refusal = z.infer<typeof refusal>
export type LockoutState = z.infer<typeof state>

export const noCounter: Counter = { count: 0, delayMs: 0, until: 0 }
export const emptyState: LockoutState = {
  sequence: 0,
  highWater: 0,
  desk: noCounter,
  users: {},
  refusals: [],
  dropped: 0,
}

/** The state and the key it was signed with; `state` null if anything about the two files is not as we left it. */
export interface ReadLockout {
  readonly key: Uint8Array | null
  readonly state: LockoutState | null
}

/** Error: officers.cannot_read. */
export function readLockout(files: Files): Result<ReadLockout> {
  const key = files.read(lockoutKeyName)
  if (!key.ok) return key
  const bytes = files.read(lockoutFileName)
  if (!bytes.ok) return bytes
  if (key.value?.length !== 32) return ok({ key: null, state: null })
  return ok({ key: key.value, state: bytes.value && parse(bytes.value, key.value) })
}

/** Writes the state under the next sequence number. Error: officers.cannot_write. */
export function writeLockout(files: Files, key: Uint8Array, content: LockoutState): Result<LockoutState> {
  const next = { ...content, sequence: content.sequence + 1 }
  const file = { format, version: 1, state: next, mac: macOf(key, next) }
  const written = files.writeAtomically(lockoutFileName, Buffer.from(JSON.stringify(file)))
  return written.ok ? ok(next) : written
}

/** Keeps the key of the file. Error: officers.cannot_write. */
export const writeLockoutKey = (files: Files, key: Uint8Array): Result<null> =>
  files.writeAtomically(lockoutKeyName, key)

function parse(bytes: Uint8Array, key: Uint8Array): LockoutState | null {
  const file = signed.safeParse(parseJson(bytes))
  return file.success && sameText(file.data.mac, macOf(key, file.data.state)) ? file.data.state : null
}

/** Signs the schema's own order of keys, so that the order in the file does not matter. */
const macOf = (key: Uint8Array, content: LockoutState) => authenticate(key, JSON.stringify(state.parse(content)))

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null // Not JSON: the same as a file that was not signed by us.
  }
}
