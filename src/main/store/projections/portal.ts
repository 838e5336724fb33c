import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { query } from '../query.ts'
import type { PortalTables } from '../tables/portal.ts'
import type { ProjectionTx } from '../types.ts'
import { projection, touchClaim } from './projection.ts'

/** What came through the portal, and the messages of each claim. */
export const portalProjection = projection({
  name: 'portal',
  tables: ['portal_claim', 'portal_item', 'message', 'unreachable'],
  erase({ kind, id }, tx) {
    if (kind !== 'claim') return
    for (const table of ['portal_claim', 'portal_item', 'message', 'unreachable'] as const)
      tx.run(query.deleteFrom(table).where('claim', '=', id))
  },
  on: {
    'claim.sent': ({ subject }, { account, draft, language, document, people, on }, tx) => {
      const row = { account, draft, language, document: JSON.stringify(document), people, sent_on: on }
      tx.run(
        query
          .insertInto('portal_claim')
          .values({ claim: subject.id, ...row })
          .onConflict((conflict) => conflict.column('claim').doUpdateSet(row)),
      )
    },
    'claim.evidence_sent': (event, body, tx) => {
      if (body.replaces) settleItem(tx, event.subject.id, body.replaces, { state: 'replaced', answered_on: body.on })
      addItem(event, tx, 'evidence', body.item, body)
    },
    'claim.photo_sent': (event, body, tx) => addItem(event, tx, 'photo', body.item, body),
    'claim.sent_item_refused': (event, { item, code, on }, tx) =>
      settleItem(tx, event.subject.id, item, { state: 'declined', reason: code, answered_on: on }),
    'claim.correction_sent': (event, body, tx) => addItem(event, tx, 'correction', body.correction, body),
    'claim.correction_answered': (event, { correction, answer, reason, on }, tx) => {
      const answered = { state: answer, answered_by: event.actor, reason: reason ?? null, answered_on: on }
      settleItem(tx, event.subject.id, correction, answered)
    },
    'photo.submitted': (_event, { source, of, file, on }, tx) => {
      if (source !== 'portal' || of.kind !== 'claim') return
      // The picture that was sent is a photo now, like any other.
      tx.run(
        query
          .updateTable('portal_item')
          .set({ state: 'taken', answered_on: on })
          .where('claim', '=', of.claim)
          .where('kind', '=', 'photo')
          .where('state', '=', 'waiting')
          .where('body', 'like', `%"${file.sha256}"%`),
      )
    },
    'claim.message_sent': (event, body, tx) => {
      touchClaim(tx, event.subject.id, event)
      const { message, thread, from, language, subject, text, template, files, action, on } = body
      const row = { sent_on: on, language, subject, text, template: template ?? null, files: JSON.stringify(files) }
      tx.run(
        query
          .insertInto('message')
          .values({
            ...{ n: event.position, claim: event.subject.id, message, thread, sender: from, at_ms: event.at, ...row },
            officer: from === 'office' ? event.actor : null,
            action: action?.what ?? null,
            due: action?.due ?? null,
            ...{ read_on: null, acknowledged_on: null, settled_on: null },
          })
          .onConflict((conflict) => conflict.columns(['claim', 'message']).doNothing()),
      )
    },
    'claim.messages_read': ({ subject }, { messages, by, on }, tx) => {
      tx.run(
        query
          .updateTable('message')
          .set({ read_on: on })
          .where('claim', '=', subject.id)
          .where('message', 'in', messages)
          .where('sender', '=', by === 'office' ? 'claimant' : 'office')
          .where('read_on', 'is', null),
      )
    },
    'claim.action_acknowledged': ({ subject }, { message, on }, tx) =>
      setMessage(tx, subject.id, message, { acknowledged_on: on }),
    'claim.action_settled': ({ subject }, { message, on }, tx) =>
      setMessage(tx, subject.id, message, { settled_on: on }),
    'claim.mail_failed': (event, { how, code, message, on }, tx) => {
      touchClaim(tx, event.subject.id, event)
      const row = { since: on, how, code: code ?? null, message: message ?? null }
      tx.run(
        query
          .insertInto('unreachable')
          .values({ claim: event.subject.id, ...row })
          .onConflict((conflict) => conflict.column('claim').doNothing()),
      )
    },
    'claim.reached_again': (event, _body, tx) => {
      touchClaim(tx, event.subject.id, event)
      tx.run(query.deleteFrom('unreachable').where('claim', '=', event.subject.id))
    },
  },
})

function addItem(
  event: LoggedEvent,
  tx: ProjectionTx,
  kind: PortalTables['portal_item']['kind'],
  item: string,
  body: unknown,
): void {
  touchClaim(tx, event.subject.id, event)
  const row = { kind, body: JSON.stringify(body), state: 'waiting' as const }
  tx.run(
    query
      .insertInto('portal_item')
      .values({
        ...{ n: event.position, claim: event.subject.id, item, ...row },
        ...{ answered_by: null, reason: null, answered_on: null },
      })
      .onConflict((conflict) => conflict.columns(['claim', 'item']).doNothing()),
  )
}

export const settleItem = (
  tx: ProjectionTx,
  claim: string,
  item: string,
  set: Partial<Pick<PortalTables['portal_item'], 'state' | 'answered_by' | 'reason' | 'answered_on'>>,
): void => {
  tx.run(query.updateTable('portal_item').set(set).where('claim', '=', claim).where('item', '=', item))
}

const setMessage = (
  tx: ProjectionTx,
  claim: string,
  message: string,
  set: { readonly acknowledged_on?: string; readonly settled_on?: string },
): void => {
  tx.run(query.updateTable('message').set(set).where('claim', '=', claim).where('message', '=', message))
}
