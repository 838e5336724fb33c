import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { refusalOf } from '../../support/central-desk.ts'
import { openPortal, type TestPortal } from '../../support/portal.ts'
import { portalDesks } from '../../support/portal-desk.ts'

/** A person asks for more time at the portal, a supervisor answers at a desk, and the person sees the answer. */
let central: TestCentral
let portal: TestPortal
beforeAll(async () => {
  central = await startTestCentral()
  portal = await openPortal(central)
})
afterAll(() => central.remove())
const desks = portalDesks(() => central, ['supervisor'])
afterEach(desks.close)

test('more time is asked for at the portal, waits in its queue, and the person sees it given or declined', async () => {
  const account = await portal.account()
  const { claim } = await portal.file(account)
  const { desk } = await desks.enrol()
  const reason = 'No place at the clinic'
  await desk.eligibility.decide({ claimId: claim, outcome: 'undecided' })
  await desk.sync.now()
  const ask = (body: object) => portal.ask('POST', `/accounts/${account}/claims/${claim}/extensions`, body)
  const wish = { request: randomUUID(), rule: 'medical.exam', to: '2027-02-15', reason }
  // What the office owes, and what does not run, cannot be moved.
  for (const rule of ['officer.review', 'contact.info'])
    expect(await refusalOf(await ask({ ...wish, rule }))).toMatchObject({ status: 409, code: 'not_extendable' })
  const { dates } = await portal.claim(account, claim)
  expect(dates).toContainEqual(expect.objectContaining({ rule: 'medical.exam', extendable: true }))
  expect((await ask(wish)).status).toBe(200)
  expect((await ask(wish)).status).toBe(200)
  expect(await refusalOf(await ask({ ...wish, request: randomUUID() }))).toMatchObject({ code: 'asked_already' })
  await desk.sync.now()
  const waits = () => desk.queues.page({ queue: 'extension_asked', whose: 'all', limit: 10 })
  expect((await waits()).rows).toMatchObject([{ claimId: claim, matter: { rule: 'medical.exam', asker: 'claimant' } }])
  const asked = (await desk.claims.get({ claimId: claim })).deadlines.find((each) => each.asked)?.asked
  await desk.claims.declineExtension({ claimId: claim, request: asked?.request ?? '', reason: 'Time enough is left' })
  await desk.sync.now()
  const declined = await portal.claim(account, claim)
  expect(declined.extensions).toMatchObject([{ rule: 'medical.exam', to: '2027-02-15', state: 'declined' }])
  // Officers write reasons for each other.
  expect(JSON.stringify(declined)).not.toContain('Time enough')
  expect((await ask({ ...wish, request: randomUUID() })).status).toBe(200)
  await desk.sync.now()
  const askedOn = declined.extensions[0]?.on ?? ''
  await desk.claims.extendDeadline({ claimId: claim, rule: 'medical.exam', to: '2027-02-15', askedOn, reason })
  await desk.sync.now()
  expect((await waits()).rows).toEqual([])
  const given = await portal.claim(account, claim)
  expect(given.extensions.map(({ state }) => state)).toEqual(['declined', 'given'])
  expect(given.dates.map(({ on }) => on)).toContain('2027-02-15')
})
