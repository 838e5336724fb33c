/** The queue of what is to be scheduled, the calendar and the roster as scenes. */

import type { Kiosk } from './e2e.ts'
import { claimAtDesk } from './e2e-claims.ts'
import type { Scene } from './e2e-scenes.ts'

const when = {
  hours: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '08:30', to: '16:30' }]])),
  away: [],
}

async function goTo({ page }: Kiosk, address: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next
  }, `#${address}`)
}

/** Sets rooms and an interpreter, as an administrator or supervisor at the desk. */
export async function furnish({ desk }: Pick<Kiosk, 'desk'>): Promise<void> {
  const room = { place: '5343 Dundas Street West, room 1', accessible: true, active: true, ...when }
  await desk.roster.setRoom({ name: 'Room 1', ...room })
  const languages = [
    { language: 'ar', dialects: ['Levantine'] },
    { language: 'es', dialects: [] },
  ]
  await desk.roster.setInterpreter({ name: 'Hala Nasser', languages, active: true, ...when })
}

/** A claim that waits for its interview, as a border officer at the desk. */
export async function waiting({ desk }: Pick<Kiosk, 'desk'>, seed: number): Promise<string> {
  const claimId = await claimAtDesk(desk, seed)
  await desk.eligibility.decide({ claimId, outcome: 'undecided', reason: 'Interpreter not available' })
  return claimId
}

const queue = async (kiosk: Kiosk) => {
  await goTo(kiosk, '/interviews')
  await kiosk.heading(kiosk.t('interviews.title')).waitFor()
}
const calendar = async (kiosk: Kiosk) => {
  await goTo(kiosk, '/interviews/calendar')
  await kiosk.page.getByRole('grid', { name: kiosk.t('interviews.calendar') }).waitFor()
}

export const interviewScenes: readonly Scene[] = [
  {
    name: 'statistics',
    role: 'supervisor',
    async open(kiosk) {
      await goTo(kiosk, '/statistics')
      await kiosk.page.getByRole('table', { name: kiosk.t('statistics.no_shows') }).waitFor()
    },
  },
  {
    name: 'queues',
    role: 'border_officer',
    async open(kiosk) {
      await goTo(kiosk, '/queues/taking_in')
      await kiosk.page.getByRole('grid', { name: kiosk.t('queues.claims') }).waitFor()
    },
  },
  { name: 'interviews', role: 'border_officer', open: queue },
  { name: 'interviews-calendar', role: 'border_officer', open: calendar },
  {
    name: 'admin-roster',
    role: 'supervisor',
    async open(kiosk) {
      await goTo(kiosk, '/administration/roster')
      await kiosk.heading(kiosk.t('admin.roster')).waitFor()
    },
  },
  {
    name: 'admin-roster-room',
    role: 'supervisor',
    above: true,
    async open(kiosk) {
      await goTo(kiosk, '/administration/roster')
      await kiosk.page.getByRole('button', { name: kiosk.t('roster.add_room') }).click()
      await kiosk.page.getByRole('dialog').waitFor()
    },
  },
]
