import type { Browser, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { CheckName } from '../../src/shared/domain/vocabulary.ts'
import { expectQuiet, type Kiosk, openKiosk, openOfflineBrowser } from '../support/e2e.ts'
import { goTo } from '../support/e2e-scenes.ts'
import { scan } from '../support/reader.ts'

/** An officer types ahead of a slow window: no key is lost in silence, and none acts on what could not be foreseen. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

const us = { reader: 'us', computer: 'us', lineEnd: [] } as const

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  let kiosk: Kiosk
  beforeAll(async () => {
    kiosk = await openKiosk(browser, { language, demo: true, demoClaims: 1 })
    await kiosk.desk.seat.demo({ role: 'border_officer' })
    await kiosk.page.getByRole('navigation', { name: kiosk.t('shell.navigation') }).waitFor()
  }, 60_000)
  afterAll(() => kiosk?.close())
  afterEach(() => kiosk.page.unroute('**/rpc/**'))

  const openAt = async (step: 'checks' | 'contact' | 'eligibility') => {
    const { claimId } = (await kiosk.desk.claims.open({ channel: 'port_of_entry' })).row
    await goTo(kiosk, `/claims/${claimId}/intake/${step}`)
    await kiosk.page.getByRole('heading', { level: 2, name: kiosk.t(`step.${step}`), exact: true }).waitFor()
    return claimId
  }
  /** The first command of this kind, which gets no answer until it is let go. */
  const holdFirst = async (call: string): Promise<{ readonly first: Promise<Route> }> => {
    const first = Promise.withResolvers<Route>()
    let seen = false
    await kiosk.page.route(`**/rpc/${call}`, (route) => {
      if (seen) return route.continue()
      seen = true
      return first.resolve(route)
    })
    return { first: first.promise }
  }
  /** A person's pause before each key: closer together they are a reader's. */
  const type = async (keys: string) => {
    await kiosk.page.waitForTimeout(60)
    await kiosk.page.keyboard.type(keys, { delay: 60 })
  }
  const said = async (claimId: string) => (await kiosk.desk.claims.get({ claimId })).checks.map(({ result }) => result)
  const told = () => kiosk.page.getByText(kiosk.t('keys.lost'))
  const nothingTold = async () => expect(await told().count()).toBe(0)
  const untilTold = async () => {
    await told().first().waitFor()
    await kiosk.page.getByRole('alert').filter({ has: told() }).getByRole('button').click()
    await told().waitFor({ state: 'hidden' })
  }

  test('keys pressed while an answer is on its way are said of the checks that come, in order', async () => {
    const claimId = await openAt('checks')
    const { first } = await holdFirst('claims/setCheck')
    await type('d')
    const route = await first
    await type('pud')
    await nothingTold()
    await route.continue()
    // U asks why, so the D behind it is for a field that it was not meant for.
    await kiosk.page.getByRole('dialog', { name: kiosk.t('check.police') }).waitFor()
    await untilTold()
    await kiosk.page.keyboard.press('Escape')
    expect(await said(claimId)).toEqual(['done', 'pending', undefined, undefined])
    await type('dd')
    await expect.poll(() => said(claimId)).toEqual(['done', 'pending', 'done', 'done'])
    await nothingTold()
  })

  test('a key pressed while a decided dialog still stands is for the check below it', async () => {
    const claimId = await openAt('checks')
    const { page, t } = kiosk
    await type('u')
    const dialog = page.getByRole('dialog', { name: t('check.removal_order') })
    await dialog.getByRole('textbox', { name: t('common.reason') }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await type('down since noon')
    const { first } = await holdFirst('claims/setCheck')
    await dialog.getByRole('button', { name: t('check.record') }).press('Enter')
    const route = await first
    await type('d')
    await route.continue()
    await expect.poll(() => said(claimId)).toEqual(['unavailable', 'done', undefined, undefined])
    await nothingTold()
  })

  test('when the answer fails the keys behind it do nothing, and that is said', async () => {
    const claimId = await openAt('checks')
    const { first } = await holdFirst('claims/setCheck')
    await type('d')
    const route = await first
    await type('pd')
    await route.abort()
    await untilTold()
    expect(await said(claimId)).toEqual([undefined, undefined, undefined, undefined])
  })

  test('a check that somebody else made meanwhile moves no key on to another check', async () => {
    const claimId = await openAt('checks')
    const { first } = await holdFirst('claims/setCheck')
    await type('d')
    const route = await first
    await type('d')
    const foreseen: CheckName = 'biometrics'
    await kiosk.desk.claims.setCheck({ claimId, check: foreseen, result: 'unavailable', note: 'scanner broken' })
    await route.continue()
    await untilTold()
    expect(await said(claimId)).toEqual(['done', 'unavailable', undefined, undefined])
  })

  test('an answer to a question that is not on the screen yet is none, neither to it nor to the one before', async () => {
    const claimId = await openAt('eligibility')
    const { page, t, desk } = kiosk
    const panel = page.getByRole('region', { name: t('elig.ask') })
    await panel.getByRole('button', { name: new RegExp(`^${t('elig.no')}`) }).waitFor()
    const before = (await desk.eligibility.worksheet({ claimId })).facts
    const { first } = await holdFirst('eligibility/answer')
    await type('n')
    const route = await first
    await type(language === 'fr' ? 'o' : 'y')
    await untilTold()
    await route.continue()
    const answered = async () => {
      const { facts } = await desk.eligibility.worksheet({ claimId })
      const changed = Object.entries(facts).filter(([fact]) => !(fact in before))
      return changed.map(([, value]) => value)
    }
    await expect.poll(answered).toEqual([false])
  })

  test('two keys at a person’s pace both act, though the window was busy when they came', async () => {
    const claimId = await openAt('checks')
    await scan(kiosk.page, ['DPDP'], us, 41)
    await expect.poll(() => said(claimId)).toEqual(['done', 'pending', 'done', 'pending'])
    await nothingTold()
  })

  test('the first digit that a reader types leads to no step', async () => {
    const claimId = await openAt('contact')
    const { page, t } = kiosk
    await page.locator('main').focus()
    await scan(page, ['123456'], us)
    await page.getByRole('dialog', { name: t('scan.number_title') }).waitFor()
    expect(page.url()).toContain(`${claimId}/intake/contact`)
    await page.keyboard.press('Escape')
  })

  test('and nothing complained', () => expectQuiet(kiosk, /Failed to load resource/))
})
