// The built browser host and window in Chromium, as `npm start` runs them.
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, showsSomething, watchProblems } from '../support/browser.ts'

const built = join(import.meta.dirname, '../../out/main/browser.js')
let browser: Browser
let host: { url: string; close(): Promise<void> }

beforeAll(async () => {
  if (!existsSync(built)) throw new Error(`${built} is missing: build first, with 'npm run build' or 'npm test'`)
  const { startBrowserHost } = await import(/* @vite-ignore */ pathToFileURL(built).href)
  host = await startBrowserHost({ dataDir: mkdtempSync(join(tmpdir(), 'passerelle-')), demo: false })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
})

test('the address of the launch opens the window; the token leaves the address bar and survives a reload', async () => {
  const page = await browser.newPage()
  const problems = watchProblems(page)
  const calls: number[] = []
  page.on('response', (answer) => {
    if (answer.url().includes('/rpc/')) calls.push(answer.status())
  })
  await page.goto(host.url)
  await showsSomething(page)
  await expect.poll(() => calls.length).toBeGreaterThan(0)
  expect(page.url()).not.toContain('token')
  const before = calls.length
  await page.reload()
  await showsSomething(page)
  await expect.poll(() => calls.length).toBeGreaterThan(before)
  expect(new Set(calls)).toEqual(new Set([200]))
  expect(problems).toEqual([])
  await page.close()
})

test('a page without the token is told nothing', async () => {
  const page = await browser.newPage()
  const answered = page.waitForResponse((answer) => answer.url().includes('/rpc/'))
  await page.goto(new URL('/', host.url).href)
  expect((await answered).status()).toBe(401)
  await page.close()
})

test('the policy stops inline scripts, foreign images and foreign calls', async () => {
  const page = await browser.newPage()
  await page.goto(host.url)
  const stopped = await page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    const image = document.createElement('img')
    image.src = 'https://example.org/x.png'
    document.body.append(image)
    await fetch('https://example.org/').catch(() => {})
    document.body.insertAdjacentHTML('beforeend', '<p id="p" style="color: red" onclick="injected = true"></p>')
    document.getElementById('p')?.click()
    await new Promise((done) => setTimeout(done, 100))
    return { violations, injected: 'injected' in window }
  })
  expect(stopped.injected).toBe(false)
  expect(new Set(stopped.violations)).toEqual(
    new Set(['script-src-elem', 'img-src', 'connect-src', 'style-src-attr', 'script-src-attr']),
  )
  await page.close()
})
