import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { queueNames } from '../../../src/shared/domain/queues.ts'
import { spread, type Timing } from '../measure.ts'
import { addressOf, caller } from '../start.ts'

/**
 * From the press on a link until the screen is drawn with what it was asked for, in a real browser on the built desk: for
 * the first time in a window, and again in the same window, as an officer does all day.
 */

interface Options {
  readonly folder: string
  readonly password: string
  readonly secret: string
  readonly runs: number
  readonly say: (line: string) => void
}

/** Where it stands, and what is on it once it is there. */
const screens: Readonly<Record<string, { readonly hash: string; readonly there: string }>> = {
  list: { hash: '#/claims', there: 'main [data-row]' },
  // Its fiftieth row: those that are in sight are drawn before.
  'list, to its last row': { hash: '#/claims', there: 'main [data-row]:nth-child(50)' },
  queue: { hash: '#/queues/taking_in', there: 'main [data-row]' },
  'queue, with all numbers': { hash: '#/queues/taking_in', there: 'main nav[aria-busy=false]' },
  'calendar, week': { hash: '#/interviews/calendar', there: 'main table td' },
  'to schedule': { hash: '#/interviews', there: 'main h1' },
  today: { hash: '#/', there: 'main figure svg, main table' },
}

export async function onScreen({ folder, password, secret, runs, say }: Options): Promise<Record<string, Timing>> {
  const scripts = pathToFileURL(resolve('scripts/browser.mjs')).href
  const { launch } = (await import(scripts)) as { launch: () => Promise<Browser> }
  const program = `import(${JSON.stringify(pathToFileURL(resolve('out/main/browser.js')).href)})
    .then(({ run }) => run(['--data', ${JSON.stringify(folder)}]))`
  const host = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const browser = await launch()
  try {
    const url = await addressOf(host)
    const call = caller(url)
    const seat = (await call('seat/signIn', { userName: 'amelie', password })) as { phase?: string }
    if (seat.phase === 'needs_second_factor') await call('seat/secondFactor', { code: new TOTP({ secret }).generate() })
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    // Leaves the launch's token with the window.
    await page.goto(url)
    const times: Record<string, number[]> = {}
    const note = (name: string, ms: number) => {
      times[name] = [...(times[name] ?? []), ms]
    }
    for (let run = 0; run < runs; run++) {
      say(`screens ${run + 1}`)
      for (const [name, { hash, there }] of Object.entries(screens)) {
        await afresh(page, url)
        note(name, await draw(page, hash, there))
        await elsewhere(page)
        note(`${name}, again`, await draw(page, hash, there))
      }
    }
    // From queue to queue, each for the first time.
    await afresh(page, url)
    await draw(page, '#/queues/portal_new', 'main h2')
    const links = await page.locator('main a[href*="/queues/"]').evaluateAll((all) => all.map((one) => `${one}`))
    // Those of the officer's role.
    const other = queueNames.filter(
      (queue) => queue !== 'portal_new' && links.some((link) => link.endsWith(`/queues/${queue}`)),
    )
    for (const queue of other)
      note('another queue', await draw(page, `#/queues/${queue}`, `main a[aria-current="page"][href$="${queue}"]`))
    return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, spread(all)]))
  } finally {
    await browser.close()
    host.kill('SIGTERM')
    await new Promise((done) => host.once('exit', done))
  }
}

/**
 * The window as it is some seconds after a start, on a quiet screen: every program is fetched and the screens of the day
 * are drawn ahead (src/renderer/app/warm-up), nothing of them was asked of the desk.
 */
async function afresh(page: Page, url: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${new URL(url).origin}/#/verify`)
  await page.getByRole('navigation').first().waitFor()
  // Somebody is there: an unattended desk locks.
  await page.mouse.move(1, 1)
  await page.mouse.move(2, 2)
  await page.waitForFunction(() => performance.getEntriesByName('laid out ahead').length > 0)
  await page.waitForTimeout(500)
}

/** Another screen, for as long as it takes to do little there: the first has been drawn to its end and is left. */
async function elsewhere(page: Page): Promise<void> {
  await page.waitForTimeout(1000)
  await draw(page, '#/verify', 'main h1')
  await page.waitForTimeout(1000)
}

/**
 * Milliseconds from the change of the address to the frame in which what belongs there has been drawn. Up to a frame of
 * them, 16 ms, is the wait for the next one: whoever looks at a screen waits for it too.
 */
const draw = (page: Page, hash: string, there: string): Promise<number> =>
  page.evaluate(
    async ([to, selector]) => {
      const began = performance.now()
      location.hash = to
      const drawn = () =>
        document.querySelector(selector) !== null && document.querySelector('main [role=status][aria-busy]') === null
      while (!drawn()) await new Promise((next) => requestAnimationFrame(next))
      await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
      return performance.now() - began
    },
    [hash, there] as const,
  )
