import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'

/** The screens of the day's work are drawn ahead while the window is idle, and nobody notices. */

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

test('drawing ahead asks nothing of the desk, shows nothing and leaves focus and keys where they were', async () => {
  const { page, t, desk, heading } = kiosk
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await desk.seat.demo({ role: 'border_officer' })
  await heading(t('today.title')).waitFor()
  await expect.poll(() => page.evaluate(drawnAhead), { timeout: 20_000 }).toHaveLength(2)
  // Claims, a queue and the lists of Today, each with as many rows as fit.
  for (const rows of await page.evaluate(drawnAhead)) expect(rows).toBeGreaterThan(30)
  expect(asked).toContain('/rpc/today')
  for (const path of ['/rpc/claims/page', '/rpc/queues/page', '/rpc/appointments/calendar', '/rpc/casework/officers'])
    expect(asked).not.toContain(path)
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/specimen \d/i)
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  expect(await page.title()).toContain(t('today.title'))
  // A key of the calendar alone does nothing here.
  await page.keyboard.press('?')
  const help = page.getByRole('dialog')
  await help.waitFor()
  expect(await help.innerText()).not.toContain(t('interviews.agenda'))
})

/** Rows that stood in what was drawn ahead, time by time. */
const drawnAhead = () =>
  performance.getEntriesByName('drawn ahead').map((mark) => (mark as PerformanceMark).detail as number)
