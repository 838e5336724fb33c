import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { ConfirmationWork } from '../../src/shared/contract/desk/confirmations.ts'
import { channelWords, closingWords, messageWords, requestWords } from '../../src/shared/domain/confirmation/words.ts'
import { expectQuiet, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { does, openPerson, stands, takeIn } from '../support/e2e-confirmations.ts'
import { goTo } from '../support/e2e-scenes.ts'

/** What officers refuse, withdraw and close, and who sees nothing of it. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

const asResident: readonly ConfirmationWork[] = [
  { act: 'invite' },
  { act: 'record_answer', via: 'phone', path: 'assisted', why: 'no computer' },
  { act: 'declare_presence', via: 'phone', inCanada: true },
]

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('renewal is refused with directions; a paper is withdrawn, a person withdraws; a border officer sees nothing', async () => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
    onTestFinished(() => kiosk.close())
    const { desk, page, t } = kiosk
    await desk.seat.demo({ role: 'caseworker' })
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    await takeIn(kiosk)
    const { rows } = await desk.confirmations.page({ text: 'haddad' })
    const confirmationId = rows.find(({ name }) => name.includes('Rana'))?.confirmationId ?? ''

    // Renewal: refused with directions, which the messages tell in both languages. The status of anything else is not shown.
    await openPerson(kiosk, 'Rana')
    await does(kiosk, 'refuse_request', async (dialog) => {
      await dialog.getByRole('radio', { name: requestWords.renewal[language] }).check()
      await dialog.getByRole('radio', { name: channelWords.phone[language] }).check()
    })
    await page.getByRole('listitem').filter({ hasText: requestWords.renewal[language] }).first().waitFor()
    await page.getByRole('button', { name: t('confirm.messages') }).click()
    const messages = page.getByRole('dialog', { name: t('confirm.messages') })
    await messages.getByRole('combobox').click()
    await page.getByRole('option', { name: messageWords.renewal_refused[language] }).click()
    await messages.getByText('IMM 5444').waitFor()
    await expectAccessible(page, 'the directions')
    await page.keyboard.press('Escape')
    await messages.waitFor({ state: 'hidden' })

    // The electronic confirmation of a permanent resident is withdrawn: the paper holds no longer.
    for (const work of asResident) await desk.confirmations.work({ confirmationId, work })
    await desk.confirmations.confirm({ confirmationId, notInadmissible: true, source: 'GCMS', passport: 'agrees' })
    await desk.ecopr.issue({ confirmationId })
    const paper = page.getByRole('region', { name: t('confirm.ecopr') })
    await paper.getByText(t('cards.ecopr_available'), { exact: true }).waitFor()
    await does(kiosk, 'withdraw_ecopr', (dialog) => dialog.getByRole('textbox').fill('wrong date of birth'))
    await paper.getByText(t('cards.ecopr_withdrawn'), { exact: true }).waitFor()

    // Omar withdraws. Nothing is left to do for him but to reopen, which is a supervisor's.
    await openPerson(kiosk, 'Omar')
    await does(kiosk, 'close', async (dialog) => {
      await dialog.getByRole('radio', { name: closingWords.withdrawn[language] }).check()
      await dialog.getByRole('button', { name: t('confirm.act_close') }).click()
      await dialog.getByText(t('confirm.field_needed')).waitFor()
      await dialog.getByRole('textbox').fill('called today')
    })
    await stands(kiosk, 'closed')
    for (const act of ['invite', 'reopen'] as const)
      expect(await page.getByRole('button', { name: t(`confirm.act_${act}`) }).count()).toBe(0)

    // At a port of entry nobody confirms: neither the room nor its addresses are there.
    await desk.seat.demo({ role: 'border_officer' })
    await page.getByRole('link', { name: t('confirm.title'), exact: true }).waitFor({ state: 'hidden' })
    for (const address of ['', '/cards', '/statistics', '/import', `/${confirmationId}`]) {
      await goTo(kiosk, `/confirmations${address}`)
      await page.getByText(t('common.no_permission')).first().waitFor()
      expect(await page.getByText('HADDAD', { exact: false }).count()).toBe(0)
    }
    await expect(desk.confirmations.get({ confirmationId })).rejects.toThrow()
    expectQuiet(kiosk, /403/)
  }, 120_000)
})
