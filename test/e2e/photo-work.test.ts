import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { PhotoRow } from '../../src/shared/contract/views.ts'
import { undoMs } from '../../src/shared/domain/photo-states.ts'
import { errors } from '../../src/shared/errors.ts'
import type { Language } from '../../src/shared/language.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser, seatedAnother } from '../support/e2e.ts'
import { expectInk } from '../support/e2e-claims.ts'
import { makePhotos } from '../support/e2e-photos.ts'
import { portraitJpeg } from '../support/portraits.ts'

/** What a reviewer does beside deciding: the frame, an own word, comparing; and what happens when a decision comes too late. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

/** A hand is slower than a passport reader, whose keys the window tells apart by their pace. */
const slowly = { delay: 60 }
const press = (page: Page, ...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key, slowly)), Promise.resolve())

const waiting = async ({ desk }: Kiosk): Promise<readonly PhotoRow[]> => (await desk.photoReview.queue({})).rows

/** Four photos wait, the machine has looked at them, and a reviewer sits before the first. */
async function reviewerAt(language: Language) {
  const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
  onTestFinished(() => kiosk.close())
  const { desk, page, t, heading } = kiosk
  await desk.seat.demo({ role: 'border_officer' })
  const ids = await makePhotos(kiosk)
  await desk.seat.demo({ role: 'photo_reviewer' })
  await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
  const unseen = async () => {
    const views = await Promise.all(ids.map((photoId) => desk.photoReview.get({ photoId, ahead: true })))
    return views.filter(({ report, checkFailure }) => !report && !checkFailure).length
  }
  await expect.poll(unseen, { timeout: 90_000, interval: 500 }).toBe(0)
  await press(page, 'g', 'h')
  await heading(t('photos.title')).waitFor()
  const rows = await waiting(kiosk)
  return { kiosk, ids, rows: rows as readonly [PhotoRow, PhotoRow, PhotoRow, PhotoRow] }
}

const stands = ({ page, t }: Kiosk, { name }: PhotoRow) =>
  page.getByRole('img', { name: t('photos.picture_of', { name }), exact: true }).waitFor()
const approve = ({ page, t }: Kiosk) => page.getByRole('button', { name: new RegExp(`^${t('photos.approve')}`) })

const seenReport = async ({ desk }: Kiosk, photoId: string) => {
  const { reportEvent } = await desk.photoReview.get({ photoId, ahead: true })
  return reportEvent ? { report: reportEvent } : {}
}
const giveBack = async (kiosk: Kiosk, photoId: string) =>
  kiosk.desk.photoReview.return({
    ...{ photoId, reasons: ['glare'], codes: ['glare'] },
    ...(await seenReport(kiosk, photoId)),
  })

/** The window goes on showing what it read: what happens at the desk meanwhile does not reach it until `release`. */
async function holdReading({ page }: Kiosk) {
  const gate = Promise.withResolvers<void>()
  await page.route('**/rpc/photoReview/get', async (route) => {
    await gate.promise
    await route.continue()
  })
  return { release: gate.resolve }
}

describe.each(['en', 'fr'] as const)('the work on a photo (%s)', (language) => {
  test('frames it, says that the machine is wrong, and holds it beside an earlier one', async () => {
    const { kiosk, rows, ids } = await reviewerAt(language)
    const { page, desk, t } = kiosk
    // The claimant of the practice was decided: a frame that a document shows stays as it is.
    const settled = rows.find(({ photoId }) => !ids.includes(photoId))
    const allowed = async (photoId = '') => (await desk.photoReview.get({ photoId, ahead: true })).allowed
    if (settled) expect(await allowed(settled.photoId)).not.toContain('crop')
    const first = rows.find(({ photoId }) => photoId === ids[0])
    if (!first) throw new Error('The first photo does not wait')
    await page
      .getByRole('region', { name: t('photos.list') })
      .getByText(first.name)
      .click()
    const read = () => desk.photoReview.get({ photoId: first.photoId, ahead: true })
    await stands(kiosk, first)
    await approve(kiosk).waitFor()

    await press(page, 'c')
    const before = (await read()).frame
    const frame = page.getByRole('region', { name: t('photos.crop_frame') })
    await expect.poll(() => frame.evaluate((node) => node === document.activeElement)).toBe(true)
    await press(page, '-', '-', 'ArrowDown', 'Enter')
    await frame.waitFor({ state: 'detached' })
    const after = (await read()).frame
    expect(after.width).toBeLessThan(before.width)
    expect(after.y).toBeGreaterThan(before.y)

    const found = (await read()).report?.checks[0]
    if (!found) throw new Error('The machine said nothing')
    const checks = page.getByRole('region', { name: t('photos.checks') })
    await checks.locator('[aria-expanded]').first().click()
    await checks
      .getByRole('radiogroup', { name: t('photos.override_says') })
      .getByText(t('photos.override_fault'))
      .click()
    await checks.getByLabel(t('photos.override_note')).fill('Seen with my own eyes')
    await checks.getByRole('button', { name: t('photos.override_save') }).press('Enter')
    const by = (await desk.status()).officer?.displayName ?? ''
    await checks.getByText(t('photos.overridden_fault', { by })).waitFor()
    expect((await read()).overrides).toMatchObject([{ check: found.id, says: 'fault', note: 'Seen with my own eyes' }])

    // Returned, and answered by a new picture of the same person.
    const { claimId = '' } = await read()
    await giveBack(kiosk, first.photoId)
    kiosk.time.now += undoMs
    await desk.seat.demo({ role: 'border_officer' })
    const picture = new File([new Uint8Array(await portraitJpeg(41, {}, 900))], 'b.jpg', { type: 'image/jpeg' })
    const { photo } = await desk.photos.add({ claimId, file: picture, source: 'file' })
    await desk.seat.demo({ role: 'photo_reviewer' })
    await page.evaluate((id) => {
      location.hash = `#/photos/${id}`
    }, photo?.photoId)
    const earlier = page.getByRole('region', { name: t('photos.earlier') })
    await earlier.getByText(by).waitFor()
    await press(page, 'e')
    const other = page.getByRole('figure').getByRole('img')
    await other.waitFor()
    expect(await other.evaluate((node) => (node as HTMLImageElement).naturalWidth)).toBeGreaterThan(300)
    await press(page, 'e')
    await other.waitFor({ state: 'detached' })
    expectQuiet(kiosk, seatedAnother)
  }, 180_000)

  test('a decision on what is out of date is refused, comes back with why, and Z holds for ten seconds only', async () => {
    const { kiosk, rows } = await reviewerAt(language)
    const { page, desk, t } = kiosk
    const [first, second, third] = rows
    const [changed, gone] = [errors['photos.report_changed'], errors['photos.not_in_this_state']]

    // The machine looked again while the officer was looking.
    await stands(kiosk, first)
    await approve(kiosk).waitFor()
    let held = await holdReading(kiosk)
    await desk.photoReview.check({ photoId: first.photoId })
    await press(page, 'a')
    // Not said before it was read again: the next key must not fall on what is out of date.
    const refused = page.getByRole('alert').filter({ hasText: changed.message[language] })
    expect(await refused.count()).toBe(0)
    held.release()
    await refused.waitFor()
    expect((await waiting(kiosk)).map(({ photoId }) => photoId)).toContain(first.photoId)
    await page.getByRole('button', { name: t('photos.refused_show') }).click()
    await stands(kiosk, first)
    await approve(kiosk).waitFor()
    await press(page, 'a')
    await expect.poll(async () => (await waiting(kiosk)).map(({ photoId }) => photoId)).not.toContain(first.photoId)

    // Within ten seconds the key takes it back; later it does nothing.
    await stands(kiosk, second)
    await approve(kiosk).waitFor()
    const undone = page.waitForResponse(/photoReview\/undo/)
    await press(page, 'z')
    await stands(kiosk, first)
    await undone
    await expect.poll(async () => (await waiting(kiosk)).map(({ photoId }) => photoId)).toContain(first.photoId)
    await approve(kiosk).click()
    await page.getByRole('button', { name: new RegExp(`^${t('photos.undo')}`) }).waitFor()
    await page
      .getByRole('button', { name: new RegExp(`^${t('photos.undo')}`) })
      .waitFor({ state: 'detached', timeout: undoMs + 10_000 })
    await press(page, 'z')
    await stands(kiosk, second)
    expect((await desk.photoReview.get({ photoId: first.photoId })).decision?.outcome).toBe('approved')

    // A colleague was quicker.
    await approve(kiosk).waitFor()
    held = await holdReading(kiosk)
    await desk.photoReview.approve({ photoId: second.photoId, ...(await seenReport(kiosk, second.photoId)) })
    // A key that is pressed while the list moves under it is dropped: it must fall on what was seen.
    const list = page.getByRole('region', { name: t('photos.list') })
    await list.getByText(second.name).waitFor({ state: 'detached' })
    await stands(kiosk, second)
    await press(page, 'a')
    held.release()
    await page.getByRole('alert').filter({ hasText: gone.message[language] }).waitFor()
    await stands(kiosk, third)

    await openStatistics(kiosk)
    await page.getByRole('table').first().waitFor()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: t('numbers.csv') }).click()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(/^photos-2026-.*\.csv$/)
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^\ufeff/)
    expectQuiet(kiosk, /rpc\/(shift\/view|queues\/counts|photoReview)/)
  }, 180_000)
})

test('at a kiosk the letter of a return is shown in the page to be printed, and no file is offered', async () => {
  const kiosk = await openKiosk(browser, { demo: true, demoClaims: 1, kiosk: true })
  onTestFinished(() => kiosk.close())
  const { page, desk, t, time } = kiosk
  const downloads: string[] = []
  page.on('download', (download) => downloads.push(download.suggestedFilename()))
  await desk.seat.demo({ role: 'border_officer' })
  const [photoId = ''] = await makePhotos(kiosk)
  await desk.seat.demo({ role: 'supervisor' })
  await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
  await giveBack(kiosk, photoId)
  time.now += undoMs
  await page.evaluate((id) => {
    location.hash = `#/photos/${id}`
  }, photoId)
  await page.getByRole('button', { name: t('photos.letter') }).click()
  const dialog = page.getByRole('dialog', { name: t('kiosk.paper') })
  await expectInk(dialog.locator('canvas').first())
  await dialog
    .getByRole('button', { name: t('common.close') })
    .last()
    .click()
  await openStatistics(kiosk)
  await page.getByRole('table').first().waitFor()
  expect(await page.getByRole('button', { name: t('numbers.csv') }).count()).toBe(0)
  expect([downloads, await page.locator('a[download]').count()]).toEqual([[], 0])
}, 90_000)

/** The main navigation has statistics of claims. */
const openStatistics = ({ page, t }: Kiosk) =>
  page
    .getByRole('navigation', { name: t('photos.tabs') })
    .getByRole('link', { name: t('photos.tab_statistics') })
    .click()
