import type { Subject } from '../../../shared/domain/event.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { futureRegister } from '../../../shared/record/past.ts'
import type { RecordChanges } from '../../../shared/record/registers.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Tx } from '../../store/types.ts'
import { fieldsOf, valuesOf } from '../fields.ts'
import { present } from '../rows.ts'
import { isSettled } from '../settled.ts'
import { basesFor, dropDrafts, inClaim } from '../take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from '../tools.ts'
import { settleReview } from './review.ts'

/** Commands that fill the record of a claim and correct it. */

interface Change {
  readonly claimId: Uuid
  readonly fields: RecordChanges
  /** Events that the officer saw holding these registers. */
  readonly bases: readonly Uuid[]
}

/**
 * Sets answers and rows. Before a decision anything but what the person sent; after it only what was never said.
 * Errors: claims.future_date, claims.correct_instead, claims.not_in_this_state, desk.not_found.
 */
export function setRecord(
  tools: Tools,
  officer: Officer,
  change: Change & { readonly source: 'typed' | 'paper'; readonly form?: string | undefined },
): Result<ClaimFile> {
  const future = futureRegister(change.fields, today(tools))
  if (future) return fail('claims.future_date', { field: future })
  return inClaim(tools, officer, change.claimId, 'complete', (tx, claim) => {
    const subject: Subject = { kind: 'claim', id: claim.id }
    const held = fieldsOf(tx, subject)
    const settled = isSettled(tx, claim, 'claim')
    for (const name of Object.keys(change.fields)) {
      const field = held[name]
      if (field?.value === undefined) continue
      if (settled || wasSent(tx, field.heads)) return fail('claims.correct_instead')
    }
    const { fields, source, form } = change
    const body = { fields, source, ...(form ? { form } : {}) }
    tx.append({ subject, type: 'claim.record_set', body, bases: basesFor(tools, tx, subject, change) })
    return dropDrafts(tx, claim.id, Object.keys(fields))
  })
}

/**
 * Corrects what the person sent, or what a decision rests on: reason and both values stay in the log.
 * Errors: claims.future_date, claims.nothing_to_correct, claims.not_in_this_state, desk.not_found.
 */
export function correctRecord(
  tools: Tools,
  officer: Officer,
  change: Change & { readonly reason: string; readonly evidence?: string | undefined },
): Result<ClaimFile> {
  const future = futureRegister(change.fields, today(tools))
  if (future) return fail('claims.future_date', { field: future })
  return inClaim(tools, officer, change.claimId, 'amend', (tx, claim) => {
    const { bases, ...why } = change
    return amendRecord(tools, tx, claim, why, bases) ? ok(null) : fail('claims.nothing_to_correct')
  })
}

interface Amendment {
  readonly fields: RecordChanges
  readonly reason: string
  readonly evidence?: string | undefined
  /** What the person sent through the portal to be corrected. */
  readonly correction?: Uuid | undefined
}

/** Writes what differs from what is held, with what was held and what was first sent. Gives whether anything did. */
export function amendRecord(
  tools: Tools,
  tx: Tx,
  claim: ClaimFile,
  { fields: wished, reason, evidence, correction }: Amendment,
  bases: readonly Uuid[],
): boolean {
  const subject: Subject = { kind: 'claim', id: claim.id }
  const held = fieldsOf(tx, subject)
  const values = valuesOf(held)
  const changed = Object.entries(wished).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(values[name] ?? null),
  )
  if (changed.length === 0) return false
  const was = Object.fromEntries(changed.map(([name]) => [name, values[name] ?? null]))
  const sent = Object.fromEntries(
    changed.flatMap(([name]) => {
      const first = sentValue(tx, held[name]?.heads ?? [], name)
      return first === undefined ? [] : [[name, first]]
    }),
  )
  const fields = Object.fromEntries(changed)
  const body = { fields, was, sent, reason, ...present({ evidence, correction }) }
  tx.append({ subject, type: 'claim.record_amended', body, bases: basesFor(tools, tx, subject, { fields, bases }) })
  dropDrafts(tx, claim.id, Object.keys(fields))
  return true
}

interface Body {
  readonly fields?: Readonly<Record<string, unknown>>
  readonly sent?: Readonly<Record<string, unknown>>
  readonly source?: string
  readonly correction?: string
}

/** Did the person send what is held, also where an officer corrected it since? */
const wasSent = (tx: Tx, heads: readonly Uuid[]): boolean =>
  heads.some((head) => {
    const event = tx.event(head)
    const body = event?.body as Body | null
    return event?.type === 'claim.record_amended' || body?.source === 'portal'
  })

/** The value as the person first sent it: what a correction of a correction carries on. */
export function sentValue(tx: Pick<Tx, 'event'>, heads: readonly Uuid[], name: string): unknown {
  for (const head of heads) {
    const body = tx.event(head)?.body as Body | null
    if (body?.sent && name in body.sent) return body.sent[name]
    if (body?.source === 'portal' || body?.correction) return body.fields?.[name]
  }
  return undefined
}

/** A paper claim, or one at the counter, came in on a day. Errors: claims.future_date, claims.not_in_this_state, desk.not_found. */
export function receiveClaim(
  tools: Tools,
  officer: Officer,
  { claimId, on, by }: { readonly claimId: Uuid; readonly on: string; readonly by: 'paper' | 'counter' },
): Result<ClaimFile> {
  if (on > today(tools)) return fail('claims.future_date', { field: 'receivedOn' })
  return inClaim(tools, officer, claimId, 'edit', (tx, claim) => {
    tx.append({ subject: { kind: 'claim', id: claim.id }, type: 'claim.received', body: { on, by } })
    // What was missing when it came in was missing from that day on, whenever that is noted.
    settleReview(tx, claim.id, on)
    return ok(null)
  })
}
