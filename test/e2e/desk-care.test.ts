import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { referredClaim } from '../support/claims.ts'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser, seatedAnother } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { administratorDesk, borderDesk } from '../support/set-up.ts'

/** Small cares of a desk: what came in for a deadline, how old the backlog is, sheets page by page, folders chosen. */

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

/** A home with two folders, for as long as the test runs. */
function homeWithFolders(): string {
  const home = mkdtempSync(join(tmpdir(), 'passerelle-home-'))
  for (const folder of ['Documents/Sauvegardes', 'Pictures']) mkdirSync(join(home, folder), { recursive: true })
  vi.stubEnv('HOME', home)
  onTestFinished(() => void vi.unstubAllEnvs())
  return home
}

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('what a deadline waits for is noted with two keys and corrected with a reason', async () => {
    const kiosk = await openedKiosk({ language })
    const { page, t, desk } = kiosk
    await borderDesk(kiosk)
    const { claimId } = await referredClaim(kiosk, 'Osman')
    await page.reload()
    await goTo(kiosk, `/claims/${claimId}`)
    await kiosk.heading(t('overview.deadlines')).waitFor()
    const label = (await desk.claims.get({ claimId })).deadlines.find(({ rule }) => rule === 'medical.exam')?.label[
      language
    ]
    await page.getByRole('button', { name: `${t('overview.meet')} ${label}` }).waitFor()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog', { name: t('overview.met_title') })
    await dialog.waitFor()
    await expectFocus(page)
    await expectAccessible(page, 'a deadline met')
    await page.keyboard.press('Enter')
    await page.getByText(t('overview.met', { date: '2026-11-23' })).waitFor()
    await expectFocus(page)
    expect((await desk.claims.get({ claimId })).row.nextDeadline).toBe('2027-01-07')
    await expectAccessible(page, 'overview with a deadline met')
    await page.getByRole('button', { name: `${t('overview.reopen')} ${label}` }).click()
    await kiosk.field(t('common.reason')).fill('The form of another person')
    await expectAccessible(page, 'a deadline corrected')
    await kiosk.button(t('overview.reopen_do')).click()
    await page.getByText(t('overview.met', { date: '2026-11-23' })).waitFor({ state: 'hidden' })
    expect((await desk.claims.get({ claimId })).row.nextDeadline).toBe('2026-12-23')
    expectQuiet(kiosk)
  }, 60_000)

  test('the age of the backlog stands on the first screen, as a chart and as a table', async () => {
    const kiosk = await openedKiosk({ language, demo: true, demoClaims: 40 })
    const { page, t, desk } = kiosk
    await desk.seat.demo({ role: 'border_officer' })
    await kiosk.heading(t('today.backlog')).waitFor()
    const { backlog } = await desk.today()
    const total = backlog.reduce((sum, { claims }) => sum + claims, 0)
    expect(total).toBeGreaterThan(0)
    await kiosk.button(`${t('today.as_table')} (${t('today.backlog')})`).press('Enter')
    const table = page.getByRole('table', { name: t('today.backlog') })
    await table.getByRole('row').nth(5).waitFor()
    expect(await table.getByRole('row').count()).toBe(6)
    await expectAccessible(page, 'backlog as a table')
    expectQuiet(kiosk)
  }, 60_000)

  test('a folder for backups is chosen with the keyboard alone', async () => {
    const home = homeWithFolders()
    const kiosk = await openedKiosk({ language })
    const { page, t, field, button } = kiosk
    await administratorDesk(kiosk)
    await page.reload()
    await goTo(kiosk, '/administration/backup')
    await button(t('folder.browse_for', { field: t('backup.folder') })).press('Enter')
    const dialog = page.getByRole('dialog', { name: t('backup.folder') })
    await dialog.getByRole('row', { name: t('folder.home') }).waitFor()
    await expectFocus(page)
    await expectAccessible(page, 'places of folders')
    await page.keyboard.press('Enter')
    await dialog.getByRole('row', { name: 'Pictures' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Documents')
    await expectAccessible(page, 'folders of a place')
    await page.keyboard.press('Enter')
    await dialog.getByRole('row', { name: 'Sauvegardes' }).waitFor()
    await page.keyboard.press('Backspace')
    await dialog.getByRole('row', { name: 'Pictures' }).waitFor()
    await page.keyboard.press('Enter')
    await dialog.getByRole('row', { name: 'Sauvegardes' }).waitFor()
    await page.keyboard.press('Enter')
    await dialog.getByText(t('folder.none')).waitFor()
    await expectFocus(page)
    await dialog.getByRole('button', { name: t('folder.take') }).press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    expect(await field(t('backup.folder')).inputValue()).toBe(join(home, 'Documents', 'Sauvegardes'))
    await button(t('common.save')).click()
    await expect
      .poll(async () => (await kiosk.desk.settings.get()).backupFolder)
      .toBe(join(home, 'Documents', 'Sauvegardes'))
    expectQuiet(kiosk)
  }, 60_000)
})

test('a new desk finds the folder of its backup before anybody signs in', async () => {
  const home = homeWithFolders()
  const kiosk = await openedKiosk()
  const { page, t, field, button } = kiosk
  await button(t('setup.restore_link')).press('Enter')
  await button(t('folder.browse_for', { field: t('setup.restore_folder') })).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('row', { name: t('folder.home') }).click()
  await dialog.getByRole('row', { name: 'Pictures' }).click()
  await dialog.getByRole('button', { name: t('folder.take') }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await field(t('setup.restore_folder')).inputValue()).toBe(join(home, 'Pictures'))
  expectQuiet(kiosk)
}, 60_000)

test('the ledger of sheets comes page by page, and a sheet is closed by its serial', async () => {
  const kiosk = await openedKiosk()
  const { page, t, desk } = kiosk
  await borderDesk(kiosk)
  await desk.seat.signIn({ userName: 'gwen', password: 'correct horse battery' })
  await desk.stock.receive({ first: 'B000001', last: 'B000300' })
  await desk.seat.signIn({ userName: 'amelie', password: 'mine alone forever' })
  await desk.stock.checkOut({ first: 'B000001', last: 'B000300' })
  await page.reload()
  await goTo(kiosk, '/administration/stock')
  const table = page.getByRole('table', { name: t('admin.stock') })
  await table.waitFor()
  expect(await table.getByRole('row').count()).toBe(101)
  await kiosk.button(t('stock.more')).click()
  await page.getByText(t('stock.shown', { count: 200 })).waitFor()
  await expectAccessible(page, 'ledger of sheets')
  await kiosk.button(t('stock.end')).first().click()
  const dialog = page.getByRole('dialog', { name: t('stock.end_title') })
  await dialog.getByLabel(t('stock.serial')).fill('B000250')
  await page.keyboard.press('Escape')
  await dialog.getByLabel(t('common.reason')).fill('Not in the drawer')
  await expectAccessible(page, 'a sheet closed')
  await dialog.getByRole('button', { name: t('stock.end') }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(t('stock_state.spoiled'), { exact: true }).last().click()
  await table
    .getByText('B000250'.replace(/(.)(...)(...)/, '$1 $2 $3'))
    .or(table.getByText('B000250'))
    .first()
    .waitFor()
  // Officers changed through the contract, before the page knew.
  expectQuiet(kiosk, seatedAnother)
}, 60_000)
