import type { DeadlineView } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { isOpen } from '../../shared/domain/deadlines.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { deadline, extensionProblem, isExtendable, lastDayToAsk } from '../../shared/rules/index.ts'
import { deadlineSettingsOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { deadlineBodyOf } from './deadlines.ts'
import { heldDeadline } from './received.ts'
import { present } from './rows.ts'
import { inClaim } from './take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from './tools.ts'

/** Limits that move: an extension that was asked for in time, and the day that an officer sets inland. */

/**
 * Gives more time. Errors: claims.deadline_unknown (none runs), claims.extension_none (this one cannot be moved),
 * claims.future_date, claims.extension_late (asked for after the last day to ask), claims.extension_not_later.
 */
export function extendDeadline(
  tools: Tools,
  officer: Officer,
  { claimId, ...wish }: { claimId: Uuid } & Omit<EventBody<'claim.deadline_extended'>, 'from'>,
): Result<ClaimFile> {
  const now = today(tools)
  return inClaim(tools, officer, claimId, 'meet_deadline', (tx) => {
    const held = heldDeadline(tx, claimId, wish.rule)
    if (!held || !isOpen(held)) return fail('claims.deadline_unknown')
    switch (extensionProblem(held, { ...wish, today: now })) {
      case 'not_extendable':
        return fail('claims.extension_none')
      case 'asked_ahead':
        return fail('claims.future_date', { field: 'askedOn' })
      case 'asked_late':
        return fail('claims.extension_late', { last: lastDayToAsk(held.rule, held.due) })
      case 'not_later':
        return fail('claims.extension_not_later', { due: held.due })
    }
    const body = { ...wish, from: held.due }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.deadline_extended', body })
    return ok(null)
  })
}

/**
 * Takes down that more time was asked for, on which day and by whom; whoever answers for deadlines gives it or declines.
 * Asked for late it is taken down too: that it came late is the answer's to say. Errors: claims.deadline_unknown (none
 * runs), claims.extension_none (this one cannot be moved), claims.future_date, claims.extension_open (one waits already).
 */
export function askExtension(
  tools: Tools,
  officer: Officer,
  { claimId, ...wish }: { claimId: Uuid } & Omit<EventBody<'claim.extension_asked'>, 'request'>,
): Result<ClaimFile> {
  if (wish.on > today(tools)) return fail('claims.future_date', { field: 'on' })
  return inClaim(tools, officer, claimId, 'meet_deadline', (tx) => {
    const held = heldDeadline(tx, claimId, wish.rule)
    if (!held || !isOpen(held)) return fail('claims.deadline_unknown')
    if (!isExtendable(wish.rule)) return fail('claims.extension_none')
    if (openRequests(tx, claimId).some(({ rule }) => rule === wish.rule)) return fail('claims.extension_open')
    const body = { request: tx.newId(), ...wish }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.extension_asked', body })
    return ok(null)
  })
}

/** Gives no more time, with the reason. Errors: claims.extension_unknown (nothing of the kind waits for an answer). */
export function declineExtension(
  tools: Tools,
  officer: Officer,
  { claimId, request, reason }: { claimId: Uuid; request: Uuid; reason: string },
): Result<ClaimFile> {
  return inClaim(tools, officer, claimId, 'meet_deadline', (tx) => {
    const asked = openRequests(tx, claimId).find((each) => each.request === request)
    if (!asked) return fail('claims.extension_unknown')
    const body = { request, rule: asked.rule, reason, on: today(tools) }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.extension_declined', body })
    return ok(null)
  })
}

/** What was asked for and nobody answered, the oldest first. */
const openRequests = (reader: Reader, claimId: Uuid) =>
  reader.all(
    query
      .selectFrom('extension_request')
      .select(['request', 'rule', 'wished', 'asker', 'reason', 'asked_on'])
      .where('claim', '=', claimId)
      .where('state', '=', 'open')
      .orderBy('n'),
  )

/** The limits as the claim's row holds them, with what more time was asked for of those that run. */
export function deadlineViews(reader: Reader, claimId: Uuid, held: string): DeadlineView[] {
  const asked = openRequests(reader, claimId)
  return (JSON.parse(held) as DeadlineView[]).map((deadline) => {
    const one = isOpen(deadline) && asked.find(({ rule }) => rule === deadline.rule)
    if (!one) return deadline
    const { request, asker: by, reason, asked_on: on, wished } = one
    return { ...deadline, asked: { request, by, on, reason, ...present({ to: wished }) } }
  })
}

/**
 * Sets until when the Basis of Claim Form of a claim made inland is due: the regulations leave it to the officer, who
 * cannot go past the day of the decision (IRPR s. 159.8(1)). Set anew it can only be later, before its day has passed.
 * Errors: claims.not_inland, claims.not_in_this_state (decided), portal.due_past, claims.extension_not_later,
 * claims.extension_late.
 */
export function setBocDate(
  tools: Tools,
  officer: Officer,
  { claimId, due, reason }: { claimId: Uuid; due: string; reason: string },
): Result<ClaimFile> {
  const now = today(tools)
  return inClaim(tools, officer, claimId, 'edit', (tx) => {
    const row = tx.first(query.selectFrom('claim').select('channel').where('id', '=', claimId))
    if (row?.channel !== 'inland') return fail('claims.not_inland')
    if (due < now) return fail('portal.due_past', { due })
    const before = heldDeadline(tx, claimId, 'boc.inland')
    if (before && before.due < now) return fail('claims.extension_late', { last: before.due })
    if (before && due <= before.due) return fail('claims.extension_not_later', { due: before.due })
    const counted = deadlineBodyOf(deadline('boc.inland', now, deadlineSettingsOf(tx)))
    const body = { deadline: { ...counted, due }, reason }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.deadline_set', body })
    return ok(null)
  })
}
