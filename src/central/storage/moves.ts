import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from './database.ts'
import type { EventRow } from './events.ts'
import type { SubjectName } from './subject-keys.ts'
import type { MoveTable } from './tables.ts'

/** Claims that went from one office to another. */

export type MoveRow = Selectable<MoveTable>

/** A claim that leaves a stream, with its people. */
export interface Leaving {
  readonly move: Pick<MoveRow, 'stream' | 'claim' | 'event' | 'pos' | 'target' | 'office' | 'moved_on'>
  readonly people: readonly { readonly person: string; readonly stays: boolean }[]
}

export async function addMoves(tx: Tx, stream: string, leaving: readonly Leaving[]): Promise<void> {
  if (leaving.length === 0) return
  await tx
    .insertInto('claim_move')
    .values(leaving.map(({ move }) => move))
    .execute()
  await tx
    .insertInto('moved_person')
    .values(
      leaving.flatMap(({ move: { claim, event }, people }) => people.map((one) => ({ stream, claim, event, ...one }))),
    )
    .execute()
  await tx.updateTable('stream').set({ moved: true }).where('stream', '=', stream).execute()
}

/**
 * Which of these subjects belong to claims that are away from this stream: the claims themselves, their people, and what
 * said of itself before that it is theirs. By subject the claim.
 */
export async function awayAmong(tx: Tx, stream: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; claim: string }>`
    SELECT m.claim AS id, m.claim FROM claim_move m
    WHERE m.stream = ${stream}::uuid AND NOT m.ended AND m.claim = ANY(${ids}::uuid[])
    UNION ALL
    SELECT p.person, p.claim FROM moved_person p
    JOIN claim_move m ON m.stream = p.stream AND m.claim = p.claim AND m.event = p.event AND NOT m.ended
    WHERE p.stream = ${stream}::uuid AND NOT p.stays AND p.person = ANY(${ids}::uuid[])
    UNION ALL
    SELECT s.subject, s.claim FROM claim_subject s
    JOIN claim_move m ON m.stream = s.stream AND m.claim = s.claim AND NOT m.ended
    WHERE s.stream = ${stream}::uuid AND s.subject = ANY(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, claim }) => [id, claim]))
}

/** Something of these claims waits to be brought to the office that has them now. */
export async function markDue(tx: Tx, stream: string, claims: readonly string[]): Promise<void> {
  if (claims.length === 0) return
  await tx
    .updateTable('claim_move')
    .set({ due: true })
    .where('stream', '=', stream)
    .where('claim', 'in', claims)
    .where('ended', '=', false)
    .execute()
}

/** Something of these subjects was erased where they went: the stream that they came from is to be told. */
export async function markErased(tx: Tx, target: string, subjects: readonly SubjectName[]): Promise<void> {
  if (subjects.length === 0) return
  await sql`
    UPDATE claim_move m SET due = true
    WHERE m.target = ${target}::uuid AND (m.claim = ANY(${subjects.map(({ id }) => id)}::uuid[])
      OR EXISTS (SELECT 1 FROM moved_person p WHERE p.stream = m.stream AND p.claim = m.claim
        AND p.person = ANY(${subjects.map(({ id }) => id)}::uuid[]))
      OR EXISTS (SELECT 1 FROM claim_subject s WHERE s.stream = m.target AND s.claim = m.claim
        AND s.subject = ANY(${subjects.map(({ id }) => id)}::uuid[])))`.execute(tx)
}

export async function dueMoves(db: Db, limit: number): Promise<MoveRow[]> {
  return db
    .selectFrom('claim_move')
    .selectAll()
    .where('due', '=', true)
    .orderBy('stream')
    .orderBy('pos')
    .limit(limit)
    .execute()
}

/** Holds a move until the transaction ends; undefined when another node has done it meanwhile. */
export async function holdMove(tx: Tx, { stream, claim, event }: MoveRow): Promise<MoveRow | undefined> {
  const row = await tx
    .selectFrom('claim_move')
    .selectAll()
    .where('stream', '=', stream)
    .where('claim', '=', claim)
    .where('event', '=', event)
    .forUpdate()
    .executeTakeFirst()
  return row?.due ? row : undefined
}

export async function settleMove(
  tx: Tx,
  { stream, claim, event }: MoveRow,
  at: { brought: number; erased_to: number },
): Promise<void> {
  await tx
    .updateTable('claim_move')
    .set({ ...at, due: false })
    .where('stream', '=', stream)
    .where('claim', '=', claim)
    .where('event', '=', event)
    .execute()
}

/** The claim is at this stream again: what it may write there it may write as ever. */
export async function endMovesFrom(tx: Tx, stream: string, claim: string): Promise<void> {
  await tx
    .updateTable('claim_move')
    .set({ ended: true })
    .where('stream', '=', stream)
    .where('claim', '=', claim)
    .execute()
}

/** What goes along with a claim: itself, its people, its photos, papers and appointments. */
export async function subjectsOfMove(
  db: Db,
  { stream, claim, event }: MoveRow,
  first: boolean,
): Promise<SubjectName[]> {
  const people = await db
    .selectFrom('moved_person')
    .select(['person', 'stays'])
    .where('stream', '=', stream)
    .where('claim', '=', claim)
    .where('event', '=', event)
    .execute()
  const things = await db
    .selectFrom('claim_subject')
    .select(['kind', 'subject as id'])
    .where('stream', '=', stream)
    .where('claim', '=', claim)
    .execute()
  return [
    { kind: 'claim', id: claim },
    // One who has another claim at the first office is written about there for that one.
    ...people.filter(({ stays }) => first || !stays).map(({ person }) => ({ kind: 'person', id: person })),
    ...things,
  ]
}

/** Events of these subjects behind a place of a stream that have their bodies, in their order, and that another stream does not have. */
export async function eventsToBring(
  db: Db,
  from: { readonly stream: string; readonly after: number; readonly upTo: number; readonly types?: readonly string[] },
  subjects: readonly SubjectName[],
  to: string,
): Promise<EventRow[]> {
  const { stream, after, upTo, types } = from
  let rows = db
    .selectFrom('event')
    .selectAll()
    .where('stream', '=', stream)
    .where('pos', '>', after)
    .where('pos', '<=', upTo)
    .where(sql<boolean>`subject = ANY(${subjects.map(({ id }) => id)}::uuid[])`)
    .where('verdict', '!=', 'quarantined')
    .where('sealed', 'is not', null)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('event as there')
            .select('there.id')
            .where('there.stream', '=', to)
            .whereRef('there.id', '=', 'event.id'),
        ),
      ),
    )
  if (types) rows = rows.where('type', 'in', types)
  return rows.orderBy('pos').execute()
}

/** The slots of a stream that these events hold: those of the subjects themselves, not hours of rooms and officers. */
export async function slotsHeldBy(db: Db, stream: string, events: readonly string[]): Promise<Map<string, string>> {
  if (events.length === 0) return new Map()
  const rows = await db
    .selectFrom('slot')
    .select(['slot', 'event'])
    .where('stream', '=', stream)
    .where(sql<boolean>`event = ANY(${events}::uuid[])`)
    .execute()
  return new Map(
    rows.filter(({ slot }) => !/^(room|officer|interpreter)\//.test(slot)).map(({ slot, event }) => [slot, event]),
  )
}

/** The person finds their claim where it is now. */
export async function movePortalClaim(tx: Tx, claim: string, to: { stream: string; office: string }): Promise<void> {
  await tx.updateTable('portal_claim').set(to).where('claim', '=', claim).execute()
}

/**
 * Files that an office lacks and that lie at the office from which a claim came: those that the same subject names at both.
 * Whoever merely knows a hash and writes it down somewhere gets nothing.
 */
export async function filesToBring(db: Db, limit: number) {
  const { rows } = await sql<{ sha: Buffer; size: number; device: string; from: string; to: string }>`
    SELECT DISTINCT w.sha, b.size, b.device, b.office AS from, w.office AS to
    FROM blob_wanted w
    JOIN blob_ref there ON there.office = w.office AND there.sha = w.sha
    JOIN (SELECT DISTINCT stream, target FROM claim_move) m ON m.target = there.stream
    JOIN stream s ON s.stream = m.stream
    JOIN blob_ref here ON here.office = s.office AND here.sha = w.sha AND here.stream = m.stream
      AND here.kind = there.kind AND here.subject = there.subject
    JOIN blob b ON b.office = s.office AND b.sha = w.sha
    ORDER BY w.office, w.sha LIMIT ${limit}`.execute(db)
  return rows
}

/**
 * Waits anything to be told, brought or copied between offices? One small question after every push, in the place of the
 * three of `tell` in central.ts: to plan those took longer than a tenth of the batch.
 */
export async function anythingBetweenOffices(db: Db): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    SELECT EXISTS (SELECT FROM claim_move WHERE due) OR EXISTS (SELECT FROM identity_match WHERE told IS NULL)
      OR (EXISTS (SELECT FROM blob_wanted) AND EXISTS (SELECT FROM claim_move)) AS waits`.execute(db)
  return rows[0]?.waits === true
}

/** Is there a desk at the office that was let in? */
export async function hasDesk(tx: Tx, office: string): Promise<boolean> {
  const row = await tx
    .selectFrom('device')
    .select('device')
    .where('office', '=', office)
    .where('status', '=', 'active')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
