import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { referredClaim } from '../support/claims.ts'
import { runCli } from '../support/cli.ts'
import { noon } from '../support/desk.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { camerasOn, putCamera, showToCamera } from '../support/e2e-camera.ts'
import { scanned } from '../support/scanned.ts'
import { sealingDesk } from '../support/sealing-desk.ts'
import { codeFor } from '../support/set-up.ts'

/** A printed paper is held before the camera: valid, with another name, and revoked by a bundle that came on a stick. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

test.each(['en', 'fr'] as const)(
  'the camera tells a valid paper, a tampered one, and after a bundle a revoked one, offline (%s)',
  async (language) => {
    const folder = mkdtempSync(join(tmpdir(), 'passerelle-camera-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const sealing = await sealingDesk(folder)
    const { desk, dataDir } = sealing.test
    const { claimId } = await referredClaim(sealing.test, 'Sealed')
    const [paper] = (await desk.documents.issue({ claimId, kind: 'RPID' })).documents
    const file = await desk.documents.pdf({ documentId: paper?.documentId ?? '' })
    const pdf = new Uint8Array(await file.arrayBuffer())
    await sealing.test.close()

    const kiosk = await openKiosk(browser, { dataDir, language })
    onTestFinished(() => kiosk.close())
    const { page, t, heading, button } = kiosk
    await putCamera(page, { width: 2160, height: 2880 })
    kiosk.time.now = noon + 240_000
    await toVerify(kiosk, sealing.totpSecret)

    await button(t('verify.camera')).click()
    await page.getByText(t('verify.camera_hold')).waitFor()
    await expectAccessible(page, 'verify with the camera')
    await showToCamera(page, await scanned(pdf, { dpi: 200, noise: 4 }))
    await heading(t('verify.valid')).waitFor({ timeout: 45_000 })
    expect(await page.getByRole('main').innerText()).toContain('SEALED')
    expect(await camerasOn(page)).toBe(0)
    const pictures = process.env.PASSERELLE_PICTURES
    if (pictures) writeFileSync(join(pictures, `camera-${language}.png`), await page.screenshot({ fullPage: true }))

    await showToCamera(page, await scanned(pdf, { dpi: 200, forged: [{ from: 6, to: 5 }] }))
    await button(t('verify.camera')).click()
    await page.getByText('SEAL_DOCUMENT_MISMATCH').waitFor({ timeout: 45_000 })
    await heading(t('verify.refused')).waitFor()

    // Escape stops it.
    await button(t('verify.camera')).click()
    await page.getByLabel(t('verify.camera_live')).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => camerasOn(page)).toBe(0)

    await page.goto('about:blank')
    await kiosk.stop()
    await sealing.root('revoke', '--document', paper?.number ?? '')
    const taken = await runCli(['trust', 'import', await sealing.nextBundle(), '--data', dataDir, '--json'], {
      env: { PASSERELLE_SECRET: sealing.recoveryKey },
    })
    expect(taken.status).toBe(0)
    await kiosk.restart()
    kiosk.time.now = noon + 600_000
    await toVerify(kiosk, sealing.totpSecret)
    await showToCamera(page, await scanned(pdf, { dpi: 200, noise: 4 }))
    await button(t('verify.camera')).click()
    await page.getByText('REVOKED_DOCUMENT').waitFor({ timeout: 45_000 })
    expectQuiet(kiosk)
  },
  180_000,
)

async function toVerify({ desk, page, t, time, heading }: Kiosk, totpSecret: string): Promise<void> {
  const { phase } = await desk.seat.signIn({ userName: 'amelie', password: 'mine alone forever' })
  if (phase === 'needs_second_factor') await desk.seat.secondFactor({ code: codeFor(totpSecret, time.now) })
  await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
  await page.keyboard.type('gv', { delay: 60 })
  await heading(t('verify.title')).waitFor()
}
