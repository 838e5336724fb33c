import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { ConfirmationWork } from '../../src/shared/contract/desk/confirmations.ts'
import { channelWords, interviewReasonWords, stepWords } from '../../src/shared/domain/confirmation/words.ts'
import { answerOf } from '../support/card-facility.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import {
  accepted,
  batchLine,
  does,
  enterKey,
  openOrders,
  openPerson,
  orderAll,
  pass,
  photoDecided,
  stands,
  take,
  takeIn,
} from '../support/e2e-confirmations.ts'
import { furnish } from '../support/e2e-interview-scenes.ts'
import { goTo } from '../support/e2e-scenes.ts'

/** A family of four from the file of approved applications to their cards in the mail, as a caseworker sees it. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

const home = { line1: '12 Rideau Street', city: 'Ottawa', province: 'ON', postalCode: 'K1N 9J7', country: 'CAN' }
const moved = { ...home, line1: '400 Bank Street', postalCode: 'K2P 1Y5' }
const present: ConfirmationWork = { act: 'declare_presence', via: 'portal', inCanada: true }
const address: ConfirmationWork = { act: 'set_address', via: 'portal', home, card: 'home' }
const assisted: ConfirmationWork = { act: 'record_answer', via: 'phone', path: 'assisted', why: 'no computer' }
const family = ['Rana', 'Omar', 'Lina', 'Sami'] as const

async function confirms(kiosk: Kiosk, given: string): Promise<void> {
  await openPerson(kiosk, given)
  await stands(kiosk, 'ready_for_confirmation')
  await does(kiosk, 'confirm', async (dialog) => {
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('textbox').first().fill('GCMS')
    await dialog.getByRole('radio').first().check()
  })
}

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('a family goes from the file to cards in the mail', async () => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
    onTestFinished(() => kiosk.close())
    const { desk, page, t } = kiosk
    await enterKey(kiosk)
    await goTo(kiosk, '/verify')
    await desk.seat.demo({ role: 'supervisor' })
    await furnish(kiosk)
    await desk.seat.demo({ role: 'caseworker' })
    await page.getByRole('link', { name: t('confirm.title'), exact: true }).waitFor()
    await takeIn(kiosk)
    await expectAccessible(page, 'list')
    const { rows } = await desk.confirmations.page({ text: 'haddad' })
    const ids = family.map((given) => rows.find(({ name }) => name.includes(given))?.confirmationId ?? '')
    const [rana = '', omar = '', lina = '', sami = ''] = ids
    const works = async (confirmationId: string, ...list: ConfirmationWork[]) => {
      for (const work of list) await desk.confirmations.work({ confirmationId, work })
    }

    // Rana: invited, answers, gets an account; the temporary password runs out and another is asked for.
    await openPerson(kiosk, 'Rana')
    await stands(kiosk, 'to_invite')
    await does(kiosk, 'invite')
    await does(kiosk, 'record_answer', async (dialog) => {
      await dialog.getByRole('radio').first().check()
      await dialog.getByRole('radio', { name: channelWords.email[language] }).check()
    })
    await does(kiosk, 'create_account', (dialog) => dialog.getByRole('textbox').first().fill('rhaddad01'))
    await stands(kiosk, 'password_out')
    await pass(kiosk, 15)
    await does(kiosk, 'make_password')
    await stands(kiosk, 'password_out')

    // What the others do in the portal and tell by telephone is noted at the desk.
    await works(rana, { act: 'sign_in' }, present, address)
    await works(omar, { act: 'invite' }, assisted, { ...present, inCanada: false, returnOn: '2026-12-20' })
    await works(lina, { act: 'invite' }, assisted, present, address)
    await works(sami, { act: 'invite' }, assisted, present, address)

    // Omar is abroad: nobody can confirm him. Lina must come to an interview first: it is booked in the calendar.
    await openPerson(kiosk, 'Omar')
    await page.getByText(t('confirm.abroad')).waitFor()
    expect(await page.getByRole('button', { name: t('confirm.act_confirm') }).count()).toBe(0)
    await openPerson(kiosk, 'Lina')
    await does(kiosk, 'require_interview', (dialog) =>
      dialog.getByRole('radio', { name: interviewReasonWords.identity[language] }).check(),
    )
    await stands(kiosk, 'interview_required')
    await page.getByRole('link', { name: t('confirm.to_interviews') }).click()
    const panel = page.getByRole('region', { name: t('interviews.selected') })
    await panel.getByRole('heading', { name: 'HADDAD, Lina' }).waitFor()
    await panel.getByRole('listitem').first().waitFor()
    await page.getByText(interviewReasonWords.identity[language]).waitFor()
    await expectAccessible(page, 'the queue of interviews')
    await panel.getByRole('button', { name: t('interviews.accept') }).click()
    await page.getByText(t('interviews.none')).waitFor()
    await openPerson(kiosk, 'Lina')
    await stands(kiosk, 'interview_booked')
    await pass(kiosk, 7)
    await openPerson(kiosk, 'Lina')
    await does(kiosk, 'record_interview', (dialog) => dialog.getByRole('radio').first().check())
    await stands(kiosk, 'ready_for_confirmation')

    // Omar comes back. Each is confirmed at the legal moment, with what the officer checked.
    await works(omar, present, address)
    for (const given of family) await confirms(kiosk, given)
    await stands(kiosk, 'photo_awaited')
    await expectAccessible(page, 'person')

    // Rana's photo is returned twice. A reviewer sees nothing of a confirmation: the window stands elsewhere meanwhile.
    await goTo(kiosk, '/verify')
    for (const [at, back] of [true, true, false].entries()) await photoDecided(kiosk, rana, at + 1, back)
    for (const [at, id] of [omar, lina, sami].entries()) await photoDecided(kiosk, id, at + 4, false)
    await openPerson(kiosk, 'Rana')
    await stands(kiosk, 'card_to_order')
    await page.screenshot({ path: `test-results/confirmation-${language}.png`, fullPage: true })

    // One file orders four cards. Sami moves after the order: a call is due, and the card is sent to the new address.
    await openOrders(kiosk)
    await orderAll(kiosk, 4)
    const [batch] = (await desk.cards.orders()).files
    const orders = await Promise.all(ids.map((id) => batchLine(kiosk, batch?.id ?? '', id)))
    await take(kiosk, answerOf('acknowledgement', orders.map(accepted)), 4)
    await works(sami, { ...address, via: 'phone', home: moved } as ConfirmationWork)
    await openPerson(kiosk, 'Sami')
    await page.getByText(t('confirm.card_elsewhere')).waitFor()
    await does(kiosk, 'redirect_card')
    await page.getByText(t('confirm.card_elsewhere')).waitFor({ state: 'hidden' })
    await does(kiosk, 'close_contact', (dialog) => dialog.getByRole('radio').first().check())
    await openOrders(kiosk)
    const on = (await desk.status()).today ?? ''
    const mailed = orders.map((order) => ({ order, on, tracking: '' }))
    await take(kiosk, answerOf('mailed', mailed), 4)

    // Everybody's card is in the mail, and so the family's.
    for (const given of family) {
      await openPerson(kiosk, given)
      await stands(kiosk, 'card_mailed')
    }
    await page.getByRole('heading', { name: `${t('confirm.family')} · ${stepWords.card_mailed[language]}` }).waitFor()
    const [first, last] = await Promise.all([rana, sami].map((id) => desk.confirmations.get({ confirmationId: id })))
    expect(first?.facts).toMatchObject({ photo: { state: 'accepted', returns: 2 }, account: { passwords: 2 } })
    expect(last?.facts.card.address).toMatchObject({ line1: moved.line1 })

    // The numbers of the month tell it.
    await goTo(kiosk, '/confirmations/statistics')
    const shares = page.getByRole('table', { name: t('confirm.rates') })
    await shares
      .getByRole('row', { name: new RegExp(t('confirm.rate_answered')) })
      .getByText(/^4 .* 4/)
      .waitFor()
    await shares
      .getByRole('row', { name: new RegExp(t('confirm.rate_returned')) })
      .getByText(/^2 .* 6/)
      .waitFor()
    const times = page.getByRole('table', { name: t('confirm.step_times') })
    await times.getByRole('row', { name: new RegExp(stepWords.interview_required[language]) }).waitFor()
    await expectAccessible(page, 'statistics')
    await page.screenshot({ path: `test-results/confirmation-statistics-${language}.png`, fullPage: true })
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: t('numbers.csv') }).click()
    expect((await saved).suggestedFilename()).toMatch(/^confirmations-.*\.csv$/)
    expectQuiet(kiosk)
  }, 240_000)
})
