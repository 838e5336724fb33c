import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'
import type { SubjectName } from '../subject-keys.ts'

/** What a person is shown of a claim: the events of it and of what belongs to it. */

/** Notes which subjects belong to which claims. */
export async function addClaimSubjects(
  tx: Tx,
  stream: string,
  links: readonly { claim: string; subject: SubjectName }[],
): Promise<void> {
  if (links.length === 0) return
  await tx
    .insertInto('claim_subject')
    .values(links.map(({ claim, subject }) => ({ stream, claim, kind: subject.kind, subject: subject.id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function subjectsOf(db: Db, stream: string, claim: string): Promise<SubjectName[]> {
  return db
    .selectFrom('claim_subject')
    .select(['kind', 'subject as id'])
    .where('stream', '=', stream)
    .where('claim', '=', claim)
    .execute()
}

const columns = ['id', 'kind', 'subject', 'type', 'at_ms', 'hlc_ms', 'hlc_counter', 'sealed', 'commitment'] as const

const eventsAbout = (db: Db, stream: string, subjects: readonly SubjectName[]) =>
  db
    .selectFrom('event')
    .select(columns)
    .where('stream', '=', stream)
    .where(sql<boolean>`subject = ANY(${subjects.map(({ id }) => id)}::uuid[])`)
    .where('verdict', 'in', ['ok', 'flagged'])
    .orderBy('pos')

/** Public events about these subjects that took effect, in the order of the stream. */
export const publicEvents = (db: Db, stream: string, subjects: readonly SubjectName[]) =>
  eventsAbout(db, stream, subjects).where('visibility', '=', 'public').execute()

/** What was said in fields of these subjects, by whomever. */
export const fieldEvents = (db: Db, stream: string, subjects: readonly SubjectName[]) =>
  eventsAbout(db, stream, subjects)
    .where('type', 'in', ['person.set', 'claim.set', 'person.amended', 'claim.amended'])
    .execute()

/** What the administrators of an office chose, oldest first. */
export const policyEvents = (db: Db, stream: string, office: readonly SubjectName[]) =>
  eventsAbout(db, stream, office).where('type', '=', 'policy.set').execute()

/** When a desk of the office was last heard of. */
export async function officeSeen(db: Db, office: string): Promise<Date | undefined> {
  const { seen } = await db
    .selectFrom('device')
    .select((max) => max.fn.max('seen').as('seen'))
    .where('office', '=', office)
    .executeTakeFirstOrThrow()
  return seen ?? undefined
}
