import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { QueueCount } from '../../src/shared/contract/views.ts'
import { expectQuiet, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { furnish, waiting } from '../support/e2e-interview-scenes.ts'

/** An officer finds the next claim in a queue and opens it: by keyboard, in both languages. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

/** A hand is slower than a passport reader, whose keys the window tells apart by their pace. */
const slowly = { delay: 60 }

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('keys alone lead from the queue to the claim, and back to the next one', { timeout: 120_000 }, async () => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 0 })
    onTestFinished(() => kiosk.close())
    const { page, t, desk } = kiosk
    await desk.seat.demo({ role: 'supervisor' })
    await furnish(kiosk)
    await desk.seat.demo({ role: 'border_officer' })
    await waiting(kiosk, 11)
    await waiting(kiosk, 12)
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    await page.keyboard.press('g', slowly)
    await page.keyboard.press('q', slowly)
    const queues = page.getByRole('navigation', { name: t('queues.list') })
    await queues.waitFor()
    await queues.getByRole('link', { name: new RegExp(`^${t('queue.to_schedule')}`) }).click()
    await page.getByRole('heading', { level: 2, name: t('queue.to_schedule') }).waitFor()
    await expectAccessible(page, 'queues')
    const grid = page.getByRole('grid', { name: t('queues.claims') })
    const count = await grid.locator('[data-row]').count()
    expect(count).toBeGreaterThanOrEqual(2)
    await page.keyboard.press('j', slowly)
    await page.keyboard.press('j', slowly)
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-key')?.split(' ')[0])
    const rows = (await desk.queues.page({ queue: 'to_schedule' })).rows
    await expect.poll(focused).toBe(rows[1]?.claimId)
    await page.keyboard.press('k', slowly)
    await expect.poll(focused).toBe(rows[0]?.claimId)
    // Both are given to a colleague: shown first, then done, each with its line.
    await page.keyboard.press('x', slowly)
    await page.keyboard.press('j', slowly)
    await page.keyboard.press('x', slowly)
    await page.keyboard.press('t', slowly)
    const dialog = page.getByRole('dialog', { name: t('bulk.take') })
    await dialog.getByRole('button', { name: t('bulk.preview') }).click()
    await dialog.getByRole('table', { name: t('bulk.what') }).waitFor()
    await expectAccessible(page, 'bulk')
    // They are the officer’s own already: refused, with the reason, and nothing to do.
    await expect.poll(() => dialog.getByText(t('bulk.refused'), { exact: true }).count()).toBe(2)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: new RegExp(`^${t('bulk.book')}`) }).click()
    const booking = page.getByRole('dialog', { name: t('bulk.book') })
    await booking.getByRole('combobox', { name: t('bulk.mode') }).selectOption('video')
    await booking.getByRole('button', { name: t('bulk.preview') }).click()
    await booking.getByRole('button', { name: t('bulk.run', { count: 2 }) }).click()
    await booking.getByText(t('bulk.report', { done: 2, refused: 0 })).waitFor()
    await expectAccessible(page, 'report')
    await booking
      .getByRole('button', { name: t('bulk.close'), exact: true })
      .first()
      .click()
    await queues.getByRole('link', { name: new RegExp(`^${t('queue.interview_week')}`) }).click()
    await page.getByRole('heading', { level: 2, name: t('queue.interview_week') }).waitFor()
    await page.keyboard.press('j', slowly)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => rows.some(({ claimId }) => url.hash.includes(`/claims/${claimId}`)))
    // On top of the claim stands what is next, and who is at work on it.
    const head = page.getByRole('region', { name: t('head.label') })
    await head.getByText(t('head.next'), { exact: true }).waitFor()
    await head.getByRole('button', { name: t('working.start') }).click()
    await head.getByText(t('working.you')).waitFor()
    await expectAccessible(page, 'head')
    expectQuiet(kiosk)
  })

  test('more time is asked for, waits for a supervisor, and is declined; a partner stands in its queue', {
    timeout: 120_000,
  }, async () => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 0 })
    onTestFinished(() => kiosk.close())
    const { page, t, desk } = kiosk
    await desk.seat.demo({ role: 'border_officer' })
    const claimId = await waiting(kiosk, 11)
    await desk.review.ask({ claimId, partner: 'rcmp', purpose: 'criminality', fields: ['familyName'] })
    const goTo = (address: string) =>
      page.evaluate((next) => {
        location.hash = next
      }, `#${address}`)
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    await goTo(`/claims/${claimId}/overview`)
    await page
      .getByRole('button', { name: new RegExp(`^${t('deadline.ask')} `) })
      .first()
      .click()
    const asking = page.getByRole('dialog', { name: t('deadline.ask_title') })
    await asking.getByRole('radio', { name: t('deadline.ask_representative') }).check()
    await asking.getByRole('textbox', { name: t('common.reason') }).fill('No place at the clinic')
    await expectAccessible(page, 'asking')
    await asking.getByRole('button', { name: t('deadline.ask_do') }).click()
    const { today = '' } = await desk.status()
    await page.getByText(new RegExp(t('deadline.asked_by_representative', { date: today }))).waitFor()
    // What the head of the claim says is next the checklist of the review says too, word for word.
    await goTo(`/claims/${claimId}/review`)
    const checklist = page.getByRole('region', { name: t('review.checklist') })
    const nextIn = (region: typeof checklist) => region.getByRole('link').first().innerText()
    await expect.poll(() => nextIn(checklist)).toBe(await nextIn(page.getByRole('region', { name: t('head.label') })))
    await goTo('/queues/partner')
    const grid = page.getByRole('grid', { name: t('queues.claims') })
    await grid.getByText(/RCMP|GRC/).waitFor()
    await expectAccessible(page, 'partner')
    await desk.seat.demo({ role: 'supervisor' })
    await page.reload()
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    await goTo('/queues/extension_asked')
    await page.getByRole('heading', { level: 2, name: t('queue.extension_asked') }).waitFor()
    await grid.locator('[data-row]').waitFor()
    await expectAccessible(page, 'extension asked')
    await grid.getByRole('link').first().click()
    await page.getByRole('button', { name: t('deadline.decline') }).click()
    const dialog = page.getByRole('dialog', { name: t('deadline.decline_title') })
    await dialog.getByRole('textbox').fill('Time enough is left')
    await expectAccessible(page, 'declining')
    await dialog.getByRole('button', { name: t('deadline.decline') }).click()
    await dialog.waitFor({ state: 'hidden' })
    await goTo('/queues/extension_asked')
    await page.getByText(t('queues.none')).waitFor()
    expectQuiet(kiosk)
  })

  test('a queue that the desk has not counted yet says so to eye and ear, and its number comes by itself', {
    timeout: 120_000,
  }, async () => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 3 })
    onTestFinished(() => kiosk.close())
    const { page, t, desk } = kiosk
    await desk.seat.demo({ role: 'caseworker' })
    const claimId = await waiting(kiosk, 11)
    let counted = false
    await page.route('**/rpc/queues/counts', async (route) => {
      const response = await route.fetch()
      const { json, ...rest } = (await response.json()) as { json: readonly QueueCount[] }
      const notYet = { count: null, late: null, more: false }
      const said = json.map((each) => (each.queue === 'ready_to_refer' && !counted ? { ...each, ...notYet } : each))
      await route.fulfill({ response, json: { ...rest, json: said } })
    })
    await page.reload()
    const own = page.getByRole('navigation', { name: t('today.queues') })
    const waits = `${t('queue.ready_to_refer')} ${t('queues.not_counted')}`
    await own.getByRole('link', { name: waits, exact: true }).waitFor()
    await expectAccessible(page, 'today not counted')
    await page.keyboard.press('g', slowly)
    await page.keyboard.press('q', slowly)
    const queues = page.getByRole('navigation', { name: t('queues.list') })
    const link = queues.getByRole('link', { name: waits, exact: true })
    await link.waitFor()
    expect(await link.innerText()).toMatch(/…/)
    expect(await queues.getAttribute('aria-busy')).toBe('true')
    await expectAccessible(page, 'queues not counted')
    counted = true
    await desk.casework.addNote({ claimId, text: 'Rappelé', readers: ['caseworker'] })
    await queues.getByRole('link', { name: `${t('queue.ready_to_refer')} 0`, exact: true }).waitFor()
    expect(await queues.getAttribute('aria-busy')).toBe('false')
    expectQuiet(kiosk)
  })

  test('notes are searched, a list of claims is saved, and Today shows each role its own lists', {
    timeout: 120_000,
  }, async () => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 3 })
    onTestFinished(() => kiosk.close())
    const { page, t, desk } = kiosk
    await desk.seat.demo({ role: 'supervisor' })
    const claimId = await waiting(kiosk, 11)
    await desk.casework.addNote({ claimId, text: 'Rappelé l’école à Montréal', readers: ['supervisor'] })
    const { deadlines } = await desk.claims.get({ claimId })
    const rule = deadlines.find(({ rule }) => rule === 'medical.exam')?.rule ?? ''
    const { today = '' } = await desk.status()
    await desk.claims.askExtension({ claimId, rule, by: 'claimant', on: today, reason: 'No place' })
    await page.reload()
    const lists = page.getByRole('navigation', { name: t('today.queues') })
    await lists.getByRole('link', { name: new RegExp(`^${t('queue.extension_asked')}`) }).waitFor()
    await expectAccessible(page, 'today of a supervisor')
    await page.keyboard.press('g', slowly)
    await page.keyboard.press('c', slowly)
    const saved = page.getByRole('region', { name: t('saved.title') })
    await page.getByText(t('claim_state.undecided'), { exact: true }).first().click()
    await saved.getByRole('button', { name: t('saved.save') }).click()
    await saved.getByRole('textbox', { name: t('saved.name') }).fill('To decide')
    await saved.getByRole('button', { name: t('saved.save') }).click()
    await page.getByText(t('claims.all'), { exact: true }).first().click()
    await saved.getByRole('button', { name: 'To decide', exact: true }).click()
    await expect.poll(() => page.getByRole('radio', { name: t('claim_state.undecided') }).isChecked()).toBe(true)
    await expectAccessible(page, 'saved list')
    await page.getByRole('searchbox', { name: t('claims.search') }).fill('ECOLE')
    await page.getByText(t('claims.search_in_notes'), { exact: true }).click()
    const found = page.getByRole('grid', { name: t('claims.notes_found') })
    await found.getByText('Rappelé l’école à Montréal').waitFor()
    await expectAccessible(page, 'notes found')
    await found.locator('[data-row]').click()
    await page
      .getByRole('region', { name: t('notes.title') })
      .getByText('Rappelé l’école')
      .waitFor()
    expectQuiet(kiosk)
  })
})
