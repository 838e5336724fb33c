import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentFonts } from '../../../src/main/documents/fonts.ts'
import type { Run } from '../../../src/main/documents/pdf/shaping.ts'
import type { FontFace } from '../../../src/shared/documents/display-list.ts'
import { openBrowser } from '../../support/browser.ts'
import { differing, inBrowser, inkArguments, linesOnAPage, onPaper } from '../../support/browser-ink.ts'
import { demoNames, ownScripts } from '../../support/own-scripts.ts'
import { fonts } from './samples.ts'

/** What a reader of the script sees in a browser is what the paper shows: letters, joins, marks and their places. */

let browser: Browser
let view: Page
beforeAll(async () => {
  browser = await openBrowser({ args: [...inkArguments] })
  view = await browser.newPage()
}, 60_000)
afterAll(() => browser.close())

const namesOf = ({ code, hard }: { code: string; hard: readonly string[] }) =>
  [...hard, ...demoNames(code).filter((_, at) => at % 3 === 0)].slice(0, linesOnAPage)

test.each(ownScripts)('$code names have the ink that Chromium gives them', async ({ face, code, hard }) => {
  const names = namesOf({ code, hard })
  expect(names.length).toBeGreaterThan(3)
  expect(differing(names, await onPaper(names, face, fonts), await inBrowser(names, face, view))).toEqual([])
})

describe('a writer at fault is caught', () => {
  const spoiled = (face: FontFace, spoil: (run: Run) => Run): DocumentFonts => ({
    ...fonts,
    faces: {
      ...fonts.faces,
      [face]: Object.create(fonts.faces[face], {
        run: { value: (text: string) => spoil(fonts.faces[face].run(text)) },
      }),
    },
  })
  const caught = async (face: FontFace, names: readonly string[], spoil: (run: Run) => Run) =>
    differing(names, await onPaper(names, face, spoiled(face, spoil)), await inBrowser(names, face, view)).length

  test.each<[FontFace, string]>([
    ['arabic', 'محمد'.replace('د', 'دٌ')],
    ['devanagari', 'कुमार'],
    ['bengali', 'তৌহিদুল'],
    ['hebrew', 'שָׁלוֹם'],
  ])('that drops the places of marks: %s', async (face, name) => {
    const dropped = (run: Run) => ({ ...run, glyphs: run.glyphs.map((glyph) => ({ ...glyph, x: 0, y: 0 })) })
    expect(await caught(face, [name], dropped)).toBe(1)
  })

  test.each<[FontFace, string]>([
    ['arabic', 'محمد'],
    ['devanagari', 'हृषिकेश'],
    ['tamil', 'மொழி'],
    ['bold', 'Nguyễn'],
  ])('that shows the glyphs in another order: %s', async (face, name) => {
    expect(await caught(face, [name], (run) => ({ ...run, glyphs: run.glyphs.toReversed() }))).toBe(1)
  })
})
