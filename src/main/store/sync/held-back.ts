import type { Connection } from '../connection.ts'
import { uuidBytes, uuidText } from '../log/uuid.ts'
import { settledUpTo } from './tail.ts'

/** Own work that must not go out yet. */
export interface HeldBack {
  /** Sequence of the first such event: the chain has one order, so all behind it wait too. */
  readonly sequence: number
  /** The desk whose work it rests on, and which the central lacks. */
  readonly device: string
  /** It is the central's own chain: the work came from another office, and is brought again. */
  readonly brought?: true
}

export interface HoldWish {
  readonly stream: string
  /** This desk. */
  readonly device: string
  /** Desks that were turned away: what they did not hand in never comes. */
  readonly gone: readonly string[]
  /** Work of another desk that is older is not waited for, ms since epoch. */
  readonly since: number
}

export interface HoldBack {
  /**
   * The first own event that speaks of something which another desk wrote before it and the central does not have: that
   * desk's work came here by hand, in a case bundle, or the central was restored and lost it. The order of the stream is
   * the order in which events take effect. Placed before what it rests on, a decision on a claim that nobody has opened
   * yet would take none, at every desk and for good. What the central itself wrote and lost never comes again, and is not
   * waited for (main/sync/lost-at-central.ts); what it brought from another office is brought again, and is. Nothing is
   * held behind which this desk erased something: while the tail has an erasure every page costs a rebuild of all tables.
   */
  first(wish: HoldWish): HeldBack | undefined
  /** Others' events came without a place, or lost it. */
  changed(): void
  /** Events have their place now. */
  placed(): void
}

/** @param erasing types of events that order something erased */
export function createHoldBack(connection: Connection, erasing: readonly string[]): HoldBack {
  // Seldom is there any, and a push asks before each of its batches.
  let mayBe = true
  let missing: readonly Missing[] | undefined
  let asked = ''
  return {
    first(wish) {
      if (!mayBe) return undefined
      const { gone, since } = wish
      const asking = `${since} ${gone.join()}`
      if (asking !== asked) missing = undefined
      asked = asking
      missing ??= missingAt(connection, wish)
      mayBe = missing.length > 0
      const held = firstOf(connection, wish, missing)
      return held && !erasesBehind(connection, wish, held, erasing) ? held : undefined
    },
    changed() {
      mayBe = true
      missing = undefined
    },
    placed() {
      missing = undefined
    },
  }
}

function firstOf(connection: Connection, wish: HoldWish, missing: readonly Missing[]): HeldBack | undefined {
  const [first] = missing
  if (!first) return undefined
  let next = 0
  const authors = new Map<string, Missing>()
  for (const own of ownAfter(connection, first.position, wish)) {
    for (let one = missing[next]; one && one.position < own.position; one = missing[++next])
      authors.set(one.subject, one)
    const found = idsIn(own).flatMap((id) => authors.get(id) ?? [])[0]
    if (found)
      return { sequence: own.sequence, device: found.device, ...(found.brought ? { brought: true as const } : {}) }
  }
  return undefined
}

interface Missing {
  /** Of the first event about it. */
  readonly position: number
  readonly subject: string
  readonly device: string
  readonly brought: boolean
}

/** What others wrote about that has no place and can still get one, in the order of the log. Of a header alone nobody knew what it said. */
function missingAt(connection: Connection, { stream, device, gone, since }: HoldWish): Missing[] {
  const rows = connection
    .prepare<{ position: number; subject: Uint8Array; author: Uint8Array; alone: number }>(
      // By position: behind what is settled there is little or nothing.
      `SELECT min(e.position) AS position, s.id AS subject, d.id AS author, e.actor = e.device AS alone
       FROM event e NOT INDEXED
         CROSS JOIN subject s ON s.n = e.subject CROSS JOIN party d ON d.n = e.device CROSS JOIN party st ON st.n = e.stream
       WHERE e.position > ? AND st.id = ? AND e.body IS NOT NULL AND e.hlc_ms >= ?
         AND (s.kind NOT IN ('office', 'device', 'officer', 'lease') OR e.type IN ('officer.enrolled', 'officer.roles_set'))
         AND NOT EXISTS (SELECT 1 FROM placed p WHERE p.event = e.position)
         AND d.id <> ? AND NOT EXISTS (SELECT 1 FROM desk_identity i WHERE i.device = d.id)
       GROUP BY e.subject, e.device, alone ORDER BY 1`,
    )
    .all(settledUpTo(connection), uuidBytes(stream), since, uuidBytes(device))
  const never = new Set(gone)
  const isCentral = centralsOwn(connection)
  return rows.flatMap(({ position, subject, author, alone }) => {
    const by = uuidText(author)
    const brought = isCentral(by)
    if (never.has(by) || (brought && alone === 1)) return []
    return [{ position, subject: uuidText(subject), device: by, brought }]
  })
}

/** Is a chain that of a central, which speaks for people and brings what comes from other offices? */
function centralsOwn(connection: Connection): (device: string) => boolean {
  const known = new Map<string, boolean>()
  const first = connection.prepare<{ type: string; body: Uint8Array | null }>(
    'SELECT e.type, e.body FROM event e JOIN party d ON d.n = e.device WHERE d.id = ? ORDER BY e.sequence LIMIT 1',
  )
  const look = (device: string): boolean => {
    const { type, body } = first.get(uuidBytes(device)) ?? { type: '', body: null }
    if (type !== 'device.started' || body === null) return false
    return (JSON.parse(Buffer.from(body).toString('utf8')) as { readonly as?: string }).as === 'portal'
  }
  return (device) => {
    const is = known.get(device) ?? look(device)
    known.set(device, is)
    return is
  }
}

const erasesBehind = (
  connection: Connection,
  { stream, device }: HoldWish,
  { sequence }: HeldBack,
  erasing: readonly string[],
): boolean =>
  connection
    .prepare(
      `SELECT 1 FROM event e WHERE e.stream = (SELECT n FROM party WHERE id = ?)
         AND e.device = (SELECT n FROM party WHERE id = ?) AND e.sequence >= ?
         AND e.type IN (SELECT value FROM json_each(?)) LIMIT 1`,
    )
    .get(uuidBytes(stream), uuidBytes(device), sequence, JSON.stringify(erasing)) !== undefined

interface Own {
  readonly position: number
  readonly sequence: number
  readonly subject: Uint8Array
  readonly actor: Uint8Array
  readonly body: Uint8Array | null
}

/** In the order of the chain, which is that of the log. */
const ownAfter = (connection: Connection, from: number, { stream, device }: HoldWish): IterableIterator<Own> =>
  connection
    .prepare<Own>(
      `SELECT e.position, e.sequence, s.id AS subject, a.id AS actor, e.body
       FROM event e JOIN subject s ON s.n = e.subject JOIN party a ON a.n = e.actor
       WHERE e.stream = (SELECT n FROM party WHERE id = ?) AND e.device = (SELECT n FROM party WHERE id = ?)
         AND e.position > ? AND NOT EXISTS (SELECT 1 FROM placed p WHERE p.event = e.position)
       ORDER BY e.sequence`,
    )
    .iterate(uuidBytes(stream), uuidBytes(device), from)

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

const idsIn = ({ subject, actor, body }: Own): string[] => [
  uuidText(subject),
  uuidText(actor),
  ...(body ? (Buffer.from(body).toString('utf8').match(uuids) ?? []) : []),
]
