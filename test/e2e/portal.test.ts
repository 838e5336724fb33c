import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Browser, Locator } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { approveHere, makeCode } from '../../src/central/devices/enrolment.ts'
import type { Slot } from '../../src/shared/domain/appointments.ts'
import type { Language } from '../../src/shared/language.ts'
import { startTestCentral } from '../support/central.ts'
import { noon } from '../support/desk.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { openPortal, someone, type TestPortal } from '../support/portal.ts'
import { administratorDesk, seatBorderOfficer } from '../support/set-up.ts'

/** What people do at the portal after filing, over HTTP to a whole central, on the officer's screen. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
}, 60_000)
afterAll(() => browser?.close())

const folder = process.env.PASSERELLE_PICTURES
const dayMs = 86_400_000
const left = 'record.boc.leftOn'
const agent = `row.agents.${randomUUID()}`

interface Filed {
  readonly kiosk: Kiosk
  readonly portal: TestPortal
  readonly account: string
  readonly claimId: string
  /** Of the central's clock before the desk's. */
  readonly days: { ahead: number }
  quiet(expected?: RegExp): void
  picture(name: string): Promise<void>
}

/** A claim filed at the portal, before an officer whose desk has it. */
async function filed(language: Language): Promise<Filed> {
  const begun = performance.now()
  const days = { ahead: 0 }
  const central = await startTestCentral({}, () => Math.round(noon + performance.now() - begun + days.ahead * dayMs))
  onTestFinished(() => central.remove())
  const portal = await openPortal(central)
  const account = await portal.account()
  const entries = [{ date: '2026-10-02', manner: 'airport' as const }]
  const route = [{ from: 'GIN', to: 'CAN', left: '2026-10-01', arrived: '2026-10-02', means: 'air' as const }]
  const record = {
    [left]: '2026-11-01',
    'record.boc.whyThen': 'They had burned the shop.',
    [agent]: { kind: 'state', name: 'Soldiers of the garrison', country: 'GIN' },
  }
  const people = [{ ...someone(), claim: { ...someone().claim, entries, route }, record }]
  const { claim: claimId } = await portal.file(account, { people })
  const kiosk = await openKiosk(browser, { language })
  onTestFinished(() => kiosk.close())
  const { desk, page } = kiosk
  await administratorDesk(kiosk)
  await desk.sync.enrol({ address: central.url, code: await makeCode(central.services, 'lacolle-15') })
  await approveHere(central.services, (await desk.status()).sync.device ?? '')
  // A desk that joins writes its tables anew, and nothing can be kept meanwhile.
  await expect.poll(async () => (await desk.status()).sync.state, { timeout: 15_000 }).toBe('settled')
  await seatBorderOfficer(kiosk)
  // What a screen says while the seat changes hands is looked at elsewhere.
  const before = kiosk.problems.length
  const quiet = (expected?: RegExp) => expectQuiet({ ...kiosk, problems: kiosk.problems.slice(before) }, expected)
  const picture = async (name: string) => {
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: `${folder}/portal-${name}-${language}.png`, fullPage: true })
  }
  return { days, quiet, kiosk, portal, account, claimId, picture }
}

const languages = ['en', 'fr'] as const

/** As a whole, or without one change, with the reason for that one. */
async function accept(language: Language, { page, t }: Kiosk, corrections: Locator, date: string): Promise<void> {
  if (language === 'en') {
    await corrections.getByRole('button', { name: t('portal.accept') }).click()
    return corrections.getByText(new RegExp(t('portal.accepted_on', { date }))).waitFor()
  }
  const choices = corrections.getByRole('checkbox')
  expect(await choices.count()).toBe(4)
  await choices.last().press('Space')
  const some = t('portal.accept_some', { n: 3, all: 4 })
  await corrections.getByRole('button', { name: some }).click()
  const dialog = page.getByRole('dialog', { name: t('portal.accept_some_title') })
  await dialog.getByRole('textbox', { name: t('common.reason') }).fill('Les soldats restent nommés.')
  await expectAccessible(page, 'a correction accepted in part')
  await dialog.getByRole('button', { name: some }).click()
  await corrections.getByText(new RegExp(`${t('portal.partly_on', { date })}.*nommés`)).waitFor()
  expect(await corrections.getByText(t('portal.change_declined')).count()).toBe(1)
}

test.each(languages)(
  'a corrected form is looked at beside what is held, and accepted: as a whole in English, in part in French (%s)',
  async (language) => {
    const { days, quiet, kiosk, portal, account, claimId, picture } = await filed(language)
    const { page, desk, t } = kiosk
    const due = (await desk.status()).today ?? ''
    const action = { what: 'correct_form', due } as const
    await desk.messages.send({ claimId, language: 'fr', subject: 'Votre formulaire', text: `Avant le ${due}.`, action })
    await desk.sync.now()
    const form = {
      ...{ correction: randomUUID(), form: 'boc', reason: 'J’ai confondu les mois.' },
      record: {
        [left]: '2026-10-01',
        'record.boc.movedInside': { yes: true, text: 'Two weeks in Kindia' },
        [agent]: null,
      },
      claim: { fearedCountries: ['GIN', 'SEN'] },
    }
    // It comes on the day after the last one.
    days.ahead = 1
    await portal.post(`/accounts/${account}/claims/${claimId}/corrections`, form)
    days.ahead = 0
    await desk.sync.now()
    await goTo(kiosk, `/claims/${claimId}/portal`)
    const corrections = page.getByRole('region', { name: t('portal.corrections') })
    await corrections.getByText(t('portal.late_since', { date: due })).waitFor()
    await corrections.getByText(t('portal.effects_settles')).waitFor()
    await picture('corrected-form')
    await expectAccessible(page, 'a corrected form')
    await accept(language, kiosk, corrections, due)
    const seen = page.getByRole('region', { name: t('portal.as_claimant') })
    await seen.getByRole('heading', { name: t('portal.own_corrections') }).waitFor()
    await seen.getByText(t('portal.preparation')).click()
    await picture('corrected-form-accepted')
    await expectAccessible(page, 'a corrected form that was accepted')
    const { registers } = await desk.record.get({ claimId })
    expect(registers[left]).toMatchObject({ value: '2026-10-01', sent: '2026-11-01' })
    await goTo(kiosk, `/claims/${claimId}/timeline`)
    await page.getByText(language === 'fr' ? /^Dossier corrigé/ : /^Record corrected/).waitFor()
    await picture('corrected-form-timeline')
    quiet()
  },
  180_000,
)

test.each(languages)(
  'a file that the person sent is set aside, with what replaced what beside it (%s)',
  async (language) => {
    const { quiet, kiosk, portal, account, claimId, picture } = await filed(language)
    const { page, desk, t } = kiosk
    const evidence = async (title: string, more: object = {}) => {
      const words = `<svg width="400" height="560"><text x="40" y="90" font-size="30">${title}</text></svg>`
      const bytes = await sharp({ create: { width: 400, height: 560, channels: 3, background: '#d8d2c4' } })
        .composite([{ input: Buffer.from(words) }])
        .jpeg()
        .toBuffer()
      const { sha256 } = await portal.upload(account, 'lacolle-15', bytes)
      const item = { item: randomUUID(), file: { sha256, name: `${title}.jpg` }, kind: 'police_report', title, ...more }
      await portal.post(`/accounts/${account}/claims/${claimId}/evidence`, item)
      const taken = async () => {
        await desk.sync.now().catch(() => {}) // its round may be under way
        return (await desk.record.get({ claimId })).evidence.some(({ id }) => id === item.item)
      }
      await expect.poll(taken, { timeout: 30_000 }).toBe(true)
      return item.item
    }
    const first = await evidence('Rapport de police')
    await evidence('Rapport de police, complet', { replaces: first })
    const scan = await evidence('Certificat médical')
    await goTo(kiosk, `/claims/${claimId}/evidence`)
    const piece = page.getByRole('group', { name: t('record.piece', { n: 3 }) })
    await piece.getByRole('button', { name: t('record.set_aside') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: t('record.aside_why') }).click()
    await page.getByRole('option', { name: language === 'fr' ? 'Elle est illisible' : 'It cannot be read' }).click()
    await dialog.getByRole('textbox', { name: t('record.aside_note') }).fill('Seul le cachet se lit.')
    await picture('set-aside')
    await expectAccessible(page, 'a piece being set aside')
    await dialog.getByRole('button', { name: t('record.set_aside_do') }).click()
    await dialog.waitFor({ state: 'hidden' })
    await piece.getByText('Seul le cachet se lit.').waitFor()
    await picture('evidence')
    await expectAccessible(page, 'evidence set aside and replaced')
    await desk.sync.now()
    const seen = await portal.claim(account, claimId)
    expect(seen.evidence.find(({ item }) => item === scan)).toMatchObject({ setAside: { fr: 'Elle est illisible' } })
    expect(seen.actions).toMatchObject([{ what: { en: 'Send a document' } }])
    await goTo(kiosk, `/claims/${claimId}/portal`)
    const region = page.getByRole('region', { name: t('portal.as_claimant') })
    await region
      .getByText(/Certificat médical/)
      .first()
      .waitFor()
    await picture('evidence-as-claimant')
    quiet()
  },
  180_000,
)

test.each(languages)(
  'none of the times offered suits: who schedules reads why and when instead (%s)',
  async (language) => {
    const { quiet, kiosk, portal, account, claimId, picture } = await filed(language)
    const { page, desk, t } = kiosk
    const officer = (await desk.status()).officer?.id ?? ''
    const slotOn = (date: string): Slot => ({
      ...{ date, time: '10:00', minutes: 90, mode: 'video', place: 'Microsoft Teams', officer, room: null },
      interpreter: null,
    })
    const about = { kind: 'claim', id: claimId } as const
    const slots = ['2026-12-01', '2026-12-02', '2026-12-03'].map(slotOn)
    await desk.appointments.offer({ about, kind: 'eligibility_interview', slots })
    await desk.sync.now()
    const offered = async () => (await portal.claim(account, claimId)).appointments[0]
    await expect.poll(offered, { timeout: 10_000 }).toMatchObject({ offered: {} })
    const offer = await offered()
    const preferred = [
      { date: '2026-12-08', part: 'afternoon' },
      { date: '2026-12-09', part: 'any' },
    ]
    const refusal = { appointment: offer?.appointment, reason: 'Je travaille de nuit jusqu’au 7 décembre.', preferred }
    await portal.post(`/accounts/${account}/claims/${claimId}/refusals`, refusal)
    await desk.sync.now()
    await goTo(kiosk, `/interviews?about=${claimId}`)
    const panel = page.getByRole('region', { name: t('interviews.selected') })
    await panel.getByText('Je travaille de nuit jusqu’au 7 décembre.').waitFor()
    await picture('declined-offer')
    await expectAccessible(page, 'an offer that was declined')
    await goTo(kiosk, `/claims/${claimId}/portal`)
    await page.getByText(t('portal.declined_offer')).waitFor()
    await picture('declined-offer-seen')
    await expectAccessible(page, 'a declined offer as the claimant sees it')
    // This office has set no hours: it has no time of its own to propose.
    quiet(/appointments\/proposals/)
  },
  180_000,
)
