import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { guideReady, guideTexts } from '../../src/shared/photos/guide-texts.ts'
import { expectQuiet, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { portraitJpeg } from '../support/portraits.ts'

/** Live guidance at the camera: frames go to the desk's own engine, and what it sees is said in both languages. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

test.each(['en', 'fr'] as const)(
  'the camera says what to change, then that all is well; a black picture has no face (%s)',
  async (language) => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
    onTestFinished(() => kiosk.close())
    const { page, t, button, desk } = kiosk
    const portrait = Buffer.from(await portraitJpeg(3, {}, 840)).toString('base64')
    await page.addInitScript(cameraOfTheTest, `data:image/jpeg;base64,${portrait}`)
    await page.reload()
    await desk.seat.demo({ role: 'border_officer' })
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
    await goTo(kiosk, `/claims/${claimId}/intake/photo`)
    await button(t('photo.camera')).click()
    const other = language === 'en' ? 'fr' : 'en'
    const said = async (text: { readonly en: string; readonly fr: string }) => {
      await page.getByText(text[language], { exact: true }).waitFor()
      await page.getByText(text[other], { exact: true }).waitFor()
    }
    await said(guideTexts.no_face)
    await show(page, 0.45)
    await said(guideTexts.come_closer)
    await expectAccessible(page, 'camera with guidance')
    await show(page, 1)
    await said(guideReady)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('img').last().waitFor()
    expect(await page.getByText(guideReady[language]).count()).toBe(0)
    expectQuiet(kiosk)
  },
  90_000,
)

/** How large the person stands in the picture; 0: nobody. */
const show = (page: Awaited<ReturnType<typeof openKiosk>>['page'], scale: number) =>
  page.evaluate((next) => (globalThis as never as { show(scale: number): void }).show(next), scale)

/** Runs in the page: a camera of 960 x 720 in which somebody may stand. */
function cameraOfTheTest(portrait: string) {
  const canvas = document.createElement('canvas')
  canvas.width = 960
  canvas.height = 720
  const picture = new Image()
  picture.src = portrait
  let scale = 0
  setInterval(() => {
    const drawing = canvas.getContext('2d')
    if (!drawing) return
    drawing.fillStyle = scale > 0 ? '#eceef0' : '#000'
    drawing.fillRect(0, 0, canvas.width, canvas.height)
    const height = canvas.height * scale
    const width = (height * picture.width) / picture.height
    if (scale > 0) drawing.drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height)
  }, 100)
  Object.assign(globalThis, {
    show(next: number) {
      scale = next
    },
  })
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10)
}
