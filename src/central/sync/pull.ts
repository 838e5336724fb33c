import type { PlacedEvent, PullAnswer, WireEvent } from '../../shared/sync/wire.ts'
import { unseal } from '../keys/sealing.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { DeviceRow } from '../storage/devices.ts'
import { batchesBetween, type EventRow, pageOf } from '../storage/events.ts'
import { findStream } from '../storage/streams.ts'
import { nameOf, streamItself } from '../storage/subject-keys.ts'
import type { SyncParts } from './push.ts'
import { vouched } from './snapshots.ts'

export interface Asked {
  readonly stream: string
  /** The last position that the desk has. */
  readonly after: number
  readonly limit: number
}

/**
 * One page of a stream, behind a position. The asking device's own events are only named. A page ends before its bodies
 * would pass `mostPageBytes`.
 */
export async function pull(parts: SyncParts, device: DeviceRow, asked: Asked): Promise<Outcome<PullAnswer>> {
  const { database } = parts
  const stream = await findStream(database.db, asked.stream)
  if (stream?.office !== device.office) return refuse(403, 'scope')
  const rows = shortened(await pageOf(database.db, asked.stream, asked.after, asked.limit))
  const upTo = rows.at(-1)?.pos ?? asked.after
  const batches = await batchesBetween(database.db, asked.stream, asked.after, upTo)
  return done({
    epoch: database.epoch,
    events: await opened(parts, asked.stream, device.device, rows),
    batches: batches.map(vouched),
    head: Math.max(stream.head, upTo),
  })
}

/** A page of the largest bodies would take 32 MB; half of that is enough for one answer. */
const mostPageBytes = 16 * 1024 * 1024

function shortened(rows: EventRow[]): EventRow[] {
  let bytes = 0
  const fits = rows.findIndex(({ sealed }, i) => {
    bytes += sealed?.length ?? 0
    return i > 0 && bytes > mostPageBytes
  })
  return fits === -1 ? rows : rows.slice(0, fits)
}

/** Events with their bodies, as they go over the wire. What is quarantined keeps its body here. */
async function opened(
  { database, keys }: SyncParts,
  stream: string,
  device: string,
  rows: readonly EventRow[],
): Promise<PlacedEvent[]> {
  const readable = rows.filter((row) => row.device !== device && row.sealed && row.verdict !== 'quarantined')
  const subjects = new Map(readable.map(({ kind, subject: id }) => [nameOf({ kind, id }), { kind, id }]))
  const itself = streamItself(stream)
  const known =
    readable.length > 0 ? await keys.forReading(database.db, stream, [...subjects.values(), itself]) : new Map()
  return rows.map((row) => {
    const said = {
      position: row.pos,
      device: row.device,
      ...(row.verdict === 'ok' ? {} : { verdict: row.verdict }),
      ...(row.why ? { why: row.why } : {}),
    }
    if (row.device === device) return { ...said, own: row.id }
    const withheld = row.verdict === 'quarantined' || !row.sealed
    return { ...said, event: toWire(row, withheld ? undefined : plainOf(row, known, nameOf(itself))) }
  })
}

/** Salt and body; undefined when the key was destroyed between two statements. */
function plainOf(row: EventRow, known: ReadonlyMap<string, Uint8Array>, itself: string): Buffer | undefined {
  for (const name of [nameOf({ kind: row.kind, id: row.subject }), itself]) {
    const key = known.get(name)
    const plain = key && row.sealed ? unseal(row.sealed, key, row.commitment) : undefined
    if (plain) return plain
  }
  return undefined
}

const saltLength = 16

function toWire(row: EventRow, plain: Buffer | undefined): WireEvent {
  return {
    id: row.id,
    sequence: row.sequence,
    actor: row.actor,
    subject: { kind: row.kind, id: row.subject },
    type: row.type,
    version: row.version,
    visibility: row.visibility,
    at: row.at_ms,
    hlc: [row.hlc_ms, row.hlc_counter],
    bases: [...row.bases],
    salt: plain ? plain.subarray(0, saltLength).toString('base64') : null,
    body: plain ? plain.subarray(saltLength).toString('utf8') : null,
    ...(plain ? {} : { commitment: row.commitment.toString('base64') }),
  }
}
