import { globSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { addPortrait } from '../../support/claims.ts'
import { seatBorderOfficer } from '../../support/set-up.ts'
import { type CentralDesk, centralDesks } from '../../support/sync/central-desks.ts'

/** Two desks of Lacolle and one of Windsor, whole, over a real central; an officer at each. */
let central: TestCentral
const desks = centralDesks(() => central)
let here: CentralDesk
let beside: CentralDesk
let there: CentralDesk
beforeAll(async () => {
  central = await startTestCentral()
  here = await desks.enrolled()
  beside = await desks.enrolled()
  there = await desks.enrolled({ office: windsor })
  let sheets = 0
  for (const at of [here, beside, there])
    await seatBorderOfficer(at, ['border_officer', 'supervisor'], `A000${++sheets}`)
}, 240_000)
afterAll(async () => {
  await desks.close()
  await central.remove()
})

const windsor = 'windsor-detroit-tunnel'
const reason = 'lives in Windsor now'
const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'ok',
    (error: { data?: { code: string } }) => error.data?.code,
  )

/** A claim at the first desk that all of Lacolle knows. */
async function claimAtLacolle(familyName: string): Promise<string> {
  const { row } = await here.desk.claims.open({ channel: 'port_of_entry' })
  const { claimId } = row
  await here.desk.claims.setPerson({ claimId, fields: { familyName, givenNames: 'Amal' }, bases: [] })
  await setPhone(here, claimId, '514 555 0100')
  await here.desk.sync.now()
  await beside.desk.sync.now()
  return claimId
}

async function setPhone({ desk }: CentralDesk, claimId: string, phone: string) {
  const { claim } = await desk.claims.get({ claimId })
  return desk.claims.set({ claimId, fields: { phone }, bases: [...(claim.phone?.heads ?? [])] })
}

const phoneAt = async ({ desk }: CentralDesk, claimId: string) =>
  (await desk.claims.get({ claimId })).claim.phone?.value

/** Settles until the claim is there, as the central brings it in its own time. */
const arrives = (at: CentralDesk, claimId: string, seen: (state: string) => boolean) =>
  vi.waitFor(
    async () => {
      await at.desk.sync.now()
      const { row } = await at.desk.claims.get({ claimId })
      expect(seen(row.state)).toBe(true)
      return row
    },
    { timeout: 60_000, interval: 300 },
  )

test('a claim goes to another office with all that is known of it; there it is nobody’s yet, here it can only be read', {
  timeout: 240_000,
}, async () => {
  const claimId = await claimAtLacolle('Haddad')
  const after = await here.desk.casework.move({ claimId, to: windsor, reason })
  expect(after.row.state).toBe('moved')
  expect(after.moved).toMatchObject({ to: { en: expect.stringContaining('Windsor') }, reason })
  expect(after.allowed).toEqual([])
  expect(await codeOf(setPhone(here, claimId, '514 555 0101'))).toBe('claims.moved_elsewhere')
  expect(await codeOf(here.desk.casework.addNote({ claimId, text: 'one more thing', readers: [] }))).toBe(
    'claims.moved_elsewhere',
  )
  expect(await codeOf(here.desk.casework.move({ claimId, to: windsor, reason }))).toBe('claims.moved_elsewhere')

  // Beside it nobody knows yet: what is written there without a network has no effect, and is not lost.
  beside.net.state.cut = true
  await setPhone(beside, claimId, '514 555 0111')
  await here.desk.sync.now()
  beside.net.state.cut = false
  await arrives(beside, claimId, (state) => state === 'moved')
  expect(await phoneAt(beside, claimId)).toBe('514 555 0100')
  const late = (await beside.desk.attention()).find((item) => item.claimId === claimId)
  expect(late).toMatchObject({ kind: 'settled_otherwise', text: { en: expect.stringContaining('another office') } })

  const row = await arrives(there, claimId, (state) => state === 'intake')
  expect(row).toMatchObject({ familyName: 'Haddad', givenNames: 'Amal' })
  expect(row.ownerName).toBeFalsy()
  const queues = await there.desk.queues.page({ queue: 'unowned', limit: 10 })
  expect(queues.rows.map((each) => each.claimId)).toContain(claimId)
  await vi.waitFor(
    async () => {
      await there.desk.sync.now()
      const items = await there.desk.attention()
      expect(items.find((item) => item.claimId === claimId)?.text.en).toContain('before it knew of the transfer')
    },
    { timeout: 60_000, interval: 300 },
  )
  expect(await phoneAt(there, claimId)).toBe('514 555 0100')
  const timeline = await there.desk.claims.timeline({ claimId })
  expect(timeline.filter(({ withoutEffect }) => withoutEffect).map(({ changes }) => changes[0]?.after)).toEqual([
    '514 555 0111',
  ])
  const moved = timeline.find(({ type }) => type === 'claim.moved_out')
  expect(moved).toMatchObject({ by: 'Amélie Tremblay', text: { en: expect.stringContaining(reason) } })
  await setPhone(there, claimId, '519 555 0122')

  // And back: what was done there comes along, and this office writes again.
  await there.desk.casework.move({ claimId, to: 'lacolle-15', reason: 'the family is at Lacolle' })
  await there.desk.sync.now()
  await arrives(here, claimId, (state) => state === 'intake')
  expect(await phoneAt(here, claimId)).toBe('519 555 0122')
  await setPhone(here, claimId, '514 555 0133')
  await here.desk.sync.now()
  await arrives(beside, claimId, (state) => state === 'intake')
  expect(await phoneAt(beside, claimId)).toBe('514 555 0133')
  for (const { desk } of [here, beside, there]) expect(await desk.store.check()).toMatchObject({ ok: true })
})

test('an office that has no desk gets no claim: it stays, and the officer is told', { timeout: 120_000 }, async () => {
  const claimId = await claimAtLacolle('Osman')
  await here.desk.casework.move({ claimId, to: 'cornwall', reason })
  await arrives(here, claimId, (state) => state === 'intake')
  const told = (await here.desk.attention()).find((item) => item.claimId === claimId)
  expect(told?.text.en).toContain('was not transferred')
  await setPhone(here, claimId, '514 555 0155')
  expect(await codeOf(here.desk.casework.move({ claimId, to: 'lacolle-15', reason }))).toBe('casework.same_office')
})

test('a picture that was taken before the desk knew of the transfer is at both offices, though it has no effect', {
  timeout: 120_000,
}, async () => {
  const claimId = await claimAtLacolle('Yusuf')
  beside.net.state.cut = true
  await addPortrait(beside, claimId)
  await here.desk.casework.move({ claimId, to: windsor, reason })
  await here.desk.sync.now()
  beside.net.state.cut = false
  await arrives(beside, claimId, (state) => state === 'moved')
  await arrives(there, claimId, (state) => state === 'intake')
  const files = ({ dataDir }: CentralDesk) => globSync(join(dataDir, '**/blobs/*/*')).length
  expect((await there.desk.claims.get({ claimId })).photo).toBeUndefined()
  const pictures = files(beside)
  expect(pictures).toBeGreaterThan(0)
  for (const at of [here, there])
    await vi.waitFor(
      async () => {
        await at.desk.sync.now()
        expect(files(at)).toBe(pictures)
      },
      { timeout: 30_000, interval: 300 },
    )
})
