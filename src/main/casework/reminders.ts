import type { EventBody } from '../../shared/domain/catalogue.ts'
import { deadlineName } from '../../shared/domain/timeline/casework.ts'
import { reminderMessage } from '../../shared/portal/reminders.ts'
import { ok, type Result } from '../../shared/result.ts'
import { addDays, lastDayToAsk, reminderReach, rungDue } from '../../shared/rules/index.ts'
import { findClaim, type Tools, today } from '../claims/tools.ts'
import { addressee } from '../portal/messages.ts'
import { isUnreachable } from '../portal/reach.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'

/** How many limits a transaction looks at: the desk answers officers in between. */
const atOnce = 200

interface Limit {
  readonly claim: string
  readonly rule: string
  readonly trigger: string
  readonly due: string
}

/**
 * Reminds people of limits that come near or have passed, each on its ladder. It asks what is due today: after days of
 * sleep it catches up with the nearest rung, run again it sends none twice, and of two desks that send the same one the
 * first counts. Nobody is reminded whom no message reaches: for them there is a task. Gives how many went out.
 */
export function remindOfDeadlines(tools: Tools, device: string): Result<number> {
  const on = today(tools)
  let sent = 0
  for (let after: Limit | undefined; ; ) {
    const page = limitsNear(tools.store, on, after)
    const done = tools.store.transact({ actor: device }, (tx) => {
      for (const limit of page) if (remind(tx, limit, on)) sent++
      return ok(null)
    })
    if (!done.ok) return done
    after = page.at(-1)
    if (!after || page.length < atOnce) return ok(sent)
  }
}

/** Open limits near today, of people who have an account at the portal. */
const limitsNear = (reader: Reader, on: string, after: Limit | undefined): Limit[] =>
  reader.all(
    query
      .selectFrom('claim_limit')
      .innerJoin('portal_claim', 'portal_claim.claim', 'claim_limit.claim')
      .select(['claim_limit.claim', 'rule', 'counted_from as trigger', 'due'])
      .where('claim_limit.state', '=', 'open')
      .where('due', '>=', addDays(on, -reminderReach.back))
      .where('due', '<=', addDays(on, reminderReach.ahead))
      .where((is) =>
        is(
          is.refTuple('due', 'claim_limit.claim', 'rule'),
          '>',
          is.tuple(after?.due ?? '', after?.claim ?? '', after?.rule ?? ''),
        ),
      )
      .orderBy('due')
      .orderBy('claim_limit.claim')
      .orderBy('rule')
      .limit(atOnce),
  )

/**
 * The rung of a limit that is to go out now, as the claim stands in this transaction: undefined once it was sent, the limit
 * is met or moved, or no mail reaches the person.
 */
export function rungNow(tx: Tx, limit: Limit, on: string): number | undefined {
  const { claim: claimId, rule, due } = limit
  const still = tx.first(
    query
      .selectFrom('claim_limit')
      .select('due')
      .where('claim', '=', claimId)
      .where('rule', '=', rule)
      .where('counted_from', '=', limit.trigger)
      .where('state', '=', 'open'),
  )
  if (still?.due !== due || isUnreachable(tx, claimId)) return undefined
  const rungs = tx
    .all(
      query
        .selectFrom('deadline_reminder')
        .select('rung')
        .where('claim', '=', claimId)
        .where('rule', '=', rule)
        .where('due', '=', due),
    )
    .map(({ rung }) => rung)
  return rungDue(limit, rungs, on)
}

function remind(tx: Tx, limit: Limit, on: string): boolean {
  const { claim: claimId, rule, due } = limit
  const rung = rungNow(tx, limit, on)
  const claim = findClaim(tx, claimId)
  if (rung === undefined || !claim.ok) return false
  const { language, values } = addressee(tx, claim.value)
  const message = tx.newId()
  const body: EventBody<'claim.message_sent'> = {
    ...{ message, thread: message, from: 'office', language, files: [], on, template: 'deadline_reminder' },
    ...reminderMessage(rung, language, {
      item: deadlineName(rule)[language],
      due,
      ask: addDays(lastDayToAsk(rule, due), 1),
      ...values,
    }),
    reminder: { rule, due, rung },
  }
  tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.message_sent', body })
  return true
}
