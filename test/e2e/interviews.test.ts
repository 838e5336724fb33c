import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Language } from '../../src/shared/language.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { furnish, waiting } from '../support/e2e-interview-scenes.ts'
import { goTo } from '../support/e2e-scenes.ts'

/** A person is called to an interview, the interview is moved, and who came is noted: by keyboard, in both languages. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

/** A hand is slower than a passport reader, whose keys the window tells apart by their pace. */
const slowly = { delay: 60 }

async function kioskIn(language: Language): Promise<Kiosk> {
  const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 0 })
  onTestFinished(() => kiosk.close())
  await kiosk.desk.seat.demo({ role: 'supervisor' })
  await furnish(kiosk)
  await kiosk.desk.seat.demo({ role: 'border_officer' })
  await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
  return kiosk
}

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('one key books the first time that suits; the calendar moves it without a mouse', {
    timeout: 120_000,
  }, async () => {
    const kiosk = await kioskIn(language)
    const { page, t, desk } = kiosk
    const claimId = await waiting(kiosk, 11)
    await page.keyboard.press('g', slowly)
    await page.keyboard.press('e', slowly)
    await page.getByRole('grid', { name: t('interviews.queue') }).waitFor()
    const panel = page.getByRole('region', { name: t('interviews.selected') })
    await panel.getByRole('listitem').first().waitFor()
    await expectAccessible(page, 'queue')
    const waits = (await desk.appointments.queue({})).total
    await page.keyboard.press('a', slowly)
    await expect.poll(async () => (await desk.appointments.queue({})).total).toBe(waits - 1)
    const about = { kind: 'claim', id: claimId } as const
    const [booked] = await desk.appointments.of({ about })
    const all = booked ? [booked] : (await desk.appointments.calendar({ date: '2026-11-26', view: 'agenda' })).rows
    const [one] = all
    if (!one?.slot) throw new Error('Nothing was booked')
    await goTo(kiosk, '/interviews/calendar')
    const grid = page.getByRole('grid', { name: t('interviews.calendar') })
    const chip = grid.getByRole('button', { name: new RegExp(`^${one.slot.time}`) }).first()
    await grid.waitFor()
    if (!(await chip.isVisible())) await page.keyboard.press('j', slowly)
    await chip.waitFor()
    // From the cell that holds it: Enter chooses it, M takes it along, two half-hours down, Enter puts it down.
    await chip.locator('xpath=ancestor::td').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: t('interviews.appointment') }).waitFor()
    await expectAccessible(page, 'calendar')
    await page.keyboard.press('m', slowly)
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: t('interviews.move') })
    await dialog.getByLabel(t('common.reason'), { exact: false }).fill('Bus strike')
    await expectAccessible(page, 'move')
    await dialog.getByRole('button', { name: t('interviews.move'), exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    const [moved] = await desk.appointments.of({ about: one.about })
    expect(moved).toMatchObject({ state: 'booked', moves: 1 })
    expect(moved?.slot?.time).not.toBe(one.slot.time)
    // Where the letters are the calendar's word stands, and no second interview can be written down beside it.
    await goTo(kiosk, `/claims/${one.about.id}/documents`)
    const letters = page.getByRole('region', { name: t('letters.title') })
    await letters
      .getByRole('region', { name: t('field.interview') })
      .getByRole('link', { name: t('interview.in_calendar') })
      .waitFor()
    expect(await page.getByRole('button', { name: t('interview.record') }).count()).toBe(0)
    await expectAccessible(page, 'letters of a booked interview')
    expectQuiet(kiosk)
  })
})
