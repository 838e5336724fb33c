import type { EventBody } from '../../shared/domain/catalogue.ts'
import { catalogue } from '../../shared/domain/catalogue.ts'
import { officeId } from '../../shared/domain/ports-of-entry.ts'
import type { Placeable } from '../../shared/sync/verdict.ts'
import { unseal } from '../keys/sealing.ts'
import { type Brought, type PortalAuthor, said, type Written } from '../portal/author.ts'
import type { Tx } from '../storage/database.ts'
import type { EventRow } from '../storage/events.ts'
import {
  awayAmong,
  dueMoves,
  endMovesFrom,
  eventsToBring,
  hasDesk,
  holdMove,
  type Leaving,
  type MoveRow,
  movePortalClaim,
  settleMove,
  slotsHeldBy,
  subjectsOfMove,
} from '../storage/moves.ts'
import { findStream, keepSlots, type StreamRow } from '../storage/streams.ts'
import { nameOf, type SubjectName, streamItself } from '../storage/subject-keys.ts'
import type { Examined } from './entitlement.ts'
import type { SyncParts } from './push.ts'

/**
 * A claim goes to another office. From the place of `claim.moved_out` in the first office's stream on, what that office
 * still writes of it (it may not know yet) has no effect there; the central writes the claim's history, with whatever comes
 * late, into the stream of the other office, in its own chain: the same events, ids and bodies, so every commitment is
 * still that of its author in the first stream.
 */

/** What of a batch is of claims that are elsewhere. */
export interface Away {
  moved(event: Placeable): boolean
  office(slug: string): boolean
  /** A claim leaves by an event of this very batch. */
  leaves(event: Examined): void
  /** Claims of which something came late. */
  readonly late: ReadonlySet<string>
}

const erases = (type: string): boolean =>
  Object.hasOwn(catalogue, type) && catalogue[type as keyof typeof catalogue].erases === true

/** Looks up what matters for a batch, by as few questions as there can be: none where no claim ever moved or moves. */
export async function awayIn(
  tx: Tx,
  stream: StreamRow,
  events: readonly Examined[],
  named: (event: Placeable) => string | undefined,
): Promise<Away> {
  const leaving = events.filter(({ type }) => type === 'claim.moved_out')
  const ids = [...new Set(events.flatMap((event) => [event.subject.id, named(event) ?? []].flat()))]
  const away = stream.moved ? await awayAmong(tx, stream.stream, ids) : new Map<string, string>()
  const offices = new Set(leaving.map(({ body }) => String((body as { to?: unknown } | null)?.to)))
  const known = new Set<string>()
  for (const office of offices) if (office !== stream.office && (await hasDesk(tx, office))) known.add(office)
  const late = new Set<string>()
  return {
    late,
    office: (slug) => known.has(slug),
    moved(event) {
      const claim = away.get(event.subject.id) ?? away.get(named(event) ?? '')
      if (claim === undefined) return false
      late.add(claim)
      return !erases(event.type)
    },
    leaves(event) {
      const said = saidBy(event)
      away.set(event.subject.id, event.subject.id)
      for (const person of said?.people ?? []) if (!said?.staying.includes(person)) away.set(person, event.subject.id)
    },
  }
}

/** What is written down of a claim that leaves. */
export function leavingBy(event: Examined, stream: string, pos: number): Leaving[] {
  const moved = event.type === 'claim.moved_out' && saidBy(event)
  if (!moved) return []
  const { to, on, people, staying } = moved
  const { id, subject } = event
  return [
    {
      move: { stream, claim: subject.id, event: id, pos, target: officeId(to), office: to, moved_on: on },
      people: [...new Set(people)].map((person) => ({ person, stays: staying.includes(person) })),
    },
  ]
}

/** What the event says, as far as this program understands it: one of a newer program waits here too. */
function saidBy({ body }: Pick<Examined, 'body'>): EventBody<'claim.moved_out'> | undefined {
  const said = catalogue['claim.moved_out'].body.safeParse(body)
  return said.success ? (said.data as EventBody<'claim.moved_out'>) : undefined
}

const mostAtOnce = 50

/** Brings what waits to the offices that have the claims now, each claim in a transaction. Gives where events were written. */
export async function bringMoved(parts: SyncParts, author: PortalAuthor): Promise<Written[]> {
  const { database } = parts
  const written: Written[] = []
  const due = await dueMoves(database.db, mostAtOnce)
  if (due.length > 0) await author.ready()
  for (const move of due) {
    const brought = await database.transact(async (tx) => {
      const held = await holdMove(tx, move)
      return held ? bring(parts, author, tx, held) : []
    })
    written.push(...brought)
  }
  return written
}

async function bring(parts: SyncParts, author: PortalAuthor, tx: Tx, move: MoveRow): Promise<Written[]> {
  const { stream, target, office, claim, brought, erased_to } = move
  const source = await findStream(tx, stream)
  if (!source) throw new Error('A claim left a stream that is not there')
  const there = await findStream(tx, target)
  const first = brought === 0
  const subjects = await subjectsOfMove(tx, move, first)
  const upTo = source.head
  const rows = move.ended ? [] : await eventsToBring(tx, { stream, after: brought, upTo }, subjects, target)
  const events = await opened(parts, tx, stream, subjects, rows)
  const written: Written[] = []
  if (events.length > 0 || first) {
    const arrived = { from: source.office, to: office, out: move.event, on: move.moved_on }
    const last = first ? [said('claim.moved_in', claim, arrived)] : []
    written.push(await author.bring(tx, { office, stream: target }, events, last))
    await keepSlots(
      tx,
      target,
      await slotsHeldBy(
        tx,
        stream,
        rows.map(({ id }) => id),
      ),
    )
    if (first) {
      await endMovesFrom(tx, target, claim)
      await movePortalClaim(tx, claim, { stream: target, office })
    }
  }
  // Of what was erased there nothing may be left here.
  const erasedThere = there
    ? await eventsToBring(tx, { stream: target, after: erased_to, upTo: there.head, types: erasing }, subjects, stream)
    : []
  const orders = await opened(parts, tx, target, subjects, erasedThere)
  if (orders.length > 0) {
    const { office: home } = source
    written.push(await author.bring(tx, { office: home, stream }, orders, []))
  }
  await settleMove(tx, move, { brought: upTo, erased_to: there?.head ?? 0 })
  return written
}

const erasing = Object.keys(catalogue).filter(erases)

/** Events with salt and body in clear, as they are written again. */
async function opened(
  { keys }: SyncParts,
  tx: Tx,
  stream: string,
  subjects: readonly SubjectName[],
  rows: readonly EventRow[],
): Promise<Brought[]> {
  if (rows.length === 0) return []
  const itself = streamItself(stream)
  const known = await keys.forReading(tx, stream, [...subjects, itself])
  return rows.flatMap((row): Brought[] => {
    for (const name of [nameOf({ kind: row.kind, id: row.subject }), nameOf(itself)]) {
      const key = known.get(name)
      const plain = key && row.sealed ? unseal(row.sealed, key, row.commitment) : undefined
      if (plain) return [{ row, salt: plain.subarray(0, saltLength), body: plain.subarray(saltLength) }]
    }
    return []
  })
}

const saltLength = 16
