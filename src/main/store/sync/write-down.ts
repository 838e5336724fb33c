import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { blobsNamedIn } from '../../../shared/domain/named-blobs.ts'
import type { Clock } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Taken, TakenEvent } from '../../../shared/sync/page.ts'
import { wantBlobs } from '../blobs/travel.ts'
import type { Connection } from '../connection.ts'
import type { Appender } from '../log/append.ts'
import type { Moment } from '../log/hlc.ts'
import type { Surrogates } from '../log/surrogates.ts'
import { inOrder, uuidBytes, uuidText } from '../log/uuid.ts'
import type { ProjectionTx } from '../types.ts'
import { fillBody } from './carry.ts'
import { type ChainEnds, insertForeign } from './insert-foreign.ts'
import type { Places } from './places.ts'
import { isOwn, writeAgain } from './set-aside.ts'
import type { Tail } from './tail.ts'
import { type Said, saidBy, textOf } from './wire-event.ts'

interface Parts {
  readonly connection: Connection
  readonly surrogates: Surrogates
  readonly tail: Tail
  readonly tx: ProjectionTx
  readonly clock: Clock
  readonly append: Appender['append']
  readonly observe: (moments: readonly Moment[]) => void
}

/** Into which chain and from which page. */
export interface Where {
  readonly stream: string
  readonly places: Places
  /** This desk. */
  readonly device: string
  /** Moments of other clocks that this page brought so far. */
  readonly seen: Moment[]
  readonly ends: ChainEnds
}

/**
 * Writes down what stands at the next place of the stream, and that it has this place (`Where.places`). Gives it as the log
 * reads it back, and whether it was here already. Inside a transaction. Fails with sync.hole, sync.forked, sync.lost_own, sync.bad_answer.
 */
export function writeDown(parts: Parts, where: Where, placed: Taken): Result<{ event: LoggedEvent; own: boolean }> {
  const { event: given, device } = placed
  // The next of its chain, as most are: to look whether it is here already is what its index does when it is written.
  if (given && given.sequence === where.ends.of(device).sequence + 1) {
    const written = writeNew(parts, where, device, given)
    if (!written.ok) return written
    if (written.value.position > 0) return ok(noteNew(parts, where, placed, given, written.value))
  }
  return writeKnown(parts, where, placed)
}

interface Written {
  /** In the log; 0 where its id is there already. */
  readonly position: number
  readonly said: Said | undefined
}

function writeNew(
  { connection, surrogates }: Parts,
  { stream, ends }: Where,
  device: string,
  event: TakenEvent,
): Result<Written> {
  const said = saidBy(event)
  const written = insertForeign(connection, surrogates, { stream, device, event, said }, ends)
  return written.ok ? ok({ position: written.value, said }) : written
}

function noteNew(
  parts: Parts,
  { stream, places, seen }: Where,
  placed: Taken,
  given: TakenEvent,
  { position, said }: Written,
): { event: LoggedEvent; own: boolean } {
  places.give(position, placed)
  const event = asLogged(stream, placed, given, said, position)
  noteSeen(parts, seen, event)
  return { event, own: false }
}

function noteSeen({ connection, clock }: Parts, seen: Moment[], event: LoggedEvent): void {
  seen.push(event.hlc)
  wantBlobs(connection, blobsNamedIn(event), clock.now())
}

/** What may be in the log already: this desk's own, what was carried here, what another chain had. */
function writeKnown(parts: Parts, where: Where, placed: Taken): Result<{ event: LoggedEvent; own: boolean }> {
  const { connection } = parts
  const { device, ends, places, seen } = where
  places.write()
  const { event: given } = placed
  const id = placed.own ?? given?.id ?? ''
  const found =
    id &&
    connection.prepare<{ position: number }>('SELECT position FROM event WHERE id = ?').get(uuidBytes(id))?.position
  // No central gives an event two places, or to two authors: this page is of another stream, as a mistaken network brings one.
  if (found && hasPlace(connection, found)) return fail('sync.bad_answer')
  const lost = found && given && dropLostChain(parts, found, placed.device)
  if (lost) ends.forget()
  const position = lost ? undefined : found
  if (placed.own && !position) return fail('sync.lost_own', { device, sequence: placed.position })
  if (position) {
    // A case bundle brought its header alone: the stream has the body.
    const filled = given ? fillBody(connection, position, given) : false
    places.give(position, placed)
    const event = parts.tx.event(id)
    if (!event) throw new Error('An event of the log is not there')
    if (filled) noteSeen(parts, seen, event)
    return ok({ event, own: true })
  }
  if (!given) return fail('sync.hole', { device: placed.device, sequence: placed.position })
  makeRoom(parts, where, placed.device, given.sequence)
  const written = writeNew(parts, where, placed.device, given)
  if (!written.ok) return written
  if (written.value.position === 0) return fail('sync.forked', { device: placed.device, sequence: given.sequence })
  return ok(noteNew(parts, where, placed, given, written.value))
}

const hasPlace = (connection: Connection, event: number): boolean =>
  connection.prepare('SELECT 1 FROM placed WHERE event = ?').get(event) !== undefined

/** As the log would read it back. */
function asLogged(
  stream: string,
  { device, verdict }: Taken,
  event: TakenEvent,
  said: Said | undefined,
  position: number,
): LoggedEvent {
  const { id, sequence, actor, type, version, at, bases } = event
  const [ms, counter] = event.hlc
  return {
    position,
    id,
    stream,
    device,
    sequence,
    actor,
    subject: event.subject as LoggedEvent['subject'],
    type,
    version,
    visibility: event.visibility as LoggedEvent['visibility'],
    at,
    hlc: { ms, counter },
    bases: inOrder(bases),
    body: said ? JSON.parse(textOf(said.body)) : null,
    ...(verdict && verdict !== 'ok' ? { verdict } : {}),
  }
}

/** An earlier identity of this desk, copied back, went on by itself: its own events stand where others belong. */
function makeRoom(parts: Parts, { device, seen, ends }: Where, author: string, sequence: number): void {
  if (author === device || sequence > ends.of(author).sequence || !isOwn(parts.connection, author)) return
  parts.observe(seen)
  writeAgain({ ...parts, device }, { device: author, sequence })
  parts.tail.forget()
  ends.forget()
}

/**
 * A central that was restored writes in a chain of its new history what it had brought from another office before. Its
 * earlier chain ends nowhere any more: what of it has no place goes from that event on. Gives whether it did.
 */
function dropLostChain({ connection, tail }: Parts, position: number, author: string): boolean {
  const row = connection
    .prepare<{ stream: number; device: number; sequence: number; id: Uint8Array }>(
      'SELECT e.stream, e.device, e.sequence, d.id FROM event e JOIN party d ON d.n = e.device WHERE e.position = ?',
    )
    .get(position)
  if (!row || uuidText(row.id) === author) return false
  connection
    .prepare(
      `DELETE FROM event WHERE stream = ? AND device = ? AND sequence >= ?
       AND NOT EXISTS (SELECT 1 FROM placed p WHERE p.event = event.position)`,
    )
    .run(row.stream, row.device, row.sequence)
  tail.forget()
  return true
}
