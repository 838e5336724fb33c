import { beforeEach, describe, expect, test } from 'vitest'
import type { ClaimView } from '../../../src/shared/contract/views.ts'
import { codeOf, filledClaim, referredClaim } from '../../support/claims.ts'
import { refer } from '../../support/refer.ts'
import { enrol, firstSignIn, ownPassword, type Seat, seatOfGwen } from '../seat/kit.ts'

let seat: Seat
beforeEach(async () => {
  const gwen = await seatOfGwen()
  seat = gwen.seat
  await seat.desk.stock.receive({ first: 'A0001001', last: 'A0001020' })
  const claire = await enrol(seat, 'claire', 'supervisor')
  const amelie = await enrol(seat, 'amelie', 'border_officer')
  await seat.desk.seat.signOut()
  await firstSignIn(seat, 'claire', claire.secrets.totpSecret)
  await seat.desk.seat.signOut()
  await firstSignIn(seat, 'amelie', amelie.secrets.totpSecret)
  await seat.desk.stock.checkOut({ first: 'A0001001', last: 'A0001010' })
})

const comes = async (userName: 'claire' | 'amelie') => {
  await seat.desk.seat.lock()
  await seat.desk.seat.signIn({ userName, password: ownPassword })
}
const reason = 'The brother’s residence was confirmed after the decision.'
const dayOf = async (claimId: string) => (await seat.desk.claims.get({ claimId })).row.claimDate
const dues = ({ deadlines }: ClaimView, superseded: boolean) =>
  deadlines.filter((due) => (due.superseded ?? false) === superseded).map(({ rule }) => rule)

async function issued(familyName: string) {
  const { desk } = seat
  const { claimId } = await referredClaim(seat, familyName)
  const documentId = (await desk.documents.issue({ claimId, kind: 'RPID' })).documents[0]?.documentId ?? ''
  await desk.documents.print({ documentId })
  const view = await desk.documents.confirm({ documentId })
  return { claimId, documentId, view, number: view.documents[0]?.number ?? '' }
}

describe('a decided claim', () => {
  test('is reopened by a supervisor alone, and only once it is decided', async () => {
    const { desk } = seat
    const { claimId } = await referredClaim(seat, 'Reach')
    const open = await filledClaim(seat, 'Undecided')
    expect(await codeOf(desk.claims.reopen({ claimId, reason }))).toBe('officers.not_your_role')
    await comes('claire')
    expect(await codeOf(desk.claims.reopen({ claimId: open.claimId, reason }))).toBe('claims.not_in_this_state')
    expect(await codeOf(desk.claims.reopen({ claimId, reason }))).toBe('accepted')
  })

  test('can be decided again; the first decision, its reason and its deadlines stay in the record', async () => {
    const { desk } = seat
    const { claimId } = await referredClaim(seat, 'Again')
    const before = await desk.claims.get({ claimId })
    await comes('claire')
    const view = await desk.claims.reopen({ claimId, reason })
    expect(view.row.state).toBe('undecided')
    expect(view.decision).toBeUndefined()
    expect(view.row.nextDeadline).toBeUndefined()
    expect(view.earlierDecisions).toMatchObject([
      { outcome: 'referred', reason: 'as seen', by: 'Officer amelie', reopened: { reason, by: 'Officer claire' } },
    ])
    expect(dues(view, true)).toEqual(dues(before, false))
    expect(dues(view, false)).toEqual([])
    expect(view.settled).toEqual({ identity: false, facts: false })
    await comes('amelie')
    await desk.eligibility.override({ claimId, rule: 'irpa.101.1.c', to: 'not_met', reason: 'seen the file' })
    const again = await refer(desk, claimId, 'confirmed')
    expect(again.decision?.reason).toBe('confirmed')
    expect(again.earlierDecisions).toHaveLength(1)
    expect(dues(again, true)).toEqual(dues(before, false))
    expect(again.row.nextDeadline).toBe(before.row.nextDeadline)
    const said = (await desk.claims.timeline({ claimId })).map(({ type }) => type)
    const decisions = said.filter((type) => type === 'claim.decided' || type === 'claim.reopened')
    expect(decisions).toEqual(['claim.decided', 'claim.reopened', 'claim.decided'])
    const { counts } = await desk.today()
    expect([counts.referred, counts.undecided]).toEqual([1, 0])
  })
})

describe('the document issued on a decision that is reopened', () => {
  test('must be spoken of: nothing is reopened until somebody says what becomes of it', async () => {
    const { claimId, number } = await issued('Silent')
    await comes('claire')
    await expect(seat.desk.claims.reopen({ claimId, reason })).rejects.toMatchObject({
      data: { code: 'claims.document_undecided', params: { number } },
    })
    expect((await seat.desk.claims.get({ claimId })).row.state).toBe('referred')
  })

  test('is revoked, and after the next decision another number takes its place', async () => {
    const { desk } = seat
    const { claimId, number } = await issued('Revoked')
    await comes('claire')
    const view = await desk.claims.reopen({ claimId, reason, document: 'revoke', returned: true })
    expect(view.documents[0]).toMatchObject({ state: 'revoked', revocation: { why: 'reopened', returned: true } })
    expect(view.row.documentNumber).toBeUndefined()
    await refer(desk, claimId, 'confirmed')
    const [next] = (await desk.documents.issue({ claimId, kind: 'RPID' })).documents
    expect(next?.replacesNumber).toBe(number)
    expect(next?.number).not.toBe(number)
  })

  test('is kept: the person’s identity stays settled, and no second document is issued', async () => {
    const { desk } = seat
    const { claimId } = await issued('Kept')
    await comes('claire')
    const view = await desk.claims.reopen({ claimId, reason, document: 'keep' })
    expect(view.documents[0]?.state).toBe('confirmed')
    expect(view.settled).toEqual({ identity: true, facts: false })
    const rename = desk.claims.setPerson({ claimId, fields: { familyName: 'Other' }, bases: [] })
    expect(await codeOf(rename)).toBe('claims.correct_instead')
    await refer(desk, claimId, 'confirmed')
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'RPID' }))).toBe('papers.already_issued')
  })

  test('is spoken of also where the claim was withdrawn after its referral and is reinstated', async () => {
    const { desk } = seat
    const { claimId, number } = await issued('Withdrawn')
    const { withdrawn } = await desk.review.withdraw({ claimId, on: await dayOf(claimId), how: 'in_writing', reason })
    expect(withdrawn).toMatchObject({ reason })
    await comes('claire')
    expect(await codeOf(desk.claims.reopen({ claimId, reason }))).toBe('claims.document_undecided')
    expect((await desk.claims.get({ claimId })).row.state).toBe('withdrawn')
    const view = await desk.claims.reopen({ claimId, reason, document: 'revoke', returned: true })
    expect(view.row.state).toBe('undecided')
    expect(view.documents[0]).toMatchObject({ state: 'revoked', revocation: { why: 'reopened', returned: true } })
    const [said] = (await desk.claims.timeline({ claimId })).filter(({ type }) => type === 'claim.reinstated')
    expect(said?.text.en).toContain(`Document ${number} revoked`)
  })
})
