import { afterAll, beforeAll, expect, test } from 'vitest'
import { filledClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
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

test('a second thought about the same finding replaces the first', async () => {
  const { desk } = border
  const { claimId } = await filledClaim(border, 'Twice')
  await entered(claimId, '2026-06-01')
  await desk.eligibility.override({ claimId, rule, to: 'not_met', reason: 'the date is a slip' })
  await desk.eligibility.override({ claimId, rule, to: 'met', reason: 'it is no slip' })
  expect((await findingOf(claimId))?.override).toMatchObject({ outcome: 'met', reason: 'it is no slip' })
})
