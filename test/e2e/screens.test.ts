import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, onTestFinished, test } from 'vitest'
import { roles } from '../../src/shared/domain/vocabulary.ts'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser, seatedAnother } from '../support/e2e.ts'
import { expectAccessible, expectContrast, expectNoSidewaysScroll } from '../support/e2e-axe.ts'
import { type Cases, makeCases, type Scene, scenes, showScheme } from '../support/e2e-scenes.ts'

/**
 * Every screen and dialog of the demo: axe in light and dark, focus, 200 % zoom.
 */

let browser: Browser
let kiosk: Kiosk
let cases: Cases
const desktop = { width: 1280, height: 800 }
/** What is left of 1280 x 800 at 200 %. */
const zoomed = { width: 640, height: 400 }

beforeAll(async () => {
  browser = await openOfflineBrowser()
  kiosk = await openKiosk(browser, { demo: true, demoClaims: 25, context: { viewport: desktop } })
  await kiosk.desk.seat.demo({ role: 'border_officer' })
  cases = await makeCases(kiosk)
}, 120_000)
afterAll(async () => {
  await kiosk?.close()
  await browser?.close()
})

const shown = roles.filter((role) => scenes.some((scene) => scene.role === role))

describe.each(shown)('as %s', (role) => {
  beforeAll(async () => {
    await kiosk.desk.seat.demo({ role })
    await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
  })
  test.each(scenes.filter((scene) => scene.role === role))('$name', look, 60_000)
})

// The demo has no rooms and no hours: that no time can be proposed is an answer, which the screen shows in words.
test('and nothing complained', () =>
  expectQuiet(kiosk, new RegExp(`rpc/appointments/proposals|${seatedAnother.source}`)))

async function look(scene: Scene) {
  const { page } = kiosk
  await scene.open(kiosk, cases)
  await expectFocus(page)
  await expectAccessible(page, scene.name)
  await inDark(scene)
  await whenZoomed(scene)
  if (!scene.above) return
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await expectFocus(page)
}

async function inDark({ name }: Scene) {
  await showScheme(kiosk.page, 'dark')
  onTestFinished(() => showScheme(kiosk.page, 'light'))
  await expectContrast(kiosk.page, `${name} in the dark`)
}

async function whenZoomed({ name }: Scene) {
  await kiosk.page.setViewportSize(zoomed)
  onTestFinished(() => kiosk.page.setViewportSize(desktop))
  await expectNoSidewaysScroll(kiosk.page, name)
}
