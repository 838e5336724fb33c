import type { Unreachable } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { type ReachGap, reachGaps } from '../../shared/rules/service.ts'
import { lastPosition, wholeTimeline } from '../claims/timeline.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** Whether mail reaches the person of a claim. */

export function unreachableOf(reader: Reader, claimId: string): Unreachable | undefined {
  const lost = reader.first(query.selectFrom('unreachable').selectAll().where('claim', '=', claimId))
  if (!lost) return undefined
  const { since, how, code } = lost
  return { since, how: how as Unreachable['how'], ...(code ? { code } : {}) }
}

/** Does no notice reach the person? Then none counts as served. */
export const isUnreachable = (reader: Reader, claimId: string): boolean => unreachableOf(reader, claimId) !== undefined

/** When mail did not reach the person, from the first time on. */
export function gapsOf(reader: Reader, claimId: string): ReachGap[] {
  const subject = { kind: 'claim', id: claimId } as const
  if (lastPosition(reader, subject, ['claim.mail_failed']) === 0) return []
  return reachGaps(
    wholeTimeline(reader, subject).flatMap(({ type, body }) => {
      if (type === 'claim.mail_failed') {
        const { on, message } = body as EventBody<'claim.mail_failed'>
        return { failedOn: on, ...(message ? { message } : {}) }
      }
      return type === 'claim.reached_again' ? { reachedOn: (body as EventBody<'claim.reached_again'>).on } : []
    }),
  )
}
