import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, filledClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { refer } from '../../support/refer.ts'
import { borderDesk } from '../../support/set-up.ts'

let border: TestDesk
beforeAll(async () => {
  border = await borderDesk()
})
afterAll(() => border.close())

const typed = (claimId: string, clientId: string | null) =>
  border.desk.claims.setPerson({ claimId, fields: { clientId }, bases: [] })

describe('a client ID belongs to one person', () => {
  test('one that was typed before its turn came is passed over', async () => {
    const { desk } = border
    const [early, later] = [await filledClaim(border, 'Early'), await filledClaim(border, 'Later')]
    await typed(early.claimId, '1100000001')
    const decided = await refer(desk, later.claimId)
    expect(decided.row.clientId).toBe('1100000002')
  })

  test('another person’s is refused, and free again once it was cleared there', async () => {
    const [first, second] = [await filledClaim(border, 'First'), await filledClaim(border, 'Second')]
    await typed(first.claimId, '12345678')
    expect(await codeOf(typed(second.claimId, '12345678'))).toBe('claims.client_id_held')
    await typed(first.claimId, null)
    expect(await codeOf(typed(second.claimId, '12345678'))).toBe('accepted')
  })
})

test('joining a claim to the same person’s record loses nothing read or typed for it, and points to the earlier claim', async () => {
  const { desk } = border
  const known = await filledClaim(border, 'Eriksson')
  const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
  const text = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
  await desk.claims.readDocument({ claimId, text })
  await desk.claims.setPerson({ claimId, fields: { birthPlace: 'Homs', clientId: '87654321' }, bases: [] })
  const joined = await desk.claims.samePerson({ claimId, personId: known.personId, reason: 'same face' })
  expect(joined.read).toMatchObject({ number: 'L898902C3' })
  const { familyName, givenNames, birthPlace, birthDate } = joined.person
  expect([familyName, givenNames, birthPlace, birthDate].map((field) => field?.value)).toEqual([
    'Eriksson',
    'ANNA MARIA',
    'Homs',
    '1990-05-17',
  ])
  expect(joined.row.clientId).toBe('87654321')
  const earlier = (await desk.claims.get({ claimId: known.claimId })).row.applicationNumber
  expect(joined.alerts.find(({ code }) => code === 'other_claims')?.text.en).toContain(earlier)
})
