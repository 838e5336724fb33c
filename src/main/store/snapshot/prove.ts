import { createHash, verify } from 'node:crypto'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { batchBytes } from '../../../shared/sync/batch.ts'
import { chainStart } from '../../../shared/sync/event-header.ts'
import { placesInBlock } from '../../../shared/sync/snapshot.ts'
import type { VouchedBatch } from '../../../shared/sync/wire.ts'
import type { Connection } from '../connection.ts'
import { deviceId, publicKeyObject } from '../identity.ts'
import { commitmentOf, eventHash } from '../log/header.ts'
import { uuidBytes, uuidText } from '../log/uuid.ts'

interface Claimed {
  readonly stream: string
  readonly position: number
  readonly heads: readonly VouchedBatch[]
  /** Types of event that order bodies to go. */
  readonly erasing: readonly string[]
  /** What the central says of order and verdicts (`placesInBlock`), base64. */
  readonly places?: string
}

interface End {
  readonly sequence: number
  readonly hash: Uint8Array
}

type Row = [
  id: Uint8Array,
  stream: number,
  device: number,
  sequence: number,
  actor: number,
  subject: number,
  type: string,
  version: number,
  visibility: string,
  at: number,
  hlcMs: number,
  hlcCounter: number,
  bases: Uint8Array,
  salt: Uint8Array | null,
  body: Uint8Array | null,
  commitment: Uint8Array,
  hash: Uint8Array,
]

/**
 * Is this the log of the stream up to the position, whole, and did the devices themselves vouch for every event of it?
 * Neither the central nor the desk that made it could change, leave out or invent one; order and verdicts are compared with
 * the central's own. Errors: sync.snapshot_unusable.
 */
export function provedSnapshot(connection: Connection, claimed: Claimed): Result<void> {
  const unusable = (reason: string) => fail('sync.snapshot_unusable', { reason })
  if (!isDense(connection, claimed)) return unusable('places')
  if (claimed.places !== undefined && placesOf(connection) !== claimed.places) return unusable('order')
  const ends = walk(connection, claimed.stream)
  if (typeof ends === 'string') return unusable(ends)
  if (!vouchedFor(ends, claimed)) return unusable('signature')
  return bodiesRight(connection, claimed.erasing) ? ok(undefined) : unusable('body_missing')
}

/** One event at each place of the stream, and no event without one. */
function isDense(connection: Connection, { stream, position }: Claimed): boolean {
  const found = connection
    .prepare<Record<string, number>>(
      `SELECT (SELECT count(*) FROM of_event) AS events, count(*) AS placed, count(DISTINCT position) AS places,
        max(position) AS last, count(DISTINCT event) AS named,
        count(*) FILTER (WHERE stream = (SELECT n FROM of_party WHERE id = ?)) AS here FROM of_placed`,
    )
    .get(uuidBytes(stream))
  return found !== undefined && Object.values(found).every((n) => n === position)
}

/**
 * The digest of order and verdicts. What did not fit at the desk that made the snapshot is flagged by that desk alone; the
 * central knows it as it was judged, and where that was no `ok` the digests differ, and the stream is read instead.
 */
function placesOf(connection: Connection): string {
  const blocks = connection
    .prepare(`SELECT group_concat(p.position || ' ' || lower(hex(e.id)) || ' ' ||
        CASE p.why WHEN 'sync.does_not_fit' THEN 'ok ' ELSE p.verdict || ' ' || coalesce(p.why, '') END || char(10),
        '' ORDER BY p.position)
      FROM of_placed p JOIN of_event e ON e.position = p.event
      GROUP BY (p.position - 1) / ${placesInBlock} ORDER BY (p.position - 1) / ${placesInBlock}`)
    .raw()
    .all() as [string][]
  const whole = createHash('sha256')
  for (const [text] of blocks) whole.update(createHash('sha256').update(text).digest())
  return whole.digest('base64')
}

/** Computes every hash from the first event of each chain on; the ends of the chains, or what is wrong. */
function walk(connection: Connection, stream: string): ReadonlyMap<string, End> | string {
  const names = namesOf(connection, stream)
  const ends = new Map<number, End>()
  const page = connection
    .prepare(`SELECT id, stream, device, sequence, actor, subject, type, version, visibility, at_ms, hlc_ms,
      hlc_counter, bases, salt, body, commitment, hash FROM of_event WHERE rowid > ? ORDER BY rowid LIMIT ${rowsAtOnce}`)
    .raw()
  for (let at = 0; ; at += rowsAtOnce) {
    const rows = page.all(at) as Row[]
    for (const row of rows) {
      const reason = step(row, names, ends)
      if (reason) return reason
    }
    if (rows.length < rowsAtOnce) break
  }
  return new Map([...ends].map(([n, end]) => [uuidText(names.parties.get(n) ?? new Uint8Array(16)), end]))
}

const rowsAtOnce = 1000

/** What the local numbers stand for. */
interface Names {
  readonly parties: ReadonlyMap<number, Uint8Array>
  readonly subjects: ReadonlyMap<number, { readonly kind: string; readonly id: Uint8Array }>
  /** The number of the stream. */
  readonly stream: number
}

function namesOf(connection: Connection, stream: string): Names {
  const rowsOf = (text: string) => connection.prepare(text).raw().all()
  const parties = rowsOf('SELECT n, id FROM of_party') as [number, Uint8Array][]
  const subjects = rowsOf('SELECT n, kind, id FROM of_subject') as [number, string, Uint8Array][]
  return {
    parties: new Map(parties),
    subjects: new Map(subjects.map(([n, kind, id]) => [n, { kind, id }])),
    stream: parties.find(([, id]) => uuidText(id) === stream)?.[0] ?? -1,
  }
}

/** One event further along its chain; what is wrong with it. */
function step(row: Row, names: Names, ends: Map<number, End>): string | undefined {
  const [id, streamN, deviceN, sequence, actorN, subjectN, type, version, visibility, at, ms, counter, bases] = row
  const [salt, body, commitment, hash] = [row[13], row[14], row[15], row[16]]
  const [stream, device, actor] = [names.parties.get(streamN), names.parties.get(deviceN), names.parties.get(actorN)]
  const subject = names.subjects.get(subjectN)
  if (!stream || !device || !actor || !subject || streamN !== names.stream) return 'reference'
  const end = ends.get(deviceN) ?? { sequence: 0, hash: chainStart }
  if (sequence !== end.sequence + 1) return 'sequence'
  const hlc = { ms, counter }
  const header = { id, stream, device, sequence, actor, subject, type, version, visibility, at, hlc, bases }
  if (Buffer.compare(eventHash(end.hash, header, commitment), hash) !== 0) return 'hash'
  if ((salt === null) !== (body === null)) return 'body'
  if (salt && body && Buffer.compare(commitmentOf(salt, body), commitment) !== 0) return 'body'
  ends.set(deviceN, { sequence, hash })
  return undefined
}

/** Every chain ends where its device signed that it does. */
function vouchedFor(ends: ReadonlyMap<string, End>, { stream, heads }: Claimed): boolean {
  if (heads.length !== ends.size) return false
  return heads.every(({ device, publicKey, head, signature }) => {
    const [key, end] = [Buffer.from(publicKey, 'base64'), ends.get(device)]
    if (!end || end.sequence !== head.sequence || deviceId(key) !== device) return false
    const signed = batchBytes(stream, device, end.sequence, end.hash)
    return verify(null, signed, publicKeyObject(key), Buffer.from(signature, 'base64'))
  })
}

/** A body is missing only where its subject was erased, or where the central withheld it. */
function bodiesRight(connection: Connection, erasing: readonly string[]): boolean {
  const missing = connection.prepare(
    `SELECT 1 FROM of_event e LEFT JOIN of_placed p ON p.event = e.position
     WHERE e.body IS NULL AND p.verdict <> 'quarantined' AND e.subject NOT IN (
       SELECT subject FROM of_event WHERE body IS NOT NULL AND type IN (${erasing.map(() => '?').join()})) LIMIT 1`,
  )
  return missing.get(...erasing) === undefined
}
