import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Role } from '../../src/shared/contract/views.ts'
import type { NoShowOutcome } from '../../src/shared/domain/appointments.ts'
import { type EligibilityFacts, factQuestions } from '../../src/shared/rules/index.ts'
import { claimAct, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { claimAtDesk } from '../support/e2e-claims.ts'
import { furnish, waiting } from '../support/e2e-interview-scenes.ts'
import { goTo } from '../support/e2e-scenes.ts'

/** Cases that do not end at the counter: withdrawn and reinstated, no-show, one-year rule, safe third country with an exception. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

const minutes = { timeout: 180_000 }

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  const kioskOf = async (): Promise<Kiosk> => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
    onTestFinished(() => kiosk.close())
    await be(kiosk, 'border_officer')
    await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
    return kiosk
  }

  test(
    'a claim is reviewed by its checklist, opened by one event, withdrawn, and reinstated by a supervisor',
    minutes,
    async () => {
      const kiosk = await kioskOf()
      const { page, t, desk } = kiosk
      const claimId = await claimAtDesk(desk)
      await desk.claims.recordAct({
        claimId,
        act: { departureOrder: { on: '2026-11-22', by: 'minister_delegate', conditional: true } },
        bases: [],
      })
      await desk.record.receive({ claimId, on: '2026-11-20', by: 'counter' })
      const essentials = { 'record.who.noPassport': 'lost', 'record.boc.noDocuments': 'none' }
      await desk.record.set({ claimId, fields: essentials, source: 'typed', bases: [] })
      await openTab(kiosk, claimId, 'review')
      const checklist = page.getByRole('region', { name: t('review.checklist') })
      await checklist.getByText(t('review.next')).waitFor()
      await expectAccessible(page, 'review')
      await page.getByRole('button', { name: t('review.pass'), exact: true }).click()
      await page.getByRole('button', { name: t('review.take_back'), exact: true }).waitFor()
      expect((await desk.claims.get({ claimId })).standing.map(({ state }) => state)).toEqual(['open', 'open', 'open'])
      await page.getByRole('button', { name: t('review.ask_partner'), exact: true }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('review.ask_do'), exact: true })
        .click()
      const ledger = page.getByRole('list', { name: t('review.ledger') })
      await ledger.getByRole('listitem').waitFor()
      await ledger.getByRole('button', { name: t('review.record_answer') }).click()
      await page.getByRole('dialog').getByRole('radio').first().check()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('overview.met_do'), exact: true })
        .click()
      await ledger.getByText(t('review.partner_asked')).waitFor({ state: 'hidden' })
      await withdraw(kiosk, 'The person goes home to a sick parent')
      await page.getByText(t('claim_state.withdrawn'), { exact: true }).first().waitFor()
      const withdrawn = await desk.claims.get({ claimId })
      expect(withdrawn.standing.map(({ state }) => state)).toEqual(['ended', 'ended', 'ended'])
      expect(withdrawn.deadlines.filter(({ superseded }) => !superseded)).toMatchObject([
        { due: '2026-11-23', effect: true },
        { due: '2026-12-23' },
      ])
      await be(kiosk, 'supervisor')
      await openTab(kiosk, claimId, 'review')
      await (await claimAct(kiosk, 'reopen.open')).click()
      const dialog = page.getByRole('dialog', { name: t('reopen.title') })
      await dialog.getByRole('textbox', { name: t('common.reason') }).fill('The withdrawal was made under pressure')
      await dialog.getByRole('button', { name: t('reopen.submit'), exact: true }).click()
      await page.getByText(t('claim_state.undecided'), { exact: true }).first().waitFor()
      expect((await desk.claims.get({ claimId })).standing.map(({ state }) => state)).toEqual(['open', 'open', 'open'])
      expectQuiet(kiosk)
    },
  )

  test(
    'a person who does not come is called once more, and then left to enforcement by a supervisor',
    minutes,
    async () => {
      const kiosk = await kioskOf()
      const { desk, time, page, t } = kiosk
      await be(kiosk, 'supervisor')
      await furnish(kiosk)
      await be(kiosk, 'border_officer')
      const claimId = await waiting(kiosk, 11)
      const about = { kind: 'claim', id: claimId } as const
      const miss = async () => {
        const [proposal] = await proposals(kiosk, about)
        if (!proposal) throw new Error('No slot is proposed')
        await desk.appointments.accept({ about, kind: 'eligibility_interview', slots: [proposal] })
        const [booked] = await desk.appointments.of({ about })
        time.now = Date.parse(`${proposal.date}T23:30:00Z`)
        await be(kiosk, 'border_officer')
        await desk.appointments.attendance({ appointmentId: booked?.appointmentId ?? '', attendance: 'no_show' })
      }
      await miss()
      await reviewAbsence(kiosk, 'second_notice', 'one more call')
      const row = page.getByRole('grid', { name: t('interviews.queue') }).getByRole('row', { name: /AL HARIRI/i })
      await row.getByText(t('interviews.why_no_show')).waitFor()
      await miss()
      const reason = 'Two notices were served and nobody came'
      await reviewAbsence(kiosk, 'referred_to_enforcement', reason)
      const { rows, reviews } = await desk.appointments.queue({})
      expect({ called: rows.filter((each) => each.together.includes(claimId)), reviews }).toEqual({
        called: [],
        reviews: [],
      })
      await openTab(kiosk, claimId, 'timeline')
      await page.getByText(reason, { exact: false }).first().waitFor()
      expectQuiet(kiosk)
    },
  )

  test('more than a year after the first entry the claim is ineligible, by two officers', minutes, async () => {
    const kiosk = await kioskOf()
    const { desk, page, t } = kiosk
    const claimId = await claimAtDesk(desk)
    const entries = [{ date: '2025-03-10', manner: 'airport' as const }]
    await desk.claims.set({ claimId, fields: { entries }, bases: await basesOf(kiosk, claimId, 'entries') })
    await answer(kiosk, claimId, {})
    const { evaluation } = await desk.eligibility.worksheet({ claimId })
    expect(evaluation.outcome.kind).toBe('ineligible')
    expect(evaluation.findings.find(({ rule }) => rule === 'irpa.101.1.b1')?.outcome.kind).toBe('met')
    await openStep(kiosk, claimId, 'eligibility')
    await page.getByRole('button', { name: new RegExp(`^${t('elig.decide_ineligible')}`) }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('elig.decide_proposed') })
      .press('Enter')
    await page.getByText(t('elig.waits_for_second')).first().waitFor()
    await be(kiosk, 'supervisor')
    await openStep(kiosk, claimId, 'eligibility')
    await page.getByText(t('elig.second_you')).waitFor()
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('elig.confirm_ineligible') })
      .press('Enter')
    await page.getByText(t('elig.outcome_ineligible'), { exact: true }).first().waitFor()
    expect((await desk.claims.get({ claimId })).row.state).toBe('ineligible')
    expectQuiet(kiosk)
  })

  test(
    'at a land port the exception of a citizen in the family leads to the referral, and Schedule 2 goes to the Board',
    minutes,
    async () => {
      const kiosk = await kioskOf()
      const { desk, page, t } = kiosk
      const claimId = await claimAtDesk(desk)
      const entries = [{ date: '2026-11-23', manner: 'land_poe' as const, place: 'lacolle-15' }]
      await desk.claims.set({ claimId, fields: { entries }, bases: await basesOf(kiosk, claimId, 'entries') })
      await answer(kiosk, claimId, { cameFromUs: true, relativeInCanada: true, relativeCitizen: true })
      await openStep(kiosk, claimId, 'eligibility')
      await page.getByRole('button', { name: new RegExp(`^${t('elig.decide_referred')}`) }).waitFor()
      await page.keyboard.press('Control+Enter')
      await page
        .getByRole('dialog', { name: t('elig.decide_title', { outcome: t('elig.outcome_referred') }) })
        .waitFor()
      await page.keyboard.press('Enter', { delay: 60 })
      await page.getByRole('heading', { level: 2, name: t('step.document'), exact: true }).waitFor()
      await openTab(kiosk, claimId, 'review')
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: t('review.schedule2'), exact: true }).click()
      expect((await download).suggestedFilename()).toMatch(/^schedule-2-.*\.json$/)
      await page
        .getByRole('list', { name: t('review.ledger') })
        .getByRole('listitem')
        .first()
        .waitFor()
      expectQuiet(kiosk)
    },
  )
})

/** Another officer takes the seat of the demonstration. */
const be = async ({ desk }: Kiosk, role: Role): Promise<void> => {
  await desk.seat.demo({ role })
}

async function openTab(kiosk: Kiosk, claimId: string, tab: 'review' | 'timeline'): Promise<void> {
  await goTo(kiosk, `/claims/${claimId}/${tab}`)
  await kiosk.page.getByRole('tablist', { name: kiosk.t('claims.tabs') }).waitFor()
}

async function openStep(kiosk: Kiosk, claimId: string, step: 'eligibility'): Promise<void> {
  await goTo(kiosk, `/claims/${claimId}/intake/${step}`)
  await kiosk.page.getByRole('heading', { level: 2, name: kiosk.t(`step.${step}`), exact: true }).waitFor()
}

async function withdraw(kiosk: Kiosk, reason: string): Promise<void> {
  const { page, t } = kiosk
  await (await claimAct(kiosk, 'withdraw.open')).click()
  const dialog = page.getByRole('dialog', { name: t('withdraw.title') })
  await dialog.getByRole('textbox', { name: t('common.reason') }).fill(reason)
  await dialog.getByRole('button', { name: t('withdraw.do'), exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** A supervisor decides on the person who did not come, on the screen. */
async function reviewAbsence(kiosk: Kiosk, outcome: NoShowOutcome, reason: string): Promise<void> {
  const { page, t } = kiosk
  await be(kiosk, 'supervisor')
  await goTo(kiosk, '/interviews')
  const open = page.getByRole('button', { name: new RegExp(`^${t('interviews.review')}, AL HARIRI`, 'i') })
  await open.click()
  const dialog = page.getByRole('dialog', { name: t('interviews.review') })
  await dialog.getByRole('radio', { name: t(`interviews.${outcome}`) }).check()
  await dialog.getByRole('textbox', { name: t('common.reason') }).fill(reason)
  await dialog.getByRole('button', { name: t('interviews.review'), exact: true }).click()
  await open.waitFor({ state: 'hidden' })
}

const proposals = async ({ desk }: Kiosk, about: { readonly kind: 'claim'; readonly id: string }) => {
  const found = await desk.appointments.proposals({ about, kind: 'eligibility_interview' })
  return found.proposals[0] ?? []
}

const basesOf = async ({ desk }: Kiosk, claimId: string, field: 'entries'): Promise<string[]> => [
  ...((await desk.claims.get({ claimId })).claim[field]?.heads ?? []),
]

/** Answers what is asked: as given, else that nothing speaks against the claim. */
async function answer({ desk }: Kiosk, claimId: string, given: EligibilityFacts): Promise<void> {
  for (let round = 0; round < 60; round++) {
    const { evaluation } = await desk.eligibility.worksheet({ claimId })
    const [fact] = evaluation.nextQuestions
    if (!fact) return
    const { answer: shape } = factQuestions[fact]
    const none = { yes_no: fact === 'entriesComplete', choice: 'none', choices: [] } as const
    const value = given[fact] ?? none[shape.type as keyof typeof none]
    await desk.eligibility.answer({ claimId, facts: { [fact]: value as never }, bases: [] })
  }
}
