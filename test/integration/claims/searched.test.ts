import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDesk } from '../../support/desk.ts'
import { borderDesk } from '../../support/set-up.ts'

let border: TestDesk
beforeAll(async () => {
  border = await borderDesk()
})
afterAll(() => border.close())

const lacksSearch = async (claimId: string) => {
  const { bars } = await border.desk.claims.get({ claimId })
  return bars.some(({ step }) => step === 'search')
}

test('a search with nothing to go by is none', async () => {
  const { desk } = border
  const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
  await desk.claims.candidates({ claimId })
  expect(await lacksSearch(claimId)).toBe(true)
})

test('a search counts for the name and birth date that it was made with', async () => {
  const { desk } = border
  const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
  const set = (fields: Record<string, string>) => desk.claims.setPerson({ claimId, fields, bases: [] })
  await set({ familyName: 'Osman' })
  await desk.claims.candidates({ claimId })
  await set({ birthPlace: 'Homs' })
  expect(await lacksSearch(claimId)).toBe(false)
  await set({ familyName: 'Haddad' })
  expect(await lacksSearch(claimId)).toBe(true)
  await desk.claims.candidates({ claimId })
  expect(await lacksSearch(claimId)).toBe(false)
})

test('joining a claim to somebody answers the search, also where the record gains a name by it', async () => {
  const { desk } = border
  const known = (await desk.claims.open({ channel: 'port_of_entry' })).row
  await desk.claims.setPerson({ claimId: known.claimId, fields: { familyName: 'Nour' }, bases: [] })
  const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
  await desk.claims.setPerson({ claimId, fields: { familyName: 'Nour', givenNames: 'Sami' }, bases: [] })
  await desk.claims.candidates({ claimId })
  await desk.claims.samePerson({ claimId, personId: known.personId, reason: 'same face' })
  expect(await lacksSearch(claimId)).toBe(false)
})
