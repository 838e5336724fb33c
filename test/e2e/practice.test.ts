import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { expectQuiet, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'

/** Practice from the door of the real desk: another desk, which nobody can mistake for it. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

test.each(['en', 'fr'] as const)(
  'practice opens from the door without signing in, in %s',
  async (language) => {
    const kiosk = await openKiosk(browser, { language, demoClaims: 1 })
    onTestFinished(() => kiosk.close())
    const { page, t } = kiosk
    const button = page.getByRole('button', { name: t('door.practice'), exact: true })
    const opened = kiosk.context.waitForEvent('page')
    await button.press('Enter')
    const practice = await opened
    await practice.getByText(t('shell.demo')).waitFor()
    await expect.poll(() => practice.title()).toMatch(/PRACTICE|EXERCICE/)
    expect(new URL(practice.url()).origin).not.toBe(new URL(page.url()).origin)
    const frame = (of: typeof page) => of.evaluate(() => getComputedStyle(document.body).getPropertyValue('--frame'))
    expect(await frame(practice)).not.toBe(await frame(page))
    expect(await page.title()).not.toMatch(/PRACTICE|EXERCICE/)
    await expectAccessible(practice, 'practice')
    const folder = process.env.PASSERELLE_LOOK
    if (folder) await practice.screenshot({ path: `${folder}/practice-${language}.png` })
    if (folder) await page.screenshot({ path: `${folder}/door-${language}.png` })
    expectQuiet(kiosk)
  },
  60_000,
)
