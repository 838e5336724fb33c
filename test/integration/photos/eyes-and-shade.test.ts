import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startPhotoEngine } from '../../../src/main/photos/engine.ts'
import { loadModels, type Models } from '../../../src/main/photos/measure/models.ts'
import type { Raster } from '../../../src/main/photos/measure/raster.ts'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { photoPolicies } from '../../../src/shared/photos/policy.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { checkWith } from '../../support/photo-check.ts'
import { jpegOf } from '../../support/photo-degrade/canvas.ts'
import { clearGlasses, closedLids, madeUp } from '../../support/photo-degrade/eyes.ts'
import { brimShade, halfLit, hardShade, litBy } from '../../support/photo-degrade/light.ts'
import { type Subject, subjectOf } from '../../support/photo-degrade/subject.ts'
import { portraitJpeg } from '../../support/portraits.ts'

const assetsDir = join(import.meta.dirname, '../../../assets')
const engine = startPhotoEngine({ assetsDir, timers: nodeTimers })
let models: Models
beforeAll(async () => {
  models = await loadModels(assetsDir)
})
afterAll(() => engine.close())
// Each test measures several pictures; on a busy machine one takes seconds.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 })

const valuesOf = async (raster: Raster) => unwrap(await engine.measure(await jpegOf(raster))).measures.values

async function personOf(seed: number, traits: Parameters<typeof portraitJpeg>[1]): Promise<Subject> {
  const subject = await subjectOf(models, `person ${seed}`, await portraitJpeg(seed, traits, 720))
  if (!subject) throw new Error(`no face of ${seed}`)
  return subject
}

const { checks } = photoPolicies['pr-card']
const leastLight = checks.shade_edge.metrics.shade_edge?.review?.min ?? 0

test.each([0, 4, 9])(
  'tone %d: the edge of a shade across the face is seen; beard, glasses and side light have none',
  async (tone) => {
    const person = await personOf(70 + tone, {
      tone,
      age: 40,
      sex: 'M',
      covering: 'none',
      beard: 'full',
      glasses: 'none',
    })
    const light = async (made: Raster) => (await valuesOf(made)).shade_edge
    expect(await light(hardShade(person, person.draw('post'), 0.2))).toBeLessThan(leastLight)
    expect(await light(brimShade(person, person.draw('hat'), 0.3))).toBeLessThan(leastLight)
    expect(await light(person.canvas)).toBeGreaterThan(leastLight)
    expect(await light(await clearGlasses(person))).toBeGreaterThan(leastLight)
    expect(await light(halfLit(person, person.draw('side'), 0.4))).toBeGreaterThan(leastLight)
  },
)

test.each([0, 4, 9])('tone %d: a lid over the eye is told from an open eye, made up or not', async (tone) => {
  const person = await personOf(80 + tone, { tone, age: 30, sex: 'F', covering: 'none', glasses: 'none' })
  // Lids may be taken for something that covers the eyes, of which nobody asks whether they are closed as well.
  const levels = async (made: Raster) => {
    const { report } = await checkWith(engine)(await jpegOf(made))
    return report.checks.filter(({ id }) => id === 'eyes_closed' || id === 'eyes_covered').map(({ level }) => level)
  }
  expect(await levels(person.canvas)).toEqual(['ok', 'ok'])
  expect(await levels(await clearGlasses(person))).toEqual(['ok', 'ok'])
  expect(await levels(litBy(person, person.draw('dusk'), 0.3, 0.0015))).toContain('ok')
  expect(await levels(await closedLids(person))).toContain('return')
  expect(await levels(await closedLids(person, madeUp(person.draw('lids'))))).not.toEqual(['ok', 'ok'])
})
