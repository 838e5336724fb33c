import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { findSeal } from '../../src/main/seals/see-paper.ts'
import { unwrap } from '../../src/shared/result.ts'
import { sealFindings } from '../../src/shared/seal/findings.ts'
import { referredClaim } from '../support/claims.ts'
import { noon } from '../support/desk.ts'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible, expectContrast, expectNoSidewaysScroll } from '../support/e2e-axe.ts'
import { scanHex, showScheme } from '../support/e2e-scenes.ts'
import { scanned } from '../support/scanned.ts'
import { sealingDesk } from '../support/sealing-desk.ts'
import { codeFor } from '../support/set-up.ts'

/** A paper comes back to the counter: its own desk knows it, and refuses one whose name was changed. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('a stored document is valid; an altered picture, and what a hand scanner reads of no seal, are refused', async () => {
    const { kiosk, pdf } = await deskWithPaper(language)
    const { page, t, heading } = kiosk
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    await page.keyboard.type('gv', { delay: 60 })
    await heading(t('verify.title')).waitFor()
    await page.getByText(t('verify.copy_title')).waitFor()

    await give(kiosk, 'paper.pdf', pdf)
    await heading(t('verify.valid')).waitFor()
    expect(await page.getByRole('main').innerText()).toMatch(/SEALED[\s\S]*Saint-Bernard-de-Lacolle/)
    await page.getByRole('img', { name: t('verify.portrait') }).waitFor()
    await page.getByText(t('verify.copy_title')).waitFor()
    await expectLegible(kiosk)

    await give(kiosk, 'scan.jpg', await scanned(pdf, { dpi: 200, forged: [{ from: 6, to: 5 }] }))
    await heading(t('verify.refused')).waitFor()
    await page.getByText('SEAL_DOCUMENT_MISMATCH').waitFor()
    await expectFocus(page)

    // Some nine hundred characters, as fast as they come through on this computer.
    const { seal = new Uint8Array() } = unwrap(await findSeal(pdf))
    await scanHex(kiosk, Buffer.from(seal).toString('hex'))
    await heading(t('verify.valid')).waitFor()
    await page.getByText(t('verify.valid_seal_only'), { exact: true }).waitFor()

    await scanHex(kiosk, `dc03${'ab'.repeat(40)}`)
    await page.getByText('WRONG_FORMAT').waitFor()
    // Said to a screen reader as well.
    const said = `${t('verify.refused')}. ${sealFindings.WRONG_FORMAT.text[language]}`
    await page.getByText(said, { exact: true }).waitFor()

    // An answer that does not come: Escape calls it off.
    await page.route('**/seals/verify', () => {})
    await give(kiosk, 'paper.pdf', pdf)
    await page.getByText(t('verify.reading')).waitFor()
    await page.keyboard.press('Escape')
    await page.getByText(t('verify.reading')).waitFor({ state: 'hidden' })
    await page.unroute('**/seals/verify')

    await give(kiosk, 'letter.txt', new TextEncoder().encode('Dear officer'))
    await page.getByRole('alert').waitFor()
    expectQuiet(kiosk, /422|415/)
  }, 120_000)
})

/** A desk that sealed a document, with a border officer before its window. */
async function deskWithPaper(language: 'en' | 'fr'): Promise<{ kiosk: Kiosk; pdf: Uint8Array }> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-verify-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { test: sealing, totpSecret } = await sealingDesk(folder)
  const { claimId } = await referredClaim(sealing, 'Sealed')
  const [paper] = (await sealing.desk.documents.issue({ claimId, kind: 'RPID' })).documents
  const file = await sealing.desk.documents.pdf({ documentId: paper?.documentId ?? '' })
  const pdf = new Uint8Array(await file.arrayBuffer())
  await sealing.close()
  const kiosk = await openKiosk(browser, { dataDir: sealing.dataDir, language })
  onTestFinished(() => kiosk.close())
  kiosk.time.now = noon + 240_000
  const { phase } = await kiosk.desk.seat.signIn({ userName: 'amelie', password: 'mine alone forever' })
  if (phase === 'needs_second_factor') await kiosk.desk.seat.secondFactor({ code: codeFor(totpSecret, kiosk.time.now) })
  return { kiosk, pdf }
}

async function give({ page }: Kiosk, name: string, bytes: Uint8Array): Promise<void> {
  const mimeType = name.endsWith('pdf') ? 'application/pdf' : name.endsWith('jpg') ? 'image/jpeg' : 'text/plain'
  await page
    .getByRole('main')
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })
}

/** By everybody: axe, dark, and at 200 %. With PASSERELLE_PICTURES a picture is kept for the eye. */
async function expectLegible(kiosk: Kiosk): Promise<void> {
  const { page, language } = kiosk
  await expectFocus(page)
  await expectAccessible(page, 'verify-valid')
  const picture = async (name: string) => {
    const folder = process.env.PASSERELLE_PICTURES
    if (folder) writeFileSync(join(folder, `verify-${name}-${language}.png`), await page.screenshot({ fullPage: true }))
  }
  await picture('valid')
  await showScheme(page, 'dark')
  await expectContrast(page, 'verify-valid in the dark')
  await picture('dark')
  await showScheme(page, 'light')
  await page.setViewportSize({ width: 640, height: 400 })
  await expectNoSidewaysScroll(page, 'verify-valid at 200 %')
  await picture('zoomed')
  await page.setViewportSize({ width: 1280, height: 800 })
}
