import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Role } from '../../src/shared/contract/views.ts'
import type { Language } from '../../src/shared/language.ts'
import { type ReturnReason, returnReasons } from '../../src/shared/photos/reasons.ts'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser, seatedAnother } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { makePhotos } from '../support/e2e-photos.ts'

/** The review of photos by keyboard alone, in both languages. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

/** A hand is slower than a passport reader, whose keys the window tells apart by their pace. */
const slowly = { delay: 60 }

async function kioskIn(language: Language): Promise<Kiosk> {
  const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
  onTestFinished(() => kiosk.close())
  await kiosk.desk.seat.demo({ role: 'border_officer' })
  await makePhotos(kiosk)
  return kiosk
}

async function sitDown(kiosk: Kiosk, role: Role) {
  await kiosk.desk.seat.demo({ role })
  await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
}

const waiting = async ({ desk }: Kiosk) => (await desk.photoReview.queue({})).rows

async function openPhotos(kiosk: Kiosk) {
  const { page, t } = kiosk
  await page.keyboard.press('g', slowly)
  await page.keyboard.press('h', slowly)
  await kiosk.heading(t('photos.title')).waitFor()
}

/** The photo that is looked at, its picture drawn. */
const stands = ({ page, t }: Kiosk, name: string) =>
  page.getByRole('img', { name: t('photos.picture_of', { name }) }).waitFor()

const press = (page: Page, ...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key, slowly)), Promise.resolve())

/** The machine has looked at every photo that waits: what an officer decides on does not change under them. */
const looked = async (kiosk: Kiosk) => {
  const { desk } = kiosk
  const ids = (await waiting(kiosk)).map(({ photoId }) => photoId)
  const open = async () => {
    const views = await Promise.all(ids.map((photoId) => desk.photoReview.get({ photoId, ahead: true })))
    return views.filter(({ report, checkFailure }) => !report && !checkFailure).length
  }
  await expect.poll(open, { timeout: 60_000, interval: 500 }).toBe(0)
}

/** By the number keys, from whatever the machine suggests. */
async function chooseReasons({ page, t }: Kiosk, wanted: readonly ReturnReason[]) {
  const panel = page.getByRole('region', { name: t('photos.return'), exact: true })
  for (const [at, reason] of returnReasons.entries()) {
    const box = panel
      .getByRole('group', { name: t('photos.reasons') })
      .getByRole('checkbox')
      .nth(at)
    if ((await box.isChecked()) !== wanted.includes(reason)) await press(page, String(at + 1))
    await expect.poll(() => box.isChecked()).toBe(wanted.includes(reason))
  }
}

describe.each(['en', 'fr'] as const)('photos (%s)', (language) => {
  test('one is approved, one returned with two reasons, that is undone, and a supervisor opens another again', async () => {
    const kiosk = await kioskIn(language)
    const { page, t, desk, time } = kiosk
    await sitDown(kiosk, 'photo_reviewer')
    await looked(kiosk)
    const [first, second, third] = await waiting(kiosk)
    if (!first || !second || !third) throw new Error('Three photos must wait')
    await openPhotos(kiosk)
    await stands(kiosk, first.name)
    await page.getByRole('button', { name: new RegExp(`^${t('photos.approve')}`) }).waitFor()
    await expectAccessible(page, 'the review of photos')

    await press(page, 'a')
    await stands(kiosk, second.name)
    await expect.poll(async () => (await waiting(kiosk)).map(({ photoId }) => photoId)).not.toContain(first.photoId)
    await page
      .getByText(t('photos.approved_name', { name: first.name }))
      .first()
      .waitFor()

    await page.getByRole('button', { name: new RegExp(`^${t('photos.return')}`) }).waitFor()
    await press(page, 'r')
    const panel = page.getByRole('region', { name: t('photos.return'), exact: true })
    await panel.waitFor()
    await chooseReasons(kiosk, ['too_dark', 'glare'])
    await expectAccessible(page, 'the return of a photo')
    await press(page, 'r')
    await stands(kiosk, third.name)
    const returned = async () => (await desk.photoReview.get({ photoId: second.photoId })).decision
    await expect.poll(async () => (await returned())?.reasons).toEqual(['too_dark', 'glare'])

    await press(page, 'z')
    await stands(kiosk, second.name)
    await expect.poll(returned).toBeUndefined()
    expect((await waiting(kiosk))[0]?.photoId).toBe(second.photoId)
    // A size that was chosen for one photo is not the next one's, nor its own when one comes back.
    const zoom = (name: 'photos.zoom_fit' | 'photos.zoom_real') =>
      page.getByRole('group', { name: t('photos.zoom') }).getByRole('button', { name: t(name), exact: true })
    await press(page, '+')
    await zoom('photos.zoom_fit').waitFor()
    await press(page, 'j')
    await stands(kiosk, third.name)
    await zoom('photos.zoom_real').waitFor()
    await press(page, 'k')
    await stands(kiosk, second.name)
    expect(await zoom('photos.zoom_real').count()).toBe(1)
    await expectFocus(page)

    time.now += 60_000
    await sitDown(kiosk, 'supervisor')
    await page.evaluate((id) => {
      location.hash = `#/photos/${id}`
    }, first.photoId)
    await stands(kiosk, first.name)
    await page.getByRole('button', { name: new RegExp(`^${t('photos.reopen')}`) }).waitFor()
    await press(page, 'x')
    await page.getByRole('dialog').getByLabel(t('common.reason')).fill('Approved by mistake')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('photos.reopen') })
      .press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect.poll(async () => (await waiting(kiosk)).map(({ photoId }) => photoId)).toContain(first.photoId)
    // The officer before was still being shown Today.
    expectQuiet(kiosk, seatedAnother)
  }, 120_000)
})
