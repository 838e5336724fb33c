import type { EventDraft, LoggedEvent } from '../../../shared/domain/event.ts'
import type { Clock, Random, Step, Uuid } from '../../../shared/ports.ts'
import { mostBodyBytes } from '../../../shared/sync/body-limit.ts'
import { packIds } from '../../../shared/sync/event-header.ts'
import type { Connection } from '../connection.ts'
import { Refusal } from '../sqlite-failure.ts'
import type { Catalogue, EventSpec } from '../types.ts'
import { endOfChain } from './chain.ts'
import { commitmentOf, eventHash } from './header.ts'
import { later, type Moment, nextMoment } from './hlc.ts'
import { createSurrogates, type Surrogates } from './surrogates.ts'
import { unpackIds, uuidBytes } from './uuid.ts'

/** Whose chain an event joins, and when it was written. */
export interface Writer {
  readonly device: Uuid
  readonly stream: Uuid
  readonly actor: Uuid
  readonly at: number
}

export interface Appender {
  readonly surrogates: Surrogates
  /** Refuses (`Refusal`) with store.erased, store.too_long. */
  append(draft: EventDraft, writer: Writer): LoggedEvent
  /** A moment that came from elsewhere: what is written next is later. */
  observe(moment: Moment): void
  /** After a rollback. The clock stays where it is: it may only go forward. */
  forget(): void
}

interface Parts {
  readonly connection: Connection
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly random: Random
  readonly step: Step
  readonly newId: () => Uuid
}

/** The writing half of the log. Runs inside a transaction of the caller. */
export function createAppender(inside: Parts): Appender {
  const { connection, catalogue, clock, random, step } = inside
  const surrogates = createSurrogates(connection)
  let moment = lastMoment(connection)
  return {
    surrogates,
    observe(seen) {
      moment = later(moment, seen)
    },
    forget: surrogates.forget,
    append(draft, writer) {
      const spec = specOf(catalogue, draft)
      const body = parsedBody(spec, draft)
      refuseErased(connection, surrogates, draft)
      moment = nextMoment(moment, clock)
      const event = { id: inside.newId(), ...writer, ...draft, version: spec.version, visibility: spec.visibility }
      return step('append.event', () => insert(connection, surrogates, random, { ...event, hlc: moment, body }))
    },
  }
}

type Ready = Writer & Omit<LoggedEvent, 'position' | 'sequence' | 'bases'> & Pick<EventDraft, 'bases'>

function insert(connection: Connection, surrogates: Surrogates, random: Random, event: Ready): LoggedEvent {
  const stream = surrogates.party(event.stream)
  const device = surrogates.party(event.device)
  const end = endOfChain(connection, stream, device)
  const sequence = end.sequence + 1
  const id = uuidBytes(event.id)
  const bases = packIds(event.bases ?? [])
  const salt = random.bytes(16)
  const body = Buffer.from(JSON.stringify(event.body), 'utf8')
  // The central takes no longer one: it could never leave this desk.
  if (body.length > mostBodyBytes)
    throw new Refusal('store.too_long', { over: body.length - mostBodyBytes, most: mostBodyBytes })
  const commitment = commitmentOf(salt, body)
  const hash = eventHash(end.hash, { ...event, sequence, bases }, commitment)
  const { lastInsertRowid } = connection
    .prepare(`INSERT INTO event (id, stream, device, sequence, actor, subject, type, version, visibility,
      at_ms, hlc_ms, hlc_counter, bases, salt, body, commitment, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`)
    .run(
      id,
      stream,
      device,
      sequence,
      surrogates.party(event.actor),
      surrogates.subject(event.subject),
      event.type,
      event.version,
      event.visibility,
      event.at,
      event.hlc.ms,
      event.hlc.counter,
      bases,
      salt,
      body,
      commitment,
      hash,
    )
  // What projections see is what a rebuild will read: the body after its way through JSON.
  return {
    ...event,
    position: Number(lastInsertRowid),
    sequence,
    bases: unpackIds(bases),
    body: JSON.parse(body.toString()),
  }
}

function specOf(catalogue: Catalogue, { type, subject }: EventDraft): EventSpec {
  const spec = Object.hasOwn(catalogue, type) ? catalogue[type] : undefined
  if (!spec) throw new Error(`No type of event: ${type}`)
  if (spec.about !== subject.kind) throw new Error(`${type} is about ${spec.about}, not ${subject.kind}`)
  return spec
}

/** Commands check what people typed; a body that does not fit its type is a mistake of the program. Names no value. */
function parsedBody(spec: EventSpec, { type, body }: EventDraft): unknown {
  const parsed = spec.body.safeParse(body)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`)
  throw new Error(`The body of ${type} does not fit: ${where.join(', ')}`)
}

function refuseErased(connection: Connection, surrogates: Surrogates, { subject }: EventDraft): void {
  const n = surrogates.findSubject(subject)
  if (n === undefined) return
  if (connection.prepare('SELECT 1 FROM erased WHERE subject = ?').get(n)) throw new Refusal('store.erased')
}

/** The latest moment that this log knows. The last event has it, unless one that came from elsewhere was ahead. */
function lastMoment(connection: Connection): Moment {
  const last = connection
    .prepare<Moment>('SELECT hlc_ms AS ms, hlc_counter AS counter FROM event ORDER BY position DESC LIMIT 1')
    .get()
  const seen = connection.prepare<{ value: number }>("SELECT value FROM meta WHERE name = 'hlc_seen'").get()
  return later(last ?? { ms: 0, counter: 0 }, { ms: seen?.value ?? 0, counter: 0 })
}
