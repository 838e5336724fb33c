/** Where a story is played, and how many keys it may need. */
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { Language } from '../../src/shared/language.ts'
import { type Kiosk, openKiosk } from './e2e.ts'
import { type Hands, handsAt } from './stories.ts'

/** A border officer at a desk with no claims. */
export async function deskIn(browser: Browser, language: Language): Promise<Hands> {
  const kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 0 })
  onTestFinished(() => kiosk.close())
  await kiosk.desk.seat.demo({ role: 'border_officer' })
  await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
  return handsAt(kiosk)
}

/** No more keys than the table allows: a story that needs fewer lowers its row. */
export function expectKeys({ keys, kiosk }: Hands, story: string): void {
  if (process.env.PASSERELLE_KEYS) console.log(`${story} (${kiosk.language}): ${keys()} keys`)
  expect(keys(), story).toBeLessThanOrEqual(allowedKeys(story, kiosk.language))
}

export const claimIn = ({ page }: Kiosk): string => /claims\/([^/]+)/.exec(page.url())?.[1] ?? ''

/** The most keys that a story may need, by its name, as docs/keystrokes.md says. */
function allowedKeys(story: string, language: 'en' | 'fr'): number {
  const table = readFileSync('docs/keystrokes.md', 'utf8')
  const row = table.split('\n').find((line) => line.startsWith(`| ${story} |`))
  const cells = row?.split('|').map((cell) => cell.trim()) ?? []
  return Number(cells[language === 'en' ? 2 : 3] ?? 0)
}
