import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import {
  answerUntilEligible,
  expectInk,
  fillContact,
  fillEntry,
  fillGrounds,
  fillIdentity,
  givePhoto,
  makeChecks,
  nextStep,
  openClaim,
  readPassport,
} from '../support/e2e-claims.ts'
import { administrator, enrolOfficer, firstSignIn, moveSheets, setUpDesk, signOut } from '../support/e2e-officers.ts'

/** The whole line of work, from an empty folder to a brown paper in a hand, as people do it. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

const names = { en: { syria: 'Syria', arabic: 'Arabic' }, fr: { syria: 'Syrie', arabic: 'arabe' } }

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('from the first set-up to a confirmed document', async () => {
    const kiosk = await openKiosk(browser, { language })
    onTestFinished(() => kiosk.close())
    await setUpDesk(kiosk)
    const secret = await enrolOfficer(kiosk)
    await moveSheets(kiosk, 'receive', 'A0001001', 'A0001100')
    await signOut(kiosk, administrator.name)
    await firstSignIn(kiosk, secret)
    await moveSheets(kiosk, 'check_out', 'A0001001', 'A0001060')
    await takeIn(kiosk)
    await decide(kiosk)
    await handOver(kiosk)
    await readTimeline(kiosk)
    expectQuiet(kiosk)
  }, 120_000)
})

async function takeIn(kiosk: Kiosk) {
  const { page, t } = kiosk
  const { syria, arabic } = names[kiosk.language]
  await openClaim(kiosk)
  await readPassport(kiosk)
  await nextStep(kiosk, 'search')
  await page.getByText(t('match.none')).waitFor()
  await page
    .getByText(/0 (people|personne) /)
    .first()
    .waitFor()
  await nextStep(kiosk, 'identity')
  expect(await kiosk.field(t('field.familyName')).inputValue()).toMatch(/AL HARIRI/i)
  await fillIdentity(kiosk, syria)
  await nextStep(kiosk, 'contact')
  await fillContact(kiosk, arabic)
  await nextStep(kiosk, 'entry')
  await fillEntry(kiosk)
  await nextStep(kiosk, 'grounds')
  await fillGrounds(kiosk, syria)
  await nextStep(kiosk, 'photo')
  await givePhoto(kiosk)
  await nextStep(kiosk, 'checks')
  await makeChecks(kiosk)
  await nextStep(kiosk, 'eligibility')
}

async function decide(kiosk: Kiosk) {
  const { page, t } = kiosk
  await answerUntilEligible(kiosk)
  await page.getByText(t('elig.eligible'), { exact: true }).waitFor()
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: t('elig.decide_title', { outcome: t('elig.outcome_referred') }) })
  await dialog.getByRole('button', { name: t('elig.decide_referred'), exact: true }).press('Enter')
  await page.getByRole('heading', { level: 2, name: t('step.document') }).waitFor()
}

/** Issue, print, jam, the next sheet, confirm by its number. */
async function handOver(kiosk: Kiosk) {
  const { page, t, printed } = kiosk
  await expectInk(page.getByRole('img', { name: t('paper.preview_of', { page: 1, pages: 1 }) }))
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog', { name: t('paper.issue_title') }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(t('document_state.reserved'), { exact: true }).first().waitFor()
  await page.getByRole('button', { name: new RegExp(`^${t('paper.print')}`) }).waitFor()
  const first = page.context().waitForEvent('page')
  await page.keyboard.press('Control+Enter')
  await first
  await page.getByText(t('document_state.sent'), { exact: true }).first().waitFor()
  await page.getByRole('button', { name: new RegExp(`^${t('paper.spoil')}`) }).click()
  const dialog = page.getByRole('dialog', { name: t('paper.spoil_title') })
  await dialog.waitFor()
  await page.keyboard.press('Control+Enter')
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(() => printed.length, { timeout: 10_000 }).toBe(2)
  await page.getByText(t('document_state.spoiled'), { exact: true }).first().waitFor()
  await kiosk.field(t('paper.confirm_scan')).fill('a0001002')
  await page.keyboard.press('Enter')
  await page.getByText(t('paper.confirmed_next')).waitFor()
  expect(Buffer.from(printed[0] ?? []).equals(Buffer.from(printed[1] ?? []))).toBe(false)
}

async function readTimeline(kiosk: Kiosk) {
  const { page, t } = kiosk
  await page
    .getByRole('tablist', { name: t('claims.tabs') })
    .getByRole('tab', { name: t('claims.tab_timeline') })
    .click()
  await kiosk.heading(t('timeline.title')).waitFor()
  const entries = page.getByRole('main').getByRole('listitem')
  await entries.first().waitFor()
  const told = (await entries.allInnerTexts()).join('\n')
  const inOrder = [
    /confirmed and handed over|confirmée et remise/,
    new RegExp(t('paper.spoil_jam')),
    /eligible|recevable/,
  ]
  const places = inOrder.map((words) => told.search(words))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}
