import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { openOfflineBrowser } from '../support/e2e.ts'
import { familyOfFive } from '../support/stories-family.ts'

/** The longest story, in one language: test/long/stories-family.test.ts plays it in the other. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

test(
  'a family of five from the waiting room, in English, says once what is the same for all, and goes home with its pack',
  () => familyOfFive(browser, 'en'),
  240_000,
)
