/** Messages with a claimant, and what came through the portal, as scenes. */
import type { Kiosk } from './e2e.ts'
import type { Cases, Scene } from './e2e-scenes.ts'

const role = 'border_officer'

async function goTo({ page }: Kiosk, address: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next
  }, `#${address}`)
}

/** A claim whose person was asked for a document, and whose mail came back. */
async function messages(kiosk: Kiosk, { taken: claimId }: Cases): Promise<void> {
  const { desk, page, t } = kiosk
  const held = await desk.messages.ofClaim({ claimId })
  if (held.messages.length === 0) {
    const action = { what: 'send_document', due: '2026-12-18' } as const
    const words = {
      language: 'fr',
      subject: 'Il manque un document',
      text: 'Veuillez envoyer votre passeport.',
    } as const
    await desk.messages.send({ claimId, ...words, action })
    await desk.messages.returned({ claimId, note: 'RTS' })
  }
  await goTo(kiosk, `/claims/${claimId}/messages`)
  await page.getByRole('button', { name: t('messages.new') }).waitFor()
  await page.getByText('Il manque un document').first().waitFor()
}

export const portalScenes: readonly Scene[] = [
  { name: 'claim-messages', role, open: messages },
  {
    name: 'claim-message-new',
    role,
    above: true,
    async open(kiosk, cases) {
      await messages(kiosk, cases)
      await kiosk.page.getByRole('button', { name: kiosk.t('messages.new') }).click()
      const dialog = kiosk.page.getByRole('dialog')
      await dialog.getByLabel(kiosk.t('messages.template')).selectOption('document_missing')
    },
  },
  {
    name: 'claim-portal',
    role,
    async open(kiosk, { taken }) {
      await goTo(kiosk, `/claims/${taken}/portal`)
      await kiosk.page.getByRole('heading', { level: 3, name: kiosk.t('portal.happened') }).waitFor()
    },
  },
]
