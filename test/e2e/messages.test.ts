import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { approveHere, makeCode } from '../../src/central/devices/enrolment.ts'
import { startTestCentral } from '../support/central.ts'
import { noon } from '../support/desk.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser, seatedAnother } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { openPortal } from '../support/portal.ts'
import { administratorDesk, seatBorderOfficer } from '../support/set-up.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
}, 60_000)
afterAll(() => browser?.close())

const folder = process.env.PASSERELLE_PICTURES

test.each(['en', 'fr'] as const)(
  'an officer asks for a document by template (%s)',
  async (language) => {
    const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
    onTestFinished(() => kiosk.close())
    const { page, desk, t } = kiosk
    const picture = async (name: string) => {
      if (!folder) return
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: `${folder}/messages-${name}-${language}.png` })
    }
    await desk.seat.demo({ role: 'border_officer' })
    const { claimId } = (await desk.claims.open({ channel: 'inland' })).row
    await desk.claims.setPerson({ claimId, fields: { familyName: 'Diallo', givenNames: 'Aïssatou' }, bases: [] })
    await goTo(kiosk, `/claims/${claimId}/messages`)
    await page.getByRole('button', { name: t('messages.new') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('messages.template')).selectOption('document_missing')
    const send = dialog.getByRole('button', { name: t('messages.send') })
    // What the template leaves open must be filled before anything is sent.
    expect(await send.isDisabled()).toBe(true)
    const text = dialog.getByRole('textbox', { name: t('messages.text'), exact: true })
    await text.fill((await text.inputValue()).replace('{{item}}', 'passport'))
    await fillDue(kiosk, '2026-12-18')
    await picture('new')
    await expectAccessible(page, 'a new message')
    await send.click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText(t('messages.due', { date: '2026-12-18' })).waitFor()
    await picture('sent')
    await expectAccessible(page, 'messages')
    const { messages } = await desk.messages.ofClaim({ claimId })
    expect(messages).toMatchObject([{ action: { what: 'send_document', due: '2026-12-18' } }])
    await goTo(kiosk, `/claims/${claimId}/portal`)
    await page.getByRole('heading', { level: 3, name: t('portal.happened') }).waitFor()
    await picture('as-claimant')
    await expectAccessible(page, 'as the claimant sees it')
    await expectQuiet(kiosk, seatedAnother)
  },
  120_000,
)

test('messages with files go from the portal to the desk and back; what is asked is acknowledged (fr)', async () => {
  const begun = performance.now()
  const central = await startTestCentral({}, () => Math.round(noon + performance.now() - begun))
  onTestFinished(() => central.remove())
  const portal = await openPortal(central)
  const account = await portal.account()
  const { claim: claimId } = await portal.file(account)
  const kiosk = await openKiosk(browser, { language: 'fr' })
  onTestFinished(() => kiosk.close())
  const { page, desk, t } = kiosk
  await administratorDesk(kiosk)
  await desk.sync.enrol({ address: central.url, code: await makeCode(central.services, 'lacolle-15') })
  await approveHere(central.services, (await desk.status()).sync.device ?? '')
  // A desk that joins writes its tables anew, and nothing can be kept meanwhile.
  await expect.poll(async () => (await desk.status()).sync.state, { timeout: 15_000 }).toBe('settled')
  await seatBorderOfficer(kiosk)

  // The person writes, with a file.
  const { sha256 } = await portal.upload(account, 'lacolle-15', jpeg(randomUUID()))
  const message = randomUUID()
  const files = [{ sha256, name: 'convocation.jpg' }]
  const written = { message, subject: 'Une question', text: 'Dois-je apporter ce papier?', files }
  await portal.post(`/accounts/${account}/claims/${claimId}/messages`, written)
  await desk.sync.now()
  await goTo(kiosk, `/claims/${claimId}/messages`)
  const thread = page.getByRole('list', { name: 'Une question' })
  await thread.getByText('Dois-je apporter ce papier?').waitFor()
  await thread.getByText('convocation.jpg').waitFor()
  await thread.getByRole('button', { name: t('messages.mark_read') }).click()
  await expectAccessible(page, 'a message with a file')

  // The officer answers in the thread, asks for a document by a day, and attaches a file.
  await thread.getByRole('button', { name: t('messages.reply') }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('textbox', { name: t('messages.text'), exact: true })
    .fill('Oui. Il manque aussi le passeport.')
  await dialog.getByLabel(t('messages.action'), { exact: true }).selectOption('send_document')
  await fillDue(kiosk, '2026-12-18')
  const answer = jpeg('answer')
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: t('messages.attach') }).click()
  await (await chooser).setFiles({ name: 'exemple.jpg', mimeType: 'image/jpeg', buffer: answer })
  await dialog.getByText('exemple.jpg').waitFor()
  await expectAccessible(page, 'an answer with a file')
  await dialog.getByRole('button', { name: t('messages.send') }).click()
  await dialog.waitFor({ state: 'hidden' })
  await desk.sync.now()

  // The person reads it, opens the file, and acknowledges what is asked.
  const seen = await portal.claim(account, claimId)
  expect(seen).toMatchObject({ unread: 1, actions: [{ due: '2026-12-18', overdue: false }] })
  const asked = seen.messages.find(({ from }) => from === 'office')
  expect(asked).toMatchObject({ thread: message, files: [{ name: 'exemple.jpg' }] })
  const sha = createHash('sha256').update(answer).digest('hex')
  const address = `/accounts/${account}/claims/${claimId}`
  const opened = async () => {
    await desk.sync.now().catch(() => {}) // its round may be under way
    return (await portal.ask('GET', `${address}/files/${sha}`)).status
  }
  await expect.poll(opened, { timeout: 15_000 }).toBe(200)
  const stranger = await portal.account()
  const refused = await portal.ask('GET', `/accounts/${stranger}/claims/${claimId}/files/${sha}`)
  expect(refused.status).toBe(404)
  await portal.post(`${address}/messages/read`, { messages: [asked?.message] })
  await portal.post(`${address}/acknowledgements`, { message: asked?.message })
  await desk.sync.now()

  // The officer sees that, and the claim as its person sees it.
  await page.getByText(t('messages.acknowledged', { date: '2026-11-23' })).waitFor()
  await expectAccessible(page, 'what is asked was acknowledged')
  await goTo(kiosk, `/claims/${claimId}/portal`)
  await page.getByRole('heading', { level: 3, name: t('portal.to_do') }).waitFor()
  await page.getByText(t('portal.unread', { n: 0 })).waitFor()
  await expectAccessible(page, 'as the claimant sees it')
  // No letter reaches them: the claim says so on every screen.
  await desk.messages.returned({ claimId })
  await goTo(kiosk, `/claims/${claimId}/overview`)
  await page.getByText(t('messages.unreachable_next', { date: '2026-11-23' })).waitFor()
  await expectAccessible(page, 'a person whom no mail reaches')
  await expectQuiet(kiosk, seatedAnother)
}, 180_000)

async function fillDue({ page, t }: Kiosk, date: string): Promise<void> {
  await page.getByRole('textbox', { name: t('messages.action_due') }).fill(date)
  await page.keyboard.press('Tab')
}

const jpeg = (word: string) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(word)])
