import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { PackView } from '../../src/shared/contract/views.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { answerAtDesk, claimAtDesk } from '../support/e2e-claims.ts'
import { goTo, showScheme } from '../support/e2e-scenes.ts'
import { portraitJpeg } from '../support/portraits.ts'
import { scan } from '../support/reader.ts'
import { refer } from '../support/refer.ts'

/** A family of two goes home with its papers: one key, a sheet that jams, and a scan for each sheet. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

/** Every paper of a family is drawn before the window opens: a long wait on a computer that does much else. */
const drawn = { timeout: 60_000 }
const reader = { reader: 'us', computer: 'us' } as const

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('a family of two: the pack is printed, one sheet jams and is replaced, and all are confirmed by scan', async () => {
    const kiosk = await openKiosk(browser, { demo: true, demoClaims: 0, language })
    onTestFinished(() => kiosk.close())
    const { desk, page, t } = kiosk
    await desk.seat.demo({ role: 'border_officer' })
    const claimId = await familyAtDesk(kiosk)
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    await goTo(kiosk, `/claims/${claimId}`)
    await kiosk.page
      .getByRole('tablist', { name: t('claims.tabs') })
      .getByRole('tab', { name: t('claims.tab_pack') })
      .waitFor()
    await page.keyboard.press('Control+p')
    await kiosk.heading(t('pack.title')).waitFor()
    await picture(kiosk, 'due')
    await expectAccessible(page, 'pack')

    await page.getByText(t('pack.state_due')).first().waitFor()
    await page.keyboard.press('Control+p')
    await page.getByRole('dialog', { name: t('pack.issue_title') }).waitFor()
    await picture(kiosk, 'asking')
    const opened = page.context().waitForEvent('page', drawn)
    await page.keyboard.press('Enter')
    await opened
    await expect.poll(async () => states(await desk.documents.pack({ claimId })), { timeout: 20_000 }).toEqual(['sent'])
    await page.bringToFront()
    expect(kiosk.printed).toHaveLength(1)
    await page.getByText(t('pack.state_sent')).nth(5).waitFor()
    await picture(kiosk, 'sent')

    const before = await desk.documents.pack({ claimId })
    const jammed = before.lines.find(({ kind }) => kind === 'RPID')?.paper
    const what = `${t('paper.kind_RPID')} ${jammed?.number}`
    await page.getByRole('button', { name: t('pack.spoiled_for', { what }) }).press('Enter')
    await page.getByRole('dialog', { name: t('paper.spoil_title') }).waitFor()
    const again = page.context().waitForEvent('page')
    await page.keyboard.press('Control+Enter')
    await again
    await expect.poll(() => kiosk.printed.length, { timeout: 20_000 }).toBe(2)
    await page.bringToFront()
    await expect.poll(async () => states(await desk.documents.pack({ claimId })), { timeout: 20_000 }).toEqual(['sent'])

    await page.keyboard.press('Escape')
    await scan(page, ['R999999999'], reader)
    await page.getByText(/^(The number scanned is of no paper|Le numéro lu n’est celui d’aucun)/).waitFor()
    const sheets = (await desk.documents.pack({ claimId })).lines.flatMap(({ paper }) => paper ?? [])
    expect(sheets.find(({ kind }) => kind === 'RPID')?.stockSerial).not.toBe(jammed?.stockSerial)
    for (const [at, { number }] of sheets.toReversed().entries()) {
      await scan(page, [number], reader)
      await page.getByText(t('pack.progress', { confirmed: at + 1, total: sheets.length })).waitFor()
    }
    await page.getByText(t('pack.all_confirmed')).waitFor()
    await picture(kiosk, 'confirmed')
    await expectAccessible(page, 'pack')
    await addSignedCopy(kiosk)
    // The scan of another family’s sheet is refused on purpose.
    expectQuiet(kiosk, /422 .*confirmInPack/)
  }, 120_000)
})

const states = ({ lines }: PackView) => [...new Set(lines.map(({ shown }) => shown))]

/** The signed conditions come back as a picture. */
async function addSignedCopy(kiosk: Kiosk) {
  const { page, t } = kiosk
  await page
    .getByRole('link', { name: new RegExp(t('pack.unsigned_go')) })
    .first()
    .press('Enter')
  const paper = page.getByRole('listitem').filter({ hasText: t('paper.kind_conditions') })
  await paper.getByRole('button', { name: t('paper.show') }).press('Enter')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: t('common.choose_file') }).press('Enter')
  const buffer = Buffer.from(await portraitJpeg(4))
  await (await choosing).setFiles({ name: 'scan.jpg', mimeType: 'image/jpeg', buffer })
  await page.getByRole('img', { name: t('signed.page', { page: 1 }) }).waitFor()
  await picture(kiosk, 'signed')
}

/** For the eye, where somebody asks for it. */
async function picture({ page, language }: Kiosk, name: string) {
  const folder = process.env.PASSERELLE_PICTURES
  if (!folder) return
  for (const scheme of ['light', 'dark'] as const) {
    await showScheme(page, scheme)
    await page.screenshot({ path: `${folder}/pack-${name}-${language}-${scheme}.png` })
  }
  await showScheme(page, 'light')
}

/** Two claims of one family, both referred, the mother's passport seized and a departure order made. */
async function familyAtDesk({ desk }: Kiosk): Promise<string> {
  const claimId = await claimAtDesk(desk, 7)
  const passport = { id: '0198c0de-0000-7000-8000-000000000007', kind: 'passport', number: 'N00441', looks: 'genuine' }
  await desk.claims.set({ claimId, fields: { heldDocuments: [passport as never] }, bases: [] })
  const seizure = { document: passport.id, on: '2026-11-23', place: 'Lacolle', ground: 'Purposes of the Act' }
  await desk.claims.recordAct({ claimId, act: { seizures: [seizure] }, bases: [] })
  const other = await claimAtDesk(desk, 9)
  await desk.claims.setPerson({
    claimId: other,
    fields: { givenNames: 'LINA', birthDate: '2015-02-03' },
    bases: [],
  })
  await desk.claims.candidates({ claimId: other })
  await desk.families.link({ claimId: other, to: claimId, reason: 'her daughter' })
  for (const id of [claimId, other]) {
    await answerAtDesk(desk, id)
    await refer(desk, id)
  }
  return claimId
}
