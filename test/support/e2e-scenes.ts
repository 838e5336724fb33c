/** Every screen and dialog, each with who may see it and how to come to it. */
import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import type { Role } from '../../src/shared/contract/views.ts'
import type { StepName } from '../../src/shared/domain/steps.ts'
import { claimAct, type Kiosk } from './e2e.ts'
import { answerAtDesk, claimAtDesk, passport, proposedAtDesk, takeRestAtDesk } from './e2e-claims.ts'
import { confirmationScenes, makeConfirmations } from './e2e-confirmation-scenes.ts'
import { hallScenes, makeFamily } from './e2e-hall-scenes.ts'
import { interviewScenes } from './e2e-interview-scenes.ts'
import { makeAlarm, makePhotos, photoScenes } from './e2e-photos.ts'
import { portalScenes } from './e2e-portal-scenes.ts'
import { scan } from './reader.ts'

export interface Scene {
  readonly name: string
  readonly role: Role
  /** Comes to it from any other screen. */
  open(kiosk: Kiosk, cases: Cases): Promise<void>
  /** A dialog or list in front of a screen: Escape closes it. */
  readonly above?: true
}

/** Claims at three moments. */
export interface Cases {
  readonly fresh: string
  readonly taken: string
  /** Its document is printed, and ... */
  readonly printed: string
  /** ... the document of this one is in the person's hand. */
  readonly issued: string
  /** Proposed ineligible by the border officer. */
  readonly waiting: string
  /** Stolen and replaced, the name corrected since. */
  readonly replaced: string
  /** A photo that waits, and ... */
  readonly photo: string
  /** ... one whose file came for another person too. */
  readonly alarm: string
  /** Of a family that came through the waiting room. */
  readonly family: string
  /** Somebody who is ready for the confirmation of permanent residence, with a family. */
  readonly confirmation: string
}

/** Makes the claims that the scenes show, as a border officer who is at the desk. */
export async function makeCases(kiosk: Kiosk): Promise<Cases> {
  const { desk } = kiosk
  const fresh = (await desk.claims.open({ channel: 'port_of_entry' })).row.claimId
  const printed = await paperAtDesk(kiosk, 3)
  const issued = await issuedAtDesk(kiosk, 5)
  const replaced = await replacedAtDesk(kiosk)
  const taken = await claimAtDesk(desk)
  await takeRestAtDesk(desk, taken)
  const waiting = await proposedAtDesk(desk)
  const [photo = ''] = await makePhotos(kiosk)
  const alarm = await makeAlarm(kiosk)
  const family = await makeFamily(kiosk)
  const confirmation = await makeConfirmations(kiosk)
  return { fresh, printed, issued, replaced, taken, waiting, photo, alarm, family, confirmation }
}

/** A claim whose document is printed. */
async function paperAtDesk({ desk, time }: Kiosk, seed: number): Promise<string> {
  const claimId = await claimAtDesk(desk, seed)
  await answerAtDesk(desk, claimId)
  await desk.eligibility.decide({ claimId, outcome: 'referred' })
  time.now += 60_000
  // The demo's past is still being played beside us: a number or sheet may go to it first.
  const issue = () => desk.documents.issue({ claimId, kind: 'RPID' })
  const [paper] = (await vi.waitFor(issue, { timeout: 10_000 })).documents
  const documentId = paper?.documentId ?? ''
  await desk.documents.print({ documentId })
  await desk.documents.sent({ documentId })
  return claimId
}

/** A claim whose document is in the person's hand. */
export async function issuedAtDesk(kiosk: Kiosk, seed: number): Promise<string> {
  const claimId = await paperAtDesk(kiosk, seed)
  const [paper] = (await kiosk.desk.claims.get({ claimId })).documents
  await kiosk.desk.documents.confirm({ documentId: paper?.documentId ?? '' })
  return claimId
}

/** A claim whose stolen document was replaced; the new one says a name that was corrected since. */
async function replacedAtDesk(kiosk: Kiosk): Promise<string> {
  const { desk } = kiosk
  const claimId = await issuedAtDesk(kiosk, 8)
  const idOf = async () => (await desk.claims.get({ claimId })).documents[0]?.documentId ?? ''
  const police = { number: 'LV-2026-004411', service: 'Service de police de Laval' }
  const stolen = { documentId: await idOf(), why: 'stolen', police, returned: false, reissue: true } as const
  await vi.waitFor(() => desk.documents.replace(stolen), { timeout: 10_000 })
  const documentId = await idOf()
  await desk.documents.print({ documentId })
  await desk.documents.sent({ documentId })
  await desk.documents.confirm({ documentId })
  const reason = 'The given name was written by ear.'
  const evidence = 'Syrian family booklet, page 2'
  await desk.claims.correct({ claimId, person: { givenNames: 'Noura' }, reason, evidence, bases: [] })
  return claimId
}

/** As the system asks for it; every colour has changed when this returns. */
export async function showScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.waitForFunction((scheme) => document.documentElement.dataset.mantineColorScheme === scheme, colorScheme)
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)))
  })
}

/** By the address bar. */
export async function goTo({ page }: Kiosk, address: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next
  }, `#${address}`)
}

const screen = (name: string, role: Role, address: string, ready: (kiosk: Kiosk) => Promise<void>): Scene => ({
  name,
  role,
  async open(kiosk) {
    await goTo(kiosk, address)
    await ready(kiosk)
  },
})

const headed =
  (title: Parameters<Kiosk['t']>[0]) =>
  ({ heading, t }: Kiosk) =>
    heading(t(title as 'today.title')).waitFor()

const step = (name: StepName, which: keyof Cases, then: (kiosk: Kiosk) => Promise<void> = async () => {}): Scene => ({
  name: `step-${name}-${which}`,
  role: 'border_officer',
  async open(kiosk, cases) {
    const { page, t } = kiosk
    await goTo(kiosk, `/claims/${cases[which]}/intake/${name}`)
    await page.getByRole('heading', { level: 2, name: t(`step.${name}`), exact: true }).waitFor()
    await then(kiosk)
  },
})

const tab = (name: 'overview' | 'documents' | 'timeline', then: (kiosk: Kiosk) => Promise<void>): Scene => ({
  name: `claim-${name}`,
  role: 'border_officer',
  async open(kiosk, { issued }) {
    await goTo(kiosk, name === 'overview' ? `/claims/${issued}` : `/claims/${issued}/${name}`)
    await then(kiosk)
  },
})

const recordTab = (
  name: 'forms' | 'evidence' | 'completeness' | 'review',
  then: (kiosk: Kiosk) => Promise<void>,
): Scene => ({
  name: `claim-${name}`,
  role: 'border_officer',
  async open(kiosk, { taken }) {
    await goTo(kiosk, `/claims/${taken}/${name}`)
    await then(kiosk)
  },
})

const pageOne = ({ page, t }: Kiosk) =>
  page.getByRole('img', { name: t('paper.preview_of', { page: 1, pages: 1 }) }).waitFor()

const dialog = (name: string, role: Role, open: Scene['open']): Scene => ({ name, role, open, above: true })

const menu = async ({ page, t }: Kiosk) => {
  await page.getByRole('button', { name: t('shell.officer_menu', { name: '' }).trim() }).click()
  await page.getByRole('menu').waitFor()
}
const fromMenu =
  (label: 'shell.keys' | 'shell.about' | 'shell.change_password' | 'reader.title') => async (kiosk: Kiosk) => {
    await menu(kiosk)
    await kiosk.page.getByRole('menuitem', { name: new RegExp(`^${kiosk.t(label)}`) }).click()
    await kiosk.page.getByRole('dialog').waitFor()
  }
const press = (label: Parameters<Kiosk['t']>[0]) => async (kiosk: Kiosk) => {
  await kiosk.page
    .getByRole('button', { name: new RegExp(`^${kiosk.t(label as 'stock.receive')}`) })
    .first()
    .click()
  await kiosk.page.getByRole('dialog').waitFor()
}

const pressAct = (label: Parameters<Kiosk['t']>[0]) => async (kiosk: Kiosk) => {
  await (await claimAct(kiosk, label)).press('Enter')
  await kiosk.page.getByRole('dialog').waitFor()
}

const section = (
  id:
    | 'officers'
    | 'stock'
    | 'numbers'
    | 'settings'
    | 'backup'
    | 'sync'
    | 'photos'
    | 'deadlines'
    | 'quality'
    | 'checks'
    | 'accesses',
  role: Role,
) => screen(`admin-${id}`, role, `/administration/${id}`, headed(`admin.${id}`))

const above = (scene: Scene, name: string, then: (kiosk: Kiosk) => Promise<void>): Scene =>
  dialog(name, scene.role, async (kiosk, cases) => {
    await scene.open(kiosk, cases)
    await then(kiosk)
  })

const today = screen('today', 'border_officer', '/', headed('today.states'))
const claims = screen('claims', 'border_officer', '/claims', async (kiosk) => {
  await headed('claims.title')(kiosk)
  await kiosk.page.getByRole('grid').waitFor()
})
const stock = section('stock', 'administrator')
const officers = section('officers', 'administrator')
const eligibility = step('eligibility', 'taken', async ({ page, t }) => {
  await page.getByRole('region', { name: t('elig.ask') }).waitFor()
})

const overview = tab('overview', ({ page, t }) => page.getByText(t('overview.deadlines')).first().waitFor())

const verify = screen('verify', 'border_officer', '/verify', headed('verify.title'))
/** A seal under a hand scanner that gives its bytes in hex. */
export const scanHex = ({ page }: Kiosk, hex: string) => scan(page, [hex], { reader: 'us', computer: 'us' })

export const scenes: readonly Scene[] = [
  today,
  claims,
  {
    name: 'claims-found',
    role: 'border_officer',
    async open(kiosk, cases) {
      await claims.open(kiosk, cases)
      await kiosk.field(kiosk.t('claims.search')).fill('al hariri')
      await kiosk.page.getByText(kiosk.t('claims.matched_name'), { exact: true }).first().waitFor()
    },
  },
  screen('claims-new', 'border_officer', '/claims/new', headed('claims.new')),
  step('passport', 'fresh'),
  {
    ...step('passport', 'fresh', async ({ page, t }) => {
      await page.getByLabel(t('mrz.box')).fill(passport.join('\n').replace('N01234567', 'N0I234567'))
      await page.getByText(t('mrz.checks')).waitFor()
    }),
    name: 'step-passport-wrong',
  },
  step('search', 'fresh'),
  step('passport', 'taken'),
  step('search', 'taken', ({ heading, t }) => heading(t('match.candidate', { n: 1 })).waitFor()),
  step('identity', 'taken'),
  step('contact', 'taken'),
  step('entry', 'taken'),
  step('grounds', 'taken'),
  ...(['needs', 'journey', 'papers', 'background', 'measures'] as const).map((name) => step(name, 'taken')),
  step('papers', 'fresh'),
  step('measures', 'fresh'),
  step('photo', 'fresh'),
  step('photo', 'taken', ({ page }) =>
    page
      .getByRole('img', { name: /^Photo/ })
      .nth(1)
      .waitFor(),
  ),
  step('checks', 'fresh'),
  step('checks', 'taken'),
  above(step('checks', 'fresh'), 'check-found', async ({ page }) => {
    await page.keyboard.press('f')
    await page.getByRole('dialog').waitFor()
  }),
  eligibility,
  step('eligibility', 'waiting'),
  { ...step('eligibility', 'waiting'), name: 'step-eligibility-second', role: 'supervisor' },
  step('document', 'fresh'),
  step('document', 'taken', pageOne),
  step('document', 'printed', pageOne),
  step('document', 'issued', pageOne),
  step('eligibility', 'issued'),
  overview,
  recordTab('forms', ({ page, t }) => page.getByRole('navigation', { name: t('record.forms') }).waitFor()),
  recordTab('evidence', ({ page, t }) => page.getByText(t('record.evidence_none')).waitFor()),
  recordTab('review', ({ page, t }) => page.getByRole('region', { name: t('review.checklist') }).waitFor()),
  recordTab('completeness', ({ page, t }) => page.getByText(t('record.essentials')).waitFor()),
  tab('documents', pageOne),
  tab('timeline', ({ page }) => page.getByRole('main').getByRole('listitem').nth(2).waitFor()),
  {
    name: 'claim-pack',
    role: 'border_officer',
    async open(kiosk, { family }) {
      await goTo(kiosk, `/claims/${family}/pack`)
      await headed('pack.title')(kiosk)
    },
  },
  {
    name: 'printing',
    role: 'border_officer',
    async open(kiosk) {
      await goTo(kiosk, '/printing')
      await headed('printing.title')(kiosk)
    },
  },
  ...hallScenes,
  ...confirmationScenes,
  ...interviewScenes,
  ...photoScenes,
  ...portalScenes,
  screen('shift', 'border_officer', '/shift', async (kiosk) => {
    await headed('shift.title')(kiosk)
    await kiosk.page.getByRole('heading', { name: kiosk.t('shift.now') }).waitFor()
  }),
  screen('packs', 'border_officer', '/packs', headed('packs.title')),
  verify,
  {
    name: 'verify-refused',
    role: 'border_officer',
    async open(kiosk, cases) {
      await verify.open(kiosk, cases)
      await scanHex(kiosk, `dc03${'ab'.repeat(40)}`)
      await kiosk.heading(kiosk.t('verify.refused')).waitFor()
    },
  },
  screen('attention', 'border_officer', '/attention', headed('attention.title')),
  screen('not-found', 'border_officer', '/nowhere', headed('common.not_found')),
  above(today, 'search-box', async ({ page, t }) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: t('shell.search_long') }).fill('al')
    await page.getByRole('dialog').getByText('AL HARIRI, NOUR').first().waitFor()
  }),
  above(today, 'officer-menu', menu),
  above(today, 'sync', async ({ page, t }) => {
    await page.getByRole('button', { name: t('sync.no_central') }).click()
    await page.getByText(t('sync.title.no_central')).waitFor()
  }),
  above(claims, 'keys', fromMenu('shell.keys')),
  above(claims, 'about', fromMenu('shell.about')),
  above(claims, 'test-my-reader', async (kiosk) => {
    await fromMenu('reader.title')(kiosk)
    await scan(kiosk.page, passport, { reader: 'us', computer: 'csa' })
    await kiosk.page.getByText(kiosk.t('reader.works'), { exact: true }).waitFor()
  }),
  above(claims, 'change-keys', async (kiosk) => {
    await fromMenu('shell.keys')(kiosk)
    await kiosk.button(kiosk.t('keys.change')).click()
    await kiosk.page.getByRole('dialog', { name: kiosk.t('keys.change') }).waitFor()
  }),
  above(today, 'scanned-passport', async ({ page, t }) => {
    await scan(page, passport, { reader: 'us', computer: 'us' })
    await page.getByRole('dialog', { name: t('scan.passport') }).waitFor()
  }),
  above(claims, 'change-password', fromMenu('shell.change_password')),
  above(step('search', 'taken'), 'not-the-same-person', press('match.not_same')),
  above(step('identity', 'taken'), 'read-back', async ({ page, t }) => {
    await page.getByRole('button', { name: new RegExp(`^${t('readback.turn')}`) }).click()
    await page
      .getByRole('dialog', { name: t('readback.title') })
      .getByText('الاسم بكتابتك')
      .waitFor()
  }),
  above(eligibility, 'decide', press('elig.decide_ineligible')),
  above(step('document', 'printed', pageOne), 'spoil', press('paper.spoil')),
  above(tab('documents', pageOne), 'file-copy', press('paper.reprint')),
  {
    name: 'claim-documents-letters',
    role: 'border_officer',
    async open(kiosk, { taken }) {
      await goTo(kiosk, `/claims/${taken}/documents`)
      await kiosk.page.getByRole('button', { name: kiosk.t('interview.record') }).waitFor()
    },
  },
  {
    name: 'claim-documents-replaced',
    role: 'border_officer',
    async open(kiosk, { replaced }) {
      await goTo(kiosk, `/claims/${replaced}/documents`)
      await pageOne(kiosk)
    },
  },
  above(tab('documents', pageOne), 'replace', async (kiosk) => {
    await press('replace.open')(kiosk)
    await kiosk.page.getByRole('radio', { name: kiosk.t('replace.why_stolen') }).click()
  }),
  above(overview, 'correct', async (kiosk) => {
    await pressAct('correct.open')(kiosk)
    for (const topic of [kiosk.t('field.familyName'), kiosk.t('correct.topic_address')]) {
      await kiosk.page.getByRole('combobox', { name: /./ }).last().fill(topic)
      await kiosk.page.getByRole('option', { name: topic, exact: true }).click()
    }
  }),
  above({ ...overview, role: 'supervisor' }, 'reopen', pressAct('reopen.open')),
  above(section('stock', 'border_officer'), 'close-a-sheet', press('stock.end')),
  officers,
  above(officers, 'enrol', press('officers.enrol')),
  stock,
  section('numbers', 'administrator'),
  section('settings', 'administrator'),
  section('backup', 'administrator'),
  section('sync', 'administrator'),
  section('photos', 'supervisor'),
  section('deadlines', 'supervisor'),
  section('quality', 'supervisor'),
  section('checks', 'administrator'),
  above(stock, 'receive-sheets', press('stock.receive')),
  section('accesses', 'auditor'),
  screen('no-permission', 'auditor', '/claims/new', headed('common.no_permission')),
]
