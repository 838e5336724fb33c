import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Role } from '../../src/shared/contract/views.ts'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser, seatedAnother } from '../support/e2e.ts'
import { makeConfirmations } from '../support/e2e-confirmation-scenes.ts'
import { goTo } from '../support/e2e-scenes.ts'

/** Where an officer was: lists as they were left, the parts of a claim in one row, and the search that leads anywhere. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

async function open(language: 'en' | 'fr', role: Role, demoClaims = 20): Promise<Kiosk> {
  const kiosk = await openKiosk(browser, { language, demo: true, demoClaims })
  onTestFinished(() => kiosk.close())
  await kiosk.desk.seat.demo({ role })
  await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
  return kiosk
}

/** One after the other, slower than a passport reader. */
const slowly = { delay: 60 }

const focusedRow = ({ page }: Kiosk) =>
  page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('data-key') ?? 'none')

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('who comes back from a claim finds the list as it was, on the row they left by', async () => {
    const kiosk = await open(language, 'caseworker')
    const { page, t } = kiosk
    // Low: the row is out of sight until somebody goes there.
    await page.setViewportSize({ width: 1280, height: 480 })
    await goTo(kiosk, '/claims')
    await page.getByRole('grid', { name: t('claims.list') }).waitFor()
    const referred = page.getByRole('radio', { name: t('claim_state.referred') })
    await referred.press(' ', slowly)
    await expect
      .poll(() =>
        page
          .getByRole('row')
          .filter({ hasText: t('claim_state.intake') })
          .count(),
      )
      .toBe(0)
    const row = page.getByRole('grid').getByRole('row').nth(5)
    await row.focus()
    const left = await focusedRow(kiosk)
    await page.keyboard.press('Enter')
    await page.getByRole('tablist', { name: t('claims.tabs') }).waitFor()
    for (const comeBack of [
      () => page.getByRole('link', { name: t('claims.back') }).press('Enter'),
      () => page.goBack(),
    ]) {
      await comeBack()
      await page.getByRole('grid', { name: t('claims.list') }).waitFor()
      await expect.poll(() => focusedRow(kiosk)).toBe(left)
      expect(await referred.isChecked()).toBe(true)
      await expect.poll(() => isInSight(kiosk, left)).toBe(true)
      await page.keyboard.press('Enter')
      await page.getByRole('tablist', { name: t('claims.tabs') }).waitFor()
    }
    expectQuiet(kiosk)
  }, 90_000)

  test('the parts of a claim stand in one row, and arrows go through them', async () => {
    const kiosk = await open(language, 'caseworker')
    const { page, t } = kiosk
    const { rows } = await kiosk.desk.claims.page({ states: ['referred'], mine: false, limit: 1 })
    await goTo(kiosk, `/claims/${rows[0]?.claimId}`)
    const tab = (name: 'overview' | 'work' | 'forms' | 'timeline') =>
      page.getByRole('tab', { name: t(`claims.tab_${name}`), exact: true })
    await tab('overview').waitFor()
    expect(await rowsOfTabs(kiosk)).toBe(1)
    expect(await page.getByRole('button', { name: t('common.more_tabs'), exact: true }).count()).toBe(0)
    await tab('overview').focus()
    await page.keyboard.press('ArrowRight')
    expect(await tab('forms').evaluate((each) => each === document.activeElement)).toBe(true)
    await page.keyboard.press('End')
    expect(await tab('timeline').evaluate((each) => each === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => tab('timeline').getAttribute('aria-selected')).toBe('true')
    await page.getByRole('tabpanel', { name: t('claims.tab_timeline') }).waitFor()
    // The keyboard stays where it is: the next arrow goes on from here.
    expect(await tab('timeline').evaluate((each) => each === document.activeElement)).toBe(true)
    await page.setViewportSize({ width: 900, height: 700 })
    await page.getByRole('button', { name: t('common.more_tabs'), exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: t('claims.tab_portal') }).waitFor()
    expect(await rowsOfTabs(kiosk)).toBe(1)
    expect(await tab('timeline').getAttribute('aria-selected')).toBe('true')
    await page.getByRole('menuitem', { name: t('claims.tab_portal') }).press('Enter')
    await page.getByRole('tabpanel', { name: t('claims.tab_portal') }).waitFor()
    // At 200 % the rooms would take half of the screen: they are behind one button.
    await page.setViewportSize({ width: 640, height: 400 })
    const rooms = page.getByRole('navigation', { name: t('shell.navigation') })
    expect(await rooms.getByRole('link').count()).toBe(0)
    await rooms.getByRole('button', { name: new RegExp(`^${t('shell.rooms')}`) }).press('Enter')
    await rooms.getByRole('link', { name: t('shell.claims') }).press('Enter')
    await kiosk.heading(t('claims.title')).waitFor()
    expect(await rooms.getByRole('link').count()).toBe(0)
    expectQuiet(kiosk)
  }, 90_000)
})

test('Ctrl+K finds who confirms residence too, does what the screen can do, and leads back to whom was seen last', async () => {
  const kiosk = await open('en', 'caseworker', 5)
  const { page, t } = kiosk
  await makeConfirmations(kiosk)
  await kiosk.desk.seat.demo({ role: 'caseworker' })
  const box = page.getByRole('textbox', { name: t('shell.search_long') })
  const list = page.getByRole('dialog')
  await page.keyboard.press('Control+k')
  await box.waitFor()
  await page.keyboard.type('haddad', slowly)
  await list
    .getByText(/HADDAD/)
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /HADDAD/ }).waitFor()
  await goTo(kiosk, '/claims')
  await kiosk.heading(t('claims.title')).waitFor()
  await page.keyboard.press('Control+k')
  await list
    .getByText(/HADDAD/)
    .first()
    .waitFor()
  await page.keyboard.type(t('claims.key_search'), slowly)
  await page.keyboard.press('Enter')
  await box.waitFor({ state: 'hidden' })
  const search = kiosk.field(t('claims.search'))
  await expect.poll(() => search.evaluate((each) => each === document.activeElement)).toBe(true)
  await page.getByRole('button', { name: t('shell.officer_menu', { name: '' }).trim() }).click()
  await page.getByRole('menuitem', { name: t('shell.sign_out') }).click()
  await page.getByRole('button', { name: new RegExp(`^${t('role.supervisor')}`) }).click()
  await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
  await page.keyboard.press('Control+k')
  await box.waitFor()
  // What one officer saw is not offered to the next.
  await list.getByText(t('shell.lock'), { exact: true }).waitFor()
  expect(await list.getByText(/HADDAD/).count()).toBe(0)
  await page.keyboard.press('Escape')
  await expectFocus(page)
  expectQuiet(kiosk, seatedAnother)
}, 90_000)

const rowsOfTabs = ({ page }: Kiosk) =>
  page
    .getByRole('tablist')
    .evaluate((list) => new Set([...list.children].map((tab) => tab.getBoundingClientRect().top)).size)

const isInSight = ({ page }: Kiosk, key: string) =>
  page.evaluate((wanted) => {
    const { top, bottom } = document.querySelector(`[data-key="${wanted}"]`)?.getBoundingClientRect() ?? new DOMRect()
    return top > 52 && bottom > top && bottom <= innerHeight
  }, key)
