/** Steps of casework that stories share, by role and label: what is next, an interview, a referral, the pack in the hand. */
import { expect } from 'vitest'
import type { Role } from '../../src/shared/contract/views.ts'
import type { Slot } from '../../src/shared/domain/appointments.ts'
import { currentTemplate } from '../../src/shared/domain/interview-template.ts'
import type { QueueName } from '../../src/shared/domain/queues.ts'
import type { StepName } from '../../src/shared/domain/steps.ts'
import { type EligibilityFacts, factQuestions } from '../../src/shared/rules/index.ts'
import type { Kiosk } from './e2e.ts'
import { expectAccessible } from './e2e-axe.ts'
import { goTo } from './e2e-scenes.ts'
import { scan } from './reader.ts'

/** A hand is slower than a passport reader, whose keys the window tells apart by their pace. */
const slowly = { delay: 60 }

/** Another officer takes the seat of the demonstration. */
export const be = async ({ desk }: Kiosk, role: Role): Promise<void> => {
  await desk.seat.demo({ role })
}

type Tab = 'forms' | 'evidence' | 'completeness' | 'review' | 'documents' | 'pack' | 'timeline'

export async function openTab(kiosk: Kiosk, claimId: string, tab: Tab): Promise<void> {
  await goTo(kiosk, `/claims/${claimId}/${tab}`)
  await kiosk.page.getByRole('tablist', { name: kiosk.t('claims.tabs') }).waitFor()
}

export async function openStep(kiosk: Kiosk, claimId: string, step: StepName): Promise<void> {
  await goTo(kiosk, `/claims/${claimId}/intake/${step}`)
  await stepHeading(kiosk, step).waitFor()
}

const stepHeading = ({ page, t }: Kiosk, step: StepName) =>
  page.getByRole('heading', { level: 2, name: t(`step.${step}`), exact: true })

/** What stands on top of the claim as the one next action; gives its link. */
export async function nextOn(kiosk: Kiosk, claimId: string, queue: QueueName, day?: string) {
  const { page, t } = kiosk
  await goTo(kiosk, `/claims/${claimId}`)
  const head = page.getByRole('region', { name: t('head.label') })
  const link = head.getByRole('link', { name: t(`next.${queue}` as 'next.asked', { day: day ?? '' }) })
  await link.waitFor()
  return link
}

/** Answers what is asked: as given, else that nothing speaks against the claim. */
export async function answer({ desk }: Kiosk, claimId: string, given: EligibilityFacts = {}): Promise<void> {
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

/** Ctrl+Enter on the worksheet, and once more in the dialog: the claim is referred, and its document is next. */
export async function referOnScreen(kiosk: Kiosk, claimId: string): Promise<void> {
  const { page, t } = kiosk
  await openStep(kiosk, claimId, 'eligibility')
  await page.getByRole('button', { name: new RegExp(`^${t('elig.decide_referred')}`) }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog', { name: t('elig.decide_title', { outcome: t('elig.outcome_referred') }) }).waitFor()
  await page.keyboard.press('Enter', slowly)
  await stepHeading(kiosk, 'document').waitFor()
}

/** One key books the first time that suits the person; gives the appointment. */
export async function bookInterview(kiosk: Kiosk, claimId: string, name: RegExp) {
  const { page, t, desk } = kiosk
  await (await nextOn(kiosk, claimId, 'to_schedule')).click()
  await page
    .getByRole('grid', { name: t('interviews.queue') })
    .getByRole('row', { name })
    .click()
  const panel = page.getByRole('region', { name: t('interviews.selected') })
  await panel.getByRole('heading', { name }).waitFor()
  await panel.getByRole('listitem').first().waitFor()
  await page.keyboard.press('a', slowly)
  const about = { kind: 'claim', id: claimId } as const
  const booked = async () => (await desk.appointments.of({ about })).find(({ state }) => state === 'booked')
  await expect.poll(async () => (await booked())?.state).toBe('booked')
  const appointment = await booked()
  if (!appointment?.slot) throw new Error('Nothing was booked')
  return { appointmentId: appointment.appointmentId, slot: appointment.slot }
}

/** Chooses the appointment in the calendar of its week. */
export async function chooseAppointment(kiosk: Kiosk, { date, time }: Slot, name: RegExp) {
  const { page, t, desk } = kiosk
  await goTo(kiosk, '/interviews/calendar')
  const grid = page.getByRole('grid', { name: t('interviews.calendar') })
  await grid.waitFor()
  const { today } = await desk.status()
  const { days } = await desk.appointments.calendar({ date: today ?? date, view: 'week' })
  const week = page.getByText(`${days[0]?.date} – ${days.at(-1)?.date}`)
  // The window may not know yet that the test moved the day: T asks it again.
  const shown = async () => {
    await page.keyboard.press('t', slowly)
    return week.isVisible()
  }
  await expect.poll(shown).toBe(true)
  if (!days.some((day) => day.date === date)) await page.keyboard.press('j', slowly)
  // One that is over may stand at the same hour of another day, or of this one when the story is told again.
  const over = `${t('interviews.state_no_show')}|${t('interviews.state_attended')}`
  const chip = new RegExp(`^${time}(?!.*(?:${over})).*${name.source}`, 'i')
  await grid.getByRole('button', { name: chip }).click()
  const panel = page.getByRole('region', { name: t('interviews.appointment') })
  await panel.getByRole('heading', { name }).waitFor()
  return panel
}

/** A on the chosen appointment: the person came. Then the notes by the template's questions, closed. */
export async function conductInterview(kiosk: Kiosk, claimId: string): Promise<void> {
  const { page, t, language } = kiosk
  await page.keyboard.press('a', slowly)
  await page
    .getByRole('region', { name: t('interviews.appointment') })
    .getByText(t('interviews.state_attended'), { exact: true })
    .waitFor()
  await openTab(kiosk, claimId, 'review')
  const notes = page.getByRole('region', { name: t('review.notes') })
  await notes.getByRole('button', { name: t('review.notes_begin') }).click()
  const [question] = currentTemplate.questions
  await notes.getByRole('textbox', { name: question?.text[language] ?? '' }).fill('OK')
  await expectAccessible(page, 'notes of an interview')
  await notes.getByRole('button', { name: t('review.notes_close') }).click()
  await notes.getByText(t('review.notes_closed'), { exact: true }).waitFor()
}

/** Ctrl+P: the pack is issued and printed as one file, and every sheet is confirmed by its scan; gives the kinds. */
export async function handOverPack(kiosk: Kiosk, claimId: string): Promise<string[]> {
  const { page, t, desk } = kiosk
  await goTo(kiosk, `/claims/${claimId}`)
  await page.getByRole('tablist', { name: t('claims.tabs') }).waitFor()
  await page.keyboard.press('Control+p')
  await kiosk.heading(t('pack.title')).waitFor()
  await page.getByText(t('pack.state_due')).first().waitFor()
  await page.keyboard.press('Control+p')
  await page.getByRole('dialog', { name: t('pack.issue_title') }).waitFor()
  const opened = page.context().waitForEvent('page', { timeout: 60_000 })
  await page.keyboard.press('Enter', slowly)
  await (await opened).close()
  await page.bringToFront()
  const lines = async () => (await desk.documents.pack({ claimId })).lines
  const states = async () => [...new Set((await lines()).map(({ shown }) => shown))]
  await expect.poll(async () => (await states()).includes('due'), { timeout: 20_000 }).toBe(false)
  const sheets = (await lines()).flatMap(({ paper, shown }) => (paper && shown !== 'confirmed' ? [paper] : []))
  const before = (await lines()).filter(({ shown }) => shown === 'confirmed').length
  // The window takes scans of what it knows to be printed.
  await page
    .getByText(t('pack.state_sent'))
    .nth(sheets.length - 1)
    .waitFor()
  for (const [at, { number }] of sheets.entries()) {
    await scan(page, [number], { reader: 'us', computer: 'us' })
    const progress = { confirmed: before + at + 1, total: before + sheets.length }
    await page.getByText(t('pack.progress', progress)).waitFor()
  }
  await page.getByText(t('pack.all_confirmed')).waitFor()
  await expectAccessible(page, 'a pack in the hand')
  return (await lines()).map(({ kind, shown }) => `${kind} ${shown}`)
}
