import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { photoAtDesk } from '../support/e2e-photos.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { portraitJpeg } from '../support/portraits.ts'

/** How soon the next photo stands under the eyes of the reviewer: forty pictures of 12 MP, decoded ahead and checked. */

const pictures = Number(process.env.PHOTO_KEYS ?? 40)
/** How long an officer looks, at least. */
const lookMs = 1200

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

test('the next picture stands soon after A or J (the times are told, not judged)', async () => {
  const kiosk = await openKiosk(browser, { demo: true, demoClaims: 1 })
  onTestFinished(() => kiosk.close())
  const { page, t, desk } = kiosk
  await desk.seat.demo({ role: 'border_officer' })
  const drawn = await Promise.all([50, 51, 52, 53].map((seed) => portraitJpeg(seed, {}, 900)))
  for (let at = 0; at < pictures; at++)
    await photoAtDesk(kiosk, [`Abe ${letters(at)}`, 'Kim'], await ofCamera(drawn[at % drawn.length] as Uint8Array, at))
  await desk.seat.demo({ role: 'photo_reviewer' })
  // One that the machine could not look at stays as it is.
  await expect.poll(async () => (await unchecked(kiosk)).length, { timeout: 240_000, interval: 1000 }).toBeLessThan(2)
  const { rows } = await desk.photoReview.queue({ limit: 200 })
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
  const times: Record<'a' | 'j', number[]> = { a: [], j: [] }
  for (const [at, { photoId }] of rows.slice(1).entries()) {
    await page.getByRole('button', { name: new RegExp(`^${t('photos.approve')}`) }).waitFor()
    await page.waitForTimeout(lookMs)
    const key = at % 2 === 0 ? 'a' : 'j'
    await page.keyboard.press(key)
    times[key].push(await sinceKey(kiosk, photoId))
  }
  for (const [key, all] of Object.entries(times)) console.log(`${key.toUpperCase()} to picture, ms: ${told(all)}`)
  expect(times.a.length + times.j.length).toBe(rows.length - 1)
}, 600_000)

/** As a telephone takes it: 3000 x 4000 pixels, light round the subject, no two alike. */
const ofCamera = async (portrait: Uint8Array, at: number): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp(portrait)
      .resize(3000, 4000, { fit: 'cover' })
      .modulate({ brightness: 1 - at / 1000 })
      .jpeg({ quality: 90 })
      .toBuffer(),
  )

/** A name of letters alone. */
const letters = (at: number): string => String.fromCharCode(65 + Math.floor(at / 26), 97 + (at % 26))

const unchecked = async ({ desk }: Kiosk) =>
  (await desk.photoReview.queue({ limit: 200 })).rows.filter(({ suggestion }) => suggestion === 'none')

const told = (times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN)
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)} (${times.map(Math.round).join(', ')})`
}

/** Waits until the picture of a photo is on the screen; gives the milliseconds since the key went down. */
const sinceKey = ({ page }: Kiosk, photoId: string): Promise<number> =>
  page
    .waitForFunction((id) => {
      const shown = performance.getEntriesByName('photo:shown')[0] as PerformanceMark | undefined
      const key = performance.getEntriesByName('key')[0]
      return shown?.detail === id && key && shown.startTime > key.startTime ? shown.startTime - key.startTime : false
    }, photoId)
    .then((handle) => handle.jsonValue() as Promise<number>)
