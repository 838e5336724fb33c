import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fonts } from '../integration/documents/samples.ts'
import { openBrowser } from '../support/browser.ts'
import { differing, inBrowser, inkArguments, linesOnAPage, onPaper } from '../support/browser-ink.ts'
import { demoNames, ownScripts } from '../support/own-scripts.ts'

let browser: Browser
let view: Page
beforeAll(async () => {
  browser = await openBrowser({ args: [...inkArguments] })
  view = await browser.newPage()
}, 60_000)
afterAll(() => browser.close())

test.each(ownScripts)(
  'every $code name of the demo has the ink that Chromium gives it',
  async ({ face, code, hard }) => {
    const names = [...hard, ...demoNames(code)]
    for (let from = 0; from < names.length; from += linesOnAPage) {
      const some = names.slice(from, from + linesOnAPage)
      expect(differing(some, await onPaper(some, face, fonts), await inBrowser(some, face, view))).toEqual([])
    }
  },
)
