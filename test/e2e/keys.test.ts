import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { passport } from '../support/e2e-claims.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { scan } from '../support/reader.ts'

/** Keys that the officer changes, and the test of a reader. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  let kiosk: Kiosk
  beforeAll(async () => {
    kiosk = await openKiosk(browser, { demo: true, demoClaims: 5, language })
    await kiosk.desk.seat.demo({ role: 'border_officer' })
    await kiosk.heading(kiosk.t('today.states')).waitFor()
  }, 60_000)
  afterAll(() => kiosk?.close())

  /** A person's pause after the key before: closer together they are a reader's. */
  const openHelp = async () => {
    await kiosk.page.waitForTimeout(60)
    await kiosk.page.keyboard.press('?')
  }
  const changeKeys = async () => {
    const { page, t } = kiosk
    await openHelp()
    await page.getByRole('dialog', { name: t('keys.title') }).waitFor()
    await kiosk.button(t('keys.change')).click()
    const dialog = page.getByRole('dialog', { name: t('keys.change') })
    await dialog.waitFor()
    return dialog
  }
  const takeIn = () => kiosk.page.getByRole('link', { name: new RegExp(`^${kiosk.t('shell.new_claim')}`) })

  test('an action gets another key; its hint and what a screen reader hears follow, after a restart too', async () => {
    const { page, t, desk } = kiosk
    const dialog = await changeKeys()
    await expectFocus(page)
    await expectAccessible(page, 'change keys')
    await dialog.getByRole('button', { name: t('keys.change_of', { action: t('shell.new_claim') }) }).press('Enter')
    await dialog.getByRole('button', { name: t('keys.press') }).waitFor()
    await page.keyboard.press('q')
    await expect.poll(async () => (await desk.preferences.get()).keys).toEqual({ 'shell.new_claim:n': 'q' })
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => takeIn().getAttribute('aria-keyshortcuts')).toBe('Q')
    expect(await takeIn().innerText()).toMatch(/Q$/)
    await page.keyboard.press('n')
    await page.waitForTimeout(200)
    expect(page.url()).not.toContain('claims/new')
    await page.keyboard.press('q')
    await kiosk.heading(t('claims.new')).waitFor()
    await goTo(kiosk, '/')
    await page.reload()
    await expect.poll(() => takeIn().getAttribute('aria-keyshortcuts')).toBe('Q')
  })

  test('a key that another action has is refused, and so is one that the browser needs', async () => {
    const { page, t, desk } = kiosk
    const dialog = await changeKeys()
    const change = dialog.getByRole('button', { name: t('keys.change_of', { action: t('shell.new_claim') }) })
    const begin = async () => {
      await change.press('Enter')
      await dialog.getByRole('button', { name: t('keys.press') }).waitFor()
    }
    await begin()
    await page.keyboard.press('/')
    await dialog
      .getByRole('alert')
      .getByText(t('keys.taken', { action: t('shell.search_long') }))
      .waitFor()
    await begin()
    await page.keyboard.press('ArrowDown')
    await dialog.getByRole('alert').getByText(t('keys.reserved')).waitFor()
    await expectAccessible(page, 'a key is refused')
    await begin()
    await page.keyboard.press('Escape')
    await change.waitFor()
    expect((await desk.preferences.get()).keys).toEqual({ 'shell.new_claim:n': 'q' })
    await dialog.getByRole('button', { name: t('keys.take_away_of', { action: t('shell.lock') }) }).click()
    await expect.poll(async () => (await desk.preferences.get()).keys?.['shell.lock:ctrl+shift+l']).toBe('')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+Shift+l')
    await page.waitForTimeout(200)
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('and every key goes back to what it was', async () => {
    const { page, t, desk } = kiosk
    const dialog = await changeKeys()
    await dialog.getByRole('button', { name: t('keys.reset_all') }).click()
    await expect.poll(async () => (await desk.preferences.get()).keys).toEqual({})
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => takeIn().getAttribute('aria-keyshortcuts')).toBe('N')
  })

  test('single keys turned off act no more, and their hints go', async () => {
    const { page, t } = kiosk
    await openHelp()
    const dialog = page.getByRole('dialog', { name: t('keys.title') })
    await dialog.getByRole('switch', { name: t('keys.single') }).click()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => takeIn().getAttribute('aria-keyshortcuts')).toBeNull()
    await page.keyboard.press('n')
    await page.waitForTimeout(200)
    expect(page.url()).not.toContain('claims/new')
    await kiosk.desk.preferences.set({ shortcuts: true })
    await page.reload()
    await expect.poll(() => takeIn().getAttribute('aria-keyshortcuts')).toBe('N')
  })

  test('the test of a reader says what arrived, from which layout, and what to set', async () => {
    const { page, t } = kiosk
    await page.getByRole('button', { name: t('shell.officer_menu', { name: '' }).trim() }).click()
    await page.getByRole('menuitem', { name: t('reader.title') }).click()
    const dialog = page.getByRole('dialog', { name: t('reader.title') })
    await dialog.getByText(t('reader.lead')).waitFor()
    await scan(page, passport, { reader: 'us', computer: 'csa' })
    await dialog.getByText(t('reader.works'), { exact: true }).waitFor()
    await dialog.getByText(t('reader.advice_layouts_differ')).waitFor()
    await dialog.getByText(t('reader.layout_us'), { exact: true }).waitFor()
    await dialog.getByText(passport[1] ?? '-').waitFor()
    await expectAccessible(page, 'test of a reader')
    // Too slow to be known as a reader, it is still told what is wrong.
    await scan(page, passport, { reader: 'us', computer: 'us' }, 50)
    await dialog.getByText(t('reader.works_not'), { exact: true }).waitFor()
    await dialog.getByText(t('reader.advice_too_slow')).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('and nothing complained', () => expectQuiet(kiosk))
})
