import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { expectQuiet, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { furnish, waiting } from '../support/e2e-interview-scenes.ts'

/** An officer finds the next claim in a queue and opens it: by keyboard, in both languages. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

/** A hand is slower than a passport reader, whose keys the window tells apart by their pace. */
const slowly = { delay: 60 }

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('keys alone lead from the queue to the claim, and back to the next one', { timeout: 120_000 }, async () => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 3 })
    onTestFinished(() => kiosk.close())
    const { page, t, desk } = kiosk
    await desk.seat.demo({ role: 'supervisor' })
    await furnish(kiosk)
    await desk.seat.demo({ role: 'border_officer' })
    await waiting(kiosk, 11)
    await waiting(kiosk, 12)
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    await page.keyboard.press('g', slowly)
    await page.keyboard.press('q', slowly)
    const queues = page.getByRole('navigation', { name: t('queues.list') })
    await queues.waitFor()
    await queues.getByRole('link', { name: new RegExp(`^${t('queue.to_schedule')}`) }).click()
    await page.getByRole('heading', { level: 2, name: t('queue.to_schedule') }).waitFor()
    await expectAccessible(page, 'queues')
    const grid = page.getByRole('grid', { name: t('queues.claims') })
    const count = await grid.locator('[data-row]').count()
    expect(count).toBeGreaterThanOrEqual(2)
    await page.keyboard.press('j', slowly)
    await page.keyboard.press('j', slowly)
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-key')?.split(' ')[0])
    const rows = (await desk.queues.page({ queue: 'to_schedule' })).rows
    await expect.poll(focused).toBe(rows[1]?.claimId)
    await page.keyboard.press('k', slowly)
    await expect.poll(focused).toBe(rows[0]?.claimId)
    // Both are given to a colleague: shown first, then done, each with its line.
    await page.keyboard.press('x', slowly)
    await page.keyboard.press('j', slowly)
    await page.keyboard.press('x', slowly)
    await page.keyboard.press('t', slowly)
    const dialog = page.getByRole('dialog', { name: t('bulk.take') })
    await dialog.getByRole('button', { name: t('bulk.preview') }).click()
    await dialog.getByRole('table', { name: t('bulk.what') }).waitFor()
    await expectAccessible(page, 'bulk')
    // They are the officer’s own already: refused, with the reason, and nothing to do.
    await expect.poll(() => dialog.getByText(t('bulk.refused'), { exact: true }).count()).toBe(2)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: new RegExp(`^${t('bulk.book')}`) }).click()
    const booking = page.getByRole('dialog', { name: t('bulk.book') })
    await booking.getByRole('combobox', { name: t('bulk.mode') }).selectOption('video')
    await booking.getByRole('button', { name: t('bulk.preview') }).click()
    await booking.getByRole('button', { name: t('bulk.run', { count: 2 }) }).click()
    await booking.getByText(t('bulk.report', { done: 2, refused: 0 })).waitFor()
    await expectAccessible(page, 'report')
    await booking
      .getByRole('button', { name: t('bulk.close'), exact: true })
      .first()
      .click()
    await queues.getByRole('link', { name: new RegExp(`^${t('queue.interview_week')}`) }).click()
    await page.getByRole('heading', { level: 2, name: t('queue.interview_week') }).waitFor()
    await page.keyboard.press('j', slowly)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => rows.some(({ claimId }) => url.hash.includes(`/claims/${claimId}`)))
    // On top of the claim stands what is next, and who is at work on it.
    const head = page.getByRole('region', { name: t('head.label') })
    await head.getByText(t('head.next'), { exact: true }).waitFor()
    await head.getByRole('button', { name: t('working.start') }).click()
    await head.getByText(t('working.you')).waitFor()
    await expectAccessible(page, 'head')
    expectQuiet(kiosk)
  })
})
