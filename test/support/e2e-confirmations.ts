/** What an officer does in the room of confirmations, as tests of the window do it: by role and label. */
import { expect } from 'vitest'
import type { CardRow } from '../../src/shared/cards/format.ts'
import { stepWords } from '../../src/shared/domain/confirmation/words.ts'
import { facilityKey } from './card-facility.ts'
import { family } from './confirmation-files.ts'
import type { Kiosk } from './e2e.ts'
import { goTo } from './e2e-scenes.ts'
import { portraitJpeg } from './portraits.ts'

const day = 86_400_000

/** Takes the file in, as an officer does: chosen, looked at, said so. */
export async function takeIn({ page, t, heading }: Kiosk): Promise<void> {
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
export async function pass({ desk, page, time, t }: Kiosk, days: number): Promise<void> {
  time.now += days * day
  await desk.seat.demo({ role: 'caseworker' })
  await page.reload()
  await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
}

/** The page of one of the family, from the list. */
export async function openPerson(kiosk: Kiosk, given: string): Promise<void> {
  const { page, t, heading } = kiosk
  await goTo(kiosk, '/confirmations')
  const list = page.getByRole('grid', { name: t('confirm.list') })
  await list.getByRole('row', { name: new RegExp(`HADDAD, ${given}`, 'i') }).click()
  await heading(`HADDAD, ${given}`).waitFor()
}

type FormAct = Parameters<Kiosk['t']>[0] extends infer K ? (K extends `confirm.act_${infer A}` ? A : never) : never
type Dialog = ReturnType<Kiosk['page']['getByRole']>

/** A button of the page opens its form; filled in, it is done. */
export async function does(
  { page, t }: Kiosk,
  act: FormAct,
  fill?: (dialog: Dialog) => Promise<unknown>,
): Promise<void> {
  const name = t(`confirm.act_${act}`)
  await page.getByRole('button', { name }).first().click()
  const dialog = page.getByRole('dialog', { name })
  await fill?.(dialog)
  await dialog.getByRole('button', { name }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** The page says that the person stands at this step. */
export const stands = ({ page, language }: Kiosk, step: keyof typeof stepWords) =>
  page.locator('header').getByText(stepWords[step][language], { exact: true }).waitFor()

/** The administrator types the key of the production facility in; one that is none is refused. */
export async function enterKey({ desk, page, t }: Kiosk): Promise<void> {
  await desk.seat.demo({ role: 'administrator' })
  await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
  await page.evaluate(() => {
    location.hash = '#/administration/settings'
  })
  const field = page.getByLabel(t('settings.facility_key'), { exact: true })
  await field.fill('no key')
  await page.getByRole('button', { name: t('settings.facility_key_save') }).click()
  await page.getByText(t('settings.facility_key_wrong')).waitFor()
  await field.fill(facilityKey.toUpperCase())
  await page.getByRole('button', { name: t('settings.facility_key_save') }).click()
  await expect.poll(async () => (await desk.settings.get()).cardFacilityKey).toBe(facilityKey)
}

export async function openOrders(kiosk: Kiosk): Promise<void> {
  await goTo(kiosk, '/confirmations/cards')
  await kiosk.heading(kiosk.t('cards.title')).waitFor()
}

/** Orders a card for everybody who is ready. */
export async function orderAll({ page, t }: Kiosk, count: number): Promise<void> {
  await expect.poll(() => page.getByRole('checkbox', { checked: true }).count()).toBe(count + 1)
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('cards.order', { count }) })
    .click()
  await page.getByText(t('cards.none_waiting')).waitFor()
}

/** Chooses a file of the facility and waits for what it would do. */
export async function choose({ page, t }: Kiosk, bytes: Uint8Array): Promise<void> {
  const file = { name: 'answer.cards', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
  await page.locator('main input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: t('cards.take') }).waitFor()
}

/** Takes in a file of the facility of which so many rows are good. */
export async function take(kiosk: Kiosk, bytes: Uint8Array, count: number): Promise<void> {
  const { page, t } = kiosk
  await choose(kiosk, bytes)
  await page.getByRole('button', { name: t('cards.take') }).click()
  await page
    .getByRole('region', { name: t('cards.preview') })
    .getByText(t('cards.taken', { count }))
    .waitFor()
}

export const accepted = (order: string): CardRow<'acknowledgement'> => ({
  ...{ order, result: 'accepted', reason: '', note: '' },
})

/** The order of one person, as the batch's file names it. */
export async function batchLine({ desk }: Kiosk, batch: string, confirmationId: string): Promise<string> {
  const { facts } = await desk.confirmations.get({ confirmationId })
  const text = await (await desk.cards.file({ fileId: batch })).text()
  const row = text.split('\n').find((line) => line.includes(facts.identity.clientId)) ?? ''
  return /[0-9a-f-]{36}\.\d{4}/.exec(row)?.[0] ?? ''
}

/** A photo is given and a reviewer decides on it, once the machine has looked. The window must stand elsewhere meanwhile. */
export async function photoDecided(
  { desk }: Kiosk,
  confirmationId: string,
  seed: number,
  back: boolean,
): Promise<void> {
  const file = new File([Buffer.from(await portraitJpeg(seed, {}, 720))], 'photo.jpg', { type: 'image/jpeg' })
  const { facts } = await desk.confirmations.addPhoto({ confirmationId, file })
  const photoId = facts.photo.id ?? ''
  await desk.seat.demo({ role: 'photo_reviewer' })
  const decide = async () => {
    const { reportEvent, checkFailure } = await desk.photoReview.get({ photoId, ahead: true })
    if (!reportEvent && !checkFailure) return false
    const seen = { photoId, ...(reportEvent ? { report: reportEvent } : {}) }
    if (back) await desk.photoReview.return({ ...seen, reasons: ['glare'] })
    else await desk.photoReview.approve(seen)
    return true
  }
  await expect.poll(decide, { timeout: 60_000 }).toBe(true)
  await desk.seat.demo({ role: 'caseworker' })
}
