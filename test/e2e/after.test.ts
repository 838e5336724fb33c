import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { claimAct, expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { issuedAtDesk } from '../support/e2e-scenes.ts'

/** After the counter, by keyboard and label in both languages: a theft, a wrong name, a decision taken back. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

/** A desk on which one document is in a person's hand; the officer looks at that claim. */
async function atClaim(language: 'en' | 'fr', tab: '' | '/documents' = '') {
  const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 0 })
  onTestFinished(() => kiosk.close())
  await kiosk.desk.seat.demo({ role: 'border_officer' })
  const claimId = await issuedAtDesk(kiosk, 5)
  const number = (await kiosk.desk.claims.get({ claimId })).row.documentNumber ?? ''
  await kiosk.page.evaluate((address) => {
    location.hash = address
  }, `#/claims/${claimId}${tab}`)
  await kiosk.page.getByRole('tab', { name: kiosk.t('claims.tab_timeline') }).waitFor()
  return { kiosk, claimId, number }
}

const stateOf = async ({ desk }: Kiosk, claimId: string) =>
  (await desk.claims.get({ claimId })).documents.map(({ number, state }) => ({ number, state }))

/** Prints the new sheet and confirms it by hand, as for every document. */
async function printAndConfirm({ page, t }: Kiosk) {
  await page.getByRole('heading', { level: 2, name: t('step.document') }).waitFor()
  await page.getByRole('button', { name: new RegExp(`^${t('paper.print')}`) }).waitFor()
  const opened = page.context().waitForEvent('page')
  await page.keyboard.press('Control+Enter')
  await opened
  await page.getByText(t('document_state.sent'), { exact: true }).first().waitFor()
  await page.getByRole('button', { name: new RegExp(`^${t('paper.confirm')}`) }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText(t('paper.confirmed'), { exact: true }).first().waitFor()
}

const grouped = (number: string) => number.replace(/^(\D)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4')

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('a stolen document is replaced only with its police report, under a new number', async () => {
    const { kiosk, claimId, number } = await atClaim(language, '/documents')
    const { page, t, field } = kiosk
    await page.getByRole('button', { name: new RegExp(`^${t('replace.open')}`) }).waitFor()
    await page.keyboard.press('x')
    const dialog = page.getByRole('dialog', { name: t('replace.title', { number: grouped(number) }) })
    await dialog.waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await dialog.getByRole('radio', { name: t('replace.why_stolen') }).isChecked()).toBe(true)
    expect(await dialog.getByRole('radio', { name: t('replace.why_expiry') }).isDisabled()).toBe(true)
    await page.keyboard.press('Control+Enter')
    await dialog.getByText(t('replace.needed')).first().waitFor()
    expect(await stateOf(kiosk, claimId)).toEqual([{ number, state: 'confirmed' }])
    await field(t('replace.police_number')).fill('LV-2026-004411')
    await field(t('replace.police_service')).fill('Service de police de Laval')
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'hidden' })
    await expectFocus(page)
    await printAndConfirm(kiosk)
    const [next, old] = await stateOf(kiosk, claimId)
    expect([next?.state, old]).toEqual(['confirmed', { number, state: 'revoked' }])
    await page
      .getByText(/LV-2026-004411/)
      .first()
      .waitFor()
    expectQuiet(kiosk)
  }, 90_000)

  test('a wrong name is corrected with reason and evidence, and the document that says it is replaced', async () => {
    const { kiosk, claimId, number } = await atClaim(language)
    const { page, t, field } = kiosk
    await page.getByRole('button', { name: t('claims.acts'), exact: true }).waitFor()
    await page.keyboard.press('m')
    const dialog = page.getByRole('dialog', { name: t('correct.title') })
    await pickTopic(kiosk, dialog, t('field.givenNames'))
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('NOUR')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Noura')
    await page.keyboard.press('Control+Enter')
    await dialog.getByText(t('correct.needed')).first().waitFor()
    await field(t('correct.reason')).fill('Written by ear.')
    await field(t('correct.evidence')).fill('Family booklet')
    await page.keyboard.press('Control+Enter')
    const replace = page.getByRole('dialog', { name: t('replace.title', { number: grouped(number) }) })
    await replace.getByText(t('correct.paper_differs', { fields: t('field.givenNames') })).waitFor()
    expect(await replace.getByRole('radio', { name: t('replace.why_error') }).isChecked()).toBe(true)
    await page.keyboard.press('Control+Enter')
    await replace.waitFor({ state: 'hidden' })
    await printAndConfirm(kiosk)
    const view = await kiosk.desk.claims.get({ claimId })
    expect(view.row.givenNames).toBe('Noura')
    expect(view.documents.map(({ state }) => state)).toEqual(['confirmed', 'revoked'])
    await page.getByRole('tab', { name: t('claims.tab_timeline') }).click()
    const entry = page.getByRole('listitem').filter({ hasText: 'Family booklet' })
    await entry.getByRole('cell', { name: 'NOUR', exact: true }).waitFor()
    await entry.getByRole('cell', { name: 'Noura', exact: true }).waitFor()
    expectQuiet(kiosk)
  }, 90_000)

  test('half an entry is not dropped with the correction: the form waits for the rest', async () => {
    const { kiosk, claimId } = await atClaim(language)
    const { page, t, field } = kiosk
    await (await claimAct(kiosk, 'correct.open')).press('Enter')
    const dialog = page.getByRole('dialog', { name: t('correct.title') })
    await pickTopic(kiosk, dialog, t('field.entries'))
    await dialog.getByRole('button', { name: t('entry.add') }).click()
    const row = dialog.getByRole('group', { name: t('entry.nth', { n: 2 }) })
    await row.getByLabel(t('entry.date'), { exact: true }).fill('2026-11-20')
    await field(t('correct.reason')).fill('A second entry was told later.')
    await field(t('correct.evidence')).fill('Stamp in the passport')
    await page.keyboard.press('Control+Enter')
    await dialog.getByText(t('correct.wrong_left')).waitFor()
    await row.getByRole('button', { name: t('entry.remove', { n: 2 }) }).click()
    await page.keyboard.press('Control+Enter')
    await dialog.getByText(t('correct.nothing')).waitFor()
    expect((await kiosk.desk.claims.get({ claimId })).claim.entries?.value).toHaveLength(1)
    expectQuiet(kiosk)
  }, 90_000)

  test('a decision is reopened by a supervisor who takes the seat, and the document on it is spoken of', async () => {
    const { kiosk, claimId, number } = await atClaim(language)
    const { page, t, field } = kiosk
    await (await claimAct(kiosk, 'correct.open')).waitFor()
    expect(await page.getByRole('menuitem', { name: t('reopen.open') }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+l')
    await page.getByRole('button', { name: t('lock.switch') }).click()
    await page.getByRole('button', { name: t('shell.sign_out') }).click()
    await page.getByRole('button', { name: new RegExp(`^${t('role.supervisor')}`) }).click()
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    await page.evaluate((address) => {
      location.hash = address
    }, `#/claims/${claimId}`)
    await (await claimAct(kiosk, 'reopen.open')).press('Enter')
    const dialog = page.getByRole('dialog', { name: t('reopen.title') })
    await field(t('common.reason')).fill('An earlier claim came to light.')
    await dialog.getByRole('button', { name: t('reopen.submit') }).press('Enter')
    await dialog.getByText(t('reopen.choose')).waitFor()
    await dialog.getByRole('radio', { name: t('reopen.revoke') }).check()
    await dialog.getByRole('button', { name: t('reopen.submit') }).press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText(t('claim_state.undecided'), { exact: true }).first().waitFor()
    await page.getByText(t('reopen.earlier'), { exact: true }).waitFor()
    await page.getByText(t('reopen.superseded'), { exact: true }).waitFor()
    expect(await stateOf(kiosk, claimId)).toEqual([{ number, state: 'revoked' }])
    expectQuiet(kiosk)
  }, 90_000)
})

async function pickTopic({ page, t }: Kiosk, dialog: Locator, topic: string) {
  await dialog
    .getByRole('combobox', { name: t('correct.what') })
    .or(dialog.getByLabel(t('correct.what')))
    .first()
    .fill(topic)
  await page.getByRole('option', { name: topic, exact: true }).click()
}
