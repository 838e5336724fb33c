import type { Subject } from '../../shared/domain/event.ts'
import type { Clock, Step, Timers, Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { chainStart, int64, parts } from '../../shared/sync/event-header.ts'
import type { Connection } from './connection.ts'
import { sha256 } from './log/header.ts'
import type { Surrogates } from './log/surrogates.ts'
import { uuidBytes } from './log/uuid.ts'
import { atomically } from './transact.ts'
import type { AccessEntry, AccessLog, Identity } from './types.ts'

interface Parts {
  readonly connection: Connection
  readonly surrogates: Surrogates
  readonly clock: Clock
  readonly timers: Timers
  readonly step: Step
  readonly identity: () => Identity | undefined
  readonly busy: () => boolean
  /** Called after the commit with the device and the last sequence of its chain. */
  readonly flushed: (device: Uuid, sequence: number) => void
}

type Noted = AccessEntry & { readonly at: number }

const flushDelay = 1000

/**
 * The access log's writer. Entries wait up to a second in memory, so that looking at a list costs no commit;
 * a crash loses that second. What must not be lost (refused, printed) is followed by `flush()`.
 */
export function createAccessLog(inside: Parts): AccessLog {
  const { connection, clock, timers, step } = inside
  let waiting: Noted[] = []
  let cancel: (() => void) | undefined
  let failure: AccessLog['failure']

  const flush = (): Result<void> => {
    cancel?.()
    cancel = undefined
    const identity = inside.identity()
    if (waiting.length === 0) return ok(undefined)
    const written =
      inside.busy() || connection.inTransaction
        ? fail('store.rebuilding')
        : identity
          ? atomically(connection, step, () => ok(writeAll(inside, identity.device, waiting)), inside.surrogates.forget)
          : fail('store.no_identity')
    failure = written.ok ? undefined : written.failure
    if (!written.ok) {
      arm()
      return written
    }
    waiting = []
    if (identity) inside.flushed(identity.device, written.value)
    return ok(undefined)
  }
  const arm = () => {
    cancel ??= timers.after(flushDelay, flush)
  }
  return {
    note(entry) {
      waiting.push({ ...entry, at: clock.now() })
      arm()
    },
    flush,
    stop() {
      const flushed = flush()
      cancel?.()
      return flushed
    },
    get waiting() {
      return waiting.length
    },
    get failure() {
      return failure
    },
  }
}

/** Writes entries at the end of the device's chain; gives the last sequence. */
function writeAll({ connection, surrogates, step }: Parts, device: Uuid, entries: readonly Noted[]): number {
  const n = surrogates.party(device)
  let { sequence, hash } = connection
    .prepare<{ sequence: number; hash: Uint8Array }>(
      'SELECT sequence, hash FROM access WHERE device = ? ORDER BY sequence DESC LIMIT 1',
    )
    .get(n) ?? { sequence: 0, hash: chainStart }
  for (const { actor, act, subject, details, at } of entries) {
    sequence += 1
    const text = JSON.stringify(details ?? {})
    hash = accessHash(hash, {
      device: uuidBytes(device),
      sequence,
      at,
      actor: uuidBytes(actor),
      act,
      subject,
      details: text,
    })
    step('append.access', () =>
      connection
        .prepare(
          'INSERT INTO access (device, sequence, at_ms, actor, act, subject, details, hash) VALUES (?,?,?,?,?,?,?,?)',
        )
        .run(n, sequence, at, surrogates.party(actor), act, subject ? surrogates.subject(subject) : null, text, hash),
    )
  }
  return sequence
}

/** What the hash of an access entry covers. */
export interface AccessHeader {
  readonly device: Uint8Array
  readonly sequence: number
  readonly at: number
  readonly actor: Uint8Array
  readonly act: string
  readonly subject?: Subject | undefined
  /** JSON as it was written. */
  readonly details: string
}

/**
 * SHA-256 of the previous entry's hash (32 zero bytes before the first) and these parts, each with its length as in
 * shared/sync/event-header.ts: `passerelle/access/1`, device, sequence, ms since 1970, actor, act, kind and id of the subject (both
 * empty when there is none), details.
 */
export const accessHash = (previous: Uint8Array, entry: AccessHeader): Uint8Array =>
  sha256(
    previous,
    parts([
      'passerelle/access/1',
      entry.device,
      int64(entry.sequence),
      int64(entry.at),
      entry.actor,
      entry.act,
      entry.subject?.kind ?? '',
      entry.subject ? uuidBytes(entry.subject.id) : '',
      entry.details,
    ]),
  )
