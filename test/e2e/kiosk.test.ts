import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { referredClaim } from '../support/claims.ts'
import { expectFocus, expectQuiet, type Kiosk, kioskPaper, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { claimAtDesk, expectInk } from '../support/e2e-claims.ts'
import { administrator, borderOfficer } from '../support/e2e-officers.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { scan } from '../support/reader.ts'
import { administratorDesk, codeFor } from '../support/set-up.ts'

/** A kiosk in a hall: few roles, a badge and a password, and nothing left for the next one who looks. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

const colleague = { user: 'bo', name: 'Bo Larsen', badge: 'K20002' }
const badge = 'K10001'

/** A kiosk with two border officers, the first of them at it. */
async function staffedKiosk(language: 'en' | 'fr'): Promise<Kiosk> {
  const kiosk = await openKiosk(browser, { language })
  onTestFinished(() => kiosk.close())
  const { desk, time } = kiosk
  await administratorDesk(kiosk)
  await desk.stock.receive({ first: 'A0001001', last: 'A0001100' })
  for (const officer of [{ ...borderOfficer, badge }, colleague]) {
    const { secrets } = await desk.officers.enrol({
      userName: officer.user,
      displayName: officer.name,
      password: 'temporary sentence',
      roles: ['border_officer'],
      jurisdiction: 'office',
      badge: officer.badge,
    })
    await desk.seat.signIn({ userName: officer.user, password: 'temporary sentence' })
    await desk.seat.secondFactor({ code: codeFor(secrets.totpSecret, time.now) })
    await desk.seat.changePassword({ current: 'temporary sentence', next: borderOfficer.password })
    if (officer.user === borderOfficer.user) await desk.stock.checkOut({ first: 'A0001001', last: 'A0001060' })
    await desk.seat.signIn({ userName: administrator.user, password: administrator.password })
  }
  await kiosk.restartAs({ kiosk: true })
  return kiosk
}

/** A badge is scanned, wherever the focus is. */
const scanBadge = ({ page }: Kiosk, text: string) => scan(page, [text], { reader: 'us', computer: 'us' })
/** While the desk is staffed through its contract, the page still asks what the officer before might ask. */
const setUpBeforeThePage = /rpc\/(officers\/list|shift\/view|queues\/counts|attentionCount|today)/

const whoField = ({ field, t }: Kiosk) => field(t('kiosk.who'))

async function signInByBadge(kiosk: Kiosk) {
  const { page, t, field, heading } = kiosk
  await heading(t('door.sign_in')).waitFor()
  await whoField(kiosk).waitFor()
  await scanBadge(kiosk, badge)
  await expect.poll(() => whoField(kiosk).inputValue()).toBe(badge.toLowerCase())
  await expect.poll(() => field(t('door.password')).evaluate((each) => each === document.activeElement)).toBe(true)
  await page.keyboard.type(borderOfficer.password)
  await page.keyboard.press('Enter')
  await heading(t('today.title')).waitFor()
}

describe.each(['en', 'fr'] as const)('a kiosk in %s', (language) => {
  test('is entered by badge and password, and by nobody who does not work there', async () => {
    const kiosk = await staffedKiosk(language)
    const { page, t, field, heading } = kiosk
    await heading(t('door.sign_in')).waitFor()
    await expectAccessible(page, 'door of a kiosk')
    await whoField(kiosk).fill(administrator.user)
    await field(t('door.password')).fill(administrator.password)
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain(
      language === 'en' ? 'Only border officers and supervisors' : 'Seuls les agents des services frontaliers',
    )
    await whoField(kiosk).fill('')
    await signInByBadge(kiosk)
    expectQuiet(kiosk, /status of 4\d\d/)
  }, 60_000)

  test('leaves nothing of the claim on the screen when it locks; what was typed comes back to its officer', async () => {
    const kiosk = await staffedKiosk(language)
    const { page, t, field, heading, desk, time } = kiosk
    await signInByBadge(kiosk)
    const claimId = await claimAtDesk(desk)
    await goTo(kiosk, `/claims/${claimId}/intake/contact`)
    const email = field(t('field.email'))
    await email.fill('nour@half')
    await expect.poll(async () => (await desk.claims.get({ claimId })).drafts.email).toBe('nour@half')
    const { familyName = '' } = (await desk.claims.get({ claimId })).row
    expect((await page.content()).toLowerCase()).toContain(familyName.toLowerCase())
    time.now += 11 * 60_000
    await heading(t('lock.title')).waitFor()
    await expectFocus(page)
    await expectAccessible(page, 'lock of a kiosk')
    const left = (await page.content()).toLowerCase()
    for (const gone of [familyName, 'nour@half', claimId]) expect(left).not.toContain(gone.toLowerCase())
    expect(await page.getByRole('navigation').count()).toBe(0)
    await page.keyboard.press('Tab')
    await page.keyboard.type(borderOfficer.password)
    await page.keyboard.press('Enter')
    await email.waitFor()
    await expect.poll(() => email.inputValue()).toBe('nour@half')
    expectQuiet(kiosk, setUpBeforeThePage)
  }, 60_000)

  test('changes hands by a badge, and the next officer starts at Today', async () => {
    const kiosk = await staffedKiosk(language)
    const { page, t, heading, desk } = kiosk
    await signInByBadge(kiosk)
    const claimId = await claimAtDesk(desk)
    await goTo(kiosk, `/claims/${claimId}`)
    await heading(t('overview.deadlines')).waitFor()
    await page.keyboard.press('Control+Shift+l')
    await heading(t('lock.title')).waitFor()
    await kiosk.field(t('kiosk.colleague')).waitFor()
    await scanBadge(kiosk, colleague.badge)
    await expect.poll(() => kiosk.field(t('kiosk.colleague')).inputValue()).toBe(colleague.badge.toLowerCase())
    await page.keyboard.type(borderOfficer.password)
    await page.keyboard.press('Enter')
    await heading(t('today.title')).waitFor()
    expect((await desk.status()).officer?.userName).toBe(colleague.user)
    expectQuiet(kiosk, setUpBeforeThePage)
  }, 60_000)
})

test('a kiosk shows a paper in its own page, opens no other and leaves nothing in Downloads', async () => {
  const kiosk = await staffedKiosk('en')
  const { page, context, t, desk, printed } = kiosk
  await signInByBadge(kiosk)
  const { claimId } = await referredClaim(kiosk, 'Osman')
  const [paper] = (await desk.documents.issue({ claimId, kind: 'RPID' })).documents
  const downloads: string[] = []
  page.on('download', (download) => downloads.push(download.suggestedFilename()))
  await page.route(`**${kioskPaper}`, (route) =>
    route.fulfill({ contentType: 'application/pdf', body: Buffer.from(printed.at(-1) ?? []) }),
  )
  await page.evaluate(() => {
    window.print = () => void document.body.setAttribute('data-printed', '')
  })
  await goTo(kiosk, `/claims/${claimId}/intake/document`)
  await page
    .getByRole('button', { name: t('paper.print') })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: t('kiosk.paper') })
  await expectInk(dialog.locator('canvas').first())
  await expectAccessible(page, 'paper of a kiosk')
  await dialog.getByRole('button', { name: t('kiosk.print') }).click()
  await expect.poll(() => page.locator('body').getAttribute('data-printed')).toBe('')
  await expect.poll(async () => (await desk.claims.get({ claimId })).documents[0]?.state).toBe('sent')
  expect([context.pages().length, downloads, await page.locator('a[download]').count()]).toEqual([1, [], 0])
  expect(paper?.state).toBe('reserved')
  await page.keyboard.press('Control+Shift+l')
  await kiosk.heading(t('lock.title')).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
}, 60_000)

describe.each([true, false])('the camera (kiosk: %s)', (atKiosk) => {
  test('goes out with its dialog, with the lock and with a change of officers', async () => {
    const kiosk = await staffedKiosk('en')
    if (!atKiosk) await kiosk.restartAs({ kiosk: false })
    const { page, t, button, heading, desk, field } = kiosk
    await page.addInitScript(cameraOfTheTest)
    await page.reload()
    if (atKiosk) await signInByBadge(kiosk)
    else {
      await field(t('door.user_name')).fill(borderOfficer.user)
      await field(t('door.password')).fill(borderOfficer.password)
      await page.keyboard.press('Enter')
      await heading(t('today.title')).waitFor()
    }
    const claimId = (await desk.claims.open({ channel: 'port_of_entry' })).row.claimId
    const live = () =>
      page.evaluate(
        () =>
          (globalThis as never as { tracks: MediaStreamTrack[] }).tracks.filter((track) => track.readyState === 'live')
            .length,
      )
    const open = async () => {
      await goTo(kiosk, `/claims/${claimId}/intake/photo`)
      await button(t('photo.camera')).click()
      await expect.poll(live).toBe(1)
    }
    await open()
    await button(t('photo.stop')).click()
    await expect.poll(live).toBe(0)
    await button(t('photo.camera')).click()
    await expect.poll(live).toBe(1)
    await page.keyboard.press('Control+Shift+l')
    await heading(t('lock.title')).waitFor()
    await expect.poll(live).toBe(0)
    await page.getByLabel(t('door.password'), { exact: true }).fill(borderOfficer.password)
    await page.keyboard.press('Enter')
    await heading(t('lock.title')).waitFor({ state: 'hidden' })
    if (atKiosk) await open()
    else await expect.poll(live).toBe(1)
    await page.keyboard.press('Control+Shift+l')
    await heading(t('lock.title')).waitFor()
    if (atKiosk) {
      await field(t('kiosk.colleague')).fill(colleague.badge)
      await field(t('door.password')).fill(borderOfficer.password)
      await page.keyboard.press('Enter')
      await heading(t('today.title')).waitFor()
    } else {
      await button(t('lock.switch')).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('shell.sign_out') })
        .click()
      await heading(t('door.sign_in')).waitFor()
    }
    await expect.poll(live).toBe(0)
  }, 60_000)
})

/** Runs in the page: a camera that shows a drawing, and whose tracks are remembered. */
function cameraOfTheTest() {
  const tracks: MediaStreamTrack[] = []
  Object.assign(globalThis, { tracks })
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = document.createElement('canvas')
    canvas.getContext('2d')?.fillRect(0, 0, 9, 9)
    const stream = canvas.captureStream(5)
    tracks.push(...stream.getTracks())
    return stream
  }
}
