import { type ApartEvent, type ApartHead, saltLength } from '../../shared/sync/page.ts'
import { mostPlaces, type OwnRun, type PullAnswer, type WireEvent } from '../../shared/sync/wire.ts'
import { unseal } from '../keys/sealing.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { Db } from '../storage/database.ts'
import type { DeviceRow } from '../storage/devices.ts'
import { batchesBetween, type PageRow, pageOf, sequencesAt } from '../storage/events.ts'
import { findStream } from '../storage/streams.ts'
import { nameOf, streamItself } from '../storage/subject-keys.ts'
import type { SyncParts } from './push.ts'
import { vouched } from './snapshots.ts'

export interface Asked {
  readonly stream: string
  /** The last position that the desk has. */
  readonly after: number
  readonly limit: number
  /** How the desk wants its own events named. */
  readonly own?: 'each' | 'runs'
}

/** A page, and the salt and body of each event that has them. */
export interface PulledPage {
  readonly head: ApartHead
  readonly bodies: readonly Buffer[]
}

/**
 * One page of a stream, behind a position. The asking device's own events are only named. A page ends before its bodies
 * would pass `mostPageBytes`.
 */
export async function pull(
  parts: SyncParts,
  { device, office }: DeviceRow,
  asked: Asked,
): Promise<Outcome<PulledPage>> {
  const { db } = parts.database
  const { stream: name, after, limit, own = 'each' } = asked
  const stream = await findStream(db, name)
  if (stream?.office !== office) return refuse(403, 'scope')
  // What the head covers was committed with it: in a page up to there nothing is missing that comes later.
  const upTo = own === 'runs' ? Math.min(stream.head, after + mostPlaces) : Math.max(stream.head, after)
  const found = await pageOf(db, { stream: name, after, upTo, limit }, own === 'runs' ? device : undefined)
  try {
    return done(await answered(parts, device, asked, { upTo, head: stream.head, found: found.rows }))
  } finally {
    found.done()
  }
}

interface Found {
  /** The last place that was looked at. */
  readonly upTo: number
  /** Of the stream. */
  readonly head: number
  readonly found: readonly PageRow[]
}

async function answered(
  parts: SyncParts,
  device: string,
  { stream: name, after, limit, own = 'each' }: Asked,
  { upTo, head, found }: Found,
): Promise<PulledPage> {
  const { db, epoch } = parts.database
  const rows = shortened(found)
  const last = rows.at(-1)?.pos ?? after
  const end = own === 'each' || rows.length < found.length || rows.length === limit ? last : upTo
  const batches = await batchesBetween(db, name, after, end)
  const { events, bodies } = await opened(parts, name, device, rows)
  const said = {
    ...{ epoch, events },
    ...(own === 'runs' ? { runs: await runsBetween(db, name, { after, end }, rows) } : {}),
    ...{ batches: batches.map(vouched), head },
  }
  return { head: said, bodies }
}

/** As JSON alone, for a desk that does not ask for bodies as bytes. */
export function withTexts({ head, bodies }: PulledPage): PullAnswer {
  const rest = bodies[Symbol.iterator]()
  return {
    ...head,
    events: head.events.map(({ event, ...placed }) =>
      event ? { ...placed, event: withText(event, event.salted === null ? undefined : rest.next().value) } : placed,
    ),
  }
}

function withText({ salted: _, commitment, ...header }: ApartEvent, plain: Buffer | undefined): WireEvent {
  return {
    ...header,
    salt: plain ? plain.subarray(0, saltLength).toString('base64') : null,
    body: plain ? plain.subarray(saltLength).toString('utf8') : null,
    ...(commitment ? { commitment } : {}),
  }
}

/** What stands between the rows of a page that leaves out the asking device's own: a stream has no holes. */
async function runsBetween(
  db: Db,
  stream: string,
  { after, end }: { readonly after: number; readonly end: number },
  rows: readonly PageRow[],
): Promise<OwnRun[]> {
  const bounds = [after, ...rows.map(({ pos }) => pos), end + 1]
  const gaps = bounds.slice(1).flatMap((next, i) => {
    const position = (bounds[i] ?? 0) + 1
    return next > position ? [{ position, count: next - position }] : []
  })
  const sequences = await sequencesAt(
    db,
    stream,
    gaps.map(({ position }) => position),
  )
  return gaps.map((gap) => ({ ...gap, sequence: sequences.get(gap.position) ?? 0 }))
}

/** A page of the largest bodies would take 32 MB; half of that is enough for one answer. */
const mostPageBytes = 16 * 1024 * 1024

function shortened(rows: readonly PageRow[]): readonly PageRow[] {
  let bytes = 0
  const fits = rows.findIndex(({ sealed }, i) => {
    bytes += sealed?.length ?? 0
    return i > 0 && bytes > mostPageBytes
  })
  return fits === -1 ? rows : rows.slice(0, fits)
}

/** Events and their bodies, as they go over the wire. What is quarantined keeps its body here. */
async function opened(
  { database, keys }: SyncParts,
  stream: string,
  device: string,
  rows: readonly PageRow[],
): Promise<{ events: ApartHead['events']; bodies: Buffer[] }> {
  const readable = rows.filter((row) => row.device !== device && row.sealed && row.verdict !== 'quarantined')
  const subjects = new Map(readable.map(({ kind, subject: id }) => [nameOf({ kind, id }), { kind, id }]))
  const itself = streamItself(stream)
  const known =
    readable.length > 0 ? await keys.forReading(database.db, stream, [...subjects.values(), itself]) : new Map()
  const bodies: Buffer[] = []
  const events = rows.map((row) => {
    const said = {
      position: row.pos,
      device: row.device,
      ...(row.verdict === 'ok' ? {} : { verdict: row.verdict }),
      ...(row.why ? { why: row.why } : {}),
    }
    if (row.device === device) return { ...said, own: row.id }
    const withheld = row.verdict === 'quarantined' || !row.sealed
    const plain = withheld ? undefined : plainOf(row, known, nameOf(itself))
    if (plain) bodies.push(plain)
    return { ...said, event: toWire(row, plain) }
  })
  return { events, bodies }
}

/** Salt and body, by the key of its subject or of the stream `itself`; undefined when the key was destroyed between two statements. */
export function plainOf(
  row: Pick<PageRow, 'kind' | 'subject' | 'sealed' | 'commitment'>,
  known: ReadonlyMap<string, Uint8Array>,
  itself: string,
): Buffer | undefined {
  for (const name of [nameOf({ kind: row.kind, id: row.subject }), itself]) {
    const key = known.get(name)
    const plain = key && row.sealed ? unseal(row.sealed, key, row.commitment) : undefined
    if (plain) return plain
  }
  return undefined
}

function toWire(row: PageRow, plain: Buffer | undefined): ApartEvent {
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
    salted: plain ? plain.length : null,
    ...(plain ? {} : { commitment: row.commitment.toString('base64') }),
  }
}
