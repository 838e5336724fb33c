import type { HeldDeadline } from '../../../shared/domain/deadlines.ts'
import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { inBacklog } from '../../../shared/domain/states.ts'
import { query } from '../query.ts'
import type { CaseworkTables } from '../tables/casework.ts'
import type { ProjectionTx } from '../types.ts'
import { projection, touchClaim } from './projection.ts'

/** The limits of claims one by one, and the reminders that went out. It reads the row of the claim: it comes after. */
export const deadlinesProjection = projection({
  name: 'deadlines',
  version: 4,
  tables: ['claim_limit', 'deadline_reminder', 'extension_request'],
  erase({ kind, id }, tx) {
    if (kind !== 'claim') return
    tx.run(query.deleteFrom('claim_limit').where('claim', '=', id))
    tx.run(query.deleteFrom('deadline_reminder').where('claim', '=', id))
    tx.run(query.deleteFrom('extension_request').where('claim', '=', id))
  },
  on: {
    'claim.received': (event, _body, tx) => follow(tx, event),
    'claim.review_paused': (event, _body, tx) => follow(tx, event),
    'claim.review_resumed': (event, _body, tx) => follow(tx, event),
    'claim.ineligibility_proposed': (event, _body, tx) => follow(tx, event),
    'claim.decided': (event, { decisionDate, outcome }, tx) =>
      follow(tx, event, { on: decisionDate, ...(inBacklog(outcome) ? {} : { decided: true }) }),
    'claim.reopened': (event, _body, tx) => follow(tx, event),
    'claim.withdrawn': (event, { on }, tx) => follow(tx, event, { on }),
    'claim.reinstated': (event, _body, tx) => follow(tx, event),
    'claim.deadline_met': (event, _body, tx) => follow(tx, event),
    'claim.deadline_reopened': (event, _body, tx) => follow(tx, event),
    'claim.deadline_extended': (event, { rule }, tx) => {
      follow(tx, event)
      answer(tx, { state: 'given' }, { claim: event.subject.id, rule })
    },
    'claim.extension_asked': (event, { request, rule, to, by, reason, on }, tx) => {
      touchClaim(tx, event.subject.id, event)
      const asked = { request, rule, wished: to ?? null, asker: by, reason, asked_on: on }
      tx.run(
        query
          .insertInto('extension_request')
          .values({ n: event.position, claim: event.subject.id, ...asked, state: 'open' })
          .onConflict((conflict) => conflict.column('request').doNothing()),
      )
    },
    'claim.extension_declined': (event, { request }, tx) => {
      touchClaim(tx, event.subject.id, event)
      answer(tx, { state: 'declined' }, { claim: event.subject.id, request })
    },
    'claim.deadline_set': (event, _body, tx) => follow(tx, event),
    'claim.detention_recorded': (event, _body, tx) => follow(tx, event),
    'claim.act_withdrawn': (event, _body, tx) => follow(tx, event),
    // Another office answers for them now.
    'claim.moved_out': ({ subject }, { on }, tx) => {
      const open = query.updateTable('claim_limit').set({ state: 'ended', ended_on: on })
      tx.run(open.where('claim', '=', subject.id).where('state', '=', 'open'))
    },
    'claim.moved_in': (event, _body, tx) => follow(tx, event),
    'claim.message_sent': ({ subject }, { reminder, on }, tx) => {
      if (!reminder) return
      tx.run(
        query
          .insertInto('deadline_reminder')
          .values({ claim: subject.id, ...reminder, sent_on: on })
          .onConflict((conflict) => conflict.doNothing()),
      )
    },
  },
})

/** The first answer counts: what was given or declined stays so. */
function answer(
  tx: ProjectionTx,
  set: Pick<CaseworkTables['extension_request'], 'state'>,
  { claim, ...which }: { readonly claim: string; readonly rule?: string; readonly request?: string },
): void {
  const open = query.updateTable('extension_request').set(set).where('claim', '=', claim).where('state', '=', 'open')
  const [name, value] = which.request ? (['request', which.request] as const) : (['rule', which.rule ?? ''] as const)
  tx.run(open.where(name, '=', value))
}

type Row = CaseworkTables['claim_limit']

/**
 * The rows of a claim follow its limits. One that is gone was met where the decision is what it waited for, and counts
 * no more otherwise, from the day on which that was said.
 */
function follow(
  tx: ProjectionTx,
  { subject: { id: claim }, at }: LoggedEvent,
  said: { readonly on?: string; readonly decided?: true } = {},
): void {
  const held = tx.first(query.selectFrom('claim').select('deadlines').where('id', '=', claim))
  if (!held) return
  const on = said.on ?? new Date(at).toISOString().slice(0, 10)
  const before = tx.all(query.selectFrom('claim_limit').selectAll().where('claim', '=', claim))
  const key = ({ rule, counted_from }: Row) => `${rule} ${counted_from}`
  const ended = new Map(before.filter(({ state }) => state === 'ended').map((row) => [key(row), row.ended_on]))
  const limits = (JSON.parse(held.deadlines) as HeldDeadline[]).filter(({ effect }) => !effect)
  // One of a decision that was set aside may count from the same day as the one that runs now: that one is the row.
  const rows = limits
    .toSorted((a, b) => Number(b.superseded ?? false) - Number(a.superseded ?? false))
    .map((limit) => rowOf(claim, limit))
  for (const row of rows)
    put(
      tx,
      row.state === 'ended' ? { ...row, ended_on: ended.has(key(row)) ? (ended.get(key(row)) ?? null) : on } : row,
    )
  const kept = new Set(rows.map(key))
  for (const row of before) {
    if (kept.has(key(row)) || row.state !== 'open') continue
    const done = row.rule === 'officer.review' && said.decided
    put(tx, { ...row, ...(done ? { state: 'met', met: on } : { state: 'ended', ended_on: on }) })
  }
}

const rowOf = (claim: string, { rule, trigger, due, original, met, superseded }: HeldDeadline): Row => ({
  claim,
  rule,
  counted_from: trigger ?? '',
  due,
  original: original ?? null,
  met: met ?? null,
  state: met ? 'met' : superseded ? 'ended' : 'open',
  ended_on: null,
})

function put(tx: ProjectionTx, row: Row): void {
  const { claim: _, rule: __, counted_from: ___, ...set } = row
  tx.run(
    query
      .insertInto('claim_limit')
      .values(row)
      .onConflict((conflict) => conflict.columns(['claim', 'rule', 'counted_from']).doUpdateSet(set)),
  )
}
