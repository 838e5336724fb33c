import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import type { ClaimView } from '../../../src/shared/contract/views.ts'
import { addPortrait, codeOf, filledClaim, referredClaim } from '../../support/claims.ts'
import { noon, type TestDesk } from '../../support/desk.ts'
import { refer } from '../../support/refer.ts'
import { borderDesk } from '../../support/set-up.ts'

let border: TestDesk
beforeAll(async () => {
  border = await borderDesk()
})
afterAll(() => border.close())

/** A document in the person's hand. */
async function held(familyName: string, made = referredClaim(border, familyName)) {
  const { desk } = border
  const { claimId } = await made
  const [paper] = (await desk.documents.issue({ claimId, kind: 'RPID' })).documents
  if (!paper) throw new Error('No document')
  await desk.documents.print({ documentId: paper.documentId })
  const view = await desk.documents.confirm({ documentId: paper.documentId })
  return { claimId, paper, view }
}
const police = { number: 'LV-2026-004411', service: 'Service de police de Laval' }
const asked = { returned: false, reissue: true }
const sheetState = async (serial: string | undefined) =>
  (await border.desk.stock.page({})).rows.find((sheet) => sheet.serial === serial)?.state
const textOf = async (documentId: string) => {
  const file = await border.desk.documents.pdf({ documentId })
  return pageText(new Uint8Array(await file.arrayBuffer()), 0)
}
const latest = (view: ClaimView) => {
  const [paper] = view.documents
  if (!paper) throw new Error('No document')
  return paper
}

describe('a document in the person’s hand', () => {
  test('that was stolen is revoked with the police report, and replaced under a new number on a new sheet', async () => {
    const { desk } = border
    const { claimId, paper } = await held('Stolen')
    const { documentId, number } = paper
    const steal = { documentId, why: 'stolen' as const, ...asked }
    expect(await codeOf(desk.documents.replace(steal))).toBe('papers.police_report_needed')
    expect(await codeOf(desk.documents.replace({ ...steal, police, returned: true }))).toBe('papers.not_returned')
    const view = await desk.documents.replace({ ...steal, police })
    const next = latest(view)
    expect(next).toMatchObject({ state: 'reserved', replaces: documentId, replacesNumber: number })
    expect(next.number).not.toBe(number)
    expect(next.stockSerial).not.toBe(paper.stockSerial)
    expect(view.row.documentNumber).toBe(next.number)
    expect(view.documents[1]).toMatchObject({ state: 'revoked', allowed: [], revocation: { why: 'stolen', police } })
    expect(await sheetState(paper.stockSerial)).toBe('lost')
    const page = await textOf(next.documentId)
    expect(page).toContain(next.number)
    expect(page).toMatch(new RegExp(`Replaces.*Remplace ${number}`))
    const said = (await desk.claims.timeline({ claimId })).map(({ text }) => text.en)
    expect(said).toContain('Document revoked: stolen. Police report LV-2026-004411, Service de police de Laval')
    expect((await desk.claims.search({ text: number })).rows.map((row) => row.claimId)).toEqual([claimId])
  })

  test('is renewed only within three months of its last day, and the refusal names both days', async () => {
    const { desk, time } = border
    const { paper } = await held('Renewal')
    const { documentId, validUntil } = paper
    expect(validUntil).toBe('2032-11-23')
    const renew = () => desk.documents.replace({ documentId, why: 'expiry', ...asked, returned: true })
    await expect(renew()).rejects.toMatchObject({
      data: { code: 'papers.not_yet_renewable', params: { until: '2032-11-23', from: '2032-08-23' } },
    })
    const renewal = (view: ClaimView) => view.documents.find((each) => each.documentId === documentId)?.renewal
    const { claimId } = (await desk.claims.search({ text: paper.number })).rows[0] ?? { claimId: '' }
    time.now = Date.parse('2032-08-22T16:00:00Z')
    expect(renewal(await desk.claims.get({ claimId }))).toMatchObject({ renewable: false, from: '2032-08-23' })
    time.now = Date.parse('2032-08-23T16:00:00Z')
    expect(renewal(await desk.claims.get({ claimId }))).toMatchObject({ renewable: true, expired: false })
    const next = latest(await renew())
    expect(next.validUntil).toBe('2038-08-23')
    expect(await sheetState(paper.stockSerial)).toBe('returned')
    time.now = noon
  })

  test('is not simply issued again when it has expired: the old one is replaced, so that there are never two', async () => {
    const { desk, time } = border
    const { claimId, paper } = await held('Expired')
    time.now = Date.parse('2032-11-24T17:00:00Z')
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'RPID' }))).toBe('papers.already_issued')
    const view = await desk.documents.replace({ documentId: paper.documentId, why: 'expiry', ...asked })
    expect(view.documents.map(({ state }) => state)).toEqual(['reserved', 'revoked'])
    time.now = noon
  })

  test('that is damaged and handed in leaves its sheet returned; one that is kept stays issued', async () => {
    const { desk } = border
    const [back, kept] = [await held('Back'), await held('Kept')]
    const damaged = { why: 'damaged' as const, note: 'Soaked by rain.', reissue: true }
    await desk.documents.replace({ documentId: back.paper.documentId, ...damaged, returned: true })
    await desk.documents.replace({ documentId: kept.paper.documentId, ...damaged, returned: false })
    expect(await sheetState(back.paper.stockSerial)).toBe('returned')
    expect(await sheetState(kept.paper.stockSerial)).toBe('issued')
  })

  test('is revoked at once when no sheet is ready; the next one issued stands for it', async () => {
    const { desk } = border
    const { claimId, paper } = await held('Later')
    const lost = { documentId: paper.documentId, why: 'lost' as const, returned: false, reissue: false }
    const revoked = await desk.documents.replace(lost)
    expect(revoked.documents.map(({ state }) => state)).toEqual(['revoked'])
    expect(revoked.row.documentNumber).toBeUndefined()
    expect(await codeOf(desk.documents.replace(lost))).toBe('papers.not_in_this_state')
    const next = latest(await desk.documents.issue({ claimId, kind: 'RPID' }))
    expect(next.number).not.toBe(paper.number)
    expect(next.replacesNumber).toBe(paper.number)
  })
})

test('a replacement whose sheet jams keeps its new number and still says what it replaces', async () => {
  const { desk } = border
  const { paper } = await held('Jam')
  const next = latest(await desk.documents.replace({ documentId: paper.documentId, why: 'lost', ...asked }))
  await desk.documents.print({ documentId: next.documentId })
  const jam = { documentId: next.documentId, reason: 'paper jam', reissue: true }
  const again = latest(await desk.documents.spoil(jam))
  expect(again).toMatchObject({ number: next.number, replacesNumber: paper.number })
  expect(await textOf(again.documentId)).toContain(`Remplace ${paper.number}`)
})

test('a revoked document is neither printed nor copied; its stored page can still be looked at', async () => {
  const { desk } = border
  const { paper } = await held('Gone')
  const { documentId } = paper
  await desk.documents.replace({ documentId, why: 'lost', ...asked })
  const state = 'papers.not_in_this_state'
  expect(await codeOf(desk.documents.reprint({ documentId, reason: 'for the file' }))).toBe(state)
  expect(await codeOf(desk.documents.print({ documentId }))).toBe(state)
  expect(await codeOf(desk.documents.spoil({ documentId, reason: 'paper jam', reissue: true }))).toBe(state)
  expect(await textOf(documentId)).toContain(paper.number)
})

test('whoever was under 18 at the claim gets no renewal with the old photo, but an error is put right at once', async () => {
  const { desk } = border
  const child = async () => {
    const made = await filledClaim(border, 'Young')
    const { claimId } = made
    await desk.claims.setPerson({ claimId, fields: { birthDate: '2009' }, bases: [] })
    await desk.claims.candidates({ claimId })
    await addPortrait(border, claimId)
    await refer(desk, claimId)
    return made
  }
  const { claimId, paper, view } = await held('Young', child())
  expect(view.documents[0]?.needsNewPhoto).toBe(true)
  const lose = () => desk.documents.replace({ documentId: paper.documentId, why: 'lost', ...asked })
  expect(await codeOf(lose())).toBe('papers.new_photo_needed')
  await addPortrait(border, claimId, 8)
  const next = latest(await lose())
  await desk.documents.print({ documentId: next.documentId })
  await desk.documents.confirm({ documentId: next.documentId })
  const wrong = { documentId: next.documentId, why: 'error' as const, note: 'Wrong sheet.', ...asked }
  expect(await codeOf(desk.documents.replace(wrong))).toBe('accepted')
})

test('pressed twice, a replacement is made once', async () => {
  const { desk } = border
  const { claimId, paper } = await held('Twice')
  const lose = () => codeOf(desk.documents.replace({ documentId: paper.documentId, why: 'lost', ...asked }))
  expect((await Promise.all([lose(), lose()])).sort()).toEqual(['accepted', 'papers.not_in_this_state'])
  expect((await desk.claims.get({ claimId })).documents).toHaveLength(2)
})
