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
  await page.evaluate(watchFrames)
  await desk.seat.demo({ role: 'border_officer' })
  await heading(t('today.title')).waitFor()
  await expect.poll(() => page.evaluate(marks, 'drawn ahead'), { timeout: 20_000 }).toHaveLength(3)
  // Claims, a queue and the lists of Today, each with as many rows as fit.
  for (const rows of await page.evaluate(marks, 'drawn ahead')) expect(rows).toBeGreaterThan(30)
  // Laid out once, all of it higher than the window: the page was never shown with it.
  await expect.poll(() => page.evaluate(marks, 'laid out ahead'), { timeout: 20_000 }).toHaveLength(1)
  for (const height of await page.evaluate(marks, 'laid out ahead')) expect(height).toBeGreaterThan(2000)
  const { frames, seen } = await page.evaluate(framesSeen)
  expect(frames).toBeGreaterThan(5)
  expect(seen).toBe(0)
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

/** Rows that stood in what was drawn ahead, time by time; how high it was, laid out. */
const marks = (name: string) =>
  performance.getEntriesByName(name).map((mark) => (mark as PerformanceMark).detail as number)

type Watching = typeof globalThis & { watched?: { frames: number; seen: number } }

/** Counts frames, and those in which something of what is laid out ahead stands in the page. */
function watchFrames() {
  const watched = { frames: 0, seen: 0 }
  ;(globalThis as Watching).watched = watched
  const look = () => {
    watched.frames += 1
    if (document.querySelector('main > [inert]') || document.body.textContent.includes('SPECIMEN')) watched.seen += 1
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const framesSeen = () => (globalThis as Watching).watched ?? { frames: 0, seen: 0 }
