import type { Db, Tx } from './database.ts'

/** Events whose body is withheld, until somebody has looked. */

/** One of them, as a list shows it: nothing of what the body says. */
export interface Withheld {
  readonly event: string
  readonly stream: string
  readonly office: string
  readonly device: string
  readonly actor: string
  readonly kind: string
  readonly subject: string
  readonly type: string
  /** Code of what was amiss. */
  readonly why: string
  readonly since: Date
}

/** What opens one: as it is kept, and which keys may be its own. */
export interface WithheldBody extends Withheld {
  /** Null once its subject was erased. */
  readonly sealed: Buffer | null
  readonly commitment: Buffer
}

/** Remembers that the events at these places are withheld. */
export async function quarantine(
  tx: Tx,
  at: { stream: string; device: string; since: Date },
  rows: readonly { pos: number; why: string }[],
): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('quarantine')
      .values(rows.map((row) => ({ ...at, ...row })))
      .execute()
}

/** Those that nobody has looked at, of one office or of all, the longest withheld first. */
export const withheld = (db: Db, office: string | undefined, limit: number): Promise<Withheld[]> =>
  waiting(db)
    .$if(office !== undefined, (of) => of.where('stream.office', '=', office ?? ''))
    .orderBy('quarantine.since')
    .orderBy('quarantine.pos')
    .limit(limit)
    .execute()

/** One by the id of its event, looked at or not; undefined when no such event is withheld. */
export const withheldBody = (db: Db, event: string): Promise<WithheldBody | undefined> =>
  found(db).select(['event.sealed', 'event.commitment']).where('event.id', '=', event).executeTakeFirst()

/** Notes who looked and what came of it; false where no such event waits. */
export async function markLookedAt(
  db: Db,
  { event, by, outcome, at }: { event: string; by: string; outcome: string; at: Date },
): Promise<boolean> {
  const one = await waiting(db).select('quarantine.pos').where('event.id', '=', event).executeTakeFirst()
  if (!one) return false
  const { numUpdatedRows } = await db
    .updateTable('quarantine')
    .set({ looked_by: by, looked_at: at, outcome })
    .where('stream', '=', one.stream)
    .where('pos', '=', one.pos)
    .where('looked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const found = (db: Db) =>
  db
    .selectFrom('quarantine')
    .innerJoin('event', (on) =>
      on.onRef('event.stream', '=', 'quarantine.stream').onRef('event.pos', '=', 'quarantine.pos'),
    )
    .innerJoin('stream', 'stream.stream', 'quarantine.stream')
    .select(['event.id as event', 'event.stream', 'stream.office', 'event.device', 'event.actor', 'event.kind'])
    .select(['event.subject', 'event.type', 'quarantine.why', 'quarantine.since'])

const waiting = (db: Db) => found(db).where('quarantine.looked_at', 'is', null)
