import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectQuiet, openOfflineBrowser } from '../support/e2e.ts'
import { passport } from '../support/e2e-claims.ts'
import {
  answerAndRefer,
  checkAll,
  choices,
  confirmEntry,
  find,
  givePhoto,
  type Hands,
  handOver,
  listed,
  onward,
  pick,
  sayContact,
  sayGrounds,
  sayWhoIs,
  stepTitle,
} from '../support/stories.ts'
import { claimIn, deskIn, expectKeys } from '../support/stories-desk.ts'

/** Whole stories of people at the counter, by keyboard alone; how many keys each may need stands in docs/keystrokes.md. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

async function openClaim(hands: Hands): Promise<string> {
  const { kiosk } = hands
  await hands.press('n')
  await kiosk
    .button(kiosk.t('claims.new_poe'))
    .or(kiosk.heading(kiosk.t('claims.new')))
    .first()
    .waitFor()
  await hands.press('p')
  await stepTitle(kiosk, 'passport').waitFor()
  return claimIn(kiosk)
}

/** R: low risk, low need, and the first of the ready reasons: the One Touch lane. */
async function chooseOneTouch(hands: Hands) {
  const { page, t } = hands.kiosk
  await hands.press('r')
  const dialog = page.getByRole('dialog', { name: t('lane.triage') })
  await dialog.waitFor()
  for (const question of [t('lane.low_risk'), t('lane.low_need')])
    await pick(hands, dialog.getByRole('radiogroup', { name: question }))
  await hands.press('1')
  await expect.poll(() => dialog.getByLabel(t('common.reason')).inputValue()).toBe(t('lane.ready_passport'))
  await hands.press('Control+Enter')
  await page.getByRole('heading', { name: t('lane.later') }).waitFor()
}

/** A person without a document is named by hand. */
async function withoutDocument(hands: Hands): Promise<void> {
  const { kiosk } = hands
  await hands.tabTo(kiosk.button(kiosk.t('mrz.no_document_go')))
  await hands.press('Enter')
  await stepTitle(kiosk, 'identity').waitFor()
}

/** Search before create, by its key; then on to the contact step by its own. */
async function searchThenContact(hands: Hands): Promise<void> {
  const { kiosk } = hands
  await hands.press('2')
  await kiosk.page.getByText(kiosk.t('match.none')).waitFor()
  await hands.press('4')
  await stepTitle(kiosk, 'contact').waitFor()
}

/** From how to reach the person to the paper in the hand. */
async function fromContactToPaper(hands: Hands, claimId: string, feared: string): Promise<void> {
  await sayContact(hands)
  await onward(hands, 'entry')
  await confirmEntry(hands)
  await onward(hands, 'grounds')
  await sayGrounds(hands, feared)
  await onward(hands, 'photo')
  await givePhoto(hands, 7)
  await onward(hands, 'checks')
  await checkAll(hands, claimId)
  await onward(hands, 'eligibility')
  await answerAndRefer(hands)
  await handOver(hands, claimId)
}

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('a single person with a passport, by the One Touch lane, in less than six minutes of keys', async () => {
    const hands = await deskIn(browser, language)
    const { kiosk } = hands
    const claimId = await openClaim(hands)
    await hands.burst(passport)
    await kiosk.heading(kiosk.t('mrz.held')).waitFor()
    await chooseOneTouch(hands)
    await onward(hands, 'search')
    await kiosk.page.getByText(kiosk.t('match.none')).waitFor()
    await onward(hands, 'identity')
    await find(hands, listed(kiosk, 'birthCountry'), 'SYR')
    await onward(hands, 'contact')
    await fromContactToPaper(hands, claimId, 'SYR')
    const { claim, person, documents, lane } = await kiosk.desk.claims.get({ claimId })
    expect([person.birthCountry?.value, claim.spokenLanguage?.value, lane.lane]).toEqual(['SYR', 'ar', 'one_touch'])
    expect(documents.map(({ kind, state }) => [kind, state])).toEqual([['RPID', 'confirmed']])
    // A second for every key is slow typing.
    expect(hands.keys()).toBeLessThan(6 * 60)
    expectKeys(hands, 'Single person, One Touch lane')
    expectQuiet(kiosk)
  }, 120_000)

  test('a stateless person without a passport gets the document, stateless on it', async () => {
    const hands = await deskIn(browser, language)
    const { kiosk } = hands
    const claimId = await openClaim(hands)
    await withoutDocument(hands)
    const who = { familyName: 'Haddad', givenNames: 'Sami', birthDate: '1988-03-01' }
    await sayWhoIs(hands, { ...who, birthCountry: 'KWT', citizenship: 'XXA' })
    await find(hands, listed(kiosk, 'formerResidence'), 'KWT')
    await onward(hands, 'contact')
    await searchThenContact(hands)
    await fromContactToPaper(hands, claimId, 'KWT')
    const { person, documents } = await kiosk.desk.claims.get({ claimId })
    expect([person.citizenships?.value, person.formerResidence?.value]).toEqual([['XXA'], 'KWT'])
    expect(documents.map(({ kind, state }) => [kind, state])).toEqual([['RPID', 'confirmed']])
    expectKeys(hands, 'Stateless person, no passport')
    expectQuiet(kiosk)
  }, 120_000)

  test('a minor alone is given a representative and the authority is told before the document', async () => {
    const hands = await deskIn(browser, language)
    const { kiosk } = hands
    const { t, field } = kiosk
    const claimId = await openClaim(hands)
    await withoutDocument(hands)
    const who = { familyName: 'Tesfay', givenNames: 'Yonas', birthDate: '2014-07-08' }
    await sayWhoIs(hands, { ...who, birthCountry: 'ERI', citizenship: 'ERI' })
    await onward(hands, 'contact')
    await hands.press('i')
    await hands.press('1')
    await stepTitle(kiosk, 'needs').waitFor()
    await pick(hands, choices(kiosk, 'companion'), 3)
    await kiosk.page.getByText(t('needs.unaccompanied')).waitFor()
    await hands.tabTo(field(t('field.authorityNotified')))
    await hands.type('DPJ')
    await pick(hands, choices(kiosk, 'designatedRepresentativeNeeded'))
    await onward(hands, 'journey')
    await searchThenContact(hands)
    await fromContactToPaper(hands, claimId, 'ERI')
    const { claim, checks, alerts, documents } = await kiosk.desk.claims.get({ claimId })
    expect([claim.companion?.value, claim.designatedRepresentativeNeeded?.value]).toEqual(['nobody', true])
    expect(checks.find(({ name }) => name === 'biometrics')?.exempt).toBe(true)
    expect(alerts.map(({ code }) => code)).not.toContain('minor_alone')
    expect(documents.map(({ kind, state }) => [kind, state])).toEqual([['RPID', 'confirmed']])
    expectKeys(hands, 'Unaccompanied minor, no passport')
    expectQuiet(kiosk)
  }, 120_000)
})
