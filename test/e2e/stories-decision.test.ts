import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimAct, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser, seatedAnother } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { claimAtDesk, passportOf } from '../support/e2e-claims.ts'
import { answer, be, handOverPack, nextOn, openStep, openTab, referOnScreen } from '../support/stories-casework.ts'

/**
 * Cases that do not end at the counter, from the claim that was taken in to the papers in the hand: withdrawn and reinstated,
 * one-year rule, safe third country with an exception, reopened. One desk for all of a language, a claim for each.
 */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

const minutes = { timeout: 180_000 }

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  let kiosk: Kiosk
  beforeAll(async () => {
    kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
    await be(kiosk, 'border_officer')
    await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
  }, 60_000)
  afterAll(() => kiosk?.close())

  test('a claim is reviewed, withdrawn, reinstated by a supervisor, and then referred', minutes, async () => {
    const { page, t, desk } = kiosk
    await be(kiosk, 'border_officer')
    const claimId = await claimAtDesk(desk, 7, passportOf('Khoury', 'Rima', 'N01000001'))
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
    expect(await standing(kiosk, claimId)).toEqual(['open', 'open', 'open'])
    await askPartner(kiosk)
    await withdraw(kiosk, 'The person goes home to a sick parent')
    await page.getByText(t('claim_state.withdrawn'), { exact: true }).first().waitFor()
    expect(await standing(kiosk, claimId)).toEqual(['ended', 'ended', 'ended'])
    const withdrawn = await desk.claims.get({ claimId })
    expect(withdrawn.deadlines.filter(({ superseded }) => !superseded)).toMatchObject([
      { due: '2026-11-23', effect: true },
      { due: '2026-12-23' },
    ])
    await be(kiosk, 'supervisor')
    await openTab(kiosk, claimId, 'review')
    await reopen(kiosk, 'The withdrawal was made under pressure')
    expect(await standing(kiosk, claimId)).toEqual(['open', 'open', 'open'])
    await be(kiosk, 'border_officer')
    await answer(kiosk, claimId)
    await referOnScreen(kiosk, claimId)
    await (await nextOn(kiosk, claimId, 'to_issue')).click()
    await page.getByRole('button', { name: new RegExp(`^${t('paper.issue')}`) }).waitFor()
    expect(await handOverPack(kiosk, claimId)).toEqual([
      'cover confirmed',
      'RPID confirmed',
      'conditions confirmed',
      'referral confirmed',
    ])
    expectQuiet(kiosk, seatedAnother)
  })

  test(
    'more than a year after the first entry: ineligible by two officers, told by letter with what is left to ask for',
    minutes,
    async () => {
      const { desk, page, t } = kiosk
      await be(kiosk, 'border_officer')
      const claimId = await claimAtDesk(desk, 8, passportOf('Sabbagh', 'Hala', 'N01000002'))
      await entered(kiosk, claimId, { date: '2025-03-10', manner: 'airport' })
      await answer(kiosk, claimId)
      const { evaluation } = await desk.eligibility.worksheet({ claimId })
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
      await (await nextOn(kiosk, claimId, 'second_officer')).click()
      await page.getByText(t('elig.second_you')).waitFor()
      await page.keyboard.press('Control+Enter')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('elig.confirm_ineligible') })
        .press('Enter')
      await page.getByText(t('elig.outcome_ineligible'), { exact: true }).first().waitFor()
      expect((await desk.claims.get({ claimId })).row.state).toBe('ineligible')
      await be(kiosk, 'border_officer')
      await openTab(kiosk, claimId, 'documents')
      await page.getByRole('button', { name: t('letters.issue', { kind: t('paper.kind_decision') }) }).click()
      await page.getByRole('button', { name: new RegExp(`^${t('paper.print')}`) }).waitFor()
      const opened = page.context().waitForEvent('page')
      await page.keyboard.press('Control+Enter')
      await (await opened).close()
      await page.bringToFront()
      await page.getByRole('button', { name: new RegExp(`^${t('paper.confirm')}`) }).waitFor()
      await expectAccessible(page, 'a decision letter')
      await page.keyboard.press('Control+Enter')
      await page.getByText(t('letters.handed')).waitFor()
      // A pre-removal risk assessment may be asked for: the person is given a document all the same, and no referral.
      const pack = await handOverPack(kiosk, claimId)
      expect(pack).toEqual(['cover confirmed', 'RPID confirmed', 'conditions confirmed'])
      expectQuiet(kiosk, seatedAnother)
    },
  )

  test(
    'at a land port a citizen in the family leads to the referral, and Schedule 2 goes to the Board',
    minutes,
    async () => {
      const { desk, page, t } = kiosk
      await be(kiosk, 'border_officer')
      const claimId = await claimAtDesk(desk, 9, passportOf('Tannous', 'Maya', 'N01000003'))
      await entered(kiosk, claimId, { date: '2026-11-23', manner: 'land_poe', place: 'lacolle-15' })
      await answer(kiosk, claimId, { cameFromUs: true, relativeInCanada: true, relativeCitizen: true })
      await referOnScreen(kiosk, claimId)
      await openTab(kiosk, claimId, 'review')
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: t('review.schedule2'), exact: true }).click()
      expect((await download).suggestedFilename()).toMatch(/^schedule-2-.*\.json$/)
      await page
        .getByRole('list', { name: t('review.ledger') })
        .getByRole('listitem')
        .first()
        .waitFor()
      expect(await handOverPack(kiosk, claimId)).toContain('referral confirmed')
      expectQuiet(kiosk, seatedAnother)
    },
  )

  test(
    'a referral that is reopened takes document and letter back; decided anew, both have new numbers',
    minutes,
    async () => {
      const { desk, page, t } = kiosk
      await be(kiosk, 'border_officer')
      const claimId = await claimAtDesk(desk, 10, passportOf('Zein', 'Dana', 'N01000004'))
      await answer(kiosk, claimId)
      await referOnScreen(kiosk, claimId)
      await handOverPack(kiosk, claimId)
      const numbers = async (kind: string) =>
        (await desk.claims.get({ claimId })).documents.flatMap((paper) =>
          paper.kind === kind ? [`${paper.number} ${paper.state}`] : [],
        )
      const [[document = ''], [letter = '']] = [await numbers('RPID'), await numbers('referral')]
      await be(kiosk, 'supervisor')
      await openTab(kiosk, claimId, 'documents')
      await reopen(kiosk, 'An earlier claim came to light', t('reopen.revoke'))
      expect(await numbers('RPID')).toEqual([document.replace('confirmed', 'revoked')])
      expect(await numbers('referral')).toEqual([letter.replace('confirmed', 'revoked')])
      await expectAccessible(page, 'a claim that was reopened')
      await be(kiosk, 'border_officer')
      await nextOn(kiosk, claimId, 'to_schedule')
      await answer(kiosk, claimId)
      await referOnScreen(kiosk, claimId)
      expect(await handOverPack(kiosk, claimId)).toContain('referral confirmed')
      for (const kind of ['RPID', 'referral']) {
        const [after, ...before] = await numbers(kind)
        expect([after?.split(' ')[1], before.map((each) => each.split(' ')[1])]).toEqual(['confirmed', ['revoked']])
      }
      expectQuiet(kiosk, seatedAnother)
    },
  )
})

const standing = async ({ desk }: Kiosk, claimId: string) =>
  (await desk.claims.get({ claimId })).standing.map(({ state }) => state)

/** The only entry, in the place of the one that was told. */
async function entered(
  { desk }: Kiosk,
  claimId: string,
  entry: { date: string; manner: 'airport' | 'land_poe'; place?: string },
): Promise<void> {
  const bases = [...((await desk.claims.get({ claimId })).claim.entries?.heads ?? [])]
  await desk.claims.set({ claimId, fields: { entries: [entry] }, bases })
}

/** A partner is asked, and answers that nothing was found. */
async function askPartner({ page, t }: Kiosk): Promise<void> {
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
}

async function withdraw(kiosk: Kiosk, reason: string): Promise<void> {
  const { page, t } = kiosk
  await (await claimAct(kiosk, 'withdraw.open')).click()
  const dialog = page.getByRole('dialog', { name: t('withdraw.title') })
  await dialog.getByRole('textbox', { name: t('common.reason') }).fill(reason)
  await dialog.getByRole('button', { name: t('withdraw.do'), exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** A supervisor takes the decision or the withdrawal back. */
async function reopen(kiosk: Kiosk, reason: string, fate?: string): Promise<void> {
  const { page, t } = kiosk
  await (await claimAct(kiosk, 'reopen.open')).click()
  const dialog = page.getByRole('dialog', { name: t('reopen.title') })
  if (fate) await dialog.getByRole('radio', { name: fate }).check()
  await dialog.getByRole('textbox', { name: t('common.reason') }).fill(reason)
  await dialog.getByRole('button', { name: t('reopen.submit'), exact: true }).click()
  await page.getByText(t('claim_state.undecided'), { exact: true }).first().waitFor()
}
