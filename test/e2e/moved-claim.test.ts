import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { approveHere, makeCode } from '../../src/central/devices/enrolment.ts'
import { offices } from '../../src/shared/domain/ports-of-entry.ts'
import type { Language } from '../../src/shared/language.ts'
import { startTestCentral, type TestCentral } from '../support/central.ts'
import { noon } from '../support/desk.ts'
import { claimAct, expectQuiet, type Kiosk, openKiosk, openOfflineBrowser, seatedAnother } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { numbersFile } from '../support/numbers.ts'
import { openPortal } from '../support/portal.ts'
import { administratorDesk, seatBorderOfficer } from '../support/set-up.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
}, 60_000)
afterAll(() => browser?.close())

const folder = process.env.PASSERELLE_PICTURES
const windsor = 'windsor-detroit-tunnel'

const jpeg = (word: string) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(word)])

async function picture({ page }: Kiosk, name: string): Promise<void> {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/moved-${name}.png` })
}

/** A desk of an office that settles with the central, a border officer at it. */
async function deskOf(central: TestCentral, office: string, part: number, language: Language): Promise<Kiosk> {
  const kiosk = await openKiosk(browser, { language })
  onTestFinished(() => kiosk.close())
  const { desk, page } = kiosk
  // Nobody looks on while the seat changes hands.
  const home = page.url()
  await page.goto('about:blank')
  await administratorDesk(kiosk, numbersFile(part, office), office)
  await desk.sync.enrol({ address: central.url, code: await makeCode(central.services, office) })
  await approveHere(central.services, (await desk.status()).sync.device ?? '')
  await expect.poll(async () => (await desk.status()).sync.state, { timeout: 60_000 }).toBe('settled')
  await seatBorderOfficer(kiosk, ['border_officer', 'supervisor'], `A000${part}`)
  await page.goto(home)
  return kiosk
}

test('a claim goes to another office by keyboard, its person is told, and the other office takes it on', {
  timeout: 300_000,
}, async () => {
  const begun = performance.now()
  const central = await startTestCentral({ practice: true }, () => Math.round(noon + performance.now() - begun))
  onTestFinished(() => central.remove())
  const portal = await openPortal(central)
  const account = await portal.account()
  const { claim: claimId } = await portal.file(account)
  // Something with a picture, which the other office never had.
  const { sha256 } = await portal.upload(account, 'lacolle-15', jpeg(randomUUID()))
  const first = { message: randomUUID(), subject: 'Mon logement', text: 'Voici le bail.' }
  const files = [{ sha256, name: 'bail.jpg' }]
  await portal.post(`/accounts/${account}/claims/${claimId}/messages`, { ...first, files })
  const here = await deskOf(central, 'lacolle-15', 1, 'en')
  const there = await deskOf(central, windsor, 2, 'fr')
  await here.desk.sync.now()

  await goTo(here, `/claims/${claimId}`)
  const { page, t } = here
  // Every desk of a central for practice says so.
  await page.getByRole('banner').getByText(t('sync.practice_short')).waitFor()
  await (await claimAct(here, 'move.open')).press('Enter')
  const dialog = page.getByRole('dialog', { name: t('move.title') })
  const office = dialog.getByRole('combobox', { name: t('move.to') })
  await office.focus()
  await page.keyboard.type('detroit tun')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await office.inputValue()).toContain('Windsor')
  expect(await dialog.getByRole('button', { name: t('move.do') }).isDisabled()).toBe(true)
  await dialog.getByRole('textbox', { name: t('common.reason') }).fill('lives in Windsor now')
  await picture(here, 'dialog-en')
  await expectAccessible(page, 'a claim to be transferred')
  await dialog.getByRole('button', { name: t('move.do') }).focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  const name = offices.find(({ slug }) => slug === windsor)?.name
  await page.getByText(t('move.was', { date: '2026-11-23', office: name?.en ?? '' })).waitFor()
  await picture(here, 'away-en')
  await expectAccessible(page, 'a claim that another office has')

  await here.desk.sync.now()
  await expect
    .poll(
      async () => {
        await there.desk.sync.now().catch(() => {}) // its round may be under way
        return (await there.desk.queues.page({ queue: 'portal_new', limit: 10 })).rows.map((row) => row.claimId)
      },
      { timeout: 60_000, interval: 500 },
    )
    .toContain(claimId)
  const { db } = central.services.database
  const lies = () => db.selectFrom('blob').select('office').where('sha', '=', Buffer.from(sha256, 'hex')).execute()
  await expect.poll(lies, { timeout: 30_000 }).toHaveLength(2)
  const told = await portal.claim(account, claimId)
  expect(JSON.stringify(told)).toContain('Claim transferred to another office: Windsor')
  expect(JSON.stringify(told)).not.toContain('lives in Windsor now')

  // What the person sends now reaches the office that has the claim.
  const written = { message: randomUUID(), subject: 'Une question', text: 'Où est ma demande?', files: [] }
  await portal.post(`/accounts/${account}/claims/${claimId}/messages`, written)
  await there.desk.sync.now()
  expect((await there.desk.messages.ofClaim({ claimId })).messages).toHaveLength(2)
  await goTo(there, `/claims/${claimId}/timeline`)
  await there.page.getByText('lives in Windsor now').waitFor()
  await picture(there, 'timeline-fr')
  await expectAccessible(there.page, 'the timeline of a claim that came from another office')
  await goTo(there, `/claims/${claimId}`)
  await (await claimAct(there, 'move.open')).press('Enter')
  await there.page.getByRole('dialog', { name: there.t('move.title') }).waitFor()
  await picture(there, 'dialog-fr')
  await expectAccessible(there.page, 'une demande à transférer')
  for (const kiosk of [here, there]) expectQuiet(kiosk, seatedAnother)
})
