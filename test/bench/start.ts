import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TOTP } from 'otpauth'
import type { Browser } from 'playwright-core'
import { currentCost, deriveInWorker } from '../../src/main/officers/argon2.ts'
import { createDeskOn } from './desk.ts'
import { machine, once, spread, type Timing } from './measure.ts'

export interface StartReport {
  readonly cases: number
  readonly runs: number
  readonly machine: ReturnType<typeof machine>
  readonly times: Record<string, Timing>
}

const password = 'correct horse battery'

/**
 * Starts the built browser host on a desk in use, again and again: until it answers, until the sign-in can be used in
 * a browser, and from the accepted password to the list. The time of the key derivation stands apart: it is meant to be long.
 */
export async function benchStart(options: {
  readonly cases: number
  readonly runs: number
  readonly say: (line: string) => void
}): Promise<StartReport> {
  const { cases, runs, say } = options
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-'))
  const times: Record<string, number[]> = {}
  const note = (name: string, ms: number) => {
    times[name] = [...(times[name] ?? []), ms]
  }
  const scripts = pathToFileURL(resolve('scripts/browser.mjs')).href
  const { launch } = (await import(scripts)) as { launch: () => Promise<Browser> }
  const browser = await launch()
  try {
    say('a desk with its claims')
    const secret = await createDeskOn(folder, password, cases)
    for (let run = 0; run < runs; run++) {
      say(`start ${run + 1}`)
      await oneStart({ folder, browser, secret, note })
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const spreads = Object.entries(times).map(([name, all]) => [name, spread(all)] as const)
  return { cases, runs, machine: machine(), times: Object.fromEntries(spreads) }
}

interface Start {
  readonly folder: string
  readonly browser: Browser
  readonly secret: string
  readonly note: (name: string, ms: number) => void
}

async function oneStart({ folder, browser, secret, note }: Start): Promise<void> {
  // The kiosk's browser is open already; what it shows first is what is measured.
  const page = await browser.newPage()
  const started = performance.now()
  const since = () => performance.now() - started
  const program = `import(${JSON.stringify(pathToFileURL(resolve('out/main/browser.js')).href)})
    .then(({ run }) => run(['--data', ${JSON.stringify(folder)}]))`
  const host = spawn(process.execPath, ['-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // As scripts/start.mjs does.
    env: { ...process.env, NODE_COMPILE_CACHE: 'node_modules/.cache/compile' },
  })
  try {
    const url = await addressOf(host)
    note('start to address', since())
    const call = caller(url)
    await call('status')
    note('start to first answer', since())
    const loaded = await once(() => page.goto(url).then(() => page.getByRole('textbox').first().waitFor()))
    note('page to sign-in usable', loaded.ms)
    note('start to sign-in usable in the browser', since())
    await page.close()
    const derived = await once(() => deriveAlone())
    note('key derivation alone', derived.ms)
    const signedIn = await once(() => call('seat/signIn', { userName: 'amelie', password }))
    note('sign-in with key derivation', signedIn.ms)
    note('sign-in less key derivation', Math.max(signedIn.ms - derived.ms, 0))
    const phase = (signedIn.value as { phase?: string }).phase
    if (phase === 'needs_second_factor') await call('seat/secondFactor', { code: new TOTP({ secret }).generate() })
    const list = await once(() => call('claims/page', { limit: 50 }))
    note('list, first after sign-in', list.ms)
    const today = await once(() => call('today'))
    note('today, first after sign-in', today.ms)
    note('accepted to list (sign-in less derivation, list)', Math.max(signedIn.ms - derived.ms, 0) + list.ms)
  } finally {
    host.kill('SIGTERM')
    await new Promise((done) => host.once('exit', done))
  }
}

const deriveAlone = () => deriveInWorker(new TextEncoder().encode(password), new Uint8Array(16), currentCost)

/** The address that the host prints. */
export function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = ''
    host.stdout?.on('data', (chunk) => {
      text += chunk
      const [url] = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(text) ?? []
      if (url) found(url)
    })
    host.once('exit', (code) => failed(new Error(`The host ended (${code}): ${text}`)))
  })
}

/** Calls the desk as the window does. */
export function caller(url: string) {
  const { origin, hash } = new URL(url)
  const headers = {
    origin,
    authorization: `Bearer ${hash.slice('#token='.length)}`,
    'content-type': 'application/json',
  }
  return async (path: string, json?: unknown): Promise<unknown> => {
    const answer = await fetch(`${origin}/rpc/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(json === undefined ? {} : { json }),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return ((await answer.json()) as { json: unknown }).json
  }
}
