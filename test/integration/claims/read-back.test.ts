import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBackHeads } from '../../../src/shared/domain/read-back.ts'
import type { TestDesk } from '../../support/desk.ts'
import { claimAtDesk } from '../../support/e2e-claims.ts'
import { portraitJpeg } from '../../support/portraits.ts'
import { borderDesk } from '../../support/set-up.ts'

let border: TestDesk
beforeAll(async () => {
  border = await borderDesk()
})
afterAll(() => border.close())

/** What the screen shows of a claim, and the claimant's answer to it. */
async function asked(claimId: string) {
  const view = await border.desk.claims.get({ claimId })
  const { photo } = view.row
  return { claimId, bases: readBackHeads(view.person), language: 'ar', ...(photo ? { photo } : {}) }
}

test('what the claimant confirms stands until any of it changes', async () => {
  const { desk } = border
  const claimId = await claimAtDesk(desk)
  const said = (await desk.claims.readBack({ ...(await asked(claimId)), wrong: [] })).readBack
  expect(said).toMatchObject({ current: true, wrong: [], language: 'ar' })
  await desk.claims.setPerson({ claimId, fields: { birthPlace: 'Homs' }, bases: [] })
  expect((await desk.claims.get({ claimId })).readBack?.current).toBe(true)
  await desk.claims.setPerson({ claimId, fields: { givenNames: 'Noor' }, bases: [] })
  expect((await desk.claims.get({ claimId })).readBack?.current).toBe(false)
})

test('another photo undoes the confirmation', async () => {
  const { desk } = border
  const claimId = await claimAtDesk(desk)
  await desk.claims.readBack({ ...(await asked(claimId)), wrong: [] })
  const file = new File([Buffer.from(await portraitJpeg(11))], 'other.jpg', { type: 'image/jpeg' })
  expect((await desk.photos.add({ claimId, file, source: 'file' })).readBack?.current).toBe(false)
})

test('what was wrong to the claimant is kept by name, and is on the timeline in words', async () => {
  const { desk } = border
  const claimId = await claimAtDesk(desk)
  const view = await desk.claims.readBack({ ...(await asked(claimId)), wrong: ['birthDate', 'photo'] })
  expect(view.readBack?.wrong).toEqual(['birthDate', 'photo'])
  const last = (await desk.claims.timeline({ claimId })).find(({ type }) => type === 'claim.read_back')
  expect(last).toMatchObject({ visibility: 'public', text: { en: expect.stringContaining('2') } })
})

test('a record that changed behind the screen is not confirmed', async () => {
  const { desk } = border
  const claimId = await claimAtDesk(desk)
  const seen = await asked(claimId)
  await desk.claims.setPerson({ claimId, fields: { familyName: 'Hariri' }, bases: [] })
  const refused = desk.claims.readBack({ ...seen, wrong: [] })
  await expect(refused).rejects.toMatchObject({ data: { code: 'claims.read_back_changed' } })
  expect((await desk.claims.get({ claimId })).readBack).toBeUndefined()
})

test('there is nothing to read back before there is a name', async () => {
  const { desk } = border
  const { claimId } = (await desk.claims.open({ channel: 'inland' })).row
  const refused = desk.claims.readBack({ claimId, bases: [], language: 'en', wrong: [] })
  await expect(refused).rejects.toMatchObject({ data: { code: 'claims.read_back_empty' } })
})
