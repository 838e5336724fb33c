import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, referredClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { borderDesk } from '../../support/set-up.ts'

let test_: TestDesk
beforeAll(async () => {
  test_ = await borderDesk()
})
afterAll(() => test_.close())

const referred = async (familyName: string) => (await referredClaim(test_, familyName)).claimId
const issue = async (claimId: string) => {
  const { documents } = await test_.desk.documents.issue({ claimId, kind: 'RPID' })
  const [paper] = documents
  if (!paper) throw new Error('No paper')
  return paper
}

describe('a spoiled sheet that nothing replaced at once', () => {
  test('is replaced by the next paper under the same number, and leaves what needs attention', async () => {
    const { desk } = test_
    const claimId = await referred('Osman')
    const first = await issue(claimId)
    await desk.documents.spoil({ documentId: first.documentId, reason: 'paper jam', reissue: false })
    expect((await desk.attention()).map(({ kind }) => kind)).toContain('spoiled_not_replaced')
    const second = await issue(claimId)
    expect(second).toMatchObject({ number: first.number, replaces: first.documentId, state: 'reserved' })
    expect(second.stockSerial).not.toBe(first.stockSerial)
    expect((await desk.attention()).map(({ kind }) => kind)).not.toContain('spoiled_not_replaced')
    expect((await desk.claims.search({ text: first.stockSerial ?? '' })).rows.map((row) => row.claimId)).toEqual([
      claimId,
    ])
  })

  test('never goes to the printer again', async () => {
    const { desk, printed } = test_
    const claimId = await referred('Haddad')
    const { documentId } = await issue(claimId)
    await desk.documents.spoil({ documentId, reason: 'smeared', reissue: false })
    const before = printed.length
    expect(await codeOf(desk.documents.print({ documentId }))).toBe('papers.not_in_this_state')
    expect(printed.length).toBe(before)
    for (const call of [desk.documents.sent({ documentId }), desk.documents.confirm({ documentId })])
      expect(await codeOf(call)).toBe('papers.not_in_this_state')
  })
})

describe('when the last sheet is used', () => {
  test('a spoiled one stays spoiled, says why there is no other, and a new delivery goes on from there', async () => {
    const { desk } = test_
    const claimId = await referred('Bah')
    const paper = await issue(claimId)
    const { ready } = await desk.stock.ledger()
    for (const serial of ready) await desk.stock.end({ serial, state: 'returned', reason: 'end of the day' })
    const spoil = desk.documents.spoil({ documentId: paper.documentId, reason: 'paper jam', reissue: true })
    expect(await codeOf(spoil)).toBe('stock.none_ready')
    expect((await desk.claims.get({ claimId })).documents.map(({ state }) => state)).toEqual(['spoiled'])
    await desk.stock.checkOut({ first: 'A0001061', last: 'A0001065' })
    expect(await issue(claimId)).toMatchObject({ number: paper.number, stockSerial: 'A0001061' })
  })
})

describe('the ledger of sheets', () => {
  test('refuses what it does not know, has already, or has given away', async () => {
    const { desk } = test_
    expect(await codeOf(desk.stock.checkOut({ first: 'Z0000001', last: 'Z0000002' }))).toBe('stock.unknown')
    expect(await codeOf(desk.stock.checkOut({ first: 'A0001061', last: 'A0001061' }))).toBe('stock.not_available')
    expect(await codeOf(desk.stock.checkOut({ first: 'A0001070', last: 'A0001066' }))).toBe('stock.range_invalid')
    expect(await codeOf(desk.stock.end({ serial: 'Z0000001', state: 'lost', reason: 'gone' }))).toBe('stock.unknown')
    const issued = (await desk.stock.page({ state: 'issued' })).rows[0]?.serial ?? ''
    expect(await codeOf(desk.stock.end({ serial: issued, state: 'lost', reason: 'gone' }))).toBe('stock.not_available')
  })

  test('counts every sheet once', async () => {
    const { counts } = await test_.desk.stock.ledger()
    expect(Object.values(counts).reduce((a, b) => a + b)).toBe(100)
  })
})

describe('a role that may not', () => {
  test('is refused, and the access log says so, with the action and never a name', async () => {
    const { desk } = test_
    for (const call of [
      desk.stock.receive({ first: 'C0000001', last: 'C0000002' }),
      desk.numbers.import({ text: '{}' }),
      desk.settings.set({ stockWarnAt: 1 }),
      desk.store.accesses({ limit: 5 }),
      desk.officers.enrol({
        userName: 'eve',
        displayName: 'Eve',
        password: 'a sentence of mine',
        roles: ['supervisor'],
        jurisdiction: 'all',
      }),
    ])
      expect(await codeOf(call)).toBe('officers.not_your_role')
    await desk.seat.signOut()
    expect((await desk.seat.signIn({ userName: 'gwen', password: 'correct horse battery' })).phase).toBe('active')
    expect(await codeOf(desk.claims.search({ text: 'osman' }))).toBe('officers.not_your_role')
    await desk.officers.enrol({
      userName: 'ana',
      displayName: 'Ana',
      password: 'temporary sentence',
      roles: ['auditor'],
      jurisdiction: 'all',
    })
    const report = await desk.store.verify()
    expect(report).toMatchObject({ ok: true })
    expect(report.accesses).toBeGreaterThan(5)
  })
})
