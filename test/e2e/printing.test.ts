import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { claimAtDesk } from '../support/e2e-claims.ts'
import { furnish, waiting } from '../support/e2e-interview-scenes.ts'
import { goTo } from '../support/e2e-scenes.ts'

/** The print queue in the browser host, whose window prints: one file, and the officer says what came out. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

const folder = process.env.PASSERELLE_PICTURES

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test('a notice is queued, handed to the window, said to be printed, and confirmed by its number', async () => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 0 })
    onTestFinished(() => kiosk.close())
    const { page, t, field, desk } = kiosk
    await desk.seat.demo({ role: 'border_officer' })
    const claimId = await claimAtDesk(desk)
    const interview = { date: '2027-01-14', time: '09:30', minutes: 90, place: 'Etobicoke' }
    await desk.claims.recordAct({ claimId, act: { interview }, bases: [] })
    const [notice] = (await desk.documents.issue({ claimId, kind: 'interview' })).documents
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.keyboard.type('gi', { delay: 60 })
    await page.getByRole('button', { name: t('printing.add', { count: 1 }) }).press('Enter')
    await page.getByRole('button', { name: t('printing.resume') }).waitFor()
    const opened = page.context().waitForEvent('page')
    await page.keyboard.press('Control+Enter')
    await opened
    await page.getByRole('button', { name: t('printing.printed') }).press('Enter')
    await page.getByText(t('printing.state_sent'), { exact: true }).waitFor()
    await field(t('printing.scan')).fill(notice?.number ?? '')
    await page.keyboard.press('Enter')
    await page.getByText(t('printing.state_confirmed'), { exact: true }).first().waitFor()
    expect((await desk.claims.get({ claimId })).documents[0]?.state).toBe('confirmed')
    await expectQuiet(kiosk)
  }, 60_000)

  test('reminders of people without an account go by post as one file, and whose cannot is named', async () => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 0 })
    onTestFinished(() => kiosk.close())
    const { page, t, desk } = kiosk
    await desk.seat.demo({ role: 'border_officer' })
    const limited = async (familyName: string, address: object) => {
      const { claimId } = (await desk.claims.open({ channel: 'inland' })).row
      await desk.claims.setPerson({ claimId, fields: { familyName, givenNames: 'Rana' }, bases: [] })
      await desk.claims.set({ claimId, fields: { officialLanguage: language, ...address }, bases: [] })
      await desk.claims.setBocDate({ claimId, due: '2026-11-25', reason: 'As agreed at the counter' })
      return claimId
    }
    const claimId = await limited('Haddad', { addressLine: '12 rue Jarry', addressCity: 'Montréal' })
    await limited('Nasr', {})
    await goTo(kiosk, '/printing')
    const part = page.getByRole('region', { name: t('printing.reminders') })
    await part.getByRole('link', { name: 'Haddad, Rana' }).waitFor()
    await expectAccessible(page, 'reminders to be posted')
    const file = page.waitForEvent('download')
    await part.getByRole('button', { name: t('printing.reminders_make') }).press('Enter')
    expect((await file).suggestedFilename()).toMatch(/^reminders-.*\.pdf$/)
    await part.getByText(t('printing.reminders_made', { made: 1, refused: 1 })).waitFor()
    await part.getByText(t('printing.reminder_refused', { name: 'NASR, Rana' })).waitFor()
    await expectAccessible(page, 'reminders that were posted, and one that was not')
    if (folder) await page.screenshot({ path: `${folder}/reminders-${language}.png`, fullPage: true })
    await part.getByRole('link', { name: 'Haddad, Rana' }).waitFor({ state: 'detached' })
    await goTo(kiosk, `/claims/${claimId}/messages`)
    await page.getByText(t('messages.by_post'), { exact: true }).waitFor()
    if (folder) await page.screenshot({ path: `${folder}/reminder-message-${language}.png`, fullPage: true })
    await expectQuiet(kiosk)
  }, 120_000)

  test('the notices of booked interviews are issued in one go with their preparation, and again for one that was moved', async () => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 0 })
    onTestFinished(() => kiosk.close())
    const { page, t, desk } = kiosk
    await desk.seat.demo({ role: 'supervisor' })
    await furnish(kiosk)
    await desk.seat.demo({ role: 'border_officer' })
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    const [first] = [await booked(kiosk, 11), await booked(kiosk, 12)]
    await goTo(kiosk, '/printing')
    await page.getByRole('button', { name: t('printing.issue', { count: 2 }) }).press('Enter')
    await page.getByText(t('printing.issuing', { done: '2', all: '2' })).waitFor(drawn)
    await page.getByText(t('printing.due_none')).waitFor()
    await expectAccessible(page, 'notices that were issued')
    expect((await desk.printQueue.view()).jobs.map(({ kind, state }) => [kind, state])).toEqual([
      ['interview', 'waiting'],
      ['preparation', 'waiting'],
      ['interview', 'waiting'],
      ['preparation', 'waiting'],
    ])
    const { slot, appointmentId } = first
    await desk.appointments.move({
      appointmentId,
      slot: { ...slot, time: '15:00' },
      reason: 'The officer is away until then',
    })
    const [due] = (await desk.printQueue.view()).due
    expect(due?.date).toBe(slot.date)
    await goTo(kiosk, '/')
    await goTo(kiosk, '/printing')
    await page.getByRole('button', { name: t('printing.issue', { count: 1 }) }).click()
    await page.getByText(t('printing.issuing', { done: '1', all: '1' })).waitFor(drawn)
    expect((await desk.printQueue.view()).due).toEqual([])
    await expectQuiet(kiosk)
    await printFromCalendar(kiosk, first)
  }, 180_000)
})

/** P on the chosen appointment: its papers are issued and wait in the queue; once they are, it says so. */
async function printFromCalendar(kiosk: Kiosk, first: Awaited<ReturnType<typeof booked>>) {
  const { page, t, desk } = kiosk
  const { appointmentId, slot } = first
  await desk.appointments.move({ appointmentId, slot: { ...slot, time: '14:30' }, reason: 'Another call' })
  await goTo(kiosk, '/interviews/calendar')
  const grid = page.getByRole('grid', { name: t('interviews.calendar') })
  const chip = grid.getByRole('button', { name: /^14:30/ }).first()
  await grid.waitFor()
  if (!(await chip.isVisible())) await page.keyboard.press('j', { delay: 60 })
  await chip.click()
  const panel = page.getByRole('region', { name: t('interviews.appointment') })
  await panel.getByRole('button', { name: t('interviews.papers') }).waitFor()
  await page.keyboard.press('p', { delay: 60 })
  await page.getByRole('heading', { level: 1, name: t('printing.title') }).waitFor(drawn)
  const kinds = (await desk.printQueue.view()).jobs.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'preparation')).toHaveLength(4)
  await goTo(kiosk, '/interviews/calendar')
  await grid.waitFor()
  if (!(await chip.isVisible())) await page.keyboard.press('j', { delay: 60 })
  await chip.click()
  await panel.getByRole('button', { name: t('interviews.papers') }).click()
  await panel.getByText(t('interviews.papers_issued')).waitFor()
  await expectAccessible(page, 'papers of an appointment')
  expectQuiet(kiosk)
}

/** Every paper is drawn before it is counted: a long wait on a computer that does much else. */
const drawn = { timeout: 45_000 }

/** A claim whose interview stands in the calendar. */
async function booked(kiosk: Kiosk, seed: number) {
  const about = { kind: 'claim', id: await waiting(kiosk, seed) } as const
  const whom = { about, kind: 'eligibility_interview' } as const
  const { proposals } = await kiosk.desk.appointments.proposals(whom)
  const [appointment] = await kiosk.desk.appointments.accept({ ...whom, slots: [...(proposals[0] ?? [])] })
  if (!appointment?.slot) throw new Error('Nothing was booked')
  return { appointmentId: appointment.appointmentId, slot: appointment.slot }
}
