import { afterEach, beforeEach, expect, test } from 'vitest'
import { decideClaim } from '../../../src/main/claims/decisions.ts'
import { overrideFinding } from '../../../src/main/claims/eligibility.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { paperDrawing } from '../../../src/main/documents/drawing/paper-drawing.ts'
import { issuePaper } from '../../../src/main/documents/issue.ts'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import { changeSettings } from '../../../src/main/office/change-settings.ts'
import { ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice, referClaim, setClaim } from '../claims/support.ts'
import { fonts } from './samples.ts'

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.store.remove())

const drawing = paperDrawing({ assetsDir: 'assets' })
const issue = (claimId: string) => {
  const tools = { ...office.tools, fonts: async () => ok(fonts), drawing, specimen: false }
  return issuePaper(tools, office.officer, { claimId, kind: 'decision' })
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)
const textOf = async (claimId: string): Promise<string> => {
  const paper = unwrap(claimView(office.tools, claimId)).documents.find(({ kind }) => kind === 'decision')
  return (await pageText(unwrap(office.store.blobs.get(paper?.pdf ?? '')), 0)).replace(/\s+/g, ' ')
}

test('a claim found ineligible is told so in writing: ground, risk assessment, order and recourse, in the person’s language', async () => {
  const { tools, officer } = office
  unwrap(changeSettings(tools, officer, { secondOfficerForIneligible: false }))
  const { claimId, applicationNumber } = newClaim(office, { familyName: 'Osman', birthDate: '1990-05-17' })
  unwrap(setClaim(office, claimId, { officialLanguage: 'fr' }))
  expect(code(await issue(claimId))).toBe('papers.kind_not_allowed')
  for (const [rule, to] of [
    ['irpa.99.3', 'not_met'],
    ['irpa.100.2', 'not_met'],
    ['irpa.101.1.b1', 'met'],
  ] as const)
    unwrap(overrideFinding(tools, officer, claimId, { rule, to, reason: 'seen in the record' }))
  unwrap(decideClaim(tools, officer, claimId, { outcome: 'ineligible', reason: 'seen in the record' }))
  unwrap(await issue(claimId))
  const { documents } = unwrap(claimView(tools, claimId))
  expect(documents).toMatchObject([{ kind: 'decision', number: `${applicationNumber}D1` }])
  const text = await textOf(claimId)
  for (const part of [
    'Avis de décision',
    'n’est pas recevable',
    'La personne peut présenter une demande',
    'Cour fédérale',
  ])
    expect(text).toContain(part)
  // Nothing has changed: no second one.
  expect(code(await issue(claimId))).toBe('papers.nothing_changed')
})

test('a suspended claim is told what it waits for; a referred one has its own letter', async () => {
  const { tools, officer } = office
  const { claimId } = newClaim(office, { familyName: 'Osman' })
  unwrap(decideClaim(tools, officer, claimId, { outcome: 'suspended', reason: 'a report was referred' }))
  unwrap(await issue(claimId))
  expect(await textOf(claimId)).toContain('suspended until the Immigration Division or a court')
  const other = newClaim(office, { familyName: 'Haddad' }).claimId
  unwrap(referClaim(office, other))
  expect(code(await issue(other))).toBe('papers.kind_not_allowed')
})
