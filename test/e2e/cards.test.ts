import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { orderId } from '../../src/shared/cards/order-row.ts'
import type { ConfirmationWork } from '../../src/shared/contract/desk/confirmations.ts'
import { suggestedMapping } from '../../src/shared/domain/confirmation/import-columns.ts'
import { channelWords } from '../../src/shared/domain/confirmation/words.ts'
import type { Language } from '../../src/shared/language.ts'
import { answerOf } from '../support/card-facility.ts'
import { family } from '../support/confirmation-files.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { acceptPhoto, familyFile } from '../support/e2e-confirmation-scenes.ts'
import {
  accepted,
  batchLine,
  choose,
  does,
  enterKey,
  openOrders,
  orderAll,
  pass,
  stands,
  take,
} from '../support/e2e-confirmations.ts'
import { portraitJpeg } from '../support/portraits.ts'

/** Cards of a family, from the confirmation of permanent residence into the mail, as a caseworker sees it. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

const home = { line1: '12 Rideau Street', city: 'Ottawa', province: 'ON', postalCode: 'K1N 9J7', country: 'CAN' }
const moved = { ...home, line1: '400 Bank Street', postalCode: 'K2P 1Y5' }

async function caseworkerAt(language: Language): Promise<Kiosk> {
  const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
  onTestFinished(() => kiosk.close())
  return kiosk
}

/** Parents of the family, permanent residents with an accepted photo; gives them. */
async function residents({ desk }: Kiosk): Promise<readonly string[]> {
  await desk.seat.demo({ role: 'caseworker' })
  const header = Buffer.from(family()).toString().split('\n')[0]?.split(',') ?? []
  await desk.confirmations.importRows({ file: familyFile(), mapping: suggestedMapping(header), from: 0, count: 10 })
  const { rows } = await desk.confirmations.page({ text: 'haddad' })
  const ids = ['Rana', 'Omar'].map((given) => rows.find(({ name }) => name.includes(given))?.confirmationId ?? '')
  const photos: string[] = []
  for (const [at, confirmationId] of ids.entries()) {
    const works: ConfirmationWork[] = [
      { act: 'invite' },
      { act: 'record_answer', via: 'phone', path: 'assisted', why: 'no computer' },
      { act: 'declare_presence', via: 'phone', inCanada: true },
      { act: 'set_address', via: 'phone', home, card: 'home' },
    ]
    for (const work of works) await desk.confirmations.work({ confirmationId, work })
    await desk.confirmations.confirm({ confirmationId, notInadmissible: true, source: 'GCMS', passport: 'agrees' })
    const file = new File([Buffer.from(await portraitJpeg(at + 1, {}, 720))], 'photo.jpg', { type: 'image/jpeg' })
    photos.push((await desk.confirmations.addPhoto({ confirmationId, file })).facts.photo.id ?? '')
  }
  await desk.seat.demo({ role: 'photo_reviewer' })
  for (const photo of photos) await vi.waitFor(() => acceptPhoto(desk, photo), { timeout: 60_000, interval: 500 })
  await desk.seat.demo({ role: 'caseworker' })
  return ids
}

async function openPerson({ page, heading }: Kiosk, id: string | undefined, given: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, `#/confirmations/${id}`)
  await heading(`HADDAD, ${given}`).waitFor()
}

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('cards go from the order into the mail', async () => {
    const kiosk = await caseworkerAt(language)
    const { desk, page, t } = kiosk
    await enterKey(kiosk)
    const [rana, omar] = await residents(kiosk)
    await pass(kiosk, 1)

    // The electronic confirmation: a day later the officer says that inadmissibility was checked again.
    await openPerson(kiosk, rana, 'Rana')
    await does(kiosk, 'issue_ecopr', async (dialog) => {
      await dialog.getByRole('button', { name: t('confirm.act_issue_ecopr') }).click()
      await dialog.getByText(t('confirm.field_needed')).waitFor()
      await dialog.getByRole('checkbox').check()
    })
    const paper = page.getByRole('region', { name: t('confirm.ecopr') })
    await paper.getByText(t('cards.ecopr_available'), { exact: true }).waitFor()
    const delivered = page.waitForEvent('download')
    await paper.getByRole('button', { name: t('cards.ecopr_open') }).click()
    expect((await delivered).suggestedFilename()).toMatch(/^T\d+\.pdf$/)
    await paper.getByText(t('cards.ecopr_downloaded'), { exact: true }).waitFor()

    // Both are ordered in one file.
    await openOrders(kiosk)
    await orderAll(kiosk, 2)
    const [batch] = (await desk.cards.orders()).files
    const lines = [rana, omar].map((id) => batchLine(kiosk, batch?.id ?? '', id ?? ''))
    const [ranas = '', omars = ''] = await Promise.all(lines)
    const file = page.waitForEvent('download')
    await page
      .getByRole('button', { name: new RegExp(t('cards.download')) })
      .first()
      .click()
    expect((await file).suggestedFilename()).toMatch(/^order-.*\.cards$/)

    // The answer is looked at first: a row of an order that nobody made is refused by itself.
    const unknown = orderId('0198c0de-0000-7000-8000-00000000ffff', 1)
    await choose(kiosk, answerOf('acknowledgement', [ranas, omars, unknown].map(accepted)))
    await page.getByText(t('cards.verdict_unknown_order')).waitFor()
    await expectAccessible(page, 'an answer')
    await page.screenshot({ path: `test-results/card-answer-${language}.png`, fullPage: true })
    await page.getByRole('button', { name: t('cards.take') }).click()
    await page
      .getByRole('region', { name: t('cards.preview') })
      .getByText(t('cards.taken', { count: 2 }))
      .waitFor()

    // Rana moves after the order: her card is sent to the new address.
    await desk.confirmations.work({
      confirmationId: rana ?? '',
      work: { act: 'set_address', via: 'phone', home: moved, card: 'home' },
    })
    await page.getByText(t('cards.elsewhere')).waitFor()
    await openPerson(kiosk, rana, 'Rana')
    await page.getByText(t('confirm.card_elsewhere')).waitFor()
    await does(kiosk, 'hold_card', (dialog) => dialog.getByRole('textbox').fill('moved'))
    await does(kiosk, 'redirect_card')
    await page.getByText(t('confirm.card_elsewhere')).waitFor({ state: 'hidden' })

    // Late, then both in the mail; Omar's comes back.
    await pass(kiosk, 8)
    await openPerson(kiosk, omar, 'Omar')
    await page
      .getByRole('region', { name: t('confirm.card'), exact: true })
      .getByText(new RegExp(t('cards.late', { date: '' }).trim()))
      .waitFor()
    await openOrders(kiosk)
    await take(
      kiosk,
      answerOf(
        'mailed',
        [ranas, omars].map((order) => ({ order, on: '2026-12-02', tracking: '' })),
      ),
      2,
    )
    await take(kiosk, answerOf('returned', [{ order: omars, on: '2026-12-02', why: 'unclaimed', note: '' }]), 1)

    // A call, and it is mailed again.
    await openPerson(kiosk, omar, 'Omar')
    await stands(kiosk, 'card_undelivered')
    await does(kiosk, 'attempt_contact', async (dialog) => {
      await dialog.getByRole('radio', { name: channelWords.phone[language] }).check()
      await dialog
        .getByRole('radiogroup', { name: t('confirm.field_outcome') })
        .getByRole('radio')
        .first()
        .check()
    })
    await page
      .getByRole('list', { name: t('cards.attempts') })
      .getByRole('listitem')
      .waitFor()
    await page.screenshot({ path: `test-results/card-came-back-${language}.png`, fullPage: true })
    await does(kiosk, 'close_contact', (dialog) => dialog.getByRole('radio').nth(1).check())
    await does(kiosk, 'remail_card')
    await stands(kiosk, 'card_mailed')
    await openPerson(kiosk, rana, 'Rana')
    await stands(kiosk, 'card_mailed')
    await expectAccessible(page, 'a card in the mail')
    await page.screenshot({ path: `test-results/card-mailed-${language}.png`, fullPage: true })
    expectQuiet(kiosk)
  }, 180_000)
})
