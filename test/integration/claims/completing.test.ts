import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPortrait, codeOf, filledClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { refer } from '../../support/refer.ts'
import { borderDesk } from '../../support/set-up.ts'

let border: TestDesk
beforeAll(async () => {
  border = await borderDesk()
})
afterAll(() => border.close())

test('a claim decided before it was complete is completed afterwards, and gets its document', async () => {
  const { desk } = border
  const { claimId } = await filledClaim(border, 'Early')
  await desk.claims.setPerson({ claimId, fields: { birthCountry: null }, bases: [] })
  await refer(desk, claimId)
  expect(await codeOf(desk.documents.issue({ claimId, kind: 'RPID' }))).toBe('claims.incomplete')
  await desk.claims.candidates({ claimId })
  await addPortrait(border, claimId)
  const { bars } = await desk.claims.setPerson({ claimId, fields: { birthCountry: 'SYR' }, bases: [] })
  expect(bars.flatMap(({ lacks }) => lacks)).toEqual([])
  expect(await codeOf(desk.documents.issue({ claimId, kind: 'RPID' }))).toBe('accepted')
})

test('but nothing that was said before the decision changes after it', async () => {
  const { desk } = border
  const { claimId } = await filledClaim(border, 'Settled')
  await addPortrait(border, claimId)
  await refer(desk, claimId)
  const settled = 'claims.correct_instead'
  const person = (fields: Record<string, unknown>) => codeOf(desk.claims.setPerson({ claimId, fields, bases: [] }))
  const claim = (fields: Record<string, unknown>) => codeOf(desk.claims.set({ claimId, fields, bases: [] }))
  expect(await person({ familyName: 'Other' })).toBe(settled)
  expect(await person({ familyName: null })).toBe(settled)
  expect(await claim({ phone: '613 555 0100', grounds: ['race'] })).toBe(settled)
  expect(await codeOf(addPortrait(border, claimId, 6))).toBe('claims.not_in_this_state')
})
