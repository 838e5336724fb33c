/** How a border officer takes a claim in, step by step, by role and label, in either language. */
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { RecordedAct } from '../../src/shared/domain/acts.ts'
import type { StepName } from '../../src/shared/domain/steps.ts'
import { checkNames } from '../../src/shared/domain/vocabulary.ts'
import { writeTd3 } from '../../src/shared/mrz/write.ts'
import { unwrap } from '../../src/shared/result.ts'
import { factIds, factQuestions } from '../../src/shared/rules/index.ts'
import { recordChecks } from './claims.ts'
import type { TestDesk } from './desk.ts'
import type { Kiosk } from './e2e.ts'
import { chooseFile } from './e2e-officers.ts'
import { portraitJpeg } from './portraits.ts'
import { scan } from './reader.ts'

/** A Syrian passport, as a reader sends it. */
export const passportOf = (familyName: string, givenNames: string, documentNumber: string) =>
  unwrap(
    writeTd3({
      ...{ documentCode: 'P', issuer: 'SYR', documentNumber, familyName, givenNames, nationality: 'SYR' },
      ...{ birthDate: '1990-05-17', sex: 'F', expiryDate: '2028-01-31' },
    }),
  ).lines

/** A passport of nobody. */
export const passport = passportOf('Al Hariri', 'Nour', 'N01234567')

/** Opens a claim at the port of entry with the keyboard: N, then P. */
export async function openClaim({ page, t }: Kiosk): Promise<void> {
  await page.keyboard.press('n')
  await page.getByRole('button', { name: t('claims.new_poe') }).waitFor()
  await page.keyboard.press('Enter')
  await stepHeading({ page, t }, 'passport').waitFor()
}

const stepHeading = ({ page, t }: Pick<Kiosk, 'page' | 't'>, step: StepName): Locator =>
  page.getByRole('heading', { level: 2, name: t(`step.${step}`), exact: true })

/** Ctrl+Enter: on to the next step. */
export async function nextStep(kiosk: Kiosk, to: StepName): Promise<void> {
  await kiosk.page.keyboard.press('Control+Enter')
  await stepHeading(kiosk, to).waitFor()
}

/** As a passport reader types: a key every few milliseconds, Enter after each line. */
export async function readPassport(kiosk: Kiosk, lines: readonly string[] = passport): Promise<void> {
  const { page, t } = kiosk
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  // By the clock of the keyboard: a busy computer must not turn a reader into a hand.
  await scan(page, lines, { reader: 'us', computer: 'us' })
  await kiosk.heading(t('mrz.held')).waitFor()
}

/** Chooses in a field with a list: types, and takes what the list offers. */
export async function choose({ page }: Kiosk, field: Locator, option: string): Promise<void> {
  await field.click()
  if (await field.isEditable()) await field.fill(option)
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** A field with a list, by its label. */
export const combobox = ({ page }: Kiosk, label: string): Locator =>
  page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()

/** Everything that is saved has reached the desk. */
export const saved = ({ page, t }: Kiosk): Promise<void> =>
  page.getByText(t('claims.saved'), { exact: true }).first().waitFor()

/** Clicks a radio button or checkbox and waits until it shows. */
export async function tick(control: Locator): Promise<void> {
  await control.click()
  await expect.poll(() => control.isChecked()).toBe(true)
}

export async function fillIdentity(kiosk: Kiosk, country: string): Promise<void> {
  const { t, field, page } = kiosk
  await field(t('field.nativeName')).fill('نور الحريري')
  await choose(kiosk, combobox(kiosk, t('field.birthCountry')), country)
  await field(t('field.birthPlace')).fill('Deraa')
  await page.keyboard.press('Tab')
  await saved(kiosk)
}

export async function fillContact(kiosk: Kiosk, language: string): Promise<void> {
  const { t, page, field } = kiosk
  const choice = (group: string, name: string) =>
    tick(page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }))
  await choice(t('field.officialLanguage'), t('field.officialLanguage_fr'))
  await choice(t('field.interpreterNeeded'), t('common.yes'))
  await choose(kiosk, combobox(kiosk, t('field.spokenLanguage')), language)
  await field(t('field.phone')).fill('514 555 0199')
  await field(t('field.addressCity')).fill('Montréal')
  await choice(t('field.representativeKind'), t('field.representativeKind_none'))
  await saved(kiosk)
}

export async function fillEntry(kiosk: Kiosk): Promise<void> {
  const { t, page, button } = kiosk
  await page.getByRole('button', { name: t('entry.add') }).click()
  const entry = page.getByRole('group', { name: t('entry.nth', { n: 1 }) })
  await entry.getByLabel(t('entry.date'), { exact: true }).fill('2026-11-23')
  const manner = entry.getByLabel(t('entry.manner'), { exact: true }).first()
  await choose(kiosk, manner, t('manner.airport'))
  await saved(kiosk)
  expect(await button(t('entry.remove', { n: 1 })).isVisible()).toBe(true)
}

export async function fillGrounds(kiosk: Kiosk, country: string): Promise<void> {
  const { t, page, field } = kiosk
  await tick(page.getByRole('checkbox', { name: t('field.grounds_political_opinion'), exact: true }))
  await choose(kiosk, combobox(kiosk, t('field.fearedCountries')), country)
  await field(t('field.fearSummary')).fill('…')
  await saved(kiosk)
}

export async function givePhoto(kiosk: Kiosk, seed = 7): Promise<void> {
  const { t, page } = kiosk
  await chooseFile(kiosk, { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await portraitJpeg(seed)) })
  await kiosk.heading(t('photo.findings')).waitFor()
  await page.getByRole('img', { name: /Photo/ }).first().waitFor()
}

/** Makes the checks by keyboard, a removal order first: nothing is found. */
export async function makeChecks(kiosk: Kiosk): Promise<void> {
  const { t, page } = kiosk
  const list = page.getByRole('list', { name: t('step.checks') })
  for (const name of checkNames) {
    const row = list
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: t(`check.${name}`), exact: true }) })
    await page.keyboard.press('d', { delay: 60 })
    await row.getByRole('button', { pressed: true }).waitFor()
  }
}

/** Answers every question so that nothing bars the claim: N for yes-or-no, the button that says "none" for the others. */
export async function answerUntilEligible(kiosk: Kiosk): Promise<void> {
  const { t, page, language } = kiosk
  const panel = page.getByRole('region', { name: t('elig.ask') })
  const done = panel.getByText(t('elig.ask_done'))
  const question = panel.getByRole('heading', { level: 3 })
  for (let round = 0; round < 40; round++) {
    await done.or(question).first().waitFor()
    if (await done.isVisible()) return
    const words = await question.innerText()
    const fact = factIds.find((id) => factQuestions[id].question[language] === words)
    if (!fact) throw new Error(`No such question: ${words}`)
    const { answer } = factQuestions[fact]
    // A hand is slower than a passport reader, whose keys the window tells apart by their pace.
    if (answer.type === 'yes_no') await page.keyboard.press(fact === 'entriesComplete' ? 'y' : 'n', { delay: 60 })
    else if (answer.type === 'choice') {
      const none = answer.options.find(({ value }) => value === 'none')
      if (!none) throw new Error(`Which answer lets the claim through? ${words}`)
      await panel.getByRole('button', { name: none.label[language], exact: true }).press('Enter')
    } else await panel.getByRole('button', { name: t('elig.none_of_these') }).press('Enter')
    await panel.getByRole('heading', { name: words, exact: true }).waitFor({ state: 'hidden' })
  }
  throw new Error('The questions do not end')
}

/** The page on the screen has ink: its picture is no blank sheet. */
export async function expectInk(canvas: Locator): Promise<void> {
  await canvas.waitFor()
  await expect
    .poll(
      () =>
        canvas.evaluate((node) => {
          const sheet = node as HTMLCanvasElement
          const { width, height } = sheet
          const pixels = sheet.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
          let dark = 0
          for (let at = 0; at < pixels.length; at += 4)
            if ((pixels[at + 3] ?? 0) > 128 && (pixels[at] ?? 255) < 100) dark++
          return dark / (width * height)
        }),
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0.01)
}

type Desk = TestDesk['desk']

/** A claim as the officer at the desk would have taken it in, up to the questions of eligibility; gives its id. */
export async function claimAtDesk(desk: Desk, seed = 7, lines: readonly string[] = passport): Promise<string> {
  const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
  await desk.claims.readDocument({ claimId, text: lines.join('\n') })
  await desk.claims.setPerson({ claimId, fields: { birthCountry: 'SYR', nativeName: 'نور الحريري' }, bases: [] })
  await desk.claims.set({ claimId, fields: claimFields, bases: [] })
  await desk.claims.candidates({ claimId })
  const file = new File([Buffer.from(await portraitJpeg(seed))], 'photo.jpg', { type: 'image/jpeg' })
  await desk.photos.add({ claimId, file, source: 'file' })
  await recordChecks(desk, claimId)
  return claimId
}

/** A claim that the officer at the desk proposes to find ineligible, since an earlier one was withdrawn; gives its id. */
export async function proposedAtDesk(desk: Desk, seed = 11): Promise<string> {
  const claimId = await claimAtDesk(desk, seed)
  const reason = 'seen in the record'
  await desk.eligibility.override({ claimId, rule: 'irpa.100.2', to: 'not_met', reason })
  await desk.eligibility.override({ claimId, rule: 'irpa.101.1.c', to: 'met', reason })
  await desk.eligibility.decide({ claimId, outcome: 'ineligible' })
  return claimId
}

const claimFields: Parameters<Desk['claims']['set']>[0]['fields'] = {
  officialLanguage: 'fr',
  spokenLanguage: 'ar',
  interpreterNeeded: true,
  representativeKind: 'none',
  entries: [{ date: '2026-11-23', manner: 'airport' }],
  grounds: ['political_opinion'],
  fearedCountries: ['SYR'],
}

/** The rest of a full intake, as an officer would have taken it in, and acts of law. */
export async function takeRestAtDesk({ claims }: Desk, claimId: string): Promise<void> {
  const on = '2026-11-23'
  await claims.setPerson({ claimId, fields: { aliases: [{ kind: 'birth', familyName: 'Haddad' }] }, bases: [] })
  const { claim } = await claims.set({ claimId, fields: restFields, bases: [] })
  const [document] = claim.heldDocuments?.value ?? []
  const acts: RecordedAct[] = [
    { seizures: [{ document: document?.id ?? '', on, place: 'Lacolle', ground: 'IRPA s. 140(1)' }] },
    { consentToSharing: { given: true, on } },
    { inadmissibilityReport: { on, paragraph: '41(a)', by: 'A. Tremblay', referredTo: 'minister_delegate' } },
    { departureOrder: { on, by: 'minister_delegate', conditional: true } },
  ]
  for (const act of acts) await claims.recordAct({ claimId, act, bases: [] })
}

const restFields: Parameters<Desk['claims']['set']>[0]['fields'] = {
  vulnerable: true,
  vulnerability: 'Survivor of torture; asks for a woman interpreter.',
  accessibilityNeeded: false,
  unableToAppreciate: false,
  route: [
    {
      from: 'SYR',
      fromPlace: 'Deraa',
      to: 'TUR',
      toPlace: 'Gaziantep',
      left: '2025-03',
      means: 'road',
      paid: '900 USD',
    },
    { from: 'TUR', to: 'CAN', toPlace: 'Montréal', arrived: '2026-11-23', means: 'air', carrier: 'TK 35' },
  ],
  earlierClaims: [{ country: 'USA', date: '2024', outcome: 'unknown' }],
  narrative: 'They came at night.',
  workPermitRequested: true,
  studyPermitRequested: false,
}

/** Answers to every question, so that the claim is eligible. */
export async function answerAtDesk(desk: Desk, claimId: string): Promise<void> {
  for (let round = 0; round < 40; round++) {
    const { evaluation } = await desk.eligibility.worksheet({ claimId })
    const [fact] = evaluation.nextQuestions
    if (!fact) return
    const { answer } = factQuestions[fact]
    const none = { yes_no: fact === 'entriesComplete', choice: 'none', choices: [] } as const
    const value = none[answer.type as keyof typeof none]
    await desk.eligibility.answer({ claimId, facts: { [fact]: value as never }, bases: [] })
  }
}
