import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { expectQuiet, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { claimAtDesk } from '../support/e2e-claims.ts'

/** The interview of a claim: set, told by letter, printed, confirmed, and put into the person's own calendar. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('an interview is set, its notice printed and confirmed, and its calendar file saved', async () => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 0 })
    onTestFinished(() => kiosk.close())
    const { page, t, field, desk } = kiosk
    await desk.seat.demo({ role: 'border_officer' })
    const claimId = await claimAtDesk(desk)
    await page.evaluate((address) => {
      location.hash = address
    }, `#/claims/${claimId}/documents`)
    await field(t('interview.date')).fill('2027-01-14')
    await field(t('interview.time')).fill('09:30')
    await field(t('interview.place')).fill('5343, rue Dundas Ouest')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('5343, rue Dundas Ouest').first().waitFor()
    await page.getByRole('button', { name: t('letters.issue', { kind: t('paper.kind_interview') }) }).press('Enter')
    await page.getByRole('button', { name: new RegExp(`^${t('paper.print')}`) }).waitFor()
    const opened = page.context().waitForEvent('page')
    await page.keyboard.press('Control+Enter')
    await opened
    await page.getByRole('button', { name: new RegExp(`^${t('paper.confirm')}`) }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText(t('letters.handed')).waitFor()
    // The sheet to prepare comes next; what is in hand steps aside, and the keys are those of the one in turn.
    await page.getByRole('button', { name: t('letters.issue', { kind: t('paper.kind_preparation') }) }).press('Enter')
    await page.getByRole('button', { name: t('letters.turn_to', { kind: t('paper.kind_interview') }) }).waitFor()
    const print = page.getByRole('button', { name: new RegExp(`^${t('paper.print')}`) })
    await print.waitFor()
    expect(await print.count()).toBe(1)
    // From the top: what lies half beneath the head of the claim is no target.
    await page.evaluate(() => window.scrollTo(0, 0))
    await expectAccessible(page, 'two letters')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: t('letters.calendar') }).press('Enter')
    const file = await saved
    expect(file.suggestedFilename()).toMatch(/N1\.ics$/)
    expect(await readFile(await file.path(), 'utf8')).toContain('DTSTART:20270114T143000Z')
    await expectQuiet(kiosk)
  }, 60_000)
})
