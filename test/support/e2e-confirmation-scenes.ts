/** The confirmation of permanent residence as scenes. */
import { suggestedMapping } from '../../src/shared/domain/confirmation/import-columns.ts'
import { family } from './confirmation-files.ts'
import type { Kiosk } from './e2e.ts'
import type { Scene } from './e2e-scenes.ts'

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
  await desk.seat.demo({ role: 'border_officer' })
  return rana
}

const role = 'caseworker'

async function goTo({ page }: Kiosk, address: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next
  }, `#${address}`)
}

const list = async (kiosk: Kiosk) => {
  await goTo(kiosk, '/confirmations')
  await kiosk.page.getByRole('grid', { name: kiosk.t('confirm.list') }).waitFor()
}

const person = async (kiosk: Kiosk, confirmation: string) => {
  await goTo(kiosk, `/confirmations/${confirmation}`)
  await kiosk.heading('HADDAD, Rana').waitFor()
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
