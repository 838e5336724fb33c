import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { expectQuiet, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { claimAtDesk } from '../support/e2e-claims.ts'

/** The print queue in the browser host, whose window prints: one file, and the officer says what came out. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('a notice is queued, handed to the window, said to be printed, and confirmed by its number', async () => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 0 })
    onTestFinished(() => kiosk.close())
    const { page, t, field, desk } = kiosk
    await desk.seat.demo({ role: 'border_officer' })
    const claimId = await claimAtDesk(desk)
    const interview = { date: '2027-01-14', time: '09:30', minutes: 90, place: 'Etobicoke' }
    await desk.claims.recordAct({ claimId, act: { interview }, bases: [] })
    const [notice] = (await desk.documents.issue({ claimId, kind: 'interview' })).documents
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.keyboard.type('gi', { delay: 60 })
    await page.getByRole('button', { name: t('printing.add', { count: 1 }) }).press('Enter')
    await page.getByRole('button', { name: t('printing.resume') }).waitFor()
    const opened = page.context().waitForEvent('page')
    await page.keyboard.press('Control+Enter')
    await opened
    await page.getByRole('button', { name: t('printing.printed') }).press('Enter')
    await page.getByText(t('printing.state_sent'), { exact: true }).waitFor()
    await field(t('printing.scan')).fill(notice?.number ?? '')
    await page.keyboard.press('Enter')
    await page.getByText(t('printing.state_confirmed'), { exact: true }).first().waitFor()
    expect((await desk.claims.get({ claimId })).documents[0]?.state).toBe('confirmed')
    await expectQuiet(kiosk)
  }, 60_000)
})
