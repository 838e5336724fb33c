import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Language } from '../../src/shared/language.ts'
import { claimAct, expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { saved } from '../support/e2e-claims.ts'
import { goTo } from '../support/e2e-scenes.ts'

/** A family from the door to the counter, by keyboard alone, in both languages. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

/** A hand is slower than a passport reader, whose keys the window tells apart by their pace. */
const slowly = { delay: 60 }

async function kioskIn(language: Language): Promise<Kiosk> {
  const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 3 })
  onTestFinished(() => kiosk.close())
  await kiosk.desk.seat.demo({ role: 'border_officer' })
  await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
  return kiosk
}

const stepTitle = ({ page, t }: Kiosk, step: 'passport' | 'contact' | 'entry' | 'grounds'): Locator =>
  page.getByRole('heading', { level: 2, name: t(`step.${step}`), exact: true })

/** Types into the arrival form from its first field on: Tab goes through it, Enter notes. */
async function noteFamily(kiosk: Kiosk) {
  const { page, t } = kiosk
  await page.keyboard.press('g', slowly)
  await page.keyboard.press('w', slowly)
  await kiosk.heading(t('hall.title')).waitFor()
  await page
    .getByText(t('hall.none'))
    .or(page.getByRole('grid', { name: t('hall.list') }))
    .first()
    .waitFor()
  await page.keyboard.press('a', slowly)
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('1')
  await page.keyboard.type('2')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1')
  await page.keyboard.press('Tab')
  await page.keyboard.type('arab')
  await page.getByRole('option', { name: /^arab/i }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('option').first().waitFor({ state: 'hidden' })
  await page.keyboard.press('Tab')
  await page.keyboard.type('Red suitcase', slowly)
  await page.keyboard.press('Enter', slowly)
  await page.getByRole('row', { name: /Red suitcase/ }).waitFor()
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('1')
}

/** Takes the party whose turn it is and opens a claim for each of the three. */
async function takeAndOpen(kiosk: Kiosk) {
  const { page, t } = kiosk
  await page.keyboard.press('Escape', slowly)
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TR')
  await page.keyboard.press('t', slowly)
  await page.getByRole('row', { name: new RegExp(`Red suitcase.*${t('hall.you')}`) }).waitFor()
  await page.keyboard.press('o', slowly)
  await stepTitle(kiosk, 'passport').waitFor()
  for (const size of [2, 3]) {
    await (await claimAct(kiosk, 'family.add')).press('Enter')
    await expect.poll(() => membersOf(kiosk).count()).toBe(size)
    await stepTitle(kiosk, 'passport').waitFor()
  }
}

const membersOf = ({ page, t }: Kiosk) =>
  page.getByRole('navigation', { name: t('family.members') }).getByRole('listitem')

/** Names each member, since chips and strips go by names; the desk does what the identity step would. */
async function nameThem({ desk }: Kiosk): Promise<readonly [string, string, string]> {
  const { rows } = await desk.hall.list()
  const [first, second, third] = rows.find(({ kind }) => kind === 'party')?.members ?? []
  const people = [
    [first, 'Nour'],
    [second, 'Karim'],
    [third, 'Lina'],
  ] as const
  for (const [member, givenNames] of people)
    await desk.claims.setPerson({
      claimId: member?.claimId ?? '',
      fields: { familyName: 'Al Hariri', givenNames, birthDate: givenNames === 'Lina' ? '2015-09-09' : '1990-05-17' },
      bases: [],
    })
  return [first?.claimId ?? '', second?.claimId ?? '', third?.claimId ?? '']
}

const cityOf = async ({ desk }: Kiosk, claimId: string) => (await desk.claims.get({ claimId })).claim.addressCity?.value

async function typeOnce(kiosk: Kiosk, [first, second, third]: readonly [string, string, string]) {
  const { page, t } = kiosk
  await goTo(kiosk, `/claims/${first}/intake/contact`)
  await stepTitle(kiosk, 'contact').waitFor()
  await kiosk.field(t('field.addressCity')).fill('Montréal')
  await page.keyboard.press('Tab')
  await saved(kiosk)
  await expect.poll(() => Promise.all([second, third].map((id) => cityOf(kiosk, id)))).toEqual(['Montréal', 'Montréal'])
  const group = page.getByRole('group', { name: t('family.differs_label', { group: t('family.group_address') }) })
  const karim = group.getByRole('checkbox', { name: /^Karim/ })
  await karim.press(' ', slowly)
  await expect.poll(() => karim.isChecked()).toBe(true)
  await kiosk.field(t('field.addressCity')).fill('Laval')
  await page.keyboard.press('Tab')
  await expect.poll(() => Promise.all([second, third].map((id) => cityOf(kiosk, id)))).toEqual(['Montréal', 'Laval'])
  await karim.press(' ', slowly)
  await expect.poll(() => karim.isChecked()).toBe(false)
  await expect.poll(() => cityOf(kiosk, second)).toBe('Laval')
  await expectAccessible(page, 'the contact step of a family')
}

/** The One Touch lane by `r`, something typed in it, then out of it again half-way. */
async function leaveLaneHalfWay(kiosk: Kiosk, claimId: string) {
  const { page, t } = kiosk
  const toGrounds = page
    .getByRole('navigation', { name: t('step.steps') })
    .getByRole('link', { name: t('step.grounds') })
  await kiosk.heading(t('step.contact')).focus()
  await page.keyboard.press('r', slowly)
  const dialog = page.getByRole('dialog', { name: t('lane.triage') })
  for (const question of [t('lane.low_risk'), t('lane.low_need')]) {
    const yes = dialog.getByRole('radiogroup', { name: question }).getByRole('radio', { name: t('common.yes') })
    await yes.press(' ', slowly)
    await expect.poll(() => yes.isChecked()).toBe(true)
  }
  await dialog.getByText(t('lane.gives', { lane: t('lane.one_touch') })).waitFor()
  await dialog.getByLabel(t('common.reason')).fill('Passports seen, no alerts')
  await expectAccessible(page, 'the triage')
  await dialog.getByRole('button', { name: t('lane.choose') }).press('Enter')
  await page.getByRole('heading', { name: t('lane.later') }).waitFor()
  const tasks = async () => (await kiosk.desk.claims.get({ claimId })).lane.tasks
  const grounds = { step: 'grounds', due: '2027-01-07', rule: 'poe.online.completion' }
  await expect.poll(tasks).toContainEqual(expect.objectContaining(grounds))
  await kiosk.field(t('field.phone')).fill('514 555 0199')
  await page.keyboard.press('Tab')
  await saved(kiosk)
  await kiosk.heading(t('step.contact')).focus()
  await page.keyboard.press('r', slowly)
  const leave = page.getByRole('dialog', { name: t('lane.leave') })
  await leave.getByLabel(t('common.reason')).fill('Needs an interpreter after all')
  await leave.getByRole('button', { name: t('lane.leave') }).press('Enter')
  await leave.waitFor({ state: 'hidden' })
  await page.getByRole('heading', { name: t('lane.later') }).waitFor({ state: 'hidden' })
  await toGrounds.waitFor()
  const after = await kiosk.desk.claims.get({ claimId })
  expect(after.lane).toMatchObject({ lane: 'full_intake', tasks: [] })
  expect([after.claim.phone?.value, after.claim.addressCity?.value]).toEqual(['514 555 0199', 'Laval'])
  await expectFocus(page)
}

describe.each(['en', 'fr'] as const)('a family (%s)', (language) => {
  test('is noted, taken, opened, typed once, and changes lane with nothing lost', async () => {
    const kiosk = await kioskIn(language)
    const { page, t } = kiosk
    await noteFamily(kiosk)
    await expectAccessible(page, 'the waiting room')
    await takeAndOpen(kiosk)
    const claims = await nameThem(kiosk)
    await typeOnce(kiosk, claims)
    await leaveLaneHalfWay(kiosk, claims[0])
    await page.keyboard.press('j', slowly)
    await page.getByRole('heading', { level: 1, name: /HARIRI, Karim/ }).waitFor()
    await page.keyboard.press('g', slowly)
    await page.keyboard.press('w', slowly)
    await page.getByRole('row', { name: /HARIRI, Nour · Karim · Lina/ }).waitFor()
    await page.getByText(t('hall.own_only')).waitFor()
    expectQuiet(kiosk)
  }, 120_000)
})
