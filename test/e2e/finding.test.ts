import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '../../src/shared/domain/vocabulary.ts'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { claimAtDesk } from '../support/e2e-claims.ts'

/** The demo, one click away for every role; and finding a claim in it without a mouse. */

let browser: Browser
let kiosk: Kiosk
beforeAll(async () => {
  browser = await openOfflineBrowser()
  kiosk = await openKiosk(browser, { demo: true, demoClaims: 12 })
}, 60_000)
afterAll(async () => {
  await kiosk?.close()
  await browser?.close()
})

test.each(roles)('one click, and the demo is open to the %s', async (role) => {
  const { page, t, heading } = kiosk
  await heading(t('door.demo_title')).waitFor()
  await page.getByText(t('shell.demo')).waitFor()
  await page.getByRole('button', { name: new RegExp(`^${t(`role.${role}`)}`) }).click()
  await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
  await page.getByRole('complementary', { name: t('shell.demo_label') }).waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expectFocus(page)
  await page.getByRole('button', { name: t('shell.officer_menu', { name: '' }).trim() }).click()
  await page.getByRole('menuitem', { name: t('shell.sign_out') }).click()
  await heading(t('door.sign_in')).waitFor()
})

test('the list, the search and a claim, all by keys', async () => {
  const { page, t, heading, desk } = kiosk
  await desk.seat.demo({ role: 'border_officer' })
  await claimAtDesk(desk)
  await heading(t('today.title')).waitFor()
  await keys('g', 'c')
  await heading(t('claims.title')).waitFor()
  await keys('f')
  await page.keyboard.type('hariri nour', { delay: 60 })
  await page.getByText(t('claims.matched_name'), { exact: true }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focusedText()).toContain('HARIRI')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /AL HARIRI/ }).waitFor()
  await expectFocus(page)
  await page.goBack()
  await heading(t('claims.title')).waitFor()
})

test('a name in its own script, its sound, and a number find the claim', async () => {
  const { page, t, field } = kiosk
  const { rows } = await kiosk.desk.claims.search({ text: 'hariri', limit: 5 })
  const found = page
    .getByRole('grid')
    .getByRole('row', { name: /AL HARIRI/ })
    .first()
  for (const text of ['الحريري', 'haryry', rows[0]?.applicationNumber ?? 'none']) {
    await field(t('claims.search')).fill(text)
    await found.waitFor()
  }
  await field(t('claims.search')).fill('zzqqxx')
  await page.getByText(t('claims.none_found')).waitFor()
  await page.keyboard.press('Escape')
  expect(await field(t('claims.search')).inputValue()).toBe('')
})

test('Ctrl+K reaches a claim, a room and an action from anywhere', async () => {
  const { page, t, heading } = kiosk
  const box = page.getByRole('textbox', { name: t('shell.search_long') })
  const ask = async (text: string, hit: string | RegExp) => {
    await page.keyboard.press('Control+k')
    await box.waitFor()
    // As hands do: faster is a reader, whose burst no field gets.
    await page.keyboard.type(text, { delay: 60 })
    await page
      .getByRole('option', { name: hit })
      .or(page.getByRole('button', { name: hit }))
      .last()
      .waitFor()
    await page.keyboard.press('Enter')
    await box.waitFor({ state: 'hidden' })
  }
  await ask('al hariri', /AL HARIRI/)
  await page.getByRole('heading', { level: 1, name: /AL HARIRI/ }).waitFor()
  await ask('needs att', t('shell.attention'))
  await heading(t('attention.title')).waitFor()
  await ask('take in', t('shell.new_claim'))
  await heading(t('claims.new')).waitFor()
  await page.keyboard.press('Control+k')
  await box.waitFor()
  await page.keyboard.press('Escape')
  await box.waitFor({ state: 'hidden' })
  await expectFocus(page)
})

test('the look that was chosen stays after a reload', async () => {
  const { page, t } = kiosk
  await page.getByRole('button', { name: t('shell.officer_menu', { name: '' }).trim() }).click()
  await page.getByRole('menuitemradio', { name: t('shell.scheme_dark') }).click()
  const scheme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme)
  await expect.poll(scheme).toBe('dark')
  await expect.poll(async () => (await kiosk.desk.preferences.get()).scheme).toBe('dark')
  await page.reload()
  await expect.poll(scheme).toBe('dark')
  expectQuiet(kiosk, /status of 4\d\d/)
})

/** One after the other, slower than a passport reader. */
async function keys(...each: string[]) {
  for (const key of each) await kiosk.page.keyboard.press(key, { delay: 60 })
}

const focusedText = () => kiosk.page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
