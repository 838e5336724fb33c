/** Gross faults of drawn portraits are found and good ones pass: a gate against regressions, not a proof (docs/photo-quality.md). */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { portraitJpeg } from '../../../src/main/demo/portraits.ts'
import { type PhotoEngine, startPhotoEngine } from '../../../src/main/photos/engine.ts'
import { loadModels, type Models } from '../../../src/main/photos/measure/models.ts'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import type { CheckId } from '../../../src/shared/photos/checks.ts'
import { difference } from '../../../src/shared/photos/likeness.ts'
import { checkWith } from '../../support/photo-check.ts'
import {
  copies,
  type DegradationName,
  degradationNames,
  degradations,
  degraded,
} from '../../support/photo-degrade/index.ts'
import { type Subject, subjectOf } from '../../support/photo-degrade/subject.ts'

const people = {
  'a light woman with a hijab': { seed: 21, tone: 1, sex: 'F', age: 30, covering: 'hijab' },
  'a dark man with a beard': { seed: 22, tone: 8, sex: 'M', age: 40, covering: 'none', beard: 'full', glasses: 'none' },
} as const
const faults: DegradationName[] = degradationNames.filter((name) => degradations[name].gross)

let engine: PhotoEngine
let models: Models
beforeAll(async () => {
  engine = startPhotoEngine({ assetsDir: 'assets', timers: nodeTimers })
  models = await loadModels('assets')
})
afterAll(() => engine.close())

const subjects = new Map<string, Promise<Subject>>()
const subject = (name: keyof typeof people): Promise<Subject> => {
  const { seed, ...traits } = people[name]
  const known =
    subjects.get(name) ??
    portraitJpeg(seed, traits, 715, 'card').then(async (bytes) => {
      const found = await subjectOf(models, name, bytes)
      if (!found) throw new Error(`no face in ${name}`)
      return found
    })
  subjects.set(name, known)
  return known
}

const check = async (bytes: Uint8Array) => (await checkWith(engine)(bytes)).report

const names = Object.keys(people) as (keyof typeof people)[]

test.each(names)('%s, well taken, is not returned', async (name) => {
  const { seed, ...traits } = people[name]
  const { checks } = await check(await portraitJpeg(seed, traits, 715, 'card'))
  expect(checks.filter(({ level }) => level === 'return').map(({ id }) => id)).toEqual([])
})

test.each(names.flatMap((name) => faults.map((fault) => [name, fault] as const)))(
  '%s, %s: a return is proposed for it',
  async (name, fault) => {
    const [one, other] = [await subject(name), await subject(names.find((each) => each !== name) ?? name)]
    const { checks } = await check(await degraded(fault, one, other))
    const own: readonly CheckId[] = degradations[fault].checks
    expect(checks.filter(({ id, level }) => level === 'return' && own.includes(id))).not.toEqual([])
  },
)

/** Bits of 64 up to which a photo is taken for the same one (facts: photo, section 4). */
const same = 6
const fingerprints = async (bytes: Uint8Array) => {
  const { fingerprints: found } = await check(bytes)
  if (!found) throw new Error('no fingerprints')
  return found
}

test.each(names.flatMap((name) => Object.keys(copies).map((copy) => [name, copy] as const)))(
  '%s, %s: still known for the same photo, and for nobody else’s',
  async (name, copy) => {
    const [one, other] = [await subject(name), await subject(names.find((each) => each !== name) ?? name)]
    const { seed, ...traits } = people[name]
    const first = await fingerprints(await portraitJpeg(seed, traits, 715, 'card'))
    const again = await fingerprints((await copies[copy]?.(one)) ?? new Uint8Array())
    const stranger = await fingerprints((await copies[copy]?.(other)) ?? new Uint8Array())
    expect(difference(first, again)).toBeLessThanOrEqual(same)
    expect(difference(first, stranger)).toBeGreaterThan(same)
  },
)
