import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeTd3 } from '../../src/shared/mrz/write.ts'
import { readerLayouts } from '../../src/shared/reader/layouts.ts'
import { unwrap } from '../../src/shared/result.ts'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { type Cases, goTo, makeCases } from '../support/e2e-scenes.ts'
import { type ReaderSetting, scan } from '../support/reader.ts'

/** A typing reader on every screen: nothing typed, nothing submitted, and the right target has it. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

/** A Syrian passport of somebody else. */
const another = unwrap(
  writeTd3({
    documentCode: 'P',
    issuer: 'SYR',
    documentNumber: 'N07654321',
    familyName: 'Haddad',
    givenNames: 'Samir',
    nationality: 'SYR',
    birthDate: '1985-02-03',
    sex: 'M',
    expiryDate: '2029-03-04',
  }),
).lines

const same = (layout: ReaderSetting['reader']): ReaderSetting => ({ reader: layout, computer: layout })
const us = same('us')
/** The reader as it is set, on computers of each layout; and readers that send Tab or nothing after a line. */
const settings: readonly ReaderSetting[] = [
  ...readerLayouts.flatMap((reader) => readerLayouts.map((computer) => ({ reader, computer }))),
  { ...us, lineEnd: ['Tab'] },
  { ...us, lineEnd: [] },
  { reader: 'us', computer: 'csa', capsLock: true },
]
const named = (setting: ReaderSetting) =>
  [`${setting.reader} on ${setting.computer}`, setting.lineEnd?.join() ?? (setting.lineEnd ? 'no line end' : '')].join(
    ' ',
  )

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  let kiosk: Kiosk
  let cases: Cases
  beforeAll(async () => {
    kiosk = await openKiosk(browser, { demo: true, demoClaims: 5, language })
    await kiosk.desk.seat.demo({ role: 'border_officer' })
    cases = await makeCases(kiosk)
    await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
  }, 120_000)
  afterAll(() => kiosk?.close())
  beforeEach(async () => {
    await kiosk.page.keyboard.press('Escape')
    await goTo(kiosk, '/')
    await kiosk.heading(kiosk.t('today.states')).waitFor()
  })

  const dialog = (): Locator => kiosk.page.getByRole('dialog')
  const offer = () => kiosk.page.getByRole('dialog', { name: kiosk.t('scan.passport') })
  const closeOffer = async () => {
    await offer().getByText('HADDAD').first().waitFor()
    await kiosk.page.keyboard.press('Escape')
    await offer().waitFor({ state: 'hidden' })
  }
  const newClaim = async () => (await kiosk.desk.claims.open({ channel: 'port_of_entry' })).row.claimId
  const goToStep = async (claimId: string, step: 'passport' | 'identity' | 'contact' | 'document') => {
    await goTo(kiosk, `/claims/${claimId}/intake/${step}`)
    await kiosk.page.getByRole('heading', { level: 2, name: kiosk.t(`step.${step}`), exact: true }).waitFor()
  }
  const openClaims = async () => (await kiosk.desk.claims.page({ limit: 100 })).rows.length

  test.each(settings.map((setting) => [named(setting), setting] as const))(
    'while a text field has the focus: %s',
    async (_, setting) => {
      const { page, t, field } = kiosk
      await goTo(kiosk, '/claims')
      const search = field(t('claims.search'))
      await search.click()
      await page.keyboard.type('ab', { delay: 60 })
      await page.keyboard.press('ArrowLeft')
      await scan(page, another, setting)
      await offer().getByText('HADDAD').first().waitFor()
      expect(await search.inputValue()).toBe('ab')
      expect(await search.evaluate((node) => (node as HTMLInputElement).selectionStart)).toBe(1)
      await page.keyboard.press('Escape')
      await offer().waitFor({ state: 'hidden' })
      await expect.poll(() => search.evaluate((node) => node === document.activeElement)).toBe(true)
      await page.keyboard.press('Control+z')
      // The officer's own undo is all that is left to undo.
      expect(['', 'a']).toContain(await search.inputValue())
    },
  )

  test.each(
    settings.slice(0, 1).concat({ reader: 'canadian_french', computer: 'us' }, { reader: 'csa', computer: 'csa' }),
  )('while a button has the focus it is not pressed: $reader on $computer', async (setting) => {
    const { page } = kiosk
    const before = await openClaims()
    await goTo(kiosk, '/claims/new')
    const button = page.getByRole('button', { name: kiosk.t('claims.new_poe') })
    await button.focus()
    await scan(page, another, setting)
    await closeOffer()
    expect(await openClaims()).toBe(before)
    expect(new URL(page.url()).hash).toBe('#/claims/new')
  })

  test('on Today it offers a new claim, which has the passport', async () => {
    const { page, t, heading } = kiosk
    const before = await openClaims()
    await scan(page, another, { reader: 'us', computer: 'canadian_french' })
    await offer().getByText('HADDAD').first().waitFor()
    expect(new URL(page.url()).hash).toBe('#/')
    await expectFocus(page)
    await expectAccessible(page, 'passport offer')
    await offer()
      .getByRole('button', { name: t('scan.new_poe') })
      .click()
    await heading(t('mrz.held')).waitFor()
    await page.getByRole('heading', { level: 1, name: /HADDAD/i }).waitFor()
    expect(await openClaims()).toBe(before + 1)
  })

  test('at the passport step it is read into the claim, wherever the focus is', async () => {
    const { page, heading, t } = kiosk
    await goToStep(await newClaim(), 'passport')
    await page.getByRole('button', { name: t('shell.lock') }).focus()
    await scan(page, another, { reader: 'csa', computer: 'us' })
    await heading(t('mrz.held')).waitFor()
    expect(await dialog().count()).toBe(0)
  })

  test('with a wrong check digit it waits for the eye in the box', async () => {
    const { page, t } = kiosk
    const claimId = await newClaim()
    await goToStep(claimId, 'passport')
    await scan(
      page,
      another.map((line) => line.replace('N07654321', 'N07654327')),
      us,
    )
    await kiosk.heading(t('mrz.checks')).waitFor()
    expect(await page.getByLabel(t('mrz.box')).inputValue()).toContain('N07654327')
    expect((await kiosk.desk.claims.get({ claimId })).read).toBeUndefined()
  })

  test('at another step of the intake it is read into the claim, and a half-typed field stays as it is', async () => {
    const { page, t, field, desk } = kiosk
    const claimId = await newClaim()
    await goToStep(claimId, 'identity')
    const place = field(t('field.birthPlace'))
    await place.click()
    await page.keyboard.type('Deraa', { delay: 50 })
    await scan(page, another, { reader: 'canadian_french_legacy', computer: 'canadian_french_legacy' })
    await page
      .getByText(t('scan.read_into', { what: '' }).trim().slice(0, 20))
      .first()
      .waitFor()
    await expect.poll(() => field(t('field.familyName')).inputValue()).toMatch(/HADDAD/i)
    expect(await place.inputValue()).toBe('Deraa')
    await expect.poll(async () => (await desk.claims.get({ claimId })).person.birthPlace?.value).toBe('Deraa')
    expect((await desk.claims.get({ claimId })).person.birthPlace?.conflict).toBeFalsy()
  })

  test('during the intake of another person it asks, and changes nothing until told', async () => {
    const { page, t, field, desk } = kiosk
    await goToStep(cases.taken, 'contact')
    const email = field(t('field.email'))
    await email.click()
    const before = await email.inputValue()
    const read = (await desk.claims.get({ claimId: cases.taken })).read
    await scan(page, another, us)
    await offer().getByText(t('scan.passport_differs')).waitFor()
    await expectAccessible(page, 'passport of another')
    expect(await email.inputValue()).toBe(before)
    expect((await desk.claims.get({ claimId: cases.taken })).read).toEqual(read)
    await page.keyboard.press('Escape')
    await offer().waitFor({ state: 'hidden' })
    expect((await desk.claims.get({ claimId: cases.taken })).read).toEqual(read)
  })

  test('over an open dialog it changes nothing and says so', async () => {
    const { page, t, button } = kiosk
    await goToStep(cases.printed, 'document')
    await page.getByRole('button', { name: new RegExp(`^${t('paper.spoil')}`) }).click()
    const spoil = page.getByRole('dialog', { name: t('paper.spoil_title') })
    const more = spoil.getByLabel(t('paper.spoil_more'))
    await more.click()
    await scan(page, another, us)
    await page.getByText(t('scan.in_dialog')).first().waitFor()
    expect(await more.inputValue()).toBe('')
    await spoil.getByRole('button', { name: t('paper.spoil_only') }).waitFor()
    // Its own target takes a sheet.
    await scan(page, ['A0009999'], us)
    await expect.poll(() => spoil.getByLabel(t('paper.spoil_next')).inputValue()).toBe('A0009999')
    expect(await more.inputValue()).toBe('')
    await spoil.getByRole('button', { name: t('common.close') }).click()
    expect((await kiosk.desk.claims.get({ claimId: cases.printed })).documents[0]?.state).toBe('sent')
    expect(await button(t('paper.confirm')).count()).toBeGreaterThanOrEqual(0)
  })

  test('the number of a sheet confirms it from anywhere on the screen', async () => {
    const { page, t, desk } = kiosk
    await goToStep(cases.printed, 'document')
    await page.getByRole('button', { name: t('paper.print_again') }).focus()
    const serial = (await desk.claims.get({ claimId: cases.printed })).documents[0]?.stockSerial ?? ''
    await scan(page, ['B0000001'], { reader: 'us', computer: 'csa' })
    await page.getByRole('main').getByRole('alert').waitFor()
    await scan(page, [serial], { reader: 'us', computer: 'csa' })
    await page.getByText(t('paper.confirmed_next')).waitFor()
  })

  test('a number that nothing takes can be searched for, or put into the field', async () => {
    const { page, t, field } = kiosk
    await goToStep(cases.taken, 'contact')
    await field(t('field.addressLine')).click()
    await scan(page, ['R000100001'], us)
    const box = page.getByRole('dialog', { name: t('scan.number_title') })
    await box.getByText('R000100001').waitFor()
    await expectAccessible(page, 'number')
    expect(await field(t('field.addressLine')).inputValue()).not.toContain('R000')
    await box.getByRole('button', { name: t('scan.search'), exact: true }).click()
    await expect.poll(() => page.getByRole('textbox', { name: t('shell.search_long') }).inputValue()).toBe('R000100001')
    await page.keyboard.press('Escape')
  })

  test('single keys do not fire: a burst that holds n, g and digits leaves the screen as it is', async () => {
    const { page } = kiosk
    await page.locator('main').focus()
    await scan(page, ['NGC123N'], us)
    await page.getByRole('dialog', { name: kiosk.t('scan.text_title') }).waitFor()
    expect(new URL(page.url()).hash).toBe('#/')
    await page.keyboard.press('Escape')
  })

  test('a typist at full speed is none', async () => {
    const { page, t, field } = kiosk
    await goTo(kiosk, '/claims')
    await field(t('claims.search')).click()
    await scan(page, ['AL HARIRI 1990'], { ...us, lineEnd: [] }, 41)
    await expect.poll(() => field(t('claims.search')).inputValue()).toBe('AL HARIRI 1990')
    expect(await dialog().count()).toBe(0)
  })

  test('under the lock nothing leaks', async () => {
    const { page, t } = kiosk
    const before = await openClaims()
    await page.keyboard.press('Control+Shift+l')
    const cover = page.getByRole('dialog', { name: t('lock.title') })
    await cover.waitFor()
    await scan(page, another, us)
    await page.waitForTimeout(400)
    expect(await kiosk.field(t('door.password')).inputValue()).toBe('')
    expect(await cover.getByRole('alert').count()).toBe(0)
    await page.keyboard.press('Enter')
    await cover.waitFor({ state: 'hidden' })
    expect(await dialog().count()).toBe(0)
    expect(await openClaims()).toBe(before)
  })

  test('and nothing complained', () => expectQuiet(kiosk, /status of 4\d\d/))
})
