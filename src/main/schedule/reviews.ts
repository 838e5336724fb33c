import { ok, type Result } from '../../shared/result.ts'
import { receiveOfPortal, settleReview } from '../claims/record/review.ts'
import { type Tools, today } from '../claims/tools.ts'
import { keepLocalNote, localNote } from '../store/local-notes.ts'
import { uuidText } from '../store/log/uuid.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** Events looked at in one transaction. */
const atOnce = 2000
/** A name of its own since claims of the portal are received here: every one of before is looked at once more. */
const noteName = 'reviews_settled.2'

/**
 * Claims that changed by what other desks and the portal sent: their review stands still, or goes on, without anybody at
 * this desk touching them. Only those of which the log says something new; two desks that notice the same say the same.
 * Gives how many claims were looked at.
 */
export function settleReviews(tools: Tools): Result<number> {
  const actor = tools.store.identity()?.device
  if (!actor) return ok(0)
  let looked = 0
  for (;;) {
    let more = false
    const done = tools.store.transact({ actor }, (tx) => {
      const { claims, position, full } = news(tx, localNote(tx, noteName))
      for (const id of claims) {
        receiveOfPortal(tx, id, today(tools))
        settleReview(tx, id, today(tools))
      }
      keepLocalNote(tx, noteName, String(position))
      more = full
      return ok(claims.length)
    })
    if (!done.ok) return done
    looked += done.value
    if (!more) return ok(looked)
  }
}

interface News {
  readonly claims: readonly string[]
  /** How far the log was read. */
  readonly position: number
  readonly full: boolean
}

/**
 * What the log says since; the first time every claim that came in or was sent, so that a long log is not read for few of
 * them.
 */
function news(reader: Reader, mark: string | undefined): News {
  if (mark === undefined) {
    const inReview = query.selectFrom('claim_review').select('claim')
    const claims = reader
      .all(inReview.union(query.selectFrom('portal_claim').select('claim')))
      .map(({ claim }) => claim)
    const last = reader.first(query.selectFrom('event').select('position').orderBy('position', 'desc').limit(1))
    return { claims, position: last?.position ?? 0, full: false }
  }
  const rows = reader.all(
    query
      .selectFrom('event')
      .innerJoin('subject', 'subject.n', 'event.subject')
      .select(['event.position', 'subject.id', 'subject.kind'])
      .where('event.position', '>', Number(mark))
      .orderBy('event.position')
      .limit(atOnce),
  )
  const ids = (kind: string) => [...new Set(rows.flatMap((row) => (row.kind === kind ? [uuidText(row.id)] : [])))]
  const ofPeople = reader.all(
    query
      .selectFrom('claim')
      .innerJoin('person', 'person.n', 'claim.person_n')
      .select('claim.id')
      .where('person.id', 'in', ids('person')),
  )
  const claims = [...new Set([...ids('claim'), ...ofPeople.map(({ id }) => id)])]
  return { claims, position: rows.at(-1)?.position ?? Number(mark), full: rows.length === atOnce }
}
