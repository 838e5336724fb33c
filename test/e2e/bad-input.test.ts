import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClaimView } from '../../src/shared/contract/views.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { claimAtDesk, passport, saved } from '../support/e2e-claims.ts'
import { chooseFile } from '../support/e2e-officers.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { portraitJpeg, wrongFiles } from '../support/portraits.ts'
import { borderDesk } from '../support/set-up.ts'

/** Whatever is typed or brought: a clear word at its place, and nothing changed; or it is kept to the letter. */

let browser: Browser
let kiosk: Kiosk
let claimId: string
beforeAll(async () => {
  browser = await openOfflineBrowser()
  kiosk = await openKiosk(browser)
  await borderDesk(kiosk)
  claimId = await claimAtDesk(kiosk.desk)
}, 60_000)
afterAll(async () => {
  await kiosk?.close()
  await browser?.close()
})

const read = (): Promise<ClaimView> => kiosk.desk.claims.get({ claimId })
const open = async (step: 'passport' | 'identity' | 'entry' | 'photo', claim = claimId) => {
  await goTo(kiosk, `/claims/${claim}/intake/${step}`)
  await kiosk.page.getByRole('heading', { level: 2, name: kiosk.t(`step.${step}`), exact: true }).waitFor()
}
const type = async (label: Parameters<Kiosk['t']>[0], text: string) => {
  const field = kiosk.field(kiosk.t(label as 'field.familyName'))
  await field.fill(text)
  await field.press('Tab')
  await saved(kiosk)
  return field
}

describe('the machine-readable zone', () => {
  test('with a wrong digit warns, offers the reading that agrees, and bars nothing', async () => {
    const fresh = (await kiosk.desk.claims.open({ channel: 'port_of_entry' })).row.claimId
    await open('passport', fresh)
    const { page, t } = kiosk
    await page.getByLabel(t('mrz.box')).fill(passport.join('\n').replace('N01234567', 'N0I234567'))
    await page
      .getByText(/does not agree/)
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: t('mrz.suggest', { what: 'I → 1' }) })
      .first()
      .click()
    await page
      .getByText(/does not agree/)
      .first()
      .waitFor({ state: 'hidden' })
    await kiosk.page.getByRole('button', { name: new RegExp(`^${t('mrz.read')}`) }).click()
    await kiosk.heading(t('mrz.held')).waitFor()
    expect((await kiosk.desk.claims.get({ claimId: fresh })).read?.number).toBe('N01234567')
  })

  test('that is none is said to be none', async () => {
    const fresh = (await kiosk.desk.claims.open({ channel: 'port_of_entry' })).row.claimId
    await open('passport', fresh)
    const { page, t } = kiosk
    await page.getByLabel(t('mrz.box')).fill('<script>alert(1)</script>')
    await page.getByRole('button', { name: new RegExp(`^${t('mrz.read')}`) }).click()
    await page.getByRole('alert').waitFor()
    expect((await kiosk.desk.claims.get({ claimId: fresh })).read).toBeUndefined()
  })
})

describe('dates', () => {
  test.each([
    ['a thirteenth month', '1990-13-01'],
    ['a thirtieth of February', '1990-02-30'],
    ['day before month', '17-05-1990'],
    ['a day to come', '2199-01-01'],
    ['words', 'spring'],
  ])('%s', async (_, text) => {
    await open('identity')
    const before = (await read()).person.birthDate?.value
    const field = await type('field.birthDate', text)
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
    expect((await read()).person.birthDate?.value).toBe(before)
  })
})

test('a day to come stays on the screen, with the reason, until it is corrected', async () => {
  await open('identity')
  const field = await type('field.birthDate', '2199-01-01')
  await kiosk.page.getByText(kiosk.t('common.date_future')).waitFor()
  expect(await field.inputValue()).toBe('2199-01-01')
})

test('an entry that is saved leaves the keyboard where it was', async () => {
  const fresh = (await kiosk.desk.claims.open({ channel: 'port_of_entry' })).row.claimId
  await open('entry', fresh)
  const { page, t, button } = kiosk
  await button(t('entry.add')).click()
  const row = page.getByRole('group', { name: t('entry.nth', { n: 1 }) })
  await row.getByRole('textbox', { name: t('entry.date') }).fill('2026-01-05')
  const manner = row.getByRole('combobox', { name: t('entry.manner') })
  await manner.focus()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: t('manner.airport'), exact: true }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await kiosk.desk.claims.get({ claimId: fresh })).claim.entries?.value?.length).toBe(1)
  await saved(kiosk)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(await manner.getAttribute('id'))
})

describe('names are kept to the letter and shown as text', () => {
  test.each([
    ['of 200 characters', 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6).slice(0, 199).trim()],
    ['of one letter', 'Ł'],
    ['with HTML', `<img src=x onerror="alert(1)"><b>Nour</b>`],
    ['with SQL', `Robert'); DROP TABLE claim;--`],
    ['in Arabic', 'نور الحريري'],
    ['with a picture', 'Nour 🌷 👩‍👩‍👧'],
    ['in Han', '李'],
  ])('%s', async (_, name) => {
    await open('identity')
    const field = await type('field.nativeName', name)
    await expect.poll(async () => (await read()).person.nativeName?.value).toBe(name.normalize('NFC'))
    expect(await field.inputValue()).toBe(name)
    const { page } = kiosk
    await page.getByRole('main').getByTitle(name).first().waitFor()
    expect(await page.evaluate(() => document.querySelectorAll('main img[src="x"], main b').length)).toBe(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  })

  test('but too long a one cannot be typed', async () => {
    await open('identity')
    const field = await type('field.birthPlace', '')
    await field.pressSequentially('x')
    await field.fill('y'.repeat(400))
    await field.press('Tab')
    await saved(kiosk)
    const kept = (await read()).person.birthPlace?.value
    expect(kept === undefined || kept.length <= 200).toBe(true)
  })
})

describe('files that are no photo', () => {
  const cutShort = async () => (await portraitJpeg(9)).slice(0, 9000)
  test.each([
    ['an executable that is named photo.jpg', async () => wrongFiles.executable],
    ['a page of HTML', async () => wrongFiles.html],
    ['an empty file', async () => wrongFiles.empty],
    ['a JPEG that was cut short', cutShort],
  ])('%s', async (_, bytes) => {
    const { t, page, button } = kiosk
    await goTo(kiosk, `/claims/${claimId}`)
    await open('photo')
    const before = (await read()).photo?.print
    await button(t('photo.replace')).click()
    await chooseFile(kiosk, { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from((await bytes()) ?? []) })
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect((await alert.innerText()).length).toBeGreaterThan(20)
    expect((await read()).photo?.print).toBe(before)
  })
})

test('nothing of this ran, and nothing but refusals was complained of', () => expectQuiet(kiosk, /status of 4\d\d/))
