import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ClaimReviewView } from '../../../src/shared/contract/views.ts'
import { addPortrait, codeOf, filledClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { refer } from '../../support/refer.ts'
import { borderDesk } from '../../support/set-up.ts'

let test_: TestDesk
let claimId: string
beforeEach(async () => {
  test_ = await borderDesk()
  claimId = (await filledClaim(test_, 'Osman')).claimId
})
afterEach(() => test_.close())

const reason = 'as seen at the counter'
const lineOf = ({ checklist }: ClaimReviewView, item: string) => checklist.find((line) => line.item === item)
const essentials = { 'record.who.noPassport': 'lost', 'record.boc.noDocuments': 'none' }

describe('a claim under review', () => {
  test('fills its checklist by itself and opens permits and health coverage by one event', async () => {
    const { review, record, portal } = test_.desk
    const before = await review.get({ claimId })
    expect(lineOf(before, 'received')?.state).toBe('missing')
    expect((await test_.desk.casework.head({ claimId })).next).toEqual({ item: 'received' })
    expect(lineOf(before, 'checks')).toMatchObject({ state: 'done', by: 'Amélie Tremblay' })
    expect(before.mayPass).toBe(false)
    expect(await codeOf(review.pass({ claimId }))).toBe('review.incomplete')
    await record.receive({ claimId, on: '2026-11-20', by: 'counter' })
    expect(lineOf(await review.get({ claimId }), 'essentials')).toMatchObject({ state: 'waiting' })
    await record.set({ claimId, fields: essentials, source: 'typed', bases: [] })
    await addPortrait(test_, claimId)
    const ready = await review.get({ claimId })
    expect(ready.mayPass).toBe(true)
    const passed = await review.pass({ claimId })
    expect(passed.standing.map(({ state, since }) => [state, since])).toEqual(
      Array.from({ length: 3 }, () => ['open', '2026-11-23']),
    )
    expect(await codeOf(review.pass({ claimId }))).toBe('review.passed')
    expect((await test_.desk.claims.get({ claimId })).standing).toEqual(passed.standing)
    expect((await portal.asClaimant({ claimId })).view.standing).toEqual(passed.standing)
    const taken = await review.takeBack({ claimId, reason })
    expect(taken.standing.every(({ state }) => state === 'none')).toBe(true)
    expect((await portal.asClaimant({ claimId })).view.standing).toEqual(taken.standing)
    expect(await codeOf(review.takeBack({ claimId, reason }))).toBe('review.not_passed')
  })

  test('asks partners within the table, keeps the ledger of the person, and takes each answer once', async () => {
    const { review, claims } = test_.desk
    const security = { claimId, partner: 'cbsa_screening', purpose: 'security' } as const
    expect(await codeOf(review.ask({ ...security, fields: ['familyName', 'narrative'] }))).toBe('partners.too_much')
    expect((await review.get({ claimId })).ledger).toEqual([])
    const asked = await review.ask({ ...security, fields: ['familyName', 'birthDate'] })
    expect(asked.ledger).toMatchObject([{ state: 'asked', due: '2026-12-23', on: '2026-11-23', consent: 'none' }])
    expect(lineOf(asked, 'partners')).toMatchObject({ state: 'missing', count: 3 })
    expect(await codeOf(review.ask({ ...security, fields: ['familyName'] }))).toBe('partners.asked_already')
    const request = asked.ledger[0]?.request ?? ''
    expect(await codeOf(review.answer({ claimId, request, result: 'hit' }))).toBe('partners.note_needed')
    const answered = await review.answer({ claimId, request, result: 'clear' })
    expect(answered.ledger).toMatchObject([{ state: 'answered', result: 'clear', answeredBy: 'Amélie Tremblay' }])
    expect(await codeOf(review.answer({ claimId, request, result: 'clear' }))).toBe('partners.answered')
    const consentToSharing = { given: false, on: '2026-11-23' }
    await claims.recordAct({ claimId, act: { consentToSharing }, bases: [] })
    const criminality = { claimId, partner: 'rcmp', purpose: 'criminality', fields: ['familyName'] } as const
    expect(await codeOf(review.ask({ ...criminality, fields: ['familyName'] }))).toBe('partners.consent_withdrawn')
    const cited = await review.ask({ ...criminality, fields: ['familyName'], cited: 'Privacy Act, s. 8(2)(e)' })
    expect(cited.ledger[0]).toMatchObject({ authority: 'Privacy Act, s. 8(2)(e)', consent: 'withdrawn' })
  })

  test('keeps the notes of an interview: suspended with the reason, resumed, closed for good', async () => {
    const { review } = test_.desk
    const answers = [{ question: 'why', text: 'They came at night.' }]
    const bad = review.note({ claimId, state: 'open', answers: [{ question: 'colour', text: 'blue' }] })
    expect(await codeOf(bad)).toBe('desk.bad_input')
    const begun = await review.note({ claimId, state: 'open', answers })
    const notes = begun.notes[0]?.notes ?? ''
    expect(lineOf(begun, 'interview')?.state).toBe('missing')
    expect(await codeOf(review.note({ claimId, state: 'open', answers: [] }))).toBe('review.notes_open')
    expect(await codeOf(review.note({ claimId, notes, state: 'suspended', answers }))).toBe('review.reason_needed')
    const suspended = await review.note({ claimId, notes, state: 'suspended', answers, reason: 'the interpreter left' })
    expect(suspended.notes).toMatchObject([{ state: 'suspended', reason: 'the interpreter left' }])
    await review.note({ claimId, notes, state: 'open', answers })
    const more = [...answers, { question: 'closing', text: 'Read back.' }]
    const closed = await review.note({ claimId, notes, state: 'closed', answers: more })
    expect(closed.notes).toMatchObject([{ state: 'closed', answers: more }])
    expect(lineOf(closed, 'interview')).toMatchObject({ state: 'done', by: 'Amélie Tremblay' })
    expect(await codeOf(review.note({ claimId, notes, state: 'open', answers }))).toBe('review.notes_closed')
  })
})

describe('a withdrawn claim', () => {
  const withdraw = (on = '2026-11-23') => test_.desk.review.withdraw({ claimId, on, how: 'in_writing', reason })

  test('ends: nothing is decided, the order is in force the same day, and the person reads it', async () => {
    const { claims, portal, eligibility } = test_.desk
    const departureOrder = { on: '2026-11-21', by: 'minister_delegate', conditional: true } as const
    await claims.recordAct({ claimId, act: { departureOrder }, bases: [] })
    expect(await codeOf(withdraw('2026-11-24'))).toBe('claims.future_date')
    const view = await withdraw()
    expect(view.row.state).toBe('withdrawn')
    expect(view.withdrawn).toMatchObject({ on: '2026-11-23', how: 'in_writing', reason, by: 'Amélie Tremblay' })
    // IRPA s. 49(2) since 2026-03-26: the day of the notice; thirty days to leave from it.
    expect(view.deadlines).toMatchObject([{ due: '2026-11-23', effect: true }, { due: '2026-12-23' }])
    expect(await codeOf(withdraw())).toBe('claims.not_in_this_state')
    expect(await codeOf(eligibility.decide({ claimId, outcome: 'undecided' }))).toBe('claims.not_in_this_state')
    expect((await portal.asClaimant({ claimId })).view).toMatchObject({ status: 'withdrawn' })
  })

  test('after its referral keeps the decision in the record; only a supervisor reinstates it', async () => {
    await refer(test_.desk, claimId)
    await withdraw()
    expect(await codeOf(test_.desk.claims.reopen({ claimId, reason }))).toBe('officers.not_your_role')
  })
})
