import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPrintShop, type PrintShop } from '../integration/crash/printing.ts'

let shop: PrintShop
beforeAll(async () => {
  shop = await openPrintShop()
}, 120_000)
afterAll(() => shop?.remove())

/** Plays them two at a time; all that is wrong is told at once. */
async function playAll(runs: readonly (readonly number[])[]): Promise<void> {
  const waiting = [...runs]
  const wrong: string[] = []
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await shop.killAt(next).catch((error: unknown) => wrong.push(String(error)))
  }
  await Promise.all([worker(), worker()])
  expect(wrong).toEqual([])
}

test('a desk that is killed at any moment of a batch loses no sheet and prints none twice without asking', async () => {
  const moments = await shop.moments()
  await playAll(Array.from({ length: moments }, (_, at) => [at]))
  console.log(`killed at each of ${moments} moments`)
}, 3_600_000)

test('nor does one that is killed again and again', async () => {
  const somewhere = () => Math.floor(Math.random() * 40)
  const runs = Array.from({ length: 20 }, () => Array.from({ length: 5 }, somewhere))
  await playAll(runs)
  console.log(`killed up to five times in each of ${runs.length} batches`)
}, 3_600_000)
