import type { Connection } from '../connection.ts'
import { uuidBytes, uuidText } from '../log/uuid.ts'
import { settledUpTo } from './tail.ts'

/** Own work that must not go out yet. */
export interface HeldBack {
  /** Sequence of the first such event: the chain has one order, so all behind it wait too. */
  readonly sequence: number
  /** The desk whose work it rests on, and which the central lacks. */
  readonly device: string
}

export interface HoldWish {
  readonly stream: string
  /** This desk. */
  readonly device: string
  /** Desks that were turned away: what they did not hand in never comes. */
  readonly gone: readonly string[]
  /** Nothing that was written before waits, ms since epoch. */
  readonly since: number
}

export interface HoldBack {
  /**
   * The first own event that speaks of something which another desk wrote before it and the central does not have: that
   * desk's work came here by hand, in a case bundle, or the central was restored and lost it. The order of the stream is
   * the order in which events take effect. Placed before what it rests on, a decision on a claim that nobody has opened
   * yet would take none, at every desk and for good. What the central itself wrote and lost never comes again, and is not
   * waited for; see main/sync/lost-at-central.ts.
   */
  first(wish: HoldWish): HeldBack | undefined
  /** Others' events came without a place, or lost it. */
  changed(): void
}

export function createHoldBack(connection: Connection): HoldBack {
  // Seldom is there any, and a push asks before each of its batches.
  let mayBe = true
  return {
    first(wish) {
      if (!mayBe) return undefined
      const missing = missingAt(connection, wish)
      mayBe = missing.length > 0
      return firstOf(connection, wish, missing)
    },
    changed() {
      mayBe = true
    },
  }
}

function firstOf(connection: Connection, wish: HoldWish, missing: readonly Missing[]): HeldBack | undefined {
  const [first] = missing
  if (!first) return undefined
  let next = 0
  const authors = new Map<string, string>()
  for (const own of ownAfter(connection, first.position, wish)) {
    for (let one = missing[next]; one && one.position < own.position; one = missing[++next])
      authors.set(one.subject, one.device)
    const device = idsIn(own).flatMap((id) => authors.get(id) ?? [])[0]
    if (device) return { sequence: own.sequence, device }
  }
  return undefined
}

interface Missing {
  readonly position: number
  readonly subject: string
  readonly device: string
}

/** What of others has no place and can still get one, in the order of the log. Of a header alone nobody knew what it said. */
function missingAt(connection: Connection, { stream, device, gone }: HoldWish): Missing[] {
  const rows = connection
    .prepare<{ position: number; subject: Uint8Array; author: Uint8Array }>(
      `SELECT e.position, s.id AS subject, d.id AS author
       FROM event e JOIN subject s ON s.n = e.subject JOIN party d ON d.n = e.device JOIN party st ON st.n = e.stream
       WHERE e.position > ? AND st.id = ? AND e.body IS NOT NULL
         AND (s.kind NOT IN ('office', 'device', 'officer', 'lease') OR e.type IN ('officer.enrolled', 'officer.roles_set'))
         AND NOT EXISTS (SELECT 1 FROM placed p WHERE p.event = e.position)
         AND d.id <> ? AND NOT EXISTS (SELECT 1 FROM desk_identity i WHERE i.device = d.id)
       ORDER BY e.position`,
    )
    .all(settledUpTo(connection), uuidBytes(stream), uuidBytes(device))
  const never = new Set(gone)
  const isCentral = centralsOwn(connection)
  return rows
    .map(({ position, subject, author }) => ({ position, subject: uuidText(subject), device: uuidText(author) }))
    .filter((one) => !never.has(one.device) && !isCentral(one.device))
}

/** Is a chain that of a central, which speaks for people? */
function centralsOwn(connection: Connection): (device: string) => boolean {
  const known = new Map<string, boolean>()
  const first = connection.prepare<{ type: string; body: Uint8Array | null }>(
    `SELECT e.type, e.body FROM event e JOIN party d ON d.n = e.device WHERE d.id = ? ORDER BY e.sequence LIMIT 1`,
  )
  return (device) => {
    const row = known.has(device) ? undefined : first.get(uuidBytes(device))
    if (row)
      known.set(
        device,
        row.type === 'device.started' &&
          row.body !== null &&
          (JSON.parse(Buffer.from(row.body).toString()) as { as?: string }).as === 'portal',
      )
    return known.get(device) ?? false
  }
}

interface Own {
  readonly position: number
  readonly sequence: number
  readonly subject: Uint8Array
  readonly actor: Uint8Array
  readonly body: Uint8Array | null
}

const ownAfter = (connection: Connection, from: number, { stream, device, since }: HoldWish): IterableIterator<Own> =>
  connection
    .prepare<Own>(
      `SELECT e.position, e.sequence, s.id AS subject, a.id AS actor, e.body
       FROM event e JOIN subject s ON s.n = e.subject JOIN party a ON a.n = e.actor
         JOIN party d ON d.n = e.device JOIN party st ON st.n = e.stream
       WHERE e.position > ? AND st.id = ? AND d.id = ? AND e.at_ms >= ?
         AND NOT EXISTS (SELECT 1 FROM placed p WHERE p.event = e.position)
       ORDER BY e.position`,
    )
    .iterate(from, uuidBytes(stream), uuidBytes(device), since)

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

const idsIn = ({ subject, actor, body }: Own): string[] => [
  uuidText(subject),
  uuidText(actor),
  ...(body ? (Buffer.from(body).toString('utf8').match(uuids) ?? []) : []),
]
