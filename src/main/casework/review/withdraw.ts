import type { Acts } from '../../../shared/domain/acts.ts'
import type { EventBody } from '../../../shared/domain/catalogue.ts'
import { orderDeadlines, pausesOf } from '../../../shared/domain/departure-order.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { orderInForce } from '../../../shared/rules/index.ts'
import { cancelOpen } from '../../appointments/rows.ts'
import { fieldsOf, valuesOf } from '../../claims/fields.ts'
import { inClaim } from '../../claims/take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from '../../claims/tools.ts'

/**
 * The person takes the claim back. A conditional departure order comes into force on the day of the notice (IRPA s. 49(2),
 * since 2026-03-26; 15 days later before). What was booked or held for the person is free again. Errors: claims.future_date, claims.not_in_this_state.
 */
export function withdrawClaim(
  tools: Tools,
  officer: Officer,
  { claimId, ...said }: { claimId: Uuid } & Omit<EventBody<'claim.withdrawn'>, 'deadlines'>,
): Result<ClaimFile> {
  if (said.on > today(tools)) return fail('claims.future_date', { field: 'on' })
  return inClaim(tools, officer, claimId, 'withdraw', (tx) => {
    const { departureOrder, detention } = valuesOf(fieldsOf(tx, { kind: 'claim', id: claimId })) as Acts
    const deadlines = departureOrder?.conditional
      ? orderDeadlines(orderInForce('withdrawn', said.on), pausesOf(detention))
      : []
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.withdrawn', body: { ...said, deadlines } })
    cancelOpen(tx, [claimId], said.reason)
    return ok(null)
  })
}
