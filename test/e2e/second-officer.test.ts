import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Role } from '../../src/shared/contract/views.ts'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { claimAtDesk, saved } from '../support/e2e-claims.ts'
import { goTo } from '../support/e2e-scenes.ts'

/** The checks by keyboard, the entry proposed, and a claim that two officers find ineligible, at one desk. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('checks are made by keyboard, and a system that is down ends in no dead end', async () => {
    const kiosk = await demoKiosk(language)
    const { page, t, desk } = kiosk
    const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
    await desk.claims.setPerson({ claimId, fields: { familyName: 'Osman' }, bases: [] })
    await open(kiosk, claimId, 'checks')
    await press(kiosk, 'u')
    await say(kiosk, t('check.removal_order'), 'down since noon')
    await press(kiosk, 'd')
    await rowOf(kiosk, 'biometrics').getByText(t('check.said_taken')).first().waitFor()
    await press(kiosk, 'p')
    await rowOf(kiosk, 'police').getByRole('button', { pressed: true }).waitFor()
    await press(kiosk, 'f')
    await say(kiosk, t('check.prior_claims'), 'a claim of 2019')
    await expectFocus(page)
    const { checks, allowed } = await desk.claims.get({ claimId })
    expect(checks.map(({ name, result, found }) => [name, result, found])).toEqual([
      ['removal_order', 'unavailable', undefined],
      ['biometrics', 'done', undefined],
      ['police', 'pending', undefined],
      ['prior_claims', 'done', true],
    ])
    expect(allowed).toContain('decide')
    await page.keyboard.press('Control+Enter')
    await page.getByText(t('elig.not_enough_facts'), { exact: true }).first().waitFor()
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('elig.decide_undecided') })
      .press('Enter')
    await page.getByRole('button', { name: new RegExp(`^${t('paper.issue_letter')}`) }).waitFor()
    expectQuiet(kiosk)
  }, 60_000)

  test('the usual entry is only proposed until a key confirms it', async () => {
    const kiosk = await demoKiosk(language)
    const { page, t, desk } = kiosk
    const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
    await open(kiosk, claimId, 'entry')
    const proposal = page.getByRole('region', { name: t('entry.proposal') })
    await proposal.waitFor()
    expect((await desk.claims.get({ claimId })).claim.entries).toBeUndefined()
    await press(kiosk, 'c')
    await proposal.waitFor({ state: 'hidden' })
    await saved(kiosk)
    const { claim } = await desk.claims.get({ claimId })
    expect(claim.entries?.value).toEqual([{ date: '2026-11-23', manner: 'land_poe', place: 'lacolle-15' }])
    await expectFocus(page)
    expectQuiet(kiosk)
  }, 60_000)

  test('ineligible is a proposal until another officer at the same desk confirms it', async () => {
    const kiosk = await demoKiosk(language)
    const { page, t, desk, heading } = kiosk
    const claimId = await claimAtDesk(desk)
    const reason = 'seen in the record'
    await desk.eligibility.override({ claimId, rule: 'irpa.100.2', to: 'not_met', reason })
    await desk.eligibility.override({ claimId, rule: 'irpa.101.1.c', to: 'met', reason })
    await open(kiosk, claimId, 'eligibility')
    await page.getByRole('button', { name: new RegExp(`^${t('elig.decide_ineligible')}`) }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('elig.decide_proposed') })
      .press('Enter')
    await page.getByText(t('elig.waits_for_second')).first().waitFor()
    await expectFocus(page)
    await press(kiosk, 'n')
    await page.getByText(t('elig.second_not_you')).waitFor()
    expect(await page.getByRole('button', { name: t('elig.confirm_ineligible') }).count()).toBe(0)
    await switchTo(kiosk, 'supervisor')
    await goTo(kiosk, '/attention')
    await heading(t('attention.title')).waitFor()
    await page.getByText(t('attention.decision_waiting')).first().waitFor()
    await open(kiosk, claimId, 'eligibility')
    await page.getByText(t('elig.second_you')).waitFor()
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('elig.confirm_ineligible') })
      .press('Enter')
    await page.getByText(t('elig.outcome_ineligible'), { exact: true }).first().waitFor()
    const { row, decision } = await desk.claims.get({ claimId })
    expect(row.state).toBe('ineligible')
    expect(decision?.proposedBy).toBeTruthy()
    expect(decision?.proposedBy).not.toBe(decision?.by)
    await page.getByText(t('elig.two_officers', { by: decision?.proposedBy ?? '' })).waitFor()
    expectQuiet(kiosk)
  }, 60_000)
})

async function demoKiosk(language: 'en' | 'fr'): Promise<Kiosk> {
  const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 0 })
  onTestFinished(() => kiosk.close())
  await kiosk.desk.seat.demo({ role: 'border_officer' })
  await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
  return kiosk
}

async function open(kiosk: Kiosk, claimId: string, step: 'checks' | 'entry' | 'eligibility') {
  await goTo(kiosk, `/claims/${claimId}/intake/${step}`)
  const name = kiosk.t(`step.${step}`)
  await kiosk.page.getByRole('heading', { level: 2, name, exact: true }).waitFor()
}

/** Slower than a passport reader. */
const press = ({ page }: Kiosk, key: string) => page.keyboard.press(key, { delay: 60 })

const rowOf = ({ page, t }: Kiosk, name: 'biometrics' | 'police') =>
  page
    .getByRole('list', { name: t('step.checks') })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: t(`check.${name}`), exact: true }) })

/** Types what the dialog asks for, by keyboard alone and slower than a reader. */
async function say({ page, t }: Kiosk, title: string, words: string) {
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByRole('textbox', { name: t('common.reason') }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  await page.keyboard.type(words, { delay: 60 })
  await dialog.getByRole('button', { name: t('check.record') }).press('Enter', { delay: 60 })
  await dialog.waitFor({ state: 'hidden' })
}

/** As at any kiosk: hand over, lock, another officer. */
async function switchTo({ page, t, heading }: Kiosk, role: Role) {
  await page.getByRole('button', { name: new RegExp(`^${t('elig.switch_officer')}`) }).click()
  await page.getByRole('button', { name: t('lock.switch'), exact: true }).click()
  await page.getByRole('button', { name: t('shell.sign_out') }).click()
  await heading(t('door.demo_title')).waitFor()
  await page.getByRole('button', { name: new RegExp(`^${t(`role.${role}`)}`) }).click()
  await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
}
