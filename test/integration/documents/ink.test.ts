import { expect, test } from 'vitest'
import { writePdf } from '../../../src/main/documents/pdf/engine.ts'
import { renderClaimantDocument } from '../../../src/main/documents/render.ts'
import type { PageNode } from '../../../src/shared/documents/display-list.ts'
import { isNode } from '../../../src/shared/documents/display-list.ts'
import { layoutClaimantDocument } from '../../../src/shared/documents/layout/claimant-document.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { missingInk, rasterise } from '../../support/ink.ts'
import { claimant, fonts, portrait } from './samples.ts'

const rendered = async (options: { subset?: boolean }, change = {}) =>
  rasterise(unwrap(await renderClaimantDocument(claimant(change), portrait, fonts, options)).pdf)

test.each([
  ['Vietnamese', { familyName: 'Nguyễn', givenNames: 'Thị Ý', nativeName: 'Nguyễn Thị Ý' }],
  ['Arabic', { nativeName: 'بيت پژمان' }],
  ['Ethiopic', { nativeName: 'ሰላም ተስፋዬ' }],
  ['Georgian', { nativeName: 'ჯუმბერ ღვინჯილია' }],
])('subset fonts print the same ink as whole fonts: %s', async (_, change) => {
  const whole = await rendered({ subset: false }, change)
  const subset = await rendered({ subset: true }, change)
  expect(missingInk(whole, subset)).toBeLessThan(0.0005)
  expect(missingInk(subset, whole)).toBeLessThan(0.0005)
})

test('a page on which every third letter is missing is caught, though its layout is right', async () => {
  const { list } = unwrap(layoutClaimantDocument(claimant(), fonts.metrics))
  const whole = await rasterise(writePdf(list, portrait, fonts, { issuedAt: 0, subset: false }))
  const holed = await rasterise(writePdf({ ...list, root: withHoles(list.root) }, portrait, fonts, { issuedAt: 0 }))
  expect(missingInk(whole, holed)).toBeGreaterThan(0.02)
})

const withHoles = (page: PageNode): PageNode => ({
  ...page,
  children: page.children.map((child) => {
    if (isNode(child)) return withHoles(child)
    return child.kind === 'text' ? { ...child, text: child.text.replace(/(..)\p{L}/gu, '$1 ') } : child
  }),
})
