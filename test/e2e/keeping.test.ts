import { setTimeout } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { claimAtDesk } from '../support/e2e-claims.ts'
import { administrator, borderOfficer, givePassword } from '../support/e2e-officers.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { borderDesk } from '../support/set-up.ts'

/** Whatever happens, nothing that an officer typed is lost. */

let browser: Browser
let kiosk: Kiosk
let claimId: string
beforeAll(async () => {
  browser = await openOfflineBrowser()
  kiosk = await openKiosk(browser)
  await borderDesk(kiosk)
  claimId = await claimAtDesk(kiosk.desk)
  await openContact()
}, 60_000)
afterAll(async () => {
  await kiosk?.close()
  await browser?.close()
})

const openContact = async () => {
  await goTo(kiosk, `/claims/${claimId}/intake/contact`)
  await kiosk.page.getByRole('heading', { level: 2, name: kiosk.t('step.contact') }).waitFor()
}
const email = () => kiosk.field(kiosk.t('field.email'))
const cover = () => kiosk.page.getByRole('dialog', { name: kiosk.t('lock.title') })
const unlock = async (password = borderOfficer.password) => {
  await kiosk.field(kiosk.t('door.password')).fill(password)
  await kiosk.page.keyboard.press('Enter')
}
/** Half an address: a draft and no value. */
const typeHalf = async (text: string) => {
  await email().fill(text)
  await expect.poll(async () => (await kiosk.desk.claims.get({ claimId })).drafts.email).toBe(text)
}

describe('under the lock', () => {
  test('a field keeps what is half typed and the focus comes back to it', async () => {
    const { page, t } = kiosk
    await email().fill('nour@exam')
    await page.keyboard.press('Control+Shift+l')
    await cover().waitFor()
    await expectFocus(page)
    await page.keyboard.press('Escape')
    await page.keyboard.type('not for the field below')
    await kiosk.field(t('door.password')).fill('')
    await unlock('somebody else')
    await cover().getByRole('alert').waitFor()
    await unlock()
    await cover().waitFor({ state: 'hidden' })
    expect(await email().inputValue()).toBe('nour@exam')
    await expect.poll(() => email().evaluate((field) => field === document.activeElement)).toBe(true)
  })

  test('an idle desk locks by itself, also over an open dialog', async () => {
    const { page, t, time } = kiosk
    await kiosk.button(t('shell.officer_menu', { name: borderOfficer.name })).click()
    await page.getByRole('menuitem', { name: t('shell.change_password') }).click()
    await kiosk.field(t('door.current_password')).fill('begun')
    time.now += 11 * 60_000
    await cover().waitFor()
    await unlock()
    await cover().waitFor({ state: 'hidden' })
    expect(await kiosk.field(t('door.current_password')).inputValue()).toBe('begun')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  test('a key pressed in a window that has just loaded keeps it open', async () => {
    const { page, t, time, desk } = kiosk
    time.now += 9 * 60_000
    await page.reload()
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    const told = page.waitForResponse('**/rpc/seat/touch', { timeout: 5000 })
    await page.keyboard.press('Shift')
    await told
    time.now += 2 * 60_000
    expect((await desk.status()).phase).toBe('active')
  })

  test('what changed just before it closed stands there once it opens', async () => {
    const { page, desk } = kiosk
    const change = (phone: string) => desk.claims.set({ claimId, fields: { phone }, bases: [] })
    let answer = () => {}
    const held = new Promise<void>((release) => {
      answer = release
    })
    let asked = false
    await page.route('**/rpc/claims/get', async (route) => {
      const response = await route.fetch()
      asked = true
      await held
      await route.fulfill({ response })
    })
    await change('514 555 0101')
    await expect.poll(() => asked).toBe(true)
    // It waits for its round behind the answer that is on its way.
    await change('514 555 0102')
    await setTimeout(200)
    await desk.seat.lock()
    await cover().waitFor()
    answer()
    // As long a rest follows as the round took.
    await setTimeout(2000)
    await unlock()
    await cover().waitFor({ state: 'hidden' })
    await expect.poll(() => kiosk.field(kiosk.t('field.phone')).inputValue()).toBe('514 555 0102')
    await page.unroute('**/rpc/claims/get')
  })
})

test('a reload keeps drafts', async () => {
  await typeHalf('nour@reload')
  await kiosk.page.reload()
  await expect.poll(() => email().inputValue()).toBe('nour@reload')
})

test('a restart of the desk keeps drafts', async () => {
  await typeHalf('nour@restart')
  await kiosk.restart()
  await givePassword(kiosk, borderOfficer.user, borderOfficer.password)
  await kiosk.heading(kiosk.t('today.title')).waitFor()
  await openContact()
  await expect.poll(() => email().inputValue()).toBe('nour@restart')
})

test('another officer takes the seat, and the first finds the draft again', async () => {
  const { page, t, heading, time } = kiosk
  await typeHalf('nour@switch')
  await page.keyboard.press('Control+Shift+l')
  await cover()
    .getByRole('button', { name: t('lock.switch') })
    .click()
  await cover()
    .getByRole('button', { name: t('shell.sign_out') })
    .click()
  time.now += 60_000
  await givePassword(kiosk, administrator.user, administrator.password)
  await heading(t('admin.officers')).waitFor()
  await page.keyboard.press('Control+Shift+l')
  await cover()
    .getByRole('button', { name: t('lock.switch') })
    .click()
  await cover()
    .getByRole('button', { name: t('shell.sign_out') })
    .click()
  await givePassword(kiosk, borderOfficer.user, borderOfficer.password)
  await heading(t('today.title')).waitFor()
  await openContact()
  await expect.poll(() => email().inputValue()).toBe('nour@switch')
})

test('changing the language keeps what is typed', async () => {
  const { page } = kiosk
  await email().fill('nour@langue')
  await page.getByRole('button', { name: 'FR – Français' }).click()
  const courriel = page.getByLabel('Courriel', { exact: true })
  expect(await courriel.inputValue()).toBe('nour@langue')
  await page.getByRole('button', { name: 'EN – English' }).click()
  expect(await email().inputValue()).toBe('nour@langue')
  onTestFinished(() => expectQuiet(kiosk, /status of 4\d\d/))
})
