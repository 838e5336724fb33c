/** What the machine says of the demo's photos: most are fine, and whatever is wrong with the others is real. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { counterPhoto, faultOf } from '../../../src/main/demo/counter-photo.ts'
import { person } from '../../../src/main/demo/people.ts'
import { photoFaults, withFault } from '../../../src/main/demo/photo-faults.ts'
import { portraitJpeg } from '../../../src/main/demo/portraits.ts'
import { checkPhoto } from '../../../src/main/photos/check.ts'
import { type PhotoEngine, startPhotoEngine } from '../../../src/main/photos/engine.ts'
import { wholeMonths } from '../../../src/main/photos/review/files.ts'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { photoPolicies } from '../../../src/shared/photos/policy.ts'
import { unwrap } from '../../../src/shared/result.ts'

const today = '2026-11-27'
let engine: PhotoEngine
beforeAll(() => {
  engine = startPhotoEngine({ assetsDir: 'assets', timers: nodeTimers })
})
afterAll(() => engine.close())

const suggested = async (bytes: Uint8Array, birthDate = '') => {
  const personMonths = birthDate.length === 10 ? { personMonths: wholeMonths(birthDate, today) } : {}
  const { report } = unwrap(
    await checkPhoto(bytes, {
      policy: photoPolicies['refugee-document'],
      arrival: { today, ...personMonths },
      engine,
      stopwatch: () => 0,
    }),
  )
  return report
}

// Any claim whose photo waits; who it is matters here.
const waiting = 0
// Of every age, tone and covering among the first.
const some = [0, 4, 7, 12, 20, 22, 35, 37, 38, 39]

test('photos of claimants without a fault are proposed for approval, a few for a look, none for a return', async () => {
  const said: string[] = []
  for (const index of some) {
    const one = person(2026, index, today)
    if (faultOf(waiting, one)) continue
    const report = await suggested(await counterPhoto(waiting, one), one.person.birthDate)
    said.push(report.suggestion)
  }
  expect(said).not.toContain('return')
  expect(said.filter((each) => each === 'accept').length).toBeGreaterThan(said.length * 0.6)
}, 60_000)

test.each(photoFaults)('%s at the counter is no photo to approve', async (fault) => {
  const { portrait } = person(2026, 8, today)
  const good = await portraitJpeg(portrait.seed, portrait.traits, 460, 'counter')
  const report = await suggested(await withFault(good, fault, 'counter'))
  expect(report.suggestion).not.toBe('accept')
})

test('about one in seven of the photos that wait has a fault', () => {
  const waits = Array.from({ length: 50 }, (_, at) => 6 * at)
  const faulty = waits.filter((index) => faultOf(index, person(2026, index, today)))
  expect(faulty.length).toBeGreaterThan(3)
  expect(faulty.length).toBeLessThan(12)
})
