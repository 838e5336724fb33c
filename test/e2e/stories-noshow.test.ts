import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NoShowOutcome, Slot } from '../../src/shared/domain/appointments.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser, seatedAnother } from '../support/e2e.ts'
import { claimAtDesk, passportOf } from '../support/e2e-claims.ts'
import { furnish } from '../support/e2e-interview-scenes.ts'
import { goTo } from '../support/e2e-scenes.ts'
import {
  answer,
  be,
  bookInterview,
  chooseAppointment,
  conductInterview,
  handOverPack,
  nextOn,
  openTab,
  referOnScreen,
} from '../support/stories-casework.ts'

/** People who do not come to their interview: one comes when called again and is referred, one never does. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

const minutes = { timeout: 180_000 }

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  let kiosk: Kiosk
  beforeAll(async () => {
    kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 0 })
    await be(kiosk, 'supervisor')
    await furnish(kiosk)
    await be(kiosk, 'border_officer')
    await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
  }, 60_000)
  afterAll(() => kiosk?.close())

  /** Somebody whose claim waits for an interview. */
  async function called(familyName: string, document: string, seed: number): Promise<string> {
    await be(kiosk, 'border_officer')
    const claimId = await claimAtDesk(kiosk.desk, seed, passportOf(familyName, 'Nour', document))
    await kiosk.desk.eligibility.decide({ claimId, outcome: 'undecided', reason: 'Interpreter not available' })
    return claimId
  }

  test('a person who does not come is called once more, comes, is heard and referred', minutes, async () => {
    const claimId = await called('Aswad', 'N02000001', 11)
    await miss(claimId, await bookInterview(kiosk, claimId, /ASWAD/i))
    await reviewAbsence(kiosk, claimId, /ASWAD/i, 'second_notice', 'one more call')
    await be(kiosk, 'border_officer')
    const again = await bookInterview(kiosk, claimId, /ASWAD/i)
    await passed(kiosk, again.slot)
    await chooseAppointment(kiosk, again.slot, /ASWAD/i)
    await conductInterview(kiosk, claimId)
    await answer(kiosk, claimId)
    await referOnScreen(kiosk, claimId)
    expect(await handOverPack(kiosk, claimId)).toContain('referral confirmed')
    expectQuiet(kiosk, seatedAnother)
  })

  test('whoever does not come when called again is left to enforcement by a supervisor', minutes, async () => {
    const { desk, page } = kiosk
    const claimId = await called('Barakat', 'N02000002', 12)
    await miss(claimId, await bookInterview(kiosk, claimId, /BARAKAT/i))
    await reviewAbsence(kiosk, claimId, /BARAKAT/i, 'second_notice', 'one more call')
    await be(kiosk, 'border_officer')
    await miss(claimId, await bookInterview(kiosk, claimId, /BARAKAT/i))
    const reason = 'Two notices were served and nobody came'
    await reviewAbsence(kiosk, claimId, /BARAKAT/i, 'referred_to_enforcement', reason)
    const { rows, reviews } = await desk.appointments.queue({})
    expect({ called: rows.filter((each) => each.together.includes(claimId)), reviews }).toEqual({
      called: [],
      reviews: [],
    })
    await openTab(kiosk, claimId, 'timeline')
    await page.getByText(reason, { exact: false }).first().waitFor()
    expectQuiet(kiosk, seatedAnother)
  })

  /** The day passes, and the officer notes on the appointment that nobody came. */
  async function miss(claimId: string, { slot }: { readonly slot: Slot }): Promise<void> {
    const { page, t, desk } = kiosk
    await passed(kiosk, slot)
    const name = new RegExp((await desk.claims.get({ claimId })).row.familyName ?? '', 'i')
    const panel = await chooseAppointment(kiosk, slot, name)
    await page.keyboard.press('n', { delay: 60 })
    await panel.getByText(t('interviews.state_no_show'), { exact: true }).waitFor()
  }
})

/** It is the evening of that day; the seat is taken again, since a desk that nobody touched for hours is locked. */
async function passed(kiosk: Kiosk, { date }: Slot): Promise<void> {
  kiosk.time.now = Date.parse(`${date}T23:30:00Z`)
  await be(kiosk, 'border_officer')
}

/** A supervisor finds the absence as the next thing to do, and decides on it. */
async function reviewAbsence(kiosk: Kiosk, claimId: string, name: RegExp, outcome: NoShowOutcome, reason: string) {
  const { page, t, desk } = kiosk
  await be(kiosk, 'supervisor')
  const [missed] = (await desk.appointments.of({ about: { kind: 'claim', id: claimId } })).filter(
    ({ state }) => state === 'no_show',
  )
  await (await nextOn(kiosk, claimId, 'no_show', missed?.slot?.date)).click()
  await goTo(kiosk, '/interviews')
  const open = page.getByRole('button', { name: new RegExp(`^${t('interviews.review')}, ${name.source}`, 'i') })
  await open.click()
  const dialog = page.getByRole('dialog', { name: t('interviews.review') })
  await dialog.getByRole('radio', { name: t(`interviews.${outcome}`) }).check()
  await dialog.getByRole('textbox', { name: t('common.reason') }).fill(reason)
  await dialog.getByRole('button', { name: t('interviews.review'), exact: true }).click()
  await open.waitFor({ state: 'hidden' })
}
