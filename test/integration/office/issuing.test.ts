import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPortrait, codeOf, filledClaim, referredClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { refer } from '../../support/refer.ts'
import { borderDesk } from '../../support/set-up.ts'

let border: TestDesk
beforeAll(async () => {
  border = await borderDesk()
})
afterAll(() => border.close())

/** Lets a call begin and wait for the portrait to be decoded, which happens in another thread. */
const begun = () => new Promise((resolve) => setImmediate(resolve))

/** An officer's findings that make the claim ineligible: it may be made, nothing suspends it, an earlier one was withdrawn. */
async function giveGround(claimId: string): Promise<void> {
  const { override } = border.desk.eligibility
  for (const rule of ['irpa.99.3', 'irpa.100.2'])
    await override({ claimId, rule, to: 'not_met', reason: 'checked in the record' })
  await override({ claimId, rule: 'irpa.101.1.c', to: 'met', reason: 'withdrawn in 2019' })
}

describe('a paper says what its record says', () => {
  test('a letter is not issued when the claim is decided while its page is made', async () => {
    const { desk } = border
    const { claimId } = await filledClaim(border, 'Racer')
    await addPortrait(border, claimId)
    await giveGround(claimId)
    await desk.eligibility.decide({ claimId, outcome: 'undecided' })
    const issuing = codeOf(desk.documents.issue({ claimId, kind: 'acknowledgement' }))
    await begun()
    await refer(desk, claimId)
    expect(await issuing).toBe('papers.changed_meanwhile')
    expect((await desk.claims.get({ claimId })).documents).toEqual([])
  })

  test('nor with the former name or photo when these change meanwhile; the next try prints the new ones', async () => {
    const { desk } = border
    const { claimId } = await filledClaim(border, 'Before')
    await addPortrait(border, claimId)
    await desk.eligibility.decide({ claimId, outcome: 'undecided' })
    const issuing = codeOf(desk.documents.issue({ claimId, kind: 'acknowledgement' }))
    await begun()
    await desk.claims.setPerson({ claimId, fields: { familyName: 'After' }, bases: [] })
    expect(await issuing).toBe('papers.changed_meanwhile')
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'acknowledgement' }))).toBe('accepted')
  })
})

test('a person with two claims holds one document', async () => {
  const { desk } = border
  const first = await referredClaim(border, 'Twice')
  const number = (await desk.documents.issue({ claimId: first.claimId, kind: 'RPID' })).documents[0]?.number
  const second = await filledClaim(border, 'Twice')
  await desk.claims.candidates({ claimId: second.claimId })
  await desk.claims.samePerson({ claimId: second.claimId, personId: first.personId, reason: 'same face' })
  await addPortrait(border, second.claimId)
  await refer(desk, second.claimId)
  const refused = desk.documents.issue({ claimId: second.claimId, kind: 'RPID' })
  await expect(refused).rejects.toMatchObject({ data: { code: 'papers.already_issued', params: { number } } })
})

test('a scan without a letter or digit confirms nothing', async () => {
  const { desk } = border
  const { claimId } = await referredClaim(border, 'Scan')
  const documentId = (await desk.documents.issue({ claimId, kind: 'RPID' })).documents[0]?.documentId ?? ''
  await desk.documents.print({ documentId })
  expect(await codeOf(desk.documents.confirm({ documentId, scanned: '*** ---' }))).toBe('papers.scan_differs')
  expect(await codeOf(desk.documents.confirm({ documentId }))).toBe('accepted')
})

test('nobody is ineligible without a ground: a reason alone does not make one', async () => {
  const { desk } = border
  const { claimId } = await filledClaim(border, 'Groundless')
  const decide = () => codeOf(desk.eligibility.decide({ claimId, outcome: 'ineligible', reason: 'as seen' }))
  expect(await decide()).toBe('claims.ground_needed')
  expect((await desk.claims.get({ claimId })).row.state).toBe('intake')
  await giveGround(claimId)
  expect(await decide()).toBe('accepted')
  expect((await desk.claims.get({ claimId })).proposal?.grounds).toEqual(['irpa.101.1.c'])
})
