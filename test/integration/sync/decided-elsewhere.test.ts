import { afterEach, expect, test } from 'vitest'
import { withdrawClaim } from '../../../src/main/casework/review/withdraw.ts'
import { reopenClaim } from '../../../src/main/claims/reopen.ts'
import { today } from '../../../src/main/claims/tools.ts'
import { upholdPaper } from '../../../src/main/documents/in-doubt.ts'
import { attentionItems } from '../../../src/main/office/today.ts'
import { query } from '../../../src/main/store/query.ts'
import { markSeen } from '../../../src/main/sync/troubles.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { pullAll, pushAll } from '../../support/sync/exchange.ts'
import { twoDesksOfLacolle } from '../../support/sync/lacolle.ts'
import { reserve } from '../claims/random-history.ts'
import { newClaim, type Office, referClaim, setClaim } from '../claims/support.ts'

const open: Office[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})

/** Two desks of Lacolle that know of one claim, and their central. */
async function twoDesks() {
  const { service, a, b } = twoDesksOfLacolle(open)
  const { claimId } = newClaim(a, { familyName: 'Osman' })
  unwrap(setClaim(a, claimId, { phone: '514 555 0199' }))
  pushAll(a.store, service)
  await pullAll(b.store, service)
  return { service, a, b, claimId }
}

test('a claim that two desks decided without a network: the first stands, the second desk is told, with the paper that rests on it', async () => {
  const { service, a, b, claimId } = await twoDesks()
  unwrap(referClaim(a, claimId))
  unwrap(referClaim(b, claimId))
  unwrap(reserve(b, claimId))
  pushAll(a.store, service)
  pushAll(b.store, service)
  for (const { store } of [a, b]) await pullAll(store, service)
  const told = ({ tools }: Office) =>
    attentionItems(tools).filter(({ kind }) => kind === 'settled_otherwise' || kind === 'paper_in_doubt')
  expect(told(a)).toEqual([])
  expect(told(b).map(({ kind, claimId: about, person }) => ({ kind, about, person }))).toEqual(
    expect.arrayContaining([
      { kind: 'settled_otherwise', about: claimId, person: 'OSMAN' },
      { kind: 'paper_in_doubt', about: claimId, person: 'OSMAN' },
    ]),
  )
  const seen = told(b).find(({ kind }) => kind === 'settled_otherwise')?.event ?? ''
  unwrap(markSeen(b.store, b.officer.id, seen))
  // A paper in the world does not go away by being looked at.
  const [doubt, ...rest] = told(b)
  expect(rest).toEqual([])
  expect(doubt).toMatchObject({ kind: 'paper_in_doubt', reach: { phone: '514 555 0199' } })
  const documentId = doubt?.paper?.documentId ?? ''
  const reason = 'both desks referred it on the same facts'
  unwrap(upholdPaper(b.tools, b.officer, { documentId, reason }))
  expect(told(b)).toEqual([])
  expect(upholdPaper(b.tools, b.officer, { documentId, reason })).toMatchObject({
    failure: { code: 'papers.not_in_doubt' },
  })
})

test('a paper that nobody doubts cannot be upheld', async () => {
  const { b, claimId } = await twoDesks()
  unwrap(referClaim(b, claimId))
  unwrap(reserve(b, claimId))
  const documentId = b.store.all(query.selectFrom('document').select('id'))[0]?.id ?? ''
  expect(upholdPaper(b.tools, b.officer, { documentId, reason: 'why not' })).toMatchObject({
    failure: { code: 'papers.not_in_doubt' },
  })
})

test('a decision that was seen can be reopened and taken again at the other desk', async () => {
  const { service, a, b, claimId } = await twoDesks()
  unwrap(referClaim(a, claimId))
  pushAll(a.store, service)
  await pullAll(b.store, service)
  const supervisor = { ...b.officer, roles: ['supervisor'] as const }
  unwrap(reopenClaim(b.tools, supervisor, { claimId, reason: 'new facts' }))
  unwrap(referClaim(b, claimId))
  pushAll(b.store, service)
  await pullAll(a.store, service)
  expect(service.rows().filter(({ verdict }) => verdict === 'superseded')).toEqual([])
  expect(attentionItems(a.tools).filter(({ kind }) => kind === 'settled_otherwise')).toEqual([])
})

test('limits that run again after a withdrawal do so at both desks, also where the reinstatement is undone and applied anew', async () => {
  const { service, a, b, claimId } = await twoDesks()
  const reason = 'as said at the counter'
  const on = today(b.tools)
  const words = { en: 'Medical examination', fr: 'Examen médical' }
  const deadline = {
    rule: 'medical.exam',
    due: '2027-01-15',
    trigger: on,
    label: words,
    citation: words,
    source: 'LAW',
  }
  unwrap(
    b.store.transact({ actor: b.officer.id }, (tx) => {
      tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.deadline_set', body: { deadline, reason } })
      return ok(null)
    }),
  )
  unwrap(withdrawClaim(b.tools, b.officer, { claimId, on, how: 'in_writing', reason }))
  unwrap(reopenClaim(b.tools, { ...b.officer, roles: ['supervisor'] }, { claimId, reason }))
  unwrap(setClaim(a, claimId, { phone: '514 555 0200' }))
  pushAll(a.store, service)
  await pullAll(b.store, service)
  pushAll(b.store, service)
  for (const { store } of [a, b]) await pullAll(store, service)
  const limits = ({ store }: Office) =>
    store.all(query.selectFrom('claim_limit').selectAll().where('claim', '=', claimId))
  const due = ({ store }: Office) =>
    store.all(query.selectFrom('claim').select(['state', 'deadlines', 'next_deadline']).where('id', '=', claimId))
  expect(limits(b)).toMatchObject([{ rule: 'medical.exam', state: 'open' }])
  expect([limits(a), due(a)]).toEqual([limits(b), due(b)])
})
