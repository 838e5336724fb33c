import { readdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { approveHere, makeCode } from '../../src/central/devices/enrolment.ts'
import { explain } from '../../src/shared/errors.ts'
import { startTestCentral, type TestCentral } from '../support/central.ts'
import { noon } from '../support/desk.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { carryByHand, loseFiles, seeOnItsWay, seeTravelling } from '../support/e2e-carried.ts'
import { answerAtDesk, claimAtDesk, saved } from '../support/e2e-claims.ts'
import {
  administrator,
  borderOfficer,
  enrolOfficer,
  firstSignIn,
  givePassword,
  moveSheets,
  setUpDesk,
  signOut,
} from '../support/e2e-officers.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { type Wire, wireTo } from '../support/wire.ts'

/** Two desks of one office, each with its own window, and a real central that they lose and find again. */

let browser: Browser
let central: TestCentral
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())
/** Each try has a central of its own: what an earlier try enrolled there would come down to the next one's desks. */
beforeEach(async () => {
  const begun = performance.now()
  central = await startTestCentral({}, () => Math.round(noon + performance.now() - begun))
})
afterEach(() => central?.remove())

/** The second desk has its own people, numbers and sheets. */
const chantal = { ...administrator, name: 'Chantal Roy', user: 'chantal' }
const bruno = { name: 'Bruno Lavoie', user: 'bruno', temporary: 'temporary sentence', password: 'mine alone forever' }
const numbers = Buffer.from(
  JSON.stringify({
    format: 'passerelle-numbers-1',
    office: 'lacolle-15',
    blocks: [
      { series: 'document', prefix: 'R', first: 200_001, last: 201_000, width: 9 },
      { series: 'client', prefix: '', first: 1_100_200_001, last: 1_100_201_000, width: 10 },
      { series: 'application', prefix: 'W', first: 200_001, last: 201_000, width: 9 },
    ],
  }),
)

interface At {
  readonly kiosk: Kiosk
  readonly wire: Wire
}

test('two desks work on the same claims without a network, and settle', async () => {
  const a = await deskAt('en')
  const b = await deskAt('fr')
  await setUpDesk(a.kiosk)
  await setUpDesk(b.kiosk, {
    who: chantal,
    numbers: { name: 'numbers.json', mimeType: 'application/json', buffer: numbers },
    first: 'R000200001',
  })
  await enrolBoth(a, b)
  const secretA = await enrolOfficer(a.kiosk)
  const secretB = await enrolOfficer(b.kiosk, bruno)
  await moveSheets(a.kiosk, 'receive', 'A0001001', 'A0001100')
  await moveSheets(b.kiosk, 'receive', 'A0002001', 'A0002100')
  await signOut(a.kiosk, administrator.name)
  await signOut(b.kiosk, chantal.name)
  await firstSignIn(a.kiosk, secretA)
  await firstSignIn(b.kiosk, secretB, bruno)
  await moveSheets(a.kiosk, 'check_out', 'A0001001', 'A0001060')
  await moveSheets(b.kiosk, 'check_out', 'A0002001', 'A0002060')

  const edited = (await a.kiosk.desk.claims.open({ channel: 'port_of_entry' })).row.claimId
  await a.kiosk.desk.claims.setPerson({ claimId: edited, fields: { familyName: 'Osman' }, bases: [] })
  await settleNow(a.kiosk)
  // The photo is lost at the central before the first desk can fetch it, and only the second has it still.
  a.wire.cut()
  const decided = await claimAtDesk(b.kiosk.desk, 11)
  await b.kiosk.desk.claims.set({ claimId: decided, fields: { phone: '514 555 0199' }, bases: [] })
  await answerAtDesk(b.kiosk.desk, decided)
  await settleNow(b.kiosk)
  await expect.poll(async () => (await b.kiosk.desk.status()).sync.blobs?.out, { timeout: 15_000 }).toBe(0)
  b.wire.cut()
  expect(await loseFiles(central)).toBeGreaterThan(0)
  a.wire.mend()
  await settleNow(a.kiosk)
  await seeOnItsWay(a.kiosk, decided, async () => {
    b.wire.mend()
    await settleNow(b.kiosk)
    // Sent beside the round: each time that somebody asks, what failed before is tried again.
    const left = async () => {
      await a.kiosk.desk.sync.now()
      return (await a.kiosk.desk.status()).sync.blobs?.in
    }
    await expect.poll(left, { timeout: 30_000, interval: 1000 }).toBe(0)
  })

  a.wire.cut()
  b.wire.cut()
  for (const { kiosk } of [a, b]) await openSync(kiosk)
  const carried = await carryByHand(a.kiosk, b.kiosk, codeOf((await b.kiosk.desk.status()).sync.device ?? ''))
  await b.kiosk.desk.claims.set({ claimId: carried, fields: { phone: '438 555 0133' }, bases: [] })
  await seeTravelling(a.kiosk, (await a.kiosk.desk.status()).sync.blobs?.out ?? 0)
  await writeIdentity(a.kiosk, edited, 'Ousmane', 'Deraa')
  await writeIdentity(b.kiosk, edited, 'Othman', 'Damas')
  for (const { kiosk } of [a, b]) await expectPill(kiosk, 'sync.offline', true)
  await a.kiosk.desk.eligibility.decide({ claimId: decided, outcome: 'referred' })
  await b.kiosk.desk.eligibility.decide({ claimId: decided, outcome: 'referred' })
  const paperA = await paperInHand(a.kiosk, await referred(a.kiosk, 3))
  const paperB = await paperInHand(b.kiosk, decided)
  expect([paperA.slice(0, 7), paperB.slice(0, 7)]).toEqual(['R000100', 'R000200'])

  // The first desk's decision comes first, though the second finds its network before it: what it wrote since it took
  // the other's claim in waits for that claim.
  b.wire.mend()
  await seeWaitingFor(b.kiosk, codeOf((await a.kiosk.desk.status()).sync.device ?? ''))
  a.wire.mend()
  await settleNow(a.kiosk)
  for (const at of [b, a]) await settleNow(at.kiosk)
  for (const { kiosk } of [a, b]) await expectPill(kiosk, 'sync.settled', false)

  await resolveByField(a.kiosk, edited, ['Othman', 'Damas'])
  await keepFirstNumber(a.kiosk, decided)
  await recallDoubtful(b.kiosk, paperB)
  for (const at of [a, b, a]) await settleNow(at.kiosk)
  for (const { kiosk } of [a, b]) {
    const { person } = await kiosk.desk.claims.get({ claimId: edited })
    expect([person.familyName?.value, person.birthPlace?.value]).toEqual(['Othman', 'Damas'])
    expect(
      (await kiosk.desk.attention()).filter(({ kind }) => kind === 'conflict' || kind === 'paper_in_doubt'),
    ).toEqual([])
    const { documents } = await kiosk.desk.claims.get({ claimId: decided })
    expect(documents.map(({ number, state }) => [number, state])).toEqual([[paperB, 'revoked']])
  }

  await revokeAtScreen(a.kiosk, codeOf((await b.kiosk.desk.status()).sync.device ?? ''))
  const { page, t } = b.kiosk
  await openSync(b.kiosk)
  await b.kiosk.button(t('sync.now')).click()
  const words = explain({ code: 'sync.wiped', params: { date: '2026-11-23' } }, 'fr')
  await page.getByText(words.message).waitFor()
  await page.getByText(words.next).waitFor()
  await expectAccessible(page, 'a desk that was wiped')
  expect(readdirSync(b.kiosk.dataDir).filter((name) => name.startsWith('keys') || name === 'store')).toEqual([])
  await b.kiosk.restart()
  await page.getByText(words.message).waitFor()
  expectQuiet(a.kiosk, /422.*\/rpc\/photos\/picture/) // a photo was on its way
  expectQuiet(b.kiosk, /422.*\/rpc\/sync\/now/) // it was told that it is revoked
}, 400_000)

async function deskAt(language: 'en' | 'fr'): Promise<At> {
  const kiosk = await openKiosk(browser, { language })
  onTestFinished(() => kiosk.close())
  const wire = await wireTo(central.url)
  onTestFinished(() => wire.close())
  return { kiosk, wire }
}

/** The first by the administrator of the central, the second by an administrator at the first: both by a one-time code. */
async function enrolBoth(a: At, b: At): Promise<void> {
  await enrolDesk(a)
  await approveHere(central.services, (await a.kiosk.desk.status()).sync.device ?? '')
  await settleNow(a.kiosk)
  await enrolDesk(b)
  const { page, t } = a.kiosk
  await openSync(a.kiosk)
  const code = codeOf((await b.kiosk.desk.status()).sync.device ?? '')
  await b.kiosk.page.getByText(b.kiosk.t('sync.this_desk', { code })).waitFor()
  await expectAccessible(page, 'desks of the office')
  await page.getByRole('button', { name: `${t('sync.approve')} ${code}` }).click()
  const dialog = page.getByRole('dialog', { name: t('sync.approve_title', { code }) })
  await dialog.waitFor()
  await expectAccessible(page, 'approve a desk')
  await dialog.getByRole('button', { name: t('sync.approve'), exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await settleNow(b.kiosk)
}

const codeOf = (device: string) => `${device.slice(0, 4)} ${device.slice(4, 8)}`.toUpperCase()

async function enrolDesk({ kiosk, wire }: At): Promise<void> {
  const { t, button, heading, page } = kiosk
  await openSync(kiosk)
  await page.getByLabel(t('sync.address')).fill(wire.url)
  await page.getByLabel(t('sync.code')).fill(await makeCode(central.services, 'lacolle-15'))
  await expectAccessible(page, 'enrolment')
  await button(t('sync.enrol')).click()
  await heading(t('sync.title.awaiting_approval')).waitFor()
  await expectAccessible(page, 'waits for approval')
}

async function openSync(kiosk: Kiosk): Promise<void> {
  await goTo(kiosk, '/')
  await goTo(kiosk, '/administration/sync')
  await kiosk.heading(kiosk.t('admin.sync')).waitFor()
}

/** The button on the page of the central. */
async function settleNow(kiosk: Kiosk): Promise<void> {
  await openSync(kiosk)
  const settledAt = async () => (await kiosk.desk.status()).sync.settledAt
  const before = await settledAt()
  await kiosk.button(kiosk.t('sync.now')).click()
  await expect.poll(settledAt, { timeout: 15_000 }).not.toBe(before)
  const stands = async () => (await kiosk.desk.status()).sync
  await expect.poll(stands, { timeout: 15_000 }).toMatchObject({ state: 'settled', waiting: 0 })
  await kiosk.heading(kiosk.t('sync.title.settled')).waitFor()
}

/** The page of the central says for whose work this desk's own waits. */
async function seeWaitingFor(kiosk: Kiosk, code: string): Promise<void> {
  const { page, t } = kiosk
  await openSync(kiosk)
  await kiosk.button(t('sync.now')).click()
  await page.getByText(t('sync.waits_for', { code })).waitFor()
  await expectAccessible(page, 'work that waits for another desk')
  expect((await kiosk.desk.status()).sync.waiting).toBeGreaterThan(0)
}

async function expectPill({ page, t }: Kiosk, state: 'sync.offline' | 'sync.settled', waiting: boolean): Promise<void> {
  const pill = page.getByRole('banner').getByRole('button', { name: new RegExp(`^${t(state)}`) })
  await expect
    .poll(() => pill.textContent(), { timeout: 15_000 })
    .toMatch(waiting ? /· \d+ / : new RegExp(`${t(state)}$`))
}

async function writeIdentity(kiosk: Kiosk, claimId: string, familyName: string, birthPlace: string): Promise<void> {
  const { page, t, field } = kiosk
  await goTo(kiosk, `/claims/${claimId}/intake/identity`)
  await field(t('field.familyName')).fill(familyName)
  await page.keyboard.press('Tab')
  await saved(kiosk)
  await field(t('field.birthPlace')).fill(birthPlace)
  await page.keyboard.press('Tab')
  await saved(kiosk)
}

/** A claim of this desk alone, referred; gives its id. */
async function referred({ desk }: Kiosk, seed: number): Promise<string> {
  const claimId = await claimAtDesk(desk, seed)
  await answerAtDesk(desk, claimId)
  await desk.eligibility.decide({ claimId, outcome: 'referred' })
  return claimId
}

/** Issued, printed and handed over; gives its number. */
async function paperInHand({ desk }: Kiosk, claimId: string): Promise<string> {
  const [paper] = (await desk.documents.issue({ claimId, kind: 'RPID' })).documents
  const documentId = paper?.documentId ?? ''
  await desk.documents.print({ documentId })
  await desk.documents.sent({ documentId })
  await desk.documents.confirm({ documentId })
  return paper?.number ?? ''
}

/** From Needs attention to the claim; each field that two desks wrote is settled by a click on a value. */
async function resolveByField(kiosk: Kiosk, claimId: string, values: readonly string[]): Promise<void> {
  const { page, t, heading } = kiosk
  await goTo(kiosk, '/attention')
  await heading(t('attention.title')).waitFor()
  const row = page.getByRole('row').filter({ hasText: t('attention.conflict') })
  await expectAccessible(page, 'a conflict needs attention')
  await row.locator(`a[href*="${claimId}"]`).click()
  const conflicts = page.getByRole('group', { name: t('field.conflict') })
  await expect.poll(() => conflicts.count()).toBe(values.length)
  await expectAccessible(page, 'fields with two values')
  for (const [i, value] of values.entries()) {
    await conflicts.getByRole('button', { name: new RegExp(value, 'i') }).click()
    await expect.poll(() => conflicts.count()).toBe(values.length - 1 - i)
  }
  await saved(kiosk)
}

/** Each decision gave the person a client number of its desk's own block: one of them stays, by a correction. */
async function keepFirstNumber({ desk }: Kiosk, claimId: string): Promise<void> {
  const { person } = await desk.claims.get({ claimId })
  const numbers = (person.clientId?.conflict ?? []).map(({ value }) => String(value)).sort()
  expect(numbers).toEqual(['1100000001', '1100200001'])
  const fields = { clientId: numbers[0] ?? '' }
  const why = { reason: 'Two desks decided without a network.', evidence: 'The decision that came first' }
  await desk.claims.correct({ claimId, person: fields, ...why, bases: [...(person.clientId?.heads ?? [])] })
}

/** The decision here came second, and the document that rests on it is in the person's hand. */
async function recallDoubtful(kiosk: Kiosk, number: string): Promise<void> {
  const { page, t, heading } = kiosk
  await goTo(kiosk, '/attention')
  await heading(t('attention.title')).waitFor()
  await page.getByText(t('attention.settled_otherwise')).waitFor()
  const row = page.getByRole('row').filter({ hasText: t('attention.paper_in_doubt') })
  await row.getByRole('button', { name: t('attention.doubt_answer') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('514 555 0199').waitFor()
  expect((await dialog.innerText()).replaceAll(/\s/g, '')).toContain(number)
  await expectAccessible(page, 'a document in doubt')
  await dialog.getByRole('radio', { name: t('attention.doubt_recall') }).check()
  await dialog.getByLabel(t('common.reason')).fill('La décision a été prise au premier poste.')
  await dialog.getByRole('button', { name: t('attention.doubt_recall') }).click()
  await dialog.waitFor({ state: 'hidden' })
  await row.waitFor({ state: 'hidden' })
}

/** An administrator comes back to the first desk and turns the second away. */
async function revokeAtScreen(kiosk: Kiosk, code: string): Promise<void> {
  const { page, t, heading } = kiosk
  await signOut(kiosk, borderOfficer.name)
  // Within the shift the password is enough.
  await givePassword(kiosk, administrator.user, administrator.password)
  await heading(t('admin.officers'))
    .or(heading(t('today.title')))
    .first()
    .waitFor()
  await openSync(kiosk)
  await page.getByRole('button', { name: `${t('sync.revoke')} ${code}` }).click()
  const dialog = page.getByRole('dialog', { name: t('sync.revoke_title', { code }) })
  await dialog.getByLabel(t('common.reason')).fill('Left in a taxi')
  await expectAccessible(page, 'revoke a desk')
  await dialog.getByRole('button', { name: t('sync.revoke'), exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(t('sync.desk_revoked')).waitFor()
}
