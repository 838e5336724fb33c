import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkPhoto } from '../../src/main/photos/check.ts'
import { startPhotoEngine } from '../../src/main/photos/engine.ts'
import { nodeTimers } from '../../src/main/ports/node.ts'
import { photoPolicies } from '../../src/shared/photos/policy.ts'
import { photoReport } from '../../src/shared/photos/report.ts'
import { goodPictures, mutations, otherPictures } from '../support/mutations.ts'
import { portraitJpeg } from '../support/portraits.ts'

/** Thousands of broken pictures through intake, engine and judge: no crash, no hang, no growing memory. */
const limits = { maxBytes: 20_000_000, maxPixels: 4_000_000, timeoutSeconds: 10 }
const bugs: unknown[] = []
const engine = startPhotoEngine({ assetsDir: 'assets', timers: nodeTimers, onBug: (bug) => bugs.push(bug) })
const check = (bytes: Uint8Array) =>
  checkPhoto(bytes, {
    policy: photoPolicies['pr-card'],
    arrival: { today: '2026-11-22' },
    engine,
    stopwatch: () => performance.now(),
    limits,
  })

beforeAll(() => engine.ready())
afterAll(() => engine.close())

/** The answer, which must be a report or a failure with a name and come within the limits of decoder and engine. */
async function answered(bytes: Uint8Array): Promise<'judged' | 'refused'> {
  const start = performance.now()
  const checked = await check(bytes)
  expect(performance.now() - start).toBeLessThan(4 * limits.timeoutSeconds * 1000)
  if (checked.ok) photoReport.parse(checked.value.report)
  else expect(checked.failure.code).toMatch(/^photo\.(?!engine_failed)/)
  return checked.ok ? 'judged' : 'refused'
}

/** On a busy computer too: a hang is found by the limit of each photo, not of the test. */
const long = { timeout: 3_600_000 }

test('2,000 mutated JPEG and PNG files: every one is judged or refused, the engine never fails', long, async () => {
  const pictures = await goodPictures()
  const count = { judged: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(fc.nat(), mutations, async (which, mutate) => {
      count[await answered(mutate(pictures[which % pictures.length] ?? new Uint8Array()))]++
    }),
    { numRuns: 2000, endOnFailure: true },
  )
  // The walk went both ways: neither was everything refused nor was nothing broken.
  expect(Math.min(count.judged, count.refused)).toBeGreaterThan(200)
  expect(bugs).toEqual([])
})

test('pictures of every other kind, broken in 500 ways, are answered as well', long, async () => {
  const others = Object.values(await otherPictures())
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...others), mutations, async (bytes, mutate) => {
      await answered(mutate(bytes))
    }),
    { numRuns: 500, endOnFailure: true },
  )
  expect(bugs).toEqual([])
})

test('memory stays flat over 1,000 photos', long, async () => {
  const photos = await Promise.all([1, 2, 3, 4, 5].map((seed) => portraitJpeg(seed, {}, 720)))
  const after = async (rounds: number) => {
    for (let round = 0; round < rounds; round++) expect(await answered(photos[round % 5]!)).toBe('judged')
    return process.memoryUsage().rss / 1e6
  }
  // The first hundred fill what is kept warm: models, buffers of the decoder, compiled code.
  const warm = await after(100)
  const middle = await after(450)
  const last = await after(450)
  console.log(`Memory, MB: ${[warm, middle, last].map(Math.round).join(', ')}`)
  // What grew at first is the allocator's own; a leak of one 720-pixel picture a photo would be 900 MB.
  expect(last - warm).toBeLessThan(200)
  expect(last - middle).toBeLessThan(40)
})
