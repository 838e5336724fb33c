import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { DeskContract } from '../../src/shared/contract/desk.ts'
import { openOfflineBrowser } from '../support/e2e.ts'
import { wordsIn } from '../support/e2e-words.ts'

/** The built program, killed while somebody types, and started again on the same folder. */

const program = join(import.meta.dirname, '../../out/main/browser.js')
const t = wordsIn('en')
let browser: Browser
beforeAll(async () => {
  if (!existsSync(program)) throw new Error(`${program} is missing: build first, with 'npm run build' or 'npm test'`)
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

test('kill -9 of the desk loses no draft', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-kill-'))
  const first = await startProgram(dataDir)
  const desk = deskAt(first.url)
  await desk.seat.demo({ role: 'border_officer' })
  const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
  const page = await browser.newPage({ locale: 'en-CA' })
  onTestFinished(() => page.close())
  const email = page.getByLabel(t('field.email'), { exact: true })
  const openContact = async (url: string) => {
    await page.goto('about:blank')
    await page.goto(url)
    await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor()
    await page.evaluate((next) => {
      location.hash = next
    }, `#/claims/${claimId}/intake/contact`)
    await email.waitFor()
  }
  await openContact(first.url)
  await email.fill('nour@kill')
  await expect.poll(async () => (await desk.claims.get({ claimId })).drafts.email).toBe('nour@kill')
  await kill(first.child)
  await page.getByText(t('connection.lost')).first().waitFor()
  expect(await email.inputValue()).toBe('nour@kill')

  const second = await startProgram(dataDir)
  onTestFinished(() => kill(second.child))
  await deskAt(second.url).seat.demo({ role: 'border_officer' })
  await openContact(second.url)
  expect(await email.inputValue()).toBe('nour@kill')
}, 60_000)

/** As `npm start -- --demo` starts it. */
async function startProgram(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const start = `import { run } from ${JSON.stringify(program)}; await run(${JSON.stringify(['--demo', '--data', dataDir])})`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', start], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => kill(child))
  let told = ''
  for (;;) {
    told += (await once(child.stdout, 'data'))[0]
    const url = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/.exec(told)?.[0]
    if (url) return { child, url }
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

function deskAt(url: string): ContractRouterClient<DeskContract> {
  const { origin, hash } = new URL(url)
  const headers = { origin, authorization: `Bearer ${hash.slice('#token='.length)}` }
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers }))
}
