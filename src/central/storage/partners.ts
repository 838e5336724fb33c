import type { Db } from './database.ts'

/** Requests to partners in the streams of an office, and the answers to them, in the order of the stream. */
export async function partnerEvents(db: Db, office: string) {
  return db
    .selectFrom('event')
    .innerJoin('stream', 'stream.stream', 'event.stream')
    .select(['event.stream', 'event.kind', 'event.subject', 'event.type', 'event.sealed', 'event.commitment'])
    .where('stream.office', '=', office)
    .where('event.type', 'in', ['claim.partner_asked', 'claim.partner_answered'])
    .where('event.verdict', 'in', ['ok', 'flagged'])
    .orderBy('event.stream')
    .orderBy('event.pos')
    .execute()
}
