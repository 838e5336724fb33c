/** A kiosk: a real desk behind the real browser host, and a page of a real browser in front of it. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { createDesk, type Desk, type DeskOptions } from '../../src/main/desk.ts'
import { type BrowserHost, startBrowserHost } from '../../src/main/hosts/browser/main.ts'
import { builtPages } from '../../src/main/hosts/pages.ts'
import type { DeskContract } from '../../src/shared/contract/desk.ts'
import type { Translate } from '../../src/shared/i18n/index.ts'
import type { Language } from '../../src/shared/language.ts'
import { ok } from '../../src/shared/result.ts'
import { openBrowser } from './browser.ts'
import { noon, type TestDesk } from './desk.ts'
import { movableTime } from './e2e-time.ts'
import { wordsIn } from './e2e-words.ts'

/** A browser to which every name but this computer's is unknown: the tests run as without a network. */
export const openOfflineBrowser = (): Promise<Browser> =>
  openBrowser({ args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] })

export interface KioskOptions extends Pick<DeskOptions, 'demoClaims'> {
  readonly language?: Language
  readonly demo?: boolean
  readonly kiosk?: boolean
  /** A desk that was set up before; else a new one. */
  readonly dataDir?: string
  readonly context?: BrowserContextOptions
}

export interface Kiosk extends TestDesk {
  readonly page: Page
  readonly context: BrowserContext
  readonly language: Language
  /** The window's text of a key, in this kiosk's language. */
  readonly t: Translate
  /** A field by its whole label; what stands in parentheses after it does not count. */
  field(label: string): Locator
  button(name: string): Locator
  heading(name: string): Locator
  /** What the browser complained about, and every address outside this computer that was asked for. */
  readonly problems: readonly string[]
  /** Stops the host: the window stands before a desk that does not answer. */
  stop(): Promise<void>
  /** Stops the host and starts it again on the same folder; opens the page anew. */
  restart(): Promise<void>
  /** The same, as a kiosk or as an ordinary desk. */
  restartAs(how: { readonly kiosk: boolean }): Promise<void>
}

/** Starts a host on a folder of its own and opens its address. */
export async function openKiosk(browser: Browser, options: KioskOptions = {}): Promise<Kiosk> {
  const { language = 'en', demo = false } = options
  let { kiosk = false } = options
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'passerelle-e2e-'))
  const time = movableTime(noon)
  const printed: Uint8Array[] = []
  const running: { host?: BrowserHost; made?: Desk; desk?: ContractRouterClient<DeskContract> } = {}
  const start = async () => {
    const host = await startBrowserHost({
      dataDir,
      demo,
      kiosk,
      pages: process.env.PASSERELLE_PAGES ?? builtPages,
      createDesk: async (given) => {
        const desk = await createDesk({ ...given, ...testWorld(given, time, printed), ...demoSize(options) })
        running.made = desk
        running.desk = createRouterClient(desk.router) as unknown as ContractRouterClient<DeskContract>
        return desk
      },
    })
    running.host = host
    return host.url
  }
  const stop = async () => {
    await running.host?.close()
    delete running.host
  }
  const url = await start()
  const context = await browser.newContext({
    locale: `${language}-CA`,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options.context,
  })
  context.setDefaultTimeout(patience)
  const problems = watch(context)
  const page = await context.newPage()
  await page.goto(url)
  const restart = async () => {
    await page.goto('about:blank')
    await stop()
    await page.goto(await start())
  }
  return {
    page,
    context,
    language,
    t: wordsIn(language),
    dataDir,
    time,
    printed,
    problems,
    get desk() {
      if (!running.desk) throw new Error('The desk is not running')
      return running.desk
    },
    field: (label) => page.getByLabel(whole(label)),
    button: (name) => page.getByRole('button', { name, exact: true }),
    heading: (name) => page.getByRole('heading', { name, exact: true }),
    lockScreen: () => running.made?.lock(),
    stop,
    restart,
    restartAs(how) {
      kiosk = how.kiosk
      return restart()
    },
    async close() {
      await context.close()
      await stop()
    },
  }
}

/** Where a kiosk of the tests finds what it prints. */
export const kioskPaper = '/paper/of-the-test'

/** For one step of one flow, on a computer that does much else. */
const patience = 15_000

/** The product's desk on a clock that the test moves, with a quick password and no printer but the window. */
const testWorld = (given: DeskOptions, time: ReturnType<typeof movableTime>, printed: Uint8Array[]) => ({
  clock: time.clock,
  timers: time.timers,
  passwordCost: { memoryKib: 64, passes: 1, lanes: 1 },
  ports: {
    ...given.ports,
    printing: {
      listPrinters: async () => [],
      // Never a queue of the computer that runs the tests.
      async printPdf(bytes: Uint8Array, { title }: { title: string }) {
        printed.push(bytes)
        if (given.kiosk) return ok({ by: 'window' as const, address: kioskPaper })
        return given.ports.dialogs.saveFile({ name: `${title}.pdf`, type: 'application/pdf', bytes })
      },
    },
  },
})

const demoSize = ({ demoClaims }: KioskOptions) => (demoClaims === undefined ? {} : { demoClaims })

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const whole = (label: string) => new RegExp(`^${escaped(label)}(\\s*\\([^)]*\\))?$`)

/** Collects what must never happen: errors of scripts and of the console, broken policy, calls that leave this computer. */
function watch(context: BrowserContext): readonly string[] {
  const problems: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      problems.push(`console: ${message.text()} ${message.location().url}`)
  })
  context.on('weberror', (error) => problems.push(`script: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') problems.push(`left this computer: ${request.url()}`)
  })
  return problems
}

/** What a window that is open may still ask for the officer before, when a test seats another one behind its back. */
export const seatedAnother = /rpc\/(officers\/list|shift\/view|queues\/counts|attentionCount|today|hall\/list)/

/** Nobody complained, and nobody asked another computer. `expected`: what a step means to provoke. */
export function expectQuiet({ problems }: Kiosk, expected?: RegExp): void {
  expect(problems.filter((problem) => !expected?.test(problem))).toEqual([])
}

/** An act of the claim on the screen, from the menu of its head: opens it with Enter and gives the act's item. */
export async function claimAct({ page, t }: Kiosk, label: Parameters<Kiosk['t']>[0]): Promise<Locator> {
  await page.getByRole('button', { name: t('claims.acts'), exact: true }).press('Enter')
  await page.getByRole('menu').waitFor()
  return page.getByRole('menuitem', { name: t(label as 'correct.open') })
}

/** The keyboard is somewhere: focus is on a thing, not on the page as a whole. */
export async function expectFocus(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'nothing')).not.toMatch(/BODY|nothing/)
}
