/** The confirmation of permanent residence as scenes. */
import { vi } from 'vitest'
import { suggestedMapping } from '../../src/shared/domain/confirmation/import-columns.ts'
import { family } from './confirmation-files.ts'
import type { Kiosk } from './e2e.ts'
import type { Scene } from './e2e-scenes.ts'
import { portraitJpeg } from './portraits.ts'

/** A file of a family of four, as a browser or a desk takes it. */
export const familyFile = () => new File([Buffer.from(family())], 'approved.csv', { type: 'text/csv' })

/** A family of four taken in: one ready for confirmation, one with an account, one invited, one to invite. Gives the first. */
export async function makeConfirmations({ desk }: Kiosk): Promise<string> {
  await desk.seat.demo({ role: 'caseworker' })
  const header = Buffer.from(family()).toString().split('\n')[0]?.split(',') ?? []
  await desk.confirmations.importRows({ file: familyFile(), mapping: suggestedMapping(header), from: 0, count: 10 })
  const { rows } = await desk.confirmations.page({ text: 'haddad' })
  const idOf = (name: string) => rows.find((row) => row.name.includes(name))?.confirmationId ?? ''
  const [rana, omar, lina] = [idOf('Rana'), idOf('Omar'), idOf('Lina')]
  for (const confirmationId of [rana, omar, lina])
    await desk.confirmations.work({ confirmationId, work: { act: 'invite' } })
  for (const confirmationId of [rana, omar]) {
    await desk.confirmations.work({ confirmationId, work: { act: 'record_answer', via: 'email', path: 'portal' } })
    const userName = `user${confirmationId.slice(-6)}`
    await desk.confirmations.work({ confirmationId, work: { act: 'create_account', userName, reused: false } })
  }
  await desk.confirmations.work({ confirmationId: rana, work: { act: 'sign_in' } })
  const declared = { act: 'declare_presence', via: 'portal', inCanada: true } as const
  await desk.confirmations.work({ confirmationId: rana, work: declared })
  await makeCard(desk, omar)
  await desk.seat.demo({ role: 'border_officer' })
  return rana
}

/** A permanent resident whose card waits for its order, who did not answer the telephone. */
async function makeCard(desk: Kiosk['desk'], confirmationId: string): Promise<void> {
  const home = { line1: '12 Rideau Street', city: 'Ottawa', province: 'ON', postalCode: 'K1N 9J7', country: 'CAN' }
  await desk.confirmations.work({ confirmationId, work: { act: 'sign_in' } })
  const declared = { act: 'declare_presence', via: 'portal', inCanada: true } as const
  await desk.confirmations.work({ confirmationId, work: declared })
  await desk.confirmations.work({ confirmationId, work: { act: 'set_address', via: 'portal', home, card: 'home' } })
  await desk.confirmations.confirm({ confirmationId, notInadmissible: true, source: 'GCMS', passport: 'agrees' })
  await desk.ecopr.issue({ confirmationId })
  await desk.cards.contact({ confirmationId, contact: { act: 'open_contact', why: 'unreachable' } })
  const tried = { act: 'attempt_contact', via: 'phone', outcome: 'no_answer' } as const
  await desk.cards.contact({ confirmationId, contact: tried })
  const picture = new File([Buffer.from(await portraitJpeg(41, {}, 720))], 'photo.jpg', { type: 'image/jpeg' })
  const { facts } = await desk.confirmations.addPhoto({ confirmationId, file: picture })
  await desk.seat.demo({ role: 'photo_reviewer' })
  await vi.waitFor(() => acceptPhoto(desk, facts.photo.id ?? ''), { timeout: 60_000, interval: 500 })
}

/** A reviewer accepts the photo, whether or not the machine has looked; fails where it looks just then. */
export async function acceptPhoto(desk: Kiosk['desk'], photoId: string): Promise<void> {
  const { reportEvent } = await desk.photoReview.get({ photoId, ahead: true })
  await desk.photoReview.approve({ photoId, ...(reportEvent ? { report: reportEvent } : {}) })
}

const role = 'caseworker'

async function goTo({ page }: Kiosk, address: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next
  }, `#${address}`)
}

/** Everybody, whatever queue was left open: the screen keeps it for who comes back. */
const list = async (kiosk: Kiosk) => {
  await goTo(kiosk, '/confirmations')
  await kiosk.button(kiosk.t('confirm.everybody')).click()
  await kiosk.page.getByRole('grid', { name: kiosk.t('confirm.list') }).waitFor()
}

const person = async (kiosk: Kiosk, confirmation: string) => {
  await goTo(kiosk, `/confirmations/${confirmation}`)
  await kiosk.heading('HADDAD, Rana').waitFor()
}

/** The page of the one who is a permanent resident. */
const resident = async (kiosk: Kiosk) => {
  await list(kiosk)
  await kiosk.page.getByRole('row', { name: /HADDAD, Omar/i }).click()
  await kiosk.page.getByRole('region', { name: kiosk.t('confirm.contact') }).waitFor()
}

const cardOrders = async (kiosk: Kiosk) => {
  await goTo(kiosk, '/confirmations/cards')
  await kiosk.page.getByRole('table', { name: kiosk.t('cards.waiting') }).waitFor()
}

export const confirmationScenes: readonly Scene[] = [
  { name: 'confirmations', role, open: list },
  {
    name: 'confirmations-empty-queue',
    role,
    async open(kiosk) {
      await list(kiosk)
      await kiosk.page.getByRole('button', { name: /^Card late/ }).click()
      await kiosk.page.getByText(kiosk.t('confirm.none_here')).waitFor()
    },
  },
  { name: 'confirmation', role, open: (kiosk, { confirmation }) => person(kiosk, confirmation) },
  {
    name: 'confirmation-confirm',
    role,
    above: true,
    async open(kiosk, { confirmation }) {
      await person(kiosk, confirmation)
      await kiosk.page.keyboard.press('Control+Enter')
      await kiosk.page.getByRole('dialog', { name: kiosk.t('confirm.act_confirm') }).waitFor()
    },
  },
  {
    name: 'confirmation-address',
    role,
    above: true,
    async open(kiosk, { confirmation }) {
      await person(kiosk, confirmation)
      await kiosk.page.getByRole('button', { name: kiosk.t('confirm.act_set_address') }).click()
      await kiosk.page.getByRole('dialog', { name: kiosk.t('confirm.act_set_address') }).waitFor()
    },
  },
  {
    name: 'confirmation-messages',
    role,
    above: true,
    async open(kiosk, { confirmation }) {
      await person(kiosk, confirmation)
      await kiosk.page.getByRole('button', { name: kiosk.t('confirm.messages') }).click()
      await kiosk.page.getByRole('dialog').getByText('approved', { exact: false }).first().waitFor()
    },
  },
  { name: 'confirmation-papers', role, open: resident },
  {
    name: 'confirmation-contact',
    role,
    above: true,
    async open(kiosk) {
      await resident(kiosk)
      await kiosk.button(kiosk.t('confirm.act_attempt_contact')).click()
      await kiosk.page.getByRole('dialog', { name: kiosk.t('confirm.act_attempt_contact') }).waitFor()
    },
  },
  { name: 'card-orders', role, open: cardOrders },
  {
    name: 'card-order',
    role,
    above: true,
    async open(kiosk) {
      await cardOrders(kiosk)
      await kiosk.page.keyboard.press('Control+Enter')
      await kiosk.page.getByRole('dialog', { name: kiosk.t('cards.order_title') }).waitFor()
    },
  },
  {
    name: 'confirmations-letters',
    role,
    above: true,
    async open(kiosk) {
      await list(kiosk)
      await kiosk.page.getByRole('button', { name: kiosk.t('confirm.letters') }).click()
      await kiosk.page.getByRole('dialog', { name: kiosk.t('confirm.letters_title') }).waitFor()
    },
  },
  {
    name: 'confirmations-statistics',
    role,
    async open(kiosk) {
      await goTo(kiosk, '/confirmations/statistics')
      await kiosk.page.getByRole('table', { name: kiosk.t('confirm.step_times') }).waitFor()
    },
  },
  {
    name: 'confirmation-import',
    role,
    async open(kiosk) {
      await goTo(kiosk, '/confirmations/import')
      await kiosk.heading(kiosk.t('confirm.import_title')).waitFor()
      const file = { name: 'approved.csv', mimeType: 'text/csv', buffer: Buffer.from(family()) }
      await kiosk.page.locator('main input[type=file]').setInputFiles(file)
      await kiosk.page.getByRole('table', { name: kiosk.t('confirm.import_refused_list') }).waitFor()
    },
  },
]
