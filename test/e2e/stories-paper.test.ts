import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { formOf } from '../../src/shared/forms/forms.ts'
import { essentials } from '../../src/shared/rules/completeness/essentials.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { answerUntilEligible, givePhoto, makeChecks, nextStep, saved, tick } from '../support/e2e-claims.ts'
import { handOverPack, nextOn, openStep, openTab, referOnScreen } from '../support/stories-casework.ts'
import { claimIn } from '../support/stories-desk.ts'

/** A claim on paper, made inside Canada: from the envelope to the Board, the forms typed and what is missing explained. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

/** A hand is slower than a passport reader, whose keys the window tells apart by their pace. */
const slowly = { delay: 60 }

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('a claim on paper is typed, explained, reviewed, found eligible and referred', async () => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 0 })
    onTestFinished(() => kiosk.close())
    const { page, t, desk, field } = kiosk
    await desk.seat.demo({ role: 'border_officer' })
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    await page.keyboard.press('n', slowly)
    await kiosk.heading(t('claims.new')).waitFor()
    await page.keyboard.press('i', slowly)
    await page.getByRole('heading', { level: 2, name: t('step.passport'), exact: true }).waitFor()
    const claimId = claimIn(kiosk)

    await page
      .getByRole('tablist', { name: t('claims.tabs') })
      .getByRole('tab', { name: t('claims.tab_forms') })
      .click()
    await kiosk.heading(formOf('imm0008')?.title[language] ?? '').waitFor()
    const source = page.getByRole('radiogroup', { name: t('record.source') })
    await source.getByText(t('record.source_paper'), { exact: true }).click()
    await field(t('record.received_on')).fill('2026-11-19')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: t('record.receive') }).click()
    await page.getByText(t('record.paused', { what: missing(language) })).waitFor()
    await expectAccessible(page, 'a form of a claim on paper')
    await field(t('field.familyName')).fill('Moreno')
    await field(t('field.givenNames')).fill('Lucía')
    await tick(page.getByRole('radio', { name: t('field.sex_F'), exact: true }))
    await field(t('field.birthDate')).fill('1984-02-29')
    await page.keyboard.press('Tab')
    await saved(kiosk)
    await desk.claims.setPerson({ claimId, fields: { birthCountry: 'COL', citizenships: ['COL'] }, bases: [] })
    await desk.claims.set({ claimId, fields: told, bases: [] })

    // Each thing that is missing leads to its question, which takes the explanation; then the clock runs.
    for (const { item } of essentials) {
      await (await nextOn(kiosk, claimId, 'incomplete')).click()
      await page.getByText(t('record.essentials')).waitFor()
      const finding = page.getByRole('listitem').filter({ hasText: messageOf(item, language) })
      await finding
        .getByRole('link', { name: t('record.go'), exact: true })
        .first()
        .click()
      await expect.poll(() => focusedItem(kiosk)).toBe(placeOf(item))
      await page.keyboard.type(item === 'basis_of_claim' ? '2026-11-18' : 'Burnt with the house.', slowly)
      await page.keyboard.press('Tab')
      await saved(kiosk)
    }
    await expect.poll(async () => (await desk.record.get({ claimId })).review.paused).toBeUndefined()
    await page
      .getByText(/2026-12-10|2026-12-1/)
      .first()
      .waitFor()

    await openStep(kiosk, claimId, 'search')
    await page.getByText(t('match.none')).waitFor()
    await openStep(kiosk, claimId, 'photo')
    await givePhoto(kiosk)
    await nextStep(kiosk, 'checks')
    await makeChecks(kiosk)
    await openTab(kiosk, claimId, 'review')
    await page.getByRole('button', { name: t('review.pass'), exact: true }).click()
    await page.getByRole('button', { name: t('review.take_back'), exact: true }).waitFor()
    // From the top: what lies half beneath the head of the claim is no target.
    await page.evaluate(() => window.scrollTo(0, 0))
    await expectAccessible(page, 'a review that was passed')
    await openStep(kiosk, claimId, 'eligibility')
    await answerUntilEligible(kiosk)
    await referOnScreen(kiosk, claimId)
    expect(await handOverPack(kiosk, claimId)).toEqual([
      'cover confirmed',
      'RPID confirmed',
      'conditions confirmed',
      'referral confirmed',
    ])
    const { row, standing } = await desk.claims.get({ claimId })
    expect([row.state, standing.map(({ state }) => state)]).toEqual(['referred', ['open', 'open', 'open']])
    expectQuiet(kiosk)
  }, 180_000)
})

const told = {
  ...{ officialLanguage: 'fr', spokenLanguage: 'es', interpreterNeeded: true, representativeKind: 'none' },
  ...{ entries: [{ date: '2026-09-03', manner: 'airport' }], grounds: ['political_opinion'], fearedCountries: ['COL'] },
} as const satisfies Record<string, unknown> as unknown as Parameters<Kiosk['desk']['claims']['set']>[0]['fields']

const missing = (language: 'en' | 'fr') => essentials.map(({ name }) => name[language]).join(', ')
const of = (item: string) => essentials.find((each) => each.item === item)
const messageOf = (item: string, language: 'en' | 'fr') => of(item)?.name[language] ?? ''
const placeOf = (item: string) => (of(item)?.at as { readonly item?: string } | undefined)?.item

const focusedItem = ({ page }: Kiosk) =>
  page.evaluate(() => document.activeElement?.closest('[data-item]')?.getAttribute('data-item'))
