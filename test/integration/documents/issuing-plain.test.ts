import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import { codeOf, filledClaim, referredClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { borderDesk } from '../../support/set-up.ts'

/** Plain papers of a real desk: what may be issued when, under which number, and what stands on it. */

let test_: TestDesk
beforeAll(async () => {
  test_ = await borderDesk()
})
afterAll(() => test_.close())

const passport = {
  id: '0198c0de-0000-7000-8000-000000000001',
  kind: 'passport',
  number: 'N0044',
  looks: 'genuine',
} as const
const card = {
  id: '0198c0de-0000-7000-8000-000000000002',
  kind: 'identity_card',
  country: 'SYR',
  looks: 'suspect',
} as const
const seizure = (document: string, ground = 'Necessary to carry out the purposes of the Act') => ({
  document,
  on: '2026-11-23',
  place: 'Lacolle, secondary',
  ground,
})

async function seize(claimId: string, ...documents: string[]) {
  const { desk } = test_
  await desk.claims.set({ claimId, fields: { heldDocuments: [passport, card] }, bases: [] })
  await desk.claims.recordAct({ claimId, act: { seizures: documents.map((id) => seizure(id)) }, bases: [] })
}

const textOf = async (documentId: string) => {
  const file = await test_.desk.documents.pdf({ documentId })
  return (await pageText(new Uint8Array(await file.arrayBuffer()), 0)).replace(/\s+/g, ' ')
}

describe('a notice of seizure', () => {
  test('is given before any decision, names what was seized and how to ask for it, and never the same thing twice', async () => {
    const { desk } = test_
    const { claimId } = await filledClaim(test_, 'Osman')
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'seizure' }))).toBe('papers.nothing_due')
    await seize(claimId, passport.id)
    const [notice] = (await desk.documents.issue({ claimId, kind: 'seizure' })).documents
    const { applicationNumber } = (await desk.claims.get({ claimId })).row
    expect(notice).toMatchObject({ kind: 'seizure', number: `${applicationNumber}S1`, state: 'reserved' })
    expect(notice?.stockSerial).toBeUndefined()
    const text = await textOf(notice?.documentId ?? '')
    for (const part of ['Notice of Seizure', 'N0044', 'Lacolle, secondary', 'purposes of the Act', '254(1)'])
      expect(text).toContain(part)
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'seizure' }))).toBe('papers.nothing_due')
  })

  test('that jammed is replaced under its number, about the same documents', async () => {
    const { desk } = test_
    const { claimId } = await filledClaim(test_, 'Haddad')
    await seize(claimId, passport.id)
    const [first] = (await desk.documents.issue({ claimId, kind: 'seizure' })).documents
    const view = await desk.documents.spoil({ documentId: first?.documentId ?? '', reason: 'paper jam', reissue: true })
    expect(view.documents.map(({ number, state }) => [number, state])).toEqual([
      [first?.number, 'reserved'],
      [first?.number, 'spoiled'],
    ])
    expect(await textOf(view.documents[0]?.documentId ?? '')).toContain('N0044')
  })
})

describe('the conditions', () => {
  test('are not given before the decision; then each paper bears those that hold, by channel and order', async () => {
    const { desk } = test_
    const open = await filledClaim(test_, 'Bah')
    expect(await codeOf(desk.documents.issue({ claimId: open.claimId, kind: 'conditions' }))).toBe(
      'papers.kind_not_allowed',
    )
    const { claimId } = await referredClaim(test_, 'Diallo')
    await desk.claims.recordAct({
      claimId,
      act: { departureOrder: { on: '2026-11-23', by: 'minister_delegate', conditional: true } },
      bases: [],
    })
    const [sheet] = (await desk.documents.issue({ claimId, kind: 'conditions' })).documents
    const text = await textOf(sheet?.documentId ?? '')
    for (const part of ['43(1)(a)', '43(1)(d)', 'conditional departure order', 'Signature of the interpreter'])
      expect(text).toContain(part)
    const [document] = (await desk.documents.issue({ claimId, kind: 'RPID' })).documents
    const printed = await textOf(document?.documentId ?? '')
    for (const part of ['Interim Federal Health Program', 'Report in person', 'Conditional departure order'])
      expect(printed).toContain(part)
  })
})

describe('a letter that stands in for a document', () => {
  test('is given after the decision while the document cannot be made, says so, and no longer once it is in hand', async () => {
    const { desk } = test_
    const { claimId } = await referredClaim(test_, 'Nasser')
    const [letter] = (await desk.documents.issue({ claimId, kind: 'acknowledgement' })).documents
    expect(await textOf(letter?.documentId ?? '')).toContain('could not be made today')
    const [document] = (await desk.documents.issue({ claimId, kind: 'RPID' })).documents
    const documentId = document?.documentId ?? ''
    await desk.documents.print({ documentId })
    await desk.documents.confirm({ documentId })
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'acknowledgement' }))).toBe('papers.already_issued')
  })
})
