import { expect, test } from 'vitest'
import { writePdf } from '../../../src/main/documents/pdf/engine.ts'
import { renderClaimantDocument } from '../../../src/main/documents/render.ts'
import type { DisplayList, FontFace, PageNode } from '../../../src/shared/documents/display-list.ts'
import { isNode } from '../../../src/shared/documents/display-list.ts'
import { layoutClaimantDocument } from '../../../src/shared/documents/layout/claimant-document.ts'
import { node, text } from '../../../src/shared/documents/layout/parts.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { drawnByPango, type GreyPage, missingInk, rasterise, trimmed } from '../../support/ink.ts'
import { claimant, fonts, portrait } from './samples.ts'

const rendered = async (options: { subset?: boolean }, change = {}) =>
  rasterise(unwrap(await renderClaimantDocument(claimant(change), portrait, fonts, options)).pdf)

test.each([
  ['Vietnamese', { familyName: 'Nguyễn', givenNames: 'Thị Ý', nativeName: 'Nguyễn Thị Ý' }],
  ['Arabic', { nativeName: 'بيت پژمان' }],
  ['Ethiopic', { nativeName: 'ሰላም ተስፋዬ' }],
])('subset fonts print the same ink as whole fonts: %s', async (_, change) => {
  const whole = await rendered({ subset: false }, change)
  const subset = await rendered({ subset: true }, change)
  expect(missingInk(whole, subset)).toBeLessThan(0.0005)
  expect(missingInk(subset, whole)).toBeLessThan(0.0005)
})

test('a page on which every third letter is missing is caught, though its layout is right', async () => {
  const { list } = unwrap(layoutClaimantDocument(claimant(), fonts.metrics))
  const whole = await rasterise(await writePdf(list, portrait, fonts, { issuedAt: 0, subset: false }))
  const holed = await rasterise(
    await writePdf({ ...list, root: withHoles(list.root) }, portrait, fonts, { issuedAt: 0 }),
  )
  expect(missingInk(whole, holed)).toBeGreaterThan(0.02)
})

const withHoles = (page: PageNode): PageNode => ({
  ...page,
  children: page.children.map((child) => {
    if (isNode(child)) return withHoles(child)
    return child.kind === 'text' ? { ...child, text: child.text.replace(/(..)\p{L}/gu, '$1 ') } : child
  }),
})

const pangoFont: Record<'bold' | 'arabic' | 'ethiopic', [string, string]> = {
  bold: ['Noto Sans Bold 20', 'assets/fonts/NotoSans-Bold.ttf'],
  arabic: ['Noto Sans Arabic Bold 20', 'assets/fonts/NotoSansArabic-Bold.ttf'],
  ethiopic: ['Noto Sans Ethiopic Bold 20', 'assets/fonts/NotoSansEthiopic-Bold.ttf'],
}

test.each<[keyof typeof pangoFont, string]>([
  ['arabic', 'محمد الأحمد'],
  ['arabic', 'بيت آمنة شيء فؤاد'],
  ['arabic', 'پژمان گلپ ڈاکٹر'],
  ['arabic', 'ښځه ټول لله'],
  ['ethiopic', 'ሰላም ተስፋዬ'],
  ['bold', 'Nguyễn Thị Ý Łukasz'],
  ['bold', 'Ọ̀ṣun İĞDIR'],
  ['bold', 'Дмитро Παναγιώτης'],
])('%s letters stand where HarfBuzz puts them: %s', async (face, name) => {
  const ours = trimmed(await rasterise(await writePdf(oneLine(face, name), undefined, fonts, { issuedAt: 0 })))
  const theirs = trimmed(await drawnByPango(name, ...pangoFont[face]))
  expect(Math.abs(ours.width - theirs.width)).toBeLessThanOrEqual(4)
  const size = { width: Math.max(ours.width, theirs.width), height: Math.max(ours.height, theirs.height) }
  expect(missingInk(padded(theirs, size), padded(ours, size), 2)).toBeLessThan(0.01)
  expect(missingInk(padded(ours, size), padded(theirs, size), 2)).toBeLessThan(0.01)
})

const oneLine = (face: FontFace, name: string): DisplayList => ({
  width: 612,
  height: 72,
  title: 'One line',
  lang: 'und',
  places: {},
  root: node('Document', [node('P', [text(20, 30, 20, face, name)])]),
})

function padded(page: GreyPage, { width, height }: { width: number; height: number }): GreyPage {
  const pixels = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < page.height; y++)
    pixels.set(page.pixels.subarray(y * page.width, (y + 1) * page.width), y * width)
  return { width, height, pixels }
}
