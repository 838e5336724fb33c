/** The waiting room, a family and its lane as scenes. */
import { claimAct, type Kiosk } from './e2e.ts'
import type { Scene } from './e2e-scenes.ts'

/** A hand is slower than a passport reader, whose keys the window tells apart by their pace. */
const slowly = { delay: 60 }

/** Parties that wait, and a family of two claims at the counter in the One Touch lane; gives its first claim. */
export async function makeFamily({ desk, time }: Kiosk): Promise<string> {
  const ago = (minutes: number) => new Date(time.now - minutes * 60_000).toISOString()
  await desk.hall.note({ adults: 1, children: 0, language: 'es', name: 'Woman, red coat', arrivedAt: ago(64) })
  await desk.hall.note({ adults: 0, children: 1, minorAlone: true, language: 'ti', arrivedAt: ago(12) })
  const noted = await desk.hall.note({ adults: 2, children: 1, vulnerable: ['pregnant'], name: 'Family at the window' })
  const arrivalId = noted.rows.find(({ name }) => name === 'Family at the window')?.id ?? ''
  await desk.hall.take({ arrivalId })
  const { claimId } = (await desk.hall.openClaim({ arrivalId })).row
  const second = (await desk.hall.openClaim({ arrivalId })).row.claimId
  const fields = { familyName: 'Tesfay', birthDate: '1992-03-04' }
  await desk.claims.setPerson({ claimId, fields: { ...fields, givenNames: 'Selam' }, bases: [] })
  const child = { ...fields, givenNames: 'Yonas', birthDate: '2016-07-08' }
  await desk.claims.setPerson({ claimId: second, fields: child, bases: [] })
  await desk.families.differs({ claimId, memberId: second, group: 'address', as: 'differs' })
  await desk.lanes.triage({ claimId, lowRisk: true, lowNeed: true, reason: 'Papers seen, no alerts' })
  return claimId
}

async function goTo({ page }: Kiosk, address: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next
  }, `#${address}`)
}

const room = async (kiosk: Kiosk) => {
  await goTo(kiosk, '/hall')
  await kiosk.page.getByRole('grid', { name: kiosk.t('hall.list') }).waitFor()
}

const contact = async (kiosk: Kiosk, claimId: string) => {
  await goTo(kiosk, `/claims/${claimId}/intake/contact`)
  await kiosk.page.getByRole('heading', { level: 2, name: kiosk.t('step.contact'), exact: true }).waitFor()
}

const role = 'border_officer'
const above = true

const fromRoom = (name: string, key: string): Scene => ({
  name,
  role,
  above,
  async open(kiosk) {
    await room(kiosk)
    await kiosk.page.locator('main [data-row]').first().focus()
    await kiosk.page.keyboard.press(key, slowly)
    await kiosk.page.getByRole('dialog').waitFor()
  },
})

export const hallScenes: readonly Scene[] = [
  { name: 'hall', role, open: room },
  fromRoom('hall-correct', 'e'),
  fromRoom('hall-hand-over', 'h'),
  fromRoom('hall-left', 'l'),
  { name: 'step-contact-family', role, open: (kiosk, { family }) => contact(kiosk, family) },
  {
    name: 'claim-overview-family',
    role,
    async open(kiosk, { family }) {
      await goTo(kiosk, `/claims/${family}`)
      await kiosk.page.getByRole('heading', { name: kiosk.t('lane.tasks') }).waitFor()
    },
  },
  {
    name: 'lane-leave',
    role,
    above,
    async open(kiosk, { family }) {
      await contact(kiosk, family)
      await kiosk.page.keyboard.press('r', slowly)
      await kiosk.page.getByRole('dialog', { name: kiosk.t('lane.leave') }).waitFor()
    },
  },
  {
    name: 'lane-triage',
    role,
    above,
    async open(kiosk, { fresh }) {
      await contact(kiosk, fresh)
      await kiosk.page.keyboard.press('r', slowly)
      await kiosk.page.getByRole('dialog', { name: kiosk.t('lane.triage') }).waitFor()
    },
  },
  {
    name: 'family-link',
    role,
    above,
    async open(kiosk, { fresh }) {
      await contact(kiosk, fresh)
      await (await claimAct(kiosk, 'family.link')).press('Enter')
      await kiosk.page.getByRole('dialog', { name: kiosk.t('family.link') }).waitFor()
    },
  },
]
