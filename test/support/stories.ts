/** Two hands on a keyboard: every key that a story presses is counted, and nothing is ever clicked. */
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { StepName } from '../../src/shared/domain/steps.ts'
import { factIds, factQuestions } from '../../src/shared/rules/index.ts'
import type { Kiosk } from './e2e.ts'
import { saved } from './e2e-claims.ts'
import { portraitJpeg } from './portraits.ts'
import { scan } from './reader.ts'

/** A hand is slower than a passport reader, whose keys the window tells apart by their pace. */
const hand = { delay: 60 }

export interface Hands {
  readonly kiosk: Kiosk
  /** Keys pressed so far; a chord is one, and so is a whole burst of a reader. */
  keys(): number
  press(key: string, times?: number): Promise<void>
  type(text: string): Promise<void>
  /** Tab, until the focus is on the control. */
  tabTo(control: Locator): Promise<void>
  /** A reader types lines. */
  burst(lines: readonly string[]): Promise<void>
}

export function handsAt(kiosk: Kiosk): Hands {
  const { page } = kiosk
  // A listener from the start: one that is added just before the key may come too late for the window of files.
  page.on('filechooser', () => undefined)
  let count = 0
  const press = async (key: string, times = 1) => {
    for (let n = 0; n < times; n++) {
      count++
      await page.keyboard.press(key, hand)
    }
  }
  const tabTo = async (control: Locator) => {
    await control.waitFor()
    for (let n = 0; n < 60; n++) {
      if (await control.evaluate((it) => it === document.activeElement)) return
      await press('Tab')
    }
    throw new Error(`60 times Tab did not reach ${control}`)
  }
  return {
    kiosk,
    keys: () => count,
    press,
    async type(text) {
      count += text.length
      await page.keyboard.type(text, hand)
    },
    tabTo,
    async burst(lines) {
      count++
      await scan(page, lines, { reader: 'us', computer: 'us' })
    },
  }
}

export const stepTitle = ({ page, t }: Kiosk, step: StepName): Locator =>
  page.getByRole('heading', { level: 2, name: t(`step.${step}`), exact: true })

/** The main key, and the next step is there. */
export async function onward(hands: Hands, to: StepName): Promise<void> {
  await hands.press('Control+Enter')
  await stepTitle(hands.kiosk, to).waitFor()
}

/** One radio button of a group: Tab goes to the first, the arrows choose further on. */
export async function pick(hands: Hands, group: Locator, at = 0): Promise<void> {
  await hands.tabTo(group.getByRole('radio').first())
  if (at === 0) await hands.press('Space')
  else await hands.press('ArrowDown', at)
  await expect.poll(() => group.getByRole('radio').nth(at).isChecked()).toBe(true)
}

/** Takes what a list offers first for the letters typed. */
export async function find(hands: Hands, list: Locator, letters: string): Promise<void> {
  const { page } = hands.kiosk
  await hands.tabTo(list)
  await hands.type(letters)
  await page.getByRole('option').first().waitFor()
  await hands.press('ArrowDown')
  await hands.press('Enter')
}

type Listed = 'birthCountry' | 'citizenships' | 'spokenLanguage' | 'fearedCountries' | 'formerResidence'
export const listed = ({ page, t }: Kiosk, name: Listed) =>
  page
    .getByRole('combobox', { name: t(`field.${name}`) })
    .or(page.getByRole('textbox', { name: t(`field.${name}`) }))
    .first()

type Chosen =
  | 'officialLanguage'
  | 'interpreterNeeded'
  | 'representativeKind'
  | 'sex'
  | 'companion'
  | 'designatedRepresentativeNeeded'
export const choices = ({ page, t }: Kiosk, name: Chosen) => page.getByRole('radiogroup', { name: t(`field.${name}`) })

/** What a passport would have said, by hand, and where the person was born: first names and dates, then countries. */
export async function sayWhoIs(
  hands: Hands,
  who: { familyName: string; givenNames: string; birthDate: string; birthCountry: string; citizenship: string },
): Promise<void> {
  const { kiosk } = hands
  const { t, field } = kiosk
  await hands.tabTo(field(t('field.familyName')))
  await hands.type(who.familyName)
  await hands.press('Tab')
  await hands.type(who.givenNames)
  await pick(hands, choices(kiosk, 'sex'))
  await hands.tabTo(field(t('field.birthDate')))
  await hands.type(who.birthDate)
  await find(hands, listed(kiosk, 'birthCountry'), who.birthCountry)
  await find(hands, listed(kiosk, 'citizenships'), who.citizenship)
  await saved(kiosk)
}

/** How to reach the person: French, an interpreter of this language, a city, nobody who represents. */
export async function sayContact(hands: Hands): Promise<void> {
  const { kiosk } = hands
  const { t, field } = kiosk
  await pick(hands, choices(kiosk, 'officialLanguage'), 1)
  await pick(hands, choices(kiosk, 'interpreterNeeded'))
  await find(hands, listed(kiosk, 'spokenLanguage'), 'arab')
  await hands.tabTo(field(t('field.phone')))
  await hands.type('5145550199')
  await hands.tabTo(field(t('field.addressCity')))
  await hands.type('Laval')
  await pick(hands, choices(kiosk, 'representativeKind'))
  await saved(kiosk)
}

/** C confirms the usual entry. */
export async function confirmEntry(hands: Hands): Promise<void> {
  const { kiosk } = hands
  const proposal = kiosk.page.getByRole('region', { name: kiosk.t('entry.proposal') })
  await proposal.waitFor()
  await hands.press('c')
  await proposal.waitFor({ state: 'hidden' })
  await saved(kiosk)
}

/** The first ground, and the country that is feared. */
export async function sayGrounds(hands: Hands, country: string): Promise<void> {
  const { kiosk } = hands
  const ground = kiosk.page.getByRole('main').getByRole('checkbox').first()
  await hands.tabTo(ground)
  await hands.press('Space')
  await expect.poll(() => ground.isChecked()).toBe(true)
  await find(hands, listed(kiosk, 'fearedCountries'), country)
  await saved(kiosk)
}

/** Enter on the button opens the system's own window, in which the file is chosen. */
export async function givePhoto(hands: Hands, seed: number): Promise<void> {
  const { page, t, heading, button } = hands.kiosk
  await hands.tabTo(button(t('common.choose_file')))
  const choosing = page.waitForEvent('filechooser')
  await hands.press('Enter')
  const buffer = Buffer.from(await portraitJpeg(seed))
  await (await choosing).setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer })
  await heading(t('photo.findings')).waitFor()
}

/** D for each check that is asked of this person: made, nothing found. */
export async function checkAll(hands: Hands, claimId: string): Promise<void> {
  const { page, t, desk } = hands.kiosk
  const list = page.getByRole('list', { name: t('step.checks') })
  const { checks } = await desk.claims.get({ claimId })
  for (const { name } of checks.filter(({ exempt }) => !exempt)) {
    const row = list
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: t(`check.${name}`), exact: true }) })
    await hands.press('d')
    await row.getByRole('button', { pressed: true }).waitFor()
  }
}

/** N to every question, but yes to "are all entries known"; then refers the claim. */
export async function answerAndRefer(hands: Hands): Promise<void> {
  const { page, t } = hands.kiosk
  await answerAll(hands)
  await hands.press('Control+Enter')
  await page.getByRole('dialog', { name: t('elig.decide_title', { outcome: t('elig.outcome_referred') }) }).waitFor()
  await hands.press('Enter')
  await stepTitle(hands.kiosk, 'document').waitFor()
}

async function answerAll(hands: Hands): Promise<void> {
  const { page, t, language } = hands.kiosk
  const panel = page.getByRole('region', { name: t('elig.ask') })
  const done = panel.getByText(t('elig.ask_done'))
  const question = panel.getByRole('heading', { level: 3 })
  for (let round = 0; round < 40; round++) {
    await done.or(question).first().waitFor()
    if (await done.isVisible()) return
    const words = await question.innerText()
    const fact = factIds.find((id) => factQuestions[id].question[language] === words)
    if (!fact) throw new Error(`No such question: ${words}`)
    if (factQuestions[fact].answer.type === 'countries') {
      await hands.tabTo(panel.getByRole('button', { name: t('elig.none_of_these') }))
      await hands.press('Enter')
    } else await hands.press(fact === 'entriesComplete' ? (language === 'fr' ? 'o' : 'y') : 'n')
    await panel.getByRole('heading', { name: words, exact: true }).waitFor({ state: 'hidden' })
  }
  throw new Error('The questions do not end')
}

/** Issues, prints, closes the window with the page, and scans the sheet that came out. */
export async function handOver(hands: Hands, claimId: string): Promise<void> {
  const { page, t, desk } = hands.kiosk
  await page.getByRole('button', { name: new RegExp(`^${t('paper.issue')}`) }).waitFor()
  await hands.press('Control+Enter')
  await page.getByRole('dialog', { name: t('paper.issue_title') }).waitFor()
  await hands.press('Enter')
  await page.getByRole('button', { name: new RegExp(`^${t('paper.print')}`) }).waitFor()
  await printBy(hands, () => hands.press('Control+Enter'))
  await page.getByText(t('document_state.sent'), { exact: true }).first().waitFor()
  const [paper] = (await desk.claims.get({ claimId })).documents
  await hands.burst([paper?.stockSerial ?? ''])
  await page.getByText(t('paper.confirmed_next')).waitFor()
}

/** The browser shows what it prints in a window of its own, which Ctrl+W closes. */
export async function printBy(hands: Hands, print: () => Promise<void>): Promise<void> {
  const { page } = hands.kiosk
  // Every paper of a family is drawn first: a long wait on a computer that does much else.
  const opening = page.context().waitForEvent('page', { timeout: 60_000 })
  await print()
  const window = await opening
  await hands.press('Control+w')
  await window.close()
  await page.bringToFront()
}
