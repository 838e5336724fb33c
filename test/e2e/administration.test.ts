import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { roles } from '../../src/shared/domain/vocabulary.ts'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { administrator, borderOfficer, giveCode, givePassword, signOut } from '../support/e2e-officers.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { administratorDesk } from '../support/set-up.ts'
import { tempFolder } from '../support/store.ts'

/** What an administrator does on the rare bad day, and the door of the demo. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

async function openedKiosk(options: Parameters<typeof openKiosk>[1] = {}): Promise<Kiosk> {
  const kiosk = await openKiosk(browser, options)
  onTestFinished(() => kiosk.close())
  return kiosk
}

test('the demo is entered by a role, without a form that nobody has a password for', async () => {
  const kiosk = await openedKiosk({ demo: true, demoClaims: 1, language: 'fr' })
  const { page, t } = kiosk
  await kiosk.heading(t('door.sign_in')).waitFor()
  for (const role of roles)
    expect(await page.getByRole('button', { name: new RegExp(`^${t(`role.${role}`)}`) }).isVisible()).toBe(true)
  expect(await page.getByRole('textbox').count()).toBe(0)
  await expectFocus(page)
  await expectAccessible(page, 'door of the demo')
  await page.getByRole('button', { name: new RegExp(`^${t('role.administrator')}`) }).click()
  await kiosk.heading(t('admin.officers')).waitFor()
  expectQuiet(kiosk)
})

test('an officer without phone and codes gets a new second factor, shown once', async () => {
  const kiosk = await openedKiosk()
  const { page, t, field, button } = kiosk
  await administratorDesk(kiosk)
  await kiosk.desk.officers.enrol({
    userName: borderOfficer.user,
    displayName: borderOfficer.name,
    password: 'a first sentence here',
    roles: ['border_officer'],
    jurisdiction: 'office',
  })
  await page.reload()
  await button(t('officers.actions_for', { name: borderOfficer.name })).click()
  await page.getByRole('menuitem', { name: t('officers.reset') }).click()
  await field(t('officers.temporary')).fill(borderOfficer.temporary)
  await page.getByRole('checkbox', { name: t('officers.renew_factor') }).check()
  await expectAccessible(page, 'reset of a password')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t('officers.reset'), exact: true }).click()
  await page.getByRole('img', { name: t('setup.qr_label') }).waitFor()
  const secret = (await dialog.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4})+$/).innerText()).replaceAll(' ', '')
  expect(await dialog.getByRole('listitem').count()).toBe(10)
  await expectAccessible(page, 'new secrets')
  await button(t('officers.done')).click()
  await dialog.waitFor({ state: 'hidden' })
  await signOut(kiosk, administrator.name)
  await givePassword(kiosk, borderOfficer.user, borderOfficer.temporary)
  await giveCode(kiosk, secret)
  await kiosk.heading(t('door.change_title')).waitFor()
  expectQuiet(kiosk)
})

test('a number out of its range is kept as the nearest one allowed, which is what the field shows', async () => {
  const kiosk = await openedKiosk()
  const { page, t } = kiosk
  await administratorDesk(kiosk)
  await page.reload()
  await goTo(kiosk, '/administration/settings')
  const minutes = kiosk.field(`${t('settings.idle')} (${t('settings.minutes')})`)
  await minutes.fill('900')
  await page.keyboard.press('Tab')
  await page.getByText(t('common.saved')).first().waitFor()
  expect(await minutes.inputValue()).toBe('60')
  expect((await kiosk.desk.settings.get()).idleLockMinutes).toBe(60)
  expectQuiet(kiosk)
})

test('the import folder of photos is named, looked into at once, and says why it refused a file', async () => {
  const kiosk = await openedKiosk()
  const { page, t, field, button } = kiosk
  await administratorDesk(kiosk)
  await page.reload()
  await goTo(kiosk, '/administration/photos')
  await page.getByText(t('photo_import.none')).waitFor()
  const { folder, remove } = tempFolder()
  onTestFinished(remove)
  await field(t('photo_import.folder')).fill(folder)
  await button(t('common.save')).click()
  await page.getByText(t('photo_import.nothing')).waitFor()
  writeFileSync(join(folder, 'scan.pdf'), '%PDF-1.7')
  writeFileSync(join(folder, 'scan.pdf.json'), '{}')
  await button(t('photo_import.now')).click()
  await page.getByText(t('photo_import.waiting', { count: 1 })).waitFor()
  kiosk.time.now += 10_000
  await button(t('photo_import.now')).click()
  await page.getByText('scan.pdf', { exact: true }).waitFor()
  await page.getByText(t('photo_import.refused')).waitFor()
  await expectAccessible(page, 'refused photos')
  expectQuiet(kiosk)
})

test('other limits for photos are tried in a copy: what cannot be is explained, and nothing is saved', async () => {
  const kiosk = await openedKiosk()
  const { page, t, field, button } = kiosk
  await administratorDesk(kiosk)
  await page.reload()
  await goTo(kiosk, '/administration/photos')
  await button(t('photo_policy.try')).click()
  const what = 'Size of the head, chin to crown on paper'
  const least = field(t('photo_policy.input_review_min', { what }))
  await least.fill('37')
  await page.getByText(t('photo_policy.fault_crossed', { what })).waitFor()
  expect(await button(t('photo_policy.try_now')).isDisabled()).toBe(true)
  await least.fill('32')
  await button(t('photo_policy.try_now')).click()
  await page.getByText(t('photo_policy.none_judged')).waitFor()
  await expectAccessible(page, 'limits tried')
  await button(t('photo_policy.reset')).click()
  await button(t('photo_policy.try')).click()
  expect(await least.inputValue()).toBe('31')
  expectQuiet(kiosk)
})

test('data put back from an earlier day are explained, and settled with a reason', async () => {
  const kiosk = await openedKiosk()
  const { page, t, field, button } = kiosk
  await administratorDesk(kiosk)
  await kiosk.stop()
  const database = join(kiosk.dataDir, 'store', 'desk.db')
  copyFileSync(database, `${database}.copy`)
  await kiosk.restart()
  await givePassword(kiosk, administrator.user, administrator.password)
  await kiosk.heading(t('admin.officers')).waitFor()
  await kiosk.stop()
  copyFileSync(`${database}.copy`, database)
  for (const beside of ['-wal', '-shm']) rmSync(database + beside, { force: true })
  await kiosk.restart()
  await givePassword(kiosk, administrator.user, administrator.password)
  const sections = page.getByRole('tablist', { name: t('admin.sections') })
  await sections.getByRole('tab', { name: t('admin.checks'), exact: true }).click()
  await kiosk.heading(t('checks.behind')).waitFor()
  await expectAccessible(page, 'data put back')
  await button(t('checks.settle')).click()
  const dialog = page.getByRole('dialog')
  await field(t('common.reason')).fill('The disk failed')
  await dialog.getByRole('button', { name: t('checks.settle'), exact: true }).click()
  await page.getByText(t('checks.settled')).waitFor()
  await kiosk.heading(t('checks.behind')).waitFor({ state: 'hidden' })
  expect((await kiosk.desk.status()).warnings.map(({ code }) => code)).not.toContain('store.behind')
})
