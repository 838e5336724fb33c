import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { approveHere, makeCode } from '../../../src/central/devices/enrolment.ts'
import type { ClaimAnswer, PreparationAnswer } from '../../../src/shared/contract/portal.ts'
import type { CountryGuide } from '../../../src/shared/guides/guide.ts'
import { sampleGuides } from '../../../src/shared/guides/samples.ts'
import { reviewClock } from '../../../src/shared/rules/review-clock.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { openTestDesk } from '../../support/desk.ts'
import { numbersFile } from '../../support/numbers.ts'
import { openPortal, someone, type TestPortal } from '../../support/portal.ts'
import { portalDesks } from '../../support/portal-desk.ts'
import { administratorDesk } from '../../support/set-up.ts'
import { codeOf } from '../seat/kit.ts'

/** Guides that an administrator imports at a desk reach the other desks and the portal, through a whole central. */
let central: TestCentral
let portal: TestPortal
beforeAll(async () => {
  central = await startTestCentral()
  portal = await openPortal(central)
})
afterAll(() => central.remove())
const desks = portalDesks(() => central)
afterEach(desks.close)

const sample = sampleGuides[0] as CountryGuide
const text = (n: number) => ({ en: `English ${'x'.repeat(n)}`, fr: `Français ${'x'.repeat(n)}` })
const paper = (n: number) => ({ name: text(n), issuer: text(n) })
const guideOf = (country: string, changes: Partial<CountryGuide> = {}): CountryGuide => ({
  ...{ ...sample, country, version: '2027-01', reviewed: '2026-11-20', verified: true },
  ...changes,
})
const fileOf = (guides: readonly CountryGuide[]) =>
  new File([JSON.stringify({ format: 'passerelle-guides-1', guides })], 'guides.json')

/** An administrator at a desk that settles with the central. */
async function administrator(numbers: number) {
  const given = await openTestDesk({ version: '0.1.0' })
  onTestFinished(() => given.close())
  given.time.now = central.clock.now()
  const { test: at } = await administratorDesk(given, numbersFile(numbers))
  await at.desk.sync.enrol({ address: central.url, code: await makeCode(central.services, 'lacolle-15') })
  await approveHere(central.services, (await at.desk.status()).sync.device ?? '')
  await at.desk.sync.now()
  return at.desk
}

test('what the office imported is shown at the portal and at every desk, with how far it can be relied on', async () => {
  const account = await portal.account()
  const people = [{ ...someone(), person: { ...someone().person, citizenships: ['GIN', 'SYR'] } }]
  const { claim: claimId } = await portal.file(account, { people })
  const guides = async () =>
    (await portal.get<PreparationAnswer>(`/accounts/${account}/claims/${claimId}/preparation`)).guides
  expect(await guides()).toMatchObject([{ country: 'SYR', version: sample.version, verified: false }])

  const desk = await administrator(90)
  // More than one event can hold: they travel in several.
  const large = Array.from({ length: 15 }, () => paper(300))
  const others = ['AFG', 'HTI', 'NGA', 'COL'].map((country) => guideOf(country, { identity: large, police: large }))
  const given = [guideOf('GIN', { verified: false }), guideOf('SYR'), ...others]
  expect(await desk.guides.import({ file: fileOf(given) })).toMatchObject({ guides: 6 })
  await desk.sync.now()
  expect(await guides()).toMatchObject([
    { country: 'GIN', notice: { en: 'Not verified; reviewed on 2026-11-20' } },
    { country: 'SYR', version: '2027-01', notice: { fr: 'Vérifié par le bureau; revu le 2026-11-20' } },
  ])
  const other = await desks.enrol()
  expect((await other.desk.record.get({ claimId })).guides).toMatchObject([{ country: 'GIN' }, { version: '2027-01' }])
  const { preparation } = await other.desk.portal.asClaimant({ claimId })
  expect(preparation.guides).toEqual(await guides())

  // A newer file takes the place of the whole one before it.
  expect(await desk.guides.import({ file: fileOf([guideOf('HTI')]) })).toMatchObject({ guides: 1 })
  await desk.sync.now()
  expect(await guides()).toMatchObject([{ country: 'SYR', version: sample.version }])
})

test('a guide that is too large to travel is refused with which, and changes nothing', async () => {
  const desk = await administrator(91)
  const { guides: before } = await desk.settings.get()
  const huge = Array.from({ length: 20 }, () => paper(450))
  const file = fileOf([guideOf('GIN'), guideOf('SYR', { identity: huge, police: huge, medical: huge })])
  expect(await codeOf(desk.guides.import({ file }))).toBe('record.guides_invalid')
  expect((await desk.settings.get()).guides).toBe(before)
})

test('the person is shown the day of the review as the office counts it, at the portal as at the desk', async () => {
  const account = await portal.account()
  // Nothing essential is missing: the clock runs.
  const record = { 'record.who.noPassport': 'burnt', 'record.boc.noDocuments': 'none could be carried' }
  const { claim: claimId } = await portal.file(account, { people: [{ ...someone(), record }] })
  const day = async () =>
    (await portal.get<ClaimAnswer>(`/accounts/${account}/claims/${claimId}`)).dates.find(
      ({ what }) => what.en === 'Review by an officer',
    )?.on
  const before = await day()
  const desk = await administrator(92)
  const change = { rule: 'officer.review', from: '2026-01-01', count: 20, citation: 'Order of the office' }
  await desk.settings.set({ deadlineChanges: [change] })
  await desk.sync.now()
  const received = (await portal.get<ClaimAnswer>(`/accounts/${account}/claims/${claimId}`)).receivedOn ?? ''
  expect(await day()).toBe(reviewClock(received, [], { changes: [change] }).due)
  expect(await day()).not.toBe(before)
  const other = await desks.enrol()
  const { view } = await other.desk.portal.asClaimant({ claimId })
  expect(view.dates.map(({ on }) => on)).toContain(await day())
})
