import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { makePhotos } from '../support/e2e-photos.ts'
import { goTo } from '../support/e2e-scenes.ts'

// Photos are measured for it: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 })

/** What stands beside the review: other limits tried on photos that were judged, and the letter in the claim. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

async function kioskWithPhotos(): Promise<{ kiosk: Kiosk; photos: readonly string[] }> {
  const kiosk = await openKiosk(browser, { demo: true, demoClaims: 1 })
  onTestFinished(() => kiosk.close())
  await kiosk.desk.seat.demo({ role: 'border_officer' })
  const photos = await makePhotos(kiosk)
  const looked = async () => {
    const views = await Promise.all(photos.map((photoId) => kiosk.desk.photoReview.get({ photoId, ahead: true })))
    return views.every(({ report }) => report)
  }
  await expect.poll(looked, { timeout: 60_000, interval: 500 }).toBe(true)
  return { kiosk, photos }
}

test('a supervisor sees which photos other limits would have held up, and opens one', async () => {
  const { kiosk, photos } = await kioskWithPhotos()
  const { page, t, field, button } = kiosk
  await kiosk.desk.seat.demo({ role: 'supervisor' })
  await page.reload()
  await goTo(kiosk, '/administration/photos')
  await page.getByText(t('photos.profile_refugee-document'), { exact: true }).click()
  await button(t('photo_policy.try')).click()
  const what = 'Bright enough, brightness of face and background'
  await field(t('photo_policy.input_review_min', { what })).fill('100')
  await field(t('photo_policy.input_return_min', { what })).fill('100')
  await button(t('photo_policy.try_now')).click()
  const changes = page.getByRole('link', { name: new RegExp(`^${t('photo_policy.photo', { id: '' })}`) })
  await changes.first().waitFor()
  await page.getByRole('row', { name: 'Bright enough In order Better a new one' }).waitFor()
  await expectAccessible(page, 'what other limits would have done')
  const id = photos.at(-1) ?? ''
  await page.getByRole('link', { name: t('photo_policy.photo', { id: id.slice(-8).toUpperCase() }) }).click()
  const { row } = await kiosk.desk.photoReview.get({ photoId: id })
  await page.getByRole('img', { name: t('photos.picture_of', { name: row.name }) }).waitFor()
  expect(row.state).toBe('checked')
  expectQuiet(kiosk)
})

test('a returned photo stands in the claim with its letter, which opens', async () => {
  const { kiosk, photos } = await kioskWithPhotos()
  const { page, t } = kiosk
  const photoId = photos[0] ?? ''
  const { claimId = '', reportEvent } = await kiosk.desk.photoReview.get({ photoId })
  const seen = reportEvent ? { report: reportEvent } : {}
  await kiosk.desk.photoReview.return({ photoId, ...seen, reasons: ['glare'], codes: ['glare'] })
  kiosk.time.now += 10_000
  await page.reload()
  await goTo(kiosk, `/claims/${claimId}/documents`)
  await page.getByRole('button', { name: new RegExp(`^${t('paper.photo_letter_show')}`) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('img').first().waitFor()
  await expectAccessible(page, 'letter of a returned photo')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expectQuiet(kiosk)
})
