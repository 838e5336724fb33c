import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { findClaim, type Tools, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { tellAgain } from './take-sent.ts'

/** While it can still be undone a return is not told; a turn later it is. */
const undoMs = 10_000
const atOnce = 200

/**
 * Tells people by message that their photo was returned, and why: those whose claim came through the portal. Each return
 * once. Gives how many were told.
 */
export function tellReturnedPhotos(tools: Tools, device: Uuid): Result<number> {
  const on = today(tools)
  return tools.store.transact({ actor: device }, (tx) => {
    const returned = untold(tx, tx.now - undoMs)
    for (const { photo, claim: claimId, decision } of returned) {
      const claim = findClaim(tx, claimId)
      const event = decision ? tx.event(decision) : undefined
      if (!claim.ok || !event?.body) continue
      const { text } = event.body as EventBody<'photo.returned'>
      tellAgain(tx, claim.value, { message: photo, template: 'photo_again', item: (language) => text[language], on })
    }
    return ok(returned.length)
  })
}

/** Returned photos of people at the portal that no message bears the name of. */
const untold = (reader: Reader, before: number) =>
  reader.all(
    query
      .selectFrom('photo')
      .innerJoin('portal_claim', 'portal_claim.claim', 'photo.claim')
      .select(['photo.id as photo', 'portal_claim.claim', 'photo.decision'])
      .where('photo.state', '=', 'returned')
      .where('photo.decided_ms', '<', before)
      .where('photo.answered_by', 'is', null)
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom('message')
              .select('message.n')
              .whereRef('message.claim', '=', 'photo.claim')
              .whereRef('message.message', '=', 'photo.id'),
          ),
        ),
      )
      .limit(atOnce),
  )
