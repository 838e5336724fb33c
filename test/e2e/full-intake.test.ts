import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { StepName } from '../../src/shared/domain/steps.ts'
import { expectFocus, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { claimAtDesk, saved } from '../support/e2e-claims.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { borderDesk } from '../support/set-up.ts'

/** The full intake with the keyboard alone, in both languages. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

/** A hand is slower than a passport reader, whose keys the window tells apart by their pace. */
const hand = { delay: 60 }

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  let kiosk: Kiosk
  let claimId: string
  beforeAll(async () => {
    kiosk = await openKiosk(browser, { language })
    await borderDesk(kiosk)
    claimId = await claimAtDesk(kiosk.desk)
    await goTo(kiosk, `/claims/${claimId}/intake/contact`)
    await stepTitle('contact').waitFor()
  }, 60_000)
  afterAll(() => kiosk?.close())

  const stepTitle = (step: StepName) =>
    kiosk.page.getByRole('heading', { level: 2, name: kiosk.t(`step.${step}`), exact: true })
  const held = async () => kiosk.desk.claims.get({ claimId })
  /** I and a digit go to a step of the full intake. */
  async function go(digit: number, step: StepName): Promise<void> {
    await kiosk.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await kiosk.page.keyboard.press('i', hand)
    await kiosk.page.keyboard.press(String(digit), hand)
    await stepTitle(step).waitFor()
    await expectFocus(kiosk.page)
  }
  /** Chooses in a list by typing a country's code. */
  async function country(code: string): Promise<void> {
    await kiosk.page.keyboard.type(code, hand)
    await kiosk.page.keyboard.press('ArrowDown', hand)
    await kiosk.page.keyboard.press('Enter', hand)
  }
  async function answer(group: string, key: 'common.yes' | 'common.no'): Promise<void> {
    const radio = kiosk.page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: kiosk.t(key) })
    await press(radio, 'Space')
    await expect.poll(() => radio.isChecked()).toBe(true)
  }
  async function press(control: Locator, key: string): Promise<void> {
    await control.focus()
    await kiosk.page.keyboard.press(key, hand)
  }

  test('special needs are asked, and what is needed appears with the answer', async () => {
    const { t, field } = kiosk
    await go(1, 'needs')
    await answer(t('field.vulnerable'), 'common.yes')
    await field(t('field.vulnerability')).focus()
    await kiosk.page.keyboard.type('Woman interpreter', hand)
    await answer(t('field.accessibilityNeeded'), 'common.no')
    await answer(t('field.unableToAppreciate'), 'common.no')
    await saved(kiosk)
    await expect.poll(async () => (await held()).steps.find(({ step }) => step === 'needs')?.state).toBe('complete')
    expect((await held()).claim.vulnerability?.value).toBe('Woman interpreter')
  })

  test('A adds a leg, which starts where the last one ended; half a leg outlives a reload', async () => {
    const { t, page } = kiosk
    await go(2, 'journey')
    const leg = (n: number) => page.getByRole('group', { name: t('rows.nth_route', { n }) })
    await page.keyboard.press('a', hand)
    await expect
      .poll(() =>
        leg(1)
          .getByLabel(t('leg.from'))
          .first()
          .evaluate((it) => it === document.activeElement),
      )
      .toBe(true)
    await country('SYR')
    await leg(1).getByLabel(t('leg.to'), { exact: true }).first().focus()
    await country('TUR')
    await expect.poll(async () => (await held()).claim.route?.value).toMatchObject([{ from: 'SYR', to: 'TUR' }])
    await leg(1).getByLabel(t('leg.left')).focus()
    await page.keyboard.type('2025-03', hand)
    await page.keyboard.press('Enter', hand)
    await expect.poll(async () => (await held()).claim.route?.value?.[0]?.left).toBe('2025-03')
    await page.getByRole('button', { name: t('rows.add_route') }).press('Enter')
    await leg(2).getByLabel(t('leg.carrier')).focus()
    await page.keyboard.type('TK 35', hand)
    await page.keyboard.press('Tab', hand)
    await expect.poll(async () => (await held()).drafts.route ?? '').toContain('TK 35')
    await page.reload()
    await expect.poll(() => leg(2).getByLabel(t('leg.carrier')).inputValue()).toBe('TK 35')
    await leg(2).getByLabel(t('leg.to'), { exact: true }).first().focus()
    await country('CAN')
    await expect
      .poll(async () => (await held()).claim.route?.value?.[1])
      .toEqual({ from: 'TUR', to: 'CAN', carrier: 'TK 35' })
    expect((await held()).drafts).not.toHaveProperty('route')
  })

  test('the passport that was read is listed; once seized it stays', async () => {
    const { t, page, field } = kiosk
    await go(3, 'papers')
    const row = page.getByRole('group', { name: t('rows.nth_heldDocuments', { n: 1 }) })
    await expect.poll(() => row.getByLabel(t('held.number')).inputValue()).toBe('N01234567')
    await page.getByRole('button', { name: t('seizure.record') }).press('Enter')
    await page
      .getByRole('alert')
      .filter({ hasText: t('seizure.incomplete') })
      .waitFor()
    await press(page.getByRole('checkbox', { name: /N01234567/ }), 'Space')
    await field(t('seizure.ground')).focus()
    await page.keyboard.type('s. 140', hand)
    await page.getByRole('button', { name: t('seizure.record') }).press('Enter')
    await row.getByText(/2026-11-23/).waitFor()
    const remove = page.getByRole('button', { name: t('rows.remove', { what: t('rows.nth_heldDocuments', { n: 1 }) }) })
    expect(await remove.isDisabled()).toBe(true)
    await expectFocus(page)
  })

  test('"none" is an answer; E adds an earlier claim, which answers the question of eligibility', async () => {
    const { t, page } = kiosk
    await go(4, 'background')
    await press(page.getByRole('checkbox', { name: t('rows.none_aliases') }), 'Space')
    await expect.poll(async () => (await held()).person.aliases?.value).toEqual([])
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('e', hand)
    const row = page.getByRole('group', { name: t('rows.nth_earlierClaims', { n: 1 }) })
    await row.waitFor()
    await country('CAN')
    await row.getByLabel(t('earlier.outcome')).first().focus()
    await page.keyboard.press('ArrowDown', hand)
    await page.getByRole('option', { name: t('earlier_outcome.withdrawn'), exact: true }).waitFor()
    for (let n = 0; n < 4; n++) await page.keyboard.press('ArrowDown', hand)
    await page.keyboard.press('Enter', hand)
    await expect.poll(async () => (await held()).claim.earlierClaims?.value?.[0]?.country).toBe('CAN')
    const { facts } = await kiosk.desk.eligibility.worksheet({ claimId })
    expect(facts.priorClaims).toHaveLength(1)
  })

  test('an act is recorded whole, shown, and set aside with a reason', async () => {
    const { t, page } = kiosk
    await go(5, 'measures')
    const order = page.getByRole('region', { name: t('field.departureOrder') })
    await order.getByRole('button', { name: t('act.record', { what: t('field.departureOrder') }) }).press('Enter')
    await order.getByText(t('order.state_conditional')).waitFor()
    await expectFocus(page)
    await page.getByText(/44/).first().waitFor()
    const detention = page.getByRole('region', { name: t('field.detention') })
    await detention.getByRole('button', { name: t('act.record', { what: t('field.detention') }) }).press('Enter')
    await detention.getByRole('alert').waitFor()
    expect((await held()).acts.detention).toBeUndefined()
    await order.getByRole('button', { name: t('act.withdraw_of', { what: t('field.departureOrder') }) }).press('Enter')
    await page.getByRole('dialog').getByLabel(t('common.reason')).waitFor()
    await page.keyboard.type('another person', hand)
    await page.keyboard.press('Tab', hand)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('act.withdraw'), exact: true })
      .press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect.poll(async () => (await held()).acts.departureOrder?.value).toBeUndefined()
    onTestFinished(() => expectQuiet(kiosk))
  })
})
