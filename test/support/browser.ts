import type { Browser, LaunchOptions, Page } from 'playwright-core'
import { launch } from '../../scripts/browser.mjs'

/** A headless Chromium; found as scripts/browser.mjs says, without a download. */
export const openBrowser = (options?: LaunchOptions): Promise<Browser> => launch(options)

/** Collects what a page complains about: errors of scripts, of the console, of the Content-Security-Policy. */
export function watchProblems(page: Page): readonly string[] {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  return problems
}

/** Waits until the window has drawn text: whatever its first screen is. */
export async function showsSomething(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getElementById('root')?.innerText.trim())
}
