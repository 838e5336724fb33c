import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { expectQuiet, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { goTo } from '../support/e2e-scenes.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
}, 60_000)
afterAll(() => browser?.close())

const folder = process.env.PASSERELLE_PICTURES

test.each(['en', 'fr'] as const)(
  'an officer asks for a document by template (%s)',
  async (language) => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
    onTestFinished(() => kiosk.close())
    const { page, desk, t } = kiosk
    const picture = async (name: string) => {
      if (!folder) return
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: `${folder}/messages-${name}-${language}.png` })
    }
    await desk.seat.demo({ role: 'border_officer' })
    const { claimId } = (await desk.claims.open({ channel: 'inland' })).row
    await desk.claims.setPerson({ claimId, fields: { familyName: 'Diallo', givenNames: 'Aïssatou' }, bases: [] })
    await goTo(kiosk, `/claims/${claimId}/messages`)
    await page.getByRole('button', { name: t('messages.new') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('messages.template')).selectOption('document_missing')
    const send = dialog.getByRole('button', { name: t('messages.send') })
    // What the template leaves open must be filled before anything is sent.
    expect(await send.isDisabled()).toBe(true)
    const text = dialog.getByRole('textbox', { name: t('messages.text'), exact: true })
    await text.fill((await text.inputValue()).replace('{{item}}', 'passport'))
    await dialog.getByRole('textbox', { name: t('messages.action_due') }).fill('2026-12-18')
    await page.keyboard.press('Tab')
    await picture('new')
    await expectAccessible(page, 'a new message')
    await send.click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText(t('messages.due', { date: '2026-12-18' })).waitFor()
    await picture('sent')
    await expectAccessible(page, 'messages')
    const { messages } = await desk.messages.ofClaim({ claimId })
    expect(messages).toMatchObject([{ action: { what: 'send_document', due: '2026-12-18' } }])
    await goTo(kiosk, `/claims/${claimId}/portal`)
    await page.getByRole('heading', { level: 3, name: t('portal.happened') }).waitFor()
    await picture('as-claimant')
    await expectAccessible(page, 'as the claimant sees it')
    await expectQuiet(kiosk)
  },
  120_000,
)
