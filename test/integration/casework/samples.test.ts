import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOf } from '../../../src/main/appointments/rows.ts'
import { askPartner, ledgerOf } from '../../../src/main/casework/review/partners.ts'
import { judgeSample, sampledDecisions } from '../../../src/main/casework/review/samples.ts'
import { exportSchedule2 } from '../../../src/main/casework/review/schedule2.ts'
import { notesOf } from '../../../src/main/casework/review/view.ts'
import { withdrawClaim } from '../../../src/main/casework/review/withdraw.ts'
import { reopenClaim } from '../../../src/main/claims/reopen.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { changeSettings } from '../../../src/main/office/change-settings.ts'
import { ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { interviewOf } from '../appointments/support.ts'
import { newClaim, type Office, openOffice, referClaim, setClaim } from '../claims/support.ts'
import { caseworkOffice, demoClaim, steps } from './support.ts'

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.store.remove())

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)
const reason = 'as seen in the record'
const supervisor = () => ({ ...office.officer, id: office.store.newId(), roles: ['supervisor' as const] })

test('decisions of the sample go to the list of supervisors, once each, and nobody judges their own', async () => {
  const { tools, officer, store } = office
  const { claimId } = newClaim(office, { familyName: 'Osman' })
  unwrap(referClaim(office, claimId))
  unwrap(changeSettings(tools, officer, { qualitySample: { percent: 0, seed: 'a' } }))
  expect(sampledDecisions(tools)).toEqual([])
  unwrap(changeSettings(tools, officer, { qualitySample: { percent: 100, seed: 'a' } }))
  const [sampled] = sampledDecisions(tools)
  expect(sampled).toMatchObject({ claimId, name: 'OSMAN', outcome: 'referred' })
  const wish = { claimId, decidedAt: sampled?.decidedAt ?? 0, verdict: 'sound' as const, note: reason }
  expect(code(judgeSample(tools, officer, wish))).toBe('review.own_decision')
  expect(code(judgeSample(tools, supervisor(), { ...wish, decidedAt: 1 }))).toBe('review.not_sampled')
  unwrap(judgeSample(tools, supervisor(), wish))
  expect(sampledDecisions(tools)).toMatchObject([{ reviewed: { verdict: 'sound', note: reason } }])
  const before = sampledDecisions(tools)
  await store.rebuild()
  expect(sampledDecisions(tools)).toEqual(before)
})

test('a claim withdrawn after its referral is reinstated by a supervisor as one to be decided; the decision stays as what it was', async () => {
  const { tools, officer, store } = office
  const { claimId } = newClaim(office, { familyName: 'Osman' })
  unwrap(referClaim(office, claimId))
  const on = new Date(store.clock.now()).toISOString().slice(0, 10)
  unwrap(withdrawClaim(tools, officer, { claimId, on, how: 'from_the_board', reason }))
  expect(unwrap(claimView(tools, claimId)).row.state).toBe('withdrawn')
  // It was decided all the same: the sample does not lose it.
  unwrap(changeSettings(tools, officer, { qualitySample: { percent: 100, seed: 'a' } }))
  expect(sampledDecisions(tools)).toMatchObject([{ claimId, outcome: 'referred' }])
  unwrap(reopenClaim(tools, supervisor(), { claimId, reason }))
  const view = unwrap(claimView(tools, claimId))
  expect(view.row.state).toBe('undecided')
  expect(view.withdrawn).toBeUndefined()
  expect(view.earlierDecisions).toMatchObject([{ outcome: 'referred', reopened: { reason } }])
  expect(view.deadlines.every(({ superseded }) => superseded)).toBe(true)
  await store.rebuild()
  expect(unwrap(claimView(tools, claimId))).toEqual(view)
})

test('whoever proposed a decision that another officer confirmed does not judge it either', () => {
  const { tools, officer } = office
  const { claimId } = newClaim(office, { familyName: 'Osman' })
  unwrap(changeSettings(tools, officer, { qualitySample: { percent: 100, seed: 'a' } }))
  unwrap(steps.propose(office, claimId))
  unwrap(steps.confirm(office, claimId))
  const [sampled] = sampledDecisions(tools)
  const wish = { claimId, decidedAt: sampled?.decidedAt ?? 0, verdict: 'sound' as const, note: reason }
  expect(code(judgeSample(tools, officer, wish))).toBe('review.own_decision')
  expect(code(judgeSample(tools, supervisor(), wish))).toBe('ok')
})

test('who takes a claim back is called to nothing any more, and the time is free for somebody else', () => {
  const casework = caseworkOffice()
  const { tools, officer, store } = casework
  const [claimId, other] = [demoClaim(casework, 1, 0), demoClaim(casework, 1, 1)]
  for (const id of [claimId, other]) unwrap(steps.acknowledge(casework, id))
  unwrap(steps.bookLater(casework, claimId))
  const on = new Date(store.clock.now()).toISOString().slice(0, 10)
  unwrap(withdrawClaim(tools, officer, { claimId, on, how: 'in_writing', reason }))
  expect(openOf(store, interviewOf(claimId))).toBeUndefined()
  unwrap(steps.bookLater(casework, other))
})

test('closed notes of an interview stay as they are, though another desk kept them open meanwhile', async () => {
  const { officer, store } = office
  const { claimId } = newClaim(office)
  const notes = store.newId()
  const keep = (state: 'open' | 'closed', text: string) =>
    unwrap(
      store.transact({ actor: officer.id }, (tx) => {
        const body = { notes, template: 't', state, answers: [{ question: 'why', text }], on: '2026-11-23' }
        tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.interview_noted', body })
        return ok(null)
      }),
    )
  keep('open', 'first')
  keep('closed', 'read back')
  keep('open', 'from a desk that had not heard')
  const expected = [{ state: 'closed', answers: [{ question: 'why', text: 'read back' }] }]
  expect(notesOf(store, claimId)).toMatchObject(expected)
  await store.rebuild()
  expect(notesOf(store, claimId)).toMatchObject(expected)
})

test('the ledger says of an exported Schedule 2 what stands in it: needs and detention too, no field that it lacks', () => {
  const { tools, officer } = office
  const { claimId } = newClaim(office, { familyName: 'Osman' })
  unwrap(setClaim(office, claimId, { vulnerability: 'pregnant' }))
  unwrap(referClaim(office, claimId))
  expect(unwrap(exportSchedule2(tools, officer, claimId)).items['16'].needs).toBe('pregnant')
  const [line] = ledgerOf(tools, claimId, unwrap(claimView(tools, claimId)).row.personId)
  expect(line).toMatchObject({ partner: 'irb', purpose: 'referral' })
  expect(line?.fields).toEqual(expect.arrayContaining(['needs', 'detention', 'relatives', 'representative', 'contact']))
  for (const absent of ['aliases', 'citizenships', 'entries'] as const) expect(line?.fields).not.toContain(absent)
})

test('of two answers of a partner that cross, a finding stays', async () => {
  const { tools, officer, store } = office
  const { claimId } = newClaim(office)
  const asked = { claimId, partner: 'rcmp', purpose: 'criminality', fields: ['familyName'] } as const
  unwrap(askPartner(tools, officer, asked))
  const ledger = () => ledgerOf(tools, claimId, unwrap(claimView(tools, claimId)).row.personId)
  const request = ledger()[0]?.request
  const answer = (result: string, note?: string) =>
    unwrap(
      store.transact({ actor: officer.id }, (tx) => {
        const body = { request, result, on: '2026-11-23', ...(note ? { note } : {}) }
        tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.partner_answered', body })
        return ok(null)
      }),
    )
  answer('clear')
  answer('hit', 'a warrant')
  answer('inconclusive')
  expect(ledger()).toMatchObject([{ result: 'hit', note: 'a warrant' }])
  await store.rebuild()
  expect(ledger()).toMatchObject([{ result: 'hit', note: 'a warrant' }])
})
