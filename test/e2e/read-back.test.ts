import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBackPhrases } from '../../src/shared/i18n/read-back-phrases.ts'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { claimAtDesk } from '../support/e2e-claims.ts'
import { goTo } from '../support/e2e-scenes.ts'

/** The screen turned to the claimant: their data in their language, without a mouse. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
}, 60_000)
afterAll(() => browser?.close())

describe.each(['en', 'fr'] as const)('with an officer who works in %s', (language) => {
  let kiosk: Kiosk
  let claimId: string
  beforeAll(async () => {
    kiosk = await openKiosk(browser, { demo: true, demoClaims: 3, language })
    await kiosk.desk.seat.demo({ role: 'border_officer' })
    claimId = await claimAtDesk(kiosk.desk)
    await goTo(kiosk, `/claims/${claimId}/intake/identity`)
  }, 60_000)
  afterAll(() => kiosk?.close())
  const arabic = readBackPhrases.ar

  const turn = async () => {
    const { page, t } = kiosk
    await page.getByRole('region', { name: t('readback.title') }).waitFor()
    await page.getByRole('heading', { level: 2, name: t('step.identity') }).focus()
    await page.keyboard.press('r', { delay: 60 })
    return page.getByRole('dialog', { name: t('readback.title') })
  }
  const standing = (text: string | RegExp) =>
    kiosk.page.getByRole('region', { name: kiosk.t('readback.title') }).getByText(text)

  test('R shows name, own script, date and citizenship in Arabic; Enter confirms, Escape turns it back', async () => {
    const { page, t } = kiosk
    const sheet = await turn()
    await sheet.getByText(arabic?.ask ?? '').waitFor()
    for (const text of ['AL HARIRI', 'NOUR', 'نور الحريري', '1990-05-17', 'سوريا'])
      expect(await sheet.getByText(text).first().isVisible()).toBe(true)
    await page.getByRole('img', { name: arabic?.photo ?? '' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(arabic?.right)
    await page.keyboard.press('Enter', { delay: 60 })
    await sheet.getByText(arabic?.thanks ?? '').waitFor()
    await page.keyboard.press('Escape')
    await standing(new RegExp(`^${t('readback.confirmed', { at: '' })}`)).waitFor()
    await expectFocus(page)
  })

  test('"no" asks what is wrong, and the officer sees which line it was', async () => {
    const { t } = kiosk
    const sheet = await turn()
    await sheet.getByRole('button', { name: arabic?.wrong ?? '' }).press('Enter', { delay: 60 })
    await sheet.getByText(arabic?.point ?? '').waitFor()
    expect((await kiosk.desk.claims.get({ claimId })).readBack?.wrong).toEqual([])
    await sheet.getByRole('button', { name: new RegExp(arabic?.birthDate ?? '') }).press('Space', { delay: 60 })
    expect(await sheet.getByRole('button', { name: arabic?.right ?? '' }).isDisabled()).toBe(true)
    await sheet.getByRole('button', { name: arabic?.wrong ?? '', exact: true }).press('Enter', { delay: 60 })
    await sheet.getByText(arabic?.thanks ?? '').waitFor()
    await sheet.getByRole('button', { name: t('readback.back') }).press('Enter', { delay: 60 })
    await standing(new RegExp(t('field.birthDate'))).waitFor()
  })

  test('nothing complained', () => expectQuiet(kiosk))
})
