import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { packNumber } from '../../src/shared/domain/paper-pack.ts'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'

/** A shift handed over and accepted, and a paper pack printed, taken in and added to its claim: by keyboard. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('a shift is signed off with a note, and the next officer accepts it and takes over with one key', async () => {
    const kiosk = await demoKiosk(language)
    const { page, t, desk } = kiosk
    await desk.claims.open({ channel: 'port_of_entry' })
    await press(kiosk, 'g')
    await press(kiosk, 's')
    await kiosk.heading(t('shift.title')).waitFor()
    await page.getByRole('table', { name: t('shift.intakes') }).waitFor()
    await kiosk.field(t('shift.note')).focus()
    await page.keyboard.type('printer two', { delay: 60 })
    await look(kiosk, `shift-${language}`)
    await expectAccessible(page, 'shift')
    await page.keyboard.press('Control+Enter')
    await page.getByText(t('shift.handed_over')).first().waitFor()
    const { pending } = await desk.shift.view()
    expect(pending).toMatchObject({ note: 'printer two', mine: true })
    await page.keyboard.press('Control+Shift+L')
    await page.getByRole('button', { name: t('lock.switch'), exact: true }).press('Enter')
    await page.getByRole('button', { name: t('shell.sign_out') }).press('Enter')
    await page.getByRole('button', { name: new RegExp(`^${t('role.supervisor')}`) }).press('Enter')
    await page.getByRole('link', { name: t('shift.read') }).press('Enter')
    await page.getByText('printer two').first().waitFor()
    await look(kiosk, `accept-${language}`)
    await expectAccessible(page, 'shift')
    await press(kiosk, 'o')
    await page
      .getByText(t('shift.accepted', { count: pending?.takeable ?? 0 }))
      .first()
      .waitFor()
    await expectFocus(page)
    const after = await desk.shift.view()
    expect(after.pending).toBeUndefined()
    expect(after.now.intakes.some(({ mine }) => mine)).toBe(true)
    expectQuiet(kiosk)
  }, 60_000)

  test('a paper pack is printed ahead, taken in by its number, and its page shown beside what is typed', async () => {
    const kiosk = await demoKiosk(language)
    const { page, t, desk } = kiosk
    await press(kiosk, 'g')
    await press(kiosk, 'p')
    await kiosk.field(t('packs.count')).fill('2')
    await page.keyboard.press('Enter')
    await page.getByText(t('packs.unused')).nth(1).waitFor()
    const [newest] = await desk.paperPacks.list()
    const number = newest?.number ?? ''
    await look(kiosk, `packs-${language}`)
    await expectAccessible(page, 'shift')
    await kiosk.field(t('packs.number')).focus()
    await page.keyboard.type(number, { delay: 60 })
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: t('packs.add') }).press('Enter')
    const own = kiosk.field(t('packs.page_number'))
    await own.waitFor()
    await page.keyboard.type(packNumber('018f0000-0000-8000-8000-0000000000a1', 7), { delay: 60 })
    const picture = sharp({ create: { width: 600, height: 776, channels: 3, background: '#f4f4f4' } }).jpeg()
    const file = { name: 'page.jpg', mimeType: 'image/jpeg', buffer: await picture.toBuffer() }
    const chooser = page.locator('input[type=file][accept="image/jpeg,image/png"]').first()
    await chooser.setInputFiles(file)
    await page.getByRole('alert').first().waitFor()
    await own.fill(number)
    await chooser.setInputFiles(file)
    await page.getByRole('img', { name: t('packs.page_alt', { page: 1 }) }).waitFor()
    await look(kiosk, `claim-pack-${language}`)
    await expectAccessible(page, 'shift')
    await expectFocus(page)
    expectQuiet(kiosk, /422.*addPage/)
  }, 60_000)
})

async function demoKiosk(language: 'en' | 'fr'): Promise<Kiosk> {
  const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
  onTestFinished(() => kiosk.close())
  await kiosk.desk.seat.demo({ role: 'border_officer' })
  await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
  return kiosk
}

/** Slower than a passport reader. */
const press = ({ page }: Kiosk, key: string) => page.keyboard.press(key, { delay: 60 })

/** A picture for whoever wants to see it. */
async function look({ page }: Kiosk, name: string): Promise<void> {
  const folder = process.env.PASSERELLE_LOOK
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
