import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { SlotView } from '../../src/shared/contract/views.ts'
import { minuteOf } from '../../src/shared/domain/appointments.ts'
import type { Language } from '../../src/shared/language.ts'
import { claimAct, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { claimAtDesk } from '../support/e2e-claims.ts'
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

/** Where nothing was proposed, the desk refuses it. */
const none: SlotView = {
  ...{ date: '2000-01-01', time: '09:00', minutes: 90, mode: 'video', place: 'none' },
  ...{ officer: null, room: null, interpreter: null },
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
  test('the mouse drags an appointment to another time, with the reason', { timeout: 120_000 }, async () => {
    const kiosk = await kioskIn(language)
    const { page, t, desk } = kiosk
    const claimId = await waiting(kiosk, 11)
    const whom = { about: { kind: 'claim', id: claimId }, kind: 'eligibility_interview' } as const
    const { proposals } = await desk.appointments.proposals({ ...whom, mode: 'video' })
    const [{ officerName: _o, roomName: _r, interpreterName: _i, ...slot } = none] = proposals[0] ?? []
    await desk.appointments.accept({ ...whom, slots: [slot] })
    await goTo(kiosk, '/interviews/calendar')
    const grid = page.getByRole('grid', { name: t('interviews.calendar') })
    await grid.waitFor()
    const chip = grid.getByRole('button', { name: new RegExp(`^${slot.time}`) }).first()
    if (!(await chip.isVisible())) await page.keyboard.press('j', slowly)
    await chip.waitFor()
    const cell = chip.locator('xpath=ancestor::td')
    const [row = 0, line = 0] = ((await cell.getAttribute('data-cell')) ?? '').split(' ').map(Number)
    await chip.dragTo(grid.locator(`[data-cell="${row + 4} ${line}"]`))
    const dialog = page.getByRole('dialog', { name: t('interviews.move') })
    await dialog.getByLabel(t('common.reason'), { exact: false }).fill('Bus strike')
    await dialog.getByRole('button', { name: t('interviews.move'), exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    const [moved] = await desk.appointments.of({ about: whom.about })
    expect(moved).toMatchObject({ state: 'booked', moves: 1, slot: { date: slot.date } })
    expect(minuteOf(moved?.slot?.time ?? '')).toBe(minuteOf(slot.time) + 120)
    expectQuiet(kiosk)
  })

  test('a medical examination is asked for from the claim’s menu by keyboard, and one key books it', {
    timeout: 120_000,
  }, async () => {
    const kiosk = await kioskIn(language)
    const { page, t, desk } = kiosk
    const claimId = await claimAtDesk(desk, 11)
    await goTo(kiosk, `/claims/${claimId}`)
    const asks = await claimAct(kiosk, 'call.medical')
    await asks.waitFor()
    await asks.press('Enter')
    await expect.poll(async () => (await desk.appointments.queue({})).rows.map(({ kind }) => kind)).toEqual(['medical'])
    await goTo(kiosk, '/interviews')
    const panel = page.getByRole('region', { name: t('interviews.selected') })
    await panel.getByText(t('kind.medical')).waitFor()
    await panel.getByRole('listitem').first().waitFor()
    await expectAccessible(page, 'a medical examination to schedule')
    await page.keyboard.press('a', slowly)
    await expect.poll(async () => (await desk.appointments.queue({})).total).toBe(0)
    const [booked] = await desk.appointments.of({ about: { kind: 'claim', id: claimId } })
    expect(booked).toMatchObject({ kind: 'medical', state: 'booked', slot: { officer: null, room: null } })
    expectQuiet(kiosk)
  })
})
