import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { approveHere, makeCode } from '../../src/central/devices/enrolment.ts'
import type { Submission } from '../../src/shared/contract/portal.ts'
import { startTestCentral, type TestCentral } from '../support/central.ts'
import { recordChecks } from '../support/claims.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser, seatedAnother } from '../support/e2e.ts'
import { expectAccessible } from '../support/e2e-axe.ts'
import { furnish } from '../support/e2e-interview-scenes.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { openPortal, type TestPortal } from '../support/portal.ts'
import { portraitJpeg } from '../support/portraits.ts'
import { administratorDesk, codeFor, seatBorderOfficer } from '../support/set-up.ts'
import {
  answer,
  bookInterview,
  chooseAppointment,
  conductInterview,
  handOverPack,
  nextOn,
  openTab,
  referOnScreen,
} from '../support/stories-casework.ts'

/** Inland claims, from the account at a portal to the Board: a real central, a real desk, and one officer. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

const minutes = { timeout: 240_000 }
const office = 'lacolle-15'

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  let kiosk: Kiosk
  let central: TestCentral
  let portal: TestPortal
  let totp: string
  beforeAll(async () => {
    kiosk = await openKiosk(browser, { language })
    // One clock for both: the story goes on over days.
    central = await startTestCentral({}, () => kiosk.time.now)
    portal = await openPortal(central)
    const { desk } = kiosk
    await administratorDesk(kiosk)
    await furnish(kiosk)
    await desk.sync.enrol({ address: central.url, code: await makeCode(central.services, office) })
    await approveHere(central.services, (await desk.status()).sync.device ?? '')
    const settled = async () => expect((await desk.status()).sync.state).toBe('settled')
    await vi.waitFor(settled, { timeout: 15_000, interval: 100 })
    totp = await seatBorderOfficer(kiosk, ['border_officer', 'caseworker', 'photo_reviewer'])
    await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
  }, 90_000)
  afterAll(async () => {
    await kiosk?.close()
    await central?.remove()
  })

  test(
    'a claim of the portal is taken, paused for what is missing, resumed, heard, referred, and told so',
    minutes,
    async () => {
      const { page, t, desk } = kiosk
      const account = await portal.account(randomUUID(), { language })
      const photo = await portal.upload(account, office, await portraitJpeg(7))
      const form = await portal.upload(account, office, await portraitJpeg(8))
      const filed = await portal.file(account, { people: [applicant(photo.sha256, form.sha256)] })
      const { claim: claimId, applicationNumber } = filed
      const at = `/accounts/${account}/claims/${claimId}`
      await settle()

      // It is nobody's yet: found in its queue, and taken on its own page.
      await page.keyboard.press('g', { delay: 60 })
      await page.keyboard.press('q', { delay: 60 })
      const queues = page.getByRole('navigation', { name: t('queues.list') })
      await queues.getByRole('link', { name: new RegExp(`^${t('queue.portal_new')}`) }).click()
      await page
        .getByRole('grid', { name: t('queues.claims') })
        .getByRole('row', { name: /DIALLO/i })
        .waitFor()
      await expectAccessible(page, 'new from the portal')
      await page
        .getByRole('grid', { name: t('queues.claims') })
        .getByRole('link', { name: /DIALLO/i })
        .click()
      const head = page.getByRole('region', { name: t('head.label') })
      await head.getByRole('button', { name: t('bulk.take') }).click()
      await head.getByText(t('head.owner'), { exact: false }).waitFor()

      // The papers that support the claim are missing: the clock of the review stands still, and the person is told.
      await (await nextOn(kiosk, claimId, 'incomplete')).click()
      await page.getByText(t('record.essentials')).waitFor()
      await expectAccessible(page, 'what is missing')
      await settle()
      expect((await portal.claim(account, claimId)).still?.missing).toHaveLength(1)
      const report = await portal.upload(account, office, await portraitJpeg(9))
      const evidence = { item: randomUUID(), file: { sha256: report.sha256, name: 'r.jpg' }, kind: 'police_report' }
      await portal.post(`${at}/evidence`, { ...evidence, title: 'Rapport' })
      await settle()
      await page.getByText(t('record.essential_missing')).first().waitFor({ state: 'hidden', timeout: 30_000 })
      const still = async () => {
        await settle()
        return (await portal.claim(account, claimId)).still
      }
      await expect.poll(still, { timeout: 30_000 }).toBeUndefined()

      // Photo, search and checks by command: other stories click them.
      await approvePhoto(applicationNumber)
      await desk.claims.candidates({ claimId })
      await recordChecks(desk, claimId)
      await openTab(kiosk, claimId, 'review')
      await page.getByRole('button', { name: t('review.pass'), exact: true }).click()
      await page.getByRole('button', { name: t('review.take_back'), exact: true }).waitFor()

      // Not to be decided on paper alone: the person is called.
      await desk.eligibility.decide({ claimId, outcome: 'undecided', reason: 'To be heard' })
      const { slot } = await bookInterview(kiosk, claimId, /DIALLO/i)
      await chooseAppointment(kiosk, slot, /DIALLO/i)
      await page.keyboard.press('p', { delay: 60 })
      await page.getByRole('heading', { level: 1, name: t('printing.title') }).waitFor()
      const printing = page.context().waitForEvent('page')
      await page.keyboard.press('Control+Enter')
      await (await printing).close()
      await page.bringToFront()
      await page
        .getByRole('button', { name: t('printing.printed') })
        .first()
        .click()
      await settle()
      const told = await portal.claim(account, claimId)
      expect(told.appointments).toMatchObject([{ booked: { date: slot.date, time: slot.time } }])

      kiosk.time.now = Date.parse(`${slot.date}T22:30:00Z`)
      await unlock()
      // Today says who comes, and leads to their claim.
      await goTo(kiosk, '/')
      const visitor = page
        .getByRole('grid', { name: t('today.interviews') })
        .getByRole('row', { name: /DIALLO/i })
        .first()
      await visitor.getByText(new RegExp(`^${slot.time}`)).waitFor()
      await expectAccessible(page, 'who comes today')
      await visitor.click()
      await head.getByText(t('head.owner'), { exact: false }).waitFor()
      await chooseAppointment(kiosk, slot, /DIALLO/i)
      await conductInterview(kiosk, claimId)
      await answer(kiosk, claimId)
      await referOnScreen(kiosk, claimId)
      expect(await handOverPack(kiosk, claimId)).toContain('referral confirmed')
      await settle()
      expect(await portal.claim(account, claimId)).toMatchObject({ status: 'referred' })
      await goTo(kiosk, `/claims/${claimId}/portal`)
      await page.getByRole('heading', { level: 3, name: t('portal.happened') }).waitFor()
      await expectAccessible(page, 'as the claimant sees it')
      expectQuiet(kiosk, seatedAnother)
    },
  )

  /** What waits goes both ways, and jobs that follow an arrival have run. */
  const settle = () => kiosk.desk.sync.now()

  async function approvePhoto(applicationNumber: string): Promise<void> {
    const { desk } = kiosk
    const waiting = async () =>
      (await desk.photoReview.queue({})).rows.find((row) => row.applicationNumber === applicationNumber)
    await expect.poll(async () => (await waiting())?.photoId, { timeout: 30_000 }).toBeTruthy()
    const photoId = (await waiting())?.photoId ?? ''
    const report = async () => (await desk.photoReview.get({ photoId, ahead: true })).reportEvent
    await expect.poll(report, { timeout: 60_000 }).toBeTruthy()
    await desk.photoReview.approve({ photoId, report: (await report()) ?? '' })
  }

  /** A desk that nobody touched for days is locked, and a shift has begun: password and code open it. */
  async function unlock(): Promise<void> {
    const { desk, time } = kiosk
    await desk.seat.unlock({ password: 'mine alone forever' })
    await desk.seat.secondFactor({ code: codeFor(totp, time.now) })
  }
})

const person = { familyName: 'Diallo', givenNames: 'Aïssatou', birthDate: '1991-04-02', sex: 'F' } as const

/** Somebody who says everything and sends passport, photo and form, but nothing in support. */
const applicant = (photo: string, form: string): Submission['people'][number] => ({
  person: { ...person, birthCountry: 'GIN', citizenships: ['GIN'] },
  claim: {
    ...{ officialLanguage: 'fr', spokenLanguage: 'ar', interpreterNeeded: false, representativeKind: 'none' },
    ...{
      entries: [{ date: '2026-11-02', manner: 'airport' }],
      grounds: ['political_opinion'],
      fearedCountries: ['GIN'],
    },
    ...{ phone: '+1 514 555 0101', narrative: 'They came at night.' },
  },
  record: { 'record.boc.signedOn': '2026-11-20' },
  document: { kind: 'passport', number: 'P1234567' },
  photo: { item: randomUUID(), file: { sha256: photo, name: 'photo.jpg' } },
  evidence: [{ item: randomUUID(), file: { sha256: form, name: 'p.jpg' }, kind: 'passport', title: 'Passeport' }],
})
