/** A family from the door to its papers, by keyboard alone; how many keys that may need stands in docs/keystrokes.md. */
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import type { Language } from '../../src/shared/language.ts'
import { writeTd3 } from '../../src/shared/mrz/write.ts'
import { unwrap } from '../../src/shared/result.ts'
import { expectQuiet } from './e2e.ts'
import { saved } from './e2e-claims.ts'
import {
  answerAndRefer,
  checkAll,
  confirmEntry,
  find,
  givePhoto,
  type Hands,
  listed,
  onward,
  printBy,
  sayContact,
  sayGrounds,
  stepTitle,
} from './stories.ts'
import { claimIn, deskIn, expectKeys } from './stories-desk.ts'

const zone = { documentCode: 'P', issuer: 'SYR', nationality: 'SYR', expiryDate: '2028-01-31' } as const
const family = [
  { familyName: 'Al Hariri', givenNames: 'Nour', birthDate: '1990-05-17', sex: 'F', documentNumber: 'N01234567' },
  { familyName: 'Al Hariri', givenNames: 'Karim', birthDate: '1987-02-03', sex: 'M', documentNumber: 'N01234568' },
  { familyName: 'Al Hariri', givenNames: 'Lina', birthDate: '2013-09-09', sex: 'F', documentNumber: 'N01234569' },
  { familyName: 'Al Hariri', givenNames: 'Omar', birthDate: '2016-04-01', sex: 'M', documentNumber: 'N01234570' },
  { familyName: 'Al Hariri', givenNames: 'Rima', birthDate: '2020-12-24', sex: 'F', documentNumber: 'N01234571' },
] as const

/** Two adults and three children are noted, taken at once, and the first claim is opened. */
async function noteAndTake(hands: Hands): Promise<void> {
  const { kiosk } = hands
  const { page, t } = kiosk
  await hands.press('g')
  await hands.press('w')
  await kiosk.heading(t('hall.title')).waitFor()
  await page.getByText(t('hall.none')).first().waitFor()
  await hands.press('a')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  await hands.type('2')
  await hands.press('Tab')
  await hands.type('3')
  await hands.press('Enter')
  await page.getByRole('grid', { name: t('hall.list') }).waitFor()
  await hands.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TR')
  await hands.press('t')
  await page.getByRole('row', { name: new RegExp(t('hall.you')) }).waitFor()
  await hands.press('o')
  await stepTitle(kiosk, 'passport').waitFor()
}

/** Ctrl+B: the next of the party. */
async function addMember(hands: Hands, size: number): Promise<string> {
  const { kiosk } = hands
  const { page, t } = kiosk
  await hands.press('Control+b')
  await expect
    .poll(() =>
      page
        .getByRole('navigation', { name: t('family.members') })
        .getByRole('listitem')
        .count(),
    )
    .toBe(size)
  await stepTitle(kiosk, 'passport').waitFor()
  return claimIn(kiosk)
}

/** K goes to the member before; the same step of another claim. */
async function toMember(hands: Hands, claimId: string): Promise<void> {
  await hands.press('k')
  await expect.poll(() => claimIn(hands.kiosk)).toBe(claimId)
}

/** Ctrl+P shows the pack, once more prints it; then every sheet is scanned. */
async function printPack(hands: Hands, claimId: string): Promise<void> {
  const { kiosk } = hands
  const { page, t, desk } = kiosk
  await hands.press('Control+p')
  await kiosk.heading(t('pack.title')).waitFor()
  await page.getByText(t('pack.state_due')).first().waitFor()
  await hands.press('Control+p')
  await page.getByRole('dialog', { name: t('pack.issue_title') }).waitFor()
  await printBy(hands, () => hands.press('Enter'))
  const lines = async () => (await desk.documents.pack({ claimId })).lines
  await expect
    .poll(async () => [...new Set((await lines()).map(({ shown }) => shown))], { timeout: 40_000 })
    .toEqual(['sent'])
  const papers = (await lines()).flatMap(({ paper }) => paper ?? [])
  for (const [at, { number }] of papers.entries()) {
    await hands.burst([number])
    await page.getByText(t('pack.progress', { confirmed: at + 1, total: papers.length })).waitFor()
  }
  await page.getByText(t('pack.all_confirmed')).waitFor()
}

/** A family of five from the waiting room says once what is the same for all, and goes home with its pack. */
export async function familyOfFive(browser: Browser, language: Language): Promise<void> {
  const hands = await deskIn(browser, language)
  const { kiosk } = hands
  const { page, t, desk } = kiosk
  await noteAndTake(hands)
  const claims = [claimIn(kiosk)]
  for (const [at, person] of family.entries()) {
    if (at > 0) claims.push(await addMember(hands, at + 1))
    await hands.burst(unwrap(writeTd3({ ...zone, ...person })).lines)
    await kiosk.heading(t('mrz.held')).waitFor()
    await onward(hands, 'search')
    await page.getByRole('button', { name: t('match.again') }).waitFor()
    await onward(hands, 'identity')
    await find(hands, listed(kiosk, 'birthCountry'), 'SYR')
    await saved(kiosk)
  }
  await onward(hands, 'contact')
  await sayContact(hands)
  await onward(hands, 'entry')
  await confirmEntry(hands)
  for (const [at, claimId] of claims.toReversed().entries()) {
    if (at > 0) await toMember(hands, claimId)
    await hands.press('6')
    await stepTitle(kiosk, 'grounds').waitFor()
    await sayGrounds(hands, 'SYR')
    await onward(hands, 'photo')
    await givePhoto(hands, 20 + at)
    await onward(hands, 'checks')
    await checkAll(hands, claimId)
    await onward(hands, 'eligibility')
    await answerAndRefer(hands)
  }
  await printPack(hands, claims[0] ?? '')
  for (const claimId of claims) {
    const { claim, documents } = await desk.claims.get({ claimId })
    expect([claim.addressCity?.value, claim.spokenLanguage?.value]).toEqual(['Laval', 'ar'])
    expect(claim.entries?.value).toHaveLength(1)
    expect(documents.find(({ kind }) => kind === 'RPID')?.state).toBe('confirmed')
  }
  expectKeys(hands, 'Family of five from the waiting room')
  expectQuiet(kiosk)
}
