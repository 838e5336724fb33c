import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { type Cases, makeCases, type Scene, scenes, showScheme } from '../support/e2e-scenes.ts'

/**
 * Pictures of the screens, made on demand:
 * PASSERELLE_PICTURES=docs vitest run test/e2e/pictures renews docs/screenshots;
 * PASSERELLE_PICTURES=some/folder takes every screen and dialog, in both languages, schemes and sizes.
 */
const wanted = process.env.PASSERELLE_PICTURES

const small = { width: 1280, height: 800 }
const large = { width: 1920, height: 1080 }

interface Look {
  readonly language: 'en' | 'fr'
  readonly size: typeof small
  readonly scheme: 'light' | 'dark'
  readonly names: readonly string[]
}

const documented: readonly Look[] = [
  {
    language: 'en',
    size: small,
    scheme: 'light',
    names: [
      'today',
      'claims',
      'step-passport-wrong',
      'step-search-taken',
      'step-eligibility-taken',
      'step-document-printed',
    ],
  },
  {
    language: 'fr',
    size: small,
    scheme: 'light',
    names: ['today', 'step-photo-taken', 'claim-overview', 'photos', 'hall'],
  },
  { language: 'en', size: large, scheme: 'dark', names: ['step-document-taken', 'claim-timeline'] },
  { language: 'fr', size: large, scheme: 'light', names: ['claims'] },
]
/** Enough that no list looks empty. */
const claims = 120
const claimsOf = async ({ desk }: Kiosk) => Object.values((await desk.today()).counts).reduce((a, b) => a + b, 0)
const all = scenes.map(({ name }) => name)
const everything: readonly Look[] = (['en', 'fr'] as const).flatMap((language) =>
  [small, large].flatMap((size) =>
    (['light', 'dark'] as const).map((scheme) => ({ language, size, scheme, names: all })),
  ),
)

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

describe.skipIf(!wanted)('pictures (on demand)', () => {
  test.each(wanted === 'docs' ? documented : everything)(
    'in $language, $scheme, $size.width wide',
    async (look) => {
      const { language, size } = look
      const kiosk = await openKiosk(browser, { language, demo: true, context: { viewport: size }, demoClaims: claims })
      onTestFinished(() => kiosk.close())
      await kiosk.desk.seat.demo({ role: 'border_officer' })
      await expect.poll(() => claimsOf(kiosk), { timeout: 240_000 }).toBeGreaterThanOrEqual(claims)
      // The past took long: the seat may have been left meanwhile.
      await kiosk.desk.seat.demo({ role: 'border_officer' })
      const cases = await makeCases(kiosk)
      await kiosk.page.reload()
      await showScheme(kiosk.page, look.scheme)
      for (const scene of scenes.filter(({ name }) => look.names.includes(name))) await take(kiosk, cases, scene, look)
    },
    600_000,
  )
})

async function take(kiosk: Kiosk, cases: Cases, scene: Scene, { language, size, scheme }: Look) {
  const { page, desk, t } = kiosk
  await desk.seat.demo({ role: scene.role })
  await scene.open(kiosk, cases)
  await page.getByText(t('connection.slow')).waitFor({ state: 'hidden' })
  await page.evaluate(() => document.fonts.ready)
  const folder = wanted === 'docs' ? 'docs/screenshots' : (wanted ?? '')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${scene.name}-${language}-${scheme}-${size.width}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  if (scene.above) await page.keyboard.press('Escape')
}
