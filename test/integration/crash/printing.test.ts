import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPrintShop, type PrintShop } from './printing.ts'

let shop: PrintShop
beforeAll(async () => {
  shop = await openPrintShop()
}, 120_000)
afterAll(() => shop?.remove())

/** A few moments; test/long/printing.test.ts has every one of them. */
test('a desk that is killed while a batch prints loses no sheet and prints none twice without asking', async () => {
  const moments = await shop.moments()
  expect(moments).toBeGreaterThan(30)
  const share = (part: number) => Math.floor(moments * part)
  await Promise.all([shop.killAt([share(0.3)]), shop.killAt([share(0.55), share(0.2)])])
}, 120_000)
