import { existsSync } from 'node:fs'
import { firefox } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { expectFocus, expectQuiet, openKiosk } from '../support/e2e.ts'
import { claimAtDesk, expectInk } from '../support/e2e-claims.ts'
import { goTo } from '../support/e2e-scenes.ts'

/** Playwright drives only its own Firefox; it is there after 'npx playwright-core install firefox'. */
const program = process.env.FIREFOX_PATH ?? firefox.executablePath()
const missing = !existsSync(program)

test.skipIf(missing)(
  `in Firefox: the demo, a claim and the preview of its document${missing ? ' (skipped: Firefox is not installed)' : ''}`,
  async () => {
    const browser = await firefox.launch({ executablePath: program })
    onTestFinished(() => browser.close())
    const kiosk = await openKiosk(browser, { demo: true, demoClaims: 5 })
    onTestFinished(() => kiosk.close())
    const { page, t, desk } = kiosk
    await page.getByRole('button', { name: new RegExp(`^${t('role.border_officer')}`) }).click()
    await kiosk.heading(t('today.title')).waitFor()
    await expectFocus(page)
    const claimId = await claimAtDesk(desk)
    await goTo(kiosk, `/claims/${claimId}/intake/document`)
    await expectInk(page.getByRole('img', { name: t('paper.preview_of', { page: 1, pages: 1 }) }))
    expect(page.url()).not.toContain('token')
    expectQuiet(kiosk)
  },
  90_000,
)
