import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { nodeTimers } from '../../../src/central/ports/node.ts'
import { familiesOf, importFileOf, type Member } from '../../../src/central/simulate/families.ts'
import { type Inbox, openInbox } from '../../../src/central/simulate/inbox.ts'
import { playFamilies } from '../../../src/central/simulate/play-families.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { openAccount, takeIn, works } from '../../support/confirmation-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { openPortal } from '../../support/portal.ts'
import { portalDesks } from '../../support/portal-desk.ts'
import { quickTimers } from '../../support/quick-timers.ts'

/** Families played at the portal of a whole central, and an officer at a whole desk who does what comes next. */
let inbox: Inbox
let central: TestCentral
beforeAll(async () => {
  inbox = await openInbox('127.0.0.1', 0)
  const smtp = { host: '127.0.0.1', port: inbox.port, tls: 'none', from: 'avis@passerelle.example' } as const
  central = await startTestCentral({ smtp })
})
afterAll(async () => {
  await central.remove()
  await inbox.close()
})
const desks = portalDesks(() => central, ['supervisor'])
afterEach(desks.close)

const today = '2026-11-23'
test('the same seed gives the same families with the same habits, another one others', () => {
  const told = (seed: string) =>
    JSON.stringify(familiesOf(seed, 20, today).map((family) => family.map(({ row, habits }) => ({ row, habits }))))
  expect(told('a')).toBe(told('a'))
  expect(told('a')).not.toBe(told('b'))
  const habits = familiesOf('a', 40, today)
    .flat()
    .map((member) => member.habits)
  // Every way in which people are difficult is played.
  for (const of of [
    habits.some(({ slow }) => slow > 0),
    habits.some(({ missesPassword }) => missesPassword),
    habits.some(({ badPhotos }) => badPhotos === 2),
    habits.some(({ abroad }) => abroad > 0),
    habits.some(({ leaves }) => leaves),
    habits.some(({ moves }) => moves),
  ])
    expect(of).toBe(true)
})

test('they come through to the order of their cards, with bad photos, late and from abroad', async () => {
  const families = familiesOf('story', 3, today)
  const people = families.flat()
  const { credential } = await openPortal(central)
  const timers = quickTimers()
  const made = await desks.enrol({ timers })
  timers.start()
  expect(await takeIn(made, Buffer.from(importFileOf(families)))).toHaveLength(people.length)
  let stop = () => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const play = { url: central.url, credential, families, inbox, timers: nodeTimers, everyMs: 50, turns: 400, stopped }
  const playing = playFamilies(play)
  for (let round = 0; round < 40 && !(await officeTurn(made, people)); round++) {
    // What was decided of a photo is final ten seconds later.
    made.time.now += 11_000
    central.clock.advance(11_000)
    await central.mailer.pump()
    await made.desk.sync.now()
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  stop()
  const played = await playing
  expect(await made.desk.confirmations.page({ limit: 50 })).toMatchObject({
    rows: people.map(() => ({ step: 'card_ordered' })),
  })
  expect(played).toMatchObject({ people: people.length, signedIn: people.length, downloads: people.length })
  const bad = people.reduce((sum, { habits }) => sum + habits.badPhotos, 0)
  expect(played).toMatchObject({ badPhotos: bad, photos: people.length + bad })
}, 120_000)

/** What comes next for each of them, once; true when every card is ordered. */
async function officeTurn(at: TestDesk, people: readonly Member[]) {
  const { desk } = at
  const { rows } = await desk.confirmations.page({ limit: 50 })
  let ordered = 0
  for (const [i, { confirmationId, clientId }] of rows.entries()) {
    const { next, facts, state } = await desk.confirmations.get({ confirmationId })
    const habits = people.find(({ email }) => email === facts.identity.email)?.habits
    if (next === 'invite') await openAccount(at, confirmationId, `p${clientId}${i}`)
    if (habits?.missesPassword && facts.account.sentOn && facts.account.passwords === 1)
      await works(at, confirmationId, { act: 'make_password', reason: 'lost', by: 'email' })
    if (next === 'confirm') {
      const checks = { notInadmissible: true, source: 'GCMS', passport: 'agrees' } as const
      await desk.confirmations.confirm({ confirmationId, ...checks })
    }
    if (next === 'issue_ecopr') await desk.ecopr.issue({ confirmationId })
    const photoId = facts.photo.id ?? ''
    if (state.photo === 'waiting' && facts.photo.returns < (habits?.badPhotos ?? 0))
      await desk.photoReview.return({ photoId, reasons: ['too_dark'] })
    else if (state.photo === 'waiting') await desk.photoReview.approve({ photoId })
    if (next === 'order_card') await desk.cards.order({ confirmationIds: [confirmationId] })
    if (state.card === 'ordered' && facts.ecopr.downloads > 0) ordered += 1
  }
  return ordered === people.length
}
