import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf, filledClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { giveFacts } from '../../support/refer.ts'
import { borderDesk } from '../../support/set-up.ts'

let border: TestDesk
beforeAll(async () => {
  border = await borderDesk()
})
afterAll(() => border.close())

const rule = 'irpa.101.1.b2'
const findingOf = async (claimId: string) => {
  const { evaluation } = await border.desk.eligibility.worksheet({ claimId })
  return evaluation.findings.find((finding) => finding.rule === rule)
}
const entered = (claimId: string, date: string) =>
  border.desk.claims.set({ claimId, fields: { entries: [{ date, manner: 'between_poes' }] }, bases: [] })

test('an override made while a rule lacked facts does not hide what the facts show later', async () => {
  const { desk } = border
  const { claimId } = await filledClaim(border, 'Later')
  await desk.claims.set({ claimId, fields: { entries: null }, bases: [] })
  expect((await findingOf(claimId))?.outcome.kind).toBe('unknown')
  await desk.eligibility.override({ claimId, rule, to: 'not_met', reason: 'says she flew in' })
  expect((await findingOf(claimId))?.override).toMatchObject({ outcome: 'not_met' })
  await entered(claimId, '2026-06-01')
  expect(await findingOf(claimId)).toMatchObject({ outcome: { kind: 'met' } })
  expect((await findingOf(claimId))?.override).toBeUndefined()
})

test('an override falls when the facts under the same finding change, says so, and stands again on the old facts', async () => {
  const { desk } = border
  const { claimId } = await filledClaim(border, 'Other facts')
  await entered(claimId, '2026-06-01')
  await desk.eligibility.override({ claimId, rule, to: 'not_met', reason: 'the stamp shows a port' })
  expect((await findingOf(claimId))?.override).toMatchObject({ outcome: 'not_met' })
  await entered(claimId, '2026-05-01')
  const fallen = await findingOf(claimId)
  expect(fallen).toMatchObject({ outcome: { kind: 'met' }, lapsed: { reason: 'the stamp shows a port' } })
  expect(fallen?.override).toBeUndefined()
  expect((await desk.eligibility.worksheet({ claimId })).overriddenBy[rule]).toBeTruthy()
  await entered(claimId, '2026-06-01')
  expect((await findingOf(claimId))?.override).toMatchObject({ outcome: 'not_met' })
})

test('an override stays when facts change that its rule does not read', async () => {
  const { desk } = border
  const { claimId } = await filledClaim(border, 'Elsewhere')
  await entered(claimId, '2026-06-01')
  await desk.eligibility.override({ claimId, rule, to: 'not_met', reason: 'the date is a slip' })
  await desk.eligibility.answer({ claimId, facts: { protectionInCanada: 'none' }, bases: [] })
  expect((await findingOf(claimId))?.override).toMatchObject({ outcome: 'not_met' })
})

test('a decision on a worksheet that changed meanwhile is refused and changes nothing', async () => {
  const { desk } = border
  const { claimId } = await filledClaim(border, 'Two tabs')
  await giveFacts(desk, claimId)
  const seen = (await desk.eligibility.worksheet({ claimId })).digest
  await entered(claimId, '2026-06-01')
  await giveFacts(desk, claimId)
  const before = await desk.claims.timeline({ claimId })
  const decide = (digest: string) =>
    codeOf(desk.eligibility.decide({ claimId, outcome: 'referred', reason: 'as seen', seen: digest }))
  expect(await decide(seen)).toBe('claims.worksheet_changed')
  expect(await desk.claims.timeline({ claimId })).toEqual(before)
  expect((await desk.claims.get({ claimId })).row.state).toBe('intake')
  expect(await decide((await desk.eligibility.worksheet({ claimId })).digest)).toBe('accepted')
})

test('whether these are all the entries is asked again once the entries change, whatever was answered', async () => {
  const { desk } = border
  const { claimId } = await filledClaim(border, 'All of them')
  const next = async () => (await desk.eligibility.worksheet({ claimId })).evaluation.nextQuestions
  for (const [entriesComplete, date] of [
    [false, '2026-10-01'],
    [true, '2026-10-02'],
  ] as const) {
    await desk.eligibility.answer({ claimId, facts: { entriesComplete }, bases: [] })
    expect(await next()).not.toContain('entriesComplete')
    await desk.claims.set({ claimId, fields: { entries: [{ date, manner: 'airport' }] }, bases: [] })
    expect(await next()).toContain('entriesComplete')
  }
})

test('a second thought about the same finding replaces the first', async () => {
  const { desk } = border
  const { claimId } = await filledClaim(border, 'Twice')
  await entered(claimId, '2026-06-01')
  await desk.eligibility.override({ claimId, rule, to: 'not_met', reason: 'the date is a slip' })
  await desk.eligibility.override({ claimId, rule, to: 'met', reason: 'it is no slip' })
  expect((await findingOf(claimId))?.override).toMatchObject({ outcome: 'met', reason: 'it is no slip' })
})
