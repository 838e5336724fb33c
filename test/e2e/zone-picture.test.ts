import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { readMrz } from '../../src/shared/mrz/read.ts'
import { unwrap } from '../../src/shared/result.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible, expectContrast, expectNoSidewaysScroll } from '../support/e2e-axe.ts'
import { camerasOn, putCamera, showToCamera } from '../support/e2e-camera.ts'
import { goTo, showScheme } from '../support/e2e-scenes.ts'
import { passportPage } from '../support/passports/page.ts'
import { passportSet } from '../support/passports/set.ts'

/** A passport page of Utopia, as a file or before the camera: nothing reaches the claim before its name was compared. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

const drawn = passportSet(1, 41, 300)[0]
if (!drawn) throw new Error('No page was drawn')
const record = unwrap(readMrz(drawn.lines.join('\n'), '2026-11-23'))
const name = `${record.familyName}, ${record.givenNames}`

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('a scanned page fills the claim once its name was compared with the picture', async () => {
    const { kiosk, page, t, button } = await atPassportStep(language)
    await button(t('mrz.picture')).click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'page.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(await passportPage(drawn)),
    })
    await page.getByRole('img', { name: t('mrz.strip', { line: 2 }) }).waitFor()
    expect(await page.getByLabel(t('mrz.box')).inputValue()).toBe(drawn.lines.join('\n'))
    await expectLegible(kiosk)

    await button(t('mrz.read')).click()
    await page.getByText(t('mrz.confirm_first')).waitFor()
    expect(await page.getByText(t('mrz.held'), { exact: true }).count()).toBe(0)
    // The focus is where the officer says so: a space does.
    await page.keyboard.press('Space')
    expect(await page.getByRole('checkbox', { name: t('mrz.confirm_name', { name }) }).isChecked()).toBe(true)
    await button(t('mrz.read')).click()
    await page.getByRole('heading', { name: t('mrz.held') }).waitFor()
    expectQuiet(kiosk)
  }, 120_000)

  test('a page before the camera is read, and another name needs another look', async () => {
    const { kiosk, page, t, button } = await atPassportStep(language)
    await button(t('mrz.picture')).click()
    await button(t('mrz.picture_camera')).click()
    await page.getByLabel(t('mrz.picture_live')).waitFor()
    // Nothing before it: said, and the camera stays.
    await button(t('mrz.picture_take')).click()
    await page.getByRole('alert').waitFor()
    await expectAccessible(page, 'camera for a page')
    await showToCamera(page, await passportPage(drawn))
    const box = page.getByRole('checkbox', { name: t('mrz.confirm_name', { name }) })
    // On a busy computer the camera may still hold the picture before: the officer takes another.
    const take = button(t('mrz.picture_take'))
    for (let picture = 0; picture < 10 && !(await box.isVisible()); picture++) {
      await page.waitForTimeout(400) // the camera gives ten pictures a second
      // While a picture is read the button rests, and it is gone once the page was found: the box says which.
      await Promise.any([take.click(), box.waitFor()])
    }
    await box.check()
    expect(await camerasOn(page)).toBe(0)
    const field = page.getByLabel(t('mrz.box'))
    const letter = drawn.lines[0]?.charAt(5) ?? ''
    await field.fill((await field.inputValue()).replace(`P<UTO${letter}`, `P<UTO${letter === 'A' ? 'B' : 'A'}`))
    await expect.poll(() => page.getByRole('checkbox').last().isChecked()).toBe(false)
    expectQuiet(kiosk, /422/)
  }, 120_000)
})

async function atPassportStep(language: 'en' | 'fr') {
  const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
  onTestFinished(() => kiosk.close())
  const { page, t, button, desk } = kiosk
  await putCamera(page)
  await desk.seat.demo({ role: 'border_officer' })
  await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
  const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
  await goTo(kiosk, `/claims/${claimId}/intake/passport`)
  return { kiosk, page, t, button }
}

async function expectLegible({ page, language }: Kiosk): Promise<void> {
  const picture = async (name: string) => {
    const folder = process.env.PASSERELLE_PICTURES
    if (folder) writeFileSync(join(folder, `zone-${name}-${language}.png`), await page.screenshot({ fullPage: true }))
  }
  await expectAccessible(page, 'zone from a picture')
  await picture('light')
  await showScheme(page, 'dark')
  await expectContrast(page, 'zone from a picture in the dark')
  await picture('dark')
  await showScheme(page, 'light')
  await page.setViewportSize({ width: 640, height: 400 })
  await expectNoSidewaysScroll(page, 'zone from a picture at 200 %')
  await picture('zoomed')
  await page.setViewportSize({ width: 1280, height: 800 })
}
