import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { photoAtDesk } from '../support/e2e-photos.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { portraitJpeg } from '../support/portraits.ts'

/** How soon the next photo stands under the eyes of the reviewer. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

test('the next picture stands soon after the key (the times are told, not judged)', async () => {
  const kiosk = await openKiosk(browser, { demo: true, demoClaims: 1 })
  onTestFinished(() => kiosk.close())
  const { page, t, desk } = kiosk
  await desk.seat.demo({ role: 'border_officer' })
  for (const [at, name] of ['Abe', 'Bai', 'Cho', 'Dia', 'Eze'].entries())
    await photoAtDesk(kiosk, [name, 'Kim'], await portraitJpeg(50 + at, {}, 1700))
  await desk.seat.demo({ role: 'photo_reviewer' })
  const { rows } = await desk.photoReview.queue({})
  await goTo(kiosk, '/photos')
  await page.getByRole('img', { name: t('photos.picture_of', { name: rows[0]?.name ?? '' }) }).waitFor()
  await page.evaluate(() =>
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        performance.clearMarks('key')
        performance.mark('key', { startTime: timeStamp })
      },
      true,
    ),
  )
  const times: number[] = []
  for (const { photoId } of rows.slice(1)) {
    // An officer looks before the next key; meanwhile the next photo is made ready.
    await page.getByRole('button', { name: new RegExp(`^${t('photos.approve')}`) }).waitFor()
    await page.waitForTimeout(1500)
    await page.keyboard.press('j')
    times.push(await sinceKey(kiosk, photoId))
  }
  console.log(`from key to picture, ms: ${times.map((ms) => Math.round(ms)).join(', ')}`)
  expect(times.length).toBe(rows.length - 1)
}, 180_000)

/** Waits until the picture of a photo is on the screen; gives the milliseconds since the key went down. */
const sinceKey = ({ page }: Kiosk, photoId: string): Promise<number> =>
  page
    .waitForFunction((id) => {
      const shown = performance.getEntriesByName('photo:shown')[0] as PerformanceMark | undefined
      const key = performance.getEntriesByName('key')[0]
      return shown?.detail === id && key && shown.startTime > key.startTime ? shown.startTime - key.startTime : false
    }, photoId)
    .then((handle) => handle.jsonValue() as Promise<number>)
