import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { ConfirmationWork } from '../../src/shared/contract/desk/confirmations.ts'
import { stepWords } from '../../src/shared/domain/confirmation/words.ts'
import type { Language } from '../../src/shared/language.ts'
import { family } from '../support/confirmation-files.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { portraitJpeg } from '../support/portraits.ts'

/** A family of four from the file of approved applications to cards that can be ordered, as a caseworker sees it. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

const day = 86_400_000
const home = { line1: '12 Rideau Street', city: 'Ottawa', province: 'ON', postalCode: 'K1N 9J7', country: 'CAN' }
const present: ConfirmationWork = { act: 'declare_presence', via: 'portal', inCanada: true }
const address: ConfirmationWork = { act: 'set_address', via: 'portal', home, card: 'home' }

async function caseworkerAt(language: Language) {
  const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
  onTestFinished(() => kiosk.close())
  await kiosk.desk.seat.demo({ role: 'caseworker' })
  await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
  return kiosk
}

/** Takes the file in, as an officer does: chosen, looked at, said so. */
async function takeIn(kiosk: Kiosk): Promise<void> {
  const { page, t, heading } = kiosk
  await page.getByRole('link', { name: t('confirm.title'), exact: true }).click()
  await heading(t('confirm.title')).waitFor()
  await page
    .getByRole('link', { name: t('confirm.import') })
    .first()
    .click()
  await heading(t('confirm.import_title')).waitFor()
  const file = { name: 'approved.csv', mimeType: 'text/csv', buffer: Buffer.from(family()) }
  await page.locator('main input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: t('confirm.import_start', { count: 4 }) }).click()
  await page
    .getByText(t('confirm.import_taken', { count: 4 }))
    .first()
    .waitFor()
  await page.getByRole('link', { name: t('confirm.import_to_list') }).click()
  await page.getByRole('grid', { name: t('confirm.list') }).waitFor()
}

/** Days go by; the officer sits down again. */
async function pass({ desk, page, time, t }: Kiosk, days: number): Promise<void> {
  time.now += days * day
  await desk.seat.demo({ role: 'caseworker' })
  await page.reload()
  await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
}

/** The page of one of them. */
async function openPerson({ page, t, heading }: Kiosk, given: string): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/confirmations'
  })
  const list = page.getByRole('grid', { name: t('confirm.list') })
  await list.getByRole('row', { name: new RegExp(`HADDAD, ${given}`, 'i') }).click()
  await heading(`HADDAD, ${given}`).waitFor()
}

/** The next action opens its form; filled in, it is done. */
async function next(
  { page, t }: Kiosk,
  act: Act,
  fill?: (dialog: ReturnType<Kiosk['page']['getByRole']>) => Promise<void>,
) {
  await page
    .getByRole('button', { name: t(`confirm.act_${act}`) })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: t(`confirm.act_${act}`) })
  await fill?.(dialog)
  await dialog.getByRole('button', { name: t(`confirm.act_${act}`) }).click()
  await dialog.waitFor({ state: 'hidden' })
}
type Act = 'invite' | 'record_answer' | 'create_account' | 'make_password' | 'confirm'

const stands = ({ page, language }: Kiosk, step: keyof typeof stepWords) =>
  page.locator('header').getByText(stepWords[step][language], { exact: true }).waitFor()

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('a family goes from the file to cards to be ordered', async () => {
    const kiosk = await caseworkerAt(language)
    const { desk, page, t } = kiosk
    await takeIn(kiosk)
    await expectAccessible(page, 'list')

    // Rana: invited, answers, gets an account; the temporary password runs out and another is asked for.
    await openPerson(kiosk, 'Rana')
    await stands(kiosk, 'to_invite')
    await next(kiosk, 'invite')
    await next(kiosk, 'record_answer', async (dialog) => {
      await dialog.getByRole('radio').first().check()
      await dialog.getByRole('radio', { name: language === 'en' ? 'by e-mail' : 'par courriel' }).check()
    })
    await next(kiosk, 'create_account', (dialog) => dialog.getByRole('textbox').first().fill('rhaddad01'))
    await stands(kiosk, 'password_out')
    await pass(kiosk, 15)
    await next(kiosk, 'make_password')
    await stands(kiosk, 'password_out')

    // What the others do in the portal and tell by telephone is noted at the desk.
    const idOf = async (given: string) => {
      const { rows } = await desk.confirmations.page({ text: 'haddad' })
      return rows.find(({ name }) => name.includes(given))?.confirmationId ?? ''
    }
    const [rana, omar, lina, sami] = await Promise.all(['Rana', 'Omar', 'Lina', 'Sami'].map(idOf))
    const works = async (confirmationId: string | undefined, ...list: ConfirmationWork[]) => {
      for (const work of list) await desk.confirmations.work({ confirmationId: confirmationId ?? '', work })
    }
    const assisted: ConfirmationWork = { act: 'record_answer', via: 'phone', path: 'assisted', why: 'no computer' }
    await works(rana, { act: 'sign_in' }, present, address)
    await works(omar, { act: 'invite' }, assisted, { ...present, inCanada: false, returnOn: '2026-12-20' })
    await works(lina, { act: 'invite' }, assisted, present, address)
    await works(sami, { act: 'invite' }, assisted, present, address)

    // Omar is abroad: nobody can confirm him. Lina must come to an interview first.
    await openPerson(kiosk, 'Omar')
    await page.getByText(t('confirm.abroad')).waitFor()
    expect(await page.getByRole('button', { name: t('confirm.act_confirm') }).count()).toBe(0)
    await works(lina, { act: 'require_interview', why: 'identity' })
    const about = { kind: 'confirmation', id: lina ?? '' } as const
    const { proposals } = await desk.appointments.proposals({ about, kind: 'confirmation_interview' })
    const [slot] = proposals[0] ?? []
    if (!slot) throw new Error('No time suits')
    const { officerName: _, roomName: __, interpreterName: ___, ...bare } = slot
    await desk.appointments.book({ about, kind: 'confirmation_interview', slot: bare })
    await openPerson(kiosk, 'Lina')
    await stands(kiosk, 'interview_booked')
    await pass(kiosk, 2)
    await works(lina, { act: 'record_interview', outcome: 'resumed' })

    // Rana's photo is returned twice before one is accepted.
    // The window is elsewhere meanwhile: a reviewer sees nothing of a confirmation.
    await page.evaluate(() => {
      location.hash = '#/verify'
    })
    for (const [at, seed] of [1, 2, 3].entries()) {
      const file = new File([Buffer.from(await portraitJpeg(seed, {}, 720))], 'photo.jpg', { type: 'image/jpeg' })
      const { facts } = await desk.confirmations.addPhoto({ confirmationId: rana ?? '', file })
      const photoId = facts.photo.id ?? ''
      await desk.seat.demo({ role: 'photo_reviewer' })
      await expect.poll(async () => decided(kiosk, photoId, at < 2), { timeout: 60_000 }).toBe(true)
      await desk.seat.demo({ role: 'caseworker' })
    }

    // The legal moment, with what the officer checked.
    await openPerson(kiosk, 'Rana')
    await stands(kiosk, 'ready_for_confirmation')
    await next(kiosk, 'confirm', async (dialog) => {
      await dialog.getByRole('checkbox').check()
      await dialog.getByRole('textbox').first().fill('GCMS')
      await dialog.getByRole('radio').first().check()
    })
    await stands(kiosk, 'card_to_order')
    await expectAccessible(page, 'person')
    await page.screenshot({ path: `test-results/confirmation-${language}.png`, fullPage: true })
    await page.evaluate(() => {
      location.hash = '#/confirmations'
    })
    await page.getByRole('grid', { name: t('confirm.list') }).waitFor()
    await page.screenshot({ path: `test-results/confirmations-${language}.png` })
    const view = await desk.confirmations.get({ confirmationId: rana ?? '' })
    expect(view.facts.photo).toMatchObject({ state: 'accepted', returns: 2 })
    expect(view.facts.account.passwords).toBe(2)
    expectQuiet(kiosk)
  }, 180_000)
})

/** A reviewer decides once the machine has looked; false while it has not. */
async function decided({ desk }: Kiosk, photoId: string, back: boolean): Promise<boolean> {
  const { reportEvent, checkFailure } = await desk.photoReview.get({ photoId, ahead: true })
  if (!reportEvent && !checkFailure) return false
  const seen = { photoId, ...(reportEvent ? { report: reportEvent } : {}) }
  if (back) await desk.photoReview.return({ ...seen, reasons: ['glare'] })
  else await desk.photoReview.approve(seen)
  return true
}
