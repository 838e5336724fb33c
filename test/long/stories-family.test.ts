import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { openOfflineBrowser } from '../support/e2e.ts'
import { familyOfFive } from '../support/stories-family.ts'

/** The story of test/e2e/stories-family.test.ts in the other language. */

let browser: Browser
beforeAll(async () => {
  browser = await openOfflineBrowser()
})
afterAll(() => browser?.close())

test(
  'a family of five from the waiting room, in French, says once what is the same for all, and goes home with its pack',
  () => familyOfFive(browser, 'fr'),
  240_000,
)
